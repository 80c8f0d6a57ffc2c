"""Day-month or month-day: once for the column, never row by row."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, strategies as st

from workbench.sheets.column.date_order import Decision, decide
from workbench.sheets.column.dates import MIXED, OTHER_ORDER, READ, DateColumn, read_dates, settle
from workbench.sheets.dictionary import dictionary


def column(*texts: str) -> DateColumn:
    return read_dates(texts, dictionary())


def test_one_value_above_twelve_decides_the_whole_column() -> None:
    texts = ["03/08/2026"] * 50 + ["25/08/2026"]
    assert decide({"x": column(*texts).evidence}, None, "")["x"] == Decision("dmy", "values")
    texts = ["03/08/2026"] * 50 + ["08/25/2026"]
    assert decide({"x": column(*texts).evidence}, None, "")["x"] == Decision("mdy", "values")


def test_nothing_above_twelve_is_asked() -> None:
    assert decide({"x": column("03/08/2026", "04/09/2026").evidence}, None, "")["x"] == Decision(None, "unknown")


def test_the_language_of_the_headers_settles_it() -> None:
    assert decide({"x": column("03/08/2026").evidence}, None, "de")["x"] == Decision("dmy", "language")


def test_dots_settle_it() -> None:
    assert decide({"x": column("03.08.2026", "04.09.2026").evidence}, None, "")["x"] == Decision("dmy", "dots")


def test_the_other_column_of_the_file_settles_it_unless_the_others_disagree() -> None:
    open_, day, month = (column(text).evidence for text in ("03/08/2026", "25/08/2026", "08/25/2026"))
    assert decide({"a": open_, "b": day}, None, "")["a"] == Decision("dmy", "other_column", "b")
    assert decide({"a": open_, "b": month}, None, "de")["a"] == Decision("mdy", "other_column", "b")
    assert decide({"a": open_, "b": month, "c": day}, None, "de")["a"] == Decision(None, "unknown")


def test_the_mapping_binds_every_column() -> None:
    decided = decide({"a": column("25/08/2026").evidence, "b": column("03/08/2026").evidence}, "mdy", "de")
    assert decided == {"a": Decision("mdy", "given"), "b": Decision("mdy", "given")}
    state, _ = settle(column("25/08/2026", "08/25/2026"), decided["a"])
    assert state.tolist() == [OTHER_ORDER, READ]


def test_dates_that_read_the_same_either_way_need_no_order() -> None:
    found = decide({"a": column("03/03/2026").evidence, "b": column("2026-03-04").evidence}, None, "")
    assert found == {"a": Decision("dmy", "same"), "b": Decision("ymd", "iso")}
    state, _ = settle(column("2026-03-04", "03/03/2026"), found["b"])
    assert state.tolist() == [READ, READ]


def test_a_mixed_column_is_never_guessed() -> None:
    found = column("25/08/2026", "26/08/2026", "08/27/2026", "03/08/2026", "2026-08-28", "04/04/2026")
    decision = decide({"x": found.evidence}, None, "")["x"]
    assert decision == Decision("dmy", "conflict")
    state, _ = settle(found, decision)
    assert state.tolist() == [READ, READ, OTHER_ORDER, MIXED, READ, READ]


def test_one_slip_in_a_long_column_is_one_problem() -> None:
    texts = [f"{day:02d}/{month:02d}/2026" for day in range(13, 29) for month in (1, 2, 3)] + [
        "08/27/2026",
        "03/08/2026",
    ]
    found = column(*texts)
    decision = decide({"x": found.evidence}, None, "")["x"]
    assert decision == Decision("dmy", "values")
    state, _ = settle(found, decision)
    assert state.tolist() == [READ] * 48 + [OTHER_ORDER, READ]


def test_year_first_with_two_digits_only_when_told() -> None:
    state, walls = settle(column("26-08-03"), Decision("ymd", "given"))
    assert (state.tolist(), dt.datetime.fromtimestamp(int(walls[0]), dt.UTC).date()) == ([READ], dt.date(2026, 8, 3))


def test_dates_that_other_settings_have_turned_round_are_suspected() -> None:
    cells = [dt.date(2026, day, 3) for day in range(1, 13)] + [
        f"{month}/{day}/2026" for month in (1, 2) for day in range(13, 20)
    ]
    assert read_dates(cells, dictionary()).swapped
    assert not read_dates([*cells, dt.date(2026, 3, 30)], dictionary()).swapped
    assert not read_dates([*cells, "1/2/2026"], dictionary()).swapped


DAYS = st.lists(st.dates(dt.date(2000, 1, 1), dt.date(2030, 12, 31)), min_size=1, max_size=60)


@given(DAYS, st.booleans())
def test_a_column_written_in_one_order_is_never_read_in_the_other(days: list[dt.date], month_first: bool) -> None:
    found = column(*(one.strftime("%m/%d/%Y" if month_first else "%d/%m/%Y") for one in days))
    decision = decide({"x": found.evidence}, None, "")["x"]
    if decision.order is None:
        return  # asked
    state, walls = settle(found, decision)
    assert (state == READ).all()
    assert [dt.datetime.fromtimestamp(int(wall), dt.UTC).date() for wall in walls] == days
