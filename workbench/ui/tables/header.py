"""A header with a heading and an optional second, quieter line; the emphasised column has a tint and an accent line."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from workbench.ui.tables.column import Column
from workbench.ui.tables.rows import COLUMN
from workbench.ui.theme.fonts import SEMIBOLD
from workbench.ui.theme.ink import LEFT, RIGHT, Ink
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme


class Header(QHeaderView):
    """The header of a hairline table.

    Args:
        height: Design pixels; 0 hides it.
        parent: The view.
        bare: Without its own ground, inside a card.
    """

    def __init__(self, height: float, parent: QWidget, *, bare: bool = False) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._height, self._bare = height, bare
        self.setAccessibleName(parent.accessibleName())
        if bare:
            self.setProperty("kind", "bare")
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(10)
        self.setVisible(height > 0)
        theme().follow(self)

    def restyle(self, look: Look) -> None:
        """As tall as wanted."""
        self.setFixedHeight(look.px(self._height))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one heading."""
        column: Column[Any] | None = self.model().headerData(section, Qt.Orientation.Horizontal, COLUMN)
        if column is None:
            return
        painter.save()
        ink = Ink(painter, theme().look)
        area = QRectF(rect)
        if column.current:
            ink.fill(area, "focus_row")
        elif not self._bare:
            ink.fill(area, "sunken")
        if column.current:
            ink.across(area.left(), area.right() + 1, area.bottom() - ink.px(2), "accent", ink.px(2))
        else:
            ink.across(area.left(), area.right() + 1, area.bottom() - 1)
        self._write(ink, area, column, section)
        painter.restore()

    def _write(self, ink: Ink, area: QRectF, column: Column[Any], section: int) -> None:
        px = ink.px
        align = RIGHT if column.right else LEFT
        area = area.adjusted(px(column.left_pad), 0, -px(column.right_pad), 0)
        color = "text" if column.current else "sub" if column.second else "muted"
        if not column.second:
            width = ink.text(area, column.title, size=12, weight=SEMIBOLD, color=color, align=align)
            if column.sort is not None and self.isSortIndicatorShown() and self.sortIndicatorSection() == section:
                glyph = "arrow-up" if self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder else "arrow-down"
                x = area.right() - width - px(16) if column.right else area.left() + width + px(4)
                ink.icon(glyph, x, area.center().y() - px(6), 12, "muted")
            return
        half = area.center().y()
        upper = QRectF(area.left(), half - px(17), area.width(), px(17))
        lower = QRectF(area.left(), half, area.width(), px(15))
        ink.text(upper, column.title, size=12, weight=SEMIBOLD, color=color, align=align)
        ink.text(lower, column.second, size=11, color="muted", align=align, figures=True)
