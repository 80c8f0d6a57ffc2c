"""The table of a file's columns, with the filter over it. Del means that a column is not used."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from workbench.base.language import N_, Language
from workbench.ui.tables.rows import RowsModel
from workbench.ui.tables.table import Table
from workbench.ui.theme.theme import theme
from workbench.ui.views.track.mapping.choices import Choices
from workbench.ui.views.track.mapping.lines import SAMPLES, FileColumn, column_columns

FILTERS = ("all", "check", "off")
NAME_LEAST = 170
"""Design pixels for what a column is called."""


class ColumnTable(Table):
    """The columns.

    Attributes:
        decided: Emitted with a header and what it is to become: a field, `KEEP`, or empty.

    Args:
        language: For the words.
        choices: What is decided now.
        fixed: Nothing can be chosen, because the file says itself what it is.
        kind: What the rows are: `activities`, or empty for leads.
    """

    decided = Signal(str, str)

    def __init__(
        self, language: Language, choices: Callable[[], Choices], *, fixed: bool = False, kind: str = ""
    ) -> None:  # fmt: skip
        self._fixed = fixed
        self._all: Sequence[FileColumn] = ()
        self._filter = "all"
        columns = column_columns(language, choices, None if fixed else self._decide, kind)
        self._model: RowsModel[FileColumn] = RowsModel(columns)
        told = N_("Columns of the file and what they tell")
        name = language.text(told if kind else N_("Columns of the file and fields of the agreement"))
        super().__init__(self._model, name=name, row_height=43)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Examples give way to what a column is called."""
        super().resizeEvent(event)
        room = self.width() / theme().look.scale - NAME_LEAST
        others = sum(one.width for one in self._model.columns)
        for number in range(SAMPLES - 1, 0, -1):
            key = f"sample{number}"
            self.hide_columns(others > room, key)
            if others > room:
                others -= next(one.width for one in self._model.columns if one.key == key)

    @property
    def counts(self) -> dict[str, int]:
        """How many columns each filter shows."""
        return {key: sum(_passes(one, key) for one in self._all) for key in FILTERS}

    def show_columns(self, columns: Sequence[FileColumn]) -> None:
        """Show the columns; the one looked at stays, also where it no longer passes the filter."""
        before = [one.header for one in self._all]
        self._all = columns
        if before == [one.header for one in columns] and self._model.rows:
            by_header = {one.header: one for one in columns}
            for number, one in enumerate(self._model.rows):
                if by_header[one.header] != one:
                    self._model.replace_row(number, by_header[one.header])
        else:
            self.filter_by(self._filter)

    def filter_by(self, key: str) -> None:
        """Show all columns, those to check, or those not used."""
        self._filter = key
        here = self._model.rows[self.current_row].header if self.current_row >= 0 else ""
        wanted = [one for one in self._all if _passes(one, key)]
        self._model.show_rows(wanted)
        if wanted:
            self.show_row(next((n for n, one in enumerate(wanted) if one.header == here), 0))

    def _decide(self, header: str, key: str) -> None:
        self.decided.emit(header, key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del: not used."""
        if event.key() == Qt.Key.Key_Delete and self.current_row >= 0 and not self._fixed:
            self.decided.emit(self._model.rows[self.current_row].header, "")
            return
        super().keyPressEvent(event)


def _passes(one: FileColumn, key: str) -> bool:
    return key == "all" or (one.to_check if key == "check" else not one.chosen)
