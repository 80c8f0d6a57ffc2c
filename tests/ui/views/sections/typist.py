"""Somebody who fills pages with the keyboard alone: Tab goes on, and what has the focus is answered by its keys.

Every act is a key struck on the widget with the focus; what a person reads beside it, its label and its example, is
asked of the declarations. Must not know any section.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.form.keyboard import CONTROL, focused, press, strike
from tests.ui.views.finding import until
from workbench.fields.amounts import DurationKind
from workbench.fields.kind import BadText
from workbench.fields.moments import DayKind, MomentKind, TimeKind
from workbench.fields.pictures import PictureKind
from workbench.fields.words import TextKind, TextsKind
from workbench.ui.form.binder import Place
from workbench.ui.form.fold import Fold
from workbench.ui.form.row_card import RowCard
from workbench.ui.form.rows import RowsEditor
from workbench.ui.form.section_page import SectionPage
from workbench.ui.parts.figure import NumberButton
from workbench.ui.parts.popover import Popover

MOST_STEPS = 700
"""More steps of Tab no page takes."""
LETTERS = 12
"""Of an example, so many are typed: the rest would only take time."""
NUMBERS = ("7", "0.7", "70%")
Act = Callable[[QWidget], bool]
"""Answers what has the focus in a way of its own; whether it did."""


@dataclass
class Typist:
    """Somebody at the keyboard.

    Attributes:
        qtbot: Waits.
        ways: How parts are answered that are no usual editors, by the name of their class.
        said: What has had the focus, in order, as a screen reader calls it.
        formulas: Of what numbers it asked how they came about.
    """

    qtbot: QtBot
    ways: dict[str, Act] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)

    def fill(self, page: SectionPage) -> None:
        """Go through a page from its first field to its last, and answer what is not answered yet."""
        before = None
        for _ in range(MOST_STEPS):
            now = focused()
            if not page.isAncestorOf(now):
                return
            assert now is not before, f"Tab does not leave {called(now)}"
            self.said.append(called(now))
            self._answer(page, now)
            _as_a_window_manager(page)
            before = focused()
            strike(Qt.Key.Key_Tab)
        raise AssertionError(f"no end of the page after {self.said[-20:]}")

    def reach(self, name: str) -> QWidget:
        """Come to what is called so with Tab alone, from wherever the focus is."""
        passed = []
        for _ in range(MOST_STEPS):
            now = focused()
            if called(now).startswith(name):
                return now
            passed.append(called(now))
            strike(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not come to {name!r}, only to {passed}")

    def _answer(self, page: SectionPage, now: QWidget) -> None:
        way = self.ways.get(type(now).__name__)
        if way is not None and way(now):
            return
        fold = now.parentWidget()
        if isinstance(fold, Fold) and now is fold.button:
            if not fold.is_open:
                press("␣")
            return
        if isinstance(now, NumberButton):
            self._ask_how(now)
            return
        card = _closed_card(now)
        if card is not None and _is_first(page, card):
            press("␣")
            QApplication.processEvents()
            return
        place = _place_of(page, now)
        if place is None:
            return
        if isinstance(place.editor, RowsEditor):
            if now is place.editor.add_button and not page.binder.draft.value(place.path):
                press("␣")
                until(self.qtbot, lambda: focused() is not now)
                QApplication.processEvents()  # nobody types faster than the window shows the row
                self.said.append(called(focused()))
                self._answer(page, focused())
            return
        if isinstance(place.editor.field.kind, PictureKind):
            return  # a file is chosen in the system's own dialog
        if place.editor.field.kind.is_empty(page.binder.draft.value(place.path)):
            _answer_field(place, now)

    def _ask_how(self, now: QWidget) -> None:
        """Open a number's formula and close it again: Escape gives the focus back."""
        press("␣")
        shown = [one for one in now.window().findChildren(Popover) if one.isVisible()]
        assert [one.isAncestorOf(focused()) for one in shown] == [True], f"{called(now)} opens nothing"
        self.formulas.append(shown[0].accessibleName())
        press("⎋")
        assert focused() is now, f"Escape leaves {called(focused())} with the focus, not {called(now)}"


def _closed_card(widget: QWidget) -> RowCard | None:
    """The card that a tool opens, where it is closed."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, RowCard):
        above = above.parentWidget()
    closed = above is not None and widget is above.first() and not above.is_open
    return above if isinstance(above, RowCard) and closed else None


def _is_first(page: SectionPage, card: RowCard) -> bool:
    """Whether a card is the first of its list: the others are filled in the same way."""
    editors = (page.binder.place(path) for path in page.binder.paths())
    lists = [one.editor for one in editors if one is not None and isinstance(one.editor, RowsEditor)]
    return any(next(iter(one.frames.values()), None) is card for one in lists)


def _answer_field(place: Place, now: QWidget) -> None:
    if isinstance(now, QLineEdit | QPlainTextEdit):
        QTest.keyClicks(now, "a", CONTROL)
        press(_typed(place))
        if QApplication.activePopupWidget() is not None:
            press("⏎")  # what was typed is in the list that opened
    elif isinstance(now, QComboBox):
        press("↓")
        if QApplication.activePopupWidget() is not None:
            press("↓⏎")
    elif isinstance(now, QAbstractButton):
        press("␣")


def _as_a_window_manager(page: SectionPage) -> None:
    """Give the window the keyboard back after a list has closed: the offscreen platform has nobody who does."""
    QApplication.processEvents()
    if QApplication.activeWindow() is not page.window():
        page.window().activateWindow()
        QApplication.processEvents()


def _typed(place: Place) -> str:
    """What a person types: the beginning of the example, or a number that the field takes."""
    declared, shown = place.editor.field, place.editor.surroundings.shown
    kind, example = declared.kind, shown.language.text(declared.example)
    short = (example[:LETTERS].split("\n")[0].strip(),) if type(kind) in {TextKind, TextsKind} else ()
    tries = (*short, example, example.split(" ")[0], *NUMBERS)
    if isinstance(kind, DurationKind):
        tries = ("2",)
    if isinstance(kind, DayKind | MomentKind | TimeKind):
        tries = (example,)
    for words in tries:
        if _is_read(kind, words, shown):
            return str(words)
    raise AssertionError(f"nothing to type into {place.path}: {declared.example!r} is no value of {kind}")


def _is_read(kind: Any, words: str, shown: Any) -> bool:
    if isinstance(kind, DurationKind):
        return True  # its unit is chosen beside it
    try:
        return not kind.is_empty(kind.parse(words, shown))
    except BadText:
        return False


def _place_of(page: SectionPage, widget: QWidget | None) -> Place | None:
    """The field that has the focus, as its label and frame show a person."""
    for path in page.binder.paths():
        place = page.binder.place(path)
        if place is not None and widget in place.editor.inputs():
            return place
    return None


def called(widget: QWidget) -> str:
    """What a screen reader calls a widget, or else its kind."""
    words = widget.accessibleName()
    if not words and isinstance(widget, QAbstractButton):
        words = widget.text()
    return words or str(type(widget).__name__)
