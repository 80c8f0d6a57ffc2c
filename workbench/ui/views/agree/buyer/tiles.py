"""Segments, personas and stages of the journey as cards side by side. Must not know other sections."""

from __future__ import annotations

from typing import ClassVar

from workbench.fields.value import Row
from workbench.ui.form.layouts import Group, Layout, Spot
from workbench.ui.form.tile_rows import Tile, TileRows


class ProfileTiles(TileRows):
    """The buyers of segments that differ, side by side."""

    tile: ClassVar[Layout | None] = Layout(
        (
            Group(
                (
                    Spot("segment"), Spot("profile"), Spot("employees_from", "half"), Spot("employees_to", "half"),
                    Spot("industries"), Spot("regions"), Spot("exclusions"),
                )
            ),
        )
    )  # fmt: skip
    least: ClassVar[float] = 280
    most: ClassVar[int] = 3


class PersonaTiles(TileRows):
    """The people behind the company name."""

    tile: ClassVar[Layout | None] = Layout(
        (
            Group(
                (
                    Spot("name"),
                    Spot("purchase_role"),
                    Spot("problems"),
                    Spot("objections"),
                    Spot("triggers"),
                    Spot("segments", if_any=True),
                )
            ),
        )
    )
    least: ClassVar[float] = 232
    most: ClassVar[int] = 3


class JourneyTiles(TileRows):
    """The way of a buyer, stage by stage; the edge of a card has the colour of the team that leads there."""

    tile: ClassVar[Layout | None] = Layout((Group((Spot("name"), Spot("question"), Spot("leads"), Spot("content"))),))
    least: ClassVar[float] = 176
    most: ClassVar[int] = 4

    def _name_row(self, number: int, one: Row) -> None:
        super()._name_row(number, one)
        frame = self.frames.get(one.key)
        if isinstance(frame, Tile):
            frame.show_team(str(getattr(one, "leads", "")))
