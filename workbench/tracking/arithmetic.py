"""Working time as intervals a person can follow and add up.

Must not know commitments or leads.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from workbench.base.language import N_, Language
from workbench.tracking.calendar import WorkingCalendar
from workbench.tracking.open_intervals import Interval

MOST_SHOWN = 4
"""Longer sums show their first intervals and the last one."""


@dataclass(frozen=True)
class Arithmetic:
    """The open intervals between two instants.

    Attributes:
        zone: In which wall times are told.
        start: Seconds since 1970 UTC.
        end: Seconds since 1970 UTC.
        intervals: Open intervals between them, cut to them, in order.
    """

    zone: ZoneInfo
    start: int
    end: int
    intervals: tuple[Interval, ...]

    @property
    def seconds(self) -> int:
        """Their sum."""
        return sum(end - start for start, end in self.intervals)

    def text(self, language: Language) -> str:
        """One line: `Fri 6 Nov 16:20 to 18:00, 1 h 40 min + Mon 9 Nov 09:00 to 10:32, 1 h 32 min`.

        A single interval is written `Tue 10 Nov 11:02 to 13:08 = 2 h 06 min`; a start outside opening hours begins
        `Sat 7 Nov 10:15 starts Mon 9 Nov 09:00, to 09:31 = 31 min`.
        """
        if not self.intervals:
            return language.text(N_("{start} to {end}: no open time.")).format(
                start=moment_text(self.start, self.zone, language), end=moment_text(self.end, self.zone, language)
            )
        if len(self.intervals) == 1:
            return self._single(language)
        shown = [self._part(one, language) for one in self.intervals]
        if len(shown) > MOST_SHOWN + 1:
            hidden = self.intervals[MOST_SHOWN:-1]
            between = language.count("{n} more interval, {time}", "{n} more intervals, {time}", len(hidden)).format(
                n=len(hidden), time=length_text(sum(end - start for start, end in hidden), language)
            )
            shown = [*shown[:MOST_SHOWN], between, shown[-1]]
        return " + ".join(shown)

    def whole_text(self, language: Language) -> str:
        """The line with its sum, for whoever does not see that beside it: `..., 5 min + ..., 12 min = 17 min`."""
        said = self.text(language)
        if len(self.intervals) < 2:
            return said
        return language.text(N_("{sum} = {time}")).format(sum=said, time=length_text(self.seconds, language))

    def _single(self, language: Language) -> str:
        ((start, end),) = self.intervals
        words = {
            "time": length_text(end - start, language),
            "end": _clock(end, self.zone, _day(start, self.zone), language),
        }
        if start == self.start:
            template = language.text(N_("{start} to {end} = {time}"))
            return template.format(start=moment_text(start, self.zone, language), **words)
        template = language.text(N_("{start} starts {opening}, to {end} = {time}"))
        opening = moment_text(start, self.zone, language)
        return template.format(start=moment_text(self.start, self.zone, language), opening=opening, **words)

    def _part(self, interval: Interval, language: Language) -> str:
        start, end = interval
        return language.text(N_("{start} to {end}, {time}")).format(
            start=moment_text(start, self.zone, language),
            end=_clock(end, self.zone, _day(start, self.zone), language),
            time=length_text(end - start, language),
        )


def arithmetic(calendar: WorkingCalendar, start: int, end: int) -> Arithmetic:
    """The working time between two instants as intervals that add up to it.

    Raises:
        CalendarEndsError: An instant lies outside the calendar.
    """
    return Arithmetic(calendar.days.zone, start, end, tuple(calendar.stretches(start, end)))


def moment_text(instant: int, zone: ZoneInfo, language: Language) -> str:
    """An instant on the wall clock of a zone: `Fri 6 Nov 16:20`; seconds only where there are any."""
    from babel.dates import format_date  # noqa: PLC0415  (needs locale data)

    day = format_date(_day(instant, zone), "EEE d MMM", locale=language.code)
    return f"{day} {_clock(instant, zone, _day(instant, zone), language)}"


def length_text(seconds: int, language: Language) -> str:
    """A length of time: `1 h 05 min`, `31 min`, `2 min 12 s`."""
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    parts = [(f"{hours}", N_("{n} h"))] if hours else []
    if minutes or not (hours or left):
        parts.append((f"{minutes:02d}" if hours else f"{minutes}", N_("{n} min")))
    if left:
        parts.append((f"{left}", N_("{n} s")))
    return " ".join(language.text(words).format(n=number) for number, words in parts)


def _day(instant: int, zone: ZoneInfo) -> dt.date:
    return dt.datetime.fromtimestamp(instant, zone).date()


def _clock(instant: int, zone: ZoneInfo, day: dt.date, language: Language) -> str:
    """The time of day, 24:00 for the midnight that ends the day named, with the day where it is another."""
    moment = dt.datetime.fromtimestamp(instant, zone)
    time = moment.strftime("%H:%M:%S" if moment.second else "%H:%M")
    if moment.date() == day:
        return time
    if moment.date() == day + dt.timedelta(days=1) and moment.time() == dt.time():
        return "24:00"
    return moment_text(instant, zone, language)
