"""A reading held against what the library knows: which leads, attempts and totals are new, and which differ.

Must not know either face, nor keep anything.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np

from workbench.agreement.model import Agreement
from workbench.services.export_changes import changes_since
from workbench.services.import_order import ReadOrder
from workbench.services.imported import ReadFile
from workbench.services.period_totals import compare_totals
from workbench.services.privacy import as_known
from workbench.services.typed_totals import with_typed_totals
from workbench.sheets.mapping import mapping_to_json
from workbench.sheets.recognising import recognised
from workbench.sheets.said import said
from workbench.tracking.activities import joined
from workbench.tracking.leads import LeadLog
from workbench.tracking.merging import merged

if TYPE_CHECKING:
    from workbench.sheets.reading import Reading
    from workbench.storage.library import Library


def compared(library: Library, order: ReadOrder, content: Agreement, reading: Reading) -> ReadFile:
    """A reading beside what is known.

    Args:
        library: The open library.
        order: What was to be read.
        content: What the agreement says.
        reading: What was read.
    """
    columns = {header: reading.fields.get(header) for header in reading.headers}  # also the unused: see the next export
    used = mapping_to_json(order.mapping) | {"columns": columns}
    if reading.kind != "leads":
        used["kind"] = reading.kind
    if reading.kind == "totals":
        found = compare_totals(library, order.agreement, content, reading.totals, reading.sheet)
        reading = dataclasses.replace(reading, problems=(*reading.problems, *found.problems))
        return ReadFile(order.path, used, reading, found.added, found.updated, found.unchanged, found.new)
    if reading.kind == "activities":
        return _activities(library, order, used, reading)
    reading, totals = with_typed_totals(library, order.agreement, reading)
    known = library.actuals.leads(order.agreement)
    # a tracker was written with the attempts that activities brought, so it is held against those
    log = library.actuals.log(order.agreement) if reading.own is not None else known
    leads = as_known(library, reading.leads, log) if order.mapping.private else reading.leads
    reading = dataclasses.replace(reading, leads=recognised(leads, log, order.zone))
    seen = merged(log, reading.leads)
    changes = changes_since(library, order.agreement, reading, known) if reading.own is None else ()
    reading = dataclasses.replace(reading, notes=(*changes, *reading.notes))
    return ReadFile(order.path, used, reading, seen.added, seen.updated, seen.unchanged, totals, changes)


def _activities(library: Library, order: ReadOrder, used: dict[str, object], reading: Reading) -> ReadFile:
    leads = library.actuals.leads(order.agreement)
    before = library.actuals.log(order.agreement)
    files = library.actuals.activities(order.agreement)
    if order.mapping.private:
        reading = dataclasses.replace(reading, leads=as_known(library, reading.leads, leads))
    own = joined(leads, [reading.leads])
    after = joined(leads, [*files, reading.leads]).log
    changed = _changed(before, after)
    notes = [said("activities_unknown", count=own.unknown)] if own.unknown else []
    reading = dataclasses.replace(reading, notes=(*reading.notes, *notes))
    return ReadFile(order.path, used, reading, 0, changed, own.leads - changed)


def _changed(before: LeadLog, after: LeadLog) -> int:
    """How many leads say something else."""
    differs = np.zeros(len(after), np.bool_)
    for name, column in after.columns.items():
        old = before.columns.get(name)
        if old is None:
            differs |= after.filled(name)
        elif old is not column:
            differs |= old.values != column.values
    return int(differs.sum())
