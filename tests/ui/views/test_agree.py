"""The Agree phase: sections and their states, promises, open points, and the ways between them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.views.finding import arrived, button, created, field, named, says, until, words
from workbench.ui.form.row_card import RowCard
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.shell.rail import Rail
from workbench.ui.shell.rail_items import ITEM, RailItem
from workbench.ui.views.agree.follow_up.matrix_table import MatrixTable
from workbench.ui.views.agree.screen import AgreeScreen
from workbench.ui.views.agree.section_view import SectionView
from workbench.ui.views.composition import Composition

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Agreeing:
    """The Agree phase of a new agreement."""

    def __init__(self, qtbot: QtBot, made: Composition, template: str) -> None:
        self.qtbot, self.made = qtbot, made
        self.open: OpenAgreement = created(qtbot, made, template=template)
        self.window = made.desk.window
        self.window.go("agree")
        arrived(qtbot, made, "agree")
        screen = self.window.findChild(AgreeScreen)
        assert screen is not None
        self.screen = screen

    @property
    def view(self) -> SectionView:
        assert self.screen.view is not None
        return self.screen.view

    def go(self, section: str) -> SectionView:
        self.screen.go(section)
        self.view.page.finish()
        return self.view

    def rail(self) -> dict[str, RailItem]:
        rail = self.window.rail("agree")
        assert isinstance(rail, Rail)
        model = rail._list.items
        return {
            item.key: item
            for item in (model.index(number, 0).data(ITEM) for number in range(model.rowCount()))
            if isinstance(item, RailItem)
        }

    def focus(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focus(), key, modifier)


Agree = Callable[..., Agreeing]


@pytest.fixture
def agree(qtbot: QtBot, compose: Callable[..., Composition]) -> Agree:
    def make(template: str = "b2b", **how: int) -> Agreeing:
        return Agreeing(qtbot, compose(**how), template)

    return make


def test_the_rail_says_how_far_each_section_is(agree: Agree) -> None:
    room = agree("empty")
    found = room.rail()
    assert list(found)[:3] == ["teams", "goals", "buyer"]
    assert (found["teams"].detail, found["sign_off"].detail) == ("0 of 8 answered", "4 of 5 answered")
    ring = found["sign_off"].ring
    assert ring is not None
    assert (ring.state, ring.share) == ("draft", 0.8)
    room.open.draft.set("teams.company", "Northwind Traders")
    until(room.qtbot, lambda: room.rail()["teams"].detail == "1 of 8 answered")
    ring = room.rail()["teams"].ring
    assert ring is not None
    assert ring.state == "draft"


def test_a_section_is_marked_as_agreed_and_undo_takes_it_back(agree: Agree) -> None:
    room = agree()
    room.go("goals")
    button(room.view, "Mark as agreed").click()
    until(room.qtbot, lambda: room.rail()["goals"].detail == "Agreed")
    assert room.open.agreement.workshop.sections[0].key == "goals"
    assert "1 of 12 agreed" in words(room.window)
    assert room.window.registry.tip("edit.undo") == "Undo: marking Goals as agreed (Ctrl Z)"
    assert button(room.view, "Reopen").isVisible()
    room.go("buyer")
    room.window.registry.run("edit.undo")
    until(room.qtbot, lambda: room.rail()["goals"].detail == "Complete")
    assert room.view.info.name == "goals"
    assert room.open.agreement.workshop.sections == ()


def test_a_section_is_disputed_by_key(agree: Agree) -> None:
    room = agree()
    room.go("volumes")
    room.window.setFocus()
    QTest.keyClick(room.window, Qt.Key.Key_X, CTRL | ALT)
    until(room.qtbot, lambda: room.rail()["volumes"].detail == "Disputed")
    assert room.rail()["volumes"].tone == "warn"
    assert "1 disputed" in words(room.window)


def test_a_section_is_skipped_with_a_reason_and_taken_up_again(agree: Agree) -> None:
    room = agree("empty")
    room.go("governance")
    room.window.registry.run("agree.skip")
    reason = field(room.view, "Why is this section skipped?")
    assert not button(room.view, "Skip this section").isEnabled()
    QTest.keyClicks(reason, "Decided in May")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    until(room.qtbot, lambda: room.rail()["governance"].detail == "Skipped")
    row = room.open.agreement.workshop.sections[0]
    assert (row.key, row.state, row.reason) == ("governance", "skipped", "Decided in May")
    until(room.qtbot, lambda: not any(one.path.startswith("governance") for one in room.open.draft.issues))
    until(room.qtbot, lambda: says(room.view, "Decided in May"))
    button(room.view, "Take it up again").click()
    until(room.qtbot, lambda: room.rail()["governance"].detail == "0 of 7 answered")


def test_skipping_can_be_left_and_is_not_interrupted(agree: Agree) -> None:
    room = agree()
    room.go("governance")
    room.window.registry.run("agree.skip")
    reason = field(room.view, "Why is this section skipped?")
    QTest.keyClicks(reason, "No programme yet")
    room.open.draft.set("governance.system_of_record", "CRM")  # what the rules find comes while somebody types
    room.view.refresh()
    assert reason.isVisible()
    assert reason.text() == "No programme yet"
    QTest.keyClick(reason, Qt.Key.Key_Escape)
    assert not says(room.view, "Why is this section skipped?")
    assert room.open.agreement.workshop.sections == ()


def test_what_a_page_promises_follows_what_is_typed(agree: Agree) -> None:
    room = agree()
    room.go("volumes")
    assert says(room.view, "What this page promises")
    assert any("<b>400</b> leads that reach MQL" in text for text in words(room.view))
    room.open.draft.set("volumes.volume_targets[mql].amount", 450)
    until(room.qtbot, lambda: any("<b>450</b> leads that reach MQL" in text for text in words(room.view)))
    room.open.draft.set("volumes.quality_targets[all].share", Decimal("0.75"))
    until(
        room.qtbot,
        lambda: any("at least <b>75%</b> of those decided on are accepted" in text for text in words(room.view)),
    )
    room.open.draft.remove_row("volumes.value_targets", "all")
    until(room.qtbot, lambda: not says(room.view, "at the lead values frozen"))


def test_a_promise_leads_to_where_it_is_agreed(agree: Agree) -> None:
    room = agree()
    room.go("follow_up")
    room.window.activateWindow()
    button(room.view, "S-3, go to where it is agreed").click()
    until(room.qtbot, lambda: room.view.page.binder.current_path == "follow_up.tiers[a].target")


def test_a_section_without_promises_does_not_speak_of_them(agree: Agree) -> None:
    room = agree()
    room.go("goals")
    assert not says(room.view, "What this page promises")
    assert says(room.view, "Which single number would make us both say the year went well?")


def test_open_points_lead_to_their_place(agree: Agree) -> None:
    room = agree("empty")
    room.go("goals")
    assert says(room.view, "Primary goal is missing.") or says(room.view, "is missing.")
    room.window.registry.run("agree.issues")
    popover = named(room.window, QWidget, "Open points, 29")
    wanted = next(one for one in popover.findChildren(QPushButton) if "Currency" in one.accessibleName())
    assert wanted.accessibleName().startswith("stands against signing: Currency.")
    wanted.click()
    until(room.qtbot, lambda: room.view.info.name == "teams")
    until(room.qtbot, lambda: room.view.page.binder.current_path == "teams.currency")


def test_f8_goes_through_open_questions_across_sections(agree: Agree) -> None:
    room = agree("empty")
    room.go("common_language")
    room.window.registry.run("agree.open")
    until(room.qtbot, lambda: room.view.info.name == "volumes")
    room.screen.go("teams")
    room.window.registry.run("agree.open")
    until(room.qtbot, lambda: room.view.page.binder.current_path == "teams.company")
    room.window.registry.run("agree.open")
    until(room.qtbot, lambda: room.view.page.binder.current_path == "teams.participants")


def test_sections_by_key_and_by_the_footer(agree: Agree) -> None:
    room = agree()
    room.go("teams")
    QTest.keyClick(room.window, Qt.Key.Key_PageDown, CTRL)
    assert room.view.info.name == "goals"
    until(room.qtbot, lambda: room.view.page.isAncestorOf(room.focus()))
    QTest.keyClick(room.window, Qt.Key.Key_PageUp, CTRL)
    assert room.view.info.name == "teams"
    QTest.keyClick(room.window, Qt.Key.Key_PageUp, CTRL)
    assert room.view.info.name == "teams"
    button(room.view, "Next: Goals").click()
    assert room.view.info.name == "goals"
    button(room.view, "Teams and scope").click()
    assert room.view.info.name == "teams"


def test_after_the_last_section_comes_signing(agree: Agree) -> None:
    room = agree()
    button(room.go("sign_off"), "Next: Sign").click()
    arrived(room.qtbot, room.made, "sign")


def test_a_closed_promise_says_its_target_first(agree: Agree) -> None:
    room = agree()
    (table,) = room.go("follow_up").page.findChildren(MatrixTable)
    assert table.model().index(0, 1).data() == "Tier A, Every source: 15 min, 90%, 6 tries in 10 days"
    view = room.go("sign_off")
    said = [card.summary.text() for card in view.page.findChildren(RowCard) if card.title.text() == "Sales lead"]
    assert said == ["[Head of Sales]  ·  Sales  ·  Order 1"]


def test_undo_brings_the_place_into_view_in_whatever_section_it_is(agree: Agree) -> None:
    room = agree()
    room.go("teams")
    room.open.draft.set("teams.company", "Northwind Traders")
    room.open.draft.seal()
    room.open.draft.set("volumes.ceiling", 500)
    room.go("governance")
    room.window.registry.run("edit.undo")
    until(room.qtbot, lambda: room.view.info.name == "volumes")
    until(room.qtbot, lambda: room.view.page.binder.current_path == "volumes.ceiling")
    room.window.go("prepare")
    arrived(room.qtbot, room.made, "prepare")
    room.window.registry.run("edit.undo")
    until(room.qtbot, lambda: room.window.place == "agree" and room.view.info.name == "teams")
    until(room.qtbot, lambda: room.view.page.binder.current_path == "teams.company")
    assert room.open.agreement.teams.company == "[Company]"


def test_typing_in_one_section_is_seen_in_the_others(agree: Agree) -> None:
    room = agree()
    view = room.go("teams")
    QTest.keyClicks(field(view, "Name of the sales team"), "Inside sales")
    room.go("follow_up")
    until(room.qtbot, lambda: says(room.view, "Inside sales makes first contact"))


def test_the_palette_finds_sections_and_promises(agree: Agree) -> None:
    room = agree()
    titles = {entry.title: entry for entry in room.window.viewing._entries()}
    assert {"Target buyer", "Governance", "Save a version", "Mark this section as agreed"} <= set(titles)
    promise = next(title for title in titles if title.startswith("S-3"))
    titles[promise].run()
    until(room.qtbot, lambda: room.view.page.binder.current_path == "follow_up.tiers[a].target")


def test_without_room_the_promises_stand_under_the_form(agree: Agree) -> None:
    room = agree(width=1024, height=640)
    view = room.go("follow_up")
    assert view.is_folded
    promised = next(one for one in view.page.findChildren(QPushButton) if one.text() == "S-3")
    assert promised.isVisibleTo(view.page)
    view._call.click()
    assert says(view, "Which leads cannot wait, and which can wait a day?")
    button(view, "Back to the form").click()
    assert view.page.isVisible()
    room.window.resize(1440, 900)
    until(room.qtbot, lambda: not view.is_folded)
    assert says(view, "Which leads cannot wait, and which can wait a day?")
    assert not any(one.text() == "S-3" for one in view.page.findChildren(QPushButton))
