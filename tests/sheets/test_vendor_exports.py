"""Every export that evidence asks for, as it must be understood and read; and how few of their columns need a word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.sheets import making
from tests.sheets.crm_exports import EXPORTS, Export, Rows
from tests.sheets.here import ENGLISH, inspect, local, noted, numbers, read, said, texts
from tests.sheets.odd_exports import ODD
from workbench.sheets.mapping import DateOrderUnknownError
from workbench.sheets.reading import read_table

EVERY = [*EXPORTS, *ODD]
ELSEWHERE = {32: "fifty thousand rows, below", 35: "the same file twice, in tests/services/test_imports.py"}
HIGH_CONFIDENCE = 0.85
NEEDED_SHARE = 0.95


def test_every_export_that_evidence_asks_for_is_here() -> None:
    assert sorted({one.number for one in EVERY if one.number} | ELSEWHERE.keys()) == list(range(1, 36))


@pytest.mark.parametrize("export", EVERY, ids=lambda one: one.name)
def test_an_export_is_understood_without_a_word(tmp_path: Path, export: Export) -> None:
    path = export.write(tmp_path)
    found = inspect(path, export.mapping)
    assert {column.header: column.field for column in found.columns if column.field} == export.fields
    assert found.vendor == export.vendor
    assert tuple(column.header for column in found.must_ask) == export.asks
    assert not export.header_row or found.header_row == export.header_row
    if export.asks:
        with pytest.raises(DateOrderUnknownError):
            read(path, export.mapping, zone=export.zone)
        return
    reading = read(path, export.mapping, zone=export.zone)
    assert {name: local(reading, name, export.zone)[0] for name in export.dates} == export.dates
    assert len(reading.skipped) == export.skipped
    assert len(reading.rejected) == export.rejected
    assert tuple(said(reading.problems)) == export.problems
    assert not export.leads or len(reading.leads) == export.leads
    assert export.notes <= noted(reading)


def test_few_columns_need_a_word_and_none_is_taken_for_another_with_high_confidence(tmp_path: Path) -> None:
    right = wrong = every = 0
    for number, export in enumerate(EVERY):
        folder = tmp_path / str(number)
        folder.mkdir()
        found = inspect(export.write(folder), {k: v for k, v in export.mapping.items() if k != "columns"})
        decided = export.mapping.get("columns", {})
        for column in found.columns:
            wanted = "" if column.header in decided else export.fields.get(column.header, "")
            every += 1
            asked = column in found.must_ask or column.header in decided or column.match == "guess"
            right += column.field == wanted and not asked
            wrong += bool(column.field) and column.field != wanted and column.confidence >= HIGH_CONFIDENCE
    assert wrong == 0
    assert right / every >= NEEDED_SHARE, f"{right} of {every}"


def test_what_the_traps_come_to(tmp_path: Path) -> None:
    by_number = {one.number: one for one in ODD}

    def reading(number: int) -> Any:
        export = by_number[number]
        return read(export.write(tmp_path), export.mapping, zone=export.zone)

    assert local(reading(5), "first_touch_at") == ["2025-04-01 10:00:00", ""]
    assert texts(reading(6), "excluded") == ["", "renewal"]
    assert numbers(reading(6), "amount") == ["45000", "1200000"]
    grouped = reading(8)
    assert texts(grouped, "owner") == ["Bo Lee", "Bo Lee", "Cy Ode"]
    assert "The report groups by “Lead Owner ↑”; the group's value was written into row 8." in {
        one.message(ENGLISH) for one in grouped.notes
    }
    by_two = next(one for one in ODD if one.name.startswith("salesforce grouped by two"))
    twice = read(by_two.write(tmp_path), zone=by_two.zone)
    assert texts(twice, "owner") == ["Bo Lee", "Bo Lee", "Cy Ode", ""]
    assert texts(twice, "source") == ["Web", "Web", "Web", ""]  # below a subtotal a blank belongs to no group
    assert texts(twice, "company") == ["X", "", "Z", "U"]
    assert isinstance(by_two.rows, list)
    path = making.workbook(tmp_path / "leads.xlsx", by_two.rows[3:6])
    assert texts(read(path, zone=by_two.zone), "owner") == ["Bo Lee", ""]  # no report stands around them
    assert texts(reading(18), "excluded") == ["Junk Lead"]
    assert numbers(reading(26), "amount") == ["15200", "16200", "19200", "20200"]
    assert local(reading(28), "created_at")[1:4] == ["?", "2026-08-15 00:00:00", "?"]
    assert local(reading(29), "created_at") == ["2024-06-19 00:00:00", "2024-06-20 06:00:00", "2024-06-21 00:00:00"]


def test_a_response_time_is_offered_but_not_taken(tmp_path: Path) -> None:
    export = next(one for one in ODD if one.number == 5)
    path = export.write(tmp_path)
    column = next(one for one in inspect(path).columns if one.header == "Lead response time")
    assert (column.field, column.candidate) == ("", "first_touch_at")
    assert not read(path).leads.has("first_touch_at")


@pytest.mark.slow
def test_fifty_thousand_rows(tmp_path: Path) -> None:
    rows: Rows = [["Lead ID", "Create Date", "Lead Source", "Amount"]]
    rows += [[str(n), f"2026-01-{n % 28 + 1:02d} 10:00", "Web", str(n)] for n in range(50_000)]
    reading = read_table(making.table(tmp_path / "a.csv", rows), zone="UTC")
    assert (len(reading.leads), reading.problems) == (50_000, ())


def test_a_history_export_keeps_the_later_row_of_a_lead(tmp_path: Path) -> None:
    rows: Rows = [
        ["Opportunity ID", "Created Date", "Stage"],
        ["006A", "2026-01-02", "New"],
        ["006A", "2026-01-02", "Demo"],
    ]
    reading = read(making.table(tmp_path / "a.csv", rows))
    assert (texts(reading, "stage"), said(reading.problems)) == (["Demo"], [(2, "other_row_counts")])


def test_amounts_as_people_type_them(tmp_path: Path) -> None:
    rows: Rows = [["Deal ID", "Amount"], ["1", "$45,000"], ["2", "45k"], ["3", "1.2M"], ["4", ""], ["5", "N/A"]]
    assert numbers(read(making.table(tmp_path / "a.csv", rows)), "amount") == ["45000", "45000", "1200000", "", ""]
