from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStyleOptionViewItem, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.focus import focused, press
from workbench.ui.parts.choice import Choice
from workbench.ui.parts.layout import column
from workbench.ui.parts.marks import status
from workbench.ui.tables.cell import Cell, Nothing
from workbench.ui.tables.cells.chips import ChipCell
from workbench.ui.tables.cells.dropdown import DropDown
from workbench.ui.tables.cells.glyph import Glyph, Strength
from workbench.ui.tables.cells.lead import LeadCell
from workbench.ui.tables.cells.lines import Lines
from workbench.ui.tables.cells.number import Number, StatusNumber
from workbench.ui.tables.cells.redline import RedlineCell
from workbench.ui.tables.cells.team import TeamCell
from workbench.ui.tables.cells.version import VersionCell
from workbench.ui.tables.column import Column
from workbench.ui.tables.groups import GROUP, Group, GroupsModel
from workbench.ui.tables.rowlist import RowList
from workbench.ui.tables.rows import RowsModel
from workbench.ui.tables.table import Table
from workbench.ui.tables.tree import GroupTree
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

Show = Callable[[QWidget], QWidget]


class Lead(NamedTuple):
    name: str
    stage: str
    score: int


LEADS = [Lead("Marta", "Open", 3), Lead("Aiko", "Won", 1), Lead("Paul", "Open", 2)]
STAGES = [("Open", "Open"), ("Won", "Won")]


def columns(choose: Callable[[Lead, str], None] | None = None) -> list[Column[Lead]]:
    return [
        Column("name", "Name", lambda lead: Lines(lead.name, f"{lead.score} points"), sort=lambda lead: lead.name),
        Column(
            "stage", "Stage", lambda lead: DropDown(lead.stage), 140, choices=lambda _lead: STAGES,
            chosen=lambda lead: lead.stage, choose=choose,
        ),
        Column("score", "Score", lambda lead: Number(str(lead.score)), 80, right=True, sort=lambda lead: lead.score),
    ]  # fmt: skip


def names(table: Table) -> list[str]:
    model = table.model()
    return [str(model.index(row, 0).data()).split(",")[0] for row in range(model.rowCount())]


@pytest.fixture
def table(show: Show) -> Table:
    made = Table(RowsModel(columns(), LEADS), name="Leads")
    made.resize(600, 300)
    show(made)
    made.setFocus()
    return made


def test_the_models_keep_qts_rules(qtbot: QtBot) -> None:
    del qtbot
    rows = RowsModel(columns(), LEADS)
    groups = GroupsModel(columns(), [Group("Marketing", LEADS, "marketing"), Group("Nobody", [])])
    for model in (rows, groups):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows.show_rows(LEADS[:1])
    rows.replace_row(0, Lead("Other", "Won", 9))
    rows.sort(0)
    groups.show_groups([Group("Sales", LEADS[1:], "sales")])
    assert rows.rows == [Lead("Other", "Won", 9)]
    assert groups.row_at(groups.index_of(0, 1)) == LEADS[2]
    assert groups.row_at(groups.index(0, 0)) is None


def test_every_cell_is_said_in_words(table: Table) -> None:
    model = table.model()
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Marta, 3 points"
    assert model.index(0, 1).data() == "Open"
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Score"
    assert table.accessibleName() == "Leads"


def test_arrows_move_enter_opens_and_tab_leaves(show: Show) -> None:
    plain = [Column[Lead]("name", "Name", lambda lead: Lines(lead.name))]
    table, after = Table(RowsModel(plain, LEADS), name="Leads"), QLineEdit()
    holder = QWidget()
    holder.setLayout(column(table, after))
    show(holder)
    chosen: list[int] = []
    opened: list[int] = []
    table.setFocus()
    table.show_row(0)
    table.chosen.connect(chosen.append)
    table.opened.connect(opened.append)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Tab)
    assert (chosen, opened) == ([1], [1])
    assert focused() is after


