"""Which column feeds which field: the mapping's word first, then known spellings, then what the values look like.

Decides from headers and a sample of values; never changes a value. Must not know dates' order or working time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.agreement.lead_fields import FIELD
from workbench.base.errors import NotAllowedError
from workbench.sheets.column.cells import Cell, Row, letters, shown
from workbench.sheets.column.sniff import (
    filled,
    looks_like_clock,
    looks_like_date,
    looks_like_email,
    looks_like_number,
    looks_like_time,
    share,
)
from workbench.sheets.dictionary import CERTAINTY, Dictionary, Match, MatchKind
from workbench.sheets.header_words import normal
from workbench.sheets.mapping import Mapping
from workbench.sheets.said import Said, said

_TOO_FEW = 3
"""Fewer values than this cannot contradict a header."""
_SOME, _MOST = 0.05, 0.5


@dataclass(frozen=True)
class Column:
    """One column of the file.

    Attributes:
        index: Place in the grid's rows, from 0.
        header: As the file has it, made unique; `Column F` where it has none.
        field: The lead field it feeds; empty for none.
        match: How the field was found.
        certainty: 0 to 1.
        part: 0 for the column itself; 1 for a time of day or a last name that joins the column before it.
        language: Language code of the spelling that matched, where it has one.
    """

    index: int
    header: str
    field: str = ""
    match: MatchKind = "none"
    certainty: float = 0.0
    part: int = 0
    language: str = ""


def unique_headers(row: Row, first_column: int) -> tuple[list[str], list[Said]]:
    """The headers of a row, made unique, and what had to be said."""
    notes: list[Said] = []
    seen: Counter[str] = Counter()
    names: list[str] = []
    for index, cell in enumerate(row):
        name = shown(cell) or f"Column {letters(first_column + index)}"
        seen[name] += 1
        if seen[name] == 2:
            notes.append(said("duplicate_header", header=name))
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return names, notes


def match_columns(
    headers: Sequence[str], sample: Sequence[Row], mapping: Mapping, vendor: str, words: Dictionary
) -> tuple[list[Column], list[Said]]:
    """Every column with the field it feeds, and what the person should know.

    Raises:
        NotAllowedError: The mapping gives one field to columns that cannot be joined.
    """
    named = named_columns(headers, mapping)
    values = [_telling(filled(row[index] for row in sample), words) for index in range(len(headers))]
    columns = [
        Column(index, header, named[index], "remembered" if named[index] else "none", 1.0 if named[index] else 0.0)
        if index in named
        else Column(index, header)
        for index, header in enumerate(headers)
    ]
    columns = _joined_by_mapping(columns, values)
    notes: list[Said] = []
    proposals: dict[str, list[Column]] = {}
    for column in columns:
        if column.index in named:
            continue
        found = _proposal(column, values[column.index], vendor, words, notes)
        if found is not None:
            proposals.setdefault(found.field, []).append(found)
    taken = {column.field: column for column in columns if column.field and not column.part}
    for field, found_columns in proposals.items():
        best, *others = sorted(found_columns, key=lambda one: (-one.certainty, one.index))
        if field in taken:
            others.insert(0, best)
        else:
            taken[field] = columns[best.index] = best
            if best.match == "guess":
                notes.append(said("guessed", header=best.header, field=field))
            elif mapping.columns:
                notes.append(said("detected", header=best.header, field=field))
        notes += [said("also_fits", header=o.header, field=field, taken=taken[field].header) for o in others]
    columns = _sniffed(columns, values, named, taken, notes)
    columns = _with_second_parts(columns, values, named, words, notes)
    return columns, notes


def _telling(values: Sequence[Cell], words: Dictionary) -> list[Cell]:
    """The values that say something: no placeholders, no errors."""
    never = words.date_placeholders | words.errors
    return [one for one in values if not isinstance(one, str) or one.strip().casefold() not in never]


def named_columns(headers: Sequence[str], mapping: Mapping) -> dict[int, str]:
    """Field by column index for the headers a mapping names: by their exact text, else by their normal form."""
    exact = {header: index for index, header in enumerate(headers)}
    loose = {normal(header): index for index, header in reversed(list(enumerate(headers)))}
    found: dict[int, str] = {}
    for header, field in mapping.columns.items():
        index = exact.get(" ".join(header.split()), exact.get(header))
        index = loose.get(normal(header)) if index is None and normal(header) else index
        if index is not None:
            found.setdefault(index, field)
    return found


def missing_columns(headers: Sequence[str], mapping: Mapping) -> list[str]:
    """Headers that a mapping names, for a field or to be kept, and the file does not have."""
    have = set(headers) | {normal(header) for header in headers}
    wanted = [*(header for header, field in mapping.columns.items() if field), *mapping.keep]
    return [one for one in wanted if one not in have and " ".join(one.split()) not in have and normal(one) not in have]


def _proposal(
    column: Column, values: Sequence[Cell], vendor: str, words: Dictionary, notes: list[Said]
) -> Column | None:
    match = words.match(column.header, vendor)
    if match is None:
        unsure = words.unsure(column.header)
        if unsure:
            notes.append(said("unsure", header=column.header, field=unsure))
        elif normal(column.header) in words.durations:
            notes.append(said("duration", header=column.header))
        return None
    if not _values_fit(match, values):
        notes.append(said("values_contradict", header=column.header, field=match.field))
        return None
    return replace(column, field=match.field, match=match.kind, certainty=match.certainty, language=match.language)


def _values_fit(match: Match, values: Sequence[Cell]) -> bool:
    """Whether a sample of the values can be what the header says; odd ones are for the person to see as problems."""
    if len(values) < _TOO_FEW:
        return True
    kind = FIELD[match.field].kind
    if kind == "instant":
        return share(values, looks_like_date) >= _SOME
    if kind in {"count", "number", "money"}:
        return share(values, looks_like_number) >= _SOME
    if share(values, looks_like_clock) >= _MOST:
        return False
    if match.field == "email":
        return share(values, looks_like_email) >= _SOME or match.certainty >= CERTAINTY["known"]
    if match.field in {"lead_id", "person", "company", "owner"}:
        return share(values, lambda one: looks_like_date(one) and not isinstance(one, int | float | str)) < 0.5
    return True


def _sniffed(
    columns: list[Column], values: Sequence[Sequence[Cell]], named: dict[int, str], taken: dict[str, Column],
    notes: list[Said],
) -> list[Column]:  # fmt: skip
    """Columns recognised by their values alone: e-mail addresses, and an identity under an unknown name."""
    found = list(columns)
    free = [one for one in columns if not one.field and one.index not in named and values[one.index]]
    if "email" not in taken:
        for column in free:
            if share(values[column.index], looks_like_email) >= 0.8:
                found[column.index] = replace(column, field="email", match="guess", certainty=0.8)
                notes.append(said("guessed", header=column.header, field="email"))
                taken["email"] = found[column.index]
                break
    if "lead_id" not in taken and "email" not in taken:
        for column in free:
            if _is_identity(column.header, values[column.index]):
                found[column.index] = replace(column, field="lead_id", match="guess", certainty=CERTAINTY["guess"])
                notes.append(said("guessed", header=column.header, field="lead_id"))
                break
    return found


def _is_identity(header: str, values: Sequence[Cell]) -> bool:
    last = (normal(header).split() or [""])[-1]
    if last not in {"id", "nr", "no", "number", "numero", "nummer", "code", "codigo", "key"}:
        return False
    texts = [shown(value) for value in values]
    return len(set(texts)) == len(texts) and not any(looks_like_date(v) and not isinstance(v, str) for v in values[:5])


def _with_second_parts(
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


def _joined_by_mapping(columns: list[Column], values: Sequence[Sequence[Cell]]) -> list[Column]:
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
