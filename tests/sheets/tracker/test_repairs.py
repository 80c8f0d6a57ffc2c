"""Nothing in a tracker is what Excel would repair; and every rule finds what it is for."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from tests.sheets.tracker.conftest import Written
from tests.sheets.tracker.repairs.all_rules import repairs

SHEET, BOOK = "xl/worksheets/sheet1.xml", "xl/workbook.xml"
TABLE, CHART = "xl/tables/table1.xml", "xl/charts/chart1.xml"
BROKEN = {
    "part twice": ("", "", "", "is there twice"),
    "link to nothing": ("xl/_rels/workbook.xml.rels", "theme/theme1.xml", "theme/theme9.xml", "which is not there"),
    "type of nothing": ("[Content_Types].xml", "/xl/theme/theme1.xml", "/xl/theme/theme9.xml", "content type"),
    "sheet's name": (BOOK, 'name="Data"', 'name="Da[ta"', "cannot be called"),
    "sheets of one name": (BOOK, 'name="Other"', 'name="DATA"', "two sheets"),
    "name like a cell": (BOOK, 'name="A_name"', 'name="AB12"', "nothing can be named"),
    "name like a row": (BOOK, 'name="A_name"', 'name="R2"', "nothing can be named"),
    "name twice": (BOOK, 'name="B_name"', 'name="a_NAME"', "defined twice"),
    "name of a lost sheet": (BOOK, "Data!$A$2<", "Gone!$A$2<", "'Gone' is not there"),
    "style": (SHEET, '<c r="A9"', '<c r="A9" s="99"', "style that is not there"),
    "order of cells": (SHEET, '<c r="A9"', '<c r="A8"', "wrong place"),
    "lost text": (SHEET, 't="s"><v>1</v>', 't="s"><v>99</v>', "a text that is not there"),
    "no number": (SHEET, "<v>7</v>", "<v>nan</v>", "no number"),
    "lost name": (SHEET, "A_name+1", "C_name+1", "C_name is not defined"),
    "newer function": (SHEET, "SUM(", "TEXTJOIN(", "not a function of every Excel"),
    "long text in a formula": (SHEET, '"text"', '"' + "x" * 256 + '"', "more than 255"),
    "long formula": (SHEET, "A_name+1", "A_name" + "+1" * 4096, "characters"),
    "parenthesis": (SHEET, "SUM(A2:A3)", "SUM((A2:A3)", "never closes"),
    "place beyond the sheet": (SHEET, "SUM(A2:A3)", "SUM(A2:A1048577)", "not on a sheet"),
    "external": (SHEET, "A_name+1", "[1]Data!A1", "leads out"),
    "merged over merged": (SHEET, '"F2:G2"', '"E1:F2"', "merged areas overlap"),
    "merged over a table": (SHEET, '"F2:G2"', '"B2:C2"', "over merged cells"),
    "drop-down's title": (SHEET, 'errorTitle="No"', f'errorTitle="{"x" * 33}"', "too long"),
    "drop-down's list": (SHEET, '"a,b"', '"' + "x" * 256 + '"', "longer than 255"),
    "drop-downs overlap": (SHEET, 'sqref="J2"', 'sqref="I2"', "drop-downs overlap"),
    "look of a rule": (SHEET, 'dxfId="0"', 'dxfId="9"', "look that is not there"),
    "priority of a rule": (SHEET, 'priority="2"', 'priority="1"', "have priority"),
    "rule on another sheet": (SHEET, "<formula>A2&gt;1", "<formula>Other!A2&gt;1", "by its address"),
    "bar without its half": (SHEET, "<x14:id>", "<x14:id>x", "newer half"),
    "lost target of a link": (SHEET, "'Other'!A1", "'Gone'!A1", "leads to"),
    "row too tall": (SHEET, 'ht="30"', 'ht="410"', "too tall"),
    "footer": (SHEET, "<oddFooter>", "<oddFooter>" + "x" * 256, "footer"),
    "table's name": (TABLE, 'displayName="Leads"', 'displayName="A_name"', "cannot be called so"),
    "table's header": (TABLE, 'name="Two"', 'name="Three"', "whose header is"),
    "table's columns": (TABLE, 'name="Two"', 'name="ONE"', "two columns"),
    "table's filter": (TABLE, '<autoFilter ref="A1:B3"', '<autoFilter ref="A1:B4"', "filter over another"),
    "chart of a lost sheet": (CHART, "<c:f>Data!", "<c:f>Gone!", "'Gone' is not there"),
    "sparkline": (SHEET, "<xm:f>Data!A2:A3", "<xm:f>Gone!A2:A3", "sparkline"),
}  # fmt: skip
"""What is changed in which part of a workbook that is whole, and what the rules say then."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("repairs") / "whole.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet("Data")
        book.add_worksheet("Other").write(0, 0, "there")
        page.add_table(0, 0, 2, 1, {"name": "Leads", "columns": [{"header": "One"}, {"header": "Two"}]})
        page.write_column(1, 0, [1, 2])
        page.write(8, 0, 7)
        page.write_formula(9, 0, "=A_name+1", None, 1)
        page.write_formula(10, 0, '=SUM(A2:A3)&"text"', None, "3text")
        book.define_name("A_name", "=Data!$A$2")
        book.define_name("B_name", "=Data!$A$3")
        page.merge_range("D1:E1", "merged")
        page.merge_range("F2:G2", "merged too")
        page.data_validation("I2", {"validate": "list", "source": ["a", "b"], "error_title": "No"})
        page.data_validation("J2", {"validate": "list", "source": "=A_name"})
        bold = book.add_format({"bold": 1})
        page.conditional_format("A2:A3", {"type": "formula", "criteria": "=A2>1", "format": bold})
        page.conditional_format("B2:B3", {"type": "data_bar", "data_bar_2010": True})
        page.write_url("A13", "internal:'Other'!A1", None, "link")
        page.set_row(20, 30)
        page.set_footer("&P")
        page.add_sparkline("K2", {"range": "Data!A2:A3"})
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Data!$A$2:$A$3"})
        page.insert_chart("L2", chart)
    return path


def test_nothing_in_a_tracker_is_repaired(practice: Written) -> None:
    assert repairs(practice.path) == []


def test_what_is_whole_stays_as_it_is(whole: Path) -> None:
    assert repairs(whole) == []


@pytest.mark.parametrize("kind", BROKEN)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_every_rule_finds_what_it_is_for(kind: str, whole: Path, tmp_path: Path) -> None:
    part, before, after, said = BROKEN[kind]
    path = tmp_path / "broken.xlsx"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            if name == part:
                assert before in text
                text = text.replace(before, after, 1)
            new.writestr(name, text)
        if not part:
            new.writestr("xl/styles.xml", old.read("xl/styles.xml"))
    found = "\n".join(repairs(path))
    assert said in found
