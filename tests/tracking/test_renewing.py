"""After an entry came or went, a scorecard judged anew where the entry is read is the scorecard judged anew wholly."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings, strategies as st

from tests.tracking.sample import RESPONSE, VOLUME, log, made, review as review_of
from tests.tracking.slow_scorecard import World
from tests.tracking.worlds import SEEDS, SETTLED_FOR, STATES, commitments, review, worlds
from workbench.agreement.commitment import Commitment
from workbench.tracking import renewing
from workbench.tracking.actuals import Actuals, Done, PeriodTotal, Settled
from workbench.tracking.evidence import evidence
from workbench.tracking.renewing import affected, renewed
from workbench.tracking.review import Review
from workbench.tracking.scorecard import scorecard


def other_entries(before: Actuals, dice: Random) -> Actuals:
    """The actuals after something was entered, changed or taken back."""
    settled, totals, done = list(before.settled), list(before.totals), list(before.done)
    for _ in range(dice.randint(1, 4)):
        what = dice.randrange(6)
        if what == 0 and len(before.leads):
            who = dice.choice(before.leads.identities)
            both = dice.choice(["Ana", ""])
            settled.append(Settled(dice.choice(SETTLED_FOR), who, dice.choice(STATES), "why", "Tom", both))
        elif what == 1 and settled:
            settled.pop(dice.randrange(len(settled)))
        elif what == 2:
            totals.append(
                PeriodTotal(
                    dice.choice(["cac", "x"]), dice.choice(["2026-10", "2026-11"]), Decimal(dice.randrange(200))
                )
            )
        elif what == 3 and totals:
            totals.pop(dice.randrange(len(totals)))
        elif what == 4:
            done.append(Done(dice.choice(["cac", "x"]), dt.date(2026, 10, dice.randint(1, 31)), dice.randint(1, 3)))
        elif done:
            done.pop(dice.randrange(len(done)))
    return Actuals(before.leads, tuple(totals), tuple(done), tuple(settled))


def anew(given: Review, entries: Actuals) -> Review:
    """A review that remembers nothing."""
    return dataclasses.replace(given, actuals=entries)


def renew(world: World, promised: list[Commitment], seed: int, steps: int) -> None:
    """Let entries come and go, and hold each renewed scorecard, and every row behind it, against a new one."""
    dice, known = Random(seed), tuple(promised)
    given_review = review(world)
    lines = scorecard(known, given_review).results
    for _ in range(steps):
        entries = other_entries(given_review.actuals, dice)
        lines, given_review = renewed(known, lines, given_review, entries)
        fresh = anew(given_review, entries)
        assert lines == scorecard(known, fresh).results
        for one in known:
            assert list(evidence(one, given_review)) == list(evidence(one, fresh))


@settings(max_examples=40)
@given(worlds(), commitments(), SEEDS, st.integers(1, 3))
def test_a_renewed_scorecard_is_the_whole_one_made_anew(
    world: World, promised: list[Commitment], seed: int, steps: int
) -> None:
    renew(world, promised, seed, steps)


@pytest.mark.slow
@pytest.mark.timeout(1800)
@settings(max_examples=1000)
@given(worlds(), commitments(), SEEDS, st.integers(1, 3))
def test_many_renewed_scorecards_are_the_whole_one_made_anew(
    world: World, promised: list[Commitment], seed: int, steps: int
) -> None:
    renew(world, promised, seed, steps)


def test_only_the_commitment_that_reads_an_entry_is_judged_again(monkeypatch: pytest.MonkeyPatch) -> None:
    other = made(RESPONSE, id="other")
    cac = made(VOLUME, id="cac", kind="metric", anchor="", unit="number", metric="k1", needs=())
    given_review = review_of(
        log({"handed_over_at": "2026-11-02 10:00", "first_touch_at": "2026-11-02 18:00"}), "2026-11-30"
    )
    known = (RESPONSE, other, cac)
    before = scorecard(known, given_review).results
    judged: list[str] = []

    def note(commitments: list[Commitment], given: Review) -> object:
        judged.extend(one.id for one in commitments)
        return scorecard(commitments, given)

    monkeypatch.setattr(renewing, "scorecard", note)
    leads = given_review.actuals.leads
    mended = Actuals(leads, settled=(Settled(RESPONSE.id, "id:1", "met", "phone", "Tom", "Ana"),))
    lines, now = renewed(known, before, given_review, mended)
    assert judged == [RESPONSE.id]
    assert [line.met for line in lines if line.commitment == RESPONSE.id] == [1]
    assert [line for line in lines if line.commitment == "other"] == [
        line for line in before if line.commitment == "other"
    ]
    assert now.view is given_review.view

    judged.clear()
    renewed(known, lines, now, dataclasses.replace(mended, totals=(PeriodTotal("k1", "2026-11", Decimal(3)),)))
    assert judged == ["cac"]
    judged.clear()
    renewed(known, lines, now, mended)
    assert judged == []


def test_entries_for_nobody_affect_nobody() -> None:
    none, one = Actuals(), Actuals(totals=(PeriodTotal("k9", "2026-11", Decimal(3)),))
    assert affected((RESPONSE, VOLUME), none, one) == frozenset()


def test_one_of_two_like_entries_taken_back_is_a_difference() -> None:
    piece = made(VOLUME, id="piece", kind="deliverable", anchor="", unit="number", metric="piece", needs=())
    twice = (Done("piece", dt.date(2026, 11, 2), 2), Done("piece", dt.date(2026, 11, 2), 2))
    assert affected((piece,), Actuals(done=twice), Actuals(done=twice[:1])) == {"piece"}
    assert affected((piece,), Actuals(done=twice), Actuals(done=twice)) == frozenset()


def test_the_order_of_settled_disputes_is_a_difference() -> None:
    both = tuple(Settled(RESPONSE.id, "id:1", state, "why", "Tom", "Ana") for state in ("met", "late"))
    assert affected((RESPONSE,), Actuals(settled=both), Actuals(settled=both[::-1])) == {RESPONSE.id}
