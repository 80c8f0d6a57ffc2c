"""Period totals from a small table."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.sheets import making
from tests.sheets.here import said
from workbench.base.errors import NotAllowedError
from workbench.sheets.column.period_text import read_period
from workbench.sheets.dictionary import dictionary
from workbench.sheets.mapping import Mapping
from workbench.sheets.reading import Reading, read_table

Rows = list[list[Any]]


def read_totals(path: Path, header_row: int | None = None) -> Reading:
    return read_table(path, Mapping(kind="totals", header_row=header_row), zone="UTC")


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("2026-10", "2026-10"), ("10/2026", "2026-10"), ("2026/10", "2026-10"), ("Oct 2026", "2026-10"),
        ("outubro de 2026", "2026-10"), ("Oktober 2026", "2026-10"), ("2026-Q4", "2026-Q4"), ("Q4 2026", "2026-Q4"),
        ("4. Quartal", None), ("KW 43 2026", "2026-W43"), ("2026-W43", "2026-W43"), ("2026", "2026"), (2026.0, "2026"),
        (dt.date(2026, 10, 1), "2026-10"), (dt.date(2026, 10, 2), None), ("2026-13", None), ("soon", None), ("", None),
        ("Q5 2026", None), ("foo 2026", None),
    ],
)  # fmt: skip
def test_periods(written: Any, period: str | None) -> None:
    assert read_period(written, dictionary().months) == period


def test_totals_beside_the_leads(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "Leads": [["Lead ID", "Created"], ["a", "2026-01-01"]],
        "Monthly": [
            ["Monthly actuals"], [],
            ["Metric", "Period", "Value", "Note"],
            ["CAC", "2026-10", 812.55, "from finance"],
            ["Pipeline coverage", dt.date(2026, 10, 1), "3,2", ""],
            [],
            ["Win rate", "Q4 2026", "25%", ""],
            ["CAC", "2026-11", "", ""],
            ["CAC", "soon", 5, ""],
            ["CAC", "2026-12", "lots", ""],
            ["Total", "", 815.75, ""],
        ],
    }  # fmt: skip
    found = read_totals(making.workbook(tmp_path / "a.xlsx", sheets))
    assert (found.sheet, found.header_row) == ("Monthly", 3)
    assert [(t.row, t.metric, t.period, t.value, t.note) for t in found.totals] == [
        (4, "CAC", "2026-10", Decimal("812.55"), "from finance"),
        (5, "Pipeline coverage", "2026-10", Decimal("3.2"), ""),
        (7, "Win rate", "2026-Q4", Decimal("0.25"), ""),
    ]
    assert [(p.sheet, p.row, p.column, p.value, p.why.code) for p in found.problems] == [
        ("Monthly", 9, "Period", "soon", "not_a_period"),
        ("Monthly", 10, "Value", "lots", "not_a_number"),
    ]
    assert said(found.skipped) == [(11, "total")]


def test_in_other_languages_and_as_a_text_table(tmp_path: Path) -> None:
    rows: Rows = [["Kennzahl", "Zeitraum", "Wert", "Bemerkung"], ["CAC", "10/2026", "1.234", "x"]]
    found = read_totals(making.table(tmp_path / "a.csv", rows, "cp1252", ";"))
    assert [(t.period, t.value, t.note) for t in found.totals] == [("2026-10", Decimal(1234), "x")]


def test_a_file_without_totals(tmp_path: Path) -> None:
    path = making.table(tmp_path / "a.csv", [["Lead ID", "Created"], ["a", "2026-01-01"]])
    with pytest.raises(NotAllowedError, match="metric, period and value"):
        read_totals(path)
    with pytest.raises(NotAllowedError, match="metric, period and value"):
        read_totals(path, 9)
