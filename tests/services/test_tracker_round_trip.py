"""A tracker that people have worked in for a while: nothing they typed is lost, whatever they did to its columns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from copy import copy
from pathlib import Path
from typing import Any

import pytest
from python_calamine import load_workbook

from tests.services.prepared import Prepared
from tests.services.test_tracker import filled, same_lines, write
from tests.sheets.tracker.workbook import lead_table, opened
from tests.support.office import Office
from workbench.base.language import language
from workbench.base.places import resource
from workbench.services.exchange import content_of
from workbench.services.import_order import ImportOptions
from workbench.services.workbench import Workbench

Change = Callable[[Any, int, dict[str, int]], None]
BUDGET = ("5,000", "none yet", "=SUM(1,2)")


def said(bench: Workbench, prepared: Prepared, path: Path) -> str:
    notes = bench.actuals.read(prepared.agreement, path).reading.notes
    return "\n".join(one.message(language()) for one in notes)


def headers(path: Path) -> list[str]:
    return list(lead_table(opened(path))[2])


def texts(bench: Workbench, prepared: Prepared, field: str) -> list[str]:
    log = bench.actuals.log(prepared.agreement)
    return [log.text(field, lead) for lead in range(len(log))]


def add_budget(page: Any, row: int, columns: dict[str, int]) -> None:
    """A column of one's own beside everything, filled for three leads."""
    place = max(page.max_column, *columns.values()) + 1
    page.cell(row, place, "Budget")
    for number, value in enumerate(BUDGET, 1):
        page.cell(row + number, place, value).data_type = "s"


def add_below(page: Any, row: int, columns: dict[str, int]) -> None:
    """A lead in the row after the last prepared one."""
    last = row + 1
    while (
        page.cell(last, columns["Lead ID"]).has_style and page.cell(last, columns["Lead ID"]).protection.locked is False
    ):
        last += 1
    page.cell(last, columns["Lead ID"], "L-99")
    page.cell(last, columns["Created"], dt.date(2026, 1, 9))


def rename(page: Any, row: int, columns: dict[str, int]) -> None:
    page.cell(row, columns["Company"], "Account name")


def swap(page: Any, row: int, columns: dict[str, int]) -> None:
    """Source and tier change places, header and all."""
    one, two = columns["Source"], columns["Tier"]
    for line in range(row, page.max_row + 1):
        a, b = page.cell(line, one), page.cell(line, two)
        a.value, b.value = copy(b.value), copy(a.value)


def test_a_column_of_ones_own_is_kept_and_written_again(bench: Workbench, prepared: Prepared, tmp_path: Path) -> None:
    path = filled(write(bench, prepared, tmp_path), add_budget)
    assert "Answer due" not in bench.actuals.read(prepared.agreement, path).reading.leads.columns
    bench.actuals.import_file(prepared.agreement, path)
    assert texts(bench, prepared, "custom:Budget") == [*BUDGET, "", ""]
    again = write(bench, prepared, tmp_path)
    assert "Budget" in headers(again)
    read = bench.actuals.read(prepared.agreement, again)
    assert (read.added, read.updated, read.unchanged) == (0, 0, 5)
    assert set(read.reading.leads.columns) >= {"custom:Budget", "email"}
    assert not [name for name in read.reading.leads.columns if name.startswith("custom:") and "nswer" in name]


@pytest.mark.slow
def test_what_is_typed_into_a_kept_column_comes_back(bench: Workbench, prepared: Prepared, tmp_path: Path) -> None:
    bench.actuals.import_file(prepared.agreement, filled(write(bench, prepared, tmp_path), add_budget))

    def change(page: Any, row: int, columns: dict[str, int]) -> None:
        page.cell(row + 4, columns["Budget"], "12 cars")

    bench.actuals.import_file(prepared.agreement, filled(write(bench, prepared, tmp_path), change))
    assert texts(bench, prepared, "custom:Budget") == [*BUDGET, "12 cars", ""]


@pytest.mark.slow
def test_a_column_of_ones_own_named_like_a_field_stays_apart(
    bench: Workbench, prepared: Prepared, tmp_path: Path
) -> None:
    export = tmp_path / "more.csv"
    export.write_text("Lead ID,Source,Origin\nL-1,Webinar,north\n", "utf-8")
    mapping = {"columns": {"Lead ID": "lead_id", "Origin": "source"}, "keep": ["Source"]}
    bench.actuals.import_file(prepared.agreement, export, ImportOptions(mapping=mapping))
    path = write(bench, prepared, tmp_path)
    assert {"Source", "Source *"} <= set(headers(path))
    read = bench.actuals.read(prepared.agreement, path)
    assert (read.added, read.updated) == (0, 0)
    assert read.reading.leads.text("custom:Source", 0) == "Webinar"


