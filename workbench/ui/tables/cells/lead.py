"""One lead behind a number: its outcome, who it is, how long it took, and under it the arithmetic in words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from workbench.ui.parts.marks import Mark
from workbench.ui.tables.cell import CellState
from workbench.ui.theme.fonts import MEDIUM, SEMIBOLD
from workbench.ui.theme.ink import RIGHT, Ink

WORD_WIDTH, ID_WIDTH = 76, 76


@dataclass(frozen=True)
class LeadCell:
    """A lead under one commitment.

    Attributes:
        mark: The outcome's shape and colour.
        word: The outcome in the language.
        lead_id: What the file calls it.
        who: Its name and its owner, or what stands for them while names are hidden. Hidden means hidden here too: these
            words are heard and copied.
        amount: The working time, or the date counted.
        note: What is remarkable about the amount, such as "72 min over".
        reason: The arithmetic, or why it does not count.
        edge: Design pixels to both sides.
    """

    mark: Mark
    word: str
    lead_id: str
    who: str = ""
    amount: str = ""
    note: str = ""
    reason: str = ""
    edge: float = 22

    def words(self) -> str:
        """All of it."""
        return ", ".join(
            part for part in (self.word, self.lead_id, self.who, self.amount, self.note, self.reason) if part
        )

    def draw(self, ink: Ink, rect: QRectF, state: CellState) -> None:
        """Draw."""
        px = ink.px
        left, right, top = rect.left() + px(self.edge), rect.right() - px(self.edge), rect.top()
        color = self.mark.color if self.mark.color != "idle" else "sub"
        ink.icon(self.mark.icon, left, top + px(9), 15, color)
        x = left + px(22)
        ink.text(QRectF(x, top + px(7), px(WORD_WIDTH), px(18)), self.word, weight=SEMIBOLD, color=color)
        x += px(WORD_WIDTH)
        amount = ink.width(self.amount, 13, SEMIBOLD, figures=True) + 2 if self.amount else 0.0
        room = right - amount - (px(9) if amount else 0)
        ink.text(
            QRectF(right - amount, top + px(7), amount, px(18)), self.amount, weight=SEMIBOLD, align=RIGHT, figures=True
        )
        note = min(ink.width(self.note, 12, figures=True) + 2, max(0.0, room - x - px(ID_WIDTH)))
        place = QRectF(room - note, top + px(7), note, px(18))
        ink.text(place, self.note, size=12, color=state.quiet, align=RIGHT, figures=True)
        number = QRectF(x, top + px(7), px(ID_WIDTH), px(18))
        x += max(px(ID_WIDTH), ink.text(number, self.lead_id, weight=MEDIUM, figures=True) + px(9))
        who = QRectF(x, top + px(7), max(0.0, room - note - px(12) - x), px(18))
        ink.text(who, self.who, color="sub")
        below = QRectF(left + px(22), top + px(26), right - left - px(22), px(16))
        ink.text(below, self.reason, size=12, color=state.quiet, figures=True)
