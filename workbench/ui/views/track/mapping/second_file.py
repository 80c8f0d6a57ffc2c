"""A file that holds totals of periods instead of leads: how it is read, and what it brings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal

from workbench.base.language import N_
from workbench.fields.value import plain
from workbench.ui.parts.beside import Beside, SidePanel
from workbench.ui.parts.button import Button
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
from workbench.ui.views.track.mapping.told import Otherwise, Told
from workbench.ui.views.track.names import Names

if TYPE_CHECKING:
    from workbench.services.foreign_file import Inspection
    from workbench.services.imported import ReadFile
    from workbench.services.profiles import FittingProfile

FOLDS_BELOW: Final = 1180
WIDTH: Final = 436


class SecondFile(Panel):
    """What such a file brings.

    Attributes:
        decided: Never emitted: there is nothing to decide.
        begin_wanted: Never emitted: nothing is remembered.
        other_wanted: Emitted with what somebody knows its rows to be after all.

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
    other_wanted = Signal(str)
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
        self._desk, self._text = desk, desk.language.text
        self._metrics = {
            one.metric: f"{one.label} {one.what}".strip() for one in known.check.newest.commitments if one.metric
        }
        text = self._text
        self.head = MappingHead(desk, file, seen, None)
        self.foot = Foot(desk)
        self._model: RowsModel[tuple[str, str, str]] = RowsModel(self._columns())
        self.table = Table(self._model, name=text(N_("Totals of periods")), row_height=43)
        self._told, other = Told(desk.language, names), Otherwise(desk.language, seen.kind)
        self._refused = Refused(desk.language, names)
        parts: list[Item] = [self._told, 6, self._refused, 6, other]
        self._back = Button(text(N_("Back")), icon="chevron-left", on_click=self.show_table)
        self._back.hide()
        content = box(column(row(self._back, stretch()), *parts, stretch(), margins=(22, 18, 22, 14), gap=8))
        side = SidePanel(content, width=WIDTH, name=text(N_("How the file is read")))
        main = Panel(column(self.head, (self.table, 1), gap=0), role="surface")
        self._beside = Beside(main, side, below=FOLDS_BELOW)
        super().__init__(column((self._beside, 1), self.foot, gap=0), role="surface")
        self.setFocusProxy(self.table)
        self._beside.folded.connect(self._on_folded)
        other.wanted.connect(self.other_wanted)
        self.head.reading.clicked.connect(self.show_dates)

    def _columns(self) -> list[Column[tuple[str, str, str]]]:
        text = self._text
        return [
            Column("metric", text(N_("Metric")), lambda one: Lines(one[0], weight=MEDIUM, left=24), left_pad=24),
            Column("period", text(N_("Period")), lambda one: Lines(one[1]), 240),
            Column("value", text(N_("Value")), lambda one: Lines(one[2], color="sub"), 260),
        ]

    # What is shown

    def show_choices(self, first: Inspection, seen: Inspection, choices: Choices) -> None:
        """Nothing of a file of totals is decided."""

    def show_tried(self, found: ReadFile) -> None:
        """Show what came of a trial."""
        self.foot.show_tried(found)
        self._refused.show_tried(found)
        self._told.show_tried(found)
        self._model.show_rows([
            (self._metrics.get(one.metric, one.metric), one.period, "" if one.value is None else plain(one.value))
            for one in found.totals
        ])  # fmt: skip
        self.head.hinder("" if found.brings else self._text(N_("No metric of this file is known.")), grave=False)

    def wait(self, why: str) -> None:
        """Nothing was tried out as it is decided now: say why."""
        self.foot.wait(why)
        self._refused.wait()

    def show_dates(self) -> None:
        """Bring the keyboard to how the file is read."""
        self._beside.call_side(show=True)
        self._back.setFocus(Qt.FocusReason.TabFocusReason)

    def show_table(self) -> None:
        """Show what it brings."""
        self._beside.call_side(show=False)
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_folded(self, folded: bool) -> None:
        self.head.reading.setVisible(folded)
        self._back.setVisible(folded)
