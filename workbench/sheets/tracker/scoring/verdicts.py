"""The verdict on a line as a formula: kept or not once the period is closed, on the way or not before.

Multiplies and rounds, never divides, so that a tie is a tie. Must not know kinds or leads.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.agreement.commitment import Operator
from workbench.sheets.tracker.formula import Formula, Given
from workbench.sheets.tracker.functions import both, either, greatest, least, rounded, rounded_down, rounded_up
from workbench.tracking.result import Status

EXACT = 6
"""Decimals that numbers are compared to: more than amounts and rates have, fewer than the machine's noise."""


@dataclass(frozen=True, eq=False)
class Bar:
    """The range of numbers that keep a commitment, with nothing for an open end."""

    low: Formula | None
    high: Formula | None

    def holds(self, number: Formula, times: Given = 1) -> Formula:
        """Whether a number lies in the range, the range's ends multiplied first."""
        tests = []
        if self.low is not None:
            tests.append(rounded(number - self.low * times, EXACT) >= 0)
        if self.high is not None:
            tests.append(rounded(self.high * times - number, EXACT) >= 0)
        return both(*tests) if len(tests) > 1 else tests[0]

    def some_share(self, least_met: Formula, most_met: Formula, of: Formula) -> Formula:
        """Whether any whole number between two, as a share of `of`, lies in the range."""
        first, last = least_met, most_met
        if self.low is not None:
            first = greatest(first, rounded_up(rounded(greatest(0, self.low) * of, EXACT)))
        if self.high is not None:
            last = least(last, rounded_down(rounded(greatest(0, self.high) * of, EXACT)))
        found = first <= last
        return both(self.high >= 0, found) if self.high is not None else found


def make_bar(
    operator: Operator, target: Formula, upper: Formula | None, tolerance: Formula | None, *, relative: bool = False
) -> Bar:
    """The range that keeps a commitment; see `workbench.tracking.bar`."""
    low, top = target, target if operator == "<=" or upper is None else upper
    if tolerance is not None:
        low = low - (low * tolerance if relative else tolerance)
        top = top + (top * tolerance if relative else tolerance)
    if operator == ">=":
        return Bar(low, None)
    return Bar(low if operator == "between" else None, top)


def word(status: Status) -> Formula:
    """A status as text."""
    return Formula(f'"{status}"', status)


def share_status(
    met: Formula, decided: Formula, pending: Formula, minimum: Formula, goal: Bar, kept: Bar, closed: Formula
) -> Formula:
    """The status of a share in a period that has begun."""
    known = decided + pending
    so_far = either(goal.holds(met, decided), word("on_track"), word("at_risk"))
    surely = both(kept.holds(met, known), kept.holds(met + pending, known))
    missed = either(kept.some_share(met, met + pending, known), so_far, word("missed"))
    judged = either(closed, either(surely, word("met"), missed), so_far)
    few = either(decided.equals(0), word("too_little_data"), judged)
    return either(known < minimum, word("too_little_data"), few)


def count_status(actual: Formula, goal: Bar, kept: Bar, closed: Formula, elapsed: Formula, days: Formula) -> Formula:
    """The status of a count in a period that has begun: kept once it is closed, on the pace line before."""
    done = either(kept.holds(actual), word("met"), word("missed"))
    on_track: Formula
    if goal.low is None:
        assert goal.high is not None
        on_track = rounded(goal.high * elapsed - actual * greatest(days, 1), EXACT) >= 0
    else:
        on_track = rounded(actual * days - goal.low * elapsed, EXACT) >= 0
        if goal.high is not None:
            on_track = both(on_track, rounded(goal.high - actual, EXACT) >= 0)
    return either(closed, done, either(on_track, word("on_track"), word("at_risk")))
