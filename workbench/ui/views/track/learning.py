"""All that the pages of actuals show, asked of the store in one question. Must not know widgets."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from workbench.ui.views.track.months import home_of, months_between

if TYPE_CHECKING:
    from workbench.services.checking import Check
    from workbench.services.workbench import Workbench
    from workbench.tracking.proposals import Suggested
    from workbench.tracking.review import Review


@dataclass(frozen=True)
class Import:
    """One import.

    Attributes:
        number: Of the agreement's imports, from 1.
        at: When it was made, aware.
        by: Who made it.
        file: Name of the file.
        as_of: The instant or day it speaks for.
        added: How many leads were new, changed, known, how many rows rejected and skipped, values not taken.
        undone_at: Since when it does not count; nothing while it counts.
        kind: What it brought where that was not leads: `activities` or `totals`.
        private: Names were replaced in it, so that its file was not kept.
    """

    number: int
    at: dt.datetime
    by: str
    file: str
    as_of: dt.date | None
    added: int
    updated: int
    unchanged: int
    rejected: int
    skipped: int
    problems: int
    undone_at: dt.datetime | None
    kind: str = ""
    private: bool = False

    @property
    def has_changes(self) -> bool:
        """Whether it changed leads that were known."""
        return bool(self.updated) and self.kind != "totals"

    @property
    def counts(self) -> bool:
        """Whether it was not taken back."""
        return self.undone_at is None

    @property
    def leads(self) -> int:
        """How many leads it brought."""
        return self.added + self.updated + self.unchanged


@dataclass(frozen=True)
class Entry:
    """What both teams entered by hand: a total of a period, or something done on a day.

    Attributes:
        number: In the order of entry.
        metric: Key of the metric or deliverable.
        period: For totals.
        day: For things done.
        value: As written in JSON numbers; empty where it was taken back.
        note: Where it comes from.
        marketing: Who stands behind it for marketing.
        sales: Who stands behind it for sales.
    """

    number: int
    metric: str
    period: str
    day: dt.date | None
    value: str
    note: str
    marketing: str
    sales: str


@dataclass(frozen=True)
class MonthHead:
    """The heading of a month.

    Attributes:
        first: Its first day.
        versions: Numbers of the versions that judge it, several where an amendment begins in it; none for the draft.
        day: Which working day of the month the data reaches; nothing unless the month is open.
        days: How many working days it has.
        is_open: The data ends in it.
        is_future: The data ends before it.
    """

    first: dt.date
    versions: tuple[int, ...]
    day: int | None
    days: int | None
    is_open: bool
    is_future: bool


@dataclass(frozen=True, eq=False)
class Known:
    """What is known of an agreement's actuals.

    Attributes:
        agreement: Its id.
        check: Every commitment held against them.
        day: The day the check speaks for, on the agreement's wall clock.
        zone: IANA name of the agreement's zone.
        in_force: First day of the version that judges; nothing for a rehearsal.
        imports: Every one, in order, also those taken back.
        entries: Totals and things done that count.
        months: The columns.
        fields: Lead fields that any import carried.
        owners: Who works leads, as the log spells them, in order of appearance.
        has_version: Whether a version was saved, of which a tracker can be made.
        proposals: What the results propose for the next version.
    """

    agreement: str
    check: Check
    day: dt.date
    zone: str
    in_force: dt.date | None
    imports: tuple[Import, ...]
    entries: tuple[Entry, ...]
    months: tuple[MonthHead, ...]
    fields: frozenset[str]
    owners: tuple[str, ...]
    has_version: bool
    proposals: tuple[Suggested, ...] = ()

    @property
    def needed(self) -> frozenset[str]:
        """The lead fields its promises read."""
        return frozenset(field for one in self.check.newest.commitments for field in one.needs)

    @property
    def has_actuals(self) -> bool:
        """Whether anything happened that can be checked."""
        return bool(self.entries) or any(one.counts for one in self.imports)


def learn(workbench: Workbench, agreement: str, before: Known | None = None) -> Known:
    """Ask everything; runs on the store's thread.

    Args:
        workbench: The open library.
        agreement: Its id.
        before: What was known before; what did not change since is not judged again.

    Raises:
        WorkbenchError: The agreement is gone, or the check is impossible.
    """
    asked = workbench.checking
    if before is not None and before.agreement == agreement:
        check = asked.again(agreement, before.check)
    else:
        check = asked.check(agreement)
    review = check.newest.review
    leads = review.actuals.leads
    return Known(
        agreement=agreement,
        check=check,
        day=review.moment.day,
        zone=review.zone,
        in_force=None if check.rehearsal else check.newest.first,
        imports=_imports(workbench, agreement),
        entries=_entries(workbench, agreement),
        months=_months(check, review),
        fields=frozenset(leads.columns),
        owners=tuple(word.strip() for word in leads.words("owner").words if word.strip()),
        has_version=check.newest.version is not None,
        proposals=check.proposals(),
    )


def _imports(workbench: Workbench, agreement: str) -> tuple[Import, ...]:
    return tuple(
        Import(
            one.number, one.at, one.by, one.source_name, one.as_of, one.added, one.updated, one.unchanged,
            one.rejected, one.skipped, one.problem_count, one.undone_at, one.mapping.get("kind", ""),
            bool(one.mapping.get("private")),
        )
        for one in workbench.actuals.batches(agreement)
    )  # fmt: skip


def _entries(workbench: Workbench, agreement: str) -> tuple[Entry, ...]:
    totals = [
        Entry(one.number, one.metric, one.period, None, str(one.value), one.note, one.marketing_name, one.sales_name)
        for one in workbench.entries.totals(agreement)
        if one.value is not None
    ]
    done = [
        Entry(one.number, one.key, "", one.done_on, str(one.pieces), one.note, one.marketing_name, one.sales_name)
        for one in workbench.entries.attestations(agreement)
        if one.pieces
    ]
    return (*totals, *done)


def _months(check: Check, review: Review) -> tuple[MonthHead, ...]:
    """From the first month any line stands in to the last, at least the current one."""
    from workbench.tracking.periods import Period  # noqa: PLC0415  (with the check)

    day = review.moment.day
    by_month: dict[dt.date, set[int]] = {}
    homes: set[dt.date] = {day.replace(day=1)}
    for version, line in check.results():
        period = Period.parse(line.period)
        home = home_of(period, day)
        homes.add(home)
        if period.length == "month" and version is not None:
            by_month.setdefault(home, set()).add(version)
    found = []
    for first in months_between(min(homes), max(homes)):
        is_open = first <= day <= Period.holding(first, "month").last
        past, days = _working_days(review, first, day) if is_open else (None, None)
        found.append(MonthHead(first, tuple(sorted(by_month.get(first, ()))), past, days, is_open, first > day))
    return tuple(found)


def _working_days(review: Review, first: dt.date, day: dt.date) -> tuple[int | None, int | None]:
    from workbench.base.errors import WorkbenchError  # noqa: PLC0415  (with the check)
    from workbench.tracking.periods import Period  # noqa: PLC0415

    try:
        calendar = review.pace_calendar
        last = Period.holding(first, "month").last
        return calendar.working_days(first, day), calendar.working_days(first, last)
    except WorkbenchError:  # the lines say why
        return None, None


def local(moment: dt.date | dt.datetime, zone: str) -> dt.date | dt.datetime:
    """An instant on the agreement's wall clock; a day stays one."""
    return moment.astimezone(ZoneInfo(zone)) if isinstance(moment, dt.datetime) and moment.tzinfo else moment
