"""The instant that a check speaks for. What is dated after it has not happened yet.

Must not know leads or periods.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from workbench.base.errors import WorkbenchError
from workbench.fields.moments import FIRST_DAY, LAST_DAY
from workbench.tracking.periods import midnight


@dataclass(frozen=True)
class AsOf:
    """The instant of a check.

    Attributes:
        last: The last second that has happened, since 1970 UTC.
        closes: Periods that end at or before this second are closed.
        day: Its date in the agreement's zone.
    """

    last: int
    closes: int
    day: dt.date

    @classmethod
    def at(cls, moment: dt.date | dt.datetime, zone: ZoneInfo) -> AsOf:
        """The instant a date or date-time names.

        Args:
            moment: A date means its end, with all of the day in it. A date-time without a zone is on the agreement's
                wall clock.
            zone: The agreement's.

        Raises:
            WorkbenchError: Outside 2000 to 2100.
        """
        if not FIRST_DAY <= (moment.date() if isinstance(moment, dt.datetime) else moment) <= LAST_DAY:
            raise WorkbenchError(f"A check cannot speak for {moment}.", "Give a day from 2000 to 2100.")
        if isinstance(moment, dt.datetime):
            placed = moment if moment.tzinfo else moment.replace(tzinfo=zone)
            second = int(placed.timestamp())
            return cls(second, second, placed.astimezone(zone).date())
        closes = midnight(moment + dt.timedelta(days=1), zone)
        return cls(closes - 1, closes, moment)
