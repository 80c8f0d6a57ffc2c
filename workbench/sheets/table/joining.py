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

    Beside the day of a call, its time of day is a field of its own.

    Raises:
        NotAllowedError: They are not a date and its time of day, or two texts.
    """
    found = list(columns)
    for field in dict.fromkeys(one.field for one in columns if one.field):
        pair = [one for one in columns if one.field == field]
        if len(pair) == 1:
            continue
        kind = _kind(field)
        if kind == "instant" and len(pair) == 2:
            clock = [one for one in pair if share(values[one.index], looks_like_time) >= 0.7]
            own = "activity_time" if field == "activity_at" else ""
            if len(clock) == 1 and not (own and any(one.field == own for one in columns)):
                found[clock[0].index] = replace(clock[0], field=own) if own else replace(clock[0], part=1)
                continue
        elif kind == "text" and len(pair) == 2 and field not in {"lead_id", "email"}:
            found[pair[1].index] = replace(pair[1], part=1)
            continue
        names = " and ".join(f"“{one.header}”" for one in pair)
        raise NotAllowedError(
            f"The mapping gives “{field}” to {names}, which cannot be joined.", "Leave one of them out."
        )
    return found


def _kind(field: str) -> str:
    """What a field holds; of those that only calls and tasks have, just the day may be told by two columns."""
    return FIELD[field].kind if field in FIELD else "instant" if field == "activity_at" else ""


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
    """The date column of which a column is the time of day."""
    days = (one for one in firsts.values() if one.field in FIELD and FIELD[one.field].kind == "instant")
    return next((day for day in days if is_time_of(column, day, values, words)), None)


def is_time_of(column: Column, day: Column, values: Sequence[Cell], words: Dictionary) -> bool:
    """Whether a column is the time of day of a date column: the same words but for “time” and “date”.

    Args:
        column: The one that may be.
        day: The other.
        values: Some values of `column`.
        words: The dictionary.
    """
    tokens = normal(column.header).split()
    if not set(tokens) & words.time_words or (values and share(values, looks_like_time) < 0.5):
        return False
    rest = [token for token in tokens if token not in words.time_words]
    theirs = [token for token in normal(day.header).split() if token not in words.day_words]
    return theirs == rest and (bool(rest) or abs(day.index - column.index) == 1)
