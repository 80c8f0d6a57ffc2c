"""Rows of plain values behind a table or a list. The view reads cells, a screen reader reads words. Must not draw."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workbench.ui.tables.column import Column

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex

CELL: Final = Qt.ItemDataRole.UserRole
"""The cell to draw."""

COLUMN: Final = Qt.ItemDataRole.UserRole + 1
"""The column's declaration."""

_SAID: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_NOWHERE: Final = QModelIndex()


class RowsModel(QAbstractTableModel, Generic[T]):
    """A table over a sequence of rows.

    Rows are asked for by number, so a sequence that reads them when they are needed serves large tables.

    Args:
        columns: From left to right.
        rows: What is shown at first.
        parent: Owner.
    """

    def __init__(self, columns: Sequence[Column[T]], rows: Sequence[T] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: Final = tuple(columns)
        self._rows: Sequence[T] = rows

    @property
    def rows(self) -> Sequence[T]:
        """The rows, in the order shown."""
        return self._rows

    def show_rows(self, rows: Sequence[T]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def replace_row(self, number: int, row: T) -> None:
        """Show another value in one row; selection and scroll position stay."""
        rows = list(self._rows)
        rows[number] = row
        self._rows = rows
        self.dataChanged.emit(self.index(number, 0), self.index(number, len(self.columns) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell, its words, or its column."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == COLUMN:
            return column
        if role == CELL:
            return column.cell(self._rows[index.row()])
        if role in _SAID:
            return column.cell(self._rows[index.row()]).words()
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A heading."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == COLUMN:
            return column
        return f"{column.title} {column.second}".strip() if role in _SAID else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells with choices can be edited."""
        flags = super().flags(index)
        editable = index.isValid() and self.columns[index.column()].choices is not None
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """The person chose: tell the column. The screen answers by showing new rows."""
        column = self.columns[index.column()]
        if role != Qt.ItemDataRole.EditRole or column.choose is None:
            return False
        column.choose(self._rows[index.row()], str(value))
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column that says how; stable."""
        if not 0 <= column < len(self.columns) or (key := self.columns[column].sort) is None:
            return
        self.layoutAboutToBeChanged.emit()
        before = list(self._rows)
        numbers = sorted(
            range(len(before)), key=lambda n: key(before[n]), reverse=order == Qt.SortOrder.DescendingOrder
        )
        self._rows = [before[n] for n in numbers]
        place = {number: position for position, number in enumerate(numbers)}
        for index in self.persistentIndexList():
            self.changePersistentIndex(index, self.index(place[index.row()], index.column()))
        self.layoutChanged.emit()
