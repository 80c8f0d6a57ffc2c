"""What the faces may know of a foreign file: what it is, what was read of it, and when two headers are the same.

Must not read anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.sheets.header_words import normal
from workbench.sheets.inspection import DateReading, InspectedColumn, Inspection

if TYPE_CHECKING:
    from workbench.sheets.reading import Reading

__all__ = ["DateReading", "InspectedColumn", "Inspection", "Reading", "same_header"]


def same_header(header: str) -> str:
    """What two spellings of one header have in common: case, accents and punctuation do not count."""
    return normal(header)
