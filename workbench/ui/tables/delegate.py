"""The one delegate: ground, hover, selection, focus and hairline; the cell draws the rest. Must not know any cell.

Drop-down cells get their editor here, on one click, Enter or F4; the keys are those of any drop-down list.
"""

from __future__ import annotations

from typing import Any, Protocol, cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)  # fmt: skip

from workbench.ui.parts.choice import Choice
from workbench.ui.parts.row_state import RowState
from workbench.ui.tables.cell import Cell, CellState, TallCell
from workbench.ui.tables.column import Column
from workbench.ui.tables.groups import GROUP, Group
from workbench.ui.tables.rows import CELL, COLUMN
from workbench.ui.theme.fonts import SEMIBOLD
from workbench.ui.theme.ink import Ink
from workbench.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex
BAR = 3
LINE = 1.5
"""Design pixels of the lines above and below the chosen row of the view that has the focus."""
GROUP_HEIGHT = 32


class Rowed(Protocol):
    """What the delegate asks a view."""

    row_height: float
    hairlines: bool
    by_cell: bool
    edge: float
    closed_foot: bool
    opens: bool


class CellDelegate(QStyledItemDelegate):
    """Draws every cell of every hairline view."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._rowed = cast("Rowed", view)
        self._state = RowState(view)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The row's height: the group's, the cell's own, or the view's."""
        look = theme().look
        if index.data(GROUP) is not None:
            return QSize(10, look.px(GROUP_HEIGHT))
        cell = index.data(CELL)
        if isinstance(cell, TallCell):
            width = self._view.viewport().width()
            return QSize(10, cell.height(look, width if width > 0 else option.rect.width()))
        return QSize(10, look.px(self._rowed.row_height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        painter.save()
        ink = Ink(painter, theme().look)
        rect = QRectF(option.rect)
        group: Group[Any] | None = index.data(GROUP)
        if group is not None:
            self._draw_group(ink, rect, group, index)
        else:
            self._draw_cell(ink, rect, index)
        painter.restore()

    def _draw_group(self, ink: Ink, rect: QRectF, group: Group[Any], index: Index) -> None:
        px = ink.px
        ink.fill(rect, "sunken")
        ink.across(rect.left(), rect.right() + 1, rect.bottom() - 1)
        if index.column() == 0:
            x = rect.left() + px(self._rowed.edge)
            ink.box(QRectF(x, rect.center().y() - px(7), px(BAR), px(14)), 1.5, group.color)
            words = QRectF(x + px(11), rect.top(), rect.width() - px(11 + self._rowed.edge), rect.height())
            ink.text(words, group.title, size=12, weight=SEMIBOLD, color=group.color)

    def _draw_cell(self, ink: Ink, rect: QRectF, index: Index) -> None:
        column: Column[Any] = index.data(COLUMN)
        selected = self._state.is_chosen(index)
        if selected:
            ink.fill(rect, "accent_soft")
        elif self._state.is_over(index):
            ink.fill(rect, "hover")
        elif column.current:
            ink.fill(rect, "focus_row")
        model = index.model()
        last = index.row() == model.rowCount(index.parent()) - 1
        if self._rowed.hairlines and not (last and self._rowed.closed_foot):
            ink.across(rect.left(), rect.right() + 1, rect.bottom() - 1)
        first = index.column() == 0
        if selected and self._view.hasFocus():  # else one could not see that the arrows move here
            for y in (rect.top(), rect.bottom() - ink.px(LINE)):
                ink.fill(QRectF(rect.left(), y, rect.width() + 1, ink.px(LINE)), "accent")
            if rect.right() >= self._view.viewport().width() - 2:
                ink.fill(QRectF(rect.right() - ink.px(LINE), rect.top(), ink.px(LINE), rect.height()), "accent")
        if selected and first:
            ink.fill(QRectF(rect.left(), rect.top(), ink.px(BAR), rect.height()), "accent")
        cell: Cell = index.data(CELL)
        cell.draw(ink, rect, CellState(selected=selected, current_column=column.current, first=first))
        if selected and self._rowed.opens and rect.right() >= self._view.viewport().width() - 2:
            ink.icon("chevron-right", rect.right() - ink.px(26), rect.center().y() - ink.px(9), 18, "accent_text")
        if self._rowed.by_cell and not first and self._state.has_focus(index):
            ink.box(rect.adjusted(2, 2, -2, -3), ink.px(5), None, "accent", ink.px(1.5))

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Where words are cut, the tooltip has all of them."""
        cell = index.data(CELL) if event.type() == QEvent.Type.ToolTip and index.isValid() else None
        if cell is None:
            return super().helpEvent(event, view, option, index)
        sheet = QPixmap(1, 1)
        painter = QPainter(sheet)
        ink = Ink(painter, theme().look)
        cell.draw(ink, QRectF(option.rect), CellState())
        painter.end()
        QToolTip.showText(event.globalPos(), cell.words() if ink.has_elided else "", view)
        return True

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A drop-down list over the cell, already open."""
        column: Column[Any] = index.data(COLUMN)
        row = index.model().rows[index.row()]  # type: ignore[attr-defined]  # only our models have choices
        choices = column.choices(row) if column.choices is not None else ()
        editor = Choice(choices, name=column.title)
        editor.setParent(parent)
        editor.activated.connect(self._on_chosen)
        QTimer.singleShot(0, editor, editor.showPopup)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what the row has."""
        column: Column[Any] = index.data(COLUMN)
        row = index.model().rows[index.row()]  # type: ignore[attr-defined]  # only our models have choices
        if isinstance(editor, Choice) and column.chosen is not None:
            editor.show_choice(column.chosen(row))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Tell the column what was chosen, if it is something else."""
        column: Column[Any] = index.data(COLUMN)
        if isinstance(editor, Choice) and column.chosen is not None:
            row = model.rows[index.row()]  # type: ignore[attr-defined]  # only our models have choices
            if editor.current != column.chosen(row):
                model.setData(index, editor.current, Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Over the painted drop-down."""
        px = theme().look.px
        rect = option.rect
        editor.setGeometry(rect.adjusted(px(4), px(6), -px(4), -px(6)))

    def _on_chosen(self) -> None:
        editor = self.sender()
        if isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
