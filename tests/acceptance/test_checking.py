"""What happened is imported, every promise is checked against it, and the import can be taken back as a whole."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.acceptance.habits import chooses_file
from tests.acceptance.person import Person
from tests.ui.views import stock
from workbench.services.workbench import open_workbench

pytestmark = [pytest.mark.screen, pytest.mark.timeout(300)]


def test_an_export_becomes_a_scorecard_and_is_taken_back(workbench: Callable[[], Person], tmp_path: Path) -> None:
    last_month = (dt.datetime.now(dt.UTC).date().replace(day=1) - dt.timedelta(days=1)).replace(day=1)
    with open_workbench(str(tmp_path / "library.sla"), person="Ana") as library:
        stock.put_version(library, stock.content("Northwind Traders", "Alliance", last_month))
    sheet = stock.leads_csv(tmp_path / "leads.csv", last_month, 21, 20, 2)  # three weeks: never a whole month

    ana = workbench()
    ana.sees("table", "Agreements")
    ana.keys("Return")
    ana.sees("label", "20 promises wait for data")
    ana.keys("ctrl+i")
    chooses_file(ana, sheet, "Open")
    ana.sees("label", "Match the columns")
    ana.presses("push button", "Import 300 leads")
    ana.sees("label", "Scorecard")
    ana.sees("tree item", "Handed over in time, at least 95% within 15 business minutes")
    ana.sees("tree item", re.compile(r"\w+: 100.0% On track"))
    ana.sees("tree item", re.compile(r"\w+: 50.0% At risk"))
    ana.presses("push button", "Undo")
    ana.sees("label", "20 promises wait for data")
    assert ana.leaves() == 0
    assert ana.said == ""
