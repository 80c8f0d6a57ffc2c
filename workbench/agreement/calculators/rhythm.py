"""One number said for a day, a week, a month, a quarter or a year, exactly, so that there and back is the same number.

A month is a twelfth of a year, a quarter a fourth; weeks and days follow the agreement's working days in a month. Must
not know calendars: what a real month holds is the business of the month split.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, Literal

Rhythm = Literal["day", "week", "month", "quarter", "year"]

USUAL_DAYS: Final = Fraction(65, 3)
"""Working days of a month where none are agreed: five in each of 52 weeks, over twelve months."""
DAYS_A_WEEK: Final = 5


def months_in(rhythm: Rhythm, days: int | None = None) -> Fraction:
    """How many months one period of a rhythm is.

    Args:
        rhythm: Which.
        days: Working days a month; the usual ones without.
    """
    month = Fraction(days) if days else USUAL_DAYS
    match rhythm:
        case "day":
            return 1 / month
        case "week":
            return DAYS_A_WEEK / month
        case "month":
            return Fraction(1)
        case "quarter":
            return Fraction(3)
        case "year":
            return Fraction(12)


def convert(amount: Fraction, start: Rhythm, end: Rhythm, days: int | None = None) -> Fraction:
    """So much in one rhythm as so much in another."""
    return amount / months_in(start, days) * months_in(end, days)
