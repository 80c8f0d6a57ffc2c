"""Finds what stands on the screens: buttons by their words, labels, rows. Must not know which screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.views.composition import Composition

W = TypeVar("W", bound=QWidget)

PATIENCE_MS = 30_000
"""How long a fact may take on a machine that has other work; a test waits no longer than the fact takes."""


def named(inside: QWidget, kind: type[W], name: str) -> W:
    """The visible widget of a kind with this accessible name."""
    found = [one for one in inside.findChildren(kind) if one.accessibleName() == name and one.isVisible()]
    assert found, (
        f"no {kind.__name__} {name!r}; there are {[one.accessibleName() for one in inside.findChildren(kind)]}"
    )
    return found[0]


def button(inside: QWidget, words: str) -> QPushButton:
    """The visible button with these words, or with a name that begins with them."""
    found = [
        one
        for one in inside.findChildren(QPushButton)
        if one.isVisible() and (one.text() == words or one.accessibleName().startswith(words))
    ]
    assert found, f"no button {words!r}; there are {[one.accessibleName() for one in inside.findChildren(QPushButton)]}"
    return found[0]


def field(inside: QWidget, label: str) -> QLineEdit:
    """The visible field with a label."""
    return named(inside, QLineEdit, label)


def words(inside: QWidget) -> list[str]:
    """Every text that can be seen."""
    return [label.text() for label in inside.findChildren(QLabel) if label.isVisible() and label.text()]


def says(inside: QWidget, part: str) -> bool:
    """Whether a text that can be seen contains this."""
    return any(part in text for text in words(inside))


def created(qtbot: QtBot, made: Composition, title: str = "Alliance 2027", template: str = "b2b") -> OpenAgreement:
    """A new agreement, open at the Prepare phase, with its versions known."""
    session = made.desk.session
    with qtbot.waitSignal(session.versions_changed):
        session.create(title, template)
    arrived(qtbot, made, "prepare")
    assert session.current is not None
    return session.current


def arrived(qtbot: QtBot, made: Composition, place: str) -> QWidget:
    """The page of a place, once it is shown."""
    window = made.desk.window
    until(qtbot, lambda: window.place == place and window.pages.page(place) is window.pages.currentWidget())
    page = window.pages.page(place)
    assert page is not None
    return page


def saved(qtbot: QtBot, made: Composition) -> None:
    """Everything typed is stored."""
    until(qtbot, lambda: made.desk.session.is_safe)


def until(qtbot: QtBot, fact: Callable[[], bool]) -> None:
    """Wait for a fact."""
    qtbot.waitUntil(fact, timeout=PATIENCE_MS)


def at_phase(qtbot: QtBot, made: Composition, agreement: str, phase: str) -> QWidget:
    """Open an agreement and go to one of its phases; answers the phase's page once it is shown."""
    session = made.desk.session
    with qtbot.waitSignal(session.versions_changed):
        session.open(agreement)
    arrived(qtbot, made, "prepare")
    made.desk.window.go(phase)
    return arrived(qtbot, made, phase)
