"""Bringing a file in: it is matched, tried out, corrected, imported, remembered; or refused, stopped and left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QRadioButton
from pytestqt.qtbot import QtBot

from tests.ui.views.at_import import AtImport, bare
from tests.ui.views.finding import button, named, says
from tests.ui.views.track_stock import EXPORT, TODAY, put_practice, thousand_a_month
from workbench.base.clock import FixedClock
from workbench.services.workbench import Workbench
from workbench.ui.views.composition import Composition
from workbench.ui.views.track.actions import export_tracker
from workbench.ui.views.track.mapping.matching import Matching
from workbench.ui.views.track.mapping.waiting import RefusedState

Compose = Callable[..., Composition]
Stocked = Callable[[Callable[[Workbench], object]], None]
At = Callable[..., AtImport]
LATER = dt.datetime(2018, 6, 15, 12, 0, tzinfo=dt.UTC)
MONTHS = {"Jan": "1,141", "Feb": "1,028", "Mar": "1,174", "Apr": "1,352", "May": "1,303"}


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TODAY)


LOG = ("Lead ID,MQL date,Source", *(f"L-{n},2026-05-{n:02d},Webinar" for n in range(1, 13)))
"""An export that needs no help."""


@pytest.fixture
def at(qtbot: QtBot, stocked: Stocked, compose: Compose, tmp_path: Path) -> At:
    """Opens the window at the Track phase of an agreement to which nothing happened."""

    def sit(fill: Callable[[Workbench], object] | None = bare, **how: int) -> AtImport:
        if fill is not None:
            stocked(fill)
        return AtImport(qtbot, compose(**how), tmp_path)

    return sit


def test_a_real_log_is_matched_and_the_scorecard_judges_its_months(
    at: At, clock: FixedClock, shared_samples: Path
) -> None:
    clock.moment = LATER
    track = at(thousand_a_month)
    page = track.bring(shared_samples / "olist" / "leads_dmy.csv")
    assert track.line("mql_id").chosen == "lead_id"
    assert says(page, "Day first") or named(page, QRadioButton, "Day first").isChecked()
    assert not named(page, QRadioButton, "Month first").isEnabled()
    assert says(page, "4,942 dates contradict it")
    assert says(page, "1 February 2018")
    assert says(page, "All 8,000 dates agree")
    assert button(page, "Import 8,000 leads").isEnabled()
    track.decide("first_contact_date", "Qualified")
    track.window.registry.run("track.take")
    track.until(lambda: track.screen.scorecard is not None)
    assert track.screen.scorecard is not None
    volume = next(one for one in track.screen.scorecard._promises if one.commitment.kind == "volume")
    found = {month: volume.in_month(dt.date(2018, number, 1)) for number, month in enumerate(MONTHS, 1)}
    assert {month: one.result.status for month, one in found.items() if one} == dict.fromkeys(MONTHS, "met")
    tree = track.screen.scorecard.tree
    assert tree is not None
    model = tree.model()
    cells = [model.index(1, n, model.index(0, 0)).data() for n in range(model.columnCount())]
    for month, leads in MONTHS.items():
        assert any(f"{leads} Met" in cell and month in cell for cell in cells), month
    assert says(track.window, "Imported 8,000 leads from leads_dmy.csv")


def test_the_practice_export_needs_no_help_and_says_what_is_not_taken(at: At, tmp_path: Path) -> None:
    track = at()
    page = track.bring(EXPORT)
    assert says(page, "Recognised: Salesforce")
    assert track.line("Vehicles").chosen == "keep"
    assert track.line("Vehicles").note == "A promise reads it"
    assert says(page, "21 of 22")
    assert says(page, "No column for Partner program")
    assert says(page, "2 rows, 33 values")
    assert track.reasons()[0] == "Neither a lead ID nor an e-mail address, whole row, such as row 426"
    assert says(track.window, "Data until Wed 10 Jun 2026, from a line of the file")
    track.until(lambda: says(page, "Above the header row: row 1–3") and says(page, "count once: 5."))
    assert says(page, "8 rows"), "what is left out"
    target = tmp_path / "rejects.xlsx"
    page.save_rejects(target)
    track.until(lambda: says(track.window, "rows written to rejects.xlsx"))
    assert target.read_bytes()[:2] == b"PK"
    track.window.registry.run("track.take")
    track.until(lambda: track.screen.scorecard is not None)
    assert says(track.window, "Imported 1,506 leads from crm_export.xlsx")


def test_an_import_is_taken_back_from_the_status_bar(at: At) -> None:
    track = at()
    track.bring_rows(*LOG)
    track.window.registry.run("track.take")
    track.until(lambda: track.screen.scorecard is not None)
    button(track.window, "Undo").click()
    track.until(lambda: says(track.window, "Took back leads.csv: 12 leads are gone, 0 are as they were before."))
    track.until(lambda: track.screen.scorecard is None)
    assert says(track.window, "1 import was taken back.")


def test_after_an_import_the_keyboard_is_in_the_scorecard_not_on_undo(at: At) -> None:
    track = at()
    page = track.bring_rows(*LOG)
    take = next(one for one in page.findChildren(QAbstractButton) if one.text().startswith("Import"))
    take.setFocus()
    QTest.keyClick(take, Qt.Key.Key_Space)
    track.until(lambda: track.screen.scorecard is not None)
    track.until(lambda: says(track.window, "Imported 12 leads from leads.csv"))
    focus = track.window.focusWidget()
    assert focus is not None
    assert track.screen.scorecard is not None
    assert track.screen.scorecard.isAncestorOf(focus), focus


def test_a_column_that_is_another_field_is_tried_at_once_and_what_it_lacks_is_said(at: At) -> None:
    track = at()
    page = track.bring_rows("Lead ID,Day,Note", "L-1,2026-05-04 09:00,a", "L-2,never,b")
    assert track.line("Note").chosen == ""
    track.decide("Day", "Qualified")
    assert track.line("Day").chosen == "qualified_at"
    assert page.tried is not None
    assert [one.column for one in page.tried.reading.problems] == ["Day"]
    assert track.reasons() == ["This is not a date, Day, row 3: never"]


def test_one_field_is_one_column(at: At) -> None:
    track = at()
    page = track.bring_rows("Lead ID,Old number,Source", "L-1,X-1,a", "L-2,X-2,b")
    track.decide("Old number", "Lead ID  (now Lead ID)")
    assert (track.line("Old number").chosen, track.line("Lead ID").chosen) == ("lead_id", "")
    table = track.table
    table.show_row(1)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Delete)
    track.until(lambda: says(page, "No column recognises a lead."))
    assert not button(page, "Import").isEnabled()


def test_dates_that_can_be_read_in_two_ways_are_asked_for(at: At) -> None:
    track = at()
    file = track.write("Lead ID,MQL date", "L-1,03/05/2026", "L-2,04/05/2026")
    track.session.import_wanted.emit(str(file))
    track.until(lambda: track.screen.importing is not None and bool(track.page.findChildren(Matching)))
    page = track.page
    track.until(lambda: says(page, "can be read as day first or as month first"))
    assert says(page, "Please choose")
    assert says(page, "3 May 2026 or 5 March 2026")
    assert page.tried is None
    assert not named(page, QRadioButton, "Day first").isChecked()
    named(page, QRadioButton, "Month first").click()
    track.until(lambda: page.tried is not None)
    assert says(page, "5 March 2026")
    assert not says(page, "3 May 2026")
    assert button(page, "Import 2 leads").isEnabled()


def test_choices_are_remembered_and_fill_the_next_export(at: At) -> None:
    track = at()
    head = "Lead ID,Day,Source,Owner,Company"
    page = track.bring_rows(head, "L-1,2026-05-04,a,b,c")
    track.decide("Day", "Qualified")
    page.findChildren(Matching)[0].side.name.setText("Monthly export")
    track.window.registry.run("track.take")
    track.until(lambda: track.screen.scorecard is not None)
    page = track.bring_rows(f"{head},Region", "L-2,2026-06-01,a,b,c,d", name="june.csv")
    assert track.line("Day").chosen == "qualified_at"
    assert track.line("Day").match == "remembered"
    assert track.line("Region").match == "new"
    assert says(page, "last used 15 Jun. 1 new column, none missing.")
    button(page, "Forget it").click()
    track.until(lambda: page.tried is not None and track.line("Day").match != "remembered")
    assert not says(page, "last used 15 Jun.")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("broken.xlsx", b"PK\x03\x04 nothing", "broken.xlsx"),
        ("empty.csv", b"", "empty.csv"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old.xls"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_a_sentence(
    at: At, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    track = at()
    file = tmp_path / name
    file.write_bytes(content)
    track.session.import_wanted.emit(str(file))
    track.until(lambda: bool(track.window.findChildren(RefusedState)))
    page = track.page
    assert says(page, "This file cannot be imported")
    assert says(page, said)
    button(page, "Back").click()
    track.until(lambda: track.screen.importing is None)
    assert says(track.window, "31 promises wait for data")


def test_it_can_be_left_at_any_time_and_nothing_is_kept(at: At) -> None:
    track = at()
    file = track.write("Lead ID,MQL date", "L-1,2026-05-04")
    track.session.import_wanted.emit(str(file))
    track.until(lambda: track.screen.importing is not None)
    track.page.leave()
    track.until(lambda: track.screen.importing is None)
    track.bring(file)
    track.window.registry.run("track.leave")
    track.until(lambda: track.screen.importing is None)
    track.screen.refresh()
    track.until(lambda: track.screen.known is not None and track.screen.known.imports == ())


def test_a_trial_is_stopped_and_tried_again(at: At) -> None:
    track = at()
    page = track.bring_rows("Lead ID,MQL date", "L-1,2026-05-04")
    page.try_again()
    table = track.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert says(page, "Stopped. F5 tries it out again.")
    assert page.tried is None
    track.window.registry.run("track.take")  # nothing was tried, so nothing is taken
    assert not page.is_taken
    track.window.registry.run("track.try")
    track.until(lambda: page.tried is not None)


def test_no_date_lies_after_the_present(at: At) -> None:
    track = at()
    page = track.bring_rows("Lead ID,MQL date", "L-1,2026-05-04", "L-2,2026-07-01")
    assert track.reasons() == ["This lies in the future, MQL date, row 3: 2026-07-01"]
    assert page.tried is not None
    assert page.tried.as_of == dt.date(2026, 5, 4)


def test_a_file_dropped_while_elsewhere_leads_here(at: At) -> None:
    track = at()
    track.window.go("prepare")
    track.until(lambda: track.window.place == "prepare")
    track.made.files.open(track.write("Lead ID,MQL date", "L-1,2026-05-04"))
    track.until(lambda: track.window.place == "track" and track.screen.importing is not None)


def test_in_a_small_window_how_it_is_read_is_called_and_escape_leads_back(at: At) -> None:
    track = at(width=1024, height=640)
    page = track.bring_rows("Lead ID,MQL date", "L-1,2026-05-04")
    table = track.table
    assert not says(page, "What this file can check")
    button(page, "How it is read").click()
    track.until(lambda: says(page, "What this file can check"))
    assert not table.isVisible()
    QTest.keyClick(button(page, "Back to the columns"), Qt.Key.Key_Escape)
    track.until(table.hasFocus)


def test_a_tracker_comes_back_without_matching(
    at: At, place: str, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    put_practice(place, tmp_path_factory)
    track = at(None)
    target = tmp_path / "tracker.xlsx"
    export_tracker(track.screen, target, rows=1)
    track.until(lambda: says(track.window, "tracker.xlsx is written."))
    page = track.bring(target)
    assert says(page, "Import the tracker")
    assert says(page, "Tracker of this program, version 1: nothing to match")
    assert page.tried is not None
    assert (page.tried.added, page.tried.updated, page.tried.unchanged) == (0, 0, 1506)
    table = track.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert track.line("Lead ID").chosen == "lead_id"
    track.window.registry.run("track.take")
    track.until(lambda: says(track.window, "Nothing in tracker.xlsx is new; all 1,506 leads are known."))


def test_names_are_hidden_in_the_samples_too(at: At) -> None:
    track = at()
    track.bring_rows("Lead ID,Person,E-mail,Note", "L-1,Ann One,a@one.example,b@two.example")
    assert track.line("Person").samples[0] == "Ann One"
    track.window.registry.run("track.names")
    assert [track.line(one).samples[0] for one in ("Person", "E-mail", "Note")] == ["hidden"] * 3
    assert track.line("Lead ID").samples[0] == "L-1"


def test_the_usual_meanings_of_words_are_taken_together(at: At) -> None:
    track = at()
    rows = ["Lead ID,MQL date,Status", "L-1,2026-05-04,Won", "L-2,2026-05-05,Junk Lead", "L-3,2026-05-06,New"]
    page = track.bring_rows(*rows)
    assert says(page, "0 of 3 mean a date")
    button(page, "Take the usual meanings").click()
    track.until(lambda: page.tried is not None and "values" in page.tried.mapping)
    assert page.tried is not None
    assert page.tried.mapping["values"] == {"status": {"Won": "won_at", "Junk Lead": "excluded"}}
    assert track.reasons()[0].startswith("“Won” means “Won”, but the row has no date for it")
