"""Files made to do harm: each ends in one sentence, this process lives on, nothing is written, and soon."""

from __future__ import annotations

import io
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sheets import making
from tests.sheets.making import HEADER_ROW, inline, raw_parts, sheet, zipped
from workbench.base.errors import WorkbenchError
from workbench.sheets.child_tasks import inspect, leads
from workbench.sheets.inspection import inspect_file
from workbench.sheets.limits import Limits, limits_for
from workbench.sheets.mapping import DETECTED
from workbench.sheets.reading import read_table
from workbench.sheets.table.row_by_row import DeclaresError, refuse_declarations
from workbench.sheets.table.source import open_source
from workbench.sheets.wire import Inspected, Request, Taken

HEADS = ("Lead ID", "Created", "Company", "Source")
SOON_SECONDS = 25
"""On a machine that others use too; alone it is a second or two."""
MOST_MEMORY = 1 << 30


def far_cell(path: Path, place: str = "XFD1048576") -> Path:
    """1.7 KB: two cells so far apart that the reader wants 512 GB for what lies between, and aborts."""
    rows = f'{HEADER_ROW}<row r="1048576">{inline(place, "x")}</row>'
    return zipped(path, raw_parts(sheet(rows)))


def far_column(path: Path) -> Path:
    """The same, but within what an unlimited reader would still take: 3.3 GB."""
    rows = f'{HEADER_ROW}<row r="1048576">{inline("CV1048576", "x")}</row>'
    return zipped(path, raw_parts(sheet(rows)))


def far_row(path: Path) -> Path:
    return zipped(path, raw_parts(sheet(f'{HEADER_ROW}<row r="4294967295">{inline("A4294967295", "x")}</row>')))


def bomb(path: Path) -> Path:
    return zipped(path, raw_parts(sheet(HEADER_ROW + " " * (60 << 20))))


def nested_bomb(path: Path) -> Path:
    parts = raw_parts(sheet(HEADER_ROW), xl__media__image1="\0" * (60 << 20))
    return zipped(path, parts)


def many_cells(path: Path) -> Path:
    """Twenty million cells in less than a megabyte."""
    row = "<c><v>1</v></c>" * 5000
    return zipped(path, raw_parts(sheet(HEADER_ROW + f"<row>{row}</row>" * 4000)))


def one_name_twice(path: Path) -> Path:
    import warnings

    with warnings.catch_warnings(), zipfile.ZipFile(honest(path), "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("xl/worksheets/sheet1.xml", sheet(HEADER_ROW))
    return path


def repeated_in_ods(path: Path) -> Path:
    """One row, said to be repeated a million times in a thousand columns."""
    making.ods(path, [["Lead ID", "Created"], ["a", "2026-01-01"]])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    far = b'<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="float"'
    far += b' office:value="1" table:number-columns-repeated="1000"/></table:table-row></table:table>'
    parts["content.xml"] = parts["content.xml"].replace(b"</table:table>", far)
    return zipped(path, parts)


def outward_name(path: Path) -> Path:
    return zipped(path, raw_parts(sheet(HEADER_ROW)) | {"../../evil.xml": "x"})


def not_a_zip(path: Path) -> Path:
    path.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 8)
    return path


