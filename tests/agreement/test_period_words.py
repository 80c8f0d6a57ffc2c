"""Periods as every face says them."""

from __future__ import annotations

import datetime as dt

import pytest

from workbench.agreement.period_words import month_name, period_short, period_words, written_period
from workbench.base.language import language
from workbench.tracking.periods import Period

EN = language()


@pytest.mark.parametrize(
    ("written", "words", "short"),
    [
        ("2026-11", "November 2026", "Nov"),
        ("2026-Q4", "Q4 2026", "Q4"),
        ("2026-W43", "Week 43, 2026", "W43"),
        ("2026-W01", "Week 1, 2026", "W1"),
        ("2026", "2026", "2026"),
    ],
)
def test_a_period_in_words_and_in_short(written: str, words: str, short: str) -> None:
    period = Period.parse(written)
    assert (period_words(period, EN), period_short(period, EN)) == (words, short)


def test_a_week_over_new_year_has_the_year_of_its_thursday() -> None:
    assert period_words(Period.holding(dt.date(2027, 1, 1), "week"), EN) == "Week 53, 2026"


def test_months_in_the_language_of_the_document() -> None:
    german = language("de")
    assert month_name(dt.date(2026, 3, 9), german, whole=True) == "März"
    assert period_words(Period.parse("2026-03"), german) == "März 2026"


@pytest.mark.parametrize(
    ("written", "words"),
    [("2027-08", "August 2027"), ("2027-Q3", "2027-Q3"), ("2027-13", "2027-13"), ("0000-05", "0000-05"), ("", "")],
)
def test_a_written_month_is_said_other_texts_stay(written: str, words: str) -> None:
    assert written_period(written, EN) == words
