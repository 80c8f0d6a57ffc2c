"""Rows, columns and panels whose margins follow the scale. Must not know what they hold.

Items are widgets, layouts, `stretch()`, a plain number of design pixels as extra space, or `(item, weight)`.
"""

from __future__ import annotations

from typing import TypeAlias

import shiboken6
from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QSpacerItem, QWidget

from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

Margins: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom, in design pixels."""

NONE: Margins = (0, 0, 0, 0)
SPACING = 8


class Stretch:
    """Room that takes what is left over, shared by weight."""

    def __init__(self, weight: int = 1) -> None:
        self.weight = weight


def stretch(weight: int = 1) -> Stretch:
    """Room that takes what is left over."""
    return Stretch(weight)


Piece: TypeAlias = QWidget | QLayout | Stretch | float
Item: TypeAlias = Piece | tuple[QWidget | QLayout, int]


class Box(QBoxLayout):
    """A row or a column in design pixels; follows the scale."""

    def __init__(self, direction: QBoxLayout.Direction, items: tuple[Item, ...], margins: Margins, gap: float) -> None:
        super().__init__(direction)
        self._margins = margins
        self._gap = gap
        self._spaces: list[tuple[QSpacerItem, float]] = []
        self.put(*items)
        theme().follow(self)

    def put(self, *items: Item) -> None:
        """Add items at the end."""
        for item in items:
            piece, weight = item if isinstance(item, tuple) else (item, 0)
            match piece:
                case Stretch():
                    self.addStretch(piece.weight)
                case QWidget():
                    self.addWidget(piece, weight)
                case QLayout():
                    self.addLayout(piece, weight)
                case _:
                    space = QSpacerItem(0, 0)
                    self._spaces.append((space, piece))
                    self.addItem(space)
                    self._size(space, piece, theme().look)

    def pad(self, margins: Margins) -> None:
        """Other margins than before."""
        self._margins = margins
        self.restyle(theme().look)

    def restyle(self, look: Look) -> None:
        """Scale margins, gaps and spaces."""
        left, top, right, bottom = self._margins
        self.setContentsMargins(QMargins(look.px(left), look.px(top), look.px(right), look.px(bottom)))
        self.setSpacing(look.px(self._gap))
        for space, length in self._spaces:
            self._size(space, length, look)
        self.invalidate()

    def _size(self, space: QSpacerItem, length: float, look: Look) -> None:
        across = self.direction() in {QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.RightToLeft}
        pixels = look.px(length)
        space.changeSize(pixels if across else 0, 0 if across else pixels)


def row(*items: Item, margins: Margins = NONE, gap: float = SPACING) -> Box:
    """Items side by side."""
    return Box(QBoxLayout.Direction.LeftToRight, items, margins, gap)


def column(*items: Item, margins: Margins = NONE, gap: float = SPACING) -> Box:
    """Items one above the other."""
    return Box(QBoxLayout.Direction.TopToBottom, items, margins, gap)


class Panel(QFrame):
    """A ground with a layout on it; `role` names its rule in the stylesheet, `card` its frame."""

    _focus_goes_to: QWidget | None = None

    def __init__(
        self, layout: QLayout | None = None, *, role: str = "", card: str = "", tone: str = "", name: str = ""
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        for key, value in (("role", role), ("card", card), ("tone", tone)):
            if value:
                self.setProperty(key, value)
        if name:
            self.setAccessibleName(name)
        if layout is not None:
            self.setLayout(layout)

    def setFocusProxy(self, begin: QWidget | None, /) -> None:
        """Say where the panel begins: what gets the focus when the panel is given it.

        Not Qt's own way: that would make the panel a stop for Tab, which then jumps over all that stands before.
        """
        self._focus_goes_to = begin

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus on to where the panel begins."""
        super().focusInEvent(event)
        if self._focus_goes_to is not None and shiboken6.isValid(self._focus_goes_to):
            self._focus_goes_to.setFocus(event.reason())


def box(layout: QLayout) -> QWidget:
    """A layout as a widget without a ground, so that it can be hidden or sized as one."""
    held = QWidget()
    held.setLayout(layout)
    return held
