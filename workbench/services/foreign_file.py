"""What the faces may know of a foreign file: what it is, what was read of it, and when two headers are the same.

Must not read anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.base.errors import WorkbenchError
from workbench.sheets.header_words import normal
from workbench.sheets.inspection import DateReading, InspectedColumn, Inspection

if TYPE_CHECKING:
    from workbench.sheets.reading import Reading

__all__ = ["DateReading", "InspectedColumn", "Inspection", "Reading", "lacks_headers", "same_header"]


def same_header(header: str) -> str:
    """What two spellings of one header have in common: case, accents and punctuation do not count."""
    return normal(header)


def lacks_headers(error: WorkbenchError) -> bool:
    """Whether a file was refused only because the row of its headers is not known, so that naming one helps."""
    from workbench.sheets.table.header_row import NAME_ANOTHER, NAME_THE_ROW  # noqa: PLC0415  (after a refusal)

    return error.hint in {NAME_ANOTHER, NAME_THE_ROW}
