"""What the rows of a foreign table are: leads, activities of leads, or totals of periods; and an activity's columns.

Decided by headers that only one of them has; leads wherever that is not clear. Child process only. Must not know
values.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from workbench.agreement.lead_fields import INSTANT_FIELDS
from workbench.base.errors import NotAllowedError
from workbench.sheets.column.sniff import filled
from workbench.sheets.dictionary import Dictionary
from workbench.sheets.header_words import forms
from workbench.sheets.mapping import ACTIVITY_FIELDS, Mapping as FileMapping, TableKind
from workbench.sheets.said import Said, said
from workbench.sheets.table.columns import named_columns
from workbench.sheets.table.joining import is_time_of
from workbench.sheets.table.layout import Layout

ACTIVITY_PREFIXES = frozenset({"activity", "atividade", "actividad", "aktivitat", "task", "tarefa", "call"})
ENOUGH_MARKS = 2
_LOOKED_AT = 200
_ONLY_LEADS_HAVE = frozenset(INSTANT_FIELDS) - {"created_at", "last_attempt_at"}
_NEEDED_TOTALS = ("metric", "period", "value")


def kind_of(layout: Layout, mapping: FileMapping, words: Dictionary) -> TableKind:
    """What the rows of a table are."""
    if mapping.kind is not None:
        return mapping.kind
    if layout.own is not None or any(column.match == "remembered" for column in layout.columns):
        return "leads"
    fields = {column.field for column in layout.columns if column.field}
    spelled = [set(forms(header)) for header in layout.headers]
    if not fields & {"lead_id", "email"} and _are_totals(spelled, words):
        return "totals"
    if fields & _ONLY_LEADS_HAVE:
        return "leads"
    marks = frozenset(words.activities["marks"])
    found = activity_columns(layout, mapping, words)
    refers = "at" in found and ("lead" in found or "email" in found)
    return "activities" if refers and sum(bool(one & marks) for one in spelled) >= ENOUGH_MARKS else "leads"


PARTS = {
    "lead": "lead_id", "email": "email", "at": "activity_at", "time": "activity_time", "type": "activity_type",
    "state": "activity_state", "id": "activity_id",
}  # fmt: skip
"""What a mapping calls each part of an activity."""
OF_LEADS = frozenset({
    "guessed", "detected", "unsure", "also_fits", "values_contradict", "duration", "joined_time", "joined_text",
})  # fmt: skip
"""Notes on what the columns would be if the rows were leads."""


def as_activities(layout: Layout, mapping: FileMapping, words: Dictionary) -> Layout:
    """The layout of a table of activities, where each column feeds the part of an activity that it tells, or none."""
    named = named_columns(layout.headers, mapping)
    parts = {place: PARTS[part] for part, place in activity_columns(layout, mapping, words).items()}
    columns = tuple(
        dataclasses.replace(
            column, field=parts.get(column.index, ""), part=0, certainty=1.0 if column.index in parts else 0.0,
            match="none" if column.index not in parts else "remembered" if column.index in named else "known",
        )
        for column in layout.columns
    )  # fmt: skip
    notes = tuple(note for note in layout.notes if note.code not in OF_LEADS)
    return dataclasses.replace(layout, columns=columns, notes=(*notes, *not_of_activities(layout, mapping)))


def not_of_activities(layout: Layout, mapping: FileMapping) -> list[Said]:
    """The columns that a mapping gives to fields which calls and tasks do not have; nothing becomes of them."""
    named, known = named_columns(layout.headers, mapping), {"", *PARTS.values()}
    return [
        said("not_of_calls", header=layout.headers[place], field=field)
        for place, field in named.items()
        if field not in known
    ]


def refuse_activity_fields(layout: Layout, mapping: FileMapping) -> None:
    """Refuse to read leads by a mapping that speaks of calls.

    Raises:
        NotAllowedError: It gives a column to a field that only they have.
    """
    for place, field in named_columns(layout.headers, mapping).items():
        if field in ACTIVITY_FIELDS:
            raise NotAllowedError(
                f"The mapping gives “{layout.headers[place]}” to {field}, which only calls and tasks have.",
                "Import the file as activities, or leave the column out of the mapping.",
            )


def _are_totals(spelled: Sequence[set[str]], words: Dictionary) -> bool:
    return all(any(one & set(words.period_totals[name]) for one in spelled) for name in _NEEDED_TOTALS)


def activity_columns(layout: Layout, mapping: FileMapping, words: Dictionary) -> Mapping[str, int]:
    """Place of the column of each part of an activity: `lead`, `email`, `at`, `time`, `type`, `state`, `id`.

    The mapping's word first, then the spelling that stands first in the dictionary; each column once. A time of day is
    also known by the words it shares with the day.
    """
    given = named_columns(layout.headers, mapping)
    fields = {layout.columns[place].field: place for place in reversed(given)}
    found = {part: fields[field] for part, field in PARTS.items() if field in fields}
    spelled = [forms(header, ACTIVITY_PREFIXES) for header in layout.headers]
    for part in ("lead", "email", "at", "time", "type", "state", "id"):
        order = {spelling: rank for rank, spelling in enumerate(words.activities[part])}
        candidates = [
            (min(order[form] for form in one if form in order), place)
            for place, one in enumerate(spelled)
            if place not in given and place not in found.values() and any(form in order for form in one)
        ]
        if candidates and part not in found:
            found[part] = min(candidates)[1]
    free = [one for one in layout.columns if one.index not in given and one.index not in found.values()]
    if "at" in found and "time" not in found:
        day, some = layout.columns[found["at"]], layout.body[:_LOOKED_AT]
        times = (c for c in free if is_time_of(c, day, filled(row[c.index] for row in some), words))
        clock = next(times, None)
        if clock is not None:
            found["time"] = clock.index
    return found
