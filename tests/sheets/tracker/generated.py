"""A fixed number of generated worlds and promises, the same in every run; for tests that need many at once."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.tracking.slow_scorecard import World
from tests.tracking.worlds import commitments, worlds
from workbench.agreement.commitment import Commitment


def generated(count: int, number: int = 1) -> list[tuple[World, list[Commitment]]]:
    """So many worlds with a promise of every kind each.

    Args:
        count: How many.
        number: Seed of the throw.
    """
    found: list[tuple[World, list[Commitment]]] = []

    @seed(number)
    @settings(max_examples=count, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(worlds(), commitments())
    def gather(world: World, promised: list[Commitment]) -> None:
        found.append((world, promised))

    gather()
    return found[:count]
