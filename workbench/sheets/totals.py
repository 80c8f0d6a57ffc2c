"""`read_totals`: period totals of metrics that have no rows of their own, from a small table.

The work is done in the reader child. Must not know which metrics an agreement has.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from workbench.sheets.limits import Limits
from workbench.sheets.mapping import DETECTED, Mapping, mapping_to_json
from workbench.sheets.own_file import OwnFile
from workbench.sheets.reader_process import Cancel, Report, ask_child, never, no_report
from workbench.sheets.verify_answer import Problem, SkippedRow, impossible_answer, own_of, problems_of, skipped_of
from workbench.sheets.wire import Request, TotalsTaken


@dataclass(frozen=True)
class PeriodTotal:
    """One number for one metric and period.

    Attributes:
        row: Spreadsheet row, from 1.
        metric: As the table names it.
        period: `2026-10`, `2026-Q4`, `2026-W43` or `2026`.
        value: Exact; a percentage is a fraction.
        note: What the table says beside it.
        percent: Whether it was written with a percent sign; only then is it surely a fraction.
    """

    row: int
    metric: str
    period: str
    value: Decimal
    note: str
    percent: bool = False


@dataclass(frozen=True)
class TotalsReading:
    """What was read.

    Attributes:
        totals: In order of the table.
        problems: Rows whose period or value cannot be read; they are not in `totals`.
        skipped: Rows that are no totals of a metric, with the reason.
        sheet: Name of the sheet.
        header_row: Spreadsheet row of the headers, from 1.
        own: What a tracker says of itself; nothing for other files.
        sha256: Of the file.
    """

    totals: tuple[PeriodTotal, ...]
    problems: tuple[Problem, ...]
    skipped: tuple[SkippedRow, ...]
    sheet: str
    header_row: int
    own: OwnFile | None
    sha256: str


def read_totals(
    path: Path, mapping: Mapping = DETECTED, *, limits: Limits | None = None, report: Report = no_report,
    cancel: Cancel = never,
) -> TotalsReading:  # fmt: skip
    """Read a table of period totals.

    Args:
        path: The file.
        mapping: May name the sheet and the header row.
        limits: What it may cost; as much as a file of its size can need unless given.
        report: Told how far it is.
        cancel: Asked whether to stop.

    Raises:
        NotAllowedError: The file has no table with metric, period and value.
        Cancelled: `cancel` said so.
        WorkbenchError: One sentence on why the file is not read.
    """
    request = Request("totals", str(path), mapping_to_json(mapping))
    return to_totals(ask_child(request, TotalsTaken, limits, report, cancel))


def to_totals(answer: TotalsTaken) -> TotalsReading:
    """The child's answer, checked and typed.

    Raises:
        DamagedError: It contradicts itself.
    """
    try:
        totals = tuple(
            PeriodTotal(t.row, t.metric, t.period, Decimal(t.value), t.note, t.percent) for t in answer.totals
        )
    except InvalidOperation:
        raise impossible_answer() from None
    return TotalsReading(
        totals, problems_of(answer.sheet, answer.problems), skipped_of(answer.skipped), answer.sheet, answer.header_row,
        own_of(answer.own), answer.sha256,
    )  # fmt: skip
