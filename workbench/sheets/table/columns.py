"""The columns of a foreign table: their headers made unique, and those a mapping names.

Must not know what values look like.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.sheets.column.cells import Row, letters, shown
from workbench.sheets.dictionary import MatchKind
from workbench.sheets.header_words import normal
from workbench.sheets.mapping import Mapping
from workbench.sheets.said import Said, said


@dataclass(frozen=True)
class Column:
    """One column of the file.

    Attributes:
        index: Place in the grid's rows, from 0.
        header: As the file has it, made unique; `Column F` where it has none.
        field: The lead field it feeds; empty for none.
        match: How the field was found.
        certainty: 0 to 1.
        part: 0 for the column itself; 1 for a time of day or a last name that joins the column before it.
        language: Language code of the spelling that matched, where it has one.
    """

    index: int
    header: str
    field: str = ""
    match: MatchKind = "none"
    certainty: float = 0.0
    part: int = 0
    language: str = ""


def unique_headers(row: Row, first_column: int) -> tuple[list[str], list[Said]]:
    """The headers of a row, made unique, and what had to be said."""
    notes: list[Said] = []
    seen: Counter[str] = Counter()
    names: list[str] = []
    for index, cell in enumerate(row):
        name = shown(cell) or f"Column {letters(first_column + index)}"
        seen[name] += 1
        if seen[name] == 2:
            notes.append(said("duplicate_header", header=name))
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return names, notes


def named_columns(headers: Sequence[str], mapping: Mapping) -> dict[int, str]:
    """Field by column index for the headers a mapping names: by their exact text, else by their normal form."""
    exact = {header: index for index, header in enumerate(headers)}
    loose = {normal(header): index for index, header in reversed(list(enumerate(headers)))}
    found: dict[int, str] = {}
    for header, field in mapping.columns.items():
        index = exact.get(" ".join(header.split()), exact.get(header))
        index = loose.get(normal(header)) if index is None and normal(header) else index
        if index is not None:
            found.setdefault(index, field)
    return found


def missing_columns(headers: Sequence[str], mapping: Mapping) -> list[str]:
    """Headers that a mapping names, for a field or to be kept, and the file does not have."""
    have = set(headers) | {normal(header) for header in headers}
    wanted = [*(header for header, field in mapping.columns.items() if field), *mapping.keep]
    return [one for one in wanted if one not in have and " ".join(one.split()) not in have and normal(one) not in have]
