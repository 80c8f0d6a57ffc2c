"""Days outside the agreement's term, reviews before anything can be seen, meetings and data that come too late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from workbench.agreement.commitment import PeriodLength
from workbench.agreement.commitments import commitments
from workbench.agreement.model import Agreement
from workbench.agreement.period_words import BARE
from workbench.base.language import N_
from workbench.fields.issue import Issue
from workbench.fields.value import Duration

DAYS: Final = {"daily": 1, "weekly": 7, "fortnightly": 14, "monthly": 31, "quarterly": 92, "yearly": 366}
"""The most days between two times of a cadence."""
PERIODS: Final = {"week": 7, "month": 31, "quarter": 92, "year": 366}
EARLY: Final = 28
"""A review later than this has something to show, even where no period has ended."""


def find(agreement: Agreement) -> Iterator[Issue]:
    """What lies outside, comes too early or too late."""
    yield from _outside(agreement)
    lengths = {one.period for one in commitments(agreement)}
    shortest = min(lengths, key=lambda one: PERIODS[one], default=None)
    if shortest is None:
        return
    start, review = agreement.teams.effective_from, agreement.teams.review_date
    if start and review and start <= review < min(_next(start, shortest), start + dt.timedelta(days=EARLY)):
        yield Issue(
            "teams.review_date", "warning", "early_review",
            N_("At the first review no {period} has ended yet, so nothing has been judged."),
            (("period", BARE[shortest]),),
        )  # fmt: skip
    yield from _rhythms(agreement, shortest)


def _outside(agreement: Agreement) -> Iterator[Issue]:
    first, last = agreement.teams.effective_from, agreement.teams.effective_until
    days: list[tuple[str, dt.date | None]] = []
    days += [(f"goals.goals[{one.key}].due", one.due) for one in agreement.goals.goals]
    dated = agreement.working_together.deliverables
    days += [(f"working_together.deliverables[{one.key}].due", one.due) for one in dated]
    for path, day in days:
        if day and first and day < first:
            yield Issue(path, "warning", "outside_term", N_("This day lies before the agreement begins."))
        elif day and last and day > last and path.startswith("working_together"):
            yield Issue(path, "warning", "outside_term", N_("This day lies after the agreement ends."))
    for one in agreement.governance.meetings:
        if one.first and last and one.first > last:
            yield Issue(
                f"governance.meetings[{one.key}].first", "warning", "outside_term",
                N_("This day lies after the agreement ends."),
            )  # fmt: skip


def _rhythms(agreement: Agreement, shortest: PeriodLength) -> Iterator[Issue]:
    governance = agreement.governance
    every, stale = DAYS.get(governance.import_every), _days(governance.stale_after)
    if every is not None and stale is not None and stale < every:
        yield Issue(
            "governance.stale_after", "warning", "always_stale",
            N_("The data would be called old before the next import is due."),
        )  # fmt: skip
    found = [DAYS[one.cadence] for one in governance.meetings if one.cadence in DAYS]
    if found and min(found) > max(PERIODS[shortest], 31):
        yield Issue(
            "governance.meetings", "hint", "rare_review",
            N_("Promises are judged every {period}, and no meeting comes as often."), (("period", BARE[shortest]),),
        )  # fmt: skip


def _next(day: dt.date, length: str) -> dt.date:
    """The first day after the period a day lies in."""
    if length == "week":
        return day + dt.timedelta(days=7 - day.weekday())
    months = {"month": 1, "quarter": 3, "year": 12}[length]
    after = day.year * 12 + (day.month - 1) // months * months + months
    return dt.date(after // 12, after % 12 + 1, 1)


def _days(time: Duration | None) -> int | None:
    if time is None:
        return None
    return time.amount * {"days": 1, "weeks": 7, "months": 31}.get(time.unit, 1)
