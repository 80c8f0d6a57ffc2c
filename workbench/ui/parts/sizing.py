"""Fixed and largest sizes in design pixels, for any widget; they follow the scale."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme


class _Sizing(QObject):
    """Sits on a widget as its child, so that it lives and dies with it."""

    def __init__(self, widget: QWidget, width: float, height: float, most: float, least: float) -> None:
        super().__init__(widget)
        self._widget = widget
        self._width, self._height, self._most, self._least = width, height, most, least
        theme().follow(self)

    def restyle(self, look: Look) -> None:
        """Scale the sizes."""
        if self._width:
            self._widget.setFixedWidth(look.px(self._width))
        if self._height:
            self._widget.setFixedHeight(look.px(self._height))
        if self._most:
            self._widget.setMaximumWidth(look.px(self._most))
        if self._least:
            self._widget.setMinimumWidth(look.px(self._least))


def sized(widget: QWidget, *, width: float = 0, height: float = 0, at_most: float = 0, at_least: float = 0) -> None:
    """Give a widget a fixed width or height, or a largest or least width, in design pixels; 0 leaves it free."""
    _Sizing(widget, width, height, at_most, at_least)
