"""Proposed numbers replayed on history, by hand; and that what is called reachable would have been reached."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from tests.tracking.sample import RESPONSE, VOLUME, log, made, review
from workbench.base.errors import NotAllowedError
from workbench.fields.value import Duration
from workbench.tracking.backtest import Proposal, Replay, backtest
from workbench.tracking.leads import LeadLog

MONDAYS = ("2026-06-01", "2026-07-06", "2026-08-03", "2026-09-07", "2026-10-05")
"""One in each of five months; the hours are 09:00 to 18:00."""


def months(*touched: tuple[int, ...]) -> LeadLog:
    """Leads of five months: in each, leads handed over at 9 that were touched at these hours."""
    rows = [
        {"handed_over_at": f"{day} 09:00", "first_touch_at": f"{day} {hour:02}:00"}
        for day, hours in zip(MONDAYS, touched, strict=True)
        for hour in hours
    ]
    return log(*rows, fields=("handed_over_at", "first_touch_at"))


LEADS = months((10, 10, 10, 10), (10, 10, 10, 12), (10, 10, 13, 13), (10, 14, 14, 14), (10, 10, 10, 17))
"""Within two hours: 4, 3, 2, 1 and 3 of four."""


def replay(leads: LeadLog, *proposals: Proposal, **changes: object) -> tuple[Replay, ...]:
    return backtest(made(RESPONSE, **changes), proposals, review(leads, "2026-11-10"))


def test_a_target_would_have_been_kept_in_so_many_months() -> None:
    own, three_quarters, half = replay(LEADS, Proposal(), Proposal(Decimal("0.75")), Proposal(Decimal("0.5")))
    assert [line.status for line in own.results] == ["met", "missed", "missed", "missed", "missed", "too_little_data"]
    assert [(one.kept, len(one.judged)) for one in (own, three_quarters, half)] == [(1, 5), (3, 5), (4, 5)]
    assert own.share_of_leads == Fraction(13, 20)


def test_another_time_is_replayed_with_the_same_target() -> None:
    hours = [Proposal(within=Duration(n, "hours")) for n in (1, 2, 4, 8)]
    found = replay(LEADS, *hours, target=Decimal("0.75"))
    # within one hour: 10:00 only; within four: all until 13:00; within eight: everything
    assert [one.share_of_leads for one in found] == [Fraction(13, 20), Fraction(13, 20), Fraction(16, 20), 1]
    assert [one.kept for one in found] == [3, 3, 4, 5]


def test_the_target_four_of_five_months_would_have_kept() -> None:
    (found,) = replay(LEADS, Proposal())
    assert found.reachable() == Decimal("0.5")  # 100, 75, 75, 50 and 25%: the fourth
    assert found.reachable(Fraction(1)) == Decimal("0.25")
    assert found.reachable(Fraction(1, 5)) == 1


def test_a_reachable_share_is_rounded_to_the_side_that_is_kept() -> None:
    leads = months(*[(10, 10, 17)] * 5)
    (found,) = replay(leads, Proposal())
    assert found.reachable() == Decimal("0.666")
    (up,) = replay(leads, Proposal(), operator="<=")
    assert up.reachable() == Decimal("0.667")


def test_volumes_are_replayed_too_and_a_proposal_stands_for_months_with_a_target_of_their_own() -> None:
    rows = [{"qualified_at": f"{day} 10:00"} for day, n in zip(MONDAYS, (5, 4, 3, 2, 1), strict=True) for _ in range(n)]
    promise = made(VOLUME, target=Decimal(9), period_targets=(("2026-07", Decimal(99)),))
    (found,) = backtest(promise, [Proposal(Decimal(3))], review(log(*rows), "2026-10-31"))
    assert [line.status for line in found.results] == ["met", "met", "met", "missed", "missed"]
    assert found.reachable() == 2
    assert found.share_of_leads is None


def test_nothing_is_reachable_without_a_verdict() -> None:
    (found,) = replay(LEADS, Proposal(), minimum_sample=10)
    assert (found.kept, found.judged, found.reachable(), found.share_of_leads) == (0, (), None, Fraction(13, 20))


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(NotAllowedError, match="No time is promised"):
        backtest(VOLUME, [Proposal(within=Duration(2, "hours"))], review(LEADS, "2026-11-10"))
    with pytest.raises(NotAllowedError, match="range"):
        replay(LEADS, Proposal(Decimal("0.5")), operator="between", target_upper=Decimal(1))


HOURS = st.lists(st.integers(10, 17), min_size=1, max_size=6).map(tuple)


@given(st.tuples(HOURS, HOURS, HOURS, HOURS, HOURS), st.fractions(Fraction(1, 100), 1), st.sampled_from([">=", "<="]))
def test_what_is_called_reachable_would_have_been_reached(
    touched: tuple[tuple[int, ...], ...], share: Fraction, operator: str
) -> None:
    leads = months(*touched)
    (own,) = replay(leads, Proposal(), operator=operator)
    target = own.reachable(share)
    assert target is not None
    (again,) = replay(leads, Proposal(target), operator=operator)
    assert again.kept >= share * len(own.judged)
    if operator == ">=" and (harder := target + Decimal("0.001")) <= 1:
        (beyond,) = replay(leads, Proposal(harder), operator=operator)
        assert beyond.kept < share * len(own.judged)
