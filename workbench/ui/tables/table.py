"""A table with hairlines. Arrows move, Enter opens, Enter or F4 on a drop-down opens it, Tab leaves."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from workbench.ui.tables.dress import EDGE, dress
from workbench.ui.tables.header import Header
from workbench.ui.tables.rows import RowsModel
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme


class Table(QTableView):
    """A hairline table.

    Attributes:
        chosen: Emitted with the row's number when another row becomes the current one; -1 for none.
        opened: Emitted with the row's number on Enter or a double click.

    Args:
        model: Its rows; the table becomes its owner.
        name: For screen readers.
        row_height: Design pixels.
        head_height: Design pixels; 0 for no header.
        fits: As tall as its rows, for pages that scroll as a whole.
        bare_head: Header without a ground, inside a card.
        selects: Can a row be chosen?
        hairlines: Lines between the rows.
        by_cell: The current cell is marked too, where cells mean something by themselves.
        opens: A row leads somewhere: the chosen one has an arrow.
    """

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(
        self,
        model: RowsModel[Any],
        *,
        name: str,
        row_height: float = 44,
        head_height: float = 36,
        fits: bool = False,
        bare_head: bool = False,
        selects: bool = True,
        hairlines: bool = True,
        by_cell: bool = False,
        opens: bool = False,
    ) -> None:
        super().__init__()
        self.row_height, self.hairlines, self.by_cell, self.edge = row_height, hairlines, by_cell, float(EDGE)
        self.closed_foot, self.opens = fits and bare_head, opens
        self._head_height, self._fits = head_height, fits
        self._rows = model
        self._widths: dict[str, float] = {}
        self._ordered_up = -1
        model.setParent(self)
        dress(self, name)
        self.setShowGrid(False)
        self.setModel(model)
        self._header = Header(head_height, self, bare=bare_head)
        self.setHorizontalHeader(self._header)
        self.verticalHeader().hide()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setCornerButtonEnabled(False)
        if not selects:
            self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if any(column.sort is not None for column in model.columns):
            self._header.sectionClicked.connect(self._on_head_clicked)
        self.selectionModel().currentRowChanged.connect(self._on_row)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self.clicked.connect(self._on_clicked)
        model.modelReset.connect(self._fit)
        theme().follow(self)

    @property
    def current_row(self) -> int:
        """Number of the current row; -1 for none."""
        return self.currentIndex().row()

    def show_row(self, number: int) -> None:
        """Make a row the current one and bring it into view."""
        column = next((n for n in range(len(self._rows.columns)) if not self.isColumnHidden(n)), 0)
        self.setCurrentIndex(self._rows.index(number, column))

    def hide_columns(self, hidden: bool, *keys: str) -> None:
        """Hide or show columns, where the page folds."""
        for number, column in enumerate(self._rows.columns):
            if column.key in keys:
                self.setColumnHidden(number, hidden)

    def set_widths(self, widths: dict[str, float]) -> None:
        """Other widths than the columns' own, by key, in design pixels; empty for their own again."""
        self._widths = dict(widths)
        self.restyle(theme().look)

    def restyle(self, look: Look) -> None:
        """Scale rows and columns."""
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(look.px(self.row_height))
        for number, column in enumerate(self._rows.columns):
            width = self._widths.get(column.key, column.width)
            stretches = width == 0
            mode = QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.Fixed
            self._header.setSectionResizeMode(number, mode)
            if not stretches:
                self.setColumnWidth(number, look.px(width))
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """With the keyboard one begins at the first row, and sees it."""
        super().focusInEvent(event)
        chooses = self.selectionMode() != QAbstractItemView.SelectionMode.NoSelection
        if chooses and event.reason() != Qt.FocusReason.MouseFocusReason and not self.selectionModel().hasSelection():
            self.show_row(max(0, self.current_row))
            self.selectRow(max(0, self.current_row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F4 open."""
        index = self.currentIndex()
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if index.isValid() and (enter or event.key() == Qt.Key.Key_F4):
            choosing = next((n for n, c in enumerate(self._rows.columns) if c.choices is not None), None)
            if choosing is not None:
                self.edit(self._rows.index(index.row(), choosing))
                return
            if enter:
                self.opened.emit(index.row())
                return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        if self._fits:
            look = theme().look
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setFixedHeight(look.px(self.row_height) * self._rows.rowCount() + look.px(self._head_height) + 1)

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(current.row())

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._rows.columns[index.column()].choices is not None:
            self.edit(index)

    def _on_head_clicked(self, section: int) -> None:
        if self._rows.columns[section].sort is None:
            return
        down = self._ordered_up == section
        self._ordered_up = -1 if down else section
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self._header.setSortIndicatorShown(True)
        self._header.setSortIndicator(section, order)  # Qt has turned its own indicator already, or not yet
        self._rows.sort(section, order)
