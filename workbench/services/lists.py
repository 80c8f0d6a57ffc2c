"""A list a person takes out of the window, as a text table any spreadsheet opens. Must not know what is listed.

Text from foreign files must stay text: a cell that a spreadsheet would take for a formula gets an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from workbench.services.files import write_file

FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r")


def write_list(target: Path, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write a list as .csv in UTF-8 with its mark, whole or not at all; answers how many rows.

    Raises:
        OutsideError: The file cannot be written.
    """
    text = io.StringIO()
    made = csv.writer(text, lineterminator="\r\n")
    made.writerow(headers)
    count = 0
    for row in rows:
        made.writerow([plain_text(cell) for cell in row])
        count += 1
    write_file(target, b"\xef\xbb\xbf" + text.getvalue().encode())
    return count


def plain_text(cell: str) -> str:
    """A cell's text so that no spreadsheet computes it; numbers stay as they are."""
    if not cell.startswith(FORMULA_SIGNS):
        return cell
    try:
        float(cell)
    except ValueError:
        return f"'{cell}"
    return cell
