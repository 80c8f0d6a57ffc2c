"""Every page of what is prepared, the drawer and the earlier states: names, reach, order of Tab, nothing cut."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.house import faults
from tests.ui.views.finding import arrived, created, until
from tests.ui.views.test_keyboard import check
from workbench.agreement.preparing.agenda import READY, ready_blocks
from workbench.agreement.preparing.preparation import Preparation
from workbench.agreement.preparing.prerequisites import ready_prerequisites
from workbench.ui.views.composition import Composition
from workbench.ui.views.notebook.drawer import Drawer

Compose = Callable[..., Composition]


@pytest.mark.parametrize("size", [(1440, 900), (1024, 640)], ids=str)
def test_the_house_stands_everywhere(qtbot: QtBot, compose: Compose, size: tuple[int, int]) -> None:
    made = compose(width=size[0], height=size[1])
    current = created(qtbot, made)
    until(qtbot, lambda: current.preparation is not None)
    assert current.preparation is not None
    prepared = Preparation(agenda=ready_blocks(READY[2], str), prerequisites=ready_prerequisites(str))
    current.preparation.draft.replace(prepared, "everything")
    window = made.desk.window
    for subject in ("agenda", "ready", "alignment", "friction", "papers"):
        window.registry.run(f"prepare.{subject}")
        page = arrived(qtbot, made, "prepare")
        assert faults(page) == []
        check(made, seen=False)
    window.go("earlier")
    assert faults(arrived(qtbot, made, "earlier")) == []
    window.go("agree")
    arrived(qtbot, made, "agree")
    for tab in ("decisions", "parked", "words", "comments", "notes", "map"):
        window.registry.run(f"notebook.{tab}")
        drawer = window.findChild(Drawer)
        assert drawer is not None
        assert faults(drawer) == []
