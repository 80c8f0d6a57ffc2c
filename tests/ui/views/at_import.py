"""The Track phase on the whole window, with what a person does to bring a file in: hand it over, match, decide."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.views.finding import until
from tests.ui.views.track_stock import practice, tracking
from workbench.services.workbench import Workbench
from workbench.ui.parts.choice import Choice
from workbench.ui.tables.table import Table
from workbench.ui.views.composition import Composition
from workbench.ui.views.track.mapping.lines import FileColumn
from workbench.ui.views.track.mapping.page import ImportPage
from workbench.ui.views.track.mapping.table import ColumnTable


def bare(workbench: Workbench) -> str:
    """The practice company before anything happened."""
    return practice(workbench, data=False, entries=False)


class AtImport:
    """The window at the Track phase of its only agreement, where a file is brought in.

    Args:
        qtbot: Waits.
        made: The whole window.
        folder: Where files are written.
    """

    def __init__(self, qtbot: QtBot, made: Composition, folder: Path) -> None:
        self.qtbot, self.made, self.folder = qtbot, made, folder
        self.window, self.session = made.desk.window, made.desk.session
        self.screen = tracking(qtbot, made)

    def until(self, fact: Callable[[], bool]) -> None:
        """Wait for a fact."""
        until(self.qtbot, fact)

    @property
    def page(self) -> ImportPage:
        """The page of the file."""
        page = self.screen.importing
        assert page is not None, "no file is being brought in"
        return page

    @property
    def table(self) -> ColumnTable:
        """The columns of the file."""
        found = self.page.findChildren(ColumnTable)
        assert found, "the columns are not there yet"
        return found[0]

    def write(self, *rows: str, name: str = "leads.csv") -> Path:
        """A file with these rows."""
        path = self.folder / name
        path.write_text("\n".join(rows) + "\n", "utf-8")
        return path

    def bring(self, file: Path) -> ImportPage:
        """Hand a file to the window and wait until it was tried out."""
        self.session.import_wanted.emit(str(file))
        self.until(lambda: self.screen.importing is not None)
        page = self.page
        self.until(lambda: page.tried is not None)
        return page

    def bring_rows(self, *rows: str, name: str = "leads.csv") -> ImportPage:
        """Write a file with these rows and hand it to the window."""
        return self.bring(self.write(*rows, name=name))

    def line(self, header: str) -> FileColumn:
        """The line of a column."""
        return next(one for one in self.table._all if one.header == header)

    def reasons(self) -> list[str]:
        """Why something is not taken."""
        name = "Reasons, with how often each occurs"

        def tables() -> list[Table]:
            every = self.page.findChildren(Table)
            return [one for one in every if one.accessibleName() == name and one.isVisible()]

        self.until(lambda: bool(tables()))
        model = tables()[0].model()
        return [model.index(row, 1).data() for row in range(model.rowCount())]

    def decide(self, header: str, words: str, *, tried: bool = True) -> None:
        """Choose a field for a column with the keyboard, and wait until the file was `tried` out with it."""
        page, table = self.page, self.table
        table.show_row(next(n for n, one in enumerate(table._all) if one.header == header))
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_F4)
        self.until(lambda: bool(table.findChildren(Choice)))
        editor = table.findChildren(Choice)[0]
        self.until(editor.view().isVisible)
        row = editor.findText(words, Qt.MatchFlag.MatchStartsWith)
        assert row >= 0
        editor.view().setCurrentIndex(editor.model().index(row, 0))
        QTest.keyClick(editor.view(), Qt.Key.Key_Return)
        self.until(lambda: self.line(header).match in {"by_hand", "none"})
        self.until(lambda: not table.findChildren(Choice))
        self.until(lambda: not tried or page.tried is not None)
