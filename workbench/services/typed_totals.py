"""Totals and things done that people typed into a tracker and that the program does not have.

Totals are taken in with the import, like any table of totals. Things done are not: a person of each team stands behind
such an entry by name, which a sheet does not say. Must not know either face.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from workbench.agreement.commitments import commitments
from workbench.agreement.model import Agreement, read_agreement
from workbench.base.errors import NotFoundError, WorkbenchError
from workbench.fields.value import plain
from workbench.services.period_totals import KEPT_PLACES, Metrics, beside_known

if TYPE_CHECKING:
    from workbench.sheets.reading import Reading
    from workbench.sheets.wire import TypedSeen
    from workbench.storage.library import Library
    from workbench.storage.records.imports import NewTotal

Entry = tuple[str, str, str, str]
"""What kind, label, period or day, and number."""


def with_typed_totals(
    library: Library, agreement: str, reading: Reading
) -> tuple[Reading, tuple[NewTotal, ...]]:  # fmt: skip
    """A tracker's reading with notes on the entries of its Totals, and the totals to be taken in with it.

    An entry that was in the program once and was corrected there since is known, and stays as it was corrected. Other
    files are left as they are.
    """
    if not reading.typed or reading.own is None:
        return reading, ()
    from workbench.sheets.said import said  # noqa: PLC0415  (only where a tracker is read)

    content = _content(library, agreement, reading.own.hash)
    known = _known(library, agreement, content)
    unknown: list[TypedSeen] = []
    for one in reading.typed:
        entry = (one.kind, one.label, one.when, one.amount)
        if known[entry]:
            known[entry] -= 1
        else:
            unknown.append(one)
    if not unknown:
        return reading, ()
    metrics = Metrics(content)
    found = [total for typed in unknown if (total := _total(metrics, typed)) is not None]
    new, _, _ = beside_known(library, agreement, {(one.metric, one.period): one for one in found})
    notes = [said("typed_totals_taken", count=len(new))] if new else []
    left = len(unknown) - len(found)
    notes += [said("typed_totals", count=left)] if left else []
    return dataclasses.replace(reading, notes=(*reading.notes, *notes)), new


def _total(metrics: Metrics, typed: TypedSeen) -> NewTotal | None:
    """The total that an entry is; nothing where it is none, or an unfinished one."""
    from workbench.storage.records.imports import NewTotal  # noqa: PLC0415  (the store's own shape)

    key = metrics.key(typed.label) if typed.kind == "total" else ""
    if not key:
        return None
    try:
        value = Decimal(typed.amount)
        fits = value.is_finite() and metrics.why_not(key, typed.when, value, percent=True) is None
    except (InvalidOperation, WorkbenchError):
        return None
    return NewTotal(key, typed.when, value, typed.note) if fits else None


def _content(library: Library, agreement: str, version: str) -> Agreement:
    """What the version that a tracker is of says."""
    try:
        content = library.versions.content(version)
    except NotFoundError:
        content = library.drafts.get(agreement).content
    return read_agreement(content, "The version")


def _known(library: Library, agreement: str, content: Agreement) -> Counter[Entry]:
    """Every entry ever made, but those of imports taken back, by the labels of a version."""
    labels = [(one.metric, one.label) for one in commitments(content) if one.metric]
    undone = {one.number for one in library.actuals.batches(agreement) if one.undone_at is not None}
    totals = [
        ("total", label, entry.period, plain(entry.value.quantize(KEPT_PLACES)))
        for entry in library.totals.all(agreement, history=True)
        for metric, label in labels
        if metric == entry.metric and entry.value is not None and entry.batch not in undone
    ]
    done = [
        ("done", label, entry.done_on.isoformat(), str(entry.pieces))
        for entry in library.attestations.all(agreement, history=True)
        for metric, label in labels
        if metric == entry.key
    ]
    return Counter([*totals, *done])
