"""A clause's number with the team it binds, as a letter on the team's colour: seen without colour, too."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from workbench.ui.tables.cell import CellState
from workbench.ui.theme.fonts import BOLD
from workbench.ui.theme.ink import CENTRE, Ink


@dataclass(frozen=True)
class TeamCell:
    """A number and a team.

    Attributes:
        number: The clause's number.
        team: `marketing` or `sales`; nothing for both.
        letter: The team's initial in the language; the source language's where empty.
        said: The team in words.
        left: Design pixels before.
    """

    number: str
    team: str = ""
    letter: str = ""
    said: str = ""
    left: float = 24

    def words(self) -> str:
        """Number and team."""
        return f"{self.number} {self.said or self.team}".strip()

    def draw(self, ink: Ink, rect: QRectF, state: CellState) -> None:
        """Draw."""
        px = ink.px
        left = rect.left() + px(self.left)
        ink.text(QRectF(left, rect.top(), px(28), rect.height()), self.number, size=12, color=state.quiet, figures=True)
        if self.team:
            square = QRectF(left + px(28), rect.center().y() - px(9), px(18), px(18))
            ink.box(square, px(5), f"{self.team}_soft")
            ink.text(square, self.letter or self.team[0].upper(), size=11, weight=BOLD, color=self.team, align=CENTRE)
