"""A choice of one among few, side by side in one frame. Arrow keys move inside it; Tab leaves it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton

from workbench.ui.parts.layout import row
from workbench.ui.theme.icons import icon as make_icon
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

ICON_SIZE = 16
MANY = 5
"""More small choices than these stand closer together."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class _Choice(QToolButton):
    """One of the choices."""

    def __init__(self, key: str, words: str) -> None:
        super().__init__()
        self.key = key
        self.icon_name = ""
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_icon(self, look: Look) -> None:
        """Put the icon before the words, or take it away."""
        if self.icon_name:
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self.setIcon(make_icon(look, self.icon_name, "ok", ICON_SIZE, 5))
            self.setIconSize(QSize(look.px(ICON_SIZE) + look.px(5), look.px(ICON_SIZE)))
        else:
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are the whole segment's: while nothing is chosen, Qt itself would go along and choose nothing."""
        if event.key() in _STEPS:
            event.ignore()
            return
        super().keyPressEvent(event)


class Segment(QFrame):
    """A segmented control.

    Attributes:
        chosen: Emitted with the key when the person chose another one.

    Args:
        choices: Key and words of each.
        current: Key chosen at first; the first one where empty.
        name: What is chosen here, for screen readers.
        compact: Smaller, for filters.
    """

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]], current: str = "", *, name: str, compact: bool = False
    ) -> None:
        super().__init__()
        self.setProperty("role", "segment")
        if compact:
            self.setProperty("kind", "compact" if len(choices) <= MANY else "dense")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._choices = [_Choice(key, words) for key, words in choices]
        self.setLayout(row(*self._choices, margins=(3, 3, 3, 3), gap=2))
        for choice in self._choices:
            self._group.addButton(choice)
            choice.clicked.connect(self._on_clicked)
        self.show_choice(current or self._choices[0].key)
        theme().follow(self)

    @property
    def current(self) -> str:
        """Key of the choice; empty when none is chosen."""
        return next((choice.key for choice in self._choices if choice.isChecked()), "")

    def first(self) -> QToolButton:
        """What takes the focus when somebody comes here: the choice made, else the first one."""
        return next((choice for choice in self._choices if choice.isChecked()), self._choices[0])

    def show_choice(self, key: str) -> None:
        """Show a choice without telling anybody; an unknown key chooses none."""
        self._group.setExclusive(False)
        for choice in self._choices:
            choice.setChecked(choice.key == key)
        self._group.setExclusive(True)
        self._rove()

    def say(self, key: str, words: str) -> None:
        """Change the words of one choice, such as a count in a filter."""
        for choice in self._choices:
            if choice.key == key:
                choice.setText(words)
                choice.setAccessibleName(words)
        self.updateGeometry()

    def mark(self, key: str, icon: str) -> None:
        """Put an icon before one choice, such as the check of a phase that is done; empty takes it away."""
        for choice in self._choices:
            if choice.key == key:
                choice.icon_name = icon
                choice.show_icon(theme().look)
        self.updateGeometry()

    def restyle(self, look: Look) -> None:
        """Tint and scale the icons."""
        for choice in self._choices:
            choice.show_icon(look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End choose."""
        step = _STEPS.get(Qt.Key(event.key()))
        usable = [choice for choice in self._choices if choice.isEnabled()]
        focus = next((i for i, choice in enumerate(usable) if choice.hasFocus()), 0)
        if step is not None and usable:
            self._choose(usable[(focus + step) % len(usable)])
        elif event.key() == Qt.Key.Key_Home and usable:
            self._choose(usable[0])
        elif event.key() == Qt.Key.Key_End and usable:
            self._choose(usable[-1])
        else:
            super().keyPressEvent(event)

    def _choose(self, choice: _Choice) -> None:
        choice.setFocus(Qt.FocusReason.TabFocusReason)
        choice.click()

    def _on_clicked(self) -> None:
        self._rove()
        self.chosen.emit(self.current)

    def _rove(self) -> None:
        """Tab stops at the choice made, not at each of them."""
        current = self.current or self._choices[0].key
        for choice in self._choices:
            here = choice.key == current
            choice.setFocusPolicy(Qt.FocusPolicy.TabFocus if here else Qt.FocusPolicy.ClickFocus)
