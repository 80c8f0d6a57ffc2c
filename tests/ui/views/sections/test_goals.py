"""Goals are ranked by dragging and by keyboard, and exactly one decides."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.views.finding import until
from tests.ui.views.sections.conftest import Pages
from workbench.agreement.sections.goals import Goal
from workbench.ui.form.ranked_rows import DragHandle
from workbench.ui.form.row_card import RowCard
from workbench.ui.parts.chip import Chip
from workbench.ui.views.agree.goals.goal_list import GoalList

GOALS = (Goal(key="a", name="Revenue"), Goal(key="b", name="Customers"), Goal(key="c", name="Churn"))


def order(made: Pages) -> str:
    return "".join(one.key for one in made.draft.value("goals.goals"))


def ranked(made: Pages) -> GoalList:
    """The page's list of the three goals, the first of which decides."""
    made.draft.set("goals.goals", GOALS)
    made.draft.set("goals.primary_goal", "a")
    page = made.go("goals")
    place = page.binder.place("goals.goals")
    assert place is not None
    assert isinstance(place.editor, GoalList)
    return place.editor


def test_goals_are_ranked_by_dragging_and_by_keyboard(qtbot: QtBot, pages: Callable[..., Pages]) -> None:
    made = pages("empty")
    goals = ranked(made)
    until(qtbot, lambda: goals.frames["c"].height() > 0 and goals.frames["c"].y() > goals.frames["b"].y() > 0)
    handle = goals.frames["c"].findChild(DragHandle)
    assert isinstance(handle, DragHandle)
    top = handle.mapFromGlobal(goals.frames["a"].mapToGlobal(QPoint(5, 2)))
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(4, 8))
    QTest.mouseMove(handle, top)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=top)
    assert order(made) == "cab"
    made.draft.stack.undo()
    assert order(made) == "abc"
    # by keyboard
    until(qtbot, goals.frames["b"].isVisible)
    card = goals.frames["b"]
    assert isinstance(card, RowCard)
    card.toggle.setFocus()
    focused = QApplication.focusWidget()
    assert focused is card.toggle
    QTest.keyClick(focused, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order(made) == "bac"


def test_exactly_one_goal_decides(qtbot: QtBot, pages: Callable[..., Pages]) -> None:
    made = pages("empty")
    goals = ranked(made)

    def deciding() -> list[str]:
        return [
            key for key, frame in goals.frames.items()
            if any(chip.text() == "Decides" and chip.isVisible() for chip in frame.findChildren(Chip))
        ]  # fmt: skip

    until(qtbot, lambda: deciding() == ["a"])
    goals.decide("c")
    until(qtbot, lambda: deciding() == ["c"])
    assert made.draft.value("goals.primary_goal") == "c"
    made.draft.stack.undo()
    until(qtbot, lambda: deciding() == ["a"])
