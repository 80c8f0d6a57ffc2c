"""A workbook with one cell of each shape: what a schema can say of ten thousand rows, it can say of these.

Two cells have one shape when their elements, the names of their attributes and their type are the same; what differs is
numbers and texts, which schemas say nothing of. For workbooks XlsxWriter made.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

_ROW = re.compile(r"<row ([^>]*?)(?:/>|>(.*?)</row>)", re.DOTALL)
_CELL = re.compile(r"<c ([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
_ENTRIES = {
    "xl/sharedStrings": ("si",),
    "xl/charts/": ("c:pt", "c:ser"),
    "xl/workbook": ("definedName",),
    "xl/worksheets/sheet": (
        "hyperlink", "mergeCell", "conditionalFormatting", "dataValidation", "x14:sparklineGroup", "col",
    ),
}  # fmt: skip
"""What else there are many of: one of each shape is kept in a part."""
_TYPE = re.compile(r't="\w+"')
_VALUE = re.compile(r'"[^"]*"')
_TEXT = re.compile(r">[^<]*<")


def thin_sheets(workbook: Path, target: Path) -> Path:
    """Write a workbook without the cells, and without what else there are many of, that are like one before them.

    Args:
        workbook: As XlsxWriter wrote it.
        target: Where the thin one goes.
    """
    seen: set[tuple[str, ...]] = set()
    with zipfile.ZipFile(workbook) as whole, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as thin:
        for name in whole.namelist():
            data = whole.read(name)
            if name.startswith("xl/worksheets/sheet"):
                head, _, rest = data.decode().partition("<sheetData>")
                body, _, tail = rest.partition("</sheetData>")
                rows = f"<sheetData>{_thin_rows(body, seen)}</sheetData>"
                data = f"{_thin(name, head)}{rows}{_thin(name, tail)}".encode()
            elif name.endswith(".xml"):
                data = _thin(name, data.decode()).encode()
            thin.writestr(name, data)
    assert len(seen) > 1, "not a workbook XlsxWriter made"
    return target


def _thin_rows(body: str, seen: set[tuple[str, ...]]) -> str:
    kept = []
    for row in _ROW.finditer(body):
        attributes, inner = row[1], row[2] or ""
        cells = "".join(one[0] for one in _CELL.finditer(inner) if _is_new((*_shape(one[1]), _bare(one[2])), seen))
        if cells or _is_new(("row", *_shape(attributes)), seen):
            kept.append(f"<row {attributes}>{cells}</row>")
    return "".join(kept)


def _thin(part: str, text: str) -> str:
    """A part of the package without the entries that are like one that stands before them in it."""
    seen: set[tuple[str, ...]] = set()
    for names in (names for begin, names in _ENTRIES.items() if part.startswith(begin)):
        for name in names:
            entry = re.compile(rf"<{name}(?: [^>]*?)?(?:/>|>.*?</{name}>)", re.DOTALL)
            text = entry.sub(lambda one: one[0] if _is_new((_bare(one[0]),), seen) else "", text)
    return text


def _is_new(shape: tuple[str, ...], seen: set[tuple[str, ...]]) -> bool:
    new = shape not in seen
    seen.add(shape)
    return new


def _shape(attributes: str) -> tuple[str, ...]:
    return (_VALUE.sub("", attributes), *_TYPE.findall(attributes))


def _bare(inner: str | None) -> str:
    return _VALUE.sub("", _TEXT.sub("><", inner or ""))
