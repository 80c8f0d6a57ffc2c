"""A file that holds no leads but calls and tasks of leads, or totals of periods: how it is read, and what it brings."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal

from workbench.base.language import N_
from workbench.fields.value import plain
from workbench.ui.parts.beside import Beside, SidePanel
from workbench.ui.parts.button import Button
from workbench.ui.parts.choice import Choice
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, Panel, box, column, row, stretch
from workbench.ui.tables.cells.lines import Lines
from workbench.ui.tables.column import Column
from workbench.ui.tables.rows import RowsModel
from workbench.ui.tables.table import Table
from workbench.ui.theme.fonts import MEDIUM
from workbench.ui.views.desk import Desk
from workbench.ui.views.track.learning import Known
from workbench.ui.views.track.mapping.choices import Choices
from workbench.ui.views.track.mapping.foot import Foot
from workbench.ui.views.track.mapping.head import MappingHead
from workbench.ui.views.track.mapping.refused import Refused
from workbench.ui.views.track.mapping.section import Section
from workbench.ui.views.track.names import Names

if TYPE_CHECKING:
    from workbench.services.foreign_file import Inspection
    from workbench.services.imported import ReadFile
    from workbench.services.profiles import FittingProfile

FOLDS_BELOW: Final = 1180
WIDTH: Final = 436
PARTS: Final = {
    "activity_at": N_("When it was done"),
    "activity_type": N_("What it was"),
    "activity_state": N_("Whether it was done"),
    "activity_id": N_("Its own number"),
    "lead_id": N_("Which lead, by its ID"),
    "email": N_("Which lead, by e-mail"),
}
"""What a column of calls and tasks tells."""
ORDERS: Final = (("", N_("As the file shows")), ("dmy", N_("Day first")), ("mdy", N_("Month first")))


class SecondFile(Panel):
    """What such a file brings.

    Attributes:
        decided: Emitted with the `Choices` after a decision.
        begin_wanted: Never emitted: nothing is remembered.
        leads_wanted: Emitted where somebody knows that its rows are leads after all.

    Args:
        desk: The window and its session.
        names: Whether people are shown.
        known: The promises, and what earlier imports carried.
        file: Name of the file.
        seen: What it is.
        fitting: Not used: nothing of it is remembered.
        fixed: Not used: little is to be decided.
    """

    decided = Signal(object)
    leads_wanted = Signal()
    begin_wanted = Signal()
    name = ""

    def __init__(
        self,
        desk: Desk,
        names: Names,
        known: Known,
        file: str,
        seen: Inspection,
        fitting: FittingProfile | None,  # noqa: ARG002  (as above)
        *,
        fixed: bool,  # noqa: ARG002  (as above)
    ) -> None:
        self._desk, self._text, self._kind = desk, desk.language.text, seen.kind
        self._choices = Choices({})
        self._metrics = {
            one.metric: f"{one.label} {one.what}".strip() for one in known.check.newest.commitments if one.metric
        }
        text = self._text
        self.head = MappingHead(desk, file, seen, None)
        self.foot = Foot(desk)
        self._model: RowsModel[tuple[str, str, str]] = RowsModel(self._columns())
        self.table = Table(self._model, name=text(self._title), row_height=43)
        self._order = Choice([(key, text(words)) for key, words in ORDERS], "", name=text(N_("Dates in the file")))
        self._order.activated.connect(lambda _place: self._decide_order())
        order = Section("calendar-days", text(N_("Dates in the file")), self._order)
        order.setVisible(seen.kind == "activities")
        self._said = Section("info", text(N_("What is known of the file")))
        self._refused = Refused(desk.language, names)
        leads = Button(text(N_("Its rows are leads")))
        other = Section(
            "list-checks", text(N_("Not what you expected?")),
            Label(text(N_("If its rows are leads, match its columns instead.")), "muted", wrap=True),
            row(leads, stretch()),
        )  # fmt: skip
        parts: list[Item] = [order, 6, self._said, 6, self._refused, 6, other]
        self._back = Button(text(N_("Back")), icon="chevron-left", on_click=self.show_table)
        self._back.hide()
        content = box(column(row(self._back, stretch()), *parts, stretch(), margins=(22, 18, 22, 14), gap=8))
        side = SidePanel(content, width=WIDTH, name=text(N_("How the file is read")))
        main = Panel(column(self.head, (self.table, 1), gap=0), role="surface")
        self._beside = Beside(main, side, below=FOLDS_BELOW)
        super().__init__(column((self._beside, 1), self.foot, gap=0), role="surface")
        self.setFocusProxy(self.table)
        self._beside.folded.connect(self._on_folded)
        leads.clicked.connect(self.leads_wanted)
        self.head.reading.clicked.connect(self.show_dates)
        self._said.replace(Label(text(N_("Not tried out yet.")), "muted"))

    @property
    def _title(self) -> str:
        return N_("Totals of periods") if self._kind == "totals" else N_("Columns of the file and what they tell")

    def _columns(self) -> list[Column[tuple[str, str, str]]]:
        text = self._text
        first, second, third = (
            (N_("Metric"), N_("Period"), N_("Value")) if self._kind == "totals"
            else (N_("Column in the file"), N_("What it tells"), N_("First values"))
        )  # fmt: skip
        return [
            Column("first", text(first), lambda one: Lines(one[0], weight=MEDIUM, left=24), left_pad=24),
            Column("second", text(second), lambda one: Lines(one[1]), 240),
            Column("third", text(third), lambda one: Lines(one[2], color="sub"), 260),
        ]

    # What is shown

    def show_choices(self, first: Inspection, seen: Inspection, choices: Choices) -> None:  # noqa: ARG002  (as of leads)
        """Show what is decided, with what the file holds."""
        self._choices = choices
        self._order.show_choice(choices.date_order)
        if self._kind == "activities" and not self._model.rows:
            self._model.show_rows([(one.header, "", " · ".join(one.samples)) for one in seen.columns])

    def show_tried(self, found: ReadFile) -> None:
        """Show what came of a trial."""
        language, text = self._desk.language, self._text
        self.foot.show_tried(found)
        self._refused.show_tried(found)
        if self._kind == "totals":
            names = self._metrics
            self._model.show_rows([
                (names.get(one.metric, one.metric), one.period, "" if one.value is None else plain(one.value))
                for one in found.totals
            ])  # fmt: skip
        else:
            fields = found.reading.fields
            self._model.show_rows([
                (one[0], text(PARTS.get(fields.get(one[0], ""), N_("Not used"))), one[2]) for one in self._model.rows
            ])  # fmt: skip
        notes = [note.message(language) for note in found.reading.notes]
        self._said.replace(*(Label(one, "body", wrap=True) for one in notes or [text(N_("Nothing in particular."))]))
        nothing = text(N_("Nothing of this file fits what is known: no lead of it, and no metric."))
        self.head.hinder("" if found.brings else nothing, grave=False)

    def wait(self, why: str) -> None:
        """Nothing was tried out as it is decided now: say why."""
        self.foot.wait(why)
        self._refused.wait()

    def show_dates(self) -> None:
        """Bring the keyboard to how the dates are read."""
        self._beside.call_side(show=True)
        self._order.setFocus(Qt.FocusReason.TabFocusReason)

    def show_table(self) -> None:
        """Show what it brings."""
        self._beside.call_side(show=False)
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _decide_order(self) -> None:
        self.decided.emit(dataclasses.replace(self._choices, date_order=self._order.current))

    def _on_folded(self, folded: bool) -> None:
        self.head.reading.setVisible(folded)
        self._back.setVisible(folded)
