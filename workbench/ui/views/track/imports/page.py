"""Every import of the agreement: which file, when, by whom, what came of it; and the way to take one back whole."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from workbench.base.language import N_
from workbench.services.import_changes import LeadChange
from workbench.services.import_problems import Problem
from workbench.ui.errands import Errands
from workbench.ui.parts.beside import Beside
from workbench.ui.parts.button import Button
from workbench.ui.parts.empty import EmptyState
from workbench.ui.parts.layout import Panel, box, column, row, stretch
from workbench.ui.parts.page_head import PageHead
from workbench.ui.tables.rows import RowsModel
from workbench.ui.tables.table import Table
from workbench.ui.views.desk import Desk
from workbench.ui.views.track.imports.import_panel import MOST_LEADS, ImportPanel
from workbench.ui.views.track.imports.lines import NARROW, import_columns
from workbench.ui.views.track.imports.original import save_original
from workbench.ui.views.track.imports.turning import turn
from workbench.ui.views.track.learning import Import, Known
from workbench.ui.views.track.names import Names

FOLDS_BELOW = 1180


class ImportsPage(Panel):
    """The list of imports, the newest first, and the one chosen beside it.

    Args:
        desk: The window and its session.
        names: Whether people are shown.
        back: Leads to the scorecard.
        run: Runs an action of the window by its name.
    """

    def __init__(
        self, desk: Desk, names: Names, back: Callable[[], object], run: Callable[[str], object]
    ) -> None:  # fmt: skip
        text = desk.language.text
        self._desk, self._names, self._back = desk, names, back
        self._known: Known | None = None
        self._model: RowsModel[Import] = RowsModel(import_columns(desk.language, names, self._zone))
        self.table = Table(self._model, name=text(N_("Imports, the newest first")))
        self.panel = ImportPanel(desk, names)
        head = PageHead(
            text(N_("Imports")), over=text(N_("TRACK")), below=True,
            facts=text(N_("Each file counts as a whole and can be taken back as a whole.")),
            right=(
                Button(text(N_("Scorecard")), icon="gauge", on_click=back),
                Button(text(N_("Import…")), "primary", icon="upload", on_click=lambda: run("actuals.load")),
            ),
        )  # fmt: skip
        again = Button(text(N_("Import…")), "primary", icon="upload", on_click=lambda: run("actuals.load"))
        self._nothing = EmptyState(
            text(N_("Nothing was imported yet")),
            text(N_("Every import stands here with its file, its day and what was not taken.")),
            row(stretch(), again, stretch()), icon="file-spreadsheet",
        )  # fmt: skip
        main = Panel(
            column(box(column(head, margins=(24, 16, 20, 10))), (self.table, 1), gap=0), role="surface"
        )  # fmt: skip
        self._beside = Beside(main, self.panel, below=FOLDS_BELOW)
        super().__init__(column((self._beside, 1), (self._nothing, 1), gap=0), role="surface")
        self.setFocusProxy(self.table)
        self._errands = Errands(desk.session, self)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(lambda _row: self._show_panel())
        self.table.clicked.connect(lambda _index: self._show_panel() if self._beside.is_folded else None)
        self.panel.turned.connect(self._turn)
        self.panel.file_wanted.connect(self._save_file)
        self.panel.closed.connect(self._show_table)
        self._beside.folded.connect(self._on_folded)
        names.changed.connect(self._on_names)
        desk.window.folded.connect(self._on_window_folded)
        self._on_window_folded(desk.window.is_folded)
        self._on_folded(self._beside.is_folded)

    def show_known(self, known: Known) -> None:
        """Show the imports; the one looked at stays."""
        before = self.panel.shown
        self._known = known
        imports = list(reversed(known.imports))
        self._model.show_rows(imports)
        self._nothing.setVisible(not imports)
        self._beside.setVisible(bool(imports))
        if imports:
            place = next((n for n, one in enumerate(imports) if before and one.number == before.number), 0)
            self.table.show_row(place)

    def _zone(self) -> str:
        return self._known.zone if self._known is not None else "UTC"

    def _on_chosen(self, number: int) -> None:
        known = self._known
        if known is None or not 0 <= number < len(self._model.rows):
            return
        one, agreement = self._model.rows[number], known.agreement
        self.panel.show_import(one, known.zone)
        if one.problems:
            self._errands.ask(
                lambda workbench: workbench.actuals.problems(agreement, one.number),
                lambda found: self._on_problems(one, found), key="problems",
            )  # fmt: skip
        if one.has_changes:
            self._errands.ask(
                lambda workbench: workbench.actuals.changes(agreement, one.number, MOST_LEADS),
                lambda found: self._on_changes(one, found), key="changes",
            )  # fmt: skip

    def _on_problems(self, one: Import, found: tuple[Problem, ...]) -> None:
        if self.panel.shown is one:
            self.panel.show_problems(found)

    def _on_changes(self, one: Import, found: tuple[LeadChange, ...]) -> None:
        if self.panel.shown is one:
            self.panel.show_changes(found)

    def _save_file(self, one: Import) -> None:
        if self._known is not None:
            save_original(self._desk, self._known.agreement, one)

    def _turn(self, one: Import) -> None:
        if self._known is not None:
            turn(self._desk, self._known.agreement, one.number, back=one.counts)

    # Going to and fro

    def _show_panel(self) -> None:
        self._beside.call_side(show=True)
        self.panel.turn.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_table(self) -> None:
        self._beside.call_side(show=False)
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_window_folded(self, folded: bool) -> None:
        self.table.hide_columns(folded, *NARROW)

    def _on_folded(self, folded: bool) -> None:
        self.panel.show_way_back(folded)

    def _on_names(self) -> None:
        one, known = self.panel.shown, self._known
        self._model.layoutChanged.emit()
        if one is not None and known is not None:
            self._on_chosen(self.table.current_row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back: from the import to the list, from the list to the scorecard; Del takes one back."""
        one = self.panel.shown
        if event.key() == Qt.Key.Key_Escape:
            if self.table.hasFocus():
                self._back()
            else:
                self._show_table()
        elif event.key() == Qt.Key.Key_Delete and one is not None and one.counts:
            self._turn(one)
        else:
            super().keyPressEvent(event)
