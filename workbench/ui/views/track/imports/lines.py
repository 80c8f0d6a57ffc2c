"""The list of imports: what stands in which column. Must not know the page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from workbench.base.language import N_, Language
from workbench.ui.tables.cell import Cell
from workbench.ui.tables.cells.glyph import Glyph
from workbench.ui.tables.cells.lines import Lines
from workbench.ui.tables.cells.number import Number
from workbench.ui.tables.column import Column
from workbench.ui.theme.fonts import MEDIUM, REGULAR
from workbench.ui.views.dates import day_and_time
from workbench.ui.views.track.learning import Import, local
from workbench.ui.views.track.names import Names

NARROW = ("as_of", "known", "state")
"""Columns that go where there is little room; the second line says the same."""


def import_columns(language: Language, names: Names, zone: Callable[[], str]) -> list[Column[Import]]:
    """The columns of the list.

    Args:
        language: For the words.
        names: Whether people are shown.
        zone: Of the agreement, as it is known then.
    """
    text = language.text
    numbers: list[tuple[str, str, Callable[[Import], int]]] = [
        ("new", text(N_("New")), lambda one: one.added),
        ("changed", text(N_("Changed")), lambda one: one.updated),
        ("known", text(N_("Known")), lambda one: one.unchanged),
        ("rejected", text(N_("Rejected")), lambda one: one.rejected),
        ("problems", text(N_("Problems")), lambda one: one.problems),
    ]
    return [
        Column("file", text(N_("File")), lambda one: _file(one, language, names, zone()), left_pad=24),
        Column("as_of", text(N_("Data until")), lambda one: _until(one, language, zone()), 168),
        *(
            Column(key, title, partial(_number, number=number), 88, right=True, sort=number)
            for key, title, number in numbers
        ),
        Column("state", text(N_("State")), lambda one: _state(one, language), 128),
    ]


def when(one: Import, language: Language, zone: str) -> str:
    """When it was made: `Mon 15 Jun 2026, 14:00`."""
    return ", ".join(day_and_time(local(one.at, zone), language))


def until(one: Import, language: Language, zone: str) -> str:
    """What it speaks for, in full; empty where it does not say."""
    return ", ".join(day_and_time(local(one.as_of, zone), language)) if one.as_of is not None else ""


def _file(one: Import, language: Language, names: Names, zone: str) -> Cell:
    who = names.person(one.by)
    made = " · ".join(part for part in (when(one, language, zone), who) if part)
    back = "" if one.counts else language.text(N_("Taken back"))
    color = "text" if one.counts else "sub"
    return Lines(one.file, made, tag=back, mark=str(one.number), weight=MEDIUM, left=24, color=color)


def _until(one: Import, language: Language, zone: str) -> Cell:
    if one.as_of is None:
        return Lines("–", color="muted")
    day, time = day_and_time(local(one.as_of, zone), language)
    return Lines(day, time, color="text" if one.counts else "sub", figures=True)


def _number(one: Import, number: Callable[[Import], int]) -> Cell:
    value = number(one)
    return Number(
        f"{value:,}", MEDIUM if value and one.counts else REGULAR, "text" if value and one.counts else "muted"
    )


def _state(one: Import, language: Language) -> Cell:
    if one.counts:
        return Glyph("circle-check", language.text(N_("Counts")), shown=True, color="ok")
    return Glyph("undo-2", language.text(N_("Taken back")), shown=True)
