"""Small parts of signing: a fingerprint, a passphrase field, a sentence to tick, words made short."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from workbench.ui.parts.check_line import CheckLine
from workbench.ui.parts.fingerprint import Fingerprint
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import box, column
from workbench.ui.parts.refill import refill
from workbench.ui.parts.secret_field import SecretField
from workbench.ui.parts.shorten import shorten
from workbench.ui.parts.tool_button import ToolButton

Show = Callable[[QWidget], QWidget]


def test_a_fingerprint_is_said_in_groups_and_its_columns_stand(show: Show) -> None:
    print_ = Fingerprint("Fingerprint")
    show(print_)
    before = print_.grab().toImage()
    print_.show_digits("9f4c 27e1 b08d 5a30 " + "0" * 48)
    assert print_.digits == "9F4C27E1B08D5A30" + "0" * 48
    assert print_.accessibleName().startswith("Fingerprint 9F4C 27E1 B08D 5A30 0000")
    assert print_.grab().toImage() != before
    print_.show_digits("")
    assert print_.accessibleName() == "Fingerprint"


def test_a_passphrase_is_hidden_until_somebody_looks_and_forgotten_whole(show: Show) -> None:
    field = SecretField("Passphrase", show_says="Show what is typed", hide_says="Hide what is typed")
    show(field)
    QTest.keyClicks(field.line, "correct horse")
    assert field.line.echoMode() == QLineEdit.EchoMode.Password
    field.findChild(ToolButton).click()  # type: ignore[union-attr]  # it has one
    assert field.line.echoMode() == QLineEdit.EchoMode.Normal
    field.show_problem("It does not open the key.")
    assert field.line.accessibleDescription() == "It does not open the key."
    QTest.keyClicks(field.line, "s")
    assert field.line.accessibleDescription() == ""
    field.forget()
    assert field.text == ""
    assert field.line.echoMode() == QLineEdit.EchoMode.Password


def test_the_sentence_ticks_like_its_box(show: Show) -> None:
    line = CheckLine("I have read this document and had the time to ask questions.")
    show(line)
    told: list[bool] = []
    line.toggled.connect(told.append)
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(line.width() // 2, line.height() // 2))
    assert line.is_ticked
    assert line.box.hasFocus()
    QTest.keyClick(line.box, Qt.Key.Key_Space)
    assert told == [True, False]
    assert line.box.accessibleName().startswith("I have read")


@pytest.mark.parametrize(
    ("words", "most", "short"),
    [("Sales lead", 10, "Sales lead"), ("Sales leader", 11, "Sales lead…"), ("Sales, marketing", 8, "Sales…")],
)
def test_what_is_too_long_ends_in_an_ellipsis(words: str, most: int, short: str) -> None:
    assert shorten(words, most) == short


def test_a_refilled_column_shows_the_new_at_once(show: Show) -> None:
    held = column(Label("before"))
    show(box(held))
    after = Label("after")
    refill(held, [after])
    assert held.count() == 1
    assert after.isVisible()
