"""The ruler itself: what is twice as much is measured as about twice as much. No test of anything's speed."""

from __future__ import annotations

import sys

import pytest

from tests.benchmarks.side_by_side import Ratio, measure, table


def test_medians_and_spread_are_of_the_rounds() -> None:
    ratio = Ratio("pages", "cpu", (0.010, 0.020, 0.010), (0.020, 0.030, 0.050))
    assert ratio.ratio == 3
    assert list(ratio.spread) == [1.5, 5.0]
    assert table([ratio]) == [
        "measured  clock  baseline  subject  ratio  single rounds  rounds",
        "pages     cpu    10 ms     30 ms    x3     1.5 to 5       3",
    ]


def test_the_two_take_turns_and_the_first_round_does_not_count() -> None:
    said = ""

    def say(word: str) -> None:
        nonlocal said
        said += word

    ratio = measure("turns", lambda: say("b"), lambda: say("s"), rounds=3)
    assert said == "sbbssbbs"
    assert len(ratio.baseline) == len(ratio.subject) == 3


@pytest.mark.parametrize("clock", ["cpu", "wall"])
def test_a_command_is_measured_as_a_process_of_its_own(clock: str) -> None:
    idle = [sys.executable, "-I", "-S", "-c", "pass"]
    busy = [sys.executable, "-I", "-S", "-c", "sum(range(20_000_000))"]
    ratio = measure("work", idle, busy, rounds=1, clock="cpu" if clock == "cpu" else "wall")
    assert ratio.ratio > 2


def test_processor_time_leaves_waiting_out() -> None:
    import threading

    wait = threading.Event().wait
    assert measure("wait", lambda: sum(range(300_000)), lambda: wait(0.2), rounds=1).ratio < 1
    assert measure("wait", lambda: sum(range(300_000)), lambda: wait(0.2), rounds=1, clock="wall").ratio > 1


def test_a_command_that_fails_is_no_measurement() -> None:
    import subprocess

    with pytest.raises(subprocess.CalledProcessError):
        measure("broken", [sys.executable, "-c", "pass"], [sys.executable, "-c", "raise SystemExit(3)"], rounds=1)
