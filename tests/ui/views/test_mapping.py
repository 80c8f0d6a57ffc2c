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

from tests.ui.views.finding import button, named, says, until
from tests.ui.views.track_stock import EXPORT, TODAY, practice, put_practice, thousand_a_month, tracking
from workbench.base.clock import FixedClock
from workbench.services.workbench import Workbench
from workbench.ui.parts.choice import Choice
from workbench.ui.tables.table import Table
from workbench.ui.views.composition import Composition
from workbench.ui.views.track.actions import export_tracker
from workbench.ui.views.track.mapping.lines import FileColumn
from workbench.ui.views.track.mapping.matching import Matching
from workbench.ui.views.track.mapping.page import ImportPage
from workbench.ui.views.track.mapping.table import ColumnTable
from workbench.ui.views.track.mapping.waiting import RefusedState
from workbench.ui.views.track.screen import TrackScreen

Compose = Callable[..., Composition]
Stocked = Callable[[Callable[[Workbench], object]], None]
LATER = dt.datetime(2018, 6, 15, 12, 0, tzinfo=dt.UTC)
MONTHS = {"Jan": "1,141", "Feb": "1,028", "Mar": "1,174", "Apr": "1,352", "May": "1,303"}


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TODAY)


def bare(workbench: Workbench) -> str:
    """The practice company before anything happened."""
    return practice(workbench, data=False, entries=False)


def write(folder: Path, *rows: str, name: str = "leads.csv") -> Path:
    path = folder / name
    path.write_text("\n".join(rows) + "\n", "utf-8")
    return path


def bring(qtbot: QtBot, screen: TrackScreen, file: Path) -> ImportPage:
    """Hand a file to the window and wait until it was tried out."""
    screen.desk.session.import_wanted.emit(str(file))
    until(qtbot, lambda: screen.importing is not None)
    page = screen.importing
    assert page is not None
    qtbot.waitUntil(lambda: page.tried is not None, timeout=20_000)
    return page


def table_of(page: ImportPage) -> ColumnTable:
    found = page.findChildren(ColumnTable)
    assert found
    return found[0]


def line(page: ImportPage, header: str) -> FileColumn:
    return next(one for one in table_of(page)._all if one.header == header)


def reasons(page: ImportPage) -> list[str]:
    """Why something is not taken."""
    name = "Reasons, with how often each occurs"
    table = next(one for one in page.findChildren(Table) if one.accessibleName() == name and not one.isHidden())
    model = table.model()
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def decide(qtbot: QtBot, page: ImportPage, header: str, words: str) -> None:
    """Choose a field for a column with the keyboard, and wait until the file was tried out with it."""
    table = table_of(page)
    table.show_row(next(n for n, one in enumerate(table._all) if one.header == header))
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_F4)
    until(qtbot, lambda: bool(table.findChildren(Choice)))
    editor = table.findChildren(Choice)[0]
    until(qtbot, editor.view().isVisible)
    row = editor.findText(words, Qt.MatchFlag.MatchStartsWith)
    assert row >= 0
    editor.view().setCurrentIndex(editor.model().index(row, 0))
    QTest.keyClick(editor.view(), Qt.Key.Key_Return)
    until(qtbot, lambda: line(page, header).match in {"by_hand", "none"})
    qtbot.waitUntil(lambda: page.tried is not None, timeout=20_000)


def test_a_real_log_is_matched_and_the_scorecard_judges_its_months(
    qtbot: QtBot, stocked: Stocked, compose: Compose, clock: FixedClock, shared_samples: Path
) -> None:
    clock.moment = LATER
    stocked(thousand_a_month)
    made = compose()
    screen = tracking(qtbot, made)
    page = bring(qtbot, screen, shared_samples / "olist" / "leads_dmy.csv")
    assert line(page, "mql_id").chosen == "lead_id"
    assert says(page, "Day first") or named(page, QRadioButton, "Day first").isChecked()
    assert not named(page, QRadioButton, "Month first").isEnabled()
    assert says(page, "4,942 dates contradict it")
    assert says(page, "1 February 2018")
    assert says(page, "All 8,000 dates agree")
    assert button(page, "Import 8,000 leads").isEnabled()
    decide(qtbot, page, "first_contact_date", "Qualified")
    made.desk.window.registry.run("track.take")
    qtbot.waitUntil(lambda: screen.scorecard is not None, timeout=20_000)
    assert screen.scorecard is not None
    volume = next(one for one in screen.scorecard._promises if one.commitment.kind == "volume")
    found = {month: volume.in_month(dt.date(2018, number, 1)) for number, month in enumerate(MONTHS, 1)}
    assert {month: one.result.status for month, one in found.items() if one} == dict.fromkeys(MONTHS, "met")
    tree = screen.scorecard.tree
    assert tree is not None
    model = tree.model()
    cells = [model.index(1, n, model.index(0, 0)).data() for n in range(model.columnCount())]
    for month, leads in MONTHS.items():
        assert any(f"{leads} Met" in cell and month in cell for cell in cells), month
    assert says(made.desk.window, "Imported 8,000 leads from leads_dmy.csv")


