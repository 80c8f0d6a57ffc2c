"""Actions of the window itself: colours, projector size, full screen, going from part to part, palette, quitting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from workbench.base.language import N_, Language
from workbench.ui.actions import Action, Actions, key_words
from workbench.ui.theme.theme import PROJECTOR, theme

if TYPE_CHECKING:
    from workbench.ui.command_palette.overlay import CommandPalette
    from workbench.ui.command_palette.ranking import Entry


class Viewing(QObject):
    """Registers the window's own actions and carries them out.

    Args:
        window: The window.
        registry: Where the actions are registered.
        language: For the words.
        parts: The parts of the window in reading order, for F6; hidden ones are passed over.
    """

    def __init__(
        self, window: QMainWindow, registry: Actions, language: Language, parts: Callable[[], Sequence[QWidget]]
    ) -> None:
        super().__init__(window)
        self._window, self._registry, self._language, self._parts = window, registry, language, parts
        self._palette: CommandPalette | None = None
        self._keys: CommandPalette | None = None
        self._finders: list[Callable[[], Sequence[Entry]]] = []
        self._others: list[Callable[[str], Entry | None]] = []
        registry.add(
            Action("palette.open", N_("Find a command"), self.open_palette, "Ctrl+K", icon="search", hidden=True),
            Action("keys.show", N_("Show all shortcuts"), self.open_keys, "F1", icon="list-checks",
                   keywords=N_("keyboard keys help")),
            Action(
                "theme.toggle", N_("Switch between light and dark colours"), self._switch_colours, "Ctrl+Alt+D",
                icon="moon", keywords=N_("theme night day"),
            ),
            Action(
                "theme.system", N_("Use the colours of the system"), lambda: theme().choose("system"),
                icon="monitor", keywords=N_("theme light dark"),
            ),
            Action(
                "theme.projector", N_("Switch between desk and projector size"), self._switch_size, "Ctrl+Alt+P",
                icon="presentation", keywords=N_("large zoom scale room"), room_sees=True,
            ),
            Action("window.full", N_("Switch full screen on or off"), self._switch_full, "F11", icon="monitor"),
            Action("focus.next", N_("Go to the next part of the window"), self._next_part, "F6", hidden=True),
            Action("focus.previous", N_("Go to the part before"), self._previous_part, "Shift+F6", hidden=True),
            Action("window.quit", N_("Quit"), window.close, "Ctrl+Q", icon="x"),
        )  # fmt: skip

    def add_finder(self, entries: Callable[[], Sequence[Entry]]) -> None:
        """Let the palette find more than actions, such as what the open agreement contains."""
        self._finders.append(entries)

    def add_other(self, other: Callable[[str], Entry | None]) -> None:
        """Let the palette offer something for typed words nothing was found for."""
        self._others.append(other)

    def open_palette(self) -> None:
        """Open the command palette."""
        from workbench.ui.command_palette.overlay import CommandPalette  # noqa: PLC0415  (not on the way to the paint)

        if self._palette is None:
            self._palette = CommandPalette(self._window, self._entries, self._language, self._other)
        self._palette.open_palette()

    def open_keys(self) -> None:
        """List everything that has a shortcut; what is chosen is done, if it may be done now."""
        from workbench.ui.command_palette.overlay import CommandPalette  # noqa: PLC0415  (on a wish)
        from workbench.ui.command_palette.shortcuts import MOST_KEYS, shortcut_entries  # noqa: PLC0415

        if self._keys is None:
            self._keys = CommandPalette(
                self._window, lambda: shortcut_entries(self._registry, self._language), self._language,
                ask=N_("Which key? Type what it does, or the key."), finds=N_("Everything with a key"),
                most=MOST_KEYS,
            )  # fmt: skip
        self._keys.open_palette()

    def _entries(self) -> list[Entry]:
        from workbench.ui.command_palette.ranking import Entry  # noqa: PLC0415  (with the palette)

        text = self._language.text
        found = [
            Entry(
                text(action.words),
                lambda name=action.name: self._registry.run(name),  # type: ignore[misc]  # bound per entry
                text(N_("Commands")),
                text(action.detail),
                text(action.keywords),
                action.icon,
                key_words(action.shortcut),
                action.room_sees,
            )
            for action in self._registry.shown()
        ]
        return [*found, *(entry for finder in self._finders for entry in finder())]

    def _other(self, typed: str) -> Entry | None:
        return next((found for other in self._others if (found := other(typed)) is not None), None)

    def _switch_colours(self) -> None:
        theme().choose("light" if theme().look.dark else "dark")

    def _switch_size(self) -> None:
        theme().apply(scale=1.0 if theme().look.scale > 1.0 else PROJECTOR)

    def _switch_full(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _next_part(self) -> None:
        self._go(1)

    def _previous_part(self) -> None:
        self._go(-1)

    def _go(self, step: int) -> None:
        parts = [part for part in self._parts() if part.isVisible() and _first_stop(part) is not None]
        if not parts:
            return
        focus = QApplication.focusWidget()
        here = next((n for n, part in enumerate(parts) if focus and part.isAncestorOf(focus)), -1 if step > 0 else 0)
        stop = _first_stop(parts[(here + step) % len(parts)])
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)


def _first_stop(part: QWidget) -> QWidget | None:
    """The first widget in a part that Tab would stop at; the chain may leave a part and come back to it."""
    widget = part.nextInFocusChain()
    while widget is not None and widget is not part:
        can_stop = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
        if can_stop and part.isAncestorOf(widget):
            return widget
        widget = widget.nextInFocusChain()
    return None
