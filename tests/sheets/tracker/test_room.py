"""How many empty rows a tracker has when nobody says."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal

import numpy as np
import pytest

from tests.sheets.tracker.kinds import AS_OF, practice_agreement, subject
from workbench.agreement.templates import template
from workbench.sheets.tracker.room import LEAST, MOST, rows_for_a_year
from workbench.sheets.tracker.subject import Subject
from workbench.tracking.actuals import Actuals
from workbench.tracking.leads import EMPTY, LeadLog, Stamps

NOBODY = Actuals(LeadLog((), {}))


@pytest.fixture(scope="module")
def plain() -> Subject:
    return subject(template("empty").agreement, NOBODY)


def created(days: list[int]) -> Actuals:
    """Leads created so many days before the as-of day, and one without a date."""
    end = int(dt.datetime.combine(AS_OF, dt.time(12), dt.UTC).timestamp())
    stamps = np.array([*(end - 86_400 * one for one in days), EMPTY], np.int64)
    return Actuals(LeadLog(tuple(f"id:{number}" for number in range(len(stamps))), {"created_at": Stamps(stamps)}))


def test_without_a_promise_and_without_leads_there_is_some_room(plain: Subject) -> None:
    assert rows_for_a_year(plain) == LEAST


def test_the_largest_promise_of_leads_counts_for_a_year_and_a_quarter_more() -> None:
    assert rows_for_a_year(subject(practice_agreement(), NOBODY)) == 240 * 12 * 1.25


def test_the_leads_of_the_last_months_count_where_they_are_more(plain: Subject) -> None:
    def room(days: list[int]) -> int:
        review = dataclasses.replace(plain.review, actuals=created(days))
        return rows_for_a_year(dataclasses.replace(plain, review=review))

    quarter = [number % 90 for number in range(180)]
    assert room(quarter) == 1000  # 730 a year, a quarter more, whole hundreds
    assert room([200, 300, -5]) == LEAST
    assert room(quarter * 10) == MOST


def test_a_promise_of_very_many_is_bounded(plain: Subject) -> None:
    one = next(one for one in subject(practice_agreement(), NOBODY).commitments if one.kind == "volume")
    many = dataclasses.replace(one, target=Decimal(9000))
    assert rows_for_a_year(dataclasses.replace(plain, commitments=(many,))) == MOST
