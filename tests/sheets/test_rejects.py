"""Rejected rows, written out to be mended."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.sheets import making
from tests.sheets.here import ENGLISH, read
from tests.sheets.making import wall
from workbench.base.errors import ConflictError, OutsideError
from workbench.sheets.rejects import write_rejects

PAYLOADS = [
    "=1+1",
    '=HYPERLINK("http://x")',
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "{=1+1}",
    "http://x.example/y",
    "mailto:a@b.de",
    "\t=1",
]
ROWS: list[list[Any]] = [
    ["Leads of June"], [],
    ["Lead ID", "Created", "Company", "Amount", "Region"],
    ["a", wall(2026, 1, 15, 9), "fine", 5, 1],
    ["", wall(2026, 1, 16, 9), "=cmd|' /C calc'!A0", 5, 2],
    ["c", "soon", "Ünal & Söhne", -3, 3],
    *([f"p{i}", "never", text, 1, 4] for i, text in enumerate(PAYLOADS)),
]  # fmt: skip


def test_the_rows_come_back_with_their_reasons_and_can_be_mended(tmp_path: Path) -> None:
    path = making.workbook(tmp_path / "a.xlsx", ROWS)
    target = tmp_path / "rejects.xlsx"
    reading = read(path)
    assert write_rejects(path, target, reading, ENGLISH) == 2 + len(PAYLOADS)
    page = openpyxl.load_workbook(target).active
    assert page is not None
    written = list(page.iter_rows(values_only=True))
    assert written[0] == ("Lead ID", "Created", "Company", "Amount", "Region", "Row", "Why it was not taken")
    assert written[1] == (
        None,
        "2026-01-16 09:00:00",
        "=cmd|' /C calc'!A0",
        5,
        2,
        5,
        "Neither a lead ID nor an e-mail address.",
    )
    assert written[2][:6] == ("c", "soon", "Ünal & Söhne", -3, 3, 6)
    assert written[2][6] == "Created: This is not a date.\nAmount: This cannot be negative."
    again = read(target)  # with the same headers, the file is read again as it stands
    assert dict(again.fields) == dict(reading.fields)
    assert again.leads.identities[0] == "id:c"


def test_text_is_always_text(tmp_path: Path) -> None:
    path = making.workbook(tmp_path / "a.xlsx", ROWS)
    write_rejects(path, tmp_path / "rejects.xlsx", read(path), ENGLISH)
    page = openpyxl.load_workbook(tmp_path / "rejects.xlsx").active
    assert page is not None
    cells = [cell for row in page.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.hyperlink is None for cell in cells)
    texts = [cell.value for cell in cells]
    assert [text for text in PAYLOADS if text not in texts] == []


def test_a_file_that_changed_meanwhile_is_a_conflict(tmp_path: Path) -> None:
    path = making.workbook(tmp_path / "a.xlsx", ROWS)
    reading = read(path)
    making.workbook(path, [*ROWS, ["z", "", "", "", ""]])
    with pytest.raises(ConflictError):
        write_rejects(path, tmp_path / "rejects.xlsx", reading, ENGLISH)
    assert not (tmp_path / "rejects.xlsx").exists()


def test_a_place_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    path = making.workbook(tmp_path / "a.xlsx", ROWS)
    reading = read(path)
    with pytest.raises(OutsideError):
        write_rejects(path, tmp_path / "none" / "rejects.xlsx", reading, ENGLISH)
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutsideError):
        write_rejects(path, tmp_path / "folder", reading, ENGLISH)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.xlsx", "folder"]


def test_no_more_rows_than_a_sheet_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.sheets.rejects.MOST_ROWS", 3)
    path = making.workbook(tmp_path / "a.xlsx", ROWS)
    assert write_rejects(path, tmp_path / "r.xlsx", read(path), ENGLISH) == 3


def test_a_text_table_too(tmp_path: Path) -> None:
    path = making.table(tmp_path / "a.csv", [["Lead ID", "Created"], ["a", "soon"], ["", "2026-01-02"]], "cp1252", ";")
    reading = read(path)
    assert write_rejects(path, tmp_path / "r.xlsx", reading, ENGLISH) == 2
    page = openpyxl.load_workbook(tmp_path / "r.xlsx").active
    assert page is not None
    assert page.title == "a"
    assert [row[:3] for row in page.iter_rows(values_only=True)] == [
        ("Lead ID", "Created", "Row"),
        ("a", "soon", 2),
        (None, "2026-01-02", 3),
    ]
