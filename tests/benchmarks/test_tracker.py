"""What a tracker with 10,000 leads costs beside the same cells written by bare XlsxWriter."""

from __future__ import annotations

import datetime as dt
import io
import random
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from tests.benchmarks.side_by_side import Ratio
from tests.sheets.tracker.making import subject_of
from workbench.agreement.commitments import commitments
from workbench.agreement.model import read_agreement
from workbench.base.places import resource
from workbench.sheets.tracker.model import make_model
from workbench.sheets.tracker.subject import Subject
from workbench.sheets.tracker.writer import write_model, write_tracker
from workbench.tracking.actuals import Actuals
from workbench.tracking.agreed import agreed_review
from workbench.tracking.leads import LeadLog, Stamps, Words
from workbench.tracking.review import InForce

LEADS = 10_000
STEPS = (
    ("created_at", 0), ("qualified_at", 1), ("handed_over_at", 1), ("first_touch_at", 6), ("last_attempt_at", 90),
    ("accepted_at", 40),
)  # fmt: skip
START = int(dt.datetime(2026, 1, 5, 8, tzinfo=dt.UTC).timestamp())


def log() -> LeadLog:
    """Half a year of leads with made-up dates."""
    dice = random.Random(1)
    created = [START + dice.randrange(150 * 86_400) for _ in range(LEADS)]
    columns: dict[str, Any] = {}
    for name, hours in STEPS:
        columns[name] = Stamps(np.array([one + dice.randrange(hours * 3600 + 1) for one in created], np.int64))
    for name, words in (("tier", ("A", "B", "C")), ("source", ("Webinar", "Demo request", "Content"))):
        columns[name] = Words(np.array([dice.randrange(3) for _ in created], np.int32), words)
    return LeadLog(tuple(f"id:L-{number}" for number in range(LEADS)), columns)


@pytest.fixture(scope="module")
def subject() -> Subject:
    agreement = read_agreement(resource("practice", "agreement.json").read_bytes())
    review = agreed_review(agreement, Actuals(log()), dt.date(2026, 6, 10), in_force=InForce(dt.date(2026, 1, 1)))
    return subject_of(list(commitments(agreement)), review, agreement=agreement)


def bare(subject: Subject) -> Callable[[], bytes]:
    """The same cells, each written by its type, without a format, a name, a table or a check."""
    import xlsxwriter

    cells = gathered(subject)

    def write() -> bytes:
        data = io.BytesIO()
        book = xlsxwriter.Workbook(data, {"in_memory": True})
        for name, rows in cells.items():
            page = book.add_worksheet(name)
            for row, column, content, value in rows:
                if value is not None:
                    page.write_formula(row, column, content, None, value)
                elif isinstance(content, str):
                    page.write_string(row, column, content)
                else:
                    page.write_number(row, column, content)
        book.close()
        return data.getvalue()

    return write


def gathered(subject: Subject) -> dict[str, list[tuple[int, int, Any, Any]]]:
    """Every cell of the tracker: row, column, content, and what a formula comes to."""
    from tests.sheets.tracker.workbook import opened_bytes

    data = write_tracker(subject)
    formulas, values = opened_bytes(data), opened_bytes(data, values=True)
    found: dict[str, list[tuple[int, int, Any, Any]]] = {}
    for page in formulas:
        shown = {(cell.row, cell.column): cell.value for row in values[page.title].iter_rows() for cell in row}
        rows = found.setdefault(page.title, [])
        for row in page.iter_rows():
            for cell in row:
                at = cell.row - 1, cell.column - 1
                if cell.data_type == "f":
                    text = str(getattr(cell.value, "text", cell.value))
                    value = shown[cell.row, cell.column]
                    rows.append((*at, text, value if isinstance(value, int | float | str) else ""))
                elif isinstance(cell.value, int | float | str):
                    rows.append((*at, cell.value, None))
                elif isinstance(cell.value, dt.date):
                    rows.append((*at, 46_000.5, None))
    return found


def test_a_tracker_of_10_000_leads_beside_bare_xlsxwriter(subject: Subject, side_by_side: Callable[..., Ratio]) -> None:
    baseline = bare(subject)
    side_by_side("tracker of 10,000 leads, all computed, to its cells by bare XlsxWriter", baseline,
                 lambda: write_tracker(subject), rounds=3)  # fmt: skip


def test_only_the_file_of_10_000_leads_beside_bare_xlsxwriter(
    subject: Subject, side_by_side: Callable[..., Ratio]
) -> None:
    baseline, model = bare(subject), make_model(subject)
    side_by_side("tracker of 10,000 leads, computed before, to its cells by bare XlsxWriter", baseline,
                 lambda: write_model(model), rounds=3)  # fmt: skip
