"""Templates: they begin where you begin."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given, strategies as st

from workbench.agreement.templates import add_months, first_of_next_month, started_on, template, templates
from workbench.base.errors import NotFoundError
from workbench.fields.path import walk

FILLED = [one.id for one in templates() if one.id != "empty"]
DAYS = st.dates(dt.date(2001, 1, 1), dt.date(2090, 12, 31))


@given(DAYS)
def test_an_agreement_begins_in_the_month_of_its_start(day: dt.date) -> None:
    moved = started_on(template("b2b").agreement, day)
    teams = moved.teams
    assert teams.effective_from == day.replace(day=1)
    assert teams.effective_until is not None
    assert teams.effective_until >= add_months(day.replace(day=1), 12) - dt.timedelta(days=1, hours=0) - dt.timedelta(
        days=3
    )
    holiday = moved.follow_up.calendars[0].holidays[0].on
    assert holiday is not None
    assert (holiday.month, holiday.day) == (12, 24)
    assert teams.effective_from <= holiday < add_months(teams.effective_from, 12)
    assert {row.period[5:] for row in moved.volumes.volume_targets[0].months} == {
            "02", "03", "07", "08", "10", "11", "12",
        }  # fmt: skip
    weekly = moved.governance.meetings[0]
    assert weekly.first is not None
    assert weekly.first.weekday() == 1


@given(st.sampled_from(FILLED), DAYS)
def test_the_end_of_a_month_stays_one_and_the_review_keeps_its_meeting(wanted: str, day: dt.date) -> None:
    teams, governance = (moved := started_on(template(wanted).agreement, day)).teams, moved.governance
    assert teams.effective_until is not None
    assert (teams.effective_until + dt.timedelta(days=1)).day == 1
    assert teams.review_date == next(one.first for one in governance.meetings if one.key == "monthly")


@given(DAYS)
def test_a_quarter_with_its_own_number_stays_that_quarter_of_the_year(day: dt.date) -> None:
    moved = started_on(template("field_events").agreement, day)
    begins = moved.teams.effective_from
    assert begins is not None
    periods = [(int(row.period[:4]), row.period[5:], row.amount) for row in moved.volumes.volume_targets[0].months]
    assert [(name, amount) for _, name, amount in periods] == [("Q2", 240), ("Q4", 160)]
    first = (begins.year, (begins.month + 2) // 3)
    for year, name, _ in periods:
        assert first <= (year, int(name[1])) < (first[0] + 1, first[1])


def test_half_a_year_from_december_ends_with_may() -> None:
    teams = started_on(template("agency").agreement, dt.date(2026, 12, 1)).teams
    assert (teams.effective_from, teams.effective_until) == (dt.date(2026, 12, 1), dt.date(2027, 5, 31))


@pytest.mark.parametrize("wanted", FILLED)
def test_no_wording_of_a_template_names_a_year(wanted: str) -> None:
    texts = [value for _, _, value in walk(template(wanted).agreement) if isinstance(value, str)]
    named = [
        text for text in texts if re.search(r"\b20\d\d\b", text) and not re.fullmatch(r"\d{4}-(\d{2}|Q[1-4])", text)
    ]
    assert not named


@given(DAYS, st.integers(-24, 24))
def test_months_are_added_within_the_month(day: dt.date, months: int) -> None:
    moved = add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day <= day.day


def test_the_next_month_after_december_is_january() -> None:
    assert first_of_next_month(dt.date(2026, 12, 31)) == dt.date(2027, 1, 1)


def test_an_unknown_template_is_named_with_the_known_ones() -> None:
    with pytest.raises(NotFoundError, match="b2b"):
        template("b3b")


def test_templates_come_most_useful_first() -> None:
    assert templates()[0].id == "b2b"
    assert templates()[-1].id == "empty"
