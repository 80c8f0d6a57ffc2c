"""The values of every field a file carries, read from its columns. Child process only.

A field's values are arrays as the lead log keeps them; what could not be read is marked there and explained here.
Must not know which rows are leads.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from workbench.agreement.lead_fields import FIELD
from workbench.sheets.column.cells import Cell, shown
from workbench.sheets.column.date_order import Decision
from workbench.sheets.column.number_text import NumberColumn, read_numbers
from workbench.sheets.column.texts import TextColumn, join, read_texts
from workbench.sheets.dictionary import Dictionary
from workbench.sheets.mapping import Mapping as FileMapping
from workbench.sheets.said import Said, said
from workbench.sheets.table.columns import Column
from workbench.sheets.table.duration_field import is_duration, take_duration
from workbench.sheets.table.instants import (
    DateField,
    ask_for_order,
    decide_orders,
    notes_on_dates,
    read_date_field,
    to_field,
)

Ints = npt.NDArray[np.int64]
ACTIVITY_DATE = "activity_at"
"""The one date of a table of calls and tasks; no field of leads."""


@dataclass
class Fields:
    """Values by field name.

    Attributes:
        headers: Header of the first column of each field.
        stamps: UTC seconds.
        amounts: Ten-thousandths.
        texts: Words.
        reasons: By field and place: why a value was not taken.
        raw: The cells of the first column of each field.
        decisions: Order of each date column, by header.
        notes: What a person should know.
        floating: How many times of day name no offset, so that a zone has to be assumed.
    """

    headers: dict[str, str] = field(default_factory=dict)
    stamps: dict[str, Ints] = field(default_factory=dict)
    amounts: dict[str, Ints] = field(default_factory=dict)
    texts: dict[str, TextColumn] = field(default_factory=dict)
    reasons: dict[str, dict[int, Said]] = field(default_factory=dict)
    raw: dict[str, Sequence[Cell]] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    notes: list[Said] = field(default_factory=list)
    floating: int = 0


def date_fields(
    columns: Sequence[Column], cells: Callable[[int], Sequence[Cell]], words: Dictionary, *, from_1904: bool
) -> dict[str, DateField]:
    """The date fields of a file, read as far as possible without the order of numeric dates."""
    found: dict[str, DateField] = {}
    for column in columns:
        if column.part or not _is_date(column.field):
            continue
        if is_duration(column, words):
            continue
        clock = next((one for one in columns if one.field == column.field and one.part), None)
        times = cells(clock.index) if clock else None
        found[column.field] = read_date_field(column.header, cells(column.index), times, words, from_1904=from_1904)
    return found


def _is_date(name: str) -> bool:
    return name == ACTIVITY_DATE or (name in FIELD and FIELD[name].kind == "instant")


def read_fields(
    columns: Sequence[Column], cells: Callable[[int], Sequence[Cell]], mapping: FileMapping, language: str, zone: str,
    words: Dictionary, file: str, *, vendor: str, from_1904: bool, report: Callable[[int, int], None],
) -> Fields:  # fmt: skip
    """Read every field.

    Args:
        columns: The columns that feed fields.
        cells: Gives the cells of a column by its place.
        mapping: For date order and zone.
        language: Language of the headers where it is clear and not English.
        zone: The agreement's zone.
        words: The dictionary.
        file: File name, for sentences.
        vendor: Guessed origin; some name no unit of their durations.
        from_1904: Whether bare day numbers count from 1904.
        report: Told columns done and all columns.

    Raises:
        DateOrderUnknownError: A column's dates can be read in two ways.
    """
    found = Fields()
    durations = {column.field for column in columns if is_duration(column, words)}
    dates = date_fields(columns, cells, words, from_1904=from_1904)
    found.decisions = decide_orders(list(dates.values()), mapping.date_order, language)
    ask_for_order(list(dates.values()), found.decisions, file)
    found.notes += notes_on_dates(list(dates.values()), found.decisions)
    firsts = [column for column in columns if column.field and not column.part]
    for done, column in enumerate(firsts):
        report(done, len(firsts))
        name, values = column.field, cells(column.index)
        found.headers[name], found.raw[name] = column.header, values
        if name in durations:
            continue
        if name in dates:
            _take_date(found, dates[name], name, mapping.timezone or zone, zone)
        elif FIELD[name].kind == "text":
            second = next((one for one in columns if one.field == name and one.part), None)
            _take_text(found, name, values, cells(second.index) if second else None, words)
        else:
            numbers = read_numbers(
                values, words, comma_language=bool(language), whole=FIELD[name].kind == "count",
                negative=name == "score", ranges=name == "company_size",
            )  # fmt: skip
            _take_numbers(found, name, numbers)
    for column in firsts:
        if column.field in durations:
            take_duration(found, column, cells(column.index), vendor, file)
    return found


def _take_date(found: Fields, dates: DateField, name: str, file_zone: str, zone: str) -> None:
    taken = to_field(dates, found.decisions[dates.header], file_zone, zone)
    if dates.times is not None:
        found.raw[name] = [
            f"{shown(day)} {shown(time)}".strip() for day, time in zip(dates.values, dates.times, strict=True)
        ]
    found.stamps[name] = taken.values
    found.reasons[name] = taken.reasons
    found.floating += taken.floating
    if not taken.timed and len(taken.values) and (taken.values > 0).any():
        found.notes.append(said("no_times", header=dates.header))


def _take_text(
    found: Fields, name: str, values: Sequence[Cell], second: Sequence[Cell] | None, words: Dictionary
) -> None:
    texts = read_texts(values, words, ids=name == "lead_id")
    if second is not None:
        texts = join(texts, read_texts(second, words))
    found.texts[name] = texts
    found.reasons[name] = {
        place: said(code, text=values[place]) if code == "error_cell" else said(code)
        for place, code in texts.reasons.items()
    }
    if texts.rounded:
        found.notes.append(said("long_ids", header=found.headers[name]))


def _take_numbers(found: Fields, name: str, numbers: NumberColumn) -> None:
    found.amounts[name] = numbers.values
    raw = found.raw[name]
    found.reasons[name] = {
        place: said(code, text=raw[place]) if code == "error_cell" else said(code)
        for place, code in numbers.reasons.items()
    }
    header = found.headers[name]
    if numbers.decimal is not None:
        style = "1,234.56" if numbers.decimal == "." else "1.234,56"
        found.notes.append(
            said("number_style" if numbers.certain else "number_style_unsure", header=header, style=style)
        )
    if len(numbers.marks) > 1:
        found.notes.append(said("currencies", header=header, marks=", ".join(numbers.marks)))
    if numbers.ranges:
        found.notes.append(said("ranges", header=header))


def custom_texts(
    cells: Callable[[int], Sequence[Cell]], keep: Mapping[str, int], words: Dictionary
) -> dict[str, TextColumn]:
    """Columns kept under their own names; `keep` gives the place of each."""
    return {name: read_texts(cells(place), words) for name, place in keep.items()}
