"""Working time, the scorecard and the fold of imports, each beside the plainest way of doing its core."""

from __future__ import annotations

import dataclasses
import datetime as dt
import tracemalloc
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any

import numpy as np

from tests.benchmarks.side_by_side import Ratio
from tests.tracking.sample import RESPONSE, VOLUME, clock, made
from workbench.agreement.commitment import Commitment, CommitmentKind, Filter, LeadValue
from workbench.fields.value import Duration
from workbench.tracking.actuals import Actuals, Settled
from workbench.tracking.calendar import WorkingCalendar
from workbench.tracking.calendar_spec import CalendarSpec, Opening
from workbench.tracking.leads import EMPTY, SCALE, Amounts, Column, Ints, LeadLog, Stamps, Words
from workbench.tracking.merging import merged
from workbench.tracking.renewing import renewed
from workbench.tracking.review import Review
from workbench.tracking.scorecard import Scorecard, scorecard

SideBySide = Callable[..., Ratio]
MILLION = 1_000_000
LUNCH = tuple(
    Opening(day, dt.time(*opens), dt.time(*closes))
    for day in range(5)
    for opens, closes in (((9,), (12, 30)), ((13, 30), (18,)))
)
SALES = CalendarSpec("Sales", "Europe/Berlin", LUNCH, country="DE", subdivision="HE")
YEAR = int(dt.datetime(2026, 1, 5, tzinfo=dt.UTC).timestamp())


def pairs(size: int) -> tuple[Ints, Ints]:
    """Starts over a year in no order, ends up to nine days later."""
    dice = np.random.default_rng(7)
    starts = dice.integers(YEAR, YEAR + 340 * 86400, size)
    return starts, starts + dice.integers(0, 9 * 86400, size)


def test_working_time_of_a_million_pairs(side_by_side: SideBySide) -> None:
    calendar = WorkingCalendar(SALES, dt.date(2025, 1, 1), dt.date(2028, 12, 31))
    starts, ends = pairs(MILLION)

    def bare() -> object:
        return [np.searchsorted(calendar.starts, part, side="right") for part in (starts, ends)]

    side_by_side(
        "working time, 1M pairs / two bare searchsorted (at most 1.5)",
        bare,
        lambda: calendar.working_time(starts, ends),
    )
    side_by_side("deadline, 1M / two bare searchsorted", bare, lambda: calendar.deadline(starts, 7200))


@cache
def log(size: int) -> LeadLog:
    """A funnel of leads with few blanks."""
    dice = np.random.default_rng(11)
    qualified, handed = pairs(size)
    handed = qualified + (handed - qualified) // 40

    def after(stamps: Ints, most: int, share: float) -> Ints:
        later = stamps + dice.integers(60, most, size)
        return np.where((stamps > 0) & (dice.random(size) < share), later, EMPTY)

    touched = after(handed, 2 * 86400, 0.95)
    decided = np.where(touched > 0, touched + dice.integers(60, 3 * 86400, size), EMPTY)
    accepted = dice.random(size) < 0.8
    columns: dict[str, Column] = {
        "qualified_at": Stamps(qualified),
        "handed_over_at": Stamps(handed),
        "first_touch_at": Stamps(touched),
        "attempts": Amounts(dice.integers(0, 7, size) * SCALE),
        "last_attempt_at": Stamps(after(handed, 9 * 86400, 0.95)),
        "accepted_at": Stamps(np.where(accepted, decided, EMPTY)),
        "rejected_at": Stamps(np.where(accepted, EMPTY, decided)),
        "recycled_at": Stamps(after(decided, 9 * 86400, 0.9)),
        "sql_at": Stamps(after(decided, 30 * 86400, 0.5)),
        "tier": Words(dice.integers(-1, 3, size).astype(np.int32), ("A", "B", "C")),
        "source": Words(dice.integers(0, 4, size).astype(np.int32), ("Web", "Event", "Fair", "Partner")),
        "email": Words(np.where(dice.random(size) < 0.95, 0, -1).astype(np.int32), ("x",)),
        "reject_reason": Words(dice.integers(-1, 2, size).astype(np.int32), ("No budget", "Other")),
        "excluded": Words(np.where(dice.random(size) < 0.02, 0, -1).astype(np.int32), ("Spam",)),
    }
    return LeadLog([f"id:{number}" for number in range(size)], columns)


