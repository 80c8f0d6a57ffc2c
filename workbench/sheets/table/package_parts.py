"""What the workbook reader does not give of an .xlsx package: properties, the date system, error cells, what is hidden.

XML is read by an expat parser that refuses document types, so no entity is ever declared or fetched. Must not know
leads or mappings.
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from isal import isal_zlib

LARGEST_SMALL_PART = 4 << 20
"""A part with properties or the list of sheets is a few kilobytes."""
MOST_ERROR_CELLS = 200_000

_LOCAL_HEADER, _NAME_LENGTH_AT = 30, 26
_PACKED_PIECE = 1 << 13
_BORDER = 500
_ERROR, _HIDDEN = b' t="e"', b' hidden="'
_ODS_ERROR = b'value-type="error"'
_ERROR_TEXT = b"#"
"""What every error begins with and next to nothing else in a sheet has; one byte is found at memory's speed."""
_LONGEST_FORMULA = 1 << 14
"""So many bytes at most stand between the tag of a cell and what its formula came to."""
_PLACE = re.compile(rb'\br="([A-Z]{1,3})([1-9]\d{0,6})"')
_VALUE = re.compile(rb"<(?:\w+:)?v>(#[^<]{1,20})<")
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\b(?=[^<>]{0,400} hidden="(?:1|true)")[^<>]{0,400}? r="(\d{1,7})"')
_HIDDEN_COLUMNS = re.compile(
    rb'<(?:\w+:)?col\b(?=[^<>]{0,400} hidden="(?:1|true)")(?=[^<>]{0,400} min="(\d{1,5})")[^<>]{0,400} max="(\d{1,5})"'
)


class RefusedXmlError(ValueError):
    """A part is not well-formed, or declares a document type; the caller knows the file's name."""


