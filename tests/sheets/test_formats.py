"""The same leads in every format that is read."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.sheets import making
from tests.sheets.here import local, noted, numbers, read, texts
from tests.sheets.making import wall
from tests.support.office import Office

ROWS: list[list[Any]] = [
    ["Lead ID", "Company", "Created", "Amount"],
    ["a", "Ünal & Söhne", wall(2026, 1, 15, 9, 30), 1234.5],
    ["b", "X", wall(2026, 2, 28), 7],
]
WRITTEN = [[str(cell) for cell in row] for row in ROWS]


def check(path: Path) -> None:
    reading = read(path)
    assert reading.leads.identities == ["id:a", "id:b"]
    assert texts(reading, "company") == ["Ünal & Söhne", "X"]
    assert local(reading, "created_at") == ["2026-01-15 09:30:00", "2026-02-28 00:00:00"]
    assert numbers(reading, "amount") == ["1234.5", "7"]
    assert reading.problems == ()


@pytest.mark.parametrize("name", ["a.xlsx", "a.xlsm", "a.xls", "leads"])
def test_xlsx_under_any_name(tmp_path: Path, name: str) -> None:
    check(making.workbook(tmp_path / "made.xlsx", ROWS).rename(tmp_path / name))


def test_ods_says_where_errors_look_like_blanks(tmp_path: Path) -> None:
    path = making.ods(tmp_path / "a.ods", ROWS)
    check(path)
    assert "errors_unseen" not in noted(read(path))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = b'<table:table-cell office:value-type="string"'
    assert text in parts["content.xml"]
    parts["content.xml"] = parts["content.xml"].replace(text, text + b' calcext:value-type="error"', 1)
    assert "errors_unseen" in noted(read(making.zipped(tmp_path / "b.ods", parts)))


def test_xlsb(tmp_path: Path) -> None:
    check(path := making.xlsb(tmp_path / "a.xlsb", WRITTEN))
    assert "errors_unseen" in noted(read(path))


@pytest.mark.parametrize(
    ("encoding", "delimiter"), [("utf-8", ","), ("utf-8-sig", ";"), ("utf-16", "\t"), ("cp1252", ";")]
)
@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.xls", "a.txt"])
def test_text_tables(tmp_path: Path, name: str, encoding: str, delimiter: str) -> None:
    check(making.table(tmp_path / name, WRITTEN, encoding, delimiter))


def test_a_text_table_that_names_its_delimiter(tmp_path: Path) -> None:
    check(making.table(tmp_path / "a.csv", WRITTEN, "utf-8", ";", "sep=;\r\n"))


@pytest.mark.office
def test_as_libreoffice_saves_it(tmp_path: Path, office: Office) -> None:
    book = making.workbook(tmp_path / "a.xlsx", ROWS)
    for ending in ("xls", "ods"):
        check(office.convert([book], ending)[0])
