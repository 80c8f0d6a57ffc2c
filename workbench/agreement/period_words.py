"""Periods in words: `each month`, `a month`, `November 2026`, `Q4`. The one place; every face says them as here.

Must not know commitments, results or what is judged in a period.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Protocol

from workbench.base.language import N_, Language

if TYPE_CHECKING:
    from workbench.agreement.commitment import PeriodLength

EACH: dict[PeriodLength, str] = {
    "week": N_("each week"),
    "month": N_("each month"),
    "quarter": N_("each quarter"),
    "year": N_("each year"),
}
A: dict[PeriodLength, str] = {
    "week": N_("a week"),
    "month": N_("a month"),
    "quarter": N_("a quarter"),
    "year": N_("a year"),
}
BARE: dict[str, str] = {
    "week": N_("week"),
    "month": N_("month"),
    "quarter": N_("quarter"),
    "year": N_("year"),
}
_MONTH = re.compile(r"(\d{4})-(\d{2})")


class Spell(Protocol):
    """A period: its first day and what kind it is."""

    @property
    def first(self) -> dt.date:
        """Its first day."""

    @property
    def length(self) -> PeriodLength:
        """What kind of period it is."""


def month_name(day: dt.date, language: Language, *, whole: bool = False) -> str:
    """The month a day lies in, without its year: `Nov`, or `November`."""
    from babel.dates import format_date  # noqa: PLC0415  (needs locale data)

    return str(format_date(day, "MMMM" if whole else "MMM", locale=language.code))


def month_words(day: dt.date, language: Language) -> str:
    """The month a day lies in: `November 2026`."""
    from babel.dates import format_date  # noqa: PLC0415  (needs locale data)

    return str(format_date(day, "MMMM y", locale=language.code))


def period_words(period: Spell, language: Language) -> str:
    """A period by itself: `November 2026`, `Q4 2026`, `Week 43, 2026`, `2026`."""
    match period.length:
        case "month":
            return month_words(period.first, language)
        case "quarter":
            return f"{period_short(period, language)} {period.first.year}"
        case "week":
            iso = period.first.isocalendar()
            return language.text(N_("Week {n}, {year}")).format(n=iso.week, year=iso.year)
        case _:
            return str(period.first.year)


def period_short(period: Spell, language: Language) -> str:
    """A period where its year is known: `Nov`, `Q4`, `W43`; a year in full."""
    match period.length:
        case "month":
            return month_name(period.first, language)
        case "quarter":
            return f"Q{(period.first.month + 2) // 3}"
        case "week":
            return language.text(N_("W{n}")).format(n=period.first.isocalendar().week)
        case _:
            return str(period.first.year)


def written_period(written: str, language: Language) -> str:
    """A written period as people say it: `2027-08` is August 2027; other lengths stay as written."""
    found = _MONTH.fullmatch(written)
    if not found or not 1 <= int(found[2]) <= 12 or not int(found[1]):
        return written
    return month_words(dt.date(int(found[1]), int(found[2]), 1), language)
