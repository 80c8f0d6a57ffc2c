"""The shapes in which people and programs write dates."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from hypothesis import given, strategies as st

from tests.sheets.making import wall
from workbench.sheets.column.cells import Cell
from workbench.sheets.column.date_order import Decision
from workbench.sheets.column.date_text import NO_OFFSET
from workbench.sheets.column.dates import EMPTY, READ, REASONS, read_dates, settle
from workbench.sheets.dictionary import dictionary
from workbench.sheets.mapping import DateOrder

ACCEPTED: list[tuple[str, DateOrder, str]] = [
    ("2026-10-01", "dmy", "2026-10-01T00:00:00"),
    ("2026-10-01 14:03", "dmy", "2026-10-01T14:03:00"),
    ("2026-10-01T14:03:22", "dmy", "2026-10-01T14:03:22"),
    ("2026/10/1", "dmy", "2026-10-01T00:00:00"),
    ("2026-10-01 14:03:59.6", "dmy", "2026-10-01T14:04:00"),
    ("3/4/2025, 10:22 AM", "mdy", "2025-03-04T10:22:00"),
    ("3/4/2025 12:05:06 AM", "mdy", "2025-03-04T00:05:06"),
    ("3/4/2025 12:05 p.m.", "dmy", "2025-04-03T12:05:00"),
    ("12/27/2025", "mdy", "2025-12-27T00:00:00"),
    ("01.10.2026 14:03", "dmy", "2026-10-01T14:03:00"),
    ("01.10.26", "dmy", "2026-10-01T00:00:00"),
    ("1. 10. 2026", "dmy", "2026-10-01T00:00:00"),
    ("26-02-2018 19:58", "dmy", "2018-02-26T19:58:00"),
    ("26-02-98", "dmy", "1998-02-26T00:00:00"),
    ("05-Mar-2026", "mdy", "2026-03-05T00:00:00"),
    ("5 mar 2026 08:15", "dmy", "2026-03-05T08:15:00"),
    ("10. Jan. 2025", "dmy", "2025-01-10T00:00:00"),
    ("8. März 2025", "dmy", "2025-03-08T00:00:00"),
    ("3 Mrz 2025", "dmy", "2025-03-03T00:00:00"),
    ("1º de março de 2026", "dmy", "2026-03-01T00:00:00"),
    ("7 de dezembro de 2025", "dmy", "2025-12-07T00:00:00"),
    ("24 dic 2025", "dmy", "2025-12-24T00:00:00"),
    ("March 5, 2026", "dmy", "2026-03-05T00:00:00"),
    ("Mar 5, 2026 2:30 PM", "dmy", "2026-03-05T14:30:00"),
    ("Thu, 05 Mar 2026 10:00:00 GMT", "dmy", "2026-03-05T10:00:00"),
    ("\u00a02026-10-01\u00a014:03 ", "dmy", "2026-10-01T14:03:00"),
]


@pytest.mark.parametrize(("text", "order", "expected"), ACCEPTED)
def test_accepted(text: str, order: DateOrder, expected: str) -> None:
    state, walls = settle(read_dates([text], dictionary()), Decision(order, "given"))
    assert state[0] == READ
    assert dt.datetime.fromtimestamp(int(walls[0]), dt.UTC).replace(tzinfo=None).isoformat() == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Mar 2024", "not_a_date"),
        ("2024", "not_a_date"),
        ("soon", "not_a_date"),
        ("now", "not_a_date"),  # numpy would read the present moment
        ("2/29/2023", "no_such_day"),
        ("13/13/2024", "no_such_day"),
        ("31/04/2024", "no_such_day"),
        ("2024-02-30", "no_such_day"),
        ("2024-01-01 25:00", "no_such_day"),
        ("2024-01-01 13:00 PM", "no_such_day"),
        ("1979-12-31", "out_of_range"),
        ("01/01/2205", "out_of_range"),
        ("2200-01-01", "out_of_range"),
        ("#REF!", "error_cell"),
        ("5 foo 2024", "not_a_date"),
        ("1" * 100, "not_a_date"),
        ("01/02/2024 and 03/04/2024", "not_a_date"),
    ],
)
def test_refused(text: str, reason: str) -> None:
    state, _ = settle(read_dates([text], dictionary()), Decision("dmy", "given"))
    assert REASONS[int(state[0])] == reason


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("2025-10-12 14:33:22 -0300", -10800),
        ("2025-03-04T10:22:00.000+0000", 0),
        ("2025-03-04T10:22:00Z", 0),
        ("2024-03-05T14:22:33-03:00", -10800),
        ("2024-03-05 14:22 +05:30", 19800),
        ("2024-03-05 14:22 UTC", 0),
        ("2024-03-05 14:22", NO_OFFSET),
    ],
)
def test_offsets(text: str, offset: int) -> None:
    assert int(read_dates([text], dictionary()).offsets[0]) == offset


MOMENTS = st.datetimes(wall(1980, 1, 1), wall(2199, 12, 31)).map(lambda one: one.replace(microsecond=0))
WRITINGS: dict[str, DateOrder] = {
    "%Y-%m-%d %H:%M:%S": "mdy",
    "%Y-%m-%dT%H:%M:%S": "dmy",
    "%d/%m/%Y %H:%M:%S": "dmy",
    "%m/%d/%Y %I:%M:%S %p": "mdy",
    "%d.%m.%Y %H:%M:%S": "dmy",
    "%d-%b-%Y %H:%M:%S": "mdy",
    "%B %d, %Y %H:%M:%S": "dmy",
}


@given(st.lists(MOMENTS, min_size=1, max_size=30), st.sampled_from(sorted(WRITINGS)))
def test_what_is_written_is_read_again(moments: list[dt.datetime], writing: str) -> None:
    column = read_dates([one.strftime(writing) for one in moments], dictionary())
    state, walls = settle(column, Decision(WRITINGS[writing], "given"))
    assert (state == READ).all()
    assert walls.tolist() == [int(one.replace(tzinfo=dt.UTC).timestamp()) for one in moments]


@given(st.lists(st.text(max_size=60), max_size=30))
def test_no_text_breaks_the_reader(texts: list[str]) -> None:
    state, walls = settle(read_dates(texts, dictionary()), Decision("dmy", "given"))
    assert len(state) == len(walls) == len(texts)
    low, high = (int(dt.datetime(year, 1, 1, tzinfo=dt.UTC).timestamp()) for year in (1980, 2200))
    assert ((walls[state == READ] >= low) & (walls[state == READ] < high)).all()


@given(st.lists(MOMENTS, min_size=1, max_size=20))
def test_true_dates_day_numbers_and_epochs_are_the_same_instant(moments: list[dt.datetime]) -> None:
    expected = [int(one.replace(tzinfo=dt.UTC).timestamp()) for one in moments]
    serials = [(one - wall(1899, 12, 30)) / dt.timedelta(days=1) for one in moments]
    in_range = [30_000 <= serial < 60_000 for serial in serials]
    plain = Decision("dmy", "same")
    assert settle(read_dates(moments, dictionary()), plain)[1].tolist() == expected
    state, walls = settle(read_dates([second * 1000 for second in expected], dictionary()), plain)
    assert walls.tolist() == expected
    state, walls = settle(read_dates(serials, dictionary()), plain)
    assert (state == READ).tolist() == in_range
    assert walls[state == READ].tolist() == [one for one, good in zip(expected, in_range, strict=True) if good]


def test_day_numbers_count_from_1904_where_the_workbook_says_so() -> None:
    plain = Decision("dmy", "same")
    walls = settle(read_dates([44000.5], dictionary(), from_1904=True), plain)[1]
    assert dt.datetime.fromtimestamp(int(walls[0]), dt.UTC).isoformat() == "2024-06-19T12:00:00+00:00"


def test_a_stored_time_a_hair_before_the_second_is_that_second() -> None:
    column = read_dates([wall(2025, 1, 2, 3, 4, 59, 999_000), 45675.32847222222], dictionary())
    assert [str(np.datetime64(int(one), "s")) for one in column.walls] == ["2025-01-02T03:05:00", "2025-01-18T07:53:00"]


NOTHING: list[Cell] = [
    "", "  ", "-", "–", "N/A", "0000-00-00", "0001-01-01", "1/1/0001", "00/00/0000", "0", 0, 0.0, dt.date(1899, 12, 31),
]  # fmt: skip


@pytest.mark.parametrize("value", NOTHING)
def test_placeholders_are_empty_not_wrong(value: Cell) -> None:
    column = read_dates([value], dictionary())
    assert settle(column, Decision("dmy", "given"))[0].tolist() == [EMPTY]


def test_time_without_a_day_truth_values_and_not_a_number_are_no_dates() -> None:
    cells: list[Cell] = [dt.time(10, 0), dt.timedelta(hours=5), True, float("nan"), float("inf"), 12.0]
    state, _ = settle(read_dates(cells, dictionary()), Decision("dmy", "given"))
    assert [REASONS[int(one)] for one in state] == ["not_a_date"] * 6


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-01T10:00:00+99:00", "2026-03-01T10:00:00-14:01", "2026-03-01 10:00 +1500", "2026-03-01T10:00+01:60",
        "2026-03-01T00:00:00+99:00", "13/02/2026 10:00 +15:00", "Mar 5, 2026 2:30 PM GMT-20",
    ],
)  # fmt: skip
def test_no_place_is_more_than_fourteen_hours_from_utc(text: str) -> None:
    state, _ = settle(read_dates([text, "2026-03-01T10:00:00+14:00"], dictionary()), Decision("dmy", "given"))
    assert (REASONS[int(state[0])], int(state[1])) == ("no_such_day", READ)
