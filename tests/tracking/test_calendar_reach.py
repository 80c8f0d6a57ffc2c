"""A calendar whose own days end before the data says so; rules that go on do not."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from tests.tracking.sample import SALES, log, review
from workbench.base.language import language
from workbench.tracking.calendar_reach import ended_calendars
from workbench.tracking.calendar_spec import CalendarSpec, DayOff, SpecialDay
from workbench.tracking.review import InForce

EVE = DayOff(dt.date(2026, 12, 24), "Christmas Eve")


def warned(calendar: CalendarSpec, as_of: str, until: dt.date | None = None) -> list[str]:
    given = review(log(), as_of, calendars={"sales": calendar}, in_force=InForce(None, until))
    return [one.text(language()) for one in ended_calendars(given)]


@pytest.mark.parametrize(
    ("changes", "as_of", "warns"),
    [
        ({"days_off": (EVE,)}, "2026-12-31", False),
        ({"days_off": (EVE,)}, "2027-01-01", True),
        ({"days_off": (EVE, DayOff(dt.date(2027, 12, 24), "Christmas Eve"))}, "2027-12-31", False),
        ({"special_days": (SpecialDay(dt.date(2026, 12, 31)),)}, "2027-03-01", True),
        ({"country": "DE"}, "2031-03-01", False),  # public holidays are rules
        ({"country": "DE", "days_off": (EVE,)}, "2027-03-01", True),
        ({}, "2031-03-01", False),
    ],
)
def test_a_list_of_days_that_ends_before_the_data_warns(changes: dict[str, object], as_of: str, warns: bool) -> None:
    found = warned(dataclasses.replace(SALES, **changes), as_of)  # type: ignore[arg-type]  # named above
    assert bool(found) is warns


def test_the_warning_says_which_calendar_until_when_and_what_follows() -> None:
    (said,) = warned(dataclasses.replace(SALES, days_off=(EVE,)), "2027-06-10")
    assert said.startswith(
        "The calendar “Sales” lists its own days off only until 2026, and the data goes on to 2027-06-10"
    )
    assert said.endswith("every later one of them counts as a working day.")


def test_days_after_the_agreement_ended_need_no_calendar() -> None:
    assert warned(dataclasses.replace(SALES, days_off=(EVE,)), "2027-06-10", dt.date(2026, 12, 31)) == []