def empty(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def laughs(path: Path) -> Path:
    levels = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    before = f'<!DOCTYPE x [<!ENTITY l0 "lol">{levels}]>'
    return zipped(path, raw_parts(sheet(f'{HEADER_ROW}<row r="2">{inline("A2", "&l11;")}</row>', before)))


def outside_entity(path: Path) -> Path:
    before = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    return zipped(path, raw_parts(sheet(f'{HEADER_ROW}<row r="2">{inline("A2", "&f;")}</row>', before)))


def laughing_properties(path: Path) -> Path:
    xml = '<!DOCTYPE p [<!ENTITY a "x">]><Properties><property name="sla_agreement">&a;</property></Properties>'
    parts = raw_parts(sheet(HEADER_ROW)) | {"docProps/custom.xml": xml}
    return zipped(path, parts)


def laughing_workbook(path: Path) -> Path:
    parts = raw_parts(sheet(f'{HEADER_ROW}<row r="2">{inline("A2", "a")}{inline("B2", "2026-01-01")}</row>'))
    return zipped(path, parts | {"xl/workbook.xml": '<!DOCTYPE w [<!ENTITY a "x">]>' + str(parts["xl/workbook.xml"])})


def honest(path: Path) -> Path:
    return making.workbook(path, [["Lead ID", "Created"], *([f"L{i}", "2026-01-01"] for i in range(200))])


def truncated(path: Path) -> Path:
    raw = honest(path).read_bytes()
    path.write_bytes(raw[: len(raw) * 2 // 3])
    return path


def bit_flipped(path: Path) -> Path:
    raw = bytearray(honest(path).read_bytes())
    with zipfile.ZipFile(path) as archive:
        part = archive.getinfo("xl/worksheets/sheet1.xml")
    for i in range(20):
        raw[part.header_offset + 80 + 7 * i] ^= 0x55
    path.write_bytes(raw)
    return path


def lying_size(path: Path) -> Path:
    zipped(path, raw_parts(sheet(HEADER_ROW + " " * 100_000)))
    raw = bytearray(path.read_bytes())
    at = raw.rindex(b"PK\x01\x02") + 24
    raw[at : at + 4] = (10).to_bytes(4, "little")
    path.write_bytes(raw)
    return path


def encrypted_ole(path: Path) -> Path:
    name = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + name + b"\0" * 3000)
    return path


def ole_garbage(path: Path) -> Path:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 64)
    return path


def ole_looping(path: Path) -> Path:
    """An OLE file whose table of sectors points at itself."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + b"\x3e\0\3\0\xfe\xff\x09\0\6\0" + b"\0" * 10
    head += (1).to_bytes(4, "little") + b"\0" * 4 + b"\0" * 4 + (4096).to_bytes(4, "little") + b"\0" * 16
    path.write_bytes(head.ljust(512, b"\0") + (b"\0" * 512) * 4)
    return path


def web_page(path: Path) -> Path:
    path.write_text("<html><body><table><tr><td>Lead ID</td></tr></table></body></html>", "utf-8")
    return path


def random_bytes(path: Path) -> Path:
    path.write_bytes(b"".join(zlib.compress(bytes([i])) for i in range(200)))
    return path


def no_sheet(path: Path) -> Path:
    parts = raw_parts("")
    del parts["xl/worksheets/sheet1.xml"]
    return zipped(path, parts)


def deep_xml(path: Path) -> Path:
    return zipped(path, raw_parts("<a>" * 300_000))


def empty_archive(path: Path) -> Path:
    path.write_bytes(b"PK\x05\x06" + b"\0" * 18)
    return path


def endless_quotation(path: Path) -> Path:
    path.write_text('Lead ID,Created\n1,"' + "x,\n" * 500_000, "utf-8")
    return path


def wide_text(path: Path) -> Path:
    path.write_text("," * 2_000_000 + "\n" + "a\n" * 1000, "utf-8")
    return path


REFUSED: list[Callable[[Path], Path]] = [
    far_cell, far_column, far_row, bomb, many_cells, one_name_twice, repeated_in_ods, outward_name, not_a_zip,
    empty, nested_bomb, laughs, outside_entity, laughing_properties, laughing_workbook, truncated, bit_flipped,
    lying_size, encrypted_ole, ole_garbage, ole_looping, web_page, random_bytes, no_sheet, deep_xml, empty_archive,
    endless_quotation, wide_text,
]  # fmt: skip


@pytest.mark.parametrize("make", REFUSED, ids=lambda make: make.__name__)
def test_one_sentence_soon_and_nothing_written(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    path = make(tmp_path / "leads.xls")
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir()}
    started, largest = time.monotonic(), peak_memory()
    with pytest.raises(WorkbenchError) as caught:
        read_table(path, DETECTED, zone="UTC")
    assert time.monotonic() - started < SOON_SECONDS
    assert peak_memory() <= max(largest, MOST_MEMORY)  # other tests of this process may have had larger children
    said = str(caught.value)
    assert caught.value.message.endswith(".")
    assert caught.value.hint
    assert "\n" not in said
    assert len(said) < 500
    assert "Traceback" not in said
    assert "root:" not in said
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == before


def peak_memory() -> int:
    """Bytes that the largest child process so far had in use; 0 where nobody tells."""
    if sys.platform == "win32":
        return 0
    import resource

    # Starting a process takes in what other tests left unwaited, which would count as this test's otherwise.
    subprocess.run([sys.executable, "-S", "-c", ""], check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


@pytest.mark.parametrize("make", [far_cell, far_column])
def test_the_cell_far_away_is_a_matter_of_memory(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    path = make(tmp_path / "small.xlsx")
    assert path.stat().st_size < 2000
    limits = limits_for(path)
    assert limits.memory_bytes <= MOST_MEMORY
    assert limits.seconds == 20
    with pytest.raises(WorkbenchError, match=r"needs more than 9\d\d MB of memory"):
        read_table(path, DETECTED, zone="UTC")


def test_leads_with_a_cell_far_away_are_read_row_by_row(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{n}">{inline(f"B{n}", f"L-{n}")}<c r="C{n}"><v>4604{n}</v></c>{inline(f"D{n}", "Acme")}'
        f'<c r="E{n}" t="e"><v>#N/A</v></c></row>'
        for n in range(4, 8)
    )
    head = "".join(inline(f"{letter}3", name) for letter, name in zip("BCDE", HEADS, strict=True))
    rows = f'<row r="3">{head}</row>{rows}<row r="9">{inline("B9", "L-9")}{inline("XFC9", "?")}</row>'
    path = tmp_path / "leads.xlsx"
    zipped(path, raw_parts(sheet(f'{rows}<row r="1048576">{inline("XFD1048576", "stray")}</row>')))
    reading = read_table(path, DETECTED, zone="UTC")
    assert reading.leads.identities == ["id:L-4", "id:L-5", "id:L-6", "id:L-7", "id:L-9"]
    assert reading.row_numbers.tolist() == [4, 5, 6, 7, 9]
    assert reading.leads.text("company", 3) == "Acme"
    assert [(one.row, one.why.code) for one in reading.problems] == [(n, "error_cell") for n in range(4, 8)]
    notes = {one.code: dict(one.values) for one in reading.notes}
    assert notes["stray_cells"] == {"cells": "XFD1048576, XFC9"}
    assert "row_by_row" in notes
    assert inspect_file(path).rows == 6


OTHERS: dict[str, list[list[str]]] = {
    "none": [], "line": [["Exported by Ann"]], "far": [["Term"], *([] for _ in range(2000)), ["far"]],
}  # fmt: skip


@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("place", [0, 1])
def test_other_sheets_are_no_matter_to_the_one_that_is_read_row_by_row(tmp_path: Path, other: str, place: int) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    page = book.create_sheet("Leads")
    for row in (["Lead ID", "E-mail", "Created"], ["L-1", "a@x.example", "2026-01-05"], ["L-2", "", "2026-01-06"]):
        page.append(row)
    page.cell(1_048_576, 16_384, "stray")
    beside = book.create_sheet("Notes", place)
    for row in OTHERS[other]:
        beside.append(row)
    book.save(tmp_path / "a.xlsx")
    source = open_source(tmp_path / "a.xlsx", frugal=True)
    for task in (inspect, leads):
        answer = task(source, Request("leads", ""), lambda _done, _all: None)
        assert isinstance(answer, Inspected | Taken)
        notes = [(code, dict(values)) for code, values in answer.notes if code in {"stray_cells", "row_by_row"}]
        assert (answer.sheet, answer.rows) == ("Leads", 2)
        assert notes == [("row_by_row", {}), ("stray_cells", {"cells": "XFD1048576"})]


PLAIN = ["", '<?xml version="1.0"?>\r\n', "<!-- a > b --> <?x y?>\n<!---->", f"<!--{' ' * 3000}-->"]


@pytest.mark.parametrize(
    ("before", "plain"),
    [
        *((one, True) for one in PLAIN),
        ('<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>', False),
        ("<!-- <a --><!DOCTYPE x [<!ENTITY f 'x'>]>", False), ("<?x <a ?><!DOCTYPE x>", False), ("<!doctype x>", False),
        ("<!-- --><!-- <a --> <!DOCTYPE x>", False), (f"<!--{' ' * 5000}--><!DOCTYPE x [<!ENTITY f 'x'>]>", False),
        ("<!--" * 1024, False), ("<!---->" * 2000, False), (" " * 5000, False), ("<?" + "?<" * 2000, False),
    ],
)  # fmt: skip
def test_what_is_read_row_by_row_declares_nothing(before: str, plain: bool) -> None:
    parts = io.BytesIO()
    with zipfile.ZipFile(parts, "w") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", sheet(HEADER_ROW, before))
    started = time.process_time()
    if plain:
        refuse_declarations(parts.getvalue())
    else:
        with pytest.raises(DeclaresError):
            refuse_declarations(parts.getvalue())
    assert time.process_time() - started < SOON_SECONDS


def test_what_a_file_may_cost_grows_with_what_is_in_it(tmp_path: Path) -> None:
    large = zipped(tmp_path / "large.xlsx", raw_parts(sheet(HEADER_ROW + " " * (40 << 20))))
    small = honest(tmp_path / "small.xlsx")
    assert limits_for(small).memory_bytes < limits_for(large).memory_bytes < Limits().memory_bytes
    assert limits_for(tmp_path / "none.xlsx") == limits_for(empty(tmp_path / "empty"))


def decorated(path: Path) -> Path:
    """Formatting in the last cell of the sheet, a dimension that spans it, and a merge over all of it."""
    row = f'<row r="2">{inline("A2", "a")}{inline("B2", "2026-01-01")}</row>'
    row += '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    odd = sheet(HEADER_ROW + row).replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
    return zipped(path, raw_parts(odd))


def merged_over_all(path: Path) -> Path:
    row = f'<row r="2">{inline("A2", "a")}{inline("B2", "2026-01-01")}</row>'
    merges = '</sheetData><mergeCells><mergeCell ref="C3:XFD1048576"/></mergeCells>'
    return zipped(path, raw_parts(sheet(HEADER_ROW + row).replace("</sheetData>", merges)))


def many_merges(path: Path) -> Path:
    row = f'<row r="2">{inline("A2", "a")}{inline("B2", "2026-01-01")}</row>'
    merges = "".join(f'<mergeCell ref="D{n}:E{n + 1}"/>' for n in range(3, 200_003))
    ending = f"</sheetData><mergeCells>{merges}</mergeCells>"
    return zipped(path, raw_parts(sheet(HEADER_ROW + row).replace("</sheetData>", ending)))


def many_attributes(path: Path) -> Path:
    names = " ".join(f'a{n}="1"' for n in range(200_000))
    row = f'<row r="2" {names}>{inline("A2", "a")}{inline("B2", "2026-01-01")}</row>'
    return zipped(path, raw_parts(sheet(HEADER_ROW + row)))


def deep_and_closed(path: Path) -> Path:
    deep = 1_000_000
    row = f'<row r="2">{inline("A2", "a")}{inline("B2", "2026-01-01")}</row>'
    ending = "</sheetData>" + "<x>" * deep + "</x>" * deep
    return zipped(path, raw_parts(sheet(HEADER_ROW + row).replace("</sheetData>", ending)))


def asks_the_network(path: Path) -> Path:
    formula = '<c r="B2" t="str"><f>_xlfn.WEBSERVICE("http://127.0.0.1:9/leads")</f><v>2026-01-01</v></c>'
    return zipped(path, raw_parts(sheet(HEADER_ROW + f'<row r="2">{inline("A2", "a")}{formula}</row>')))


@pytest.mark.parametrize(
    "make",
    [decorated, merged_over_all, many_merges, many_attributes, deep_and_closed, asks_the_network],
    ids=lambda make: make.__name__,
)
def test_what_only_looks_hostile_is_read(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    path = make(tmp_path / "leads.xlsx")
    started, largest = time.monotonic(), peak_memory()
    assert read_table(path, DETECTED, zone="UTC").leads.identities == ["id:a"]
    assert time.monotonic() - started < SOON_SECONDS
    assert peak_memory() <= max(largest, MOST_MEMORY)


def test_numbers_that_are_none_are_unreadable(tmp_path: Path) -> None:
    cells = "".join(f'<c r="C{row}"><v>{value}</v></c>' for row, value in ((2, "NaN"),))
    rows = (
        f'<row r="1">{inline("A1", "Lead ID")}{inline("B1", "Company")}{inline("C1", "Amount")}</row>'
        f'<row r="2">{inline("A2", "a")}{inline("B2", "x")}{cells}</row>'
        f'<row r="3">{inline("A3", "b")}{inline("B3", "y")}<c r="C3"><v>1e999</v></c></row>'
        f'<row r="4">{inline("A4", "c")}{inline("B4", "z")}<c r="C4"><v>12.5</v></c></row>'
    )
    reading = read_table(zipped(tmp_path / "a.xlsx", raw_parts(sheet(rows))), DETECTED, zone="UTC")
    assert reading.leads.unreadable("amount").tolist() == [True, True, False]
    assert [problem.why.code for problem in reading.problems] == ["not_a_number", "not_a_number"]


def test_harmless_oddities_are_read(tmp_path: Path) -> None:
    row = f'<row r="2">{inline("A2", "a")}{inline("B2", "2026-01-01")}<c r="XFD2" s="0"/></row>'
    odd = sheet(HEADER_ROW + row).replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
    parts = raw_parts(odd) | {"xl/vbaProject.bin": "x", "xl/externalLinks/externalLink1.xml": "<x/>"}
    reading = read_table(zipped(tmp_path / "a.xlsm", parts), DETECTED, zone="UTC")
    assert reading.leads.identities == ["id:a"]
    assert {"macros", "external_links"} <= {note.code for note in reading.notes}


def test_a_workbook_with_a_password_says_so(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="protected with a password"):
        read_table(encrypted_ole(tmp_path / "a.xlsx"), DETECTED, zone="UTC")
