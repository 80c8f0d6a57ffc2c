"""`practice`: the tracker of the practice agreement with five leads and a text that looks like a formula."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.services.prepared import LEADS
from tests.sheets.tracker.making import subject_of
from workbench.agreement.commitments import commitments
from workbench.agreement.model import read_agreement
from workbench.base.places import resource
from workbench.sheets.reading import read_table
from workbench.sheets.tracker.model import Model, make_model
from workbench.sheets.tracker.writer import write_model
from workbench.tracking.actuals import Actuals
from workbench.tracking.agreed import agreed_review
from workbench.tracking.review import InForce

PAYLOADS = ('=HYPERLINK("http://evil.example","x")', "{=1+1}", "+1", "https://example.com/a", "@SUM(1)")


@dataclass(frozen=True, eq=False)
class Written:
    """A tracker as a file."""

    model: Model
    path: Path


@pytest.fixture(scope="session")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Written:
    folder = tmp_path_factory.mktemp("tracker")
    leads = folder / "leads.csv"
    lines = LEADS.replace("Ann One", f'"{PAYLOADS[0].replace(chr(34), chr(34) * 2)}"')
    for name, payload in zip(("Bob Two", "Cyd Three", "Dee Four", "Eli Five"), PAYLOADS[1:], strict=True):
        lines = lines.replace(name, payload)
    leads.write_text(lines, "utf-8")
    agreement = read_agreement(resource("practice", "agreement.json").read_bytes())
    actuals = Actuals(read_table(leads, zone="Europe/Berlin").leads)
    as_of = dt.date(2026, 1, 20)
    review = agreed_review(agreement, actuals, as_of, in_force=InForce(dt.date(2026, 1, 1), None))
    model = make_model(subject_of(list(commitments(agreement)), review, agreement=agreement), spare=20)
    path = folder / "tracker.xlsx"
    path.write_bytes(write_model(model))
    return Written(model, path)
