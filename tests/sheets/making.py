"""Files to import, made by the tests: workbooks, text tables, and workbooks no program would write."""

from __future__ import annotations

import datetime as dt
import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

Cells = Sequence[Sequence[Any]]


def wall(
    year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0, micro: int = 0
) -> dt.datetime:
    """What a clock on the wall shows: as a cell has it, without a zone."""
    return dt.datetime(year, month, day, hour, minute, second, micro)  # noqa: DTZ001  (cells have no zone)


def workbook(path: Path, sheets: Mapping[str, Cells] | Cells, **options: Any) -> Path:
    """An .xlsx by XlsxWriter; dates are true date cells.

    Args:
        path: Where.
        sheets: Rows by sheet name, or the rows of one sheet `Leads`.
        options: `merges` (ranges with text, on the first sheet), `properties`, `hidden` (names), `date_1904`,
            `hidden_rows`, `hidden_columns` (such as `B:C`).
    """
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {"date_1904": options.get("date_1904", False), "strings_to_urls": False})
    formats = [book.add_format({"num_format": shown}) for shown in ("yyyy-mm-dd hh:mm:ss", "yyyy-mm-dd", "hh:mm")]
    for name, rows in (sheets if isinstance(sheets, Mapping) else {"Leads": sheets}).items():
        page = book.add_worksheet(name)
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                _write(page, r, c, value, formats)
        if name in options.get("hidden", ()):
            page.hide()
        for row in options.get("hidden_rows", ()):
            page.set_row(row, None, None, {"hidden": True})
        for columns in options.get("hidden_columns", ()):
            page.set_column(columns, None, None, {"hidden": True})
    for cells, text in options.get("merges", ()):
        book.worksheets()[0].merge_range(cells, text)
    for name, value in options.get("properties", {}).items():
        book.set_custom_property(name, value)
    book.close()
    return path


def _write(page: Any, r: int, c: int, value: Any, formats: list[Any]) -> None:
    if value is None or value == "":
        return
    if isinstance(value, dt.datetime):
        page.write_datetime(r, c, value, formats[0])
    elif isinstance(value, dt.date):
        page.write_datetime(r, c, value, formats[1])
    elif isinstance(value, dt.time):
        page.write_datetime(r, c, value, formats[2])
    elif isinstance(value, str) and value.startswith("=#"):
        page.write_formula(r, c, '="x"', None, value[1:])  # a formula whose stored result is an error
    elif isinstance(value, str):
        page.write_string(r, c, value)
    else:
        page.write(r, c, value)


def table(path: Path, rows: Cells, encoding: str = "utf-8", delimiter: str = ",", head: str = "") -> Path:
    """A text table; `head` is written before it as it stands."""
    import csv

    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    path.write_bytes((head + text.getvalue()).encode(encoding))
    return path


CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def raw_parts(sheet_xml: str | bytes, **more: str | bytes) -> dict[str, str | bytes]:
    """The parts of a minimal .xlsx with one sheet whose XML is given whole; `more` by name with `/` as `__`."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": f'<Relationships xmlns="{_RELS}"><Relationship Id="r1" '
        f'Type="{_DOC}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOC}"><sheets>'
        '<sheet name="Leads" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELS}"><Relationship Id="r1" '
        f'Type="{_DOC}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet_xml,
    }
    return parts | {name.replace("__", "/"): xml for name, xml in more.items()}


def zipped(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """A zip of parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def sheet(cells: str, before: str = "") -> str:
    """A sheet's XML around its rows."""
    return f'<?xml version="1.0"?>{before}<worksheet xmlns="{_MAIN}"><sheetData>{cells}</sheetData></worksheet>'


def inline(place: str, text: str) -> str:
    """A cell with text in it."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


HEADER_ROW = f'<row r="1">{inline("A1", "Lead ID")}{inline("B1", "Created")}</row>'


def ods(path: Path, rows: Cells) -> Path:
    """A minimal OpenDocument spreadsheet of texts and numbers."""
    cells = "".join(
        "<table:table-row>" + "".join(_ods_cell(value) for value in row) + "</table:table-row>" for row in rows
    )
    office, body, text = (f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "table", "text"))
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{office}" xmlns:table="{body}" '
        f'xmlns:text="{text}"><office:body><office:spreadsheet><table:table table:name="Leads">{cells}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    return path


def _ods_cell(value: Any) -> str:
    if isinstance(value, dt.datetime):
        return f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()}"/>'
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(value))}</text:p></table:table-cell>'


def xlsb(path: Path, rows: Cells) -> Path:
    """A minimal binary workbook (BIFF12) of texts and numbers."""

    def record(kind: int, data: bytes = b"") -> bytes:
        low, high = kind & 0x7F, kind >> 7
        name = bytes([low | 0x80, high]) if high else bytes([low])
        size = len(data)
        length = b""
        while True:
            length += bytes([size & 0x7F | (0x80 if size > 0x7F else 0)])
            size >>= 7
            if not size:
                return name + length + data

    def wide(text: str) -> bytes:
        return struct.pack("<I", len(text)) + text.encode("utf-16-le")

    book = record(131) + record(143) + record(156, struct.pack("<II", 0, 1) + wide("r1") + wide("Leads")) + record(144)
    body = record(129) + record(148, struct.pack("<IIII", 0, len(rows) - 1, 0, len(rows[0]) - 1)) + record(145)
    for r, row in enumerate(rows):
        body += record(0, struct.pack("<I", r) + b"\0" * 13)
        for c, value in enumerate(row):
            cell = struct.pack("<II", c, 0)
            body += (
                record(5, cell + struct.pack("<d", value))
                if isinstance(value, int | float)
                else record(6, cell + wide(str(value)))
            )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "xl/workbook.bin": book + record(132),
        "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{_RELS}"><Relationship Id="r1" '
        f'Type="{_DOC}/worksheet" Target="worksheets/sheet1.bin"/></Relationships>',
        "xl/worksheets/sheet1.bin": body + record(146) + record(130),
    }
    return zipped(path, parts)
