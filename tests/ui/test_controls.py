from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.focus import focused, press
from workbench.ui.parts.button import Button
from workbench.ui.parts.choice import Choice
from workbench.ui.parts.figure import Figure, NumberButton
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import column
from workbench.ui.parts.meter import STEPS, Meter, MeterTone
from workbench.ui.parts.press_row import PressRow
from workbench.ui.parts.search import SearchField
from workbench.ui.parts.segment import Segment
from workbench.ui.parts.switch import Switch
from workbench.ui.parts.tile import Tile
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.shell.finder import Finder
from workbench.ui.theme.theme import theme

Show = Callable[[QWidget], QWidget]
VIEWS = [("answers", "Answers"), ("numbers", "Numbers"), ("consent", "Consent")]


def buttons(segment: Segment) -> list[QToolButton]:
    return segment.findChildren(QToolButton)


def test_a_segment_is_walked_with_arrows_and_left_with_tab(show: Show) -> None:
    segment, after = Segment(VIEWS, "numbers", name="View"), QLineEdit()
    holder = QWidget()
    holder.setLayout(column(segment, after))
    chosen: list[str] = []
    segment.chosen.connect(chosen.append)
    show(holder)
    buttons(segment)[1].setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_End):
        press(key)
    assert chosen == ["consent", "answers", "consent", "answers", "consent"]
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Tab)
    assert focused() is after
    press(Qt.Key.Key_Backtab)
    assert focused() is buttons(segment)[0]


def test_showing_a_choice_tells_nobody(show: Show) -> None:
    segment = Segment(VIEWS, name="View")
    show(segment)
    chosen: list[str] = []
    segment.chosen.connect(chosen.append)
    segment.show_choice("consent")
    assert (segment.current, chosen) == ("consent", [])
    segment.show_choice("nowhere")
    assert (segment.current, chosen) == ("", [])


def test_a_segment_can_change_words_and_mark_what_is_done(show: Show) -> None:
    segment = Segment(VIEWS, name="View")
    show(segment)
    narrow = segment.sizeHint().width()
    segment.say("answers", "Answers 2")
    first = buttons(segment)[0]
    assert (first.text(), first.accessibleName()) == ("Answers 2", "Answers 2")
    assert segment.sizeHint().width() > narrow
    bare = segment.sizeHint().width()
    segment.mark("answers", "check")
    assert not first.icon().isNull()
    assert segment.sizeHint().width() > bare
    segment.mark("answers", "")
    assert first.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextOnly
    assert segment.sizeHint().width() == bare


def test_a_disabled_choice_is_passed_over(show: Show) -> None:
    segment = Segment(VIEWS, name="View")
    show(segment)
    buttons(segment)[1].setEnabled(False)
    buttons(segment)[0].setFocus()
    press(Qt.Key.Key_Right)
    assert segment.current == "consent"


def test_a_button_says_its_verb_and_its_key(show: Show) -> None:
    pressed: list[int] = []
    button = Button("Reveal both", "primary", icon="eye", keys="R", on_click=lambda: pressed.append(1))
    bare = Button("Reveal both", "primary", icon="eye")
    show(button)
    assert button.accessibleName() == "Reveal both, R"
    assert button.minimumSizeHint().width() > bare.minimumSizeHint().width() + 18
    button.click()
    assert pressed == [1]
    button.show_text("Hide both", "eye-off")
    assert button.accessibleName() == "Hide both, R"