def test_the_practice_export_needs_no_help_and_says_what_is_not_taken(
    qtbot: QtBot, stocked: Stocked, compose: Compose, tmp_path: Path
) -> None:
    stocked(bare)
    made = compose()
    screen = tracking(qtbot, made)
    page = bring(qtbot, screen, EXPORT)
    assert says(page, "Recognised: Salesforce")
    assert line(page, "Vehicles").chosen == "keep"
    assert line(page, "Vehicles").note == "A promise reads it"
    assert says(page, "21 of 22")
    assert says(page, "No column for Partner program")
    assert says(page, "2 rows, 33 values")
    assert reasons(page)[0] == "Neither a lead ID nor an e-mail address, whole row, such as row 426"
    assert says(made.desk.window, "Data until Wed 10 Jun 2026, from a line of the file")
    target = tmp_path / "rejects.xlsx"
    page.save_rejects(target)
    qtbot.waitUntil(lambda: says(made.desk.window, "rows written to rejects.xlsx"), timeout=20_000)
    assert target.read_bytes()[:2] == b"PK"
    made.desk.window.registry.run("track.take")
    qtbot.waitUntil(lambda: screen.scorecard is not None, timeout=20_000)
    assert says(made.desk.window, "Imported 1,506 leads from crm_export.xlsx")


def test_an_import_is_taken_back_from_the_status_bar(
    qtbot: QtBot, stocked: Stocked, compose: Compose, tmp_path: Path
) -> None:
    stocked(bare)
    made = compose()
    screen = tracking(qtbot, made)
    rows = ["Lead ID,MQL date,Source", *(f"L-{n},2026-05-{n:02d},Webinar" for n in range(1, 13))]
    bring(qtbot, screen, write(tmp_path, *rows))
    made.desk.window.registry.run("track.take")
    until(qtbot, lambda: screen.scorecard is not None)
    button(made.desk.window, "Undo").click()
    until(qtbot, lambda: says(made.desk.window, "Took back leads.csv: 12 leads are gone, 0 are as they were before."))
    until(qtbot, lambda: screen.scorecard is None)
    assert says(made.desk.window, "1 import was taken back.")


def test_after_an_import_the_keyboard_is_in_the_scorecard_not_on_undo(
    qtbot: QtBot, stocked: Stocked, compose: Compose, tmp_path: Path
) -> None:
    stocked(bare)
    made = compose()
    screen = tracking(qtbot, made)
    rows = ["Lead ID,MQL date,Source", *(f"L-{n},2026-05-{n:02d},Webinar" for n in range(1, 13))]
    page = bring(qtbot, screen, write(tmp_path, *rows))
    take = next(one for one in page.findChildren(QAbstractButton) if one.text().startswith("Import"))
    take.setFocus()
    QTest.keyClick(take, Qt.Key.Key_Space)
    until(qtbot, lambda: screen.scorecard is not None)
    until(qtbot, lambda: says(made.desk.window, "Imported 12 leads from leads.csv"))
    focus = made.desk.window.focusWidget()
    assert focus is not None
    assert screen.scorecard is not None
    assert screen.scorecard.isAncestorOf(focus), focus


def test_a_column_that_is_another_field_is_tried_at_once_and_what_it_lacks_is_said(
    qtbot: QtBot, stocked: Stocked, compose: Compose, tmp_path: Path
) -> None:
    stocked(bare)
    screen = tracking(qtbot, compose())
    page = bring(qtbot, screen, write(tmp_path, "Lead ID,Day,Note", "L-1,2026-05-04 09:00,a", "L-2,never,b"))
    assert line(page, "Note").chosen == ""
    decide(qtbot, page, "Day", "Qualified")
    assert line(page, "Day").chosen == "qualified_at"
    assert page.tried is not None
    assert [one.column for one in page.tried.reading.problems] == ["Day"]
    assert reasons(page) == ["This is not a date, Day, row 3: never"]


