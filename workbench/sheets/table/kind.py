"""What the rows of a foreign table are: leads, activities of leads, or totals of periods; and an activity's columns.

Decided by headers that only one of them has; leads wherever that is not clear. Child process only. Must not know
values.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from workbench.agreement.lead_fields import INSTANT_FIELDS
from workbench.sheets.dictionary import Dictionary
from workbench.sheets.header_words import forms
from workbench.sheets.mapping import Mapping as FileMapping, TableKind
from workbench.sheets.table.columns import named_columns
from workbench.sheets.table.layout import Layout

ACTIVITY_PREFIXES = frozenset({"activity", "atividade", "actividad", "aktivitat", "task", "tarefa", "call"})
ENOUGH_MARKS = 2
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
    found = activity_columns(layout.headers, mapping, words)
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
    parts = {place: PARTS[part] for part, place in activity_columns(layout.headers, mapping, words).items()}
    columns = tuple(
        dataclasses.replace(
            column, field=parts.get(column.index, ""), part=0, certainty=1.0 if column.index in parts else 0.0,
            match="none" if column.index not in parts else "remembered" if column.index in named else "known",
        )
        for column in layout.columns
    )  # fmt: skip
    notes = tuple(note for note in layout.notes if note.code not in OF_LEADS)
    return dataclasses.replace(layout, columns=columns, notes=notes)


def _are_totals(spelled: Sequence[set[str]], words: Dictionary) -> bool:
    return all(any(one & set(words.period_totals[name]) for one in spelled) for name in _NEEDED_TOTALS)


def activity_columns(headers: Sequence[str], mapping: FileMapping, words: Dictionary) -> Mapping[str, int]:
    """Place of the column of each part of an activity: `lead`, `email`, `at`, `time`, `type`, `state`, `id`.

    The mapping's word first, then the spelling that stands first in the dictionary; each column once.
    """
    named = {field: part for part, field in PARTS.items()}
    given = named_columns(headers, mapping)
    found: dict[str, int] = {}
    for place, field in given.items():
        if field:
            found.setdefault(named.get(field, field), place)
    spelled = [forms(header, ACTIVITY_PREFIXES) for header in headers]
    for part in ("lead", "email", "at", "time", "type", "state", "id"):
        order = {spelling: rank for rank, spelling in enumerate(words.activities[part])}
        candidates = [
            (min(order[form] for form in one if form in order), place)
            for place, one in enumerate(spelled)
            if place not in given and place not in found.values() and any(form in order for form in one)
        ]
        if candidates and part not in found:
            found[part] = min(candidates)[1]
    return found
