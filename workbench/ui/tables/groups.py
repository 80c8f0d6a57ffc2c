"""Rows in groups behind a tree of two levels: the promiser, then what is promised. Must not draw."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Generic, NamedTuple, TypeVar, overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workbench.ui.tables.column import Column
from workbench.ui.tables.rows import CELL, COLUMN

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex

GROUP: Final = Qt.ItemDataRole.UserRole + 2
"""The group, on a group's own line; nothing elsewhere."""

_SAID: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_NOWHERE: Final = QModelIndex()


class Group(NamedTuple, Generic[T]):
    """A heading and its rows.

    Attributes:
        title: The heading.
        rows: What belongs to it.
        color: Token of the heading: a team's colour, or `sub`.
    """

    title: str
    rows: Sequence[T]
    color: str = "sub"


class GroupsModel(QAbstractItemModel, Generic[T]):
    """A tree of groups. An index holds 0 on a group's line, else the group's number plus one.

    Args:
        columns: From left to right.
        groups: What is shown at first.
        parent: Owner.
    """

    def __init__(
        self, columns: Sequence[Column[T]], groups: Sequence[Group[T]] = (), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns: Final = tuple(columns)
        self._groups: Sequence[Group[T]] = groups

    @property
    def groups(self) -> Sequence[Group[T]]:
        """The groups shown."""
        return self._groups

    def show_groups(self, groups: Sequence[Group[T]]) -> None:
        """Show other groups."""
        self.beginResetModel()
        self._groups = groups
        self.endResetModel()

    def row_at(self, index: Index) -> T | None:
        """The row an index is in; nothing on a group's line."""
        group = self._group_of(index)
        return None if group is None else group.rows[index.row()]

    def index_of(self, group: int, row: int, column: int = 0) -> QModelIndex:
        """The index of a row of a group."""
        return self.index(row, column, self.index(group, 0))

    def _group_of(self, index: Index) -> Group[T] | None:
        number = index.internalId() if index.isValid() else 0
        return self._groups[number - 1] if number else None

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """An index by place."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    @overload
    def parent(self) -> QObject | None: ...
    @overload
    def parent(self, index: Index) -> QModelIndex: ...
    def parent(self, index: Index | None = None) -> QModelIndex | QObject | None:
        """The group an index belongs to."""
        if index is None:
            return super().parent()
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many groups, or rows in a group."""
        if not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()].rows) if parent.internalId() == 0 and parent.column() == 0 else 0

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        """How many columns."""
        return len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A group, a cell, its words, or its column."""
        if not index.isValid():
            return None
        group = self._group_of(index)
        if role == COLUMN:
            return self.columns[index.column()]
        if group is None:
            heading = self._groups[index.row()]
            if role == GROUP:
                return heading
            return (heading.title if index.column() == 0 else "") if role in _SAID else None
        if role == CELL:
            return self.columns[index.column()].cell(group.rows[index.row()])
        if role in _SAID:
            column = self.columns[index.column()]
            said = column.cell(group.rows[index.row()]).words()
            return said if index.column() == 0 else f"{column.title}: {said}"
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
        """A group's line is a heading, not a choice."""
        if index.isValid() and index.internalId() == 0:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)