def test_one_field_is_one_column(qtbot: QtBot, stocked: Stocked, compose: Compose, tmp_path: Path) -> None:
    stocked(bare)
    screen = tracking(qtbot, compose())
    page = bring(qtbot, screen, write(tmp_path, "Lead ID,Old number,Source", "L-1,X-1,a", "L-2,X-2,b"))
    decide(qtbot, page, "Old number", "Lead ID  (now Lead ID)")
    assert (line(page, "Old number").chosen, line(page, "Lead ID").chosen) == ("lead_id", "")
    table = table_of(page)
    table.show_row(1)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Delete)
    until(qtbot, lambda: says(page, "No column recognises a lead."))
    assert not button(page, "Import").isEnabled()


def test_dates_that_can_be_read_in_two_ways_are_asked_for(
    qtbot: QtBot, stocked: Stocked, compose: Compose, tmp_path: Path
) -> None:
    stocked(bare)
    screen = tracking(qtbot, compose())
    file = write(tmp_path, "Lead ID,MQL date", "L-1,03/05/2026", "L-2,04/05/2026")
    screen.desk.session.import_wanted.emit(str(file))
    until(qtbot, lambda: screen.importing is not None and bool(screen.importing.findChildren(Matching)))
    page = screen.importing
    assert page is not None
    until(qtbot, lambda: says(page, "can be read as day first or as month first"))
    assert says(page, "Please choose")
    assert says(page, "3 May 2026 or 5 March 2026")
    assert page.tried is None
    assert not named(page, QRadioButton, "Day first").isChecked()
    named(page, QRadioButton, "Month first").click()
    until(qtbot, lambda: page.tried is not None)
    assert says(page, "5 March 2026")
    assert not says(page, "3 May 2026")
    assert button(page, "Import 2 leads").isEnabled()


def test_choices_are_remembered_and_fill_the_next_export(
    qtbot: QtBot, stocked: Stocked, compose: Compose, tmp_path: Path
) -> None:
    stocked(bare)
    made = compose()
    screen = tracking(qtbot, made)
    head = "Lead ID,Day,Source,Owner,Company"
    page = bring(qtbot, screen, write(tmp_path, head, "L-1,2026-05-04,a,b,c"))
    decide(qtbot, page, "Day", "Qualified")
    page.findChildren(Matching)[0].side.name.setText("Monthly export")
    made.desk.window.registry.run("track.take")
    until(qtbot, lambda: screen.scorecard is not None)
    page = bring(qtbot, screen, write(tmp_path, f"{head},Region", "L-2,2026-06-01,a,b,c,d", name="june.csv"))
    assert line(page, "Day").chosen == "qualified_at"
    assert line(page, "Day").match == "remembered"
    assert line(page, "Region").match == "new"
    assert says(page, "last used 15 Jun. 1 new column, none missing.")
    button(page, "Forget it").click()
    until(qtbot, lambda: page.tried is not None and line(page, "Day").match != "remembered")
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
    qtbot: QtBot, stocked: Stocked, compose: Compose, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    stocked(bare)
    made = compose()
    screen = tracking(qtbot, made)
    file = tmp_path / name
    file.write_bytes(content)
    made.desk.session.import_wanted.emit(str(file))
    until(qtbot, lambda: bool(made.desk.window.findChildren(RefusedState)))
    page = screen.importing
    assert page is not None
    assert says(page, "This file cannot be imported")
    assert says(page, said)
    button(page, "Back").click()
    until(qtbot, lambda: screen.importing is None)
    assert says(made.desk.window, "31 promises wait for data")


def test_it_can_be_left_at_any_time_and_nothing_is_kept(
    qtbot: QtBot, stocked: Stocked, compose: Compose, tmp_path: Path
) -> None:
    stocked(bare)
    made = compose()
    screen = tracking(qtbot, made)
    file = write(tmp_path, "Lead ID,MQL date", "L-1,2026-05-04")
    made.desk.session.import_wanted.emit(str(file))
    until(qtbot, lambda: screen.importing is not None)
    assert screen.importing is not None
    screen.importing.leave()
    until(qtbot, lambda: screen.importing is None)
    bring(qtbot, screen, file)
    made.desk.window.registry.run("track.leave")
    until(qtbot, lambda: screen.importing is None)
    screen.refresh()
    until(qtbot, lambda: screen.known is not None and screen.known.imports == ())


def test_a_trial_is_stopped_and_tried_again(qtbot: QtBot, stocked: Stocked, compose: Compose, tmp_path: Path) -> None:
    stocked(bare)
    made = compose()
    screen = tracking(qtbot, made)
    page = bring(qtbot, screen, write(tmp_path, "Lead ID,MQL date", "L-1,2026-05-04"))
    page.try_again()
    table = table_of(page)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert says(page, "Stopped. F5 tries it out again.")
    assert page.tried is None
    made.desk.window.registry.run("track.take")  # nothing was tried, so nothing is taken
    assert not page.is_taken
    made.desk.window.registry.run("track.try")
    until(qtbot, lambda: page.tried is not None)


