"""Period totals of metrics that have no rows of their own, as a small table says them.

The table is read in the reader child. Must not know which metrics an agreement has.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from workbench.sheets.own_file import OwnFile
from workbench.sheets.verify_answer import Problem, SkippedRow, impossible_answer, own_of, problems_of, skipped_of
from workbench.sheets.wire import TotalsTaken


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
