"""Periods and moments of a check in words. Must not know widgets."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from workbench.base.language import N_, Language

if TYPE_CHECKING:
    from workbench.tracking.periods import Period


def month_name(first: dt.date, language: Language, *, whole: bool = False) -> str:
    """`Nov`, or `November`."""
    return QLocale(language.code).toString(QDate(first.year, first.month, 1), "MMMM" if whole else "MMM")


def period_words(period: Period, language: Language) -> str:
    """A period by itself: `November 2026`, `Q4 2026`, `Week 43, 2026`, `2026`."""
    year = period.first.year
    match period.length:
        case "month":
            return f"{month_name(period.first, language, whole=True)} {year}"
        case "quarter":
            return f"Q{(period.first.month + 2) // 3} {year}"
        case "week":
            iso = period.first.isocalendar()
            return language.text(N_("Week {n}, {year}")).format(n=iso.week, year=iso.year)
        case _:
            return str(year)


def period_tag(period: Period, language: Language) -> str:
    """A period beside its month: `Q4`, `W43`, `2026`; nothing for a month."""
    match period.length:
        case "month":
            return ""
        case "quarter":
            return f"Q{(period.first.month + 2) // 3}"
        case "week":
            return language.text(N_("W{n}")).format(n=period.first.isocalendar().week)
        case _:
            return str(period.first.year)


def moment(found: dt.date | dt.datetime, language: Language) -> tuple[str, str]:
    """A day with its weekday, and its time: `Wed 18 Nov 2026`, and `17:00` or `end of day`.

    Args:
        found: A day, or an instant on the clock to be shown.
        language: For the words.
    """
    day = QLocale(language.code).toString(QDate(found.year, found.month, found.day), "ddd d MMM yyyy")
    return day, f"{found:%H:%M}" if isinstance(found, dt.datetime) else language.text(N_("end of day"))
