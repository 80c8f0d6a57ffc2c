"""How a number came to where it is: what the check would have said at the end of each working day of its period.

Each day is a check of its own, as of that day, so that the line ends exactly at the number of the scorecard. Must not
know charts.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from workbench.agreement.commitment import Commitment
from workbench.tracking.periods import Period
from workbench.tracking.review import Review
from workbench.tracking.scorecard import scorecard
from workbench.tracking.windows import window


def _go_on() -> None:
    """Nobody stops it."""


@dataclass(frozen=True)
class Running:
    """A number from day to day.

    Attributes:
        days: Every working day of the period in force.
        values: The number at the end of each of them so far, nothing where nothing was decided; the last one is the
            number as of the check itself.
    """

    days: tuple[dt.date, ...]
    values: tuple[Decimal | None, ...]


def running(commitment: Commitment, review: Review, period: str, check: Callable[[], None] = _go_on) -> Running:
    """A commitment's number from day to day.

    Args:
        commitment: Not a metric, whose total has no days.
        review: The check it was judged in.
        period: Written as `Period.text`.
        check: Called before each day; may raise to stop.

    Raises:
        WorkbenchError: The calendar is not known or ends too soon.
    """
    asked = Period.parse(period)
    cut = window(asked, review)
    calendar = review.pace_calendar
    every = (cut.first + dt.timedelta(days=number) for number in range((cut.last - cut.first).days + 1))
    days = tuple(day for day in every if calendar.working_days(day, day))
    values: list[Decimal | None] = []
    past = [day for day in days if day <= review.moment.day]
    for day in past:
        check()
        as_of = review.as_of if day == past[-1] else day
        asking = dataclasses.replace(review, as_of=as_of, asked=(asked,))
        values.append(next((line.value for line in scorecard((commitment,), asking).results), None))
    return Running(days, tuple(values))
