"""What the bars of a status strip mean: the same marks, with words, since a state is never colour alone."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.base.language import N_, Language
from workbench.ui.charts.strip import draw_bar
from workbench.ui.theme.ink import Ink
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

ENTRIES: Final = (("met", N_("met")), ("at_risk", N_("at risk")), ("missed", N_("missed")), ("", N_("no data yet")))
HEIGHT = 18


class StripKey(QWidget):
    """The key of a strip."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._entries = [(key, language.text(words)) for key, words in ENTRIES]
        self.setAccessibleName(", ".join(words for _, words in self._entries))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().follow(self)

    def restyle(self, _look: Look) -> None:
        """Measure again."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All entries on one line."""
        look = theme().look
        metrics = QFontMetrics(look.font(12))
        width = sum(look.px(13 + 16) + metrics.horizontalAdvance(words) for _, words in self._entries)
        return QSize(width, look.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the entries."""
        ink = Ink(QPainter(self), theme().look)
        px, x = ink.px, 0.0
        for key, words in self._entries:
            draw_bar(ink, QRectF(x, px(2), px(8), px(14)), key)
            room = QRectF(x + px(13), 0, self.width() - x, self.height())
            x += px(13 + 16) + ink.text(room, words, size=12, color="muted")
