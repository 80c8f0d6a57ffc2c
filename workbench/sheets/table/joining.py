"""Two columns that are one field: a date and its time of day, a first and a last name.

Must not know how single columns are matched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.agreement.lead_fields import FIELD
from workbench.base.errors import NotAllowedError
from workbench.sheets.column.cells import Cell
from workbench.sheets.column.sniff import (
    looks_like_time,
    share,
)
from workbench.sheets.dictionary import Dictionary
from workbench.sheets.header_words import normal
from workbench.sheets.said import Said, said
from workbench.sheets.table.columns import Column


def joined_by_mapping(columns: list[Column], values: Sequence[Sequence[Cell]]) -> list[Column]:
    """Mark the second of two columns that a mapping gives to one field.

    Raises:
        NotAllowedError: They are not a date and its time of day, or two texts.
    """
    found = list(columns)
    for field in dict.fromkeys(one.field for one in columns if one.field):
        pair = [one for one in columns if one.field == field]
        if len(pair) == 1:
            continue
        kind = FIELD[field].kind
        if kind == "instant" and len(pair) == 2:
            clock = [one for one in pair if share(values[one.index], looks_like_time) >= 0.7]
            if len(clock) == 1:
                found[clock[0].index] = replace(clock[0], part=1)
                continue
        elif kind == "text" and len(pair) == 2 and field not in {"lead_id", "email"}:
            found[pair[1].index] = replace(pair[1], part=1)
            continue
        names = " and ".join(f"“{one.header}”" for one in pair)
        raise NotAllowedError(
            f"The mapping gives “{field}” to {names}, which cannot be joined.", "Leave one of them out."
        )
    return found


def with_second_parts(
    columns: list[Column], values: Sequence[Sequence[Cell]], named: dict[int, str], words: Dictionary,
    notes: list[Said],
) -> list[Column]:  # fmt: skip
    """Join times of day to their dates and last names to first names."""
    found = list(columns)
    firsts = {one.field: one for one in columns if one.field and not one.part}
    joined = {one.field for one in columns if one.part}
    for column in columns:
        if column.field or column.index in named:
            continue
        part = words.part(column.header)
        if part and part[1] == 1 and part[0] in firsts and part[0] not in joined:
            first = firsts[part[0]]
            if words.part(first.header) == (part[0], 0):
                found[column.index] = replace(column, field=part[0], match="known", certainty=0.9, part=1)
                notes.append(said("joined_text", header=column.header, first=first.header, field=part[0]))
                joined.add(part[0])
            continue
        day = _day_of(column, firsts, values[column.index], words)
        if day is not None and day.field not in joined:
            found[column.index] = replace(column, field=day.field, match="known", certainty=0.9, part=1)
            notes[:] = [one for one in notes if ("header", column.header) not in one.values]  # another reading of it
            notes.append(said("joined_time", header=column.header, day=day.header))
            joined.add(day.field)
    return found


def _day_of(column: Column, firsts: dict[str, Column], values: Sequence[Cell], words: Dictionary) -> Column | None:
    """The date column of which a column is the time of day: the same words but for “time” and “date”."""
    tokens = normal(column.header).split()
    if not set(tokens) & words.time_words or (values and share(values, looks_like_time) < 0.5):
        return None
    rest = [token for token in tokens if token not in words.time_words]
    for first in firsts.values():
        theirs = [token for token in normal(first.header).split() if token not in words.day_words]
        near = bool(rest) or abs(first.index - column.index) == 1
        if FIELD[first.field].kind == "instant" and theirs == rest and near:
            return first
    return None
