"""`read_table`: the leads of a foreign file as a lead log, with everything that was not taken and why.

The work is done in the reader child; here its answer becomes typed and is checked. Must not know storage.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping as MappingOf, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from workbench.sheets.limits import Limits
from workbench.sheets.mapping import DETECTED, Mapping, TableKind, check_zone, mapping_to_json
from workbench.sheets.own_file import OwnFile
from workbench.sheets.reader_process import Cancel, Report, child_answer, never, no_report
from workbench.sheets.said import Said
from workbench.sheets.totals import PeriodTotal, TotalsReading, to_totals
from workbench.sheets.verify_answer import (
    Problem,
    SkippedRow,
    impossible_answer,
    own_of,
    problems_of,
    said_of,
    skipped_of,
)
from workbench.sheets.wire import ColumnTaken, Request, Taken, TotalsTaken, TypedSeen
from workbench.tracking.leads import (
    CUSTOM,
    NO_LEADS,
    Amounts,
    Column,
    Ints,
    LeadLog,
    Stamps,
    Words,
    column_kind,
    is_column,
)


@dataclass(frozen=True, eq=False)
class Reading:
    """What was read of a foreign file.

    Attributes:
        leads: The leads; only fields the file carries are columns of it. An unreadable or impossible value is marked.
        row_numbers: Spreadsheet row, from 1, of each lead.
        rows: Rows that could be leads: all but the skipped.
        repeated: Rows that repeat another exactly; each lead counts once.
        rejected: Rows without identity.
        skipped: Rows that are no leads, with the reason.
        problems: Values that were not taken, and values that gave way to a later row's.
        notes: What a person should know.
        as_of: The instant up to which the file speaks, aware; the end of the day for a day without time. Nothing where
            the file has no date.
        as_of_day: The day, where it is one without time.
        as_of_source: `given`, `property`, `line`, `name`, `newest` or `none`.
        sheet: Name of the sheet.
        header_row: Spreadsheet row of the headers, from 1.
        headers: All headers.
        fields: Field by header, for the columns that were used.
        date_orders: Order by header, for date columns where it mattered.
        vendor: Guessed origin; empty for none.
        identity: What leads are recognised by: `lead_id`, `email` or `email_and_day`.
        own: What a tracker says of itself; nothing for other files.
        sha256: Of the file.
        typed: What stands in a tracker's Totals.
        kind: What its rows are: `leads`, `activities` of leads, or `totals` of periods.
        totals: The totals of periods, where its rows are those.
    """

    leads: LeadLog
    row_numbers: Ints
    rows: int
    repeated: int
    rejected: tuple[SkippedRow, ...]
    skipped: tuple[SkippedRow, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Said, ...]
    as_of: dt.datetime | None
    as_of_day: dt.date | None
    as_of_source: str
    sheet: str
    header_row: int
    headers: tuple[str, ...]
    fields: MappingOf[str, str]
    date_orders: MappingOf[str, str]
    vendor: str
    identity: str
    own: OwnFile | None
    sha256: str
    typed: tuple[TypedSeen, ...] = ()
    kind: TableKind = "leads"
    totals: tuple[PeriodTotal, ...] = ()


def read_table(
    path: Path, mapping: Mapping = DETECTED, *, zone: str, needed: Sequence[str] = (),
    not_after: dt.datetime | None = None, drop_missing: bool = False, secret: str = "", limits: Limits | None = None,
    report: Report = no_report, cancel: Cancel = never,
) -> Reading:  # fmt: skip
    """Read what a foreign file tells of leads, activities or periods, whichever the mapping or the file says it does.

    Nothing is written.

    Args:
        path: The file.
        mapping: What is decided; the rest is detected. Its `as_of` is the as-of instant.
        zone: The agreement's zone. Dates without time are midnight there, whatever the file's zone.
        needed: Fields the agreement's scopes and completeness use; `custom:` ones are kept under that name.
        not_after: The present, as a rule; no later date is possible where no as-of instant is given or found.
        drop_missing: For remembered mappings: a header the file lacks is noted instead of refused.
        secret: With what names and e-mail addresses are replaced, where the mapping says so.
        limits: What it may cost; as much as a file of its size can need unless given.
        report: Told rows done and all rows.
        cancel: Asked whether to stop.

    Raises:
        DateOrderUnknownError: A column's dates can be read in two ways, and the mapping does not say which.
        Cancelled: `cancel` said so.
        WorkbenchError: One sentence on why the file is not read.
    """
    request = Request(
        "leads", str(path), mapping_to_json(mapping), check_zone(zone),
        keep=tuple(name.removeprefix(CUSTOM) for name in needed if name.startswith(CUSTOM)),
        not_after=int(not_after.timestamp()) if not_after else 0, drop_missing=drop_missing, secret=secret,
    )  # fmt: skip
    answer = child_answer(request, limits, report, cancel)
    if isinstance(answer, TotalsTaken):
        return _of_totals(to_totals(answer))
    if isinstance(answer, Taken):
        return to_reading(answer)
    raise impossible_answer()


def to_reading(answer: Taken) -> Reading:
    """The child's answer, checked and typed.

    Raises:
        DamagedError: It contradicts itself.
    """
    size = len(answer.identities)
    columns = {one.name: _column(one, size) for one in answer.columns}
    known = all(map(is_column, columns))
    leads = LeadLog(answer.identities, columns)
    rows = _ints(answer.row_numbers, "<i8", size).astype(np.int64)
    if len(columns) != len(answer.columns) or not known or len(leads.places) != size:
        raise impossible_answer()
    try:
        as_of = dt.datetime.fromtimestamp(answer.as_of, dt.UTC) if answer.as_of_source != "none" else None
        as_of_day = dt.date.fromisoformat(answer.as_of_day) if answer.as_of_day else None
    except (ValueError, OverflowError, OSError):
        raise impossible_answer() from None
    return Reading(
        leads=leads,
        row_numbers=rows,
        rows=answer.rows,
        repeated=answer.repeated,
        rejected=skipped_of(answer.rejected),
        skipped=skipped_of(answer.skipped),
        problems=problems_of(answer.sheet, answer.problems),
        notes=said_of(answer.notes),
        as_of=as_of,
        as_of_day=as_of_day,
        as_of_source=answer.as_of_source,
        sheet=answer.sheet,
        header_row=answer.header_row,
        headers=answer.headers,
        fields=answer.fields,
        date_orders=answer.orders,
        vendor=answer.vendor,
        identity=answer.identity,
        own=own_of(answer.own),
        sha256=answer.sha256,
        typed=answer.typed,
        kind="activities" if answer.activities else "leads",
    )


def _of_totals(found: TotalsReading) -> Reading:
    """A table of period totals as a reading without leads."""
    return Reading(
        leads=NO_LEADS, row_numbers=np.zeros(0, np.int64), rows=len(found.totals), repeated=0, rejected=(),
        skipped=found.skipped, problems=found.problems, notes=(), as_of=None, as_of_day=None, as_of_source="none",
        sheet=found.sheet, header_row=found.header_row, headers=(), fields={}, date_orders={}, vendor="",
        identity="lead_id", own=found.own, sha256=found.sha256, kind="totals", totals=found.totals,
    )  # fmt: skip


def _column(taken: ColumnTaken, size: int) -> Column:
    """A column of the lead log.

    Raises:
        DamagedError: Its length or its codes are impossible, or it is of another kind than its field.
    """
    expected = {"text": "words", "instant": "stamps"}.get(column_kind(taken.name), "amounts")
    if taken.kind != expected:
        raise impossible_answer()
    if taken.kind == "words":
        codes = _ints(taken.data, "<i4", size)
        if size and not (int(codes.min()) >= -2 and int(codes.max()) < len(taken.words)):
            raise impossible_answer()
        return Words(codes.astype(np.int32), taken.words)
    values = _ints(taken.data, "<i8", size).astype(np.int64)
    return Stamps(values) if taken.kind == "stamps" else Amounts(values)


def _ints(data: bytes, kind: str, size: int) -> Ints:
    if len(data) != size * np.dtype(kind).itemsize:
        raise impossible_answer()
    return np.frombuffer(data, kind)
