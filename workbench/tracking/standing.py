"""Where a period stands at the as-of instant: begun, closed, and how many working days of it have passed.

Must not know results.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from workbench.tracking.review import Review
from workbench.tracking.windows import Window

FORECAST_FROM_DAY = 3
"""A forecast before the third working day says nothing."""


@dataclass(frozen=True)
class Standing:
    """A window at the as-of instant.

    Attributes:
        begun: Its first day in force has come.
        closed: The as-of instant is at or after the end of the whole period, also where its last days are not in force.
        all_days: Working days of the whole period.
        days: Those of them in force.
        elapsed: Those in force up to and including the as-of day.
    """

    begun: bool
    closed: bool
    all_days: int
    days: int
    elapsed: int

    def part_of(self, amount: Fraction) -> Fraction:
        """A count target of the whole period for the days in force, rounded up where they are not all."""
        return Fraction(ceil(amount * self.days / self.all_days)) if self.days < self.all_days else amount

    def pace(self, target: Fraction) -> Fraction:
        """Where a count should stand."""
        return target * self.elapsed / self.days if self.days else Fraction(0)

    def forecast(self, actual: Fraction) -> Fraction | None:
        """Where a count ends at its pace so far; nothing before the third working day or after the end."""
        if self.closed or self.elapsed < FORECAST_FROM_DAY:
            return None
        return actual * self.days / self.elapsed

    def required_per_day(self, actual: Fraction, target: Fraction) -> Fraction | None:
        """What each remaining working day must bring; nothing when none remains."""
        left = self.days - self.elapsed
        return max(target - actual, Fraction(0)) / left if left and not self.closed else None


def standing(window: Window, review: Review) -> Standing:
    """Where a window stands in a review.

    Raises:
        WorkbenchError: The calendar of the agreement is not known or ends before the window.
    """
    calendar, moment = review.pace_calendar, review.moment
    begun = not window.empty and moment.day >= window.first
    return Standing(
        begun=begun,
        closed=moment.closes >= window.period.bounds(review.days.zone)[1],
        all_days=calendar.working_days(window.period.first, window.period.last),
        days=calendar.working_days(window.first, window.last),
        elapsed=calendar.working_days(window.first, min(moment.day, window.last)) if begun else 0,
    )
