"""Headers in two rows: groups above names, with merged cells or without, and what only looks so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sheets import making
from tests.sheets.crm_exports import Rows
from tests.sheets.here import inspect, local, noted, read
from workbench.base.errors import NotAllowedError

BODY: Rows = [
    ["1", "X", "2026-01-15", "09:30", "2026-01-14", "17:00"],
    ["2", "Y", "2026-01-16", "", "2026-01-15", "08:00"],
]


def headers(path: Path) -> list[str]:
    return [column.header for column in inspect(path).columns]


def test_a_text_table_has_no_merged_cells_and_is_read_all_the_same(tmp_path: Path) -> None:
    rows: Rows = [
        ["Lead ID", "Company", "First contact", "", "Handed over", ""], ["", "", "Date", "Time", "Date", "Time"], *BODY
    ]  # fmt: skip
    path = making.table(tmp_path / "a.csv", rows)
    assert headers(path) == [
        "Lead ID", "Company", "First contact Date", "First contact Time", "Handed over Date", "Handed over Time"
    ]  # fmt: skip
    reading = read(path)
    assert local(reading, "handed_over_at") == ["2026-01-14 17:00:00", "2026-01-15 08:00:00"]
    assert "two_levels" in noted(reading)


def test_names_that_say_enough_are_left_alone(tmp_path: Path) -> None:
    rows: Rows = [["Lead", "", "Sales", ""], ["Lead ID", "Company", "Owner", "Amount"], ["1", "X", "Bo", "5"]]
    path = making.workbook(tmp_path / "a.xlsx", rows, merges=[("A1:B1", "Lead"), ("C1:D1", "Sales")])
    assert headers(path) == ["Lead ID", "Company", "Owner", "Amount"]


@pytest.mark.parametrize(
    "above", [["Leads of 2026"], ["Leads of 2026", "", "", ""], ["Filter", "Open"], ["", "Status", "Open", ""]]
)
def test_a_title_above_the_headers_is_no_group(tmp_path: Path, above: list[str]) -> None:
    path = making.table(
        tmp_path / "a.csv", [above, ["Lead ID", "Phone", "Phone", "Created"], ["1", "2", "3", "2026-01-05"]]
    )
    assert headers(path) == ["Lead ID", "Phone", "Phone (2)", "Created"]


def test_a_first_row_of_names_alone_is_a_row_of_the_table(tmp_path: Path) -> None:
    rows: Rows = [["Email", "Name", "", "Company"], ["a@x.org", "Ann", "vip", ""], ["b@x.org", "Bob", "", "Y"]]
    found = inspect(making.table(tmp_path / "a.csv", rows))
    assert (found.header_row, found.columns[0].header) == (1, "Email")
    assert read(tmp_path / "a.csv").rows == 2


def test_a_response_time_without_unit_or_start_is_refused_in_a_sentence(tmp_path: Path) -> None:
    mapping = {"columns": {"Response minutes": None, "First response time": "first_touch_at"}}
    rows: Rows = [
        ["Lead ID", "Created", "First response time", "Response minutes"],
        ["1", "2026-01-05 09:00", "90", "90"],
    ]
    with pytest.raises(NotAllowedError, match="does not say in which unit"):
        read(making.table(tmp_path / "a.csv", rows), mapping)
    timed = {"columns": {"First response time (min)": "first_touch_at"}}
    rows = [["Lead ID", "First response time (min)"], ["1", "90"]]
    with pytest.raises(NotAllowedError, match="no date from which"):
        read(making.table(tmp_path / "b.csv", rows), timed)
    rows = [
        ["Lead ID", "Created", "First response time (min)"],
        ["1", "2026-01-05 09:00", "90"],
        ["2", "", "5"],
        ["3", "2026-01-05 09:00", "x"],
    ]
    reading = read(making.table(tmp_path / "c.csv", rows), timed)
    assert local(reading, "first_touch_at") == ["2026-01-05 10:30:00", "?", "?"]
    assert [one.why.code for one in reading.problems] == ["no_start", "not_a_duration"]
