from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.focus import focused, press
from workbench.base.language import Language
from workbench.ui.parts import undo_bar
from workbench.ui.parts.button import Button
from workbench.ui.parts.formula import Formula, Input, formula_popover
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import column, stretch
from workbench.ui.parts.legend import Entry, Legend
from workbench.ui.parts.marks import STATUS, outcome, status
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.paper import Paper, Spot, blank_page
from workbench.ui.parts.popover import Popover
from workbench.ui.parts.undo_bar import UndoBar

Show = Callable[[QWidget], QWidget]


def page(*items: QWidget) -> QWidget:
    holder = QWidget()
    holder.setLayout(column(stretch(), *items, stretch()))
    holder.resize(900, 600)
    return holder


def test_a_notice_stays_in_its_place_when_it_is_settled(show: Show) -> None:
    fix = Button("Move 24 to December")
    notice = Notice("error", "480 planned, sales can work 456.", strong="October is over capacity:", actions=(fix,))
    show(page(notice))
    height = notice.height()
    assert notice.accessibleName() == "October is over capacity: 480 planned, sales can work 456."
    notice.say("ok", "{every} month fits.", act=False)
    assert notice.accessibleName() == "{every} month fits."
    assert notice.property("issue") == "ok"
    assert not fix.isEnabled()
    assert fix.isVisible()
    assert notice.height() == height


def test_undo_is_offered_once_and_only_for_a_while(show: Show, qtbot: QtBot) -> None:
    bar = UndoBar("Undo")
    show(page(bar))
    assert not bar.isVisible()
    done: list[str] = []
    bar.offer("Row removed", lambda: done.append("back"))
    assert bar.isVisible()
    bar.take_back()
    bar.take_back()
    assert done == ["back"]
    assert not bar.isVisible()
    bar.offer("Row removed", lambda: done.append("again"))
    bar._timer.start(1)
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=2000)
    bar.take_back()
    assert done == ["back"]
    assert undo_bar.STAYS_MS >= 5000


def test_what_cannot_be_taken_back_has_no_button(show: Show) -> None:
    bar = UndoBar("Undo")
    show(page(bar))
    bar.offer("Copied", None)
    button = bar.findChild(Button)
    assert button is not None
    assert not button.isVisible()


def test_a_popover_opens_beside_and_gives_the_focus_back(show: Show) -> None:
    anchor, other = QLineEdit(), QLineEdit()
    window = show(page(anchor, other))
    anchor.setFocus()
    popover = Popover("Median", Label("Half took less."), close_says="Close")
    popover.open_at(anchor)
    assert popover.window() is window
    assert window.rect().contains(popover.geometry())
    assert popover.isAncestorOf(focused())
    press(Qt.Key.Key_Escape)
    assert not popover.isVisible()
    assert QApplication.focusWidget() is anchor


def test_a_popover_is_as_tall_as_its_sentences(show: Show) -> None:
    anchor = QLineEdit()
    window = show(page(anchor))
    window.resize(900, 700)
    notice, label = Notice("hint", "A sentence that has to wrap in so narrow a card. " * 2), Label("Why?")
    popover = Popover("Median", notice, label, close_says="Close")
    popover.open_at(anchor)
    assert label.height() == label.sizeHint().height()
    tall = popover.height()
    notice.hide()
    popover.fit()
    assert popover.height() < tall
    assert label.height() == label.sizeHint().height()


def test_a_press_elsewhere_closes_a_popover_and_still_counts(show: Show) -> None:
    anchor, other = QLineEdit(), Button("Other")
    pressed: list[int] = []
    other.clicked.connect(lambda: pressed.append(1))
    show(page(anchor, other))
    popover = Popover("Median", Label("Half took less."), close_says="Close")
    popover.open_at(anchor)
    QTest.mouseClick(popover, Qt.MouseButton.LeftButton, pos=popover.rect().center())
    assert popover.isVisible()
    QTest.mouseClick(other, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert not popover.isVisible()
    assert pressed == [1]


def test_a_popover_opens_upwards_where_there_is_no_room_below(show: Show) -> None:
    anchor = QLineEdit()
    holder = QWidget()
    holder.setLayout(column(stretch(), anchor))
    holder.resize(700, 400)
    show(holder)
    popover = Popover("Median", Label("Half took less."), close_says="Close")
    popover.open_at(anchor)
    assert popover.geometry().bottom() <= anchor.geometry().top() + 1


def test_closed_popovers_are_gone(show: Show) -> None:
    anchor = QLineEdit()
    window = show(page(anchor))
    for _ in range(3):
        popover = Popover("Median", Label("Half took less."), close_says="Close")
        popover.open_at(anchor)
        popover.close_popover()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert window.findChildren(Popover) == []


def test_a_formula_shows_its_inputs_and_can_be_copied(show: Show, english: Language) -> None:
    anchor = QLineEdit()
    show(page(anchor))
    formula = Formula("Share in time", "98 ÷ 121 =", "81.0%", (Input("Met", "98", "measured"),), "One decimal.")
    popover = formula_popover(formula, english)
    popover.open_at(anchor)
    said = {label.accessibleName() or label.text() for label in popover.findChildren(Label)}
    assert {"98 ÷ 121 = 81.0%", "Met", "98", "measured", "One decimal."} <= said
    copy = next(b for b in popover.findChildren(QWidget) if b.accessibleName() == "Copy")
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "Share in time: 98 ÷ 121 = 81.0%"


def test_a_legend_counts_filters_and_breaks_into_lines(show: Show, english: Language) -> None:
    legend = Legend(STATUS, english, name="Statuses")
    holder = page(legend)
    show(holder)
    legend.show_counts({"met": 34, "missed": 12})
    entries = legend.findChildren(Entry)
    assert [entry.accessibleName() for entry in entries[:3]] == ["Met 34", "Missed 12", "On track 0"]
    filtered: list[str] = []
    legend.filtered.connect(filtered.append)
    entries[0].setFocus()
    QTest.keyClick(entries[0], Qt.Key.Key_Space)
    QTest.mouseClick(entries[1], Qt.MouseButton.LeftButton)
    QTest.mouseClick(entries[1], Qt.MouseButton.LeftButton)
    assert filtered == ["met", "missed", ""]
    wide = legend.height()
    holder.resize(320, 600)
    QApplication.processEvents()
    assert legend.heightForWidth(280) > wide
    assert all(entry.geometry().right() <= legend.width() for entry in entries)


def test_a_state_of_a_newer_program_is_said_to_be_unknown() -> None:
    assert status("brand_new").word == "Unknown"
    assert outcome("brand_new").word == "Unknown"


def test_paper_is_white_in_the_dark_and_shows_its_spot(show: Show) -> None:
    from workbench.ui.theme.theme import theme

    theme().apply(dark=True)
    paper = Paper(name="Page 1 of 1", width=200)
    paper.show_page(blank_page(595, 842), "Page 1 of 2", Spot(0.5, 0.5, 0.3, 0.1, "Here"))
    show(paper)
    image: QImage = paper.grab().toImage()
    assert image.pixelColor(5, 5).name() == "#ffffff"
    assert image.pixelColor(round(200 * 0.65), round(paper.height() * 0.5) + 1).name() != "#ffffff"
    assert paper.accessibleName() == "Page 1 of 2"
    assert abs(paper.height() / paper.width() - 842 / 595) < 0.01
    paper.set_width(400)
    assert paper.width() == 400
