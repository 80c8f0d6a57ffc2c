"""Both readings of a column's dates are shown, with rows, so that nobody has to guess what an order does."""

from __future__ import annotations

from pathlib import Path

from tests.sheets import making
from tests.sheets.here import inspect


def created(path: Path) -> dict[str, tuple[list[tuple[str, str, int]], int, int]]:
    """What each order makes of the second column."""
    column = inspect(path).columns[1]
    assert (column.header, column.letter) == ("Created", "B")
    return {one.order: (list(one.samples), one.against, one.dates) for one in column.orders}


def test_dates_that_can_be_read_in_two_ways_are_spelled_both_ways(tmp_path: Path) -> None:
    rows = [["Lead ID", "Created"], ["a", "03/08/2026"], ["b", "03/08/2026"], ["c", "04/05/2026 16:20"]]
    assert created(making.table(tmp_path / "a.csv", rows)) == {
        "dmy": ([("03/08/2026", "2026-08-03", 2), ("04/05/2026 16:20", "2026-05-04T16:20:00", 4)], 0, 3),
        "mdy": ([("03/08/2026", "2026-03-08", 2), ("04/05/2026 16:20", "2026-04-05T16:20:00", 4)], 0, 3),
    }


def test_dates_that_settle_the_order_are_counted_against_the_other(tmp_path: Path) -> None:
    rows = [["Lead ID", "Created"], ["a", "25/08/2026"], ["b", "03/08/2026"], ["c", "26/08/2026"]]
    found = created(making.table(tmp_path / "a.csv", rows))
    assert found["dmy"] == (
        [("25/08/2026", "2026-08-25", 2), ("03/08/2026", "2026-08-03", 3), ("26/08/2026", "2026-08-26", 4)], 0, 3,
    )  # fmt: skip
    assert found["mdy"] == ([("03/08/2026", "2026-03-08", 3)], 2, 3)


def test_dates_of_one_reading_have_no_orders(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Lead ID", "Created"],
        ["a", "2026-08-25"],
        ["b", "25 Aug 2026"],
        ["c", making.wall(2026, 8, 3)],
    ]
    assert created(making.workbook(tmp_path / "a.xlsx", rows)) == {}


def test_other_columns_have_a_letter_and_no_orders(tmp_path: Path) -> None:
    found = inspect(making.table(tmp_path / "a.csv", [["Lead ID", "Company"], ["01/02/2026", "x"]]))
    assert [(column.letter, column.orders) for column in found.columns] == [("A", ()), ("B", ())]
