"""Section 8 on paper: the matrix, the clock, the hours in which it runs, and what gives relief."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from workbench.agreement import phrases
from workbench.agreement.commitment import Commitment
from workbench.agreement.sections.follow_up import WEEKDAYS, Calendar, FollowUpTier
from workbench.agreement.sentences import START
from workbench.base.language import N_
from workbench.documents.blocks import Block, Figure, Matrix, MatrixCell, MatrixRow, WeekDay, WeekHours
from workbench.documents.compose.page import Col, Page, strong
from workbench.fields.amounts import RateKind, duration_text
from workbench.fields.moments import show_day
from workbench.fields.value import Duration


def follow_up(page: Page, commitments: Sequence[Commitment]) -> tuple[Block, ...]:
    """How fast and how often, by whose clock."""
    start = page.value("clock_start") or "handed_over_at"
    words = page.say(N_("The clock starts at {start}."), start=page.say(START.get(start, N_("hand-over"))))
    stop = page.text("clock_stop")
    if stop:
        words += " " + page.say(N_("It stops at this:")) + f" {stop[:1].lower()}{stop[1:]}"
    if not words.endswith("."):
        words += "."
    words += " " + (
        page.say(N_("An automatic reply stops it too."))
        if page.value("autoresponder_counts")
        else page.say(N_("An automatic reply does not stop it."))
    )
    page.titled(page.say(N_("The clock")), words)
    if page.section.tiers:
        page.add(_matrix(page, commitments))
    page.promises("tiers")
    if page.value("stop_events"):
        page.clause(
            page.say(
                N_("No further attempts are owed once the lead is {events}."),
                events=phrases.stopped(page.value("stop_events"), page.shown),
            )
        )
    page.clause(
        page.say(
            N_(
                "Times run in working time only. “By the end of the "
                "next business day” is the last closing of the first "
                "working day after the clock's start; “within 5 business days” is the last closing of the fifth."
            )
        )
    )
    for calendar in page.value("calendars"):
        _calendar(page, calendar)
    page.prose("after_hours")
    page.grid("relief", [Col("kind", "name"), Col("rule")])
    page.grid("outages", [Col("reason", "name"), Col("starts", "figures"), Col("ends", "figures")])
    page.grid("breach_steps", [Col("after", "figures"), Col("action", "name"), Col("who")])
    page.prose("next_step")
    return page.rest()


EMPTY = MatrixCell("–")
COLUMNS = {"response": N_("First contact"), "follow_up_depth": N_("Attempts"), "decision": N_("Decision")}


def _matrix(page: Page, commitments: Sequence[Commitment]) -> Matrix:
    rows: tuple[FollowUpTier, ...] = page.section.tiers
    order = sorted({_weight(row.target) for row in rows if row.target})
    lines = []
    named = Counter((row.name, row.tier) for row in rows)
    for row in rows:
        own = [one for one in commitments if one.path.startswith(f"follow_up.tiers[{row.key}]")]
        by_kind = {one.kind: one for one in own}
        rank = order.index(_weight(row.target)) if row.target else 2
        depth = by_kind.get("follow_up_depth")
        decided = by_kind.get("decision")
        tier = page.shown.label_of("lead_definitions.tiers", row.tier) if row.tier else page.say(N_("All leads"))
        cells = {
            "response": _cell(page, _short(page, row.target), row.share, by_kind.get("response"), rank),
            "follow_up_depth": _cell(page, _attempts(page, row), row.attempts_share, depth, rank) if depth else EMPTY,
            "decision": _cell(page, _short(page, row.decision_within), row.decision_share, decided, rank)
            if decided
            else EMPTY,
        }
        below = ", ".join(row.sources) if row.sources else (tier if row.name else "")
        if named[row.name, row.tier] > 1 and row.calendar and not below:  # else two rows would be called the same
            below = page.shown.label_of("follow_up.calendars", row.calendar)
        lines.append((row.name or tier, below, cells))
    shown = [kind for kind in COLUMNS if any(cells[kind] is not EMPTY for _, _, cells in lines)]
    note = N_(
        "The share under each time is the share of leads that must be served in time; the label leads to the schedule."
    )
    return Matrix(
        tuple(page.say(COLUMNS[kind]) for kind in shown),
        tuple(MatrixRow(name, below, tuple(cells[kind] for kind in shown)) for name, below, cells in lines),
        page.say(N_("Follow-up by tier, in working time")),
        page.say(note),
    )


def _weight(value: Duration | None) -> int:
    if value is None:
        return 10**9
    return value.amount * {"minutes": 1, "hours": 60}.get(value.unit, 600)


def _cell(page: Page, main: str, share: object, commitment: Commitment | None, rank: int) -> MatrixCell:
    below = " · ".join(
        part for part in (RateKind().format(share, page.shown), commitment.label if commitment else "") if part
    )
    urgency = (0, 1, 2)[min(rank, 2)]
    return MatrixCell(main or "–", below, urgency if main else None)  # type: ignore[arg-type]  # 0, 1 or 2


def _short(page: Page, value: Duration | None) -> str:
    """A time as short as a cell needs it; one business day is never made hours."""
    if value is None:
        return ""
    if value.unit == "business_days":
        return page.say(N_("End of day {n}"), n=value.amount)
    return f"{value.amount} {page.say(N_('min') if value.unit == 'minutes' else N_('h'))}"


def _attempts(page: Page, row: FollowUpTier) -> str:
    if row.attempts is None:
        return ""
    days = duration_text(row.attempts_within, page.shown) if row.attempts_within else "…"
    return page.say(N_("{n} in {days}"), n=row.attempts, days=days)


def _calendar(page: Page, calendar: Calendar) -> None:
    facts = []
    if calendar.time_zone:
        facts.append(page.say(N_("on the clock of {zone}"), zone=calendar.time_zone))
    if calendar.country:
        place = _place(page, calendar)
        facts.append(page.say(N_("closed on the public holidays of {place}"), place=place))
    head = page.say(N_("Working calendar {name}"), name=calendar.name or calendar.key)
    page.clause((strong(head + (", " if facts else "") + ", ".join(facts) + "."),), leads_on=True)
    days = tuple(WeekDay(page.say(option.label), _hours(calendar, option.value)) for option in WEEKDAYS)
    spoken = "; ".join(
        f"{day.name} " + (", ".join(f"{_clock(a)} to {_clock(b)}" for a, b in day.open) or page.say(N_("closed")))
        for day in days
    )
    page.add(
        Figure(
            WeekHours(days, page.say(N_("closed"))), page.say(N_("Opening hours: {hours}."), hours=spoken), full=False
        )
    )
    own = [
        f"{show_day(one.on, page.shown)} ({one.name})" if one.name else show_day(one.on, page.shown)
        for one in calendar.holidays
        if one.on
    ]
    if own:
        page.titled(page.say(N_("Own days off")), ", ".join(own) + ".")
    special = [
        f"{show_day(one.on, page.shown)}: "
        + (f"{one.opens:%H:%M} to {one.closes:%H:%M}" if one.opens and one.closes else page.say(N_("closed")))
        + (f" ({one.name})" if one.name else "")
        for one in calendar.special_days
        if one.on
    ]
    if special:
        page.titled(page.say(N_("Special days")), ", ".join(special) + ".")


def _place(page: Page, calendar: Calendar) -> str:
    """`Germany`, `Germany (BE)`; the code itself where the language has no name for it."""
    from babel import Locale  # noqa: PLC0415  (needs locale data)

    country = Locale.parse(page.shown.language.code).territories.get(calendar.country, calendar.country)
    return f"{country} ({calendar.subdivision})" if calendar.subdivision else str(country)


def _hours(calendar: Calendar, weekday: str) -> tuple[tuple[float, float], ...]:
    rows = (row for row in calendar.hours if weekday in row.weekdays)
    return tuple(sorted((_float(row.opens), _float(row.closes) or 24.0) for row in rows if row.opens and row.closes))


def _float(time: dt.time) -> float:
    return time.hour + time.minute / 60


def _clock(hour: float) -> str:
    return f"{int(hour):02d}:{round(hour % 1 * 60):02d}"
