"""The matrix of responsibilities, filled by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.views.finding import button, says, until
from tests.ui.views.sections.conftest import Pages
from workbench.agreement.raci import letters_of
from workbench.agreement.sections.working_together import Responsibility
from workbench.ui.views.agree.working_together.raci_cell import RaciCell
from workbench.ui.views.agree.working_together.raci_line import RaciLine

LIST = "working_together.responsibilities"


def here() -> RaciCell:
    """The cell with the cursor."""
    found = QApplication.focusWidget()
    assert isinstance(found, RaciCell)
    return found


def test_the_matrix_is_filled_by_keyboard(qtbot: QtBot, pages: Callable[..., Pages]) -> None:
    made = pages()
    people = [one.key for one in made.draft.value("teams.participants")]
    made.draft.set(LIST, (Responsibility(key="old", name="Report", accountable=people[0], responsible=(people[0],)),))
    page = made.go("working_together")
    button(page, "Add activity").click()
    until(qtbot, lambda: page.binder.current_path.endswith(".name"))
    name = QApplication.focusWidget()
    assert name is not None
    QTest.keyClicks(name, "Hand over")
    QTest.keyClick(name, Qt.Key.Key_Tab)

    def row() -> Responsibility:
        found: Responsibility = made.draft.value(LIST)[1]
        return found

    until(qtbot, lambda: says(page, "Nobody is accountable."))
    QTest.keyClick(here(), Qt.Key.Key_A)
    QTest.keyClick(here(), Qt.Key.Key_R)
    assert letters_of(row(), people[0]) == ("A", "R")
    QTest.keyClick(here(), Qt.Key.Key_Right)
    QTest.keyClick(here(), Qt.Key.Key_A)  # one person at most is accountable
    assert (letters_of(row(), people[0]), letters_of(row(), people[1])) == (("R",), ("A",))
    assert here().accessibleName().endswith(": Accountable")
    until(qtbot, lambda: not says(page, "Nobody is accountable."))
    QTest.keyClick(here(), Qt.Key.Key_Space)
    assert letters_of(row(), people[1]) == ("C",)
    QTest.keyClick(here(), Qt.Key.Key_Delete)
    assert letters_of(row(), people[1]) == ()
    QTest.keyClick(here(), Qt.Key.Key_Up)
    assert here() in next(one for one in page.findChildren(RaciLine) if one.key == "old").cells
    QTest.keyClick(here(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert letters_of(row(), people[1]) == ("C",)


def test_another_person_gets_a_column(qtbot: QtBot, pages: Callable[..., Pages]) -> None:
    made = pages()
    page = made.go("working_together")
    count = len(made.draft.value("teams.participants"))
    made.draft.insert_row("teams.participants")
    until(qtbot, lambda: all(len(one.cells) == count + 1 for one in page.findChildren(RaciLine) if one.isVisible()))
    made.draft.stack.undo()
    until(qtbot, lambda: all(len(one.cells) == count for one in page.findChildren(RaciLine) if one.isVisible()))


def test_f8_leads_to_the_cells_of_a_missing_role(qtbot: QtBot, pages: Callable[..., Pages]) -> None:
    made = pages()
    made.draft.set(LIST, (Responsibility(key="one", name="Report", responsible=("nobody",)),))
    page = made.go("working_together")
    assert page.show_place(f"{LIST}[one].consulted")
    until(qtbot, lambda: isinstance(QApplication.focusWidget(), RaciCell))
