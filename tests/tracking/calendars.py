"""Calendars for the tests, each as the package takes it and as the slow reference does."""

from __future__ import annotations

import datetime as dt
from functools import cache
from zoneinfo import ZoneInfo

from tests.tracking.reference import Hours, SlowCalendar
from workbench.tracking.calendar_spec import CalendarSpec, DayOff, Opening, Outage, SpecialDay

FIRST, LAST = dt.date(2026, 9, 14), dt.date(2027, 1, 31)
"""The slow calendars' span: the end of summer time, Christmas, a year's border."""

LUNCH: Hours = [(9 * 60, 12 * 60 + 30), (13 * 60 + 30, 18 * 60)]
PLAIN: Hours = [(9 * 60, 18 * 60)]
SUNDAY = dt.date(2026, 10, 25)
"""Clocks go back in Berlin on this day; in New York a week later."""


def _time(minutes: int) -> dt.time:
    return dt.time(minutes // 60 % 24, minutes % 60)


def wall(zone: str, *parts: int) -> int:
    """Seconds since 1970 of a wall time."""
    return int(dt.datetime(*parts, tzinfo=ZoneInfo(zone)).timestamp())  # type: ignore[misc, arg-type]  # year to second


def spec(slow: SlowCalendar, name: str = "test") -> CalendarSpec:
    """The package's form of a slow calendar."""
    return CalendarSpec(
        name=name,
        zone=slow.zone.key,
        hours=tuple(Opening(day, _time(a), _time(b)) for day, hours in enumerate(slow.week) for a, b in hours),
        days_off=tuple(DayOff(day) for day in sorted(slow.closed)),
        special_days=tuple(
            special
            for day, hours in sorted(slow.special.items())
            for special in ([SpecialDay(day, _time(a), _time(b)) for a, b in hours] or [SpecialDay(day)])
        ),
        outages=tuple(Outage(a, b, "test") for a, b in slow.outages),
    )


@cache
def slow(name: str) -> SlowCalendar:
    """One of the named calendars; see `NAMES`."""
    berlin, york = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
    closed = {dt.date(2026, 10, 3), dt.date(2026, 11, 2), dt.date(2026, 12, 25), dt.date(2027, 1, 1)}

    def at(*parts: int) -> int:
        return wall("Europe/Berlin", *parts)

    match name:
        case "plain":
            return SlowCalendar(berlin, [PLAIN] * 5 + [[], []], FIRST, LAST)
        case "lunch":
            return SlowCalendar(
                berlin, [LUNCH] * 4 + [[(540, 960)], [], []], FIRST, LAST,
                closed=closed,
                special={
                    dt.date(2026, 11, 2): [(600, 720)],
                    dt.date(2026, 11, 7): [(600, 840)],
                    dt.date(2026, 11, 10): [],
                },
                outages=[
                    (at(2026, 10, 14, 10, 15), at(2026, 10, 14, 14, 40)),
                    (at(2026, 10, 22, 16), at(2026, 10, 23, 10, 30)),
                    (at(2026, 11, 18), at(2026, 11, 19)),  # a whole working day
                    (at(2026, 11, 18, 9), at(2026, 11, 18, 10)),
                ],
            )  # fmt: skip
        case "around the clock":
            return SlowCalendar(berlin, [[(0, 0)]] * 7, FIRST, LAST)
        case "until midnight":
            return SlowCalendar(berlin, [[(600, 0)]] * 4 + [[(0, 0)], [(120, 180)], []], FIRST, LAST)
        case "night shift":  # opens, closes and breaks inside the hours that the clocks repeat
            return SlowCalendar(berlin, [[(1320, 360)]] * 5 + [[(90, 150)], [(60, 150), (170, 200)]], FIRST, LAST)
        case "half hours":  # a zone of 10:30 and 11:00 hours, half an hour of summer time, which begins in October
            return SlowCalendar(
                ZoneInfo("Australia/Lord_Howe"), [[(110, 135), (140, 1000)]] * 6 + [[(100, 140)]], FIRST, LAST
            )
        case "new york":
            return SlowCalendar(york, [PLAIN] * 5 + [[], []], FIRST, LAST)
        case "rare":
            return SlowCalendar(berlin, [[], [(600, 605)], [], [], [(1000, 1200)], [], []], FIRST, LAST)
        case _:
            raise KeyError(name)


NAMES = ("plain", "lunch", "around the clock", "until midnight", "night shift", "half hours", "new york", "rare")