def test_a_click_on_a_heading_orders_and_the_chosen_row_stays_chosen(table: Table) -> None:
    table.show_row(1)
    head = table.horizontalHeader()
    spot = QPoint(head.sectionViewportPosition(0) + 20, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert names(table) == ["Aiko", "Marta", "Paul"]
    assert table.current_row == 0
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert names(table) == ["Paul", "Marta", "Aiko"]
    assert table.current_row == 2


def test_a_heading_that_does_not_say_how_orders_nothing(table: Table) -> None:
    head = table.horizontalHeader()
    spot = QPoint(head.sectionViewportPosition(1) + 20, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert names(table) == ["Marta", "Aiko", "Paul"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F4])
def test_a_drop_down_is_opened_by_key_and_tells_what_was_chosen(show: Show, qtbot: QtBot, key: Qt.Key) -> None:
    told: list[tuple[str, str]] = []
    table = Table(RowsModel(columns(lambda lead, to: told.append((lead.name, to))), LEADS), name="Leads")
    show(table)
    table.setFocus()
    table.show_row(2)
    press(key)
    qtbot.waitUntil(lambda: table.findChild(Choice) is not None, timeout=2000)
    editor = table.findChild(Choice)
    assert editor is not None
    assert (editor.current, editor.accessibleName()) == ("Open", "Stage")
    editor.show_choice("Won")
    editor.activated.emit(1)
    assert told == [("Paul", "Won")]


def test_choosing_what_is_there_already_tells_nobody(show: Show, qtbot: QtBot) -> None:
    told: list[str] = []
    table = Table(RowsModel(columns(lambda _lead, to: told.append(to)), LEADS), name="Leads")
    show(table)
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(table.model().index(0, 1)).center()
    )
    qtbot.waitUntil(lambda: table.findChild(Choice) is not None, timeout=2000)
    editor = table.findChild(Choice)
    assert editor is not None
    editor.activated.emit(0)
    assert told == []


def test_columns_can_be_hidden_and_widened_and_follow_the_scale(table: Table) -> None:
    assert table.columnWidth(1) == 140
    assert table.columnWidth(0) == table.viewport().width() - 220
    table.set_widths({"stage": 100})
    table.hide_columns(True, "score")
    assert table.columnWidth(1) == 100
    assert table.isColumnHidden(2)
    theme().apply(scale=1.5)
    assert table.columnWidth(1) == 150
    assert table.rowHeight(0) == 66


def test_a_table_that_fits_is_as_tall_as_its_rows(show: Show) -> None:
    model = RowsModel(columns(), LEADS)
    table = Table(model, name="Leads", row_height=40, head_height=30, fits=True)
    show(table)
    assert table.height() == 3 * 40 + 30 + 1
    model.show_rows(LEADS * 2)
    assert table.height() == 6 * 40 + 30 + 1


