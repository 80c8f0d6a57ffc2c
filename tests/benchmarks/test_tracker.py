"""What a tracker with 10,000 leads costs: to write, beside its bare cells; to recalculate, beside no scorecard."""

from __future__ import annotations

import datetime as dt
import io
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.benchmarks.side_by_side import Ratio
from tests.sheets.tracker.lean import NEEDED, write_as_of
from tests.sheets.tracker.making import subject_of
from tests.support import programs
from tests.support.office import ALWAYS, NEVER, Office
from workbench.agreement.commitments import commitments
from workbench.agreement.model import read_agreement
from workbench.base.places import resource
from workbench.sheets.tracker.formula import ROW
from workbench.sheets.tracker.log_columns import FIRST_ROW
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.model import Model, make_model
from workbench.sheets.tracker.scoring.line import CELLS, FIRST_COLUMN
from workbench.sheets.tracker.subject import Subject
from workbench.sheets.tracker.tabs.scorecard import HEADER_ROW
from workbench.sheets.tracker.writer import TABS, write_model, write_tracker
from workbench.tracking.actuals import Actuals
from workbench.tracking.agreed import agreed_review
from workbench.tracking.leads import LeadLog, Stamps, Words
from workbench.tracking.review import InForce

if sys.platform != "win32":
    import resource as usage

LEADS, SPARE, ROUNDS = 10_000, 400, 2
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


def bare(model: Model) -> Callable[[], bytes]:
    """The cells of the lead log and of the clocks, which are nearly all there are, each written by its type alone."""
    import xlsxwriter

    inputs = [column.range.values.tolist() for column in model.columns.values()]
    computed = [(column.content.text, column.value.tolist()) for column in model.engine.columns]

    def write() -> bytes:
        data = io.BytesIO()
        book = xlsxwriter.Workbook(data, {"in_memory": True})
        log, clocks = book.add_worksheet("Lead log"), book.add_worksheet("Clocks")
        for place, cells in enumerate(inputs):
            for row, cell in enumerate(cells, FIRST_ROW - 1):
                if isinstance(cell, str):
                    log.write_string(row, place, cell)
                elif cell is not None:
                    log.write_number(row, place, cell)
        for place, (text, values) in enumerate(computed):
            for row, value in enumerate(values, FIRST_ROW - 1):
                clocks.write_formula(row, place, "=" + text.replace(ROW, str(row + 1)), None, value)
        book.close()
        return data.getvalue()

    return write


def test_a_tracker_of_10_000_leads_beside_bare_xlsxwriter(subject: Subject, side_by_side: Callable[..., Ratio]) -> None:
    model = make_model(subject, SPARE)
    name = f"tracker of 10,000 leads, {len(model.engine.columns)} columns of clocks, to its bare cells by XlsxWriter"
    side_by_side(name, bare(model), lambda: write_tracker(subject, SPARE), rounds=1)


def write_known_scorecard(sheet: Sheet, model: Model) -> None:
    """The scorecard as numbers and words instead of formulas, under the names that other sheets read."""
    for place, name in enumerate(CELLS, FIRST_COLUMN):
        for row, value in enumerate(model.scores[name].values.tolist(), HEADER_ROW + 1):
            sheet.put(row, place, value)
        sheet.name_cells(f"Score_{name}", HEADER_ROW + 1, place, HEADER_ROW + len(model.lines))


def opening_seconds(office: Office, path: Path) -> float:
    """Processor's time to open a workbook and write its first sheet."""
    before = usage.getrusage(usage.RUSAGE_CHILDREN)
    office.first_sheet(path)
    after = usage.getrusage(usage.RUSAGE_CHILDREN)
    return float(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


@pytest.mark.office
@pytest.mark.skipif(sys.platform == "win32", reason="counts processor time of children as POSIX does")
def test_recalculating_beside_the_same_workbook_without_the_scorecard(
    subject: Subject, tmp_path: Path, told: Callable[[Ratio], None]
) -> None:
    """Opened with and without recalculation, by LibreOffice; the difference is what recalculating costs.

    The same workbook without the scorecard is one with the scorecard's results as plain numbers. Beside it stands how
    much of the whole is neither the lead log's results nor the clocks: every sheet people read.
    """
    program = programs.need("soffice")
    always, never = (Office(program, tmp_path / str(when), when) for when in (ALWAYS, NEVER))
    known = tuple((n, c, write_known_scorecard if n == "Scorecard" else write) for n, c, write in TABS)
    costs: dict[str, list[float]] = {}
    clocks = (("Dashboard", "#000000", write_as_of), *(tab for tab in known if tab[0] in NEEDED))
    for name, tabs in (("whole", TABS), ("without", known), ("clocks", clocks)):
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(write_model(make_model(subject, SPARE), tabs))
        for _ in range(ROUNDS):
            opened = opening_seconds(never, path)
            costs.setdefault(name, []).append(opening_seconds(always, path) - opened)
    name = "LibreOffice recalculates a tracker of 10,000 leads, to the same with its scorecard as plain numbers"
    told(Ratio(name, "cpu", tuple(costs["without"]), tuple(costs["whole"])))
    name = "LibreOffice recalculates a tracker of 10,000 leads, to its lead log and clocks alone"
    told(Ratio(name, "cpu", tuple(costs["clocks"]), tuple(costs["whole"])))
