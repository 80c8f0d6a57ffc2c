"""A tracker's numbers are the checks' numbers, on generated logs with every edge; no spreadsheet program is asked."""

from __future__ import annotations

from hypothesis import given, settings

from tests.sheets.tracker.making import check, model_of
from tests.tracking.slow_scorecard import World
from tests.tracking.worlds import commitments, review, worlds
from workbench.agreement.commitment import Commitment


@settings(max_examples=8)
@given(worlds(), commitments())
def test_every_line_and_every_lead_is_as_the_checks_say(world: World, promised: list[Commitment]) -> None:
    check(model_of(promised, review(world)))
