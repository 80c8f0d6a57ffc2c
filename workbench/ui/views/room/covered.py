"""A covered answer on the console: hatched; opened for as long as it is held. Built without the answer until then."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.base.language import N_, Language
from workbench.ui.parts.button import Button
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column, row
from workbench.ui.theme.fonts import SEMIBOLD
from workbench.ui.theme.ink import CENTRE, Ink
from workbench.ui.theme.theme import theme


class Hatch(QWidget):
    """The cover."""

    def __init__(self, team: str, words: str) -> None:
        super().__init__()
        self._team, self._words = team, words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a button."""
        return QSize(theme().look.px(150), theme().look.px(38))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the stripes and the word."""
        ink = Ink(QPainter(self), theme().look)
        rect = QRectF(self.rect())
        ink.hatch(rect, ink.px(6), f"{self._team}_soft", f"{self._team}_hatch", ink.px(16), ink.px(6))
        width = ink.width(self._words, 13, SEMIBOLD) + ink.px(24)
        if width > rect.width() - ink.px(12):
            ink.icon("lock", rect.center().x() - ink.px(8), rect.center().y() - ink.px(8), 16, self._team)
            return
        spot = QRectF(ink.px(8), rect.center().y() - ink.px(13), width, ink.px(26))
        ink.box(spot, ink.px(5), "surface")
        ink.text(spot, self._words, size=13, weight=SEMIBOLD, color=self._team, align=CENTRE)


class Covered(Panel):
    """A cover with a way to peek.

    Args:
        team: Whose answer.
        language: Of the window.
        read: Reads the answer; called when somebody peeks.
        small: For one of many in a list.
    """

    def __init__(self, team: str, language: Language, read: Callable[[], str], *, small: bool = False) -> None:
        self._read = read
        self._hatch = Hatch(team, language.text(N_("Covered")))
        self._peeked = Label("", "body", wrap=True)
        hold = language.text(N_("Hold to peek"))
        self._peek = Button("" if small else hold, "small" if small else "", icon="eye", tip=hold if small else "")
        self._peek.setAccessibleName(hold)
        self._peek.pressed.connect(self._show)
        self._peek.released.connect(self._hide)
        self._peeked.hide()
        super().__init__(column(row((self._hatch, 1), self._peek, gap=10), self._peeked, gap=6))

    def _show(self) -> None:
        self._peeked.setText(self._read())
        self._peeked.show()

    def _hide(self) -> None:
        self._peeked.hide()
        self._peeked.setText("")
