"""The matrix as a real table: arrows move, Enter or F2 edits, Ctrl+D copies from above, Delete empties.

Must not know drafts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
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
from workbench.ui.theme.fonts import BOLD, MEDIUM, SEMIBOLD
from workbench.ui.theme.ink import LEFT, Ink
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex
ROW_PAST = 82
"""A row with a line for the past."""
WELL, HALF = 0.8, 0.5
"""From these shares of the periods on, a promise would have been kept usually, and as often as not."""
ROW, HEAD, NAME_WIDTH, LEAST = 64, 40, 168, 106
_NOWHERE: Final = QModelIndex()
_SAID: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


@dataclass(frozen=True)
class MatrixCell:
    """What one cell shows.

    Attributes:
        key: Of the promise; empty for none.
        target: The time, as written; empty while it is open.
        share: For how many, as written.
        second: Attempts in words.
        issue: Something in it needs somebody.
        past: In how many past periods it would have been met, in words; empty where nothing is known.
        kept: The same as a share; nothing where no period could be judged.
        few: So few periods that the share says little.
    """

    key: str = ""
    target: str = ""
    share: str = ""
    second: str = ""
    issue: bool = False
    past: str = ""
    kept: float | None = None
    few: bool = False


@dataclass(frozen=True)
class Matrix:
    """What the table shows.

    Attributes:
        heads: Name and second line of each column of promises.
        lines: Name of the sources, and the cells.
        corner: Over the names.
        none: What an empty cell says.
        open: What a cell without a time says.
    """

    heads: Sequence[tuple[str, str]] = ()
    lines: Sequence[tuple[str, tuple[MatrixCell, ...]]] = field(default_factory=tuple)
    corner: str = ""
    none: str = ""
    open: str = ""

    @property
    def tells_past(self) -> bool:
        """Whether any promise has a past."""
        return any(cell.past for _, cells in self.lines for cell in cells)


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
        head = self.matrix.heads[index.column() - 1][0]
        parts = (cell.target or self.matrix.open, cell.share, cell.second, cell.past)
        said = ", ".join(one for one in parts if one)
        return f"{head}, {name}: {said if cell.key else self.matrix.none}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The tiers' names; the tooltip has all of one that is cut."""
        if orientation != Qt.Orientation.Horizontal or role not in {*_SAID, Qt.ItemDataRole.ToolTipRole}:
            return None
        if section == 0:
            return self.matrix.corner
        return self.matrix.heads[section - 1][0] if section <= len(self.matrix.heads) else None

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
        taller = matrix.tells_past != self.matrix_model.matrix.tells_past
        self.matrix_model.show_matrix(matrix)
        if taller:
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
        """Share the width among the tiers."""
        super().resizeEvent(event)
        self._share()

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
        look = theme().look
        tall = look.px(ROW_PAST if self.matrix_model.matrix.tells_past else ROW)
        self.verticalHeader().setDefaultSectionSize(tall)
        wide = look.px(NAME_WIDTH) + self.matrix_model.columnCount() * look.px(LEAST) > self.viewport().width() > 0
        bar = self.horizontalScrollBar().sizeHint().height() if wide else 0
        self.setFixedHeight(tall * self.matrix_model.rowCount() + look.px(HEAD) + 2 + bar)
        self._share()

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


