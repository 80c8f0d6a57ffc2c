"""Push buttons: one verb each, with an icon and a key cap where they help."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QPushButton

from workbench.ui.parts.enter_key import presses
from workbench.ui.theme.fonts import SEMIBOLD
from workbench.ui.theme.icons import icon as make_icon
from workbench.ui.theme.ink import CENTRE, Ink
from workbench.ui.theme.look import Look
from workbench.ui.theme.properties import vary
from workbench.ui.theme.theme import theme

Kind = Literal["", "primary", "hero", "danger", "link", "heading", "small", "pill", "on_tip"]
ICON_SIZE = 17
ICON_GAP = 5
_ICON_COLOR = {"primary": "on_accent", "hero": "on_accent", "link": "accent_text", "danger": "bad", "on_tip": "on_tip"}
_SOLID = frozenset({"primary", "hero"})


class Button(QPushButton):
    """A push button.

    Args:
        text: The verb.
        kind: How loud; one `primary` at a time on a page.
        icon: Before the words, or after them where `trailing`.
        keys: Shortcut printed as a key cap inside the button; the shortcut itself belongs to the action.
        on_click: Called without arguments.
        tip: Tooltip.
    """

    def __init__(
        self,
        text: str,
        kind: Kind = "",
        *,
        icon: str = "",
        trailing: bool = False,
        keys: str = "",
        on_click: Callable[[], object] | None = None,
        tip: str = "",
    ) -> None:
        super().__init__(text)
        self._icon, self._keys, self._kind = icon, keys, str(kind)
        self._trailing = trailing
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{text}, {keys}" if keys else text)
        self.setAutoDefault(False)
        if kind:
            self.setProperty("kind", kind)
        if trailing:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        if tip:
            self.setToolTip(tip)
        if on_click is not None:
            self.clicked.connect(lambda: on_click())  # noqa: PLW0108  (`clicked` carries a bool)
        theme().follow(self)

    def set_kind(self, kind: Kind) -> None:
        """Make it louder or quieter."""
        self._kind = kind
        vary(self, kind=kind)
        self.restyle(theme().look)

    def show_text(self, text: str, icon: str | None = None) -> None:
        """Say another verb, with another icon where one is given."""
        self.setText(text)
        self.setAccessibleName(f"{text}, {self._keys}" if self._keys else text)
        if icon is not None:
            self._icon = icon
            self.restyle(theme().look)

    def restyle(self, look: Look) -> None:
        """Tint and scale the icon."""
        if self._icon:
            size = 15 if self._kind == "small" else ICON_SIZE
            gap = ICON_GAP if self.text() else 0
            color = _ICON_COLOR.get(self._kind, "sub")
            self.setIcon(make_icon(look, self._icon, color, size, gap, trailing=self._trailing))
            self.setIconSize(QSize(look.px(size) + look.px(gap), look.px(size)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it."""
        if not presses(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Room for the words, the icon and the key cap."""
        hint = super().sizeHint()
        return QSize(hint.width() + self._cap_width() + theme().look.px(8), hint.height()) if self._keys else hint

    def minimumSizeHint(self) -> QSize:
        """A verb is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button; with a key cap, its words keep to the left of the cap."""
        if not self._keys:
            super().paintEvent(event)
            return
        from PySide6.QtWidgets import (  # noqa: PLC0415  (its many lists cost start-up, and caps are few)
            QStyle,
            QStyleOptionButton,
            QStylePainter,
        )

        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        look = theme().look
        option.rect = self.rect().adjusted(0, 0, -self._cap_width() - look.px(6), 0)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)
        ink = Ink(painter, look)
        solid = self.isEnabled() and self._kind in _SOLID
        width, height = self._cap_width(), ink.px(18)
        rect = QRectF(self.width() - width - ink.px(10), (self.height() - height) / 2, width, height)
        ground = ink.color("on_accent", 0.16) if solid else "cap"
        ink.box(rect, ink.px(4), ground, ink.color("on_accent", 0.45) if solid else "line")
        color = "on_accent" if solid else "sub" if self.isEnabled() else "muted"
        ink.text(rect, self._keys, size=11, weight=SEMIBOLD, color=color, align=CENTRE)

    def _cap_width(self) -> int:
        look = theme().look
        metrics = QFontMetrics(look.font(11, SEMIBOLD))
        return max(look.px(18), metrics.horizontalAdvance(self._keys) + look.px(10))
