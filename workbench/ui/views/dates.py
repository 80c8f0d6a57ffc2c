"""Days and moments in the window's words: `Wed 25 Nov`, `Today, 14:32`. Must not know what they are of."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QLocale

from workbench.base.language import N_, Language


def _written(day: dt.date, pattern: str, language: Language) -> str:
    return QLocale(language.code).toString(QDate(day.year, day.month, day.day), pattern)


def short_day(day: dt.date, today: dt.date, language: Language) -> str:
    """`31 Oct` in this year, `31 Oct 2025` in another."""
    return _written(day, "d MMM" if day.year == today.year else "d MMM yyyy", language)


def full_day(day: dt.date, language: Language) -> str:
    """`15 Jan 2027`."""
    return _written(day, "d MMM yyyy", language)


def near_day(day: dt.date, language: Language) -> str:
    """`Wed 25 Nov`, for days close by."""
    return _written(day, "ddd d MMM", language)


def long_day(day: dt.date, language: Language) -> str:
    """`Saturday 21 November 2026`."""
    return _written(day, "dddd d MMMM yyyy", language)


def weekday(day: dt.date, language: Language) -> str:
    """`Wednesday`."""
    return _written(day, "dddd", language)


def moment_words(moment: dt.datetime, now: dt.datetime, language: Language) -> tuple[str, str]:
    """A moment seen from another: `Today` and `14:32`, `Yesterday` and `09:10`, `18 Nov` and nothing.

    Args:
        moment: Aware.
        now: Aware, on the wall clock to be shown.
        language: For the words.
    """
    there = moment.astimezone(now.tzinfo)
    days = (now.date() - there.date()).days
    if days in {0, 1}:
        return language.text(N_("Yesterday") if days else N_("Today")), f"{there:%H:%M}"
    return short_day(there.date(), now.date(), language), ""


def day_and_time(found: dt.date | dt.datetime, language: Language) -> tuple[str, str]:
    """A day with its weekday, and its time: `Wed 18 Nov 2026`, and `17:00` or `end of day`.

    Args:
        found: A day, or an instant on the clock to be shown.
        language: For the words.
    """
    day = _written(found, "ddd d MMM yyyy", language)
    return day, f"{found:%H:%M}" if isinstance(found, dt.datetime) else language.text(N_("end of day"))


def month_name(day: dt.date, language: Language) -> str:
    """`January`, by itself."""
    return QLocale(language.code).standaloneMonthName(day.month)


def weekday_letter(number: int, language: Language) -> str:
    """`M` for Monday, which is 0."""
    return QLocale(language.code).standaloneDayName(number + 1, QLocale.FormatType.NarrowFormat)
