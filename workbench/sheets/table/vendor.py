"""Which program a file was exported from: by its headers, name, footer lines and the shape of its ids.

A guess that is shown; only a few ambiguous headers are read differently for it. Must not know fields or formats.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.sheets.column.cells import Row
from workbench.sheets.dictionary import Dictionary
from workbench.sheets.header_words import forms, normal

ENOUGH = 3
"""Weight of signs from which on a vendor is named; a sign in the file's name counts as much."""


def guess_vendor(
    file: str, headers: Sequence[str], sample: Sequence[Row], outside: Sequence[Row], words: Dictionary
) -> str:
    """The vendor's name in the dictionary, or nothing.

    Args:
        file: File name.
        headers: The headers.
        sample: Some rows of the table.
        outside: Rows above and below the table.
        words: The dictionary.
    """
    spelled = {form for header in headers for form in forms(header)[:2]}
    lines = " ".join(normal(str(cell)) for row in outside for cell in row if isinstance(cell, str) and cell)
    texts = [cell for row in sample[:20] for cell in row if isinstance(cell, str)]
    called = f" {normal(file)} "
    best, best_weight = "", 0
    for vendor, signs in words.vendors.items():
        weight = sum(value for header, value in signs["headers"].items() if header in spelled)
        weight += ENOUGH * any(f" {name} " in called for name in signs["names"])
        weight += ENOUGH * any(line in lines for line in signs.get("lines", ()))
        weight += 5 * any(text.startswith(start) for start in signs.get("values", ()) for text in texts)
        if weight > best_weight:
            best, best_weight = vendor, weight
    return best if best_weight >= ENOUGH else ""
