"""The versions on a line, the newest at the top, the draft above them; and which was in force on a day.

Must not know what is in them.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit

from workbench.base.language import N_
from workbench.ui.parts.beside import SidePanel
from workbench.ui.parts.card import Card
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import box, column, row
from workbench.ui.parts.page_head import PageHead
from workbench.ui.parts.rule import Rule
from workbench.ui.parts.segment import Segment
from workbench.ui.tables.cells.version import VersionCell
from workbench.ui.tables.column import Column
from workbench.ui.tables.rowlist import RowList
from workbench.ui.tables.rows import RowsModel
from workbench.ui.views.desk import Desk
from workbench.ui.views.history.words import cell_of, counts_words, draft_cell, version_name
from workbench.ui.views.stamps import zone_of

if TYPE_CHECKING:
    from workbench.services.past import Chronicle

WIDTH = 338
DRAFT = 0
"""Stands for the draft where a version's number is meant."""


class Timeline(SidePanel):
    """The panel.

    Attributes:
        chosen: Emitted with the number of the version chosen; `DRAFT` for the draft.

    Args:
        desk: The window and its session.
    """

    chosen = Signal(int)

    def __init__(self, desk: Desk) -> None:
        text = desk.language.text
        self._desk, self._text = desk, text
        self._chronicle: Chronicle | None = None
        self._numbers: list[int] = []
        self._shown = -1
        self._model = RowsModel([Column[VersionCell]("version", text(N_("Version")), lambda cell: cell)])
        self.list = RowList(self._model, name=text(N_("Versions, newest first")))
        kinds = [("all", text(N_("All"))), ("signed", text(N_("Signed")))]
        self._kinds = Segment(kinds, "all", name=text(N_("Show")), compact=True)
        self._head = PageHead(text(N_("Versions")), over=text(N_("HISTORY")), facts=" ", wide=True,
                              right=(self._kinds,))  # fmt: skip
        self.day = QDateEdit()
        self.day.setProperty("kind", "compact")
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("d MMM yyyy")
        label = Label(text(N_("In force on")), "body")
        label.setBuddy(self.day)
        self.day.setAccessibleName(label.text())
        self.found = ElidingLabel("", "h3")
        force = Card(
            row(label, self.day, IconLabel("arrow-right", "muted", 15), (self.found, 1), gap=6), kind="quiet"
        )  # fmt: skip
        top = column(box(column(self._head, margins=(24, 16, 18, 12))), Rule(), gap=0)
        body = column((self.list, 1), box(column(force, margins=(14, 8, 14, 16))), gap=0)
        super().__init__(box(top), below=box(body), width=WIDTH, left=True, name=text(N_("Versions")))
        self.list.chosen.connect(self._on_row)
        self._kinds.chosen.connect(lambda _kind: self._fill())
        self.day.dateChanged.connect(lambda _day: self._say_force())

    @property
    def current(self) -> int:
        """Number of the version chosen; `DRAFT` for the draft."""
        row = self.list.current_row
        return self._numbers[row] if 0 <= row < len(self._numbers) else DRAFT

    def show_chronicle(self, chronicle: Chronicle, chosen: int) -> None:
        """Show the versions, with one of them chosen."""
        first = self._chronicle is None
        self._chronicle = chronicle
        self._head.facts.setText(counts_words(chronicle.versions, self._desk.language))
        if first:
            today = chronicle.today
            self.day.setDate(QDate(today.year, today.month, today.day))
        self._shown = chosen
        self._fill()
        self._say_force()

    def step(self, rows: int) -> None:
        """Choose a version further down the line, or up below 0."""
        row = self.list.current_row + rows
        if 0 <= row < len(self._numbers):
            self.list.show_row(row)

    def _fill(self) -> None:
        chronicle, current = self._chronicle, self._desk.session.current
        if chronicle is None or current is None:
            return
        language, zone = self._desk.language, zone_of(chronicle.zone)
        signed_only = self._kinds.current == "signed"
        kept = [one for one in chronicle.versions if not signed_only or (one.required and not one.missing)]
        cells = [cell_of(one, zone, language, last=one is kept[-1]) for one in kept]
        numbers = [one.header.number for one in kept]
        if not signed_only:
            cells.insert(0, draft_cell(chronicle, current.differs_from_newest, language))
            numbers.insert(0, DRAFT)
        before = self._shown
        self._numbers = numbers
        self._model.show_rows(cells)
        if numbers:
            self.list.show_row(numbers.index(before) if before in numbers else 0)

    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._numbers) and self._numbers[row] != self._shown:
            self._shown = self._numbers[row]
            self.chosen.emit(self._shown)

    def _say_force(self) -> None:
        if self._chronicle is None:
            return
        there = self.day.date()
        found = self._chronicle.on(dt.date(there.year(), there.month(), there.day()))
        self.found.setText(version_name(found.header.number) if found is not None else self._text(N_("none")))
