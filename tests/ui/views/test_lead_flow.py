"""How leads flowed, as a page of Track: the practice company by promise, source, person and segment."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.views.finding import says, until
from tests.ui.views.track_stock import TODAY, practice, tracking
from workbench.base.clock import FixedClock
from workbench.services.workbench import Workbench
from workbench.ui.tables.table import Table
from workbench.ui.views.composition import Composition
from workbench.ui.views.track.flow.page import LeadFlowPage

Stocked = Callable[[Callable[[Workbench], object]], None]


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TODAY)


@pytest.fixture
def page(qtbot: QtBot, stocked: Stocked, compose: Callable[..., Composition]) -> LeadFlowPage:
    """The page over the practice company's export."""

    def fill(workbench: Workbench) -> None:
        practice(workbench, entries=False)

    stocked(fill)
    made = compose()
    tracking(qtbot, made)
    QTest.keyClick(
        made.desk.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    until(qtbot, lambda: bool(made.desk.window.findChildren(LeadFlowPage)))
    found = made.desk.window.findChildren(LeadFlowPage)[0]
    until(qtbot, lambda: found.isVisible() and bool(found.funnel_rows.rows))
    return found


def cells(table: Table) -> list[list[str]]:
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def test_a_person_sees_where_leads_are_lost_and_goes_back(qtbot: QtBot, page: LeadFlowPage) -> None:
    assert cells(page.funnel)[2:5] == [
        ["SAL", "980", "", "978 of 1,355", "72.2%", "75%", "−2.8 points"],
        ["SQL", "447", "", "445 of 980", "45.4%", "45%", "+0.4 points"],
        ["Opportunity, weakest step", "245", "", "244 of 447", "54.6%", "60%", "−5.4 points"],
    ]
    until(qtbot, lambda: says(page, "of 1,249 leads that sales decided on were accepted"))
    until(qtbot, lambda: says(page, "of 1,358 leads handed over were worked"))
    assert cells(page.decisions)[0] == ["Content", "380", "84", "29", "0", "76.1%", ""]
    assert cells(page.answers)[0][:3] == ["S-3  Tier A, agreed 85%", "313", "85.3%"]
    # The first table has the keyboard; Escape leads back to the scorecard.
    assert QApplication.focusWidget() is page.funnel
    QTest.keyClick(page.funnel, Qt.Key.Key_Escape)
    until(qtbot, lambda: not page.isVisible())


def test_what_was_counted_keeps_its_names_while_another_check_is_counted(page: LeadFlowPage) -> None:
    before, known = cells(page.answers), page._known
    assert known is not None
    none = dataclasses.replace(known.check.newest, commitments=())
    page.show_known(dataclasses.replace(known, check=dataclasses.replace(known.check, judgements=(none,))))
    assert cells(page.answers) == before


def test_people_are_letters_while_names_are_hidden(page: LeadFlowPage) -> None:
    page._by.show_choice("owner")
    page._by.chosen.emit("owner")
    assert {row[0] for row in cells(page.answers)} == {"Lena Brandt", "Tariq Benali", "Oskar Hanke", "Gwen Ashdown"}
    page._names.hide(True)
    assert all(row[0].startswith("Rep ") for row in cells(page.answers))
    page._names.hide(False)


def test_one_segment_by_itself(qtbot: QtBot, page: LeadFlowPage) -> None:
    page._segments.setCurrentIndex(2)
    until(qtbot, lambda: cells(page.funnel)[1][1] != "1,357")
    assert page._segments.currentText() == "Brackwald Dispatch"
    assert cells(page.funnel)[1][1] == "347"  # as counted in the sheet of the export
