"""Times stand on the clock of the agreement they belong to, wherever the computer is; the screen says on which."""

from __future__ import annotations

import dataclasses
import datetime as dt
import sys
import time

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.views import stock
from tests.ui.views.at_signing import Compose, Stock
from tests.ui.views.finding import created, says, until
from workbench.agreement.model import Agreement
from workbench.ui.session import Session
from workbench.ui.views.wall_clock import clock_of, clock_words

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no way to move this computer's clock")


@pytest.fixture(autouse=True)
def _in_tokyo(monkeypatch: pytest.MonkeyPatch, _utc: None) -> None:
    """Where it is 23:32 while the clock of these tests says 14:32 UTC, and 15:32 in Berlin."""
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()


def test_what_was_saved_stands_on_the_clock_of_the_agreement(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    current = created(qtbot, made)
    status = made.desk.window.status
    current.draft.set("teams.company", "Northwind Traders")
    until(qtbot, lambda: says(status, "All changes saved · 15:32"))
    until(qtbot, lambda: says(status, "Europe/Berlin"))
    current.draft.set("teams.time_zone", "America/New_York")
    until(qtbot, lambda: says(status, "All changes saved · 09:32"))
    until(qtbot, lambda: says(status, "America/New_York"))


def test_the_day_of_a_version_is_the_agreements(qtbot: QtBot, compose: Compose, stocked: Stock) -> None:
    ids: list[str] = []
    stocked(lambda workbench: ids.append(stock.put_version(workbench, _in("Pacific/Kiritimati"), signed=0)))
    made = compose()
    made.desk.session.open(ids[0], lambda: made.desk.window.go("history"))
    until(qtbot, lambda: says(made.desk.window.status, "Newest version 1 of 22 Nov"))
    until(qtbot, lambda: says(made.desk.window.status, "Pacific/Kiritimati"))


def test_where_there_is_no_agreement_it_is_this_computers(session: Session) -> None:
    here = clock_of(None, session)
    assert f"{session.now().astimezone(here):%H:%M}" == "23:32"
    assert clock_words(here, session.language) == "this computer's clock"


def _in(zone: str) -> Agreement:
    made = stock.content("Northwind Traders", "Alliance", dt.date(2027, 1, 1))
    return dataclasses.replace(made, teams=dataclasses.replace(made.teams, time_zone=zone))
