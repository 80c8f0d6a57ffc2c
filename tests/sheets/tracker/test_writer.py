"""The workbook as a file: what other programs find in it, what people can change, and that text stays text."""

from __future__ import annotations

import re
import warnings
import zipfile
from pathlib import Path
from typing import Any, get_args

import pytest
from python_calamine import load_workbook

from tests.sheets.tracker.conftest import PAYLOADS, Written
from tests.sheets.tracker.workbook import formulas, lead_table, opened, scorecard
from workbench.sheets.column.cells import letters
from workbench.sheets.tracker.scoring.line import CELLS
from workbench.sheets.tracker.writer import TABS, write_model
from workbench.tracking.result import Status


@pytest.fixture(scope="module")
def book(practice: Written) -> Any:
    return opened(practice.path)


@pytest.fixture(scope="module")
def parts(practice: Written) -> dict[str, str]:
    with zipfile.ZipFile(practice.path) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith("xml")}


def test_the_sheets_stand_in_order(book: Any) -> None:
    assert book.sheetnames == [name for name, _, _ in TABS]
    assert book.active.title == "Dashboard"


def test_the_first_columns_of_the_scorecard_never_change(book: Any) -> None:
    page = book["Scorecard"]
    headers = [cell.value for cell in page[page.tables["Scorecard"].ref][0]]
    assert headers[:13] == [
        "Label", "Commitment", "Sentence", "By", "Period", "Target", "Value", "Status", "Numerator", "Denominator",
        "Pending", "Excluded", "Unknown",
    ]  # fmt: skip
    assert len(headers) == len(CELLS)


def test_the_status_is_a_word_of_the_contract(practice: Written) -> None:
    words = {line["status"] for line in scorecard(practice.path).values()}
    assert words <= set(get_args(Status))
    assert {"not_due", "not_measurable"} <= words


def test_the_properties_say_which_version_it_is(practice: Written, parts: dict[str, str]) -> None:
    properties = dict(re.findall(r'name="(sla_\w+)"><vt:lpwstr>([^<]*)<', parts["docProps/custom.xml"]))
    unfilled = properties.pop("sla_unfilled").split(",")
    assert properties.pop("sla_own_columns").split("|") == ["Partner program", "Sales region", "Vehicles"]
    computed = properties.pop("sla_computed").split("|")
    assert {"Answer due", "Decision", "Working min to answer"} <= set(computed)
    places = {field: letters(1 + place) for place, field in enumerate(practice.model.columns)}
    assert {places[name] for name in ("company", "recycled_at", "amount")} <= set(unfilled)
    assert not {places[name] for name in ("email", "accepted_at")} & set(unfilled)
    assert properties == {
        "sla_agreement": practice.model.subject.agreement_id,
        "sla_version": "3",
        "sla_hash": "ab" * 32,
        "sla_as_of": "2026-01-20",
    }


def test_text_that_looks_like_a_formula_is_text(practice: Written, book: Any) -> None:
    page, row, columns = lead_table(book)
    people = [page.cell(row + number, columns["Person"]) for number in range(1, 6)]
    assert [cell.value for cell in people] == list(PAYLOADS)
    assert {cell.data_type for cell in people} == {"s"}
    assert not any("evil.example" in text for text in formulas(practice.path).values())
    assert all(cell.hyperlink is None for cell in people)


def test_an_exception_leads_to_the_row_of_its_lead(practice: Written, book: Any) -> None:
    page, _, columns = lead_table(book)
    shown = [
        row for row in opened(practice.path, values=True)["Exceptions"].iter_rows(min_row=11, min_col=2) if row[0].value
    ]
    assert shown
    for row in shown:
        line, lead = row[0].value, row[1].value
        assert page.cell(line, columns["Lead ID"]).value == lead
        for cell in row[:2]:
            formula = book["Exceptions"][cell.coordinate].value
            assert f"HYPERLINK(\"#'Lead log'!B\"&$O${cell.row}+7," in formula


def test_nothing_leads_out_of_the_file(parts: dict[str, str]) -> None:
    assert not [name for name in parts if "externalLink" in name or "vba" in name.lower() or "connections" in name]
    assert not [name for name, text in parts.items() if 'TargetMode="External"' in text]


def test_no_formula_needs_a_newer_program(practice: Written, parts: dict[str, str]) -> None:
    used = {name for text in formulas(practice.path).values() for name in re.findall(r"([A-Z][A-Z0-9.]+)\(", text)}
    newer = {"LET", "LAMBDA", "FILTER", "XLOOKUP", "UNIQUE", "SEQUENCE", "SORT", "IFS", "MAXIFS", "TEXTJOIN", "CONCAT"}
    volatile = {"NOW", "TODAY", "RAND", "OFFSET", "INDIRECT"}
    assert used
    assert not used & (newer | volatile)
    assert not any("_xlfn" in text or 'cm="1"' in text for text in parts.values())


