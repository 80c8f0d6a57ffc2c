"""A foreign file opened for reading: its sheets, one grid of cells at a time, its properties. Child process only.

The one place that calls python-calamine; its errors become sentences here. Must not know headers or fields.
"""

from __future__ import annotations

import hashlib
import io
import itertools
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast
from xml.etree.ElementTree import ParseError

import python_calamine as calamine
from isal import isal_zlib

from workbench.base.errors import DamagedError, NotAllowedError, NotFoundError, OutsideError
from workbench.sheets.column.cells import Cell, Row
from workbench.sheets.guards import FileKind, check_package, file_kind
from workbench.sheets.said import Said, said
from workbench.sheets.table.package_parts import SheetScan, custom_properties, ods_has_errors, scan_sheet
from workbench.sheets.table.text_table import read_text_table

_BROKEN_DEFLATE = cast("type[Exception]", isal_zlib.error)  # its stubs take the class for an instance
_BROKEN_ZIP = (
    zipfile.BadZipFile, zlib.error, _BROKEN_DEFLATE, struct.error, EOFError, OSError, ValueError, NotImplementedError,
)  # fmt: skip
_BROKEN_WORKBOOK = (calamine.CalamineError, OSError)
"""What the reader says of a damaged workbook; of its zip as an error of input."""
_AT_ONCE = 64
"""Rows that are taken apart together."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_EXPORT_AGAIN = "Export it again, or open it in a spreadsheet program and save it as .xlsx."


@dataclass(frozen=True)
class Grid:
    """The cells of one sheet.

    Attributes:
        sheet: Its name.
        rows: Rows of one width, from the first that holds anything.
        first_row: Spreadsheet row of `rows[0]`, counted from 0.
        first_column: Spreadsheet column of the first cell of each row, counted from 0.
        merged: Merged cell ranges: top, left, bottom, right, inclusive, in spreadsheet coordinates from 0.
        hidden: Whether the sheet is hidden.
        columns: The same cells by column, where they were taken apart on the way; nothing where they were not.
        notes: What is worth saying about how they were read.
    """

    sheet: str
    rows: list[Row]
    first_row: int = 0
    first_column: int = 0
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False
    columns: tuple[list[Cell], ...] = ()
    notes: tuple[Said, ...] = ()

    def row_number(self, index: int) -> int:
        """Spreadsheet row, counted from 1, of `rows[index]`."""
        return self.first_row + index + 1


@dataclass
class Source:
    """An open foreign file.

    Attributes:
        name: File name without folder.
        sha256: Of its bytes, hexadecimal.
        kind: Its format.
        sheets: Names of the sheets that hold cells, in order.
        properties: Custom document properties.
        notes: What is worth saying about the file itself.
    """

    name: str
    sha256: str
    kind: FileKind
    sheets: tuple[str, ...]
    properties: dict[str, str] = field(default_factory=dict)
    notes: tuple[Said, ...] = ()
    _raw: bytes = b""
    _workbook: calamine.CalamineWorkbook | None = None
    _hidden: frozenset[str] = frozenset()
    _text: Grid | None = None
    _frugal: bool = False

    def grid(self, sheet: str) -> Grid:
        """The cells of a sheet.

        Raises:
            NotFoundError: There is no such sheet.
            NotAllowedError: Its cells are only far apart, which matters little beside other sheets.
            DamagedError: It cannot be read.
        """
        if sheet not in self.sheets:
            known = ", ".join(f"“{one}”" for one in self.sheets)
            raise NotFoundError(f"“{self.name}” has no sheet “{sheet}”.", f"Its sheets are {known}.")
        if self._text is not None:
            return self._text
        if self._frugal:
            return self._row_by_row(sheet)
        assert self._workbook is not None  # a source is a text table or a workbook
        try:
            found = self._workbook.get_sheet_by_name(sheet)
            merged = found.merged_cell_ranges or ()
            top, left = found.start or (0, 0)
            rows, columns = _taken_apart(found)
        except calamine.WorksheetNotFound:
            raise _damaged(self.name, f"its sheet “{sheet}” is missing") from None
        except _BROKEN_WORKBOOK as error:
            raise _damaged(self.name, error) from error
        ranges = tuple((a[0], a[1], b[0], b[1]) for a, b in merged)
        return Grid(sheet, rows, top, left, ranges, sheet in self._hidden, columns)

    def _row_by_row(self, sheet: str) -> Grid:
        """The table of a sheet, read with little memory.

        Raises:
            MemoryError: There is none near the first cell of the only sheet: the file only is as it is.
            NotAllowedError: There is none on this one of several sheets.
            DamagedError: It cannot be read.
        """
        from workbench.sheets.table.row_by_row import DeclaresError, NoTableError, read_row_by_row  # noqa: PLC0415

        try:
            rows, top, left, stray = read_row_by_row(self._raw, sheet)
        except NoTableError:
            if len(self.sheets) == 1:
                raise MemoryError from None
            raise NotAllowedError(
                f"The cells of sheet “{sheet}” in “{self.name}” lie too far apart to be a table.", "Name another sheet."
            ) from None
        except DeclaresError:
            raise MemoryError from None
        except (*_BROKEN_ZIP, ParseError, KeyError, TypeError, AttributeError, IndexError) as error:
            raise _damaged(self.name, error) from error
        if len(rows) < 2 and len(self.sheets) == 1:
            raise MemoryError  # something else was too much
        notes = [said("stray_cells", cells=", ".join(stray))] if stray else []
        return Grid(sheet, rows, top, left, hidden=sheet in self._hidden, notes=(said("row_by_row"), *notes))

    def table(self, name: str) -> tuple[str, int] | None:
        """Sheet and spreadsheet row from 1 of the headers of a named table; nothing where there is none."""
        if self.kind != "xlsx":
            return None
        try:
            workbook = calamine.load_workbook(io.BytesIO(self._raw), load_tables=True)
            if name not in (workbook.table_names or ()):
                return None
            found = workbook.get_table_by_name(name)
        except _BROKEN_WORKBOOK as error:
            raise _damaged(self.name, error) from error
        return (found.sheet, found.start[0]) if found.start and found.start[0] > 0 else None

    def scan(self, sheet: str) -> tuple[SheetScan, bool]:
        """Error cells and hidden rows of a sheet, and whether dates count from 1904; nothing for other formats."""
        if self.kind != "xlsx":
            return SheetScan(), False
        try:
            return scan_sheet(self._raw, sheet)
        except _BROKEN_ZIP as error:
            raise _damaged(self.name, error) from error


def _taken_apart(found: calamine.CalamineSheet) -> tuple[list[Row], tuple[list[Cell], ...]]:
    """The cells of a sheet by row and by column, from the first that holds anything.

    Both are made of a few rows at a time, while these are in the processor's cache: a third less than one by one.
    """
    if found.start is None:
        return [], ()
    rows: list[Row] = []
    columns: tuple[list[Cell], ...] = tuple([] for _ in range(found.width))
    cells = itertools.islice(found.iter_rows(), found.start[0], None)
    while some := list(itertools.islice(cells, _AT_ONCE)):
        rows += some
        for column, part in zip(columns, zip(*some, strict=True), strict=True):
            column.extend(part)
    return rows, columns


def _damaged(name: str, error: BaseException | str) -> DamagedError:
    """A library's message as the end of our sentence, without line ends and kept short."""
    text = " ".join(str(error).split()).rstrip(".")[:160]
    return DamagedError(f"“{name}” is damaged: {text or 'it cannot be read'}.", _EXPORT_AGAIN)


