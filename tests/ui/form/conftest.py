"""Fixtures of the form's tests: a steady clock, a draft, a page that is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.form import everything
from workbench.ui.form.draft import Draft
from workbench.ui.form.section_page import Head, SectionPage


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
