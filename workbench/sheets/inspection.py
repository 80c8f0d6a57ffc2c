"""`inspect`: what a foreign file is, before anything is taken from it.

Light to import; the work is done in the reader child. Must not know how.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.base.language import Language
from workbench.sheets.limits import Limits
from workbench.sheets.mapping import DETECTED, Mapping, TableKind, check_zone, mapping_to_json
from workbench.sheets.own_file import OwnFile
from workbench.sheets.reader_process import Cancel, Report, ask_child, never, no_report
from workbench.sheets.said import Said
from workbench.sheets.verify_answer import SkippedRow, own_of, said_of, skipped_of
from workbench.sheets.wire import ColumnSeen, Inspected, Request


@dataclass(frozen=True)
class DateReading:
    """What one order makes of a column's numeric dates.

    Attributes:
        order: `dmy` or `mdy`.
        samples: Some dates as written, as read (ISO day or instant on the file's wall clock), and their rows.
        against: How many dates it cannot read and the other order can.
        dates: How many numeric dates the column has.
    """

    order: str
    samples: tuple[tuple[str, str, int], ...]
    against: int
    dates: int


@dataclass(frozen=True)
class InspectedColumn:
    """One column of a foreign file.

    Attributes:
        header: As the file has it, made unique.
        field: The lead field it is proposed for; empty for none. Two columns may share one: date and time of day.
        match: `exact`, `known`, `guess`, `remembered` (named by the mapping) or `none`.
        confidence: 0 to 1.
        samples: The first different values.
        date_order: For dates: `dmy`, `mdy` or `ymd`; empty while it has to be asked, and for other columns.
        date_order_why: How it was decided; `unknown` where it has to be asked.
        readings: For dates: some values as written and as read.
        words: For status and stage: word, how often, and what it usually means.
        candidate: For a column without field: one it may feed if the mapping says so; empty for none.
        letter: What a spreadsheet calls it.
        orders: For dates that the order matters to: what day first and month first make of them.
    """

    header: str
    field: str
    match: str
    confidence: float
    samples: tuple[str, ...]
    date_order: str
    date_order_why: str
    readings: tuple[tuple[str, str], ...]
    words: tuple[tuple[str, int, str], ...]
    candidate: str = ""
    letter: str = ""
    orders: tuple[DateReading, ...] = ()


@dataclass(frozen=True)
class Inspection:
    """What a foreign file is.

    Attributes:
        sheets: Names of its sheets.
        sheet: The one that looks most like leads, or that the mapping names.
        header_row: Spreadsheet row of the headers, from 1.
        vendor: Guessed origin; empty for none; `sla_workbench` for a tracker of this program.
        columns: Every column.
        date_order: The order of all date columns; empty where they differ or it has to be asked.
        timezone: Zone of its times where the file or the mapping says so; empty where it has to be assumed.
        as_of: ISO day or instant the file speaks of; empty where it has no date.
        as_of_source: `given`, `property`, `line`, `name` or `newest`.
        rows: Rows below the headers.
        skipped: Rows that will not be read, with the reason.
        notes: What a person should know.
        own: What a tracker says of itself.
        sha256: Of the file.
        kind: What its rows are: `leads`, `activities` of leads, or `totals` of periods.
    """

    sheets: tuple[str, ...]
    sheet: str
    header_row: int
    vendor: str
    columns: tuple[InspectedColumn, ...]
    date_order: str
    timezone: str
    as_of: str
    as_of_source: str
    rows: int
    skipped: tuple[SkippedRow, ...]
    notes: tuple[Said, ...]
    own: OwnFile | None
    sha256: str
    kind: TableKind = "leads"

    @property
    def must_ask(self) -> tuple[InspectedColumn, ...]:
        """The columns whose date order has to be asked before the file can be imported."""
        return tuple(column for column in self.columns if column.date_order_why == "unknown")

    def proposed(self) -> Mapping:
        """The mapping that reads the file as proposed; every unused column is named as such."""
        return Mapping(
            sheet=self.sheet if len(self.sheets) > 1 else "",
            header_row=self.header_row,
            columns={column.header: column.field for column in self.columns},
            date_order=self.date_order or None,  # type: ignore[arg-type]  # checked when the answer was taken
            timezone=self.timezone,
        )

    def to_json(self, language: Language) -> dict[str, Any]:
        """What `inspect --json` answers."""
        return {
            "sheets": list(self.sheets),
            "sheet": self.sheet,
            "header_row": self.header_row,
            "kind": self.kind,
            "vendor": self.vendor or None,
            "columns": [
                {
                    "header": one.header,
                    "field": one.field or None,
                    "confidence": one.confidence,
                    "match": one.match,
                    "candidate": one.candidate or None,
                    "samples": list(one.samples),
                    "date_order": one.date_order or None,
                    "readings": [list(pair) for pair in one.readings],
                    "words": [{"text": word, "count": n, "usual": usual or None} for word, n, usual in one.words],
                }
                for one in self.columns
            ],
            "date_order": self.date_order or None,
            "timezone": self.timezone or None,
            "as_of": self.as_of or None,
            "as_of_source": self.as_of_source,
            "rows": self.rows,
            "skipped": [{"row": one.row, "reason": one.why.message(language)} for one in self.skipped],
            "must_ask": [one.header for one in self.must_ask],
            "notes": [note.message(language) for note in self.notes],
        }


def inspect_file(
    path: Path, mapping: Mapping = DETECTED, *, zone: str = "UTC", limits: Limits | None = None,
    report: Report = no_report, cancel: Cancel = never,
) -> Inspection:  # fmt: skip
    """Look at a foreign file; nothing is taken or written.

    Args:
        path: The file.
        mapping: What is already decided; the rest is detected.
        zone: The agreement's zone.
        limits: What it may cost; as much as a file of its size can need unless given.
        report: Told how far it is.
        cancel: Asked whether to stop.

    Raises:
        Cancelled: `cancel` said so.
        WorkbenchError: One sentence on why the file is not read.
    """
    request = Request("inspect", str(path), mapping_to_json(mapping), check_zone(zone))
    return to_inspection(ask_child(request, Inspected, limits, report, cancel))


def to_inspection(answer: Inspected) -> Inspection:
    """The child's answer, typed.

    Raises:
        DamagedError: It contradicts itself.
    """
    return Inspection(
        sheets=answer.sheets,
        sheet=answer.sheet,
        header_row=answer.header_row,
        vendor=answer.vendor,
        columns=tuple(map(_column, answer.columns)),
        date_order=answer.date_order if answer.date_order in {"dmy", "mdy", "ymd"} else "",
        timezone=answer.timezone,
        as_of=answer.as_of,
        as_of_source=answer.as_of_source,
        rows=answer.rows,
        skipped=skipped_of(answer.skipped),
        notes=said_of(answer.notes),
        own=own_of(answer.own),
        sha256=answer.sha256,
        kind=answer.kind,
    )


def _column(seen: ColumnSeen) -> InspectedColumn:
    return InspectedColumn(
        header=seen.header,
        field=seen.field,
        match=seen.match,
        confidence=seen.certainty,
        samples=seen.samples,
        date_order=seen.order,
        date_order_why=seen.order_why,
        readings=seen.readings,
        words=seen.words,
        candidate=seen.candidate,
        letter=seen.letter,
        orders=tuple(DateReading(one.order, one.readings, one.against, one.dates) for one in seen.orders),
    )
