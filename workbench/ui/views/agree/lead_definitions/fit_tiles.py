"""Fit criteria, one below the other: each in words, and below them how a column of the data shows it.

Must not know how a criterion is judged.
"""

from __future__ import annotations

from typing import ClassVar

from workbench.ui.form.layouts import Group, Layout, Spot
from workbench.ui.form.tile_rows import TileRows


class FitTiles(TileRows):
    """The criteria a lead must meet, all of them."""

    tile: ClassVar[Layout | None] = Layout(
        (
            Group(
                (
                    Spot("name"), Spot("field", "third"), Spot("comparison", "third"), Spot("values", "third"),
                    Spot("segments", if_any=True),
                )
            ),
        )
    )  # fmt: skip
    most: ClassVar[int] = 1