def thirteen() -> list[Commitment]:
    """A promise of each kind that is about leads, and three response tiers.

    The first twelve are what is measured: eight with a clock (among them quality, where silence accepts, and the
    attempts), five of these with a ceiling, and four without. Left out is the conversion, one of
    the cheapest, and the two kinds without leads, which cost nothing: an agreement usually has fewer promises with a
    clock than this. Every lead has its dates; only tiers narrow the leads down, so nine of the twelve look at
    all of them, or at all that were rejected.
    """
    share = {"unit": "share", "target": Decimal("0.8"), "needs": ()}
    capped = {"relief": ("ceiling",), "ceiling": 60_000, "ceiling_period": "month"}
    both = ("accepted_at", "rejected_at")
    two_days = Duration(2, "business_days")
    within = {"A": Duration(1, "hours"), "B": Duration(4, "hours"), "C": Duration(1, "business_days")}
    handed, qualified, rejected = "handed_over_at", "qualified_at", "rejected_at"

    def timed(
        name: str, kind: CommitmentKind, start: str, stops: tuple[str, ...], time: Duration, **more: Any
    ) -> Commitment:
        return made(RESPONSE, id=name, kind=kind, anchor=start, clock=clock(start, stops, time), needs=(), **more)

    depth = timed("f", "follow_up_depth", handed, ("last_attempt_at",), Duration(5, "business_days"), **capped)
    assert depth.clock
    return [
        VOLUME,
        made(VOLUME, id="v", kind="value", lead_values=(LeadValue("w", (Filter("source", ("Web",)),), Decimal(5)),)),
        timed("q", "quality", handed, both, two_days, silence_accepts=True),
        made(VOLUME, id="c", kind="completeness", required_fields=("email", "source"), **share),
        timed("h", "hand_over_speed", qualified, (handed,), Duration(4, "hours")),
        *(
            timed(tier, "response", handed, ("first_touch_at",), time, scope=(Filter("tier", (tier,)),), **capped)
            for tier, time in within.items()
        ),
        made(depth, clock=dataclasses.replace(depth.clock, attempts=4, stop_events=both)),
        timed("d", "decision", handed, both, two_days, **capped),
        made(VOLUME, id="s", kind="reasons", anchor=rejected, allowed_values=("no budget",), **share),
        timed("y", "recycle", rejected, ("recycled_at",), two_days),
        made(VOLUME, id="n", kind="conversion", anchor="accepted_at", reached="sql_at", **share),
    ]


def check(leads: LeadLog, promised: list[Commitment], actuals: Actuals | None = None) -> Scorecard:
    """A whole check, on a review that remembers nothing."""
    return scorecard(
        promised, Review(actuals or Actuals(leads), dt.date(2026, 12, 31), "Europe/Berlin", {"sales": SALES})
    )


def test_a_full_scorecard_of_a_million_leads(side_by_side: SideBySide) -> None:
    leads, promised = log(MILLION), thirteen()[:12]
    calendar = WorkingCalendar(SALES, dt.date(2025, 1, 1), dt.date(2028, 12, 31))
    starts, ends = pairs(MILLION)

    def whole() -> object:
        return check(leads, promised)

    def bare() -> object:
        return [np.searchsorted(calendar.starts, part, side="right") for part in (starts, ends)]

    def own() -> object:
        return calendar.working_time(starts, ends)

    # A pass of working time may cost 1.5 bare passes and a scorecard 8 such passes: 12 bare ones. Our own pass costs a
    # quarter of a bare one, so that the first line compares with something much faster than what was allowed.
    side_by_side("scorecard, 12 x 1M / our own working time of 1M (at most 8)", own, whole, rounds=5)
    side_by_side("scorecard, 12 x 1M / two bare searchsorted (at most 12)", bare, whole, rounds=5)


def test_the_cost_grows_with_the_leads_and_no_faster(side_by_side: SideBySide) -> None:
    promised, few, many = thirteen()[:12], log(10_000), log(MILLION)

    def a_hundred_times() -> object:
        return [check(few, promised) for _ in range(100)]

    side_by_side(
        "scorecard of 1M / 100 x scorecard of 10k (about 1, or less)",
        a_hundred_times,
        lambda: check(many, promised),
        rounds=3,
    )


def test_one_lead_changed_among_a_hundred_thousand(side_by_side: SideBySide) -> None:
    leads, promised = log(100_000), tuple(thirteen()[:12])
    review = Review(Actuals(leads), dt.date(2026, 12, 31), "Europe/Berlin", {"sales": SALES})
    lines = scorecard(promised, review).results
    settled = Settled(promised[5].id, leads.identities[5], "met", "Called from a private phone", "Marta", "Femke")
    changed = Actuals(leads, settled=(settled,))
    assert renewed(promised, lines, review, changed)[0] == check(leads, list(promised), changed).results

    side_by_side(
        "one lead settled, 12 x 100k / the whole scorecard anew",
        lambda: check(leads, list(promised), changed),
        lambda: renewed(promised, lines, review, changed),
    )


def test_the_memory_of_a_full_scorecard(figure: Callable[[str], None]) -> None:
    """Peak of what a check of a million leads has allocated at any one time, and with the log itself."""
    tracemalloc.start()
    log.cache_clear()
    leads = log(MILLION)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.reset_peak()
    check(leads, thirteen()[:12])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    figure(
        f"peak memory of a scorecard, 12 x 1M: {peak / MILLION:.0f} bytes a lead with the log (at most 400), "
        f"{(peak - held) / MILLION:.0f} without; the log alone {held / MILLION:.0f}"
    )


def test_folding_a_hundred_thousand_leads(side_by_side: SideBySide) -> None:
    older, size = log(100_000), 100_000
    moved = Stamps(np.where(np.arange(size) % 10 == 0, EMPTY, older.stamps("first_touch_at")))
    newer = LeadLog(older.identities, {**older.columns, "first_touch_at": moved})

    def bare() -> object:
        known = {identity: row for row, identity in enumerate(older.identities)}
        return [known[identity] for identity in newer.identities]

    side_by_side("fold 100k into 100k / look up 100k identities", bare, lambda: merged(older, newer))
