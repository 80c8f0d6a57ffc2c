"""The Agree phase of a new agreement, for the pages of single sections."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.views.finding import arrived, created
from workbench.ui.form.draft import Draft
from workbench.ui.form.section_page import SectionPage
from workbench.ui.views.agree.screen import AgreeScreen
from workbench.ui.views.composition import Composition

W = TypeVar("W", bound=QWidget)


class Pages:
    """The pages of the sections.

    Attributes:
        made: The whole window.
        draft: Of the open agreement.
        agreement: Its id.
    """

    def __init__(self, qtbot: QtBot, made: Composition, template: str) -> None:
        self.qtbot, self.made = qtbot, made
        current = created(qtbot, made, template=template)
        self.draft: Draft = current.draft
        self.agreement = current.id
        made.desk.window.go("agree")
        arrived(qtbot, made, "agree")
        screen = made.desk.window.findChild(AgreeScreen)
        assert screen is not None
        self.screen = screen

    def go(self, section: str) -> SectionPage:
        """The whole page of a section."""
        self.screen.go(section)
        assert self.screen.view is not None
        self.screen.view.page.finish()
        return self.screen.view.page

    def part(self, page: QWidget, kind: type[W]) -> W:
        """The only part of a kind on a page."""
        found = page.findChildren(kind)
        assert len(found) == 1
        return found[0]


@pytest.fixture
def pages(qtbot: QtBot, compose: Callable[..., Composition]) -> Callable[[str], Pages]:
    """Opens a new agreement from a template at its sections."""

    def made(template: str = "b2b") -> Pages:
        return Pages(qtbot, compose(), template)

    return made
