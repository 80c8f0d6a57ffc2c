"""Fixtures of the form's tests: a themed application, a draft, a page that is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.ui.form import everything
from workbench.ui.form.draft import Draft
from workbench.ui.form.section_page import Head, SectionPage
from workbench.ui.theme.theme import Theme, theme


@pytest.fixture(autouse=True)
def themed(qapp: QApplication) -> Theme:
    """The one theme, light and at scale 1."""
    qapp.setStyle("Fusion")
    try:
        made = theme()
    except RuntimeError:
        made = Theme(qapp)
    made.apply(dark=False, scale=1.0)
    return made


@pytest.fixture
def kept(themed: Theme) -> Iterator[list[QWidget]]:
    """Windows that live to the end of the test: pytest-qt holds none, and Python would collect one while it paints."""
    del themed  # only its presence counts
    windows: list[QWidget] = []
    yield windows
    for window in windows:
        if isValid(window):
            window.close()
            window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Ticks:
    """A steady clock that a test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def ticks() -> Ticks:
    return Ticks()


@pytest.fixture
def open_draft(ticks: Ticks) -> Callable[..., Draft]:
    """Opens a draft of the tree with every kind; without arguments the filled one."""

    def make(root: Any = everything.FILLED) -> Draft:
        return Draft(root, rules=everything.rules, shown=everything.shown, ticks=ticks)

    return make


@pytest.fixture
def open_page(qtbot: QtBot, kept: list[QWidget], open_draft: Callable[..., Draft]) -> Callable[..., SectionPage]:
    """Opens a finished page of the tree with every kind."""

    def make(root: Any = everything.FILLED, **more: Any) -> SectionPage:
        draft = open_draft(root)
        page = SectionPage(Head("Everything"), draft, "", layout_of=everything.layout_of, **more)
        draft.setParent(page)
        kept.append(page)
        page.resize(1000, 800)
        page.show()
        page.finish()
        qtbot.waitUntil(page.isVisible)
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return make