@pytest.mark.slow
def test_leads_below_the_prepared_rows_are_taken(bench: Workbench, prepared: Prepared, tmp_path: Path) -> None:
    made = bench.actuals.import_file(prepared.agreement, filled(write(bench, prepared, tmp_path), add_below))
    assert (made.read.added, made.read.unchanged) == (1, 5)
    assert "id:L-99" in bench.actuals.log(prepared.agreement).identities


@pytest.mark.slow
@pytest.mark.parametrize("change", [rename, swap])
def test_columns_renamed_and_moved_are_found(
    change: Change, bench: Workbench, prepared: Prepared, tmp_path: Path
) -> None:
    export = tmp_path / "companies.csv"
    export.write_text("Lead ID,Company\nL-1,Northwind\nL-2,Contoso\nL-3,Fabrikam\nL-4,Tailspin\nL-5,Adatum\n", "utf-8")
    bench.actuals.import_file(prepared.agreement, export)
    path = filled(write(bench, prepared, tmp_path), change)
    read = bench.actuals.read(prepared.agreement, path)
    assert (read.added, read.updated, read.unchanged) == (0, 0, 5)
    assert [read.reading.leads.text("company", lead) for lead in (0, 1)] == ["Northwind", "Contoso"]


def test_a_tracker_of_an_older_version_says_so_and_is_taken(empty: Workbench, tmp_path: Path) -> None:
    agreement = empty.shelf.create_from(content_of(resource("practice", "agreement.json")))
    empty.versions.save(agreement, "First")
    leads = tmp_path / "leads.csv"
    leads.write_text("Lead ID,Created\nL-1,2026-01-09\n", "utf-8")
    batch = empty.actuals.import_file(agreement, leads).batch
    path = empty.tracker.write(agreement, tmp_path / "tracker.xlsx", rows=60).file
    empty.actuals.undo(agreement, batch or 0)

    def said_of() -> str:
        notes = empty.actuals.read(agreement, path).reading.notes
        return "\n".join(one.message(language()) for one in notes)

    assert "was written for" not in said_of()
    empty.drafting.set(agreement, "follow_up.tiers[a].share", "0.9")
    empty.versions.save(agreement, "Second")
    assert "This workbook was written for version 1; version 2 counts now." in said_of()
    assert empty.actuals.import_file(agreement, path).read.added == 1


@pytest.mark.slow
def test_a_tracker_of_a_version_from_elsewhere_says_so(bench: Workbench, prepared: Prepared, tmp_path: Path) -> None:
    path = write(bench, prepared, tmp_path)
    book = opened(path)
    book.custom_doc_props["sla_hash"].value = "cd" * 32
    book.save(path)
    assert "a version that is not in this library" in said(bench, prepared, path)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_10_000_rows_come_back(empty: Workbench, tmp_path: Path) -> None:
    agreement = empty.shelf.create_from(content_of(resource("practice", "agreement.json")))
    empty.versions.save(agreement, "First")
    lines = ["Lead ID,Source,Tier,Created,Handed over,First touch"]
    for number in range(10_000):
        day = dt.date(2026, 1, 5) + dt.timedelta(days=number % 140)
        lines.append(f"L-{number},Webinar,B,{day} 08:00,{day} 09:{number % 60:02d},{day} 1{number % 8}:30")
    export = tmp_path / "many.csv"
    export.write_text("\n".join(lines), "utf-8")
    empty.actuals.import_file(agreement, export)
    path = empty.tracker.write(agreement, tmp_path / "tracker.xlsx", rows=10_100).file
    read = empty.actuals.read(agreement, path)
    assert (read.added, read.updated, read.unchanged) == (0, 0, 10_000)
    assert not read.reading.problems
    rows = load_workbook(str(path)).get_sheet_by_name("Scorecard").to_python()
    told = {(row[0], row[4]): row[7] for row in rows if len(row) > 7}
    for _, line in empty.checking.check(agreement).results():
        assert told[line.label, line.period] == line.status


@pytest.mark.office
@pytest.mark.slow
def test_saved_by_libreoffice_columns_of_ones_own_still_come_back(
    bench: Workbench, prepared: Prepared, tmp_path: Path, office: Office
) -> None:
    saved = office.recalculate(filled(write(bench, prepared, tmp_path), add_budget, add_below))
    made = bench.actuals.import_file(prepared.agreement, saved)
    assert (made.read.added, made.read.updated, made.read.unchanged) == (1, 3, 2)
    assert texts(bench, prepared, "custom:Budget") == [*BUDGET, "", "", ""]
    again = write(bench, prepared, tmp_path)
    assert bench.actuals.read(prepared.agreement, again).updated == 0
    same_lines(again, bench.checking.check(prepared.agreement))
