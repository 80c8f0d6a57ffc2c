"""Imports of the lead log and remembered column mappings."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from workbench.storage.records.json_object import Json


@dataclass(frozen=True)
class NewTotal:
    """The total of a metric in a period, as an import carries it.

    Attributes:
        metric: Key of the metric.
        period: `2026-10`, `2026-Q4`, `2026-W43` or `2026`.
        value: In the metric's own unit; nothing takes an earlier total back.
        note: Where it comes from.
    """

    metric: str
    period: str
    value: Decimal | None
    note: str = ""


@dataclass(frozen=True)
class NewBatch:
    """One import to be kept, without its leads.

    Attributes:
        source_name: Name of the file.
        mapping: The mapping that was used, as a mapping file says it.
        as_of: The instant the file speaks for, or the day, which means its end; nothing when it is not known.
        added: How many leads were new.
        updated: How many changed.
        unchanged: How many said what was known.
        rejected: Rows without identity.
        skipped: Rows that are no leads (blank, totals).
        problems: Unreadable and impossible values: sheet, row, column, value, reason.
    """

    source_name: str
    mapping: Json
    as_of: dt.date | None
    added: int
    updated: int
    unchanged: int
    rejected: int
    skipped: int
    problems: tuple[Json, ...] = ()


@dataclass(frozen=True)
class Batch:
    """One kept import.

    Attributes:
        agreement: Its id.
        number: 1 for the agreement's first; imports are folded in this order.
        at: When it was imported.
        by: Who did it.
        source: SHA-256 of the original file, which is kept.
        problem_count: How many problems; the list itself is read when it is asked for.
        undone_at: Since when it does not count; nothing while it counts.
    """

    agreement: str
    number: int
    at: dt.datetime
    by: str
    source_name: str
    source: str
    mapping: Json
    as_of: dt.date | None
    added: int
    updated: int
    unchanged: int
    rejected: int
    skipped: int
    problem_count: int
    undone_at: dt.datetime | None


@dataclass(frozen=True)
class Profile:
    """A remembered column mapping.

    Attributes:
        name: What people call it.
        fingerprint: Of the header it was made for.
        mapping: As a mapping file says it.
        saved_at: When it was last changed.
    """

    name: str
    fingerprint: str
    mapping: Json
    saved_at: dt.datetime
