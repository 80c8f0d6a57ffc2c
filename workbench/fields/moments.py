"""Kinds whose values are days, times of day and moments. Must not know working time or zones.

A day typed in numbers is read in the order of the language it is typed in; the ISO order is taken everywhere.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any, ClassVar

from workbench.base.language import N_
from workbench.fields.kind import BadText, Kind
from workbench.fields.value import Shown
from workbench.fields.words import clean

FIRST_DAY, LAST_DAY = dt.date(2000, 1, 1), dt.date(2100, 12, 31)


def read_day(text: str, shown: Shown) -> dt.date:
    """A typed day.

    Raises:
        BadText: Not a day, or outside 2000 to 2100.
    """
    bare = clean(text, lines=False)
    found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", bare)
    try:
        if found:
            day = dt.date(int(found[1]), int(found[2]), int(found[3]))
        else:
            from babel.dates import parse_date  # noqa: PLC0415  (needs locale data)

            if not re.search(r"\d{4}|\d\D+\d\D+\d", bare):
                raise ValueError(bare)
            day = parse_date(bare, locale=shown.language.code)
    except (ValueError, IndexError):
        raise BadText(N_("“{text}” is not a day; write one such as 2027-01-31."), text=text.strip()) from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise BadText(N_("Write a day from 2000 to 2100."))
    return day


def show_day(day: dt.date, shown: Shown) -> str:
    """A day with the month in letters, so that it has one reading: `1 January 2027`."""
    from babel.dates import format_date  # noqa: PLC0415

    if shown.language.code == "en":
        return format_date(day, "d MMMM y", locale="en")
    return format_date(day, "long", locale=shown.language.code)


@dataclass(frozen=True)
class DayKind(Kind):
    """A day without time."""

    name: ClassVar[str] = "day"

    def parse(self, text: str, shown: Shown) -> dt.date | None:
        """The day typed."""
        return read_day(text, shown) if text.strip() else None

    def format(self, value: Any, shown: Shown) -> str:
        """With the month in letters."""
        return "" if value is None else show_day(value, shown)

    def edit_text(self, value: Any, shown: Shown) -> str:
        """In ISO order, which parses back in every language."""
        del shown
        return "" if value is None else value.isoformat()

    def problem(self, value: Any) -> BadText | None:
        """Outside 2000 to 2100."""
        return None if FIRST_DAY <= value <= LAST_DAY else BadText(N_("Write a day from 2000 to 2100."))

    def schema(self) -> dict[str, Any]:
        """An ISO day, or null."""
        return {"type": ["string", "null"], "format": "date"}


@dataclass(frozen=True)
class TimeKind(Kind):
    """A time of day to the minute. 00:00 as a closing time means the end of the day."""

    name: ClassVar[str] = "time"

    def parse(self, text: str, shown: Shown) -> dt.time | None:
        """24-hour time, or with am and pm."""
        del shown
        bare = clean(text, lines=False).casefold().replace(" ", "").replace(".", ":").replace("h", ":")
        if not bare:
            return None
        found = re.fullmatch(r"(\d{1,2})(?::(\d{2})?)?(am|pm)?", bare)
        hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 99)
        half = found[3] if found else None
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        elif half:
            hour = 99
        if hour == 24 and minute == 0:
            hour = 0
        if hour > 23 or minute > 59:
            raise BadText(N_("“{text}” is not a time of day; write one such as 09:00."), text=text.strip())
        return dt.time(hour, minute)

    def format(self, value: Any, shown: Shown) -> str:
        """As HH:MM in 24 hours."""
        del shown
        return "" if value is None else value.strftime("%H:%M")

    def problem(self, value: Any) -> BadText | None:
        """Seconds, or a zone of its own."""
        if value.second or value.microsecond or value.tzinfo:
            return BadText(N_("A time of day is kept to the minute."))
        return None

    def schema(self) -> dict[str, Any]:
        """An ISO time, or null."""
        return {"type": ["string", "null"], "pattern": r"^[0-2][0-9]:[0-5][0-9]:00$"}


@dataclass(frozen=True)
class MomentKind(Kind):
    """A day and a time of day on the wall clock of the agreement's zone."""

    name: ClassVar[str] = "moment"

    def parse(self, text: str, shown: Shown) -> dt.datetime | None:
        """A day and a time, separated by a blank or a T; a day alone is its beginning."""
        bare = clean(text, lines=False)
        if not bare:
            return None
        found = re.fullmatch(r"(.*?)(?:[T ,]+(\d{1,2}[:.h]\d{2}))?", bare)
        day = read_day(found[1] if found else bare, shown)
        time = TimeKind().parse(found[2], shown) if found and found[2] else dt.time()
        return dt.datetime.combine(day, time or dt.time())

    def format(self, value: Any, shown: Shown) -> str:
        """The day in words and the time."""
        return "" if value is None else f"{show_day(value.date(), shown)}, {value:%H:%M}"

    def edit_text(self, value: Any, shown: Shown) -> str:
        """In ISO order."""
        del shown
        return "" if value is None else f"{value:%Y-%m-%d %H:%M}"

    def problem(self, value: Any) -> BadText | None:
        """Outside 2000 to 2100, or with a zone of its own."""
        if value.tzinfo or value.second or value.microsecond:
            return BadText(N_("A moment is kept to the minute, without a zone of its own."))
        return DayKind().problem(value.date())

    def schema(self) -> dict[str, Any]:
        """An ISO date-time without offset, or null."""
        return {"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00$"}
