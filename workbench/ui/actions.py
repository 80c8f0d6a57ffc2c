"""Everything the program can do, registered once: words, shortcut, handler, when it may be done.

Menus, shortcuts, key caps and the command palette are all made from it, so an action that is not here has no shortcut
and is not found, and one that is here has both. Must not know what any action does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from workbench.base.language import Language
from workbench.ui.theme.icons import icon as make_icon
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme


def always() -> bool:
    """The usual answer to when an action may be done."""
    return True


class Action(NamedTuple):
    """One thing the program can do.

    Attributes:
        name: Its name in the program, such as `history.compare`.
        words: A verb and its object, marked for translation.
        handler: Does it; called without arguments.
        shortcut: Keys, in Qt's portable spelling, such as `Ctrl+Shift+V`; empty for none.
        more_shortcuts: Further keys for the same.
        icon: The icon.
        detail: One sentence more, for the palette.
        keywords: Other words people may look for, marked for translation.
        enabled: May it be done now? Asked when it is about to be shown or run.
        room_sees: Does it change what the projector shows? The palette says so.
        hidden: Kept out of the palette, such as moving the focus.
        what: What it would do just now, in the language; empty where its words say it all.
    """

    name: str
    words: str
    handler: Callable[[], object]
    shortcut: str = ""
    more_shortcuts: tuple[str, ...] = ()
    icon: str = ""
    detail: str = ""
    keywords: str = ""
    enabled: Callable[[], bool] = always
    room_sees: bool = False
    hidden: bool = False
    what: Callable[[], str] = str


def key_words(shortcut: str) -> str:
    """A shortcut as its keys are printed on this system: `Ctrl Shift V`."""
    native = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return native.replace("+", " ").strip() if native else ""


class Actions(QObject):
    """The registry. Owned by the window, whose shortcuts it holds.

    Attributes:
        changed: Emitted when actions came or went, or when what may be done may have changed.

    Args:
        window: Where shortcuts work.
        language: For the words.
    """

    changed = Signal()

    def __init__(self, window: QWidget, language: Language) -> None:
        super().__init__(window)
        self._window, self._language = window, language
        self._actions: dict[str, Action] = {}
        self._made: dict[str, QAction] = {}
        self._drawn: set[str] = set()
        self._over: set[str] = set()
        self._lent: dict[str, list[str]] = {}
        self._only: frozenset[str] | None = None
        theme().follow(self)

    def add(self, *actions: Action, over: bool = False) -> None:
        """Register actions.

        Args:
            actions: Which.
            over: They belong to the place one is at and take their keys from whoever has them elsewhere, for as long
                as they are registered.

        Raises:
            ValueError: A name or a shortcut is taken already; the shortcut's other owner is named.
        """
        for action in actions:
            self._check(action, over=over)
            made = QAction(self._language.text(action.words), self)
            made.setShortcuts(_keys_of(action))
            made.setEnabled(self._only is None or action.name in self._only)
            made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            made.triggered.connect(lambda _checked=False, name=action.name: self.run(name))
            self._actions[action.name] = action
            self._made[action.name] = made
            self._window.addAction(made)
            if over:
                self._over.add(action.name)
        for name in self._over & self._actions.keys():
            self._borrow(self._actions[name])
        self.changed.emit()

    def remove(self, *names: str) -> None:
        """Take actions back, such as a page's when the page goes; unknown names are left alone."""
        for name in names:
            if self._actions.pop(name, None) is not None:
                made = self._made.pop(name)
                self._window.removeAction(made)
                made.deleteLater()
                self._over.discard(name)
                for owner in self._lent.pop(name, ()):
                    if owner in self._made:
                        self._made[owner].setShortcuts(_keys_of(self._actions[owner]))
        self.changed.emit()

    def __contains__(self, name: str) -> bool:
        return name in self._actions

    def get(self, name: str) -> Action:
        """An action by name.

        Raises:
            KeyError: No such action.
        """
        return self._actions[name]

    def shown(self) -> list[Action]:
        """What the palette may offer now, in the order of registration."""
        return [action for action in self._actions.values() if not action.hidden and self._may(action)]

    def with_keys(self) -> list[Action]:
        """Everything whose shortcut works here, whether it may be done now or not, in the order of registration."""
        return [
            action for name, action in self._actions.items()
            if action.shortcut and QKeySequence(action.shortcut) in self._made[name].shortcuts()
        ]  # fmt: skip

    def run(self, name: str) -> bool:
        """Do it, if it may be done now; answers whether it was done."""
        action = self._actions.get(name)
        if action is None or not self._may(action):
            return False
        action.handler()
        return True

    def refresh(self) -> None:
        """Ask every action again whether it may be done, and grey out those that may not."""
        for name, action in self._actions.items():
            self._made[name].setEnabled(self._may(action))
        self.changed.emit()

    def hold(self, *names: str) -> None:
        """Let only these be done, such as while something lies over the window and hides what others would change."""
        self._only = frozenset(names)
        self.refresh()

    def release(self) -> None:
        """Let everything be done again that may be done."""
        self._only = None
        self.refresh()

    def _may(self, action: Action) -> bool:
        return (self._only is None or action.name in self._only) and action.enabled()

    def words(self, name: str) -> str:
        """An action's words in the language."""
        return self._language.text(self._actions[name].words)

    def tip(self, name: str) -> str:
        """An action's words with its keys, for a tooltip."""
        keys, what = key_words(self._actions[name].shortcut), self._actions[name].what()
        words = f"{self.words(name)}: {what}" if what else self.words(name)
        return f"{words} ({keys})" if keys else words

    def menu(self, parent: QWidget, *names: str) -> QMenu:
        """A menu of actions; an empty name is a line between two groups. Refreshed whenever it opens."""
        made = QMenu(parent)
        for name in names:
            if name:
                if self._actions[name].icon:  # drawn for the first menu that shows it, not at the start
                    self._drawn.add(name)
                made.addAction(self._made[name])
            else:
                made.addSeparator()
        made.aboutToShow.connect(self.refresh)
        self.restyle(theme().look)
        return made

    def restyle(self, look: Look) -> None:
        """Tint the icons."""
        for name in self._drawn & self._made.keys():
            self._made[name].setIcon(make_icon(look, self._actions[name].icon))

    def _borrow(self, action: Action) -> None:
        """Take the keys of the place one is at from their owners; they get them back when it goes."""
        wanted = _keys_of(action)
        for name, made in self._made.items():
            owned = made.shortcuts()
            if name not in self._over and any(keys in wanted for keys in owned):
                self._lent.setdefault(action.name, []).append(name)
                made.setShortcuts([keys for keys in owned if keys not in wanted])

    def _check(self, action: Action, *, over: bool) -> None:
        if action.name in self._actions:
            raise ValueError(f"action {action.name} is registered twice")
        wanted = _keys_of(action)
        for name, made in self._made.items() if wanted else ():
            if over is (name in self._over) and any(keys in wanted for keys in made.shortcuts()):
                raise ValueError(f"{action.name} wants the keys of {name}")


def _keys_of(action: Action) -> list[QKeySequence]:
    return [QKeySequence(keys) for keys in (action.shortcut, *action.more_shortcuts) if keys]
