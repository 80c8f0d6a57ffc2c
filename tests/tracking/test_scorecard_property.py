"""The scorecard against a slow second opinion, on generated logs with every edge."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, note, settings, strategies as st

from tests.tracking.calendars import FIRST
from tests.tracking.slow_scorecard import Judge, World, span
from tests.tracking.worlds import commitments, review, worlds
from workbench.agreement.commitment import Commitment
from workbench.tracking import review as reviewing
from workbench.tracking.evidence import evidence
from workbench.tracking.periods import Period
from workbench.tracking.review import PART
from workbench.tracking.scorecard import scorecard

EXACT = ("value", "lowest", "highest", "pace", "forecast", "required_per_day", "target")
ASKED = st.sampled_from([None, None, ("2026-10", "2026-11"), ("2026-Q4",), ("2026-W44", "2026-12")])


def same(name: str, ours: Any, slow: Any) -> bool:
    """Whether a number is the slow one, to the last digit a decimal of 28 digits can show."""
    if name in EXACT and None not in {ours, slow}:
        return bool(ours == Decimal(slow.numerator) / Decimal(slow.denominator))
    return bool(ours == slow)


PARTS = st.sampled_from([PART, PART, 7])
"""How many leads are judged at a time; no world has as many leads as the program takes."""


def compare(world: World, promised: list[Commitment], asked: tuple[str, ...] | None, part: int) -> None:
    """Hold every line, and every row behind it, against the slow opinion."""
    given = review(world, tuple(map(Period.parse, asked)) if asked else None)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reviewing, "PART", part)
        lines = scorecard(promised, given).results
        assert len(list(given.parts())) == max(1, -(-len(world.leads) // part))
    judges = {one.id: Judge(one, world) for one in promised}
    behind = {one.id: evidence(one, given) for one in promised}
    for line in lines:
        if span(line.period)[0] < FIRST:  # the slow calendars begin there
            continue
        expected = judges[line.commitment].line(line.period)
        note(f"{line}\n{expected}")
        wrong = {
            name: (getattr(line, name), slow)
            for name, slow in expected.items()
            if not same(name, getattr(line, name), slow)
        }
        assert wrong == {}, line
        if line.met is not None:
            rows = {row.identity: row for row in behind[line.commitment].only(period=line.period)}
            states = judges[line.commitment].rows(span(line.period))
            assert {who: row.state for who, row in rows.items()} == {
                who: state for who, (state, _, _) in states.items()
            }
            timed = {who: seconds for who, (_, seconds, _) in states.items() if seconds is not None}
            assert {who: rows[who].working_seconds for who in timed} == timed


@settings(max_examples=150)
@given(worlds(), commitments(), ASKED, PARTS)
def test_every_line_is_the_slow_one(
    world: World, promised: list[Commitment], asked: tuple[str, ...] | None, part: int
) -> None:
    compare(world, promised, asked, part)


@pytest.mark.slow
@pytest.mark.timeout(1800)
@settings(max_examples=5000)
@given(worlds(), commitments(), ASKED, PARTS)
def test_every_line_of_many_worlds_is_the_slow_one(
    world: World, promised: list[Commitment], asked: tuple[str, ...] | None, part: int
) -> None:
    compare(world, promised, asked, part)
