"""The dates of an agreement: series, import days, and everything between two days in order."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools

import pytest
from hypothesis import given, strategies as st

from tests.support.agreements import empty_agreement
from workbench.agreement.model import Agreement
from workbench.agreement.occasions import begins, import_days, occasions, repeated
from workbench.agreement.sections.governance import CheckIn, Governance, Meeting
from workbench.agreement.sections.teams import Teams

FIRST, LAST = dt.date(2027, 1, 1), dt.date(2027, 12, 31)
CADENCES = st.sampled_from(["weekly", "fortnightly", "monthly", "quarterly", "yearly"])
DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2028, 12, 31))


def agreement(**governance: object) -> Agreement:
    made = dataclasses.replace(
        empty_agreement("T"), teams=Teams(effective_from=FIRST, effective_until=LAST, review_date=dt.date(2027, 11, 15))
    )
    return dataclasses.replace(made, governance=dataclasses.replace(Governance(), **governance))  # type: ignore[arg-type]  # fields by name


@given(DAYS, CADENCES)
def test_a_series_keeps_its_weekday_and_goes_forward(first: dt.date, cadence: str) -> None:
    found = list(repeated(first, cadence, first + dt.timedelta(days=800)))
    assert found[0] == first
    assert {day.weekday() for day in found} == {first.weekday()}
    assert found == sorted(set(found))
    steps = {(b - a).days for a, b in itertools.pairwise(found)}
    least, most = {"weekly": (7, 7), "fortnightly": (14, 14), "monthly": (28, 35), "quarterly": (84, 98),
                   "yearly": (357, 371)}[cadence]  # fmt: skip
    assert all(least <= step <= most for step in steps)


def test_the_first_friday_stays_the_first_friday() -> None:
    found = list(repeated(dt.date(2027, 2, 5), "monthly", dt.date(2027, 6, 30)))
    assert [day.day for day in found] == [5, 5, 2, 7, 4]


def test_a_meeting_without_a_first_date_begins_on_its_weekday() -> None:
    assert begins(Meeting(cadence="weekly", weekday="tue"), agreement()) == dt.date(2027, 1, 5)
    assert begins(Meeting(weekday="tue"), agreement()) is None
    assert begins(Meeting(cadence="weekly", weekday="tue"), empty_agreement("T")) is None


@pytest.mark.parametrize(
    ("cadence", "first"),
    [("monthly", ["02-02", "03-02", "04-02", "05-03"]), ("weekly", ["01-04", "01-11"]), ("daily", [])],
)
def test_import_days(cadence: str, first: list[str]) -> None:
    found = [f"{day:%m-%d}" for day in import_days(agreement(import_every=cadence), LAST)]
    assert found[: len(first)] == first
    assert bool(found) is bool(first)


def test_everything_between_two_days_in_order() -> None:
    made = agreement(
        meetings=(Meeting("m", "Review", "quarterly", first=dt.date(2027, 3, 25)), Meeting("n", "Someday")),
        check_ins=(CheckIn("c", 30), CheckIn("d")),
    )
    found = occasions(made, FIRST, dt.date(2028, 3, 31))
    assert [(f"{one.day:%m-%d}", one.kind) for one in found] == [
        ("01-01", "begin"), ("01-31", "check_in"), ("03-25", "meeting"), ("06-24", "meeting"), ("09-23", "meeting"),
        ("11-15", "review"), ("12-23", "meeting"), ("12-31", "end"),
    ]  # fmt: skip
    assert occasions(made, dt.date(2027, 6, 1), dt.date(2027, 6, 30)) == (found[3],)
    assert occasions(empty_agreement("T"), FIRST, LAST) == ()