def test_the_key_cap_stands_beside_the_words_not_on_them(show: Show) -> None:
    def ink_columns(button: Button) -> list[int]:
        show(button)
        image = button.grab().toImage()
        ground = image.pixelColor(6, button.height() // 2)
        return [
            x for x in range(6, image.width() - 6)
            if any(image.pixelColor(x, y) != ground for y in range(8, image.height() - 8))
        ]  # fmt: skip

    with_cap = ink_columns(Button("WWWWWWWW", keys="R"))
    gaps = [b - a for a, b in itertools.pairwise(with_cap)]
    assert max(gaps) >= 5  # words end, then air, then the cap


def test_a_verb_is_never_cut() -> None:
    button = Button("Save rejected rows…", icon="download")
    assert button.minimumSizeHint() == button.sizeHint()


def test_a_switch_is_a_check_box_in_words_and_keys(show: Show) -> None:
    switch = Switch("Hide names")
    show(switch)
    switch.setFocus()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(switch.width() - 4, switch.height() // 2))
    assert not switch.isChecked()
    assert switch.accessibleName() == "Hide names"


def test_a_drop_down_stays_when_the_wheel_passes(show: Show) -> None:
    choice = Choice([("m", "Minutes"), ("h", "Hours")], "m", name="Unit")
    show(choice)
    told: list[int] = []
    choice.currentIndexChanged.connect(told.append)
    spot = QPointF(choice.rect().center())
    wheel = QWheelEvent(
        spot, QPointF(choice.mapToGlobal(spot.toPoint())), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(choice, wheel)
    assert (choice.current, told) == ("m", [])
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        QTest.keyClick(choice, key)  # turns pages, as a clicker does in front of people
        assert (choice.current, told) == ("m", [])
    choice.show_choice("h")
    assert (choice.current, told) == ("h", [])
    choice.show_choice("unknown")
    assert choice.current == ""


def test_search_waits_for_a_pause_and_escape_empties(show: Show, qtbot: QtBot) -> None:
    field = SearchField("Search company")
    show(field)
    found: list[str] = []
    field.searched.connect(found.append)
    with qtbot.waitSignal(field.searched, timeout=2000):
        QTest.keyClicks(field, "abc")
    assert found == ["abc"]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert found == ["abc", "abc"]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (found[-1], field.text()) == ("", "")


def test_the_glass_of_a_search_field_follows_the_scale(show: Show) -> None:
    field = SearchField("Search company")
    show(field)
    before = field.textMargins().left()
    theme().apply(scale=1.5)
    assert field.textMargins().left() == before * 3 // 2
    theme().apply(scale=1.0)


@pytest.mark.parametrize(("share", "value"), [(0.5, STEPS // 2), (-1, 0), (7, STEPS)])
def test_a_meter_stays_within_its_bar(share: float, value: int) -> None:
    meter = Meter(share, name="Load")
    assert meter.value() == value
    assert meter.accessibleName() == "Load"


@pytest.mark.parametrize(
    ("side", "left", "right"),
    [("marketing", "marketing_fill", "marketing_fill"), ("sales", "sales_fill", "sales_fill"),
     ("both", "marketing_fill", "sales_fill")],
)  # fmt: skip
def test_a_meter_of_a_team_has_the_colour_of_the_team(show: Show, side: MeterTone, left: str, right: str) -> None:
    meter = Meter(1, name="Promises", tone=side)
    meter.resize(200, 6)
    show(meter)
    picture, y = meter.grab().toImage(), meter.height() // 2
    seen = [picture.pixelColor(round(picture.width() * at), y).name() for at in (0.25, 0.75)]
    assert seen == [theme().look.color(name).name() for name in (left, right)]


def test_a_number_opens_its_formula(show: Show) -> None:
    opened: list[int] = []
    figure = Figure("81.0%", "98 of 121 due", on_click=lambda: opened.append(1))
    show(figure)
    number = figure.findChild(NumberButton)
    assert number is not None
    assert number.accessibleName() == "81.0% 98 of 121 due"
    number.setFocus()
    QTest.keyClick(number, Qt.Key.Key_Space)
    assert opened == [1]
    figure.show_number("82.0%", "99 of 121 due")
    assert number.accessibleName() == "82.0% 99 of 121 due"


def test_a_tile_has_room_for_all_its_words(show: Show) -> None:
    tile = Tile(
        "New from template", "Questions, sections and sample numbers are ready.", icon="file-plus", keys="Ctrl N"
    )
    show(tile)
    assert tile.accessibleDescription().startswith("Questions")
    assert tile.heightForWidth(180) > tile.heightForWidth(600)
    assert tile.sizeHint().height() >= 120


def test_a_tool_button_says_what_it_does(show: Show) -> None:
    button = ToolButton("moon", "Dark colours")
    show(button)
    assert (button.accessibleName(), button.toolTip()) == ("Dark colours", "Dark colours")
    button.show_icon("sun", "Light colours")
    assert (button.accessibleName(), button.toolTip()) == ("Light colours", "Light colours")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_what_has_the_focus(show: Show, key: Qt.Key) -> None:
    pressed: list[str] = []
    buttons: list[QAbstractButton] = [
        Button("Save", on_click=lambda: pressed.append("button")),
        Tile("New", "From a template", on_click=lambda: pressed.append("tile")),
        ToolButton("undo-2", "Undo", on_click=lambda: pressed.append("tool")),
        PressRow(column(Label("Goals", "body")), says="Goals", on_press=lambda: pressed.append("row")),
        NumberButton("42", "leads", lambda: pressed.append("number")),
        Finder("Search", "Ctrl K", lambda: pressed.append("finder")),
    ]
    holder = QWidget()
    holder.setLayout(column(*buttons))
    show(holder)
    for button in buttons:
        button.setFocus(Qt.FocusReason.TabFocusReason)
        press(key)
    assert pressed == ["button", "tile", "tool", "row", "number", "finder"]


def test_enter_that_is_held_or_meant_for_the_page_presses_nothing(show: Show) -> None:
    pressed: list[bool] = []
    button, choice = Button("Save", on_click=lambda: pressed.append(True)), Button("Fit")
    choice.setCheckable(True)
    holder = QWidget()
    holder.setLayout(column(button, choice))
    show(holder)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(button, held)
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(choice, Qt.Key.Key_Return)
    assert not pressed
    assert not choice.isChecked()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == [True]
