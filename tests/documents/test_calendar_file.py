"""The calendar file: read back by another library, its rules come to the days the agreement says."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # ships no types
from hypothesis import given, settings, strategies as st
from icalendar import Calendar

from tests.support.agreements import empty_agreement
from workbench.agreement.model import Agreement, read_agreement
from workbench.agreement.occasions import repeated
from workbench.agreement.sections.governance import Governance, Meeting
from workbench.agreement.sections.teams import Participant, Teams
from workbench.base.language import language
from workbench.base.places import resource
from workbench.documents.calendar_file import calendar_file

MADE = dt.datetime(2026, 12, 1, 9, tzinfo=dt.UTC)
PRACTICE = read_agreement(resource("practice", "agreement.json").read_bytes())


def entries(agreement: Agreement) -> list[Any]:
    found = Calendar.from_ical(calendar_file(agreement, "some-id", MADE, language("en")))
    return list(found.walk("VEVENT"))


def test_the_practice_company_has_its_dates() -> None:
    made = {str(one["UID"]).partition("@")[0]: one for one in entries(PRACTICE)}
    weekly = made["governance.meetings[weekly]"]
    assert weekly.decoded("dtstart").isoformat() == "2026-01-13T09:30:00+01:00"
    assert weekly.decoded("dtend") - weekly.decoded("dtstart") == dt.timedelta(minutes=25)
    assert str(weekly["SUMMARY"]) == f"Weekly check-in · {PRACTICE.title}"
    assert "Numbers of the week" in str(weekly["DESCRIPTION"])
    assert "With: Jonas Albrecht" in str(weekly["DESCRIPTION"])
    assert str(made["teams.review_date"]["SUMMARY"]).startswith("Review of the agreement")
    assert "governance.import_every" in made


def test_no_address_leaves_with_the_file() -> None:
    written = calendar_file(PRACTICE, "some-id", MADE, language("en")).decode()
    addresses = [one.email for one in PRACTICE.teams.participants if one.email]
    assert addresses
    assert not [one for one in addresses if one in written]


def test_the_same_agreement_gives_the_same_file() -> None:
    one, other = (calendar_file(PRACTICE, "some-id", MADE, language("en")) for _ in range(2))
    assert one == other


def test_words_of_people_are_escaped() -> None:
    wild = "Review; \\ of, all\nBEGIN:VEVENT"
    made = _one(Meeting("m", wild, "weekly", first=dt.date(2027, 1, 4)))
    (entry,) = [one for one in entries(made) if "meetings" in str(one["UID"])]
    assert str(entry["SUMMARY"]).startswith("Review; \\ of, all\nBEGIN:VEVENT")


@settings(max_examples=40)
@given(
    st.dates(dt.date(2027, 1, 1), dt.date(2027, 4, 30)),
    st.sampled_from(["weekly", "fortnightly", "monthly", "quarterly", "yearly"]),
)
def test_a_rule_comes_to_the_days_of_the_series(first: dt.date, cadence: str) -> None:
    last = dt.date(2027, 12, 31)
    made = _one(Meeting("m", "Review", cadence, first=first))
    (entry,) = [one for one in entries(made) if "meetings" in str(one["UID"])]
    rule = entry["RRULE"].to_ical().decode()
    found = [one.date() for one in rrulestr(rule, dtstart=dt.datetime.combine(first, dt.time()))]
    assert found == list(repeated(first, cadence, last))


def _one(meeting: Meeting) -> Agreement:
    return dataclasses.replace(
        empty_agreement("T"),
        teams=Teams(
            participants=(Participant("a", "Ana"),), effective_from=dt.date(2027, 1, 1),
            effective_until=dt.date(2027, 12, 31), time_zone="Europe/Berlin",
        ),
        governance=dataclasses.replace(Governance(), meetings=(meeting,)),
    )  # fmt: skip