def test_a_tree_is_walked_by_cell_over_its_headings(show: Show) -> None:
    groups = [Group("Marketing", LEADS[:1], "marketing"), Group("Sales", LEADS[1:], "sales")]
    model = GroupsModel(columns(), groups)
    tree = GroupTree(model, name="Commitments")
    tree.resize(500, 400)
    show(tree)
    tree.setFocus()
    tree.setCurrentIndex(model.index_of(0, 0))
    chosen: list[QModelIndex] = []
    opened: list[QModelIndex] = []
    tree.chosen.connect(chosen.append)
    tree.opened.connect(opened.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        press(key)
    rows = [model.row_at(index) for index in chosen]
    assert rows == [LEADS[1]] * 3
    assert chosen[-1].column() == 2
    assert model.row_at(opened[0]) == LEADS[1]
    press(Qt.Key.Key_Left)
    assert tree.currentIndex().column() == 1
    assert tree.isExpanded(model.index(0, 0))
    assert model.index(1, 0).data(GROUP).title == "Sales"
    assert str(model.index_of(0, 0, 2).data()) == "Score: 3"


def test_a_list_opens_and_measures_rows_again_when_it_is_narrower(show: Show) -> None:
    cells = [RedlineCell("8.2", "First response", "changed", "Changed", (("same", "A long sentence. " * 12),))]
    rows = RowList(RowsModel([Column[RedlineCell]("c", "Clause", lambda cell: cell)], cells), name="Clauses")
    rows.resize(900, 400)
    show(rows)
    wide = rows.sizeHintForRow(0)
    rows.resize(360, 400)
    assert rows.sizeHintForRow(0) > wide
    opened: list[int] = []
    rows.opened.connect(opened.append)
    rows.setFocus()
    rows.show_row(0)
    press(Qt.Key.Key_Return)
    assert opened == [0]


def test_a_list_that_gets_the_focus_shows_where_it_is(show: Show) -> None:
    rows = RowList(RowsModel([Column[Lines]("c", "Row", lambda cell: cell)], [Lines("1"), Lines("2")]), name="Rows")
    show(rows)
    rows.clearFocus()
    rows.clearSelection()
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    assert [index.row() for index in rows.selectedIndexes()] == [0]
    rows.show_row(1)
    rows.clearFocus()
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    assert rows.current_row == 1


CELLS: dict[str, Cell] = {
    "Sales, v4, 2027": Lines("Sales", "2027", "v4", "SM"),
    "A Record ID, why": Lines("Record ID", "why", mark="A"),
    "412": Number("412"),
    "81.0% On track": StatusNumber("81.0%", status("on_track"), "On track"),
    "Not due": StatusNumber("", status("not_due"), "Not due", "not_due"),
    "Draft, 4 of 12": ChipCell("Draft", "accent", "4 of 12"),
    "becomes": Glyph("arrow-right", "becomes"),
    "Exact name": Strength(3, "Exact name"),
    "Lead ID": DropDown("Lead ID"),
    "6.1 marketing": TeamCell("6.1", "marketing"),
    "no data": Nothing("no data"),
    "Late, 512, Rep C, 3 h, 72 min over, Friday": LeadCell(
        status("missed"), "Late", "512", "Rep C", "3 h", "72 min over", "Friday"
    ),
    "v4, Signed, In force. Faster": VersionCell("v4", "Signed", "Faster", "In force", "in_force", (("ZM", "sales"),)),
    "7.4 Silence, Changed. within deleted: 5 inserted: 3 days": RedlineCell(
        "7.4", "Silence", "changed", "Changed",
        (("same", "within "), ("removed", "5"), ("same", " "), ("inserted", "3"), ("same", " days")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("words", CELLS)
@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_cells_draw_at_any_width_and_say_themselves(show: Show, words: str, scale: float) -> None:
    theme().apply(scale=scale)
    cell = CELLS[words]
    assert cell.words() == words
    model = RowsModel(
        [Column[int]("c", "Cell", lambda _n: cell), Column[int]("d", "Cell", lambda _n: cell, 60)], [1, 2]
    )
    table = Table(model, name="Cells", row_height=60)
    show(table)
    for width in (61, 80, 130, 400):
        table.resize(width, 200)
        image = table.grab().toImage()
    colors = {image.pixelColor(x, y).rgb() for x in range(0, image.width(), 2) for y in range(36, 90)}
    assert len(colors) > 3
    table.show_row(1)
    table.grab()


def test_cut_words_are_whole_in_the_tooltip_and_others_have_none(show: Show, qapp: QApplication) -> None:
    rows = [Lead("A name that is far too long for its narrow column", "Open", 1), Lead("Aiko", "Open", 2)]
    table = Table(RowsModel([Column[Lead]("n", "Name", lambda lead: Lines(lead.name))], rows), name="Leads")
    table.resize(200, 200)
    show(table)
    for row, shown in ((1, ""), (0, rows[0].name)):
        index = table.model().index(row, 0)
        option = QStyleOptionViewItem()
        option.rect = QRect(table.visualRect(index))
        event = QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(5, 5), table.mapToGlobal(QPoint(5, 5)))
        table.itemDelegate().helpEvent(event, table, option, index)
        assert QToolTip.text() == shown
    QToolTip.hideText()
    qapp.processEvents()


def test_a_version_with_a_long_reason_is_taller() -> None:
    short = VersionCell("v1", "now", "Short", "Then")
    long = VersionCell("v1", "now", "A very long reason for this version " * 3, "Then")
    assert long.height(Look(), 338) > short.height(Look(), 338)
