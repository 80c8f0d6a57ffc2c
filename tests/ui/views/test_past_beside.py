"""Past data beside the field being agreed: offered, opened, followed while typing, honest where data is thin."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.house import clipped, cut, nameless, out_of_reach
from tests.ui.views.finding import at_phase, button, named, says, until, words
from tests.ui.views.stock import content, leads_csv, put
from tests.ui.views.track_stock import TODAY, practice, put_practice
from workbench.base.clock import FixedClock
from workbench.fields.value import Duration
from workbench.services.backtesting import Backtest, KeptSoFar
from workbench.services.workbench import Workbench
from workbench.ui.charts.chart import Chart
from workbench.ui.form.editors.duration import DurationEditor
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.shell.window import MainWindow
from workbench.ui.views.agree.follow_up.kept_before import KeptBefore
from workbench.ui.views.agree.follow_up.matrix_table import MatrixTable
from workbench.ui.views.agree.past.beside import PastBeside
from workbench.ui.views.agree.past.panel import PastPanel
from workbench.ui.views.agree.screen import AgreeScreen
from workbench.ui.views.agree.section_view import SectionView
from workbench.ui.views.composition import Composition

Compose = Callable[..., Composition]
Stocked = Callable[[Callable[[Workbench], object]], None]
CTRL = Qt.KeyboardModifier.ControlModifier


class Room:
    """The Agree phase of the only agreement."""

    def __init__(self, qtbot: QtBot, made: Composition) -> None:
        self.qtbot, self.made = qtbot, made
        at_phase(qtbot, made, made.desk.session.listing.lines[0].id, "agree")
        screen = made.desk.window.findChild(AgreeScreen)
        assert screen is not None
        self.screen = screen

    @property
    def window(self) -> MainWindow:
        return self.made.desk.window

    @property
    def view(self) -> SectionView:
        assert self.screen.view is not None
        return self.screen.view

    @property
    def past(self) -> PastBeside:
        assert self.screen._past is not None
        return self.screen._past

    @property
    def panel(self) -> PastPanel:
        assert self.past.panel is not None
        return self.past.panel

    def go(self, section: str) -> None:
        self.screen.go(section)
        self.view.page.finish()

    def at(self, path: str) -> QWidget:
        """Put the cursor into a field."""
        self.screen.show_place(path)
        until(self.qtbot, lambda: self.view.page.binder.current_path == path)
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    def answered(self) -> None:
        until(self.qtbot, lambda: not self.panel._answer.isHidden() or not self.panel._trouble.isHidden())

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TODAY)


@pytest.fixture
def room(qtbot: QtBot, place: str, tmp_path_factory: pytest.TempPathFactory, compose: Compose) -> Callable[..., Room]:
    """The practice company, signed and imported."""

    def make(**how: int) -> Room:
        put_practice(place, tmp_path_factory)
        return Room(qtbot, compose(**how))

    return make


def tier(room: Room, number: int = 0) -> str:
    found = room.made.desk.session.current
    assert found is not None
    return f"follow_up.tiers[{found.draft.root.follow_up.tiers[number].key}]"


def offers(room: Room) -> list[str]:
    return [
        one.accessibleName()
        for one in room.view.findChildren(ToolButton)
        if one.property("kind") == "offer" and one.isVisible()
    ]


def test_numbers_that_a_promise_is_judged_by_offer_past_data_and_others_do_not(room: Callable[..., Room]) -> None:
    made = room()
    made.at(f"{tier(made)}.target")
    found = offers(made)
    assert "First contact within, on past data (Ctrl+B)" in found
    assert {"Tier, on past data (Ctrl+B)", "Owner, on past data (Ctrl+B)"}.isdisjoint(found)
    made.go("teams")
    assert offers(made) == []


def test_each_cell_of_the_matrix_says_how_often_it_would_have_been_met(room: Callable[..., Room]) -> None:
    made = room()
    made.go("follow_up")
    (table,) = made.view.findChildren(MatrixTable)
    first = table.matrix_model.index(0, 1)

    def says_past() -> str:
        return str(first.data()).rpartition(", ")[2]

    until(made.qtbot, lambda: says_past().startswith("met in "))
    assert first.data(Qt.ItemDataRole.ToolTipRole) == first.data(Qt.ItemDataRole.AccessibleTextRole) == first.data()
    assert any("past periods on record" in one for one in words(made.view))
    path = f"{tier(made)}.target"
    made.at(path)
    made.press(Qt.Key.Key_B, CTRL)
    made.answered()
    headline = made.panel.accessibleDescription()
    kept, whole = says_past().removeprefix("met in ").removesuffix(" months").split(" of ")
    assert headline.startswith(f"{kept} of {whole} months"), headline
    made.screen._open.draft.set(f"{tier(made)}.share", Decimal("0.01"))
    until(made.qtbot, lambda: says_past() == f"met in {whole} of {whole} months")
    # what is taken back while it is being replayed never shows
    (past,) = made.view.findChildren(KeptBefore)
    draft = made.screen._open.draft
    draft.seal()
    draft.set(f"{tier(made)}.share", Decimal(1))
    past._ask()
    draft.stack.undo()
    past._ask()
    until(made.qtbot, lambda: not past._errands._tasks)
    assert past.of(draft.root.follow_up.tiers[0].key) == KeptSoFar(int(whole), int(whole), few=False)


def test_the_shortcut_opens_it_under_the_field_and_leaves_the_cursor_there(room: Callable[..., Room]) -> None:
    made = room()
    field = made.at(f"{tier(made)}.target")
    made.press(Qt.Key.Key_B, CTRL)
    made.answered()
    assert QApplication.focusWidget() is field
    assert made.panel._label.text() == "S-3"
    assert made.panel._headline.text().endswith("months")
    below = made.panel.mapTo(made.window, made.panel.rect().topLeft()).y()
    assert below > field.mapTo(made.window, field.rect().bottomLeft()).y()
    made.press(Qt.Key.Key_B, CTRL)
    assert made.past.panel is None


def test_it_follows_what_is_typed(qtbot: QtBot, room: Callable[..., Room]) -> None:
    made = room()
    field = made.at(f"{tier(made)}.target")
    assert isinstance(field, QLineEdit)
    made.press(Qt.Key.Key_B, CTRL)
    made.answered()
    before = made.panel.accessibleDescription()
    place = made.view.page.binder.place(f"{tier(made)}.target")
    assert place is not None
    assert isinstance(place.editor, DurationEditor)
    field.selectAll()
    QTest.keyClicks(field, "600")
    until(qtbot, lambda: "600 business minutes" in made.panel.accessibleDescription())
    assert made.panel.accessibleDescription() != before
    assert made.panel._headline.text() != ""
    assert QApplication.focusWidget() is field
    made.view.page.binder.draft.stack.undo()  # and undo
    until(qtbot, lambda: made.panel.accessibleDescription() == before)


def test_what_it_says_is_what_the_backtest_says(qtbot: QtBot, room: Callable[..., Room]) -> None:
    made = room()
    made.at(f"{tier(made)}.target")
    made.press(Qt.Key.Key_B, CTRL)
    made.answered()
    session = made.made.desk.session
    assert session.current is not None
    agreement = session.current.id
    answers: list[Backtest] = []
    session.ask(lambda it: it.backtesting.backtest(agreement, "S-3", [], session.language), done=answers.append)
    until(qtbot, lambda: bool(answers))
    (own,) = answers[0].replays
    assert made.panel._headline.text() == f"{own.kept} of {len(own.judged)} months"
    assert made.panel._ladder is not None
    steps = made.panel._ladder._data.steps
    assert [step.kept for step in steps] == [
        f"{one.replay.kept} of {len(one.replay.judged)}" for one in answers[0].past.rungs
    ]


def test_a_text_that_is_no_number_keeps_the_answer_and_says_for_which(qtbot: QtBot, room: Callable[..., Room]) -> None:
    made = room()
    field = made.at(f"{tier(made)}.share")
    assert isinstance(field, QLineEdit)
    made.press(Qt.Key.Key_B, CTRL)
    made.answered()
    field.selectAll()
    QTest.keyClicks(field, "nine")
    until(qtbot, lambda: "no value yet" in made.panel._foot.text())


def test_each_part_of_a_promise_has_its_own_ladder(qtbot: QtBot, room: Callable[..., Room]) -> None:
    made = room()
    labels = {}
    for part in ("target", "share", "attempts"):
        made.at(f"{tier(made)}.{part}")
        made.press(Qt.Key.Key_B, CTRL)
        made.answered()
        until(qtbot, lambda: made.panel._ladder is not None)
        assert made.panel._ladder is not None
        labels[part] = [step.label for step in made.panel._ladder._data.steps]
    assert "4 business hours" in labels["target"]
    assert all(label.endswith("%") for label in labels["share"])
    assert "3 attempts" in labels["attempts"]
    assert len(made.view.findChildren(PastPanel)) >= 1
    assert len([one for one in made.view.findChildren(PastPanel) if one.isVisible()]) == 1


def test_the_palette_and_the_registry_know_it(room: Callable[..., Room]) -> None:
    made = room()
    registry = made.window.registry
    made.go("teams")
    assert "agree.past" not in [one.name for one in registry.shown()]
    made.go("volumes")
    assert "agree.past" in [one.name for one in registry.shown()]
    assert registry.get("agree.past").shortcut == "Ctrl+B"
    registry.run("agree.past")  # from the palette no field has the cursor: the first number of the page
    made.answered()
    assert made.view.page.binder.current_path.startswith("volumes.")


def test_escape_in_the_panel_gives_the_cursor_back(room: Callable[..., Room]) -> None:
    made = room()
    field = made.at(f"{tier(made)}.target")
    made.press(Qt.Key.Key_B, CTRL)
    made.answered()
    made.panel._x.setFocus()
    made.press(Qt.Key.Key_Escape)
    assert made.past.panel is None
    assert QApplication.focusWidget() is field


def test_tab_reaches_the_panel_after_its_line_and_everything_has_a_name(
    qtbot: QtBot, room: Callable[..., Room], settle: Callable[[], None]
) -> None:
    made = room()
    made.at(f"{tier(made)}.share")
    made.press(Qt.Key.Key_B, CTRL)
    made.answered()
    until(qtbot, lambda: made.panel._ladder is not None)
    settle()  # the order follows with the next turn
    line = made.panel.parentWidget()
    assert line is not None
    for _ in range(6):  # what stands on the same line comes first
        made.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert line.isAncestorOf(focused)
        if made.panel.holds(focused):
            break
    assert made.panel.holds(QApplication.focusWidget())
    every = [made.panel, *made.panel.findChildren(QWidget)]
    assert nameless(every) == []
    assert out_of_reach(every) == []


def test_removing_the_row_takes_the_panel_with_it(qtbot: QtBot, room: Callable[..., Room]) -> None:
    made = room()
    made.at(f"{tier(made)}.target")
    made.press(Qt.Key.Key_B, CTRL)
    made.answered()
    key = tier(made).partition("[")[2][:-1]
    made.view.page.binder.draft.remove_row("follow_up.tiers", key)
    until(qtbot, lambda: made.past.panel is None)


@pytest.mark.parametrize("dark", [False, True])
def test_it_stands_in_a_small_window_with_nothing_cut(qtbot: QtBot, room: Callable[..., Room], dark: bool) -> None:
    from workbench.ui.theme.theme import theme

    theme().apply(dark=dark, scale=1.0)
    made = room(width=1024, height=640)
    made.go("follow_up")
    (past,) = made.view.findChildren(KeptBefore)
    until(qtbot, lambda: bool(past._known))  # the cells above take on their last height
    field = made.at(f"{tier(made)}.share")
    made.press(Qt.Key.Key_B, CTRL)
    made.answered()
    page = made.view.page
    assert page._scroller is not None
    view = page._scroller.viewport()

    def seen(widget: QWidget) -> bool:
        top = widget.mapTo(view, widget.rect().topLeft()).y()
        return top >= 0 and top + widget.height() <= view.height()

    until(qtbot, lambda: seen(made.panel) and seen(field))
    assert cut(made.panel) == []
    assert clipped(page) == []


def test_without_imports_it_says_which_columns_to_import(qtbot: QtBot, stocked: Stocked, compose: Compose) -> None:
    stocked(lambda workbench: practice(workbench, signed=False, data=False, entries=False))
    made = Room(qtbot, compose())
    made.at(f"{tier(made)}.target")
    made.press(Qt.Key.Key_B, CTRL)
    made.answered()
    assert says(made.panel, "Nothing is imported yet.")
    assert says(made.panel, "First touch")
    assert button(made.panel, "Import…").isEnabled()


def few_leads(tmp_path: Path, days: int) -> Callable[[Workbench], object]:
    """Leads of so many days from the first of April, three each working day, touched after an hour."""

    def put_them(workbench: Workbench) -> None:
        first = TODAY.date().replace(month=4, day=1)
        agreement = put(workbench, content("Alder", "Alder 2026", first))
        workbench.actuals.import_file(agreement, leads_csv(tmp_path / "leads.csv", first, days, 3))

    return put_them


def test_a_tiny_sample_is_called_one(qtbot: QtBot, stocked: Stocked, compose: Compose, tmp_path: Path) -> None:
    stocked(few_leads(tmp_path, 2))
    made = Room(qtbot, compose())
    made.at(f"{tier(made)}.share")
    made.press(Qt.Key.Key_B, CTRL)
    made.answered()
    assert made.panel._headline.text() == "Too little data"
    assert made.panel._chip.isHidden()
    assert says(made.panel, "Not judged for too few decided leads: 1 month.")
    assert says(
        made.panel, "0 of 6 decided leads: a few more could turn it."
    )  # touched after an hour, 15 minutes asked
    assert made.panel._ladder is None  # no target can be called kept


def test_one_or_two_months_are_not_called_a_habit(
    qtbot: QtBot, stocked: Stocked, compose: Compose, tmp_path: Path
) -> None:
    stocked(few_leads(tmp_path, 33))
    made = Room(qtbot, compose())
    made.at(f"{tier(made)}.share")
    made.press(Qt.Key.Key_B, CTRL)
    made.answered()
    assert says(made.panel, "Only 1 month could be judged: too few to build a promise on.")


def test_a_missing_column_is_named(qtbot: QtBot, stocked: Stocked, compose: Compose, tmp_path: Path) -> None:
    file = tmp_path / "leads.csv"
    file.write_text("Lead ID,MQL date,Handed over,Tier\nL1,2026-05-04 10:00,2026-05-04 10:05,A\n", "utf-8")

    def put_it(workbench: Workbench) -> None:
        agreement = put(workbench, content("Alder", "Alder 2026", TODAY.date().replace(month=5, day=1)))
        workbench.actuals.import_file(agreement, file)

    stocked(put_it)
    made = Room(qtbot, compose())
    made.at(f"{tier(made)}.target")
    made.press(Qt.Key.Key_B, CTRL)
    made.answered()
    assert says(made.panel, "First touch")
    assert not made.panel._trouble.isHidden()


def test_a_row_that_promises_nothing_yet_says_so(qtbot: QtBot, room: Callable[..., Room]) -> None:
    made = room()
    path = tier(made)
    draft = made.view.page.binder.draft
    made.at(f"{path}.attempts")
    for name in ("attempts", "attempts_within", "attempts_share"):
        draft.set(f"{path}.{name}", None)
    made.press(Qt.Key.Key_B, CTRL)
    until(qtbot, lambda: says(made.panel, "This promises nothing yet."))
    draft.set(f"{path}.attempts", 3)
    until(qtbot, lambda: says(made.panel, "No time is agreed yet."))
    draft.set(f"{path}.attempts_within", Duration(5, "business_days"))
    draft.set(f"{path}.attempts_share", Decimal("0.8"))
    made.answered()
    until(qtbot, lambda: "80% with 3 attempts" in made.panel.accessibleDescription())


def test_a_field_of_several_promises_lets_one_choose(qtbot: QtBot, room: Callable[..., Room]) -> None:
    made = room()
    draft = made.view.page.binder.draft
    first = draft.value("handoff.decisions")[0]
    draft.insert_row("handoff.decisions", type(first)(share=Decimal("0.5"), period="month"))
    made.at("handoff.acceptance_window")
    made.press(Qt.Key.Key_B, CTRL)
    made.answered()
    assert made.panel._label.text() == "S-1"
    until(qtbot, lambda: any(one.text() == "S-2" and one.isVisible() for one in made.panel._links))
    other = button(made.panel, "S-2")
    QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: made.panel._label.text() == "S-2")
    assert "50%" in made.panel.accessibleDescription()


def test_a_new_import_is_taken_in(qtbot: QtBot, stocked: Stocked, compose: Compose, tmp_path: Path) -> None:
    stocked(few_leads(tmp_path, 2))
    made = Room(qtbot, compose())
    made.at(f"{tier(made)}.share")
    made.press(Qt.Key.Key_B, CTRL)
    made.answered()
    session = made.made.desk.session
    assert session.current is not None
    agreement = session.current.id
    more = leads_csv(tmp_path / "more.csv", TODAY.date().replace(month=4, day=1), 33, 5)
    session.ask(
        lambda workbench: workbench.actuals.import_file(agreement, more),
        done=lambda _kept: session.actuals_were_changed(),
    )
    until(qtbot, lambda: "Too little data" not in words(made.panel))


def test_the_offer_moves_no_field_and_takes_no_stop_of_tab(room: Callable[..., Room]) -> None:
    made = room()
    field = made.at(f"{tier(made)}.target")
    share = made.view.page.binder.place(f"{tier(made)}.share")
    assert share is not None
    made.go("volumes")
    found = made.made.desk.session.current
    assert found is not None
    path = f"volumes.volume_targets[{found.draft.root.volumes.volume_targets[0].key}]"
    amount = made.at(f"{path}.amount")
    stage = made.view.page.binder.place(f"{path}.stage")
    assert stage is not None
    stage_top = stage.editor.widget.mapTo(made.window, stage.editor.widget.rect().topLeft()).y()
    assert amount.mapTo(made.window, amount.rect().topLeft()).y() == stage_top
    made.at(f"{tier(made)}.target")
    made.press(Qt.Key.Key_Tab)  # to its unit
    made.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is share.editor.target
    assert field.isVisible()


def test_pressing_the_offer_is_the_same(qtbot: QtBot, room: Callable[..., Room]) -> None:
    made = room()
    made.at(f"{tier(made)}.target")
    offer = named(made.view, ToolButton, "First contact within, on past data (Ctrl+B)")
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    made.answered()
    until(qtbot, lambda: made.view.page.binder.current_path == f"{tier(made)}.target")
    assert [one.isVisible() for one in made.panel.findChildren(Chart)].count(True) == 2
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert made.past.panel is None
