"""One version in the timeline: its dot on the line, when, why, whether it is in force, and who signed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPen

from workbench.ui.tables.cell import CellState
from workbench.ui.tables.cells.chips import draw_chip
from workbench.ui.theme.fonts import BOLD, SEMIBOLD
from workbench.ui.theme.ink import CENTRE, Ink
from workbench.ui.theme.look import Look

SPINE, WORDS_AT, RIGHT_PAD = 33, 57, 18
Dot = Literal["signed", "in_force", "coming", "open"]
_FILL = {"signed": "idle", "in_force": "ok_fill", "coming": "accent"}


@dataclass(frozen=True)
class VersionCell:
    """A version.

    Attributes:
        name: Such as "v4".
        when: When and how it was saved, in words.
        why: Its message.
        force: From when to when it is in force, or that it is not for signature.
        dot: Filled when signed, green in force today, accent from a coming day, dotted when not for signature.
        signers: Initials and team of who signed.
        first: The newest: the line begins here.
        last: The oldest: the line ends here.
    """

    name: str
    when: str
    why: str
    force: str
    dot: Dot = "signed"
    signers: Sequence[tuple[str, str]] = ()
    first: bool = False
    last: bool = False

    def words(self) -> str:
        """All of it."""
        return f"{self.name}, {self.when}, {self.force}. {self.why}"

    def height(self, look: Look, width: int) -> int:
        """Two lines for a long message, and room for a chip."""
        room = width - look.px(WORDS_AT + RIGHT_PAD)
        long = QFontMetricsF(look.font(12)).horizontalAdvance(self.why) > room
        return look.px((100 if long else 84) + (4 if self._chip() else 0))

    def draw(self, ink: Ink, rect: QRectF, state: CellState) -> None:
        """Draw."""
        px = ink.px
        self._draw_spine(ink, rect)
        x, y = rect.left() + px(WORDS_AT), rect.top()
        width = rect.right() - x - px(RIGHT_PAD)
        faces = self._draw_faces(ink, rect, state)
        room = QRectF(x, y + px(13), width - faces, px(20))
        color = "sub" if self.dot == "open" else "text"
        taken = ink.text(room, self.name, size=14, weight=SEMIBOLD, color=color, figures=True)
        after = room.adjusted(taken + px(8), 1, 0, 1)
        ink.text(after, self.when, size=12, color=state.quiet, figures=True)
        long = ink.width(self.why, 12) > width
        ink.paragraph(QRectF(x, y + px(35), width, px(34)), self.why, size=12, color="sub")
        below = y + px(71 if long else 55)
        if self._chip():
            tone = "ok" if self.dot == "in_force" else "accent"
            icon = "lock-keyhole" if self.dot == "in_force" else "calendar"
            ground = "surface" if state.selected else None
            draw_chip(ink, x, below + px(10), self.force, tone, icon=icon, size=11, ground=ground)
        else:
            ink.text(QRectF(x, below, width, px(18)), self.force, size=12, color=state.quiet, figures=True)

    def _chip(self) -> bool:
        return self.dot in {"in_force", "coming"}

    def _draw_spine(self, ink: Ink, rect: QRectF) -> None:
        px = ink.px
        x, y = rect.left() + px(SPINE), rect.top() + px(23)
        if not self.first:
            ink.down(x - 1, rect.top(), y - px(11), "line", 2)
        if not self.last:
            ink.down(x - 1, y + px(11), rect.bottom() + 1, "line", 2)
        if self.dot == "open":
            ink.painter.setBrush(Qt.BrushStyle.NoBrush)
            ink.painter.setPen(QPen(ink.color("muted"), px(1.6), Qt.PenStyle.DotLine))
            ink.painter.drawEllipse(QPointF(x, y), px(6), px(6))
            return
        ink.disc(QPointF(x, y), px(9), _FILL[self.dot])
        check = "on_accent" if self.dot == "coming" else "surface"
        ink.icon("check", x - px(5.5), y - px(5.5), 11, check)

    def _draw_faces(self, ink: Ink, rect: QRectF, state: CellState) -> float:
        px = ink.px
        x = rect.right() - px(RIGHT_PAD)
        for initials, team in reversed(self.signers):
            x -= px(22)
            face = QRectF(x, rect.top() + px(12), px(22), px(22))
            ink.disc(face.center(), px(11), f"{team}_soft", "accent_soft" if state.selected else "surface", 1.5)
            ink.text(face, initials, size=9, weight=BOLD, color=team, align=CENTRE)
            x += px(3)
        return rect.right() - px(RIGHT_PAD) - x + px(6) if self.signers else 0.0
