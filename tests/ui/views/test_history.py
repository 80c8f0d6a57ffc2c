"""The history in the window: the line of versions, two compared, one restored, written, looked at."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QToolButton
from pytestqt.qtbot import QtBot

from tests.support.poppler import Poppler
from tests.ui.views import stock
from tests.ui.views.at_signing import Compose, Stock, contract, spoil
from tests.ui.views.finding import at_phase, button, named, says, until
from workbench.agreement.model import Agreement
from workbench.base.clock import FixedClock
from workbench.services.workbench import Workbench
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.views.composition import Composition
from workbench.ui.views.history.page import HistoryPage

DAY = dt.timedelta(days=1)
At = Callable[..., "AtHistory"]
Fill = Callable[[Workbench, FixedClock], str]


def three_versions(workbench: Workbench, clock: FixedClock) -> str:
    """Signed and in force, a point, and one for signature that one of two has signed."""
    now = clock.moment
    made = stock.content("Northwind Traders", "Sales and marketing 2027", dt.date(2026, 7, 1), chosen="agency")
    made = _with_signers(made)
    clock.moment = now - 300 * DAY
    agreement = stock.put_version(workbench, made, "First agreement")
    clock.moment = now - 40 * DAY
    workbench.drafting.set(agreement, "teams.company", "Northwind Traders Ltd")
    workbench.drafting.set(agreement, "volumes.ceiling", 500)
    workbench.drafting.set(agreement, "sign_off.statements", [])
    workbench.versions.save(agreement, "Before the reservations")
    clock.moment = now - 2 * DAY
    workbench.drafting.set(agreement, "sign_off.statements", [{"key": "read", "text": "I have read it."}])
    workbench.drafting.set(agreement, "volumes.ceiling", 480)
    stock.save_signed(workbench, agreement, "Smaller ceiling", signed=1)
    clock.moment = now
    return agreement


def _with_signers(made: Agreement) -> Agreement:
    return dataclasses.replace(made, sign_off=contract().sign_off)


class AtHistory:
    """The window at the History phase of one agreement."""

    def __init__(self, qtbot: QtBot, made: Composition, agreement: str) -> None:
        self.qtbot, self.made, self.agreement = qtbot, made, agreement
        self.window, self.session = made.desk.window, made.desk.session
        page = at_phase(qtbot, made, agreement, "history")
        assert isinstance(page, HistoryPage)
        self.page = page
        until(qtbot, lambda: page.chronicle is not None)

    @property
    def open(self) -> OpenAgreement:
        """The agreement that is open."""
        assert self.session.current is not None
        return self.session.current

    def choose(self, number: int) -> None:
        """Choose a version by key; 0 for the draft."""
        timeline = self.page.timeline
        QTest.keyClick(timeline.list, Qt.Key.Key_Home)
        for _ in range(len(lines(self))):
            if timeline.current == number:
                return
            QTest.keyClick(timeline.list, Qt.Key.Key_Down)
        raise AssertionError(f"no version {number}")


@pytest.fixture
def at(qtbot: QtBot, compose: Compose, stocked: Stock, clock: FixedClock) -> At:
    """Opens an agreement at the History phase."""

    def sit(
        fill: Fill = three_versions, *, width: int = 1440, height: int = 900, harm: Callable[[], None] | None = None
    ) -> AtHistory:
        ids: list[str] = []
        stocked(lambda workbench: ids.append(fill(workbench, clock)))
        if harm is not None:
            harm()
        return AtHistory(qtbot, compose(width=width, height=height), ids[0])

    return sit


def lines(room: AtHistory) -> list[str]:
    """The line of versions as a screen reader has it."""
    model = room.page.timeline.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_the_line_says_what_became_of_each_version(at: At) -> None:
    room = at()
    draft, third, second, first = lines(room)
    assert draft.startswith("Draft, Open in this window, Based on v3. Says what the newest version says")
    assert third == "v3, Saved 19 Nov 2026, 15:32, 1 of 2 signed. Smaller ceiling"
    assert second.startswith("v2, Saved 12 Oct 2026, 16:32, A saved point, not for signature.")
    assert first == "v1, Signed 25 Jan 2026, In force today, since 1 Jul 2026. First agreement"
    assert says(room.page, "3 versions, 1 signed, chain intact")
    assert room.page.timeline.current == 3
    room.page.timeline._kinds.show_choice("signed")
    room.page.timeline._kinds.chosen.emit("signed")
    assert len(lines(room)) == 1


def test_which_version_was_in_force_on_a_day(at: At) -> None:
    room = at()
    assert room.page.timeline.found.text() == "v1"
    room.page.timeline.day.setDate(QDate(2025, 6, 1))
    assert room.page.timeline.found.text() == "none"


def test_a_version_is_compared_with_the_one_before_numbers_first(at: At, qtbot: QtBot) -> None:
    room = at()
    pane = room.page.pane
    until(qtbot, lambda: says(pane, "1 number changed"))
    (ceiling,) = pane._numbers_model.rows
    assert (ceiling.before, ceiling.after, ceiling.change) == ("500 leads", "480 leads", "−20, −4%")
    assert [one.how for one in pane._texts_model.rows] == ["added"]
    assert (pane.older.current, pane.newer.current) == ("2", "3")
    pane.older.setCurrentIndex(pane.older.findData("1"))
    pane.older.activated.emit(pane.older.currentIndex())
    until(qtbot, lambda: any(one.path == "teams.company" for one in pane._texts_model.rows))
    named(pane, QToolButton, "Swap the two").click()
    assert (pane.older.current, pane.newer.current) == ("3", "1")


def test_the_draft_is_compared_with_what_was_saved(at: At, qtbot: QtBot) -> None:
    room = at()
    room.open.draft.set("teams.company", "Northwind Iberia")
    room.choose(0)
    pane = room.page.pane
    until(qtbot, lambda: [one.path for one in pane._texts_model.rows] == ["teams.company"])
    assert pane.redline.isEnabled() is False
    assert says(room.page.panel, "It changes as you type")


def test_by_key_through_versions_and_changes(at: At, qtbot: QtBot) -> None:
    room = at()
    until(qtbot, room.page.timeline.list.hasFocus)
    room.choose(1)
    until(qtbot, lambda: says(room.page.pane, "v1 is the first version"))
    assert says(room.page.panel, "First agreement")
    room.choose(2)
    pane = room.page.pane
    until(qtbot, lambda: len(pane._texts_model.rows) > 1)
    assert says(pane, f"Change 1 of {len(pane._texts_model.rows)}")
    QTest.keyClick(room.window, Qt.Key.Key_F7)
    assert says(pane, f"Change 2 of {len(pane._texts_model.rows)}")
    QTest.keyClick(room.window, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert says(pane, f"Change 1 of {len(pane._texts_model.rows)}")


def test_a_version_becomes_the_draft_again_and_undo_takes_it_back(at: At, qtbot: QtBot) -> None:
    room = at()
    room.open.draft.set("teams.company", "Typed a moment ago")
    room.choose(1)
    assert button(room.page.panel, "Amend v1").isEnabled()
    QTest.keyClick(room.window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: room.open.agreement.teams.company == "Northwind Traders")
    until(qtbot, lambda: says(room.window, "The draft says what v1 says."))
    until(qtbot, lambda: "Based on v1" in lines(room)[0])
    until(qtbot, lambda: not button(room.page.panel, "Amend v1").isEnabled())
    assert says(room.page.panel, "The draft says the same.")
    button(room.window.status, "Undo").click()
    assert room.open.agreement.teams.company == "Typed a moment ago"
    until(qtbot, lambda: room.session.is_safe)
    until(qtbot, lambda: button(room.page.panel, "Amend v1").isEnabled())


@pytest.mark.poppler
def test_a_version_and_a_comparison_are_written_as_pdf(
    at: At, qtbot: QtBot, tmp_path: Path, poppler: Poppler, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = at()
    room.choose(2)
    target = tmp_path / "v2.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    button(room.page.panel, "PDF…").click()
    until(qtbot, lambda: says(room.window, f"Written to {target}"))
    assert "Northwind Traders Ltd" in poppler.text(target)
    target = tmp_path / "redline.pdf"
    button(room.page.pane, "Redline as PDF…").click()
    until(qtbot, lambda: says(room.window, f"Written to {target}"))
    assert "What changed from version 1 to version 2" in poppler.text(target).replace("\n", " ")


def test_a_signed_version_gives_its_very_file_and_says_what_it_is(
    at: At, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = at()
    target = tmp_path / "v3.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    until(qtbot, lambda: room.page.panel.answers.lines[0].words == "It cannot be verified here")
    button(room.page.panel, "Signed PDF…").click()
    until(qtbot, target.exists)
    assert target.read_bytes() == b"%PDF-1.7 signed"


def test_nothing_saved_yet(at: At) -> None:
    room = at(lambda workbench, _clock: workbench.shelf.create("Alliance 2027", "b2b"))
    assert says(room.page.pane, "No version yet")
    assert len(lines(room)) == 1
    assert says(room.page.panel, "no version until you save one")


def test_a_version_saved_meanwhile_is_on_the_line(at: At, qtbot: QtBot) -> None:
    room = at()
    room.open.draft.set("volumes.ceiling", 450)
    room.session.save_version("Another ceiling")
    until(qtbot, lambda: len(lines(room)) == 5)
    assert lines(room)[1].startswith("v4, ")
    assert room.page.timeline.current == 3


def test_a_damaged_version_is_named_and_the_others_stay(at: At, qtbot: QtBot, place: str) -> None:
    room = at(harm=lambda: spoil(place, 2))
    assert says(room.page, "3 versions, 1 signed, 1 damaged")
    room.choose(2)
    assert says(room.page.panel, "It is neither restored nor written.")
    assert not button(room.page.panel, "Restore v2 as draft").isEnabled()
    until(qtbot, lambda: says(room.page.pane, "The others are not affected."))
    room.choose(1)
    assert button(room.page.panel, "Amend v1").isEnabled()


def test_without_room_the_three_parts_take_turns(at: At) -> None:
    room = at(width=1024, height=640)
    assert room.page.timeline.isVisible()
    assert room.page.pane.isVisible()
    assert not room.page.panel.isVisible()
    named(room.page, QToolButton, "The version").click()
    assert room.page.panel.isVisible()
    assert not room.page.pane.isVisible()
    room.window.resize(700, 640)
    assert not room.page.timeline.isVisible() or not room.page.pane.isVisible()
