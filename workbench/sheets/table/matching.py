"""Which column feeds which field: the mapping's word first, then known spellings, then what the values look like.

Decides from headers and a sample of values; never changes a value. Must not know dates' order or working time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.agreement.lead_fields import FIELD
from workbench.sheets.column.cells import Cell, Row, shown
from workbench.sheets.column.sniff import (
    filled,
    looks_like_clock,
    looks_like_date,
    looks_like_email,
    looks_like_number,
    share,
)
from workbench.sheets.dictionary import CERTAINTY, Dictionary, Match
from workbench.sheets.header_words import normal
from workbench.sheets.mapping import Mapping
from workbench.sheets.own_file import OwnFile
from workbench.sheets.said import Said, said
from workbench.sheets.table.columns import Column, named_columns
from workbench.sheets.table.joining import joined_by_mapping, with_second_parts

_MOST_SLIPS = 500
"""Columns of a table whose headers are looked up with typing slips; a wider one is made, not typed."""
_TOO_FEW = 3
"""Fewer values than this cannot contradict a header."""
_SOME, _MOST = 0.05, 0.5


def match_columns(
    headers: Sequence[str], sample: Sequence[Row], mapping: Mapping, vendor: str, words: Dictionary,
    own: OwnFile | None = None,
) -> tuple[list[Column], list[Said]]:  # fmt: skip
    """Every column with the field it feeds, and what the person should know.

    In a tracker of this program computed columns feed none; where it does not say which those are, only its own labels
    count.

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
    columns = joined_by_mapping(columns, values)
    notes: list[Said] = []
    proposals: dict[str, list[Column]] = {}
    closed = {*own.computed, *own.custom} if own else set()
    strict = own is not None and not own.computed
    for column in columns:
        if column.index in named or column.header in closed:
            continue
        found = _proposal(
            column, values[column.index], vendor, words, notes, slips=len(headers) <= _MOST_SLIPS, strict=strict
        )
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
    columns = with_second_parts(columns, values, named, words, notes)
    return columns, notes


def _telling(values: Sequence[Cell], words: Dictionary) -> list[Cell]:
    """The values that say something: no placeholders, no errors."""
    never = words.date_placeholders | words.errors
    return [one for one in values if not isinstance(one, str) or one.strip().casefold() not in never]


def _proposal(
    column: Column, values: Sequence[Cell], vendor: str, words: Dictionary, notes: list[Said], *, slips: bool,
    strict: bool,
) -> Column | None:  # fmt: skip
    match = words.match(column.header, vendor, slips=slips)
    if strict:
        match = match if match and match.kind == "exact" else None
    elif match is None:
        unsure = words.unsure(column.header)
        if unsure:
            notes.append(said("unsure", header=column.header, field=unsure))
        elif words.is_duration(column.header):
            notes.append(said("duration", header=column.header))
    if match is None:
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
