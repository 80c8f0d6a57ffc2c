"""The preview: the draft's own pages in a window beside, following the edits; turned, zoomed and searched by key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.views.finding import arrived, created, named, says, until
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.parts.paper import Paper
from workbench.ui.views.composition import Composition
from workbench.ui.views.preview.window import PreviewWindow

Compose = Callable[..., Composition]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def seen(made: Composition) -> PreviewWindow | None:
    """The preview, while it is open."""
    found = [one for one in made.desk.window.findChildren(PreviewWindow) if one.isVisible()]
    return found[0] if found else None


def opened(qtbot: QtBot, made: Composition) -> PreviewWindow:
    """The preview with its pages, opened by its key."""
    QTest.keyClick(made.desk.window, Qt.Key.Key_F9)
    until(qtbot, lambda: seen(made) is not None)
    window = seen(made)
    assert window is not None
    until(qtbot, lambda: window.file.count > 0)
    return window


def page_of(window: PreviewWindow) -> Paper:
    """The page that is shown."""
    return window.findChildren(Paper)[0]


def look_for(window: PreviewWindow, words: str) -> QLineEdit:
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    field = named(window, QLineEdit, "Find in the pages")
    field.clear()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)
    return field


@pytest.fixture
def begun(qtbot: QtBot, compose: Compose) -> tuple[Composition, OpenAgreement]:
    """A window with a new agreement of the B2B template."""
    made = compose()
    return made, created(qtbot, made)


def test_it_opens_and_closes_by_one_key_wherever_an_agreement_is_open(
    qtbot: QtBot, begun: tuple[Composition, OpenAgreement]
) -> None:
    made, _ = begun
    for place in ("agree", "sign"):
        made.desk.window.go(place)
        arrived(qtbot, made, place)
        window = opened(qtbot, made)
        assert window.file.count > 10
        assert says(window, "The draft as it will be signed")
        QTest.keyClick(window, Qt.Key.Key_F9)
        until(qtbot, lambda: seen(made) is None)


def test_it_follows_the_edits_and_the_last_one_wins(qtbot: QtBot, begun: tuple[Composition, OpenAgreement]) -> None:
    made, current = begun
    window = opened(qtbot, made)
    window.file.show_page(3)
    for word in ("Northwind", "Southwind", "Eastwind"):
        current.draft.set("goals.vision", f"The last word is {word}.")
        QTest.qWait(1)
    look_for(window, "The last word is Eastwind")
    until(qtbot, lambda: says(window, "1 of 1"))
    page = window.file.page
    current.draft.set("goals.vision", "The last word is Westwind.")
    until(qtbot, lambda: says(window, "Not found"))
    assert window.file.page == page  # nothing jumps while somebody types


def test_a_text_is_found_again_and_again_and_round_at_the_end(
    qtbot: QtBot, begun: tuple[Composition, OpenAgreement]
) -> None:
    made, _ = begun
    window = opened(qtbot, made)
    field = look_for(window, "Nothing says this at all")
    until(qtbot, lambda: says(window, "Not found"))
    field.clear()
    QTest.keyClicks(field, "glossary")
    until(qtbot, lambda: says(window, "1 of "))
    first = window.file.page
    QTest.keyClick(window, Qt.Key.Key_F3, SHIFT)
    assert window.file.page >= first  # the last one
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.file.page == first
    QTest.keyClick(field, Qt.Key.Key_Escape)  # empties the field
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()
    assert seen(made) is not None


def test_pages_are_turned_and_fitted_by_key(qtbot: QtBot, begun: tuple[Composition, OpenAgreement]) -> None:
    made, _ = begun
    window = opened(qtbot, made)
    QTest.keyClick(window, Qt.Key.Key_9, CTRL)
    until(qtbot, lambda: page_of(window).height() < window.file.height())
    QTest.keyClick(window, Qt.Key.Key_Plus, CTRL)
    until(qtbot, lambda: page_of(window).height() > window.file.height() * 0.8)
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    until(qtbot, lambda: window.file.page >= 1)


def test_it_goes_with_the_agreement(qtbot: QtBot, begun: tuple[Composition, OpenAgreement]) -> None:
    made, _ = begun
    opened(qtbot, made)
    made.desk.session.close_agreement()
    until(qtbot, lambda: seen(made) is None)
    QTest.keyClick(made.desk.window, Qt.Key.Key_F9)
    assert seen(made) is None  # nothing is open that could be shown


def test_it_is_closed_while_the_pages_are_still_being_set(
    qtbot: QtBot, begun: tuple[Composition, OpenAgreement]
) -> None:
    made, current = begun
    QTest.keyClick(made.desk.window, Qt.Key.Key_F9)
    until(qtbot, lambda: seen(made) is not None)
    QTest.keyClick(made.desk.window, Qt.Key.Key_F9)
    until(qtbot, lambda: seen(made) is None)
    current.draft.set("goals.vision", "Another.")
    window = opened(qtbot, made)
    assert window.file.count > 10