def open_source(path: Path, *, frugal: bool = False) -> Source:
    """Open a foreign file, after the guards have looked at it.

    Args:
        path: The file.
        frugal: Whether sheets are to be read row by row, with little memory; .xlsx and .xlsm only.

    Raises:
        MemoryError: Such a reading was asked of another format.
        WorkbenchError: One sentence on why it is not read.
    """
    found = file_kind(path)
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise OutsideError(f"“{path.name}” cannot be read: {error.strerror}.", "Close it elsewhere.") from error
    sha256 = hashlib.sha256(raw).hexdigest()
    if found == "text":
        return _text_source(raw, path, sha256)
    notes: list[Said] = []
    properties: dict[str, str] = {}
    kind: FileKind = "xls"
    if found == "zip":
        package = check_package(io.BytesIO(raw), path.name)
        kind = package.kind
        notes += [said("macros")] if package.macros else []
        notes += [said("external_links")] if package.external_links else []
        if kind == "xlsx":
            properties = _properties(raw, path.name)
    if kind in {"xls", "xlsb"} or (kind == "ods" and _ods_has_errors(raw, path.name)):
        notes.append(said("errors_unseen"))
    if frugal and kind != "xlsx":
        raise MemoryError
    workbook = _open_workbook(raw, path.name)
    sheets = [one for one in workbook.sheets_metadata if one.typ == calamine.SheetTypeEnum.WorkSheet]
    if not sheets:
        raise NotAllowedError(f"“{path.name}” has no sheet with cells.", "Export it again.")
    hidden = frozenset(one.name for one in sheets if one.visible != calamine.SheetVisibleEnum.Visible)
    names = tuple(one.name for one in sheets)
    return Source(path.name, sha256, kind, names, properties, tuple(notes), raw, workbook, hidden, _frugal=frugal)


def _text_source(raw: bytes, path: Path, sha256: str) -> Source:
    table = read_text_table(raw, path.name)
    notes = () if table.encoding == "UTF-8" else (said("encoding", encoding=table.encoding),)
    rows: list[Row] = list(table.rows)
    return Source(path.name, sha256, "text", (path.stem,), {}, notes, _text=Grid(path.stem, rows))


def _ods_has_errors(raw: bytes, name: str) -> bool:
    try:
        return ods_has_errors(raw)
    except _BROKEN_ZIP as error:
        raise _damaged(name, error) from error


def _properties(raw: bytes, name: str) -> dict[str, str]:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return custom_properties(archive)
    except _BROKEN_ZIP as error:
        raise _damaged(name, error) from error


def _open_workbook(raw: bytes, name: str) -> calamine.CalamineWorkbook:
    locked = NotAllowedError(f"“{name}” is protected with a password.", "Save a copy without one and use that.")
    if not raw.startswith(b"PK") and _ENCRYPTED in raw:
        raise locked
    try:
        return calamine.load_workbook(io.BytesIO(raw))
    except calamine.PasswordError:
        raise locked from None
    except _BROKEN_WORKBOOK as error:
        raise _damaged(name, error) from error
