"""Every kind through its editor: typed with keys, shown and read back, refused with its sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QComboBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.support.trees import values
from tests.ui.form.everything import FILLED, Everything
from tests.ui.form.keyboard import press
from workbench.fields.declare import fields_of
from workbench.fields.links import RowsKind
from workbench.fields.value import Duration
from workbench.ui.form.binder import Binder
from workbench.ui.form.draft import Draft
from workbench.ui.form.editors.day import DayEditor
from workbench.ui.form.editors.duration import DurationEditor
from workbench.ui.form.editors.editor import Editor
from workbench.ui.form.editors.kinds import editor_for
from workbench.ui.form.editors.line import LineEditor
from workbench.ui.form.field_frame import FieldFrame

Open = Callable[..., Draft]
KINDS = tuple(name for name, field in fields_of(Everything).items() if not isinstance(field.kind, RowsKind))


class Bench(NamedTuple):
    """One editor in a window, with a line beside it to go to."""

    draft: Draft
    binder: Binder
    editor: Editor
    frame: FieldFrame
    elsewhere: QLineEdit
    window: QWidget

    def leave(self) -> None:
        self.elsewhere.setFocus()

    def enter(self) -> QWidget:
        self.editor.take_focus()
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused


@pytest.fixture
def bench(qtbot: QtBot, kept: list[QWidget], open_draft: Open) -> Callable[..., Bench]:
    def make(name: str, root: Everything = FILLED) -> Bench:
        draft = open_draft(root)
        window = QWidget()
        kept.append(window)
        layout = QVBoxLayout(window)
        field = fields_of(Everything)[name]
        editor = editor_for(field, draft, window)
        frame = FieldFrame(field, editor, draft.shown.language)
        elsewhere = QLineEdit(window)
        for widget in (frame.label, frame.mark, editor.widget, frame.note, elsewhere):
            if widget is not None:
                layout.addWidget(widget)
        binder = Binder(draft, window, pause=1)
        draft.setParent(window)
        binder.bind(name, editor, frame)
        window.resize(500, 300)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        elsewhere.setFocus()
        return Bench(draft, binder, editor, frame, elsewhere, window)

    return make


Make = Callable[..., Bench]


@pytest.mark.parametrize(
    ("name", "keys", "expected", "left"),
    [
        ("title", " Nord  wind ", "Nord wind", "Nord wind"),
        ("wording", "one⏎two ", "one\ntwo", "one\ntwo"),
        ("contact", "ops@northwind.example", "ops@northwind.example", "ops@northwind.example"),
        ("regions", "Germany⏎⏎Austria⏎germany", ("Germany", "Austria"), "Germany\nAustria"),
        ("currency", "usd", "USD", "USD"),
        ("zone", "Europe/Lisbon", "Europe/Lisbon", "Europe/Lisbon"),
        ("country", "br", "BR", "BR"),
        ("score", "1000", 1000, "1,000"),
        ("weight", "1.250", Decimal("1.25"), "1.25"),
        ("revenue", "€ 12,500.5", Decimal("12500.5"), "12,500.5"),
        ("share", "62.5", Decimal("0.625"), "62.5"),
        ("share", "0.5%", Decimal("0.005"), "0.5%"),
        ("within", "15", Duration(15, "hours"), "15"),
        ("within", "15 min", Duration(15, "minutes"), "15"),
        ("within", "1 business day", Duration(1, "business_days"), "1"),
        ("starts", "2027-3-1", dt.date(2027, 3, 1), "2027-03-01"),
        ("opens", "9:30 pm", dt.time(21, 30), "21:30"),
        ("outage", "2027-3-1 9:30", dt.datetime.combine(dt.date(2027, 3, 1), dt.time(9, 30)), "2027-03-01 09:30"),
    ],
)  # fmt: skip
def test_what_is_typed_is_read_and_put_in_order(bench: Make, name: str, keys: str, expected: Any, left: str) -> None:
    made = bench(name, Everything(currency="EUR", within=Duration(2, "hours")))
    made.enter()
    press(keys)
    assert made.draft.value(name) == expected
    made.leave()
    assert made.editor.text() == left
    assert made.draft.value(name) == expected
    assert made.draft.stack.count() == 1


@pytest.mark.parametrize(
    ("name", "keys", "expected"),
    [
        ("period", "mon", "month"),
        ("period", "↓↓", "fortnight"),
        ("period", "⌦", ""),
        ("team", "→", "sales"),
        ("team", "←", "both"),
        ("team", "⌫", ""),
        ("counts_again", "␣", False),
        ("channels", "␣", ("chat",)),
        ("channels", "⇥␣", ("crm", "email", "chat")),
        ("columns", "↓↓↓⏎", ("industry", "person", "e-mail", "company", "source")),
        ("keeper", "dan", "k2"),
        ("keeper", "⌦", ""),
        ("witnesses", "␣", ("k2", "k1")),
    ],
)
def test_choices_are_made_by_keys(bench: Make, name: str, keys: str, expected: Any) -> None:
    made = bench(name)
    made.enter()
    press(keys)
    value = made.draft.value(name)
    if isinstance(expected, tuple):
        assert sorted(value) == sorted(expected)
    else:
        assert value == expected
    made.leave()
    assert made.draft.value(name) == value
    made.draft.stack.undo()
    assert made.draft.root is FILLED
    assert made.editor.value() == getattr(FILLED, name)


def test_the_unit_alone_changes_the_duration(bench: Make) -> None:
    made = bench("within")
    assert isinstance(made.editor, DurationEditor)
    made.editor.units.setFocus()
    press("↑")
    assert made.draft.value("within") == Duration(2, "minutes")


@pytest.mark.parametrize(
    ("name", "keys", "message"),
    [
        ("score", "6o", "“6o” is not a number."),
        ("score", "1001", "Write a number from 0 to 1000."),
        ("share", "0.8", "“0.8” may mean 0.8% or 80%: write the percent sign."),
        ("within", "2 moons", "Write a number and a unit"),
        ("starts", "31.31.2027", "“31.31.2027” is not a day; write one such as 2027-01-31."),
        ("opens", "25:00", "“25:00” is not a time of day; write one such as 09:00."),
        ("outage", "soon", "“soon” is not a day"),
        ("currency", "EURX", "Write the currency's three letters, such as EUR."),
        ("contact", "ops at northwind", "Write an e-mail address such as name@company.com."),
        ("revenue", "1.2.3", "“1.2.3” is not a number."),
        ("revenue", "9" * 30 + ",000", f"“{'9' * 30},000” is not a number below a million millions."),
    ],
)
def test_bad_text_stays_with_its_sentence_and_changes_nothing(
    bench: Make, qtbot: QtBot, name: str, keys: str, message: str
) -> None:
    made = bench(name)
    line = made.enter()  # as Tab does, this marks what is there
    press(keys)
    assert made.draft.value(name) == getattr(FILLED, name)
    assert made.editor.text() == keys
    qtbot.waitUntil(lambda: made.frame.note.text().startswith(message))  # after a pause in typing
    assert line.property("issue") == "error"
    assert line.accessibleDescription().startswith(message)
    made.leave()
    assert made.editor.text() == keys
    assert made.draft.unread == {name: keys}
    made.enter()
    press("⎋")
    assert made.editor.value() == getattr(FILLED, name)
    assert made.frame.note.text() == fields_of(Everything)[name].help
    assert line.property("issue") == ""
    assert made.draft.unread == {}
    assert made.draft.stack.count() == 0


def test_the_sentence_waits_for_a_pause_but_goes_at_once(bench: Make, qtbot: QtBot) -> None:
    made = bench("score")
    made.enter()
    press("→x")
    assert made.frame.note.text() == "Points in the scoring model."
    qtbot.waitUntil(lambda: made.frame.note.text() == "“65x” is not a number.")
    press("y")
    assert made.frame.note.text() == "“65xy” is not a number."
    press("⌫⌫")
    assert made.frame.note.text() == "Points in the scoring model."
    assert made.draft.unread == {}


def test_prose_that_grows_too_long_keeps_what_fitted(bench: Make) -> None:
    made = bench("title", Everything())
    made.enter()
    press("a" * 200)
    press("b")
    assert made.draft.value("title") == "a" * 200
    made.leave()
    assert made.frame.note.text() == "This is 201 characters; at most 200 fit."


@pytest.mark.parametrize("name", KINDS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(data=st.data())
def test_every_value_is_shown_and_read_back(kept: list[QWidget], name: str, data: st.DataObject) -> None:
    field = fields_of(Everything)[name]
    window = QWidget()
    kept.append(window)
    editor = editor_for(field, Draft(FILLED, parent=window), window)
    value = data.draw(values(field.kind))
    editor.show_value(value)
    assert editor.value() == value


def test_spaces_that_must_not_break_survive_an_edit(bench: Make) -> None:
    made = bench("wording", Everything(wording="10\u00a0% of\nall leads"))
    made.enter()
    press("A")
    assert made.draft.value("wording") == "A10\u00a0% of\nall leads"


def test_a_choice_that_is_not_in_the_list_is_not_lost_by_looking(bench: Make) -> None:
    made = bench("period", Everything(period="fiscal"))
    made.enter()
    made.leave()
    assert made.draft.value("period") == "fiscal"
    assert isinstance(made.editor.widget, QComboBox)
    assert made.editor.widget.currentText() == "fiscal"


def test_a_removed_row_is_named_as_missing(bench: Make) -> None:
    made = bench("keeper")
    box = made.editor.widget
    assert isinstance(box, QComboBox)
    assert box.currentText() == "Elena Marsh"
    made.draft.remove_row("people", "k1")
    assert box.currentText() == "Missing: it was removed"
    assert made.draft.value("keeper") == "k1"
    made.draft.stack.undo()
    assert box.currentText() == "Elena Marsh"
    made.draft.set("people[k1].name", "Elena M.")
    assert box.currentText() == "Elena M."


def test_another_currency_shows_beside_every_amount(bench: Make) -> None:
    made = bench("revenue")
    assert isinstance(made.editor, LineEditor)
    assert made.editor.line.unit == "€"
    made.draft.set("currency", "BRL")
    assert made.editor.line.unit == "R$"


@pytest.mark.parametrize(
    ("name", "words"),
    [("starts", "1 January 2027"), ("outage", "1 February 2027, 14:00"), ("country", "Germany"), ("score", "points")],
)
def test_a_line_says_what_it_understood(bench: Make, name: str, words: str) -> None:
    made = bench(name)
    assert isinstance(made.editor, LineEditor)
    assert made.editor.line.unit == words
    made.enter()
    press("→x")
    assert made.editor.line.unit == ("points" if name == "score" else "")


@pytest.mark.parametrize(
    ("name", "width", "painted"),
    [
        ("starts", 400, "1 January 2027"), ("starts", 224, "1 Jan 2027"), ("starts", 190, "1 Jan"), ("starts", 120, ""),
        ("revenue", 120, "€"), ("revenue", 90, ""), ("score", 400, "points"), ("score", 110, "points"),
        ("score", 80, ""),
    ],
)  # fmt: skip
def test_a_short_line_says_it_in_fewer_words_and_leaves_room_for_typing(
    bench: Make, name: str, width: int, painted: str
) -> None:
    editor = bench(name).editor
    assert isinstance(editor, LineEditor)
    editor.line.setFixedWidth(width)
    editor.line.resize(width, editor.line.height())
    assert (editor.line._painted if editor.line.textMargins().right() else "") == painted


def test_text_beyond_a_short_line_fades_until_somebody_types(bench: Make) -> None:
    made = bench("title")
    assert isinstance(made.editor, LineEditor)
    made.leave()
    line = made.editor.line
    inside = line._contents()

    def darkest_at_the_end() -> int:
        picture = line.grab().toImage()
        rows, columns = range(inside.top(), inside.bottom()), range(inside.right() - 3, inside.right() + 1)
        return min(int(picture.pixelColor(x, y).lightness()) for x in columns for y in rows)

    made.editor.show_text("M" * 200)
    assert darkest_at_the_end() > 180
    made.enter()
    assert darkest_at_the_end() < 120


def test_a_long_text_is_read_from_its_beginning_once_nobody_types(bench: Make) -> None:
    made = bench("title")
    assert isinstance(made.editor, LineEditor)
    made.enter()
    made.editor.line.setText("A name that is far longer than its line " * 6)
    made.editor.line.setCursorPosition(240)
    made.leave()
    assert made.editor.line.cursorPosition() == 0


def test_a_code_is_found_by_its_name(bench: Make, qtbot: QtBot) -> None:
    made = bench("currency", Everything())
    made.enter()
    press("real")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    press("↓⏎")
    qtbot.waitUntil(lambda: made.draft.value("currency") == "BRL")
    made.leave()
    assert made.editor.text() == "BRL"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("starts", dt.date(2027, 5, 9)), ("outage", dt.datetime.combine(dt.date(2027, 5, 9), dt.time(14)))],
)
def test_the_calendar_types_the_day(bench: Make, qtbot: QtBot, name: str, expected: Any) -> None:
    made = bench(name)
    assert isinstance(made.editor, DayEditor)
    line = made.enter()
    QTest.keyClick(line, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    calendar = popup.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.selectedDate().year() == 2027
    calendar.setSelectedDate(QDate(2027, 5, 9))
    calendar.activated.emit(calendar.selectedDate())
    assert made.draft.value(name) == expected
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def test_the_wheel_scrolls_the_page_instead_of_changing_an_answer(bench: Make) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    made = bench("period", Everything(period="month"))
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(made.editor.widget, event)
    assert made.draft.value("period") == "month"
    assert not event.isAccepted()
