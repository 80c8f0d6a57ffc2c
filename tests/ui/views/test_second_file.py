"""Calls and tasks, totals, and no names, in the window: recognised, tried out, imported, taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from tests.ui.views.at_import import AtImport, bare
from tests.ui.views.finding import button, named, says
from tests.ui.views.track_stock import TODAY
from workbench.base.clock import FixedClock
from workbench.services.workbench import Workbench
from workbench.ui.views.composition import Composition
from workbench.ui.views.track.mapping.matching import Matching
from workbench.ui.views.track.mapping.page import ImportPage

LOG = (
    "Lead ID,E-mail,MQL date,Handed over",
    *(f"L-{n},p{n}@x.org,2026-05-{n:02d},2026-05-{n:02d}" for n in range(1, 13)),
)
CALLS = ("Lead ID,Call date,Call outcome", "L-1,04/05/2026 10:00,x", "L-1,05/05/2026 10:00,x", "L-2,06/05/2026 09:00,x")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TODAY)


@pytest.fixture
def track(
    qtbot: QtBot, stocked: Callable[[Callable[[Workbench], object]], None], compose: Callable[..., Composition],
    tmp_path: Path,
) -> AtImport:  # fmt: skip
    """The window at the Track phase of an agreement to which nothing happened."""
    stocked(bare)
    return AtImport(qtbot, compose(), tmp_path)


def imported(track: AtImport) -> None:
    track.window.registry.run("track.take")
    track.until(lambda: track.screen.importing is None and track.screen.scorecard is not None)


def handed(track: AtImport, *rows: str) -> ImportPage:
    """The page of a file of calls, of which something has to be decided before it is tried out."""
    track.session.import_wanted.emit(str(track.write(*rows, name="calls.csv")))
    track.until(lambda: track.screen.importing is not None and bool(track.page.findChildren(Matching)))
    return track.page


def test_calls_are_joined_to_the_leads_and_taken_back(track: AtImport) -> None:
    track.bring_rows(*LOG)
    imported(track)
    page = handed(track, *CALLS)
    track.until(lambda: says(page, "can be read as day first or as month first"))
    assert says(page, "Calls and tasks")
    assert says(page, "4 May 2026, 10:00 or 5 April 2026, 10:00")
    order = named(page, QRadioButton, "Day first")
    order.setFocus()
    QTest.keyClick(order, Qt.Key.Key_Space)
    track.until(lambda: page.tried is not None)
    track.until(lambda: says(page, "Calls, tasks and messages that were read: 3."))
    assert button(page, "Import for 2 leads").isEnabled()
    imported(track)
    assert says(track.window, "Joined calls and tasks of calls.csv to 2 leads")
    assert track.screen.known is not None
    assert {"first_touch_at", "attempts", "attempt_2_at"} <= track.screen.known.fields
    button(track.window, "Undo").click()
    track.until(lambda: track.screen.known is not None and "attempt_2_at" not in track.screen.known.fields)


def test_the_columns_of_calls_are_matched_by_hand_and_remembered(track: AtImport) -> None:
    track.bring_rows(*LOG)
    imported(track)
    head, call = "Ref,Logged,Medium,Contact", "{0},2026-05-0{1} 10:00,{2},p2@x.org"
    rows = (head, call.format("a", 4, "Phone"), call.format("b", 5, "Note"), call.format("b", 5, "Note"))
    page = handed(track, *rows)
    button(page, "Its rows are calls and tasks").click()
    track.until(lambda: says(page, "No column says which lead a call or task was for."))
    assert {one.header: one.words for one in track.table._all} == dict.fromkeys(head.split(","), "Not used")
    track.decide("Contact", "Which lead, by e-mail", tried=False)
    track.until(lambda: says(page, "No column says when a call or task was done."))
    track.decide("Logged", "When it was done")
    track.until(lambda: says(page, "4 May 2026, 10:00"))
    track.decide("Ref", "Its own number")
    track.until(lambda: says(page, "Rows that repeat an earlier one exactly and count once: 1."))
    track.decide("Medium", "What it was")
    track.until(lambda: says(page, "“Note” in “Medium” is no attempt to reach a lead and was left out: 2."))
    page.findChildren(Matching)[0].side.name.setText("Call log")
    track.until(lambda: says(page, "lead with calls and tasks") and button(page, "Import for 1 lead").isEnabled())
    imported(track)
    page = track.bring_rows(*(f"{one},{n}" for n, one in enumerate(rows)), name="next_month.csv")
    track.until(lambda: says(page, "Call log"))
    assert [(one.words, one.match) for one in track.table._all[1:3]] == [
        ("When it was done", "remembered"), ("What it was", "remembered")
    ]  # fmt: skip
    track.until(lambda: says(page, "Calls, tasks and messages that were read: 3."))


def test_totals_are_read_as_such_or_as_leads_after_all(track: AtImport) -> None:
    page = track.bring_rows("Metric,Period,Value", "J-4,2026-Q2,5400", "Nonsense,2026-Q2,1", name="totals.csv")
    assert says(page, "Totals of periods")
    assert track.reasons()[0].startswith("This is no metric of the agreement")
    assert button(page, "Import 1 total").isEnabled()
    button(page, "Its rows are leads").click()
    track.until(lambda: bool(page.findChildren(Matching)))
    track.until(lambda: says(page, "No column recognises a lead."))
    page.leave()
    track.until(lambda: track.screen.importing is None)
    track.bring(track.folder / "totals.csv")
    imported(track)
    assert says(track.window, "Imported 1 total from totals.csv")
    assert track.screen.known is not None
    assert [(one.period, one.value) for one in track.screen.known.entries] == [("2026-Q2", "5400")]


def test_names_are_left_out_where_somebody_says_so(track: AtImport) -> None:
    page = track.bring_rows("Name,Email,MQL date", *(f"Ann {n},a{n}@x.org,2026-05-{n:02d}" for n in range(1, 6)))
    assert page.tried is not None
    assert page.tried.reading.leads.text("person", 0) == "Ann 1"
    side = page.findChildren(Matching)[0].side
    side.private.box.setFocus()
    QTest.keyClick(side.private.box, Qt.Key.Key_Space)
    track.until(lambda: page.tried is not None and page.tried.reading.leads.text("person", 0).startswith("anon-"))
    assert page.tried is not None
    assert page.tried.as_of == dt.date(2026, 5, 5)


def test_what_changed_in_the_export_is_said_and_choices_go_to_a_file_and_come_from_one(track: AtImport) -> None:
    from workbench.ui.views.track.mapping.sharing import share_choices, take_choices

    head = "Lead ID,Day,Source,Owner,Company"
    page = track.bring_rows(head, "L-1,2026-05-04,a,b,c")
    track.decide("Day", "Qualified")
    page.findChildren(Matching)[0].side.name.setText("Monthly export")
    imported(track)
    page = track.bring_rows(f"{head.replace('Owner', 'Lead owner')},Region", "L-2,2026-06-01,a,b,c,d", name="june.csv")
    track.until(lambda: says(page, "Since the last export “Owner” is called “Lead owner”; both are “Owner”."))
    assert track.line("Day").match == "remembered"
    target = track.folder / "shared.json"
    share_choices(track.made.desk, "Monthly export", target)
    track.until(target.exists)
    button(page, "Forget it").click()
    track.until(lambda: page.tried is not None and track.line("Day").match != "remembered")
    begun: list[bool] = []
    take_choices(track.made.desk, lambda: begun.append(True), target)
    track.until(lambda: bool(begun))
    page.leave()
    track.until(lambda: track.screen.importing is None)
    page = track.bring(track.folder / "june.csv")
    assert track.line("Day").match == "remembered"
    assert page.findChildren(Matching)[0].name == "shared"
