"""A row's health: the status strip of its commitments, with the counts in words under it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF

from workbench.ui.charts import strip
from workbench.ui.tables.cell import CellState
from workbench.ui.tables.column import PADDING
from workbench.ui.theme.ink import Ink


class StripCell(NamedTuple):
    """A status strip.

    Attributes:
        data: What it shows.
        left: Design pixels before.
    """

    data: strip.Strip
    left: float = PADDING

    def words(self) -> str:
        """The strip in words."""
        return strip.describe(self.data)

    def draw(self, ink: Ink, rect: QRectF, _state: CellState) -> None:
        """Draw."""
        strip.draw(ink.painter, rect.adjusted(ink.px(self.left), 0, -ink.px(6), 0), self.data, ink.look)
