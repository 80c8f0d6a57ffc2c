"""The parts of a workbook as the rules look at them: names, sheets, tables, and what leads from one to another."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
ROWS, COLUMNS = 1_048_576, 16_384
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")

Area = tuple[int, int, int, int]
"""First column, first row, last column, last row, from 1."""


def area_of(text: str) -> Area | None:
    """The cells `B2:C9` or `B2` stand for; None where that is no place of a sheet."""
    ends = [_CELL.fullmatch(one) for one in text.split(":")]
    if len(ends) > 2 or not all(ends):
        return None
    places = [(column_number(one[1]), int(one[2])) for one in ends if one]
    (left, top), (right, bottom) = places[0], places[-1]
    return (left, top, right, bottom) if left <= right <= COLUMNS and top <= bottom <= ROWS else None


def column_number(letters: str) -> int:
    """The number, from 1, of a column by its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def overlap(one: Area, two: Area) -> bool:
    """Whether two areas share a cell."""
    return one[0] <= two[2] and two[0] <= one[2] and one[1] <= two[3] and two[1] <= one[3]


@dataclass(frozen=True, eq=False)
class SheetPart:
    """A sheet: its name, the name of its part, and its XML without the cells."""

    name: str
    part: str
    root: Any

    def all(self, path: str) -> Iterator[Any]:
        """Elements below the sheet, by a path of names of the main namespace."""
        yield from self.root.iterfind("/".join(MAIN + one for one in path.split("/")))


class Package:
    """A workbook.

    Args:
        path: The file.
    """

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            self.names = archive.namelist()
            self.parts = {name: archive.read(name) for name in self.names}

    @cached_property
    def book(self) -> Any:
        """The workbook's own part."""
        return self.xml("xl/workbook.xml")

    @cached_property
    def sheets(self) -> list[SheetPart]:
        """The sheets in their order."""
        targets = self.targets("xl/workbook.xml")
        return [
            SheetPart(one.get("name"), targets[one.get(LINK + "id")], self.xml(targets[one.get(LINK + "id")]))
            for one in self.book.iterfind(f"{MAIN}sheets/{MAIN}sheet")
        ]

    @cached_property
    def texts(self) -> list[str]:
        """The shared texts."""
        if "xl/sharedStrings.xml" not in self.parts:
            return []
        return ["".join(one.itertext()) for one in self.xml("xl/sharedStrings.xml").iterfind(MAIN + "si")]

    @cached_property
    def styles(self) -> Any:
        """The styles' part."""
        return self.xml("xl/styles.xml")

    @cached_property
    def defined(self) -> dict[str, str]:
        """What each name stands for, by the name in small letters."""
        found = self.book.iterfind(f"{MAIN}definedNames/{MAIN}definedName")
        return {one.get("name").casefold(): one.text or "" for one in found}

    def xml(self, part: str) -> Any:
        """A part as a tree."""
        return etree.fromstring(self.parts[part])

    def targets(self, part: str) -> dict[str, str]:
        """The parts another one leads to, by the id of the link."""
        place = PurePosixPath(part)
        links = str(place.parent / "_rels" / f"{place.name}.rels")
        if links not in self.parts:
            return {}
        return {one.get("Id"): _joined(place.parent, one.get("Target")) for one in self.xml(links)}


def _joined(folder: PurePosixPath, target: str) -> str:
    parts = [] if target.startswith("/") else list(folder.parts)
    for one in target.strip("/").split("/"):
        if one == "..":
            parts.pop()
        else:
            parts.append(one)
    return "/".join(parts)
