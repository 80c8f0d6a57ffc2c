"""The table of agreements: keeps its row while the list around it changes, and is as tall as its rows at most."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal

from workbench.ui.listing import Line
from workbench.ui.tables.rows import RowsModel
from workbench.ui.tables.table import Table
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme
from workbench.ui.views.library.cells import Cells

ROW, HEAD = 62, 40
LEAST_ROWS = 2


class AgreementTable(Table):
    """The list.

    Attributes:
        wanted: Emitted with the id of the agreement to open.
        asked: Emitted with an id and a point of the screen when what can be done with a row is wanted.
    """

    wanted = Signal(str)
    asked = Signal(str, QPoint)

    def __init__(self, cells: Cells, name: str) -> None:
        self.lines: RowsModel[Line] = RowsModel(cells.columns())
        super().__init__(self.lines, name=name, row_height=ROW, head_height=HEAD, bare_head=True, opens=True)
        self.closed_foot = True
        self.opened.connect(lambda number: self.wanted.emit(self.lines.rows[number].id))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)

    @property
    def current(self) -> Line | None:
        """The chosen line."""
        number = self.current_row
        return self.lines.rows[number] if 0 <= number < len(self.lines.rows) else None

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines, or the same better known; the chosen one stays chosen while it is there."""
        before = [line.id for line in self.lines.rows]
        if [line.id for line in lines] == before:
            for number, line in enumerate(lines):
                if line is not self.lines.rows[number]:
                    self.lines.replace_row(number, line)
            self.viewport().update()
            return
        chosen = self.current.id if self.current is not None else ""
        had_focus, top = self.hasFocus(), self.verticalScrollBar().value()
        self.lines.show_rows(tuple(lines))
        self.restyle(theme().look)
        number = next((n for n, line in enumerate(lines) if line.id == chosen), 0)
        if lines and (chosen or had_focus):
            self.show_row(number)
        if any(line.id == chosen for line in lines):
            self.verticalScrollBar().setValue(top)

    def restyle(self, look: Look) -> None:
        """Scale; no taller than the rows, no lower than two of them."""
        super().restyle(look)
        rows = self.lines.rowCount()
        self.setMaximumHeight(look.px(ROW) * rows + look.px(HEAD) + 2)
        self.setMinimumHeight(look.px(ROW) * min(rows, LEAST_ROWS) + look.px(HEAD) + 2)

    def _on_menu(self, point: QPoint) -> None:
        row = self.rowAt(point.y())
        if row < 0 and self.current is None:
            return
        if row >= 0:
            self.show_row(row)
        line = self.current
        if line is not None:
            self.asked.emit(line.id, self.viewport().mapToGlobal(point))