class _Heads(QHeaderView):
    """The tiers' names over the columns."""

    def __init__(self, table: MatrixTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.setProperty("kind", "bare")
        self.setMinimumSectionSize(10)
        self.setAccessibleName(table.accessibleName())
        theme().follow(self)

    def restyle(self, look: Look) -> None:
        """Scale."""
        self.setFixedHeight(look.px(HEAD))

    def paintSection(self, painter: QPainter, rect: Any, section: int) -> None:
        """The name, and what it is."""
        matrix = self._table.matrix_model.matrix
        painter.save()
        ink = Ink(painter, theme().look)
        area = QRectF(rect).adjusted(ink.px(2 if section == 0 else 14), ink.px(2), -ink.px(6), -ink.px(4))
        if section == 0:
            foot = QRectF(area.left(), area.bottom() - ink.px(16), area.width(), ink.px(16))
            ink.text(foot, matrix.corner, size=12, weight=SEMIBOLD, color="muted")
        elif section <= len(matrix.heads):
            name, second = matrix.heads[section - 1]
            top = QRectF(area.left(), area.top(), area.width(), ink.px(17 if second else 32))
            ink.text(top, name, size=13, weight=SEMIBOLD, align=LEFT)
            ink.text(area.adjusted(0, ink.px(17), 0, 0), second, size=11, color="muted")
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
            ink.text(area, matrix.lines[index.row()][0], size=13, weight=SEMIBOLD, align=LEFT)
        else:
            self._draw_card(ink, rect, cell, matrix, current=index == self._table.currentIndex())
        painter.restore()

    def _draw_card(self, ink: Ink, rect: QRectF, cell: MatrixCell, matrix: Matrix, *, current: bool) -> None:
        px = ink.px
        card = rect.adjusted(px(4), px(4), -px(4), -px(4))
        strong = current and self._table.hasFocus()
        ground = "accent_soft" if current else "surface" if cell.key else "sunken"
        ink.box(card, px(8), ground, "accent" if current else "border", px(2) if strong else 1)
        inner = card.adjusted(px(10), px(5), -px(9), -px(5))
        if not cell.key:
            ink.text(inner, matrix.none, size=12, color="sub" if current else "muted", align=LEFT)
            return
        upper = QRectF(inner.left(), inner.top(), inner.width(), px(25))
        said, size = (cell.target, 16) if cell.target else (matrix.open, 13)
        if ink.width(said, size, BOLD, figures=True) > upper.width():
            size = 13  # smaller rather than cut
        width = ink.text(upper, said, size=size, weight=BOLD, figures=True, color="text" if cell.target else "warn")
        beside = upper.adjusted(width + px(7), px(2), 0, 0)
        lower = QRectF(inner.left(), inner.top() + px(28), inner.width() - px(18 if cell.issue else 0), px(18))
        second = cell.second
        if ink.width(cell.share, 12, MEDIUM, figures=True) <= beside.width():
            ink.text(beside, cell.share, size=12, weight=MEDIUM, color="sub", figures=True)
        else:  # whole on the line below rather than cut beside the time
            second = "  ".join(one for one in (cell.share, cell.second) if one)
        ink.text(lower, second, size=11, color="sub" if current else "muted", align=LEFT, figures=True)
        if cell.past:
            _draw_past(ink, QRectF(inner.left(), inner.bottom() - px(18), inner.width(), px(19)), cell)
        if cell.issue:
            ink.icon("triangle-alert", inner.right() - px(14), lower.top() + px(2), 14, "warn")


def _draw_past(ink: Ink, area: QRectF, cell: MatrixCell) -> None:
    """The past in words, over a bar of its share."""
    tone = "idle" if cell.few or cell.kept is None else "ok" if cell.kept >= WELL else "bad"
    tone = "warn" if tone == "bad" and cell.kept is not None and cell.kept >= HALF else tone
    words = QRectF(area.left(), area.top() - ink.px(2), area.width(), ink.px(15))
    ink.text(words, cell.past, size=11, weight=MEDIUM, color=tone, align=LEFT, figures=True)
    if cell.kept is None:
        return
    bar = QRectF(area.left(), area.bottom() - ink.px(3), area.width(), ink.px(3))
    ink.box(bar, ink.px(1.5), "track")
    done = QRectF(bar.left(), bar.top(), max(bar.width() * cell.kept, bar.height()), bar.height())
    if cell.kept:
        ink.box(done, ink.px(1.5), "chart_quiet" if tone == "idle" else f"{tone}_fill")
