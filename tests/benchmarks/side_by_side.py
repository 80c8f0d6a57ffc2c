"""Two ways measured side by side in one run: interleaved, medians, a ratio. Must not know what is measured.

A ratio from one run holds on other machines; seconds do not. Nothing here says whether a ratio is good.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

if sys.platform != "win32":
    import resource

Way: TypeAlias = Callable[[], object] | Sequence[str | Path]
"""What is measured: a function, called here, or a command, run as a fresh process each time."""

Clock: TypeAlias = Literal["cpu", "wall"]


@dataclass(frozen=True)
class Ratio:
    """What was measured of one pair.

    Attributes:
        name: What is compared, for a reader who has not seen the code.
        clock: `cpu` for the processor's time, `wall` for what a person waits.
        baseline: Seconds of each round of what it is compared with.
        subject: Seconds of each round of ours.
    """

    name: str
    clock: Clock
    baseline: tuple[float, ...]
    subject: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """How many times the baseline the subject takes, by medians."""
        return statistics.median(self.subject) / statistics.median(self.baseline)

    @property
    def spread(self) -> tuple[float, float]:
        """The smallest and the largest ratio of a single round, whose two halves ran one after the other."""
        each = [ours / theirs for theirs, ours in zip(self.baseline, self.subject, strict=True)]
        return min(each), max(each)

    def row(self) -> tuple[str, ...]:
        """The cells of its line in the table."""
        low, high = self.spread
        return (
            self.name,
            self.clock,
            f"{statistics.median(self.baseline) * 1000:.3g} ms",
            f"{statistics.median(self.subject) * 1000:.3g} ms",
            f"x{self.ratio:.3g}",
            f"{low:.3g} to {high:.3g}",
            str(len(self.subject)),
        )


HEADER = ("measured", "clock", "baseline", "subject", "ratio", "single rounds", "rounds")


def measure(name: str, baseline: Way, subject: Way, rounds: int = 7, clock: Clock = "cpu") -> Ratio:
    """Run both in turn, once unmeasured and then `rounds` times; which goes first changes with every round.

    Args:
        name: What is compared.
        baseline: What it is compared with.
        subject: Ours.
        rounds: How often.
        clock: `cpu` counts this process and, of commands, the processes they wait for; `wall` is what a person waits.

    Raises:
        subprocess.CalledProcessError: A command failed.
    """
    times: tuple[list[float], list[float]] = ([], [])
    for each in range(rounds + 1):
        for which in (0, 1) if each % 2 else (1, 0):
            seconds = _time((baseline, subject)[which], clock)
            if each:
                times[which].append(seconds)
    return Ratio(name, clock, tuple(times[0]), tuple(times[1]))


def _time(way: Way, clock: Clock) -> float:
    if callable(way):
        now = time.process_time if clock == "cpu" else time.perf_counter
        start = now()
        way()
        return now() - start
    now = _children_cpu if clock == "cpu" else time.perf_counter
    start = now()
    subprocess.run(way, check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    return now() - start


def _children_cpu() -> float:
    """The processor's time of all processes waited for so far; Windows tells only what a person waits."""
    if sys.platform == "win32":
        return time.perf_counter()
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def table(ratios: Sequence[Ratio]) -> list[str]:
    """The lines of a table, columns aligned."""
    rows = [HEADER, *(ratio.row() for ratio in ratios)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADER))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
