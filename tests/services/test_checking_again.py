"""A check asked again is the check made anew; while only entries changed, what was made of the leads is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from random import Random

import pytest

from tests.services.prepared import Prepared
from workbench.base.clock import FixedClock
from workbench.services.checking import Check, Question
from workbench.services.entries import BothSay
from workbench.services.exchange import content_of
from workbench.services.workbench import Workbench

SAID = BothSay("Seen in the report", "Marta Lindgren", "Femke de Vries")
Step = Callable[[Workbench, str, Random], object]

ENTRIES: dict[str, Step] = {
    "settle": lambda bench, agreement, dice: bench.entries.settle(
        agreement, dice.choice(["S-3", "M-2", "M-6"]), f"L-{dice.randint(1, 5)}",
        dice.choice(["met", "late", "excluded", ""]), SAID,
    ),
    "total": lambda bench, agreement, dice: bench.entries.enter_total(
        agreement, "J-4", "2026-Q1", dice.choice([None, Decimal(6000), Decimal(5000)]), SAID
    ),
    "done": lambda bench, agreement, dice: bench.entries.attest(
        agreement, "S-10", dt.date(2026, 1, dice.randint(1, 16)), SAID, pieces=dice.randint(1, 3)
    ),
}  # fmt: skip
OTHERS: dict[str, Step] = {
    "import": lambda bench, agreement, _dice: bench.actuals.undo(
        agreement, bench.actuals.batches(agreement)[-1].number
    ),
    "version": lambda bench, agreement, _dice: bench.versions.save(agreement, "Another"),
    "draft": lambda bench, agreement, _dice: bench.drafting.set(agreement, "title", "Another"),
}


def same(one: Check, other: Check) -> bool:
    """Whether two checks say the same: lines, versions, and every lead behind a number."""
    if (one.as_of, one.rehearsal, one.results()) != (other.as_of, other.rehearsal, other.results()):
        return False
    return all(
        [(row.identity, row.state, row.reason) for row in one.evidence(label)]
        == [(row.identity, row.state, row.reason) for row in other.evidence(label)]
        for label in ("S-3", "M-2", "M-6")
    )


@pytest.mark.parametrize("seed", range(6))
def test_asked_again_it_says_what_a_new_check_says(bench: Workbench, prepared: Prepared, seed: int) -> None:
    dice, agreement = Random(seed), prepared.agreement
    question = dice.choice([Question(), Question(periods=("2026-01",)), Question(version=1)])
    known = bench.checking.check(agreement, question)
    for _ in range(5):
        ENTRIES[dice.choice(list(ENTRIES))](bench, agreement, dice)
        known = bench.checking.again(agreement, known)
        assert same(known, bench.checking.check(agreement, question))


def test_after_an_entry_what_was_made_of_the_leads_is_kept(bench: Workbench, prepared: Prepared) -> None:
    agreement = prepared.agreement
    known = bench.checking.check(agreement)
    for label, enter in (
        ("S-3", lambda: bench.entries.settle(agreement, "S-3", "L-4", "met", SAID)),
        ("J-4", lambda: bench.entries.enter_total(agreement, "J-4", "2026-Q1", Decimal(6000), SAID)),
        ("S-10", lambda: bench.entries.attest(agreement, "S-10", dt.date(2026, 1, 7), SAID)),
    ):
        enter()
        again = bench.checking.again(agreement, known)
        assert again.newest.review.view is known.newest.review.view
        changed = {one[1].label for one, other in zip(known.results(), again.results(), strict=True) if one != other}
        assert changed == {label}
        known = again


@pytest.mark.parametrize("what", OTHERS)
def test_after_anything_else_everything_is_judged_anew(bench: Workbench, prepared: Prepared, what: str) -> None:
    known = bench.checking.check(prepared.agreement)
    OTHERS[what](bench, prepared.agreement, Random(3))
    again = bench.checking.again(prepared.agreement, known)
    assert again.newest.review.view is not known.newest.review.view
    assert same(again, bench.checking.check(prepared.agreement))


def test_without_a_day_of_its_own_the_data_speaks_for_today(
    empty: Workbench, clock: FixedClock, prepared: Prepared
) -> None:
    agreement = empty.shelf.create_from(content_of(prepared.file("both.pdf")), "Drafted")
    known = empty.checking.check(agreement)
    clock.advance(days=1)
    again = empty.checking.again(agreement, known)
    assert again.as_of == clock.now().date() != known.as_of
