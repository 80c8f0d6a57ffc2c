"""What a review report is made from: a period, and each commitment's line in it. Must not know where they are kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from workbench.agreement.commitment import Commitment
from workbench.agreement.model import Agreement
from workbench.agreement.version import VersionHeader
from workbench.tracking.periods import Period
from workbench.tracking.result import Result
from workbench.tracking.review import Review


@dataclass(frozen=True, eq=False)
class Entry:
    """One commitment in the report.

    Attributes:
        commitment: As the version that judged has it.
        line: Its verdict: of the report's period, or of the longer or shorter one that holds the period's last day.
        until: Its lines up to and including that one, oldest first.
        review: The check they were made in, for the evidence.
    """

    commitment: Commitment
    line: Result
    until: tuple[Result, ...]
    review: Review


@dataclass(frozen=True)
class FileRead:
    """An import that counts."""

    name: str
    at: dt.datetime
    by: str
    leads: int
    rejected: int
    problems: int


@dataclass(frozen=True, eq=False)
class ReviewSource:
    """A period, checked.

    Attributes:
        agreement: Content of the version that judges.
        header: Which version.
        rehearsal: It is not the signed one in force.
        in_force_since: Its first day in force; nothing for a rehearsal.
        period: Of the report.
        as_of: The instant the check speaks for; a date means its end.
        zone: IANA name of the zone instants are told in.
        entries: In document order.
        files: Imports that count, oldest first.
    """

    agreement: Agreement
    header: VersionHeader
    rehearsal: bool
    in_force_since: dt.date | None
    period: Period
    as_of: dt.date | dt.datetime
    zone: str
    entries: tuple[Entry, ...]
    files: tuple[FileRead, ...]