@dataclass(frozen=True)
class SheetScan:
    """What a pass over a sheet's XML found.

    Attributes:
        errors: Error text by row and column, both from 0.
        hidden_rows: How many rows are hidden.
        hidden_columns: First and last of each run of hidden columns, from 0.
    """

    errors: Mapping[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: int = 0
    hidden_columns: tuple[tuple[int, int], ...] = ()


def parse_strictly(xml: bytes, start: Callable[[str, dict[str, str]], None], text: Callable[[str], None]) -> None:
    """Feed a small XML part to handlers; element names come without their prefix.

    Raises:
        RefusedXmlError: It is not well-formed, or declares a document type.
    """
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise RefusedXmlError("a part declares a document type, which workbooks never do")

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = lambda name, attributes: start(name.rpartition(":")[2], attributes)
    parser.CharacterDataHandler = text
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise RefusedXmlError("a part is not well-formed") from error


def _small_part(archive: zipfile.ZipFile, name: str) -> bytes:
    """A part's bytes, empty where it is absent or implausibly large."""
    try:
        info = archive.getinfo(name)
    except KeyError:
        return b""
    return archive.read(info) if info.file_size <= LARGEST_SMALL_PART else b""


def custom_properties(archive: zipfile.ZipFile) -> dict[str, str]:
    """The custom document properties by name, as text."""
    found: dict[str, str] = {}
    open_name = ""

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal open_name
        if name == "property":
            open_name = attributes.get("name", "")

    def text(piece: str) -> None:
        if open_name and piece.strip():
            found[open_name] = found.get(open_name, "") + piece

    xml = _small_part(archive, "docProps/custom.xml")
    if xml:
        parse_strictly(xml, start, text)
    return found


def workbook_parts(archive: zipfile.ZipFile) -> tuple[dict[str, str], bool]:
    """The part of each sheet by its name, and whether dates count from 1904."""
    ids: dict[str, str] = {}
    targets: dict[str, str] = {}
    from_1904 = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal from_1904
        if name == "workbookPr":
            from_1904 = attributes.get("date1904", "0") in {"1", "true"}
        elif name == "sheet":
            link = next((value for key, value in attributes.items() if key.rpartition(":")[2] == "id"), "")
            ids[attributes.get("name", "")] = link
        elif name == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    for part in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
        xml = _small_part(archive, part)
        if xml:
            parse_strictly(xml, start, lambda _: None)
    paths = {
        name: posixpath.normpath(posixpath.join("xl", targets[link])) if not targets[link].startswith("/")
        else targets[link].lstrip("/")
        for name, link in ids.items() if link in targets
    }  # fmt: skip
    return paths, from_1904


def scan_sheet(raw: bytes, sheet: str) -> tuple[SheetScan, bool]:
    """Error cells and hidden rows of a sheet, and whether the workbook's dates count from 1904.

    The reader gives an error cell as an empty one; a check of completeness would call it missing.

    Args:
        raw: The package.
        sheet: Name of the sheet, which the reader has already read without complaint.

    Raises:
        RefusedXmlError: The list of sheets cannot be read.
        struct.error: The part is not where the table of contents says.
        isal.isal_zlib.error: It cannot be unpacked.
    """
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        paths, from_1904 = workbook_parts(archive)
        part = archive.NameToInfo.get(paths.get(sheet, ""))
        return scan_pieces(_unpacked(raw, part)) if part else SheetScan(), from_1904


def ods_has_errors(raw: bytes) -> bool:
    """Whether any cell of an OpenDocument spreadsheet holds an error; which one the reader does not tell.

    Raises:
        zipfile.BadZipFile: It is no package.
        struct.error: The part is not where the table of contents says.
        isal.isal_zlib.error: It cannot be unpacked.
    """
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        part = archive.NameToInfo.get("content.xml")
        before = b""
        for piece in _unpacked(raw, part) if part else ():
            if _ODS_ERROR in before[-len(_ODS_ERROR) :] + piece:
                return True
            before = piece
    return False


def _unpacked(raw: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part's content in pieces that fit the processor's cache; a third of the cost of `zipfile`."""
    lengths = struct.unpack_from("<HH", raw, part.header_offset + _NAME_LENGTH_AT)
    start = part.header_offset + _LOCAL_HEADER + sum(lengths)
    packed = memoryview(raw)[start : start + part.compress_size]
    deflated = part.compress_type == zipfile.ZIP_DEFLATED
    unpack = isal_zlib.decompressobj(-isal_zlib.MAX_WBITS).decompress if deflated else bytes
    for at in range(0, len(packed), _PACKED_PIECE):
        yield unpack(packed[at : at + _PACKED_PIECE])


def scan_pieces(pieces: Iterator[bytes]) -> SheetScan:
    """What a sheet's XML says, wherever its pieces end."""
    errors: dict[tuple[int, int], str] = {}
    hidden: set[int] = set()
    columns: dict[tuple[int, int], None] = {}
    before = b""
    for piece in pieces:
        border = before[-_BORDER:] + piece[:_BORDER]  # a tag may begin in one piece and end in the next
        for xml in (border, piece):
            suspect = xml if _ERROR_TEXT in xml else xml[-_LONGEST_FORMULA:]  # the text may stand in the next piece
            if _ERROR in suspect:
                _find_errors(suspect, errors)
            if _HIDDEN in xml:
                hidden.update(int(row) for row in _HIDDEN_ROW.findall(xml))
                columns |= {(int(first) - 1, int(last) - 1): None for first, last in _HIDDEN_COLUMNS.findall(xml)}
        before = piece if len(piece) > _BORDER else border[-2 * _BORDER :]
    return SheetScan(errors, len(hidden), tuple(columns))


def _find_errors(xml: bytes, errors: dict[tuple[int, int], str]) -> None:
    at = xml.find(_ERROR)
    while at >= 0 and len(errors) < MOST_ERROR_CELLS:
        opened, closed = xml.rfind(b"<", max(0, at - _BORDER), at), xml.find(b">", at, at + _BORDER)
        place = _PLACE.search(xml, opened, closed) if 0 <= opened < closed else None
        if place:
            text = _VALUE.search(xml, closed, closed + _BORDER)
            key = int(place[2]) - 1, _column(place[1])
            if text or key not in errors:
                errors[key] = text[1].decode("ascii", "replace") if text else "#ERROR"
        at = xml.find(_ERROR, at + 1)


def _column(name: bytes) -> int:
    index = 0
    for letter in name:
        index = index * 26 + letter - 64
    return index - 1
