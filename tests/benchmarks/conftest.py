"""The fixture `side_by_side` and the table at the end of the run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.benchmarks.side_by_side import Clock, Ratio, Way, measure, table

RATIOS = pytest.StashKey[list[Ratio]]()
FIGURES = pytest.StashKey[list[str]]()
HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)  # before the markers of a run are looked at
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What stands here is a benchmark, and takes as long as it takes."""
    for item in items:
        if item.path.is_relative_to(HERE) and item.path.name != "test_side_by_side.py":
            item.add_marker(pytest.mark.benchmark)
            item.add_marker(pytest.mark.timeout(1800))


@pytest.fixture
def told(request: pytest.FixtureRequest) -> Callable[[Ratio], None]:
    """Call it with a ratio that was measured otherwise, to have it in the table at the end of the run."""
    return request.config.stash.setdefault(RATIOS, []).append


@pytest.fixture
def figure(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Call it with a figure that is no ratio, in words, to have it under the table at the end of the run."""
    return request.config.stash.setdefault(FIGURES, []).append


@pytest.fixture
def side_by_side(request: pytest.FixtureRequest) -> Callable[..., Ratio]:
    """Call it with a name, a baseline and a subject (functions or commands), `rounds=` and `clock=`; see `measure`.

    The ratio is printed in the table at the end of the run, and answered.
    """

    def run(name: str, baseline: Way, subject: Way, rounds: int = 7, clock: Clock = "cpu") -> Ratio:
        ratio = measure(name, baseline, subject, rounds, clock)
        request.config.stash.setdefault(RATIOS, []).append(ratio)
        return ratio

    return run


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print what was measured."""
    ratios = config.stash.get(RATIOS, [])
    if ratios:
        terminalreporter.section("measured side by side in this run")
        for line in table(ratios):
            terminalreporter.write_line(line)
    for line in config.stash.get(FIGURES, []):
        terminalreporter.write_line(line)
