"""Which columns the lead log of a tracker has, and what formulas find in them.

Every field that some import carried or a commitment reads is a column, and those a lead log is never without. Must not
know how the sheet looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np

from workbench.agreement.commitment import Commitment
from workbench.agreement.derivation.ground import filters, scope_fields
from workbench.agreement.funnel_stages import funnel_stages
from workbench.agreement.lead_fields import FIELD
from workbench.agreement.segments import segment_filters
from workbench.sheets.own_file import DOUBLED
from workbench.sheets.tracker.formula import Formula, each, shown
from workbench.sheets.tracker.log_cells import Cell, cells_of
from workbench.sheets.tracker.ranges import Range
from workbench.sheets.tracker.subject import Subject
from workbench.tracking.checks.attempts import COUNT, attempt_field
from workbench.tracking.lead_view import EXCLUDED
from workbench.tracking.leads import CUSTOM, LeadLog, Stamps
from workbench.tracking.measurable import field_label, needed_fields

FIRST_ROW = 8
"""Spreadsheet row, from 1, of the first lead, on the lead log as on the sheet of clocks."""

ALWAYS = (
    "lead_id", "person", "email", "company", "source", "tier", "owner", "created_at", "qualified_at", "handed_over_at",
    "first_touch_at", "attempts", "last_attempt_at", "accepted_at", "rejected_at", "reject_reason", "recycled_at",
    "sql_at", "opportunity_at", "won_at", "amount", EXCLUDED,
)  # fmt: skip
"""Columns a lead log is never without."""

LONGEST_HEADER = 250
"""Characters of a header, with room for what tells two of one name apart."""
_NOT_IN_TABLES = re.compile(r"[\t\r]|_(?=x[0-9A-Fa-f]{4}_)")
"""What the format writes otherwise in a cell than in the name of a table's column."""

Holds = Literal["instant", "text", "number"]


@dataclass(frozen=True, eq=False)
class LogColumn:
    """One column that people fill.

    Attributes:
        field: Lead field.
        header: As the sheet has it.
        holds: What its cells hold.
        carried: Whether some import carried it.
        range: All its cells, spare rows too.
    """

    field: str
    header: str
    holds: Holds
    carried: bool
    range: Range

    @property
    def cell(self) -> str:
        """The cell beside the row a formula stands in. Read by place: rows can be sorted, cut and moved."""
        return f"INDEX({self.range.name},ROW()-{FIRST_ROW - 1})"

    @cached_property
    def is_number(self) -> Formula:
        """`ISNUMBER` of each cell."""
        return Formula(f"ISNUMBER({self.cell})", _each(self, lambda one: isinstance(one, float)).astype(np.bool_))

    @cached_property
    def is_error(self) -> Formula:
        """`ISERROR` of each cell; the program writes none, a person may paste some."""
        return Formula(f"ISERROR({self.cell})", np.zeros(len(self.range.values), np.bool_))

    @cached_property
    def number(self) -> Formula:
        """Each cell as a number, where it is one."""
        found = _each(self, lambda one: one if isinstance(one, float) else float("nan"))
        return Formula(self.cell, found.astype(np.float64))

    @cached_property
    def text(self) -> Formula:
        """`TRIM` of each cell: without outer blanks; empty for an empty cell."""
        return Formula(f"TRIM({self.cell})", _each(self, _trimmed))


def _each(column: LogColumn, do: Any) -> Any:
    return each(do, column.range.values)


def _trimmed(cell: Cell) -> str:
    if cell is None:
        return ""
    return " ".join(part for part in shown(cell).split(" ") if part)


def log_columns(subject: Subject, spare: int) -> dict[str, LogColumn]:
    """The columns by field, in the order they stand: known fields as the vocabulary has them, own ones before dates.

    Args:
        subject: What the tracker is written of.
        spare: How many empty rows follow the leads.
    """
    log = subject.review.actuals.leads
    found: dict[str, LogColumn] = {}
    taken: set[str] = set()
    for number, field in enumerate(_in_order(set(_wanted(subject, log)))):
        header = subject.words.text(field_label(field)) if not field.startswith("attempt_") else _attempt(field)
        header = _of_table(header)
        while header.casefold() in taken:
            header += DOUBLED
        taken.add(header.casefold())
        cells: list[Cell] = [*_cells(field, subject), *[None] * spare]
        name = f"Log_{field}" if field in FIELD else f"Log_own_{number}"
        found[field] = LogColumn(field, header, _holds(field), log.has(field), Range.of(name, cells))
    return found


def _of_table(header: str) -> str:
    """A header as a table's part can repeat it: Excel repairs a table whose column is not called as its cell says."""
    return _NOT_IN_TABLES.sub(" ", header)[:LONGEST_HEADER]


def _wanted(subject: Subject, log: LeadLog) -> Iterator[str]:
    for field in ALWAYS:
        if field != "lead_id" or not len(log) or any(name.startswith("id:") for name in log.identities):
            yield field
    yield from log.columns
    for one in subject.commitments:
        yield from fields_read(one, log)
    yield from (stage.field for stage in funnel_stages(subject.agreement))
    for kind in subject.agreement.volumes.lead_types:
        yield from scope_fields(filters(kind.scope))
    for segment in subject.agreement.teams.segments:
        yield from scope_fields(segment_filters(segment))


def fields_read(commitment: Commitment, log: LeadLog) -> Iterator[str]:
    """Every lead field that judging a commitment reads."""
    yield from needed_fields(commitment)
    clock = commitment.clock
    if clock:
        yield from (*clock.stops, *clock.stop_events)
        if commitment.kind == "follow_up_depth":
            yield COUNT
            own = attempt_field(clock.attempts or 1)
            if log.has(own):
                yield own
    if commitment.kind == "quality":
        yield from ("accepted_at", "rejected_at")
    if commitment.kind == "reasons":
        yield "reject_reason"


def _in_order(fields: set[str]) -> list[str]:
    known = [name for name in FIELD if name in fields]
    own = sorted(name for name in fields if name.startswith(CUSTOM))
    attempts = sorted(fields - set(known) - set(own))
    at = known.index("created_at")
    last = known.index("last_attempt_at") + 1
    return [*known[:at], *own, *known[at:last], *attempts, *known[last:]]


def _holds(field: str) -> Holds:
    if field in FIELD:
        return {"instant": "instant", "text": "text"}.get(FIELD[field].kind, "number")  # type: ignore[return-value]  # one of the three
    return "text" if field.startswith(CUSTOM) else "instant"


def _attempt(field: str) -> str:
    return f"Attempt {field.split('_')[1]}"


def _cells(field: str, subject: Subject) -> list[Cell]:
    review = subject.review
    log = review.actuals.leads
    column = log.columns.get(field)
    if field == "lead_id":
        texts = cells_of(log.words(field), review.zone)
        named = (name.removeprefix("id:") if name.startswith("id:") else None for name in log.identities)
        return [text or name for text, name in zip(texts, named, strict=True)]
    if column is None:
        return [None] * len(log)
    dates = review.days.are_dates(column.values) if isinstance(column, Stamps) else None
    return cells_of(column, review.zone, dates)
