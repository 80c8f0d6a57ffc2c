"""Trackers with nothing but the scorecard and what it stands on, without any computed value in them; for many at once.

What a spreadsheet program makes of one is read from its sheets as comma-separated values.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from tests.sheets.tracker.making import NAMES
from tests.sheets.tracker.workbook import ERRORS
from workbench.sheets.tracker.asof import TYPED
from workbench.sheets.tracker.log_columns import FIRST_ROW
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.scoring.line import CELLS, FIRST_COLUMN
from workbench.sheets.tracker.tabs.scorecard import HEADER_ROW
from workbench.sheets.tracker.writer import TABS, write_model

NEEDED = {"Lead log", "Scorecard", "Commitments", "Calendar", "Totals", "Lists", "Clocks", "Days"}


def write_as_of(sheet: Sheet, model: Model) -> None:
    """The first sheet without anything but the cell of the as-of instant."""
    sheet.put(0, 0, model.as_of.typed.value)
    sheet.name_cells(TYPED, 0, 0)


LEAN = (("Dashboard", "#000000", write_as_of), *(tab for tab in TABS if tab[0] in NEEDED))


def write_lean(model: Model, path: Path) -> Path:
    """Write a tracker whose formulas have come to nothing yet."""
    with (
        zipfile.ZipFile(io.BytesIO(write_model(model, LEAN))) as whole,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as bare,
    ):
        for name in whole.namelist():
            data = whole.read(name)
            if name.startswith("xl/worksheets/sheet"):
                data = re.sub(rb"(</f>|<f [^>]*/>)<v>[^<]*</v>", rb"\1", data)
            bare.writestr(name, data)
    return path


@dataclass(frozen=True)
class Computed:
    """What a spreadsheet program came to.

    Attributes:
        sheets: File of each sheet, by its name.
    """

    sheets: dict[str, Path]

    def rows(self, name: str) -> list[list[str]]:
        """The cells of a sheet as text."""
        with self.sheets[name].open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))

    @cached_property
    def clocks(self) -> list[list[str]]:
        """The rows of the clocks, one for each row of the lead log."""
        return self.rows("Clocks")[FIRST_ROW - 1 :]

    def column(self, place: int) -> Any:
        """A column of the clocks as numbers."""
        return np.array([float(row[place]) for row in self.clocks])

    def scorecard(self) -> dict[tuple[str, str], dict[str, Any]]:
        """The lines of the scorecard by commitment and period, with the cells of results: numbers, or the status."""
        found = {}
        for row in self.rows("Scorecard")[HEADER_ROW + 1 :]:
            cells: dict[str, str] = dict(zip(CELLS, row[FIRST_COLUMN:], strict=False))
            line: dict[str, Any] = {name: _number(cells[name]) for name in NAMES if name != "status"}
            found[cells["id"], cells["period"]] = line | {"status": cells["status"]}
        return found

    def errors(self) -> list[tuple[str, str]]:
        """Every cell of every sheet that shows an error; the list of words for one stands in small letters."""
        return [
            (name, cell)
            for name in self.sheets
            for row in self.rows(name)
            for cell in row
            if cell in ERRORS or cell.startswith("Err:")
        ]


def _number(text: str) -> float | None:
    """A number in full as such a file has it: shares are percentages."""
    if not text:
        return None
    return float(text[:-1]) / 100 if text.endswith("%") else float(text)
