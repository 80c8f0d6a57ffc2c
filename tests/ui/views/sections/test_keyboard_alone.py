"""Every page of the Agree phase, filled from empty with the keyboard alone: Tab goes on, no field is out of reach.

Fields that name rows of a later page are answered when one comes back to them; a picture is chosen in the system's own
dialog.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.form.keyboard import CONTROL, focused, press, strike
from tests.ui.views.finding import until
from tests.ui.views.sections.conftest import Pages
from tests.ui.views.sections.typist import Typist, called
from workbench.agreement.contents import SECTIONS
from workbench.fields.declare import fields_of
from workbench.fields.links import RowsKind
from workbench.ui.form.section_page import SectionPage
from workbench.ui.views.agree.lead_definitions.calibration import Calibration

pytestmark = pytest.mark.slow
LATER = {"calendar", "consequence"}
"""Their lists stand on later pages, follow-up times and governance."""
PEOPLE = ("Bo", "Cy", "Di")


def unanswered(owner: Any, path: str) -> Iterator[str]:
    """Fields of a section that are still empty; of each list the first row stands for all."""
    for name, declared in fields_of(type(owner)).items():
        value, at = getattr(owner, name), f"{path}.{name}"
        if declared.kind.is_empty(value):
            yield at
        elif isinstance(declared.kind, RowsKind):
            yield from unanswered(value[0], f"{at}[]")


def shown(made: Pages) -> SectionPage:
    assert made.screen.view is not None
    made.screen.view.page.finish()
    return made.screen.view.page


def turn(made: Pages, key: Qt.Key) -> None:
    """Go to the section before or after."""
    before = made.screen.section
    strike(key, CONTROL)
    until(made.qtbot, lambda: made.screen.section != before)


def add_people(made: Pages, typist: Typist) -> None:
    """Three more rows: Ctrl+Enter adds one below, from any field of a row."""
    typist.reach("Name, 1")
    for name in PEOPLE:
        strike(Qt.Key.Key_Return, CONTROL)
        for _ in range(2):  # the window goes to the new row in its own turn
            QApplication.processEvents()
        press(name)
    assert [one.name for one in made.draft.root.teams.participants][1:] == list(PEOPLE)


def into_the_matrix(table: QWidget) -> bool:
    """Enter on an empty cell makes a promise and goes to its time; the rest of its sentence comes with Tab."""
    press("⏎")
    for _ in range(2):  # the window goes there in its own turn
        QApplication.processEvents()
    assert focused() is not table
    press("2")
    return True


def roles(cell: QWidget) -> bool:
    """Letters give roles, arrows go from person to person."""
    if "no role" in cell.accessibleName():
        press("A→R→C→I←←←")
    return True


def test_every_page_is_filled_with_keys_alone(pages: Callable[..., Pages]) -> None:
    made = pages("empty")
    made.go("teams").focus_first()
    left: dict[str, set[str]] = {}
    for info in SECTIONS:
        assert made.screen.section == info.name
        page = shown(made)
        typist = Typist(made.qtbot, {"MatrixTable": into_the_matrix, "RaciCell": roles})
        typist.fill(page)
        if info.name == "teams":
            page.focus_first()
            add_people(made, typist)
        found = set(unanswered(made.draft.value(info.name), info.name))
        left[info.name] = {one for one in found if one.rpartition(".")[2] not in LATER}
        if info is not SECTIONS[-1]:
            turn(made, Qt.Key.Key_PageDown)
    assert {name: paths for name, paths in left.items() if paths} == {"teams": {"teams.logo"}}
    assert not made.draft.unread
    while made.screen.section != "metrics":
        turn(made, Qt.Key.Key_PageUp)
    Typist(made.qtbot).fill(shown(made))
    assert not list(unanswered(made.draft.value("metrics"), "metrics"))


def test_numbers_open_their_formulas_and_escape_gives_the_cursor_back(pages: Callable[..., Pages]) -> None:
    made = pages("b2b")
    for section, first, last in (
        ("volumes", "Customer, in the plan", "Attempts worth making"),
        ("metrics", "Cost of a customer (CAC)", "Revenue a day (velocity)"),
    ):
        page = made.go(section)
        page.focus_first()
        typist = Typist(made.qtbot)
        typist.fill(page)
        assert (typist.formulas[0], typist.formulas[-1]) == (first, last)
        assert len(typist.formulas) >= 8


def test_a_calibration_round_is_held_with_keys_alone(pages: Callable[..., Pages]) -> None:
    made = pages("b2b")
    page = made.go("lead_definitions")
    part = made.part(page, Calibration)
    until(made.qtbot, part.isEnabled)
    page.focus_first()
    typist = Typist(made.qtbot)

    def next_is(name: str) -> None:
        until(made.qtbot, lambda: called(focused()).startswith(name))

    typist.reach("Lead to add")
    for words in ("Haulier, 80 people", "Student"):
        press(f"{words}⏎")
        for _ in range(2):  # the window goes on in its own turn
            QApplication.processEvents()
        assert part.round.leads[-1].words == words
        next_is("Lead to add")
    for team, votes in (("Marketing", "␣⇥→"), ("Sales", "→⇥⇥→")):
        typist.reach(f"{team} votes now")
        press("␣")
        next_is("Accept")
        press(votes)
        assert called(focused()) == "Reject"
        typist.reach("Done, hide these votes")
        press("␣")
        next_is("Sales votes now" if team == "Marketing" else "Keep the outcome")
    assert part.round.is_open
    assert list(part.round.marketing.votes.values()) == ["accept", "reject"]
    assert list(part.round.sales.votes.values()) == ["reject", "reject"]
    typist.reach("Keep the outcome in the agreement")
    press("␣")
    rows = made.draft.value("lead_definitions.calibration")
    assert [(row.marketing_vote, row.sales_vote) for row in rows] == [("accept", "reject"), ("reject", "reject")]
