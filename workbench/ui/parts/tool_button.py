"""Tool buttons: an icon that says in its tooltip and to a screen reader what it does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton

from workbench.ui.parts.enter_key import presses
from workbench.ui.theme.icons import icon as make_icon
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

ICON_SIZE = 17
ICON_GAP = 5


class ToolButton(QToolButton):
    """An icon to press, with or without a word beside it.

    Args:
        icon: The icon.
        says: What pressing it does; tooltip and accessible name.
        text: A word beside the icon.
        checkable: Stays pressed.
        color: Token of the icon.
        size: Of the icon, design pixels.
        on_click: Called without arguments.
    """

    def __init__(
        self,
        icon: str,
        says: str,
        *,
        text: str = "",
        checkable: bool = False,
        color: str = "sub",
        size: float = ICON_SIZE,
        on_click: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._icon, self._color, self._size = icon, color, size
        self.setToolTip(says)
        self.setAccessibleName(says)
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._put_text(text)
        if on_click is not None:
            self.clicked.connect(lambda: on_click())  # noqa: PLW0108  (`clicked` carries a bool)
        theme().follow(self)

    def show_text(self, text: str) -> None:
        """Say another word beside the icon, or none."""
        self._put_text(text)
        self.restyle(theme().look)

    def say(self, says: str) -> None:
        """Say something else about what pressing it does."""
        if says != self.toolTip():
            self.setToolTip(says)
            self.setAccessibleName(says)

    def show_icon(self, icon: str, says: str) -> None:
        """Show another icon, for another thing to do."""
        self.say(says)
        if icon != self._icon:
            self._icon = icon
            self.restyle(theme().look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it."""
        if not presses(self, event):
            super().keyPressEvent(event)

    def _put_text(self, text: str) -> None:
        self.setText(text)
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if text else Qt.ToolButtonStyle.ToolButtonIconOnly
        self.setToolButtonStyle(style)

    def restyle(self, look: Look) -> None:
        """Tint and scale the icon."""
        gap = ICON_GAP if self.text() else 0
        self.setIcon(make_icon(look, self._icon, self._color, self._size, gap))
        self.setIconSize(QSize(look.px(self._size) + look.px(gap), look.px(self._size)))
