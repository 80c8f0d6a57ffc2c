"""A key of the vote: a number from 0 to 5, with a mark in the team's colour and shape for each hand that shows it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from workbench.ui.parts.button import Button
from workbench.ui.parts.team import Side, draw_team
from workbench.ui.theme.fonts import MEDIUM, SEMIBOLD
from workbench.ui.theme.ink import CENTRE, Ink
from workbench.ui.theme.theme import theme

HEIGHT = 66
MARK = 9
MOST_MARKS = 6
"""Marks side by side; more are written as a number."""


class HandKey(Button):
    """The key.

    Args:
        team: Whose hand.
        hand: The number.
        on_click: Adds a hand.
    """

    def __init__(self, team: Side, hand: int, on_click: Callable[[], object]) -> None:
        self._team, self._hand, self._count = team, hand, 0
        super().__init__("", on_click=on_click)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int) -> None:
        """Show how many hands show it."""
        if count != self._count:
            self._count = count
            self.update()

    def sizeHint(self) -> QSize:
        """A key to hit."""
        return QSize(theme().look.px(50), theme().look.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Still to be hit beside an open drawer."""
        return QSize(theme().look.px(34), theme().look.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame, the number, the marks."""
        super().paintEvent(event)
        ink = Ink(QPainter(self), theme().look)
        rect = QRectF(self.rect())
        if self._count:
            inner = rect.adjusted(ink.px(3), ink.px(3), -ink.px(3), -ink.px(3))
            ink.box(inner, ink.px(6), f"{self._team}_soft", self._team, ink.px(1))
        color = self._team if self._count else "text"
        upper = QRectF(rect.left(), rect.top() + ink.px(8), rect.width(), ink.px(28))
        ink.text(upper, str(self._hand), size=19, weight=SEMIBOLD if self._count else MEDIUM, color=color, align=CENTRE)
        mark, gap, y = ink.px(MARK), ink.px(3), rect.bottom() - ink.px(20)
        if self._count > MOST_MARKS or self._count * (mark + gap) > rect.width() - ink.px(8):
            lower = QRectF(rect.left(), y - ink.px(4), rect.width(), ink.px(18))
            ink.text(lower, f"× {self._count}", size=12, weight=SEMIBOLD, color=color, align=CENTRE)
            return
        left = rect.center().x() - (self._count * (mark + gap) - gap) / 2
        for number in range(self._count):
            draw_team(ink, QRectF(left + number * (mark + gap), y, mark, mark), self._team)
