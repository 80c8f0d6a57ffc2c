"""One cell as the file has it, in one step.

XlsxWriter gathers attributes first; a tracker has forty thousand cells, and whoever verifies a signed document waits
until they are written again. Must not know rows or sheets.
"""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from xlsxwriter.worksheet import (
    CellBlankTuple,
    CellDatetimeTuple,
    CellFormulaTuple,
    CellNumberTuple,
    CellStringTuple,
)  # fmt: skip

ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})


def cell_text(place: str, cell: Any) -> str | None:
    """The element of a cell; nothing of a kind that XlsxWriter has to write itself.

    Args:
        place: Its attributes for where it is and how it looks.
        cell: As the worksheet keeps it.
    """
    kind = type(cell)
    if kind is CellBlankTuple:
        return f"<c {place}/>"
    if kind is CellStringTuple:
        return f'<c {place} t="s"><v>{cell.string}</v></c>'
    if kind is CellFormulaTuple:
        return _formula(place, cell)
    if kind is CellNumberTuple or kind is CellDatetimeTuple:
        return f"<c {place}><v>{cell.number:.16G}</v></c>"
    return None


def _formula(place: str, cell: Any) -> str:
    """An empty text is a text, so that no program takes it for a number before it computes."""
    value, of_kind = cell.value, ""
    if isinstance(value, bool):
        value, of_kind = int(value), ' t="b"'
    elif isinstance(value, str):
        of_kind = ' t="e"' if value in ERRORS else ' t="str"'
        value = escape(value)
    return f"<c {place}{of_kind}><f>{escape(cell.formula)}</f><v>{value}</v></c>"
