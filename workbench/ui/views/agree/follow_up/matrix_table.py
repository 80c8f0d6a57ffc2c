"""The matrix as a real table: arrows move, Enter or F2 edits, Ctrl+D copies from above, Delete empties.

Must not know drafts.
"""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from workbench.ui.tables.dress import dress_list
from workbench.ui.theme.fonts import SEMIBOLD
from workbench.ui.theme.ink import Ink, broken
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme
from workbench.ui.views.agree.follow_up.card_drawing import card_of, draw_card
from workbench.ui.views.agree.follow_up.matrix_cells import Matrix, MatrixCell

Index = QModelIndex | QPersistentModelIndex
ROW, HEAD, NAME_WIDTH, LEAST = 64, 40, 168, 92
NAME_LINE, MOST_HEAD_LINES = 18, 4
BOTTOM: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
_NOWHERE: Final = QModelIndex()
_SAID: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class MatrixModel(QAbstractTableModel):
    """The matrix for Qt."""

    def __init__(self) -> None:
        super().__init__()
        self.matrix = Matrix()

    def show_matrix(self, matrix: Matrix) -> None:
        """Show another matrix; the same size only changes cells, so that the current one stays."""
        before, self_size = self.matrix, (len(matrix.lines), len(matrix.heads))
        if (len(before.lines), len(before.heads)) == self_size and self_size[0]:
            self._become(matrix)
            return
        self.beginResetModel()
        self.matrix = matrix
        self.endResetModel()

    def _become(self, matrix: Matrix) -> None:
        """Exchange what differs, and tell only of that: forty cards need not be drawn for one."""
        before, self.matrix = self.matrix, matrix
        for at, (was, now) in enumerate(zip(before.lines, matrix.lines, strict=True)):
            if was[0] != now[0]:
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(now[1])))
                continue
            for place, (old, new) in enumerate(zip(was[1], now[1], strict=True), 1):
                if old != new:
                    self.dataChanged.emit(self.index(at, place), self.index(at, place))
        if list(before.heads) != list(matrix.heads):
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(matrix.heads))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Lines of sources."""
        return 0 if parent.isValid() else len(self.matrix.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """The sources' names and the tiers."""
        return 0 if parent.isValid() else len(self.matrix.heads) + 1

    def cell(self, index: Index) -> MatrixCell | None:
        """The promise of a cell; nothing for a name."""
        if not index.isValid() or index.column() == 0:
            return None
        return self.matrix.lines[index.row()][1][index.column() - 1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says."""
        wanted = (*_SAID, Qt.ItemDataRole.ToolTipRole)
        if not index.isValid() or role not in wanted:
            return None
        name = self.matrix.lines[index.row()][0]
        cell = self.cell(index)
        if cell is None:
            return name
        head = self.matrix.heads[index.column() - 1]
        parts = (cell.target or self.matrix.open, cell.share, cell.second, cell.past)
        said = ", ".join(one for one in parts if one)
        return f"{head}, {name}: {said if cell.key else self.matrix.none}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The tiers' names; the tooltip has all of one that is cut."""
        if orientation != Qt.Orientation.Horizontal or role not in {*_SAID, Qt.ItemDataRole.ToolTipRole}:
            return None
        if section == 0:
            return self.matrix.corner
        return self.matrix.heads[section - 1] if section <= len(self.matrix.heads) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Names are not selected."""
        found = super().flags(index)
        return found & ~Qt.ItemFlag.ItemIsSelectable if index.column() == 0 else found


class MatrixTable(QTableView):
    """The table.

    Args:
        name: For screen readers.
    """

    moved = Signal(int, int)
    """Another cell is the current one: line and column of promises."""
    edited = Signal(int, int)
    """Enter, F2 or a double click on a cell."""
    copied_down = Signal(int, int)
    emptied = Signal(int, int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._now = (0, 0)
        self.matrix_model = MatrixModel()
        self.matrix_model.setParent(self)
        dress_list(self, name)
        self.setModel(self.matrix_model)
        self.setItemDelegate(_CardDelegate(self))
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setCornerButtonEnabled(False)
        head = _Heads(self)
        self.setHorizontalHeader(head)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(lambda index: self._tell(self.edited, index))
        self.matrix_model.modelReset.connect(self._fit)
        theme().follow(self)

    def show_matrix(self, matrix: Matrix) -> None:
        """Show another matrix."""
        self.matrix_model.show_matrix(matrix)
        if self._needed() != self._now:
            self._fit()

    def go(self, line: int, at: int) -> None:
        """Make a cell the current one."""
        index = self.matrix_model.index(line, at + 1)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)

    @property
    def current(self) -> tuple[int, int] | None:
        """Line and column of promises of the current cell."""
        index = self.currentIndex()
        return (index.row(), index.column() - 1) if index.isValid() and index.column() else None

    def restyle(self, look: Look) -> None:
        """Scale."""
        del look
        self.verticalHeader().setMinimumSectionSize(1)
        self._fit()

    def resizeEvent(self, event: Any) -> None:
        """Share the width among the tiers; narrower columns need more lines."""
        super().resizeEvent(event)
        self._share()
        if self._needed() != self._now:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 edit, Ctrl+D copies down, Delete empties; arrows stay off the names."""
        index, key = self.currentIndex(), event.key()
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2} and not event.modifiers():
            self._tell(self.edited, index)
        elif key == Qt.Key.Key_D and control:
            self._tell(self.copied_down, index)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and not event.modifiers():
            self._tell(self.emptied, index)
        elif key == Qt.Key.Key_Left and index.column() <= 1:
            event.accept()
        else:
            super().keyPressEvent(event)

    def _tell(self, signal: Any, index: Index) -> None:
        if index.isValid() and index.column():
            signal.emit(index.row(), index.column() - 1)

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and current.column() == 0 and self.matrix_model.columnCount() > 1:
            self.setCurrentIndex(current.siblingAtColumn(1))
            return
        self._tell(self.moved, current)

    def _fit(self) -> None:
        """As tall as all of it, so that nothing is cut and only the page scrolls down."""
        model = self.matrix_model
        self._share()
        self._now = (head, tall) = self._needed()
        self.verticalHeader().setDefaultSectionSize(tall)
        self.horizontalHeader().setFixedHeight(head)
        wide = sum(map(self.columnWidth, range(model.columnCount()))) > self.viewport().width() > 0
        bar = self.horizontalScrollBar().sizeHint().height() if wide else 0
        self.setFixedHeight(tall * model.rowCount() + head + 2 + bar)

    def _share(self) -> None:
        """Columns share the width; many of them scroll sideways instead of becoming too narrow to read."""
        look, count = theme().look, self.matrix_model.columnCount() - 1
        if count < 1:
            return
        names = min(look.px(NAME_WIDTH), max(self.viewport().width() // 4, look.px(96)))
        self.setColumnWidth(0, names)
        each = max((self.viewport().width() - names) // count, look.px(LEAST))
        for at in range(count):
            self.setColumnWidth(at + 1, each)

    def _needed(self) -> tuple[int, int]:
        """The heights of the heads and of each line for everything written in them."""
        look, matrix = theme().look, self.matrix_model.matrix
        names, each = self.columnWidth(0) - look.px(12), self.columnWidth(1)
        metrics = look.metrics(13, SEMIBOLD)
        heads = [len(broken(name, metrics, each - look.px(20))) for name in matrix.heads]
        head = look.px(HEAD) + (min(max(heads, default=1), MOST_HEAD_LINES) - 1) * look.px(NAME_LINE)
        lines = [len(broken(name, metrics, names)) * look.px(NAME_LINE) + look.px(16) for name, _ in matrix.lines]
        cards = {cell for _, cells in matrix.lines for cell in cells if cell.key}
        tall = [card_of(look, cell, matrix, each).tall for cell in cards]
        return head - look.px(8), max([look.px(ROW), *lines, *tall])


class _Heads(QHeaderView):
    """The tiers' names over the columns."""

    def __init__(self, table: MatrixTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.setProperty("kind", "bare")
        self.setMinimumSectionSize(10)
        self.setAccessibleName(table.accessibleName())

    def paintSection(self, painter: QPainter, rect: Any, section: int) -> None:
        """The name, and what it is."""
        matrix = self._table.matrix_model.matrix
        painter.save()
        ink = Ink(painter, theme().look)
        area = QRectF(rect).adjusted(ink.px(2 if section == 0 else 14), ink.px(2), -ink.px(6), -ink.px(4))
        if section == 0:
            ink.lines(area, matrix.corner, size=12, weight=SEMIBOLD, color="muted", align=BOTTOM)
        elif section <= len(matrix.heads):
            ink.lines(area, matrix.heads[section - 1], size=13, weight=SEMIBOLD, align=BOTTOM)
        painter.restore()


class _CardDelegate(QStyledItemDelegate):
    """Each promise is a small card."""

    def __init__(self, table: MatrixTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """As tall as a row."""
        look = theme().look
        return QSize(look.px(LEAST), look.px(ROW))

    def createEditor(self, _parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        """The sentence below edits; a cell has no editor of its own."""
        return None  # type: ignore[return-value]  # Qt's word for none

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a name or a card."""
        painter.save()
        ink, rect = Ink(painter, theme().look), QRectF(option.rect)
        cell, matrix = self._table.matrix_model.cell(index), self._table.matrix_model.matrix
        if cell is None:
            area = rect.adjusted(ink.px(2), 0, -ink.px(10), 0)
            ink.lines(area, matrix.lines[index.row()][0], size=13, weight=SEMIBOLD)
        else:
            current = index == self._table.currentIndex()
            draw_card(ink, rect, cell, matrix, current=current, strong=current and self._table.hasFocus())
        painter.restore()
