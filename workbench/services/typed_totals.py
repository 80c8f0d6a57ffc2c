"""Totals and things done that people typed into a tracker and that the program does not have.

They are not taken in: a person of each team stands behind an entry by name, which a sheet does not say. Must not know
either face.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.agreement.commitments import commitments
from workbench.agreement.model import read_agreement
from workbench.base.errors import NotFoundError
from workbench.fields.value import plain

if TYPE_CHECKING:
    from workbench.sheets.reading import Reading
    from workbench.storage.library import Library

FOUR_PLACES = Decimal("0.0001")


def with_typed_totals(library: Library, agreement: str, reading: Reading) -> Reading:
    """A tracker's reading with a note on how many entries of its Totals are not in the program.

    An entry that was in the program once and was corrected there since is known. Other files are left as they are.
    """
    if not reading.typed or reading.own is None:
        return reading
    from workbench.sheets.said import said  # noqa: PLC0415  (only where a tracker is read)

    typed: Counter[tuple[str, str, str, str]] = Counter(
        (one.kind, one.label, one.when, one.amount) for one in reading.typed
    )
    missing = typed - _known(library, agreement, reading.own.hash)
    if not missing:
        return reading
    return dataclasses.replace(reading, notes=(*reading.notes, said("typed_totals", count=missing.total())))


def _known(library: Library, agreement: str, version: str) -> Counter[tuple[str, str, str, str]]:
    """Every entry ever made, by the labels of the version that the tracker is of."""
    try:
        content = library.versions.content(version)
    except NotFoundError:
        content = library.drafts.get(agreement).content
    labels = [(one.metric, one.label) for one in commitments(read_agreement(content, "The version")) if one.metric]
    totals = [
        ("total", label, entry.period, plain(entry.value.quantize(FOUR_PLACES)))
        for entry in library.totals.all(agreement, history=True)
        for metric, label in labels
        if metric == entry.metric and entry.value is not None
    ]
    done = [
        ("done", label, entry.done_on.isoformat(), str(entry.pieces))
        for entry in library.attestations.all(agreement, history=True)
        for metric, label in labels
        if metric == entry.key
    ]
    return Counter([*totals, *done])
