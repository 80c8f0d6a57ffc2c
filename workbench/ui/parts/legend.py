"""What the glyphs in a table mean, with how often each occurs. Pressed, an entry filters; pressed again, no longer.

Entries that do not fit go to the next line: a legend never widens a page.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from workbench.base.language import Language
from workbench.ui.parts.flow import Flow
from workbench.ui.parts.layout import Panel
from workbench.ui.parts.marks import Mark
from workbench.ui.theme.fonts import MEDIUM, SEMIBOLD
from workbench.ui.theme.ink import Ink
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

HEIGHT = 24


class Entry(QAbstractButton):
    """One state of a legend: glyph, word, count."""

    def __init__(self, key: str, mark: Mark, word: str) -> None:
        super().__init__()
        self.key = key
        self._mark, self._word, self._count = mark, word, 0
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_count(0)
        theme().follow(self)

    def show_count(self, count: int) -> None:
        """Show how often it occurs."""
        self._count = count
        self.setAccessibleName(f"{self._word} {count}")
        self.updateGeometry()
        self.update()

    def restyle(self, _look: Look) -> None:
        """Measure again."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Glyph, word and count."""
        look = theme().look
        word = QFontMetrics(look.font(12, MEDIUM)).horizontalAdvance(self._word)
        count = QFontMetrics(look.font(12, SEMIBOLD, figures=True)).horizontalAdvance(str(self._count))
        return QSize(look.px(4 + 20 + 5 + 5) + word + count, look.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the entry."""
        ink = Ink(QPainter(self), theme().look)
        px = ink.px
        rect = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            ink.box(rect, px(6), "accent_soft" if self.isChecked() else "hover")
        if self.hasFocus():
            ink.box(rect, px(6), None, "accent", px(2))
        x = float(px(4))
        ink.icon(self._mark.icon, x, rect.center().y() - px(15) / 2, 15, self._mark.color)
        x += px(20)
        words = QRectF(x, 0, rect.width() - x, rect.height())
        x += ink.text(words, self._word, size=12, weight=MEDIUM, color="sub") + px(5)
        count = QRectF(x, 0, rect.width() - x, rect.height())
        ink.text(count, str(self._count), size=12, weight=SEMIBOLD, figures=True)


class Legend(Panel):
    """The states of a table and their counts.

    Attributes:
        filtered: Emitted with the key of the one state to show, or an empty text for all.

    Args:
        marks: Key and mark of each state, in the order shown.
        language: For the words.
        name: For screen readers.
    """

    filtered = Signal(str)

    def __init__(self, marks: Mapping[str, Mark], language: Language, *, name: str) -> None:
        self._entries = [Entry(key, mark, language.text(mark.word)) for key, mark in marks.items()]
        super().__init__(Flow(self._entries, gap=8), name=name)
        for entry in self._entries:
            entry.clicked.connect(self._on_clicked)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how often each state occurs; a key that is missing counts as 0."""
        for entry in self._entries:
            entry.show_count(counts.get(entry.key, 0))

    def _on_clicked(self) -> None:
        pressed = self.sender()
        for entry in self._entries:
            if entry is not pressed:
                entry.setChecked(False)
        self.filtered.emit(next((entry.key for entry in self._entries if entry.isChecked()), ""))
