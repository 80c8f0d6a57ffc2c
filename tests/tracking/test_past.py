"""A promise on past data, by hand: as written, with other numbers beside it, and what is said where nothing can be."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from tests.tracking.sample import RESPONSE, VOLUME, log, made, review
from tests.tracking.test_backtest import LEADS, MONDAYS
from workbench.agreement.commitment import Commitment
from workbench.agreement.targets import TargetPart
from workbench.fields.value import Duration
from workbench.tracking.backtest import Proposal
from workbench.tracking.leads import LeadLog
from workbench.tracking.past import Past, past


def told(
    part: TargetPart, base: Commitment = RESPONSE, leads: LeadLog = LEADS, until: str = "2026-11-10", **changes: Any
) -> Past:
    return past(made(base, **changes), part, review(leads, until))


def with_clock(**changes: Any) -> Any:
    assert RESPONSE.clock
    return dataclasses.replace(RESPONSE.clock, **changes)


def test_the_share_that_would_have_met_each_time_and_how_many_months_kept_it() -> None:
    found = told("within", target=Decimal("0.75"))
    hours = {one.proposal.within: (one.replay.share_of_leads, one.replay.kept) for one in found.rungs}
    # touched one hour after hand-over: 13 of 20; until four hours: 16; until eight: all; 75% of four leads is three
    assert hours == {
        Duration(15, "minutes"): (0, 0),
        Duration(30, "minutes"): (0, 0),
        Duration(1, "hours"): (Fraction(13, 20), 3),
        Duration(2, "hours"): (Fraction(13, 20), 3),
        Duration(4, "hours"): (Fraction(16, 20), 4),
        Duration(8, "hours"): (1, 5),
    }
    assert [one.own for one in found.rungs] == [False, False, False, True, False, False]
    assert found.own is not None
    assert (found.own.kept, len(found.own.judged)) == (3, 5)
    assert found.usual == Proposal(within=Duration(4, "hours"))


def test_its_own_time_stands_among_the_others_once_and_in_its_place() -> None:
    times = [one.proposal.within for one in told("within", clock=with_clock(within=Duration(90, "minutes"))).rungs]
    assert times.index(Duration(90, "minutes")) == 3
    same = [one.proposal.within for one in told("within", clock=with_clock(within=Duration(60, "minutes"))).rungs]
    assert Duration(60, "minutes") in same
    assert Duration(1, "hours") not in same


def test_a_time_in_business_days_is_held_against_business_days() -> None:
    found = told("within", clock=with_clock(within=Duration(1, "business_days")))
    assert [one.proposal.within for one in found.rungs] == [Duration(n, "business_days") for n in (1, 2, 3, 5, 10)]
    assert {one.replay.share_of_leads for one in found.rungs} == {1}


def test_targets_that_all_most_half_and_few_of_the_months_would_have_kept() -> None:
    found = told("target")  # 90% is written; the months came to 100, 75, 75, 50 and 25%
    assert [(one.proposal.target, one.replay.kept, one.own) for one in found.rungs] == [
        (Decimal("0.25"), 5, False),
        (Decimal("0.5"), 4, False),
        (Decimal("0.75"), 3, False),
        (Decimal("0.9"), 1, True),
        (Decimal(1), 1, False),
    ]
    assert found.usual == Proposal(target=Decimal("0.5"))


def test_volumes_and_totals_have_targets_too() -> None:
    rows = [{"qualified_at": f"{day} 10:00"} for day, n in zip(MONDAYS, (5, 4, 3, 2, 1), strict=True) for _ in range(n)]
    found = told(
        "target", VOLUME, log(*rows), "2026-10-31", target=Decimal(3), period_targets=(("2026-06", Decimal(9)),)
    )
    kept = [(Decimal(1), 5), (Decimal(2), 4), (Decimal(3), 2), (Decimal(5), 1)]
    assert [(one.proposal.target, one.replay.kept) for one in found.rungs] == kept
    assert found.own is not None
    assert found.own.kept == 2  # June would have needed nine


def test_attempts_are_counted_up() -> None:
    rows = [
        {"handed_over_at": f"{day} 09:00", "attempts": str(n), "last_attempt_at": f"{day} 12:00"}
        for day in MONDAYS
        for n in (1, 3, 3, 6)
    ]
    assert RESPONSE.clock
    depth = made(
        RESPONSE,
        kind="follow_up_depth",
        target=Decimal("0.75"),
        clock=dataclasses.replace(
            RESPONSE.clock, stops=("last_attempt_at",), within=Duration(2, "business_days"), attempts=4
        ),
        needs=("handed_over_at", "attempts", "last_attempt_at"),
    )
    found = told("attempts", depth, log(*rows))
    shares = {one.proposal.attempts: one.replay.share_of_leads for one in found.rungs}
    quarter = Fraction(1, 4)
    assert shares == {1: 1, 2: 3 * quarter, 3: 3 * quarter, 4: quarter, 5: quarter, 6: quarter, 8: 0}
    assert found.usual == Proposal(attempts=3)
    assert found.own is not None
    assert found.own.kept == 0


def test_what_is_still_open_is_not_called_kept_but_the_data_is_shown() -> None:
    open_time = told("within", clock=with_clock(within=None))
    assert open_time.own is None
    assert [one.replay.share_of_leads for one in open_time.rungs][-1] == 1
    open_share = told("within", target=None)
    assert (open_share.own, open_share.usual) == (None, None)
    open_target = told("target", target=None)
    assert open_target.own is None
    assert open_target.usual == Proposal(target=Decimal("0.5"))


def test_without_a_verdict_nothing_is_called_usual() -> None:
    found = told("within", minimum_sample=10)
    assert found.usual is None
    assert found.own is not None
    assert found.own.share_of_leads == Fraction(13, 20)


@pytest.mark.parametrize("part", ["within", "target"])
def test_missing_columns_are_named(part: TargetPart) -> None:
    found = told(part, leads=log({"handed_over_at": "2026-10-05 09:00"}))
    assert (found.missing, found.own, found.rungs) == (("first_touch_at",), None, ())
    assert found.obstacle


def test_a_share_whose_time_is_open_says_so() -> None:
    found = told("target", clock=with_clock(within=None))
    assert found.missing == ()
    assert found.obstacle.template == "No time is agreed yet."


def test_a_range_has_no_ladder() -> None:
    found = told("target", operator="between", target=Decimal("0.2"), target_upper=Decimal("0.6"))
    assert found.rungs == ()
    assert found.own is not None
    assert found.own.kept == 2  # 50 and 25%
