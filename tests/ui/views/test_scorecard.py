"""The scorecard: every promise by month, and behind each number its leads, its arithmetic, its entries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.views.finding import button, named, says, until, words
from tests.ui.views.track_stock import TODAY, put_practice, tracking
from workbench.base.clock import FixedClock
from workbench.services.entries import BothSay
from workbench.ui.parts.choice import Choice
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.popover import Popover
from workbench.ui.parts.segment import Segment
from workbench.ui.views.composition import Composition
from workbench.ui.views.track.actions import export_review, export_tracker, write_exceptions
from workbench.ui.views.track.both_say import PersonField
from workbench.ui.views.track.scorecard.leads import LeadLine
from workbench.ui.views.track.scorecard.page import ScorecardPage
from workbench.ui.views.track.scorecard.tree import PromiseTree
from workbench.ui.views.track.screen import TrackScreen

Compose = Callable[..., Composition]
SETTLED = BothSay("Called from a private phone", "Marta", "Femke")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TODAY)


@pytest.fixture
def screen(qtbot: QtBot, place: str, tmp_path_factory: pytest.TempPathFactory, compose: Compose) -> TrackScreen:
    put_practice(place, tmp_path_factory)
    return tracking(qtbot, compose())


def page_of(screen: TrackScreen) -> ScorecardPage:
    assert screen.scorecard is not None
    return screen.scorecard


def tree_of(screen: TrackScreen) -> PromiseTree:
    tree = page_of(screen).tree
    assert tree is not None
    return tree


def look(qtbot: QtBot, screen: TrackScreen, label: str, month: dt.date) -> None:
    """Look at a promise in a month, and wait for what stands behind it."""
    page, tree = page_of(screen), tree_of(screen)
    promise = next(one for one in page._promises if one.commitment.label == label)
    tree.look_at(promise, month)
    if promise.commitment.kind not in {"metric", "deliverable"}:
        until(qtbot, lambda: page.detail.leads.leads is not None)


def leads(screen: TrackScreen) -> list[LeadLine]:
    found = page_of(screen).detail.leads.leads
    assert found is not None
    return list(found)


def test_a_cell_says_number_and_status(screen: TrackScreen) -> None:
    tree = tree_of(screen)
    model = tree.model()
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in (1, 6, 7)] == [
        "Jan v1", "Jun v1, day 8 of 22", "Jul",
    ]  # fmt: skip
    marketing = model.index(0, 0)
    assert model.index(1, 0, marketing).data() == "MQL delivered, at least 240 leads a month"
    assert model.index(1, 1, marketing).data() == "Jan: 216 Missed"
    assert model.index(1, 6, marketing).data() == "Jun: 93 On track"
    assert model.index(2, 3, marketing).data() == "Mar: 203 Missed, Q1 2026"


def test_a_number_leads_to_its_leads_and_their_arithmetic(qtbot: QtBot, screen: TrackScreen) -> None:
    look(qtbot, screen, "S-3", dt.date(2026, 6, 1))
    page = page_of(screen)
    assert says(page, "First contact in time, Tier A")
    assert says(
        page, "Inside sales makes first contact with at least 85% of the leads in Tier A handed over each month"
    )
    assert {"84.6%", "22 of 26 decided", "81.5 to 85.2%", "1 over", "3 allowed"} <= set(texts(page))
    behind = leads(screen)
    assert [one.row.state for one in behind[:4]] == ["overdue", "late", "late", "late"]
    overdue, late = behind[0], behind[1]
    assert overdue.lead == "BRK-27504"
    assert overdue.amount == "7 h"
    assert overdue.reason == (
        "Wed 10 Jun 09:15 to 12:00, 2 h 45 min + Wed 10 Jun 12:45 to 17:00, 4 h 15 min. Deadline was Wed 10 Jun 09:45."
    )
    assert late.reason == "Mon 1 Jun 13:36:20 to 17:06:06 = 3 h 29 min 46 s. After the deadline."
    assert late.note == "2 h 59 min 46 s over"
    assert late.row.deadline is not None


def texts(page: ScorecardPage) -> list[str]:
    return words(page) + [one.text() for one in page.findChildren(QPushButton) if one.isVisible()]


def test_the_leads_are_filtered_by_keys_and_escape_leads_back(qtbot: QtBot, screen: TrackScreen) -> None:
    look(qtbot, screen, "S-3", dt.date(2026, 6, 1))
    page, tree = page_of(screen), tree_of(screen)
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Return)
    view = page.detail.leads.view
    until(qtbot, view.hasFocus)
    until(qtbot, lambda: any(one.isVisible() for one in page.detail.leads.findChildren(Segment)))
    QTest.keyClick(view, Qt.Key.Key_3)
    assert named(page, Segment, "Outcome").current == "late"
    assert view.model().rowCount() == 3
    QTest.keyClick(view, Qt.Key.Key_1)
    assert view.model().rowCount() == 27
    QTest.keyClick(view, Qt.Key.Key_Escape)
    until(qtbot, tree.hasFocus)


def test_arrows_go_from_month_to_month(qtbot: QtBot, screen: TrackScreen) -> None:
    look(qtbot, screen, "M-2", dt.date(2026, 6, 1))
    tree = tree_of(screen)
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Left)
    assert tree.here[1] == dt.date(2026, 5, 1)
    until(qtbot, lambda: says(page_of(screen), "M-2 · May 2026"))
    screen.desk.window.registry.run("track.before")
    until(qtbot, lambda: says(page_of(screen), "M-2 · April 2026"))


def test_a_status_in_the_legend_shows_only_the_promises_that_stand_so(screen: TrackScreen) -> None:
    page = page_of(screen)
    page.top.legend.filtered.emit("not_measurable")
    model = tree_of(screen).model()
    shown = [
        model.index(row, 0, model.index(group, 0)).data().partition(",")[0]
        for group in range(model.rowCount())
        for row in range(model.rowCount(model.index(group, 0)))
    ]
    assert shown[0] == "Leads from partners"
    assert "MQL delivered" not in shown


def test_a_lead_that_is_not_late_is_not_called_late(qtbot: QtBot, screen: TrackScreen) -> None:
    look(qtbot, screen, "M-7", dt.date(2026, 6, 1))
    assert {one.mark.word for one in leads(screen)} == {"Accepted", "Rejected", "Undecided", "Excluded"}
    look(qtbot, screen, "M-1", dt.date(2026, 6, 1))
    until(qtbot, lambda: {one.mark.word for one in leads(screen)} == {"Complete", "Incomplete", "Excluded"})


def test_hidden_names_are_hidden_everywhere(qtbot: QtBot, screen: TrackScreen, tmp_path: Path) -> None:
    look(qtbot, screen, "S-3", dt.date(2026, 6, 1))
    assert any("Oskar Hanke" in one.who for one in leads(screen))
    screen.desk.window.registry.run("track.names")
    assert not any("Oskar Hanke" in one.who for one in leads(screen))
    assert leads(screen)[0].who.startswith("Rep ")
    view = page_of(screen).detail.leads.view
    assert "Hanke" not in view.model().index(0, 0).data()
    target = tmp_path / "exceptions.csv"
    write_exceptions(screen, target)
    until(qtbot, target.exists)
    assert "Hanke" not in target.read_text("utf-8-sig")


def test_the_exceptions_list_holds_what_was_not_met(qtbot: QtBot, screen: TrackScreen, tmp_path: Path) -> None:
    look(qtbot, screen, "S-3", dt.date(2026, 6, 1))
    target = tmp_path / "exceptions.csv"
    write_exceptions(screen, target)
    until(qtbot, target.exists)
    lines = target.read_text("utf-8-sig").splitlines()
    assert lines[0] == "Commitment,Lead,Who,Outcome,Working time,Remark,Why"
    assert len(lines) == 1 + 5
    assert lines[1].startswith("S-3,BRK-27504,Edda Randow 1006 · Oskar Hanke,Overdue,7 h,no answer yet,")


def test_a_figure_opens_its_formula(qtbot: QtBot, screen: TrackScreen) -> None:
    look(qtbot, screen, "S-3", dt.date(2026, 6, 1))
    button(page_of(screen), "84.6%").click()
    window = screen.desk.window
    until(qtbot, lambda: any(one.isVisible() for one in window.findChildren(Popover)))
    popover = next(one for one in window.findChildren(Popover) if one.isVisible())
    assert says(popover, "22 ÷ (22 + 3 + 1) =")
    popover.close_popover()


def test_both_teams_settle_how_a_lead_counts_and_undo_takes_it_back(qtbot: QtBot, screen: TrackScreen) -> None:
    look(qtbot, screen, "S-3", dt.date(2026, 6, 1))
    page, window = page_of(screen), screen.desk.window
    assert screen.known is not None
    made_of_the_leads = screen.known.check.newest.review.view
    view = page.detail.leads.view
    view.show_row(0)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Return)
    until(qtbot, lambda: any(one.isVisible() for one in window.findChildren(Popover)))
    popover = next(one for one in window.findChildren(Popover) if one.isVisible())
    choice = next(one for one in popover.findChildren(Choice) if one.accessibleName() == "Counts as")
    choice.show_choice("excluded")
    button(popover, "Settle").click()
    until(qtbot, lambda: says(popover, "note"))
    note = next(one for one in popover.findChildren(QLineEdit) if one.accessibleName() == "Note")
    note.setText("Test lead of our own")
    for field, name in zip(popover.findChildren(PersonField), ("Marta", "Femke"), strict=True):
        field.setEditText(name)
    button(popover, "Settle").click()
    until(qtbot, lambda: says(window, "Settled how BRK-27504 counts"))
    until(qtbot, lambda: page.detail.leads.leads is not None and len(leads(screen)) == 27)
    until(qtbot, lambda: {one.lead: one.row.state for one in leads(screen)}["BRK-27504"] == "excluded")
    assert screen.known.check.newest.review.view is made_of_the_leads  # only the promise was judged again
    settled = next(one for one in leads(screen) if one.lead == "BRK-27504")
    assert settled.reason.endswith("By the dates: overdue.")
    button(window, "Undo").click()
    until(qtbot, lambda: bool(page.detail.leads.leads) and leads(screen)[0].row.settled_from is None)
    until(qtbot, lambda: leads(screen)[0].row.state == "overdue")


def test_a_total_is_entered_beside_its_number_and_undo_takes_it_back(qtbot: QtBot, screen: TrackScreen) -> None:
    look(qtbot, screen, "J-4", dt.date(2026, 6, 1))
    page, window = page_of(screen), screen.desk.window
    assert says(page, "No value yet.")
    button(page, "Enter").click()
    until(qtbot, lambda: page.focusWidget() is not None)
    value = named(page, QLineEdit, "Value (EUR)")
    value.setText("5,100")
    named(page, QLineEdit, "Note").setText("Controlling, June")
    for field, name in zip(page.findChildren(PersonField), ("Marta", "Femke"), strict=True):
        field.setEditText(name)
    button(page, "Enter").click()
    until(qtbot, lambda: says(window, "Entered €5,100 for Q2 2026"))
    until(qtbot, lambda: says(page, "Controlling, June · Marta and Femke"))
    button(window, "Undo").click()
    until(qtbot, lambda: says(page, "No value yet."))


def test_the_tracker_and_the_review_are_written_from_here(qtbot: QtBot, screen: TrackScreen, tmp_path: Path) -> None:
    look(qtbot, screen, "M-2", dt.date(2026, 5, 1))
    tracker, review = tmp_path / "tracker.xlsx", tmp_path / "review.pdf"
    export_tracker(screen, tracker, rows=1)
    qtbot.waitUntil(lambda: says(screen.desk.window, "tracker.xlsx is written."), timeout=30_000)
    assert tracker.read_bytes()[:2] == b"PK"
    export_review(screen, review)
    qtbot.waitUntil(lambda: says(screen.desk.window, "review.pdf is written."), timeout=30_000)
    assert review.read_bytes()[:5] == b"%PDF-"


def test_what_is_asked_while_a_tracker_is_written_does_not_wait_for_it(
    qtbot: QtBot, screen: TrackScreen, tmp_path: Path
) -> None:
    session = screen.desk.session
    heard: list[str] = []
    session.told.connect(heard.append)
    export_tracker(screen, tmp_path / "tracker.xlsx", rows=1)
    session.ask(lambda workbench: len(workbench.shelf.all()), done=lambda count: heard.append(f"{count} there"))
    until(qtbot, lambda: "tracker.xlsx is written." in heard)
    assert heard == ["Writing tracker.xlsx…", "1 there", "tracker.xlsx is written."]


def test_the_page_is_asked_anew_when_an_entry_came_from_elsewhere(qtbot: QtBot, screen: TrackScreen) -> None:
    look(qtbot, screen, "J-4", dt.date(2026, 6, 1))
    session = screen.desk.session
    assert session.current is not None
    agreement = session.current.id
    session.ask(
        lambda workbench: workbench.entries.enter_total(agreement, "J-4", "2026-Q2", Decimal(5000), SETTLED),
        done=lambda _made: session.actuals_were_changed(agreement),
    )
    until(qtbot, lambda: says(page_of(screen), "Called from a private phone · Marta and Femke"))


def test_a_month_in_which_nothing_is_due_says_so(qtbot: QtBot, screen: TrackScreen) -> None:
    page, tree = page_of(screen), tree_of(screen)
    promise = next(one for one in page._promises if one.commitment.label == "M-13")
    tree.look_at(promise, dt.date(2026, 6, 1))
    until(qtbot, lambda: bool(notices(page)))
    assert notices(page) == ["No period of this promise ends in this month."]
    assert not page.detail.leads.isVisible()


def notices(page: ScorecardPage) -> list[str]:
    return [one.accessibleName() for one in page.detail.findChildren(Notice) if one.isVisible()]


def test_a_date_without_time_is_no_midnight(qtbot: QtBot, screen: TrackScreen) -> None:
    look(qtbot, screen, "M-5", dt.date(2026, 6, 1))
    assert leads(screen)[0].reason == "Won Fri 13 Feb. Counted."
    look(qtbot, screen, "M-2", dt.date(2026, 6, 1))
    until(qtbot, lambda: leads(screen)[0].reason == "Qualified Mon 1 Jun 05:46:51. Counted.")


def test_a_conversion_shows_both_of_its_views(qtbot: QtBot, screen: TrackScreen) -> None:
    look(qtbot, screen, "J-1", dt.date(2026, 5, 1))
    page, known = page_of(screen), screen.known
    assert known is not None
    line = next(one for _, one in known.check.results() if (one.label, one.period) == ("J-1", "2026-05"))
    assert line.period_value is not None
    until(qtbot, lambda: says(page, "period view"))
    assert line.period_value != line.value
    button(page, f"{line.period_value * 100:.1f}%").click()
    window = screen.desk.window
    until(qtbot, lambda: any(one.isVisible() for one in window.findChildren(Popover)))
    popover = next(one for one in window.findChildren(Popover) if one.isVisible())
    assert says(popover, f"{line.reached_in_period} ÷ {line.denominator} =")
    popover.close_popover()