def test_no_date_lies_after_the_present(qtbot: QtBot, stocked: Stocked, compose: Compose, tmp_path: Path) -> None:
    stocked(bare)
    screen = tracking(qtbot, compose())
    page = bring(qtbot, screen, write(tmp_path, "Lead ID,MQL date", "L-1,2026-05-04", "L-2,2026-07-01"))
    assert reasons(page) == ["This lies in the future, MQL date, row 3: 2026-07-01"]
    assert page.tried is not None
    assert page.tried.as_of == dt.date(2026, 5, 4)


def test_a_file_dropped_while_elsewhere_leads_here(
    qtbot: QtBot, stocked: Stocked, compose: Compose, tmp_path: Path
) -> None:
    stocked(bare)
    made = compose()
    session = made.desk.session
    session.open(session.listing.lines[0].id)
    until(qtbot, lambda: made.desk.window.place == "prepare")
    made.files.open(write(tmp_path, "Lead ID,MQL date", "L-1,2026-05-04"))
    screen = made.desk.window.findChild(TrackScreen)
    assert screen is not None
    until(qtbot, lambda: made.desk.window.place == "track" and screen.importing is not None)


def test_in_a_small_window_how_it_is_read_is_called_and_escape_leads_back(
    qtbot: QtBot, stocked: Stocked, compose: Compose, tmp_path: Path
) -> None:
    stocked(bare)
    screen = tracking(qtbot, compose(width=1024, height=640))
    page = bring(qtbot, screen, write(tmp_path, "Lead ID,MQL date", "L-1,2026-05-04"))
    table = table_of(page)
    assert not says(page, "What this file can check")
    button(page, "How it is read").click()
    until(qtbot, lambda: says(page, "What this file can check"))
    assert not table.isVisible()
    QTest.keyClick(button(page, "Back to the columns"), Qt.Key.Key_Escape)
    until(qtbot, table.hasFocus)


def test_a_tracker_comes_back_without_matching(
    qtbot: QtBot, place: str, tmp_path_factory: pytest.TempPathFactory, compose: Compose, tmp_path: Path
) -> None:
    put_practice(place, tmp_path_factory)
    made = compose()
    screen = tracking(qtbot, made)
    target = tmp_path / "tracker.xlsx"
    export_tracker(screen, target)
    qtbot.waitUntil(lambda: says(made.desk.window, "tracker.xlsx is written."), timeout=30_000)
    page = bring(qtbot, screen, target)
    assert says(page, "Import the tracker")
    assert says(page, "Tracker of this program, version 1: nothing to match")
    assert page.tried is not None
    assert (page.tried.added, page.tried.updated, page.tried.unchanged) == (0, 0, 1506)
    table = table_of(page)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert line(page, "Lead ID").chosen == "lead_id"
    made.desk.window.registry.run("track.take")
    until(qtbot, lambda: says(made.desk.window, "Nothing in tracker.xlsx is new; all 1,506 leads are known."))


def test_names_are_hidden_in_the_samples_too(qtbot: QtBot, stocked: Stocked, compose: Compose, tmp_path: Path) -> None:
    stocked(bare)
    screen = tracking(qtbot, compose())
    page = bring(
        qtbot, screen, write(tmp_path, "Lead ID,Person,E-mail,Note", "L-1,Ann One,a@one.example,b@two.example")
    )
    assert line(page, "Person").samples[0] == "Ann One"
    screen.desk.window.registry.run("track.names")
    assert [line(page, one).samples[0] for one in ("Person", "E-mail", "Note")] == ["hidden"] * 3
    assert line(page, "Lead ID").samples[0] == "L-1"


def test_the_usual_meanings_of_words_are_taken_together(
    qtbot: QtBot, stocked: Stocked, compose: Compose, tmp_path: Path
) -> None:
    stocked(bare)
    screen = tracking(qtbot, compose())
    rows = ["Lead ID,MQL date,Status", "L-1,2026-05-04,Won", "L-2,2026-05-05,Junk Lead", "L-3,2026-05-06,New"]
    page = bring(qtbot, screen, write(tmp_path, *rows))
    assert says(page, "0 of 3 mean a date")
    button(page, "Take the usual meanings").click()
    until(qtbot, lambda: page.tried is not None and "values" in page.tried.mapping)
    assert page.tried is not None
    assert page.tried.mapping["values"] == {"status": {"Won": "won_at", "Junk Lead": "excluded"}}
    assert reasons(page)[0].startswith("“Won” means “Won”, but the row has no date for it")