def test_every_name_is_defined_once_and_stands_for_cells(parts: dict[str, str]) -> None:
    found = re.findall(r'<definedName name="([^"]+)"([^>]*)>([^<]+)<', parts["xl/workbook.xml"])
    own = [name.casefold() for name, rest, _ in found if "localSheetId" not in rest]
    assert len(own) == len(set(own)) > 100
    assert not any("#REF" in target for _, _, target in found)
    used = set()
    for text in parts.values():
        for formula in re.findall(r"<(?:f|formula1|xm:f)[^>]*>([^<]+)<", text):
            bare = re.sub(r"&quot;.*?&quot;|\"[^\"]*\"|'[^']*'!", " ", formula)
            used |= set(re.findall(r"\b[A-Z][A-Za-z]*_\w+\b", bare))
    assert {name.casefold() for name in used} <= set(own)


def test_people_can_fill_what_is_theirs_and_nothing_else(book: Any) -> None:
    for page in book:
        assert page.protection.sheet or page.title in {"Clocks", "Days"}, page.title
    page, row, columns = lead_table(book)
    last = page[page.tables["Leads"].ref][-1][0].row
    for line in (row + 1, last):
        assert not any(page.cell(line, column).protection.locked for column in columns.values())
    assert page.protection.autoFilter is False  # allowed
    assert page.protection.sort is False
    assert all(cell.protection.locked for cell in book["Scorecard"][7])
    assert not book["Dashboard"]["D7"].protection.locked  # the as-of cell


def test_spare_rows_are_ready(book: Any) -> None:
    page, row, _ = lead_table(book)
    last = page[page.tables["Leads"].ref][-1][0].row
    assert last - row == 5 + 20


def test_headers_stay_in_sight_and_are_printed_on_every_page(book: Any) -> None:
    assert book["Lead log"].freeze_panes == "C8"
    assert book["Scorecard"].freeze_panes == "C7"
    assert book["Lead log"].print_title_rows == "$7:$7"
    for page in book:
        assert (
            page.page_setup.fitToHeight == 0 or page.page_setup.fitToHeight is None or page.page_setup.fitToHeight <= 1
        )
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert "SLA version 3" in page.oddFooter.left.text


def test_the_drop_downs_offer_what_was_agreed(practice: Written, book: Any) -> None:
    page, _, columns = lead_table(book)
    offered = {}
    for rule in page.data_validations.dataValidation:
        first = next(iter(rule.sqref.ranges))
        if rule.type == "list":
            offered[first.min_col] = rule.formula1
    assert offered[columns["Reject reason"]] == "Choice_reject_reason"
    assert offered[columns["Tier"]] == "Choice_tier"
    target = book.defined_names["Choice_reject_reason"].attr_text
    sheet, _, area = target.partition("!")
    reasons = [cell[0].value for cell in book[sheet.strip("'")][area.replace("$", "")]]
    agreed = [one.name for one in practice.model.subject.agreement.handoff.rejection_reasons]
    assert reasons[: len(agreed)] == agreed


def test_the_charts_are_native(parts: dict[str, str]) -> None:
    charts = [text for name, text in parts.items() if name.startswith("xl/charts/chart")]
    assert len(charts) >= 3
    assert all("<c:barChart>" in text for text in charts)


def test_calamine_reads_every_sheet(practice: Written) -> None:
    book = load_workbook(str(practice.path))
    assert book.sheet_names == [name for name, _, _ in TABS]
    rows = [row for row in book.get_sheet_by_name("Lead log").to_python() if "L-1" in row]
    assert len(rows) == 1


def test_the_same_subject_gives_the_same_bytes(practice: Written) -> None:
    assert write_model(practice.model) == practice.path.read_bytes()


def test_openpyxl_opens_and_saves_it(book: Any, tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book.save(tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").stat().st_size > 10_000


def test_the_calendar_names_every_day_off(book: Any) -> None:
    shown = {cell.value for row in book["Calendar"].iter_rows() for cell in row}
    assert {"Good Friday", "Half day before Easter", "Closed between the years"} <= shown


def test_the_first_sheet_shows_no_share_of_too_few_leads(practice: Written) -> None:
    rows = list(opened(practice.path, values=True)["Dashboard"].iter_rows(values_only=True))
    header = next(row for row in rows if "Actual" in row)
    actual, status, counted = (header.index(name) for name in ("Actual", "Status", "Counted"))
    few = [row for row in rows if row[status] and "too little data" in row[status]]
    judged = [row for row in rows if row[status] and row[status].endswith(("met", "missed", "on track", "at risk"))]
    assert few
    assert judged
    assert {row[actual] for row in few} == {None}
    assert all(" of " in row[counted] for row in few)
    assert None not in {row[actual] for row in judged}
