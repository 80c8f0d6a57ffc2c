"""The leads behind a number, and their working time as a person adds it up."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.tracking.sample import BERLIN, RESPONSE, SALES, VOLUME, instant, log, made, review
from workbench.base.language import language
from workbench.tracking.arithmetic import arithmetic, length_text
from workbench.tracking.calendar import WorkingCalendar
from workbench.tracking.calendar_spec import CalendarSpec, Opening
from workbench.tracking.evidence import evidence

CALENDAR = WorkingCalendar(SALES, dt.date(2026, 1, 1), dt.date(2027, 12, 31))
LEADS = log(
    {"lead_id": "51", "handed_over_at": "2026-11-06 16:20", "first_touch_at": "2026-11-09 10:32"},
    {"lead_id": "52", "handed_over_at": "2026-11-09 11:02", "first_touch_at": "2026-11-09 13:00"},
    {"lead_id": "53", "handed_over_at": "2026-11-10 12:19"},
    {"lead_id": None, "handed_over_at": "2026-11-10 17:12"},
    {"lead_id": "49", "handed_over_at": "2026-10-30 09:00", "first_touch_at": "2026-10-30 09:31"},
)

OVER_THE_WEEKEND = "Fri 6 Nov 16:20 to 18:00, 1 h 40 min + Mon 9 Nov 09:00 to 10:32, 1 h 32 min"
EIGHT_DAYS = (
    "Mon 2 Nov 09:00 to 18:00, 9 h + Tue 3 Nov 09:00 to 18:00, 9 h + Wed 4 Nov 09:00 to 18:00, 9 h + "
    "Thu 5 Nov 09:00 to 18:00, 9 h + 3 more intervals, 27 h + Wed 11 Nov 09:00 to 18:00, 9 h"
)


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2026-11-06 16:20", "2026-11-09 10:32", OVER_THE_WEEKEND),
        ("2026-11-10 11:02", "2026-11-10 13:08", "Tue 10 Nov 11:02 to 13:08 = 2 h 06 min"),
        ("2026-11-07 10:15", "2026-11-09 09:31", "Sat 7 Nov 10:15 starts Mon 9 Nov 09:00, to 09:31 = 31 min"),
        ("2026-11-07 10:15", "2026-11-08 12:00", "Sat 7 Nov 10:15 to Sun 8 Nov 12:00: no open time."),
        ("2026-11-10 11:02:03", "2026-11-10 11:02:50", "Tue 10 Nov 11:02:03 to 11:02:50 = 47 s"),
        ("2026-11-02", "2026-11-12", EIGHT_DAYS),
    ],
)  # fmt: skip
def test_working_time_in_words(start: str, end: str, text: str) -> None:
    found = arithmetic(CALENDAR, instant(start), instant(end))
    assert found.text(language()) == text
    assert found.seconds == CALENDAR.elapsed(instant(start), instant(end))


def test_a_closing_at_midnight_is_told_as_2400() -> None:
    spec = CalendarSpec(
        "Late", "Europe/Berlin", (Opening(0, dt.time(20), dt.time(0)), Opening(2, dt.time(20), dt.time(2)))
    )
    late = WorkingCalendar(spec, dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    assert arithmetic(late, instant("2026-11-09 21:00"), instant("2026-11-13")).text(language()) == (
        "Mon 9 Nov 21:00 to 24:00, 3 h + Wed 11 Nov 20:00 to Thu 12 Nov 02:00, 6 h"
    )


def test_days_are_told_in_the_readers_language() -> None:
    text = arithmetic(CALENDAR, instant("2026-12-07 11:00"), instant("2026-12-07 12:00")).text(language("de"))
    assert text.startswith("Mo. 7 Dez. 11:00")


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 min"),
        (59, "59 s"),
        (60, "1 min"),
        (3600, "1 h"),
        (3660, "1 h 01 min"),
        (3605, "1 h 5 s"),
        (90061, "25 h 01 min 1 s"),
    ],
)
def test_lengths(seconds: int, text: str) -> None:
    assert length_text(seconds, language()) == text


def test_rows_come_by_their_start_with_what_decided() -> None:
    found = evidence(RESPONSE, review(LEADS, "2026-11-10"))
    assert [(row.lead_id, row.period, row.state) for row in found] == [
        ("49", "2026-10", "met"),
        ("51", "2026-11", "late"),
        ("52", "2026-11", "met"),
        ("53", "2026-11", "overdue"),
        ("4", "2026-11", "pending"),  # no lead id: what the log recognises it by
    ]
    late, overdue, pending = found.row(1), found.row(3), found.row(4)
    assert late.start == dt.datetime(2026, 11, 6, 16, 20, tzinfo=BERLIN)
    assert late.deadline == dt.datetime(2026, 11, 9, 9, 20, tzinfo=BERLIN)
    assert late.event == dt.datetime(2026, 11, 9, 10, 32, tzinfo=BERLIN)
    assert (late.working_seconds, late.waiting_seconds) == (11520, None)
    assert (overdue.event, overdue.working_seconds, overdue.waiting_seconds) == (None, None, 5 * 3600 + 41 * 60)
    assert pending.deadline == dt.datetime(2026, 11, 11, 10, 12, tzinfo=BERLIN)
    assert pending.waiting_seconds == 48 * 60
    texts = [sums.text(language()) for number in (1, 3) if (sums := found.arithmetic(number))]
    assert texts == [
        "Fri 6 Nov 16:20 to 18:00, 1 h 40 min + Mon 9 Nov 09:00 to 10:32, 1 h 32 min",
        "Tue 10 Nov 12:19 to 18:00 = 5 h 41 min",
    ]


def test_rows_can_be_narrowed_and_counted() -> None:
    found = evidence(RESPONSE, review(LEADS, "2026-11-10"))
    assert len(found) == 5
    assert found.counts() == {"met": 2, "late": 1, "overdue": 1, "pending": 1, "excluded": 0, "unknown": 0}
    assert [row.lead_id for row in found.only(["met"], "2026-11")] == ["52"]
    assert len(found.only(period="2026-10")) == 1
    assert found.only(["excluded"]).counts()["met"] == 0


def test_a_row_as_json_values() -> None:
    row = evidence(RESPONSE, review(LEADS, "2026-11-10")).row(1).document()
    assert list(row)[:8] == ["lead_id", "period", "state", "reason", "start", "deadline", "event", "working_seconds"]
    assert (row["start"], row["reason"]) == ("2026-11-06T16:20:00+01:00", "After the deadline.")


def test_kinds_without_a_clock_have_no_arithmetic() -> None:
    found = evidence(made(VOLUME, anchor="handed_over_at", needs=()), review(LEADS, "2026-11-10"))
    row = found.row(0)
    assert found.arithmetic(0) is None
    assert (row.start, row.deadline, row.event) == (None, None, dt.datetime(2026, 10, 30, 9, tzinfo=BERLIN))


def test_what_cannot_be_measured_has_no_rows_and_says_why() -> None:
    unmeasured = evidence(RESPONSE, review(log({"handed_over_at": "2026-11-06 16:20"}), "2026-11-10"))
    assert (len(unmeasured), unmeasured.obstacle.text(language())) == (0, "No import carries First touch.")
    metric = made(VOLUME, kind="metric", anchor="", needs=(), metric="cac")
    assert len(evidence(metric, review(LEADS, "2026-11-10"))) == 0
