"""What a delegate learns of a row: under the mouse, chosen, current with the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeView
from pytestqt.qtbot import QtBot

from workbench.ui.parts.row_state import RowState, own_viewport


@pytest.fixture
def tree(qtbot: QtBot) -> QTreeView:
    """Two groups of two rows of two columns."""
    view = QTreeView()
    model = QStandardItemModel(0, 2, view)
    for group in range(2):
        head = QStandardItem(f"group {group}")
        for row in range(2):
            head.appendRow([QStandardItem(f"{group} {row} {column}") for column in range(2)])
        model.appendRow(head)
    own_viewport(view)
    view.setMouseTracking(True)
    view.setModel(model)
    view.expandAll()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    qtbot.waitExposed(view)
    return view


def cell(view: QTreeView, group: int, row: int, column: int) -> QModelIndex:
    return view.model().index(row, column, view.model().index(group, 0))


def hover(view: QTreeView, index: QModelIndex) -> None:
    place: QPoint = view.visualRect(index).center()
    QTest.mouseMove(view.viewport(), place)
    QApplication.processEvents()


def test_the_mouse_is_over_a_whole_row_of_its_own_group(tree: QTreeView) -> None:
    state = RowState(tree)
    assert not state.is_over(cell(tree, 0, 1, 0))
    hover(tree, cell(tree, 0, 1, 0))
    assert state.is_over(cell(tree, 0, 1, 0))
    assert state.is_over(cell(tree, 0, 1, 1))
    assert not state.is_over(cell(tree, 0, 0, 0))
    assert not state.is_over(cell(tree, 1, 1, 0)), "the same number in another group is another row"
    hover(tree, cell(tree, 1, 1, 1))
    assert state.is_over(cell(tree, 1, 1, 0))
    QApplication.sendEvent(tree.viewport(), QEvent(QEvent.Type.Leave))
    assert not state.is_over(cell(tree, 1, 1, 0))


def test_chosen_and_current(tree: QTreeView) -> None:
    state = RowState(tree)
    tree.setCurrentIndex(cell(tree, 1, 0, 1))
    assert state.is_chosen(cell(tree, 1, 0, 1))
    assert not state.is_chosen(cell(tree, 0, 0, 1))
    tree.activateWindow()
    tree.setFocus()
    assert state.has_focus(cell(tree, 1, 0, 1))
    assert not state.has_focus(cell(tree, 1, 1, 1))
    tree.clearFocus()
    assert not state.has_focus(cell(tree, 1, 0, 1))
