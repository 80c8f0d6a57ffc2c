"""The tracker of this program needs no mapping."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.sheets import making
from tests.sheets.here import inspect, local, noted, numbers, read, texts
from tests.sheets.making import wall
from workbench.agreement.lead_fields import LEAD_FIELDS
from workbench.sheets.own_file import OwnFile, own_file
from workbench.sheets.table.package_parts import RefusedXmlError, custom_properties, parse_strictly

MARKS = {"sla_agreement": "7b0c", "sla_version": 3, "sla_hash": "ab" * 32}


def tracker(path: Path, marks: Mapping[str, Any] = MARKS, rows: int = 5, without: str = "") -> Path:
    """A workbook with the names a tracker must have: properties, and a table `Leads` below a title."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path))
    book.add_worksheet("Summary").write("A1", "Lead ID")
    page = book.add_worksheet("Lead log")
    page.write("A1", "Everything that came in")
    headers = [field.label if field.name != without else "Left out" for field in LEAD_FIELDS]
    headers += ["Working minutes", "In time?", "Assigned to"]
    page.add_table(2, 1, 2 + rows, len(headers), {"name": "Leads", "columns": [{"header": name} for name in headers]})
    shape = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    place = {field.name: 1 + i for i, field in enumerate(LEAD_FIELDS)}
    page.write(3, place["lead_id"], "L1")
    page.write(3, place["company"], "X")
    page.write_datetime(3, place["created_at"], wall(2026, 1, 15, 9, 30), shape)
    page.write(3, place["amount"], 12.5)
    page.write(4, place["lead_id"], "L2")
    for row in range(rows):
        page.write_formula(3 + row, 1 + len(LEAD_FIELDS), "=1+1", None, 2)
        page.write_formula(3 + row, 3 + len(LEAD_FIELDS), '="x"', None, "computed")  # a name that CRMs give the owner
    for name, value in marks.items():
        book.set_custom_property(name, value)
    book.close()
    return path


def test_read_without_mapping_and_without_its_unused_rows(tmp_path: Path) -> None:
    reading = read(tracker(tmp_path / "t.xlsx"))
    assert reading.own == OwnFile("7b0c", "3", "ab" * 32)
    assert (reading.sheet, reading.header_row, reading.vendor) == ("Lead log", 3, "sla_workbench")
    assert reading.leads.identities == ["id:L1", "id:L2"]
    assert set(reading.leads.columns) == {field.name for field in LEAD_FIELDS}
    assert local(reading, "created_at") == ["2026-01-15 09:30:00", ""]
    assert (texts(reading, "company"), numbers(reading, "amount")) == (["X", ""], ["12.5", ""])
    assert (reading.rejected, [row.row for row in reading.skipped]) == ((), [1])
    assert "own_tracker" in noted(reading)
    found = inspect(tmp_path / "t.xlsx")
    assert (found.own, found.sheet) == (OwnFile("7b0c", "3", "ab" * 32), "Lead log")


def test_its_computed_columns_are_not_taken_for_fields_as_crms_name_them(tmp_path: Path) -> None:
    assert "Assigned to" not in read(tracker(tmp_path / "t.xlsx", without="owner")).fields
    assert read(tracker(tmp_path / "u.xlsx", {}, without="owner")).fields["Assigned to"] == "owner"


def test_its_as_of_date_is_a_property(tmp_path: Path) -> None:
    reading = read(tracker(tmp_path / "t.xlsx", {**MARKS, "sla_as_of": "2026-02-01"}))
    assert (reading.as_of_source, reading.as_of_day) == ("property", dt.date(2026, 2, 1))
    assert read(tracker(tmp_path / "u.xlsx", {**MARKS, "sla_as_of": "whenever"})).as_of_source == "newest"


def test_a_workbook_that_only_has_the_table_is_a_foreign_one(tmp_path: Path) -> None:
    reading = read(tracker(tmp_path / "t.xlsx", {}))
    assert reading.own is None
    assert reading.leads.identities == ["id:L1", "id:L2"]
    assert own_file({"sla_agreement": "x", "sla_version": "1"}) is None


def test_a_tracker_that_lost_its_table_is_read_as_any_file(tmp_path: Path) -> None:
    path = making.workbook(tmp_path / "t.xlsx", [["Lead ID", "Created"], ["a", wall(2026, 1, 2)]], properties=MARKS)
    reading = read(path)
    assert (reading.own is not None, reading.leads.identities) == (True, ["id:a"])


@pytest.mark.parametrize(
    "xml",
    [
        b'<!DOCTYPE p [<!ENTITY a "b">]><p>&a;</p>',
        b'<!DOCTYPE p SYSTEM "file:///etc/passwd"><p/>',
        b"<p><q></p>",
        b"",
    ],
)
def test_xml_with_a_document_type_or_broken_is_refused(xml: bytes) -> None:
    with pytest.raises(RefusedXmlError):
        parse_strictly(xml, lambda _name, _attributes: None, lambda _text: None)


def test_properties_as_several_programs_write_them(tmp_path: Path) -> None:
    xml = (
        '<op:Properties xmlns:op="x" xmlns:vt="y"><op:property name="sla_agreement"><vt:lpwstr>7&amp;b</vt:lpwstr>'
        '</op:property><op:property name="empty"><vt:lpwstr/></op:property></op:Properties>'
    )
    path = making.zipped(tmp_path / "p.zip", {"docProps/custom.xml": xml})
    with zipfile.ZipFile(path) as archive:
        assert custom_properties(archive) == {"sla_agreement": "7&b"}
    with zipfile.ZipFile(making.zipped(tmp_path / "q.zip", {"x": "y"})) as archive:
        assert custom_properties(archive) == {}
