"""Totals of metrics without leads, typed in one small table: a row for each metric, its last periods side by side."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from workbench.agreement.model import shown_in
from workbench.agreement.period_words import period_words
from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.fields.amounts import read_number, show_number
from workbench.fields.kind import BadText
from workbench.ui.parts.button import Button
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import box, column, row, stretch
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.popover import Popover
from workbench.ui.parts.sizing import sized
from workbench.ui.views.desk import Desk
from workbench.ui.views.track.both_say import BothSayFields
from workbench.ui.views.track.learning import Known

if TYPE_CHECKING:
    from workbench.agreement.commitment import Commitment
    from workbench.services.entries import BothSay
    from workbench.services.workbench import Workbench
    from workbench.tracking.periods import Period

SHOWN_PERIODS: Final = 3
WIDTH: Final = 680
_DAY: Final = dt.timedelta(days=1)


class TotalsTable(Popover):
    """The table.

    Attributes:
        fields: The cells, by label of the metric and period.
        said: Note and both names, one for all that is entered at once.
        save: Enters what was typed.

    Args:
        desk: The window and its session.
        known: The promises and what is entered so far.
    """

    def __init__(self, desk: Desk, known: Known) -> None:
        text, newest = desk.language.text, known.check.newest
        self._desk, self._known, self._text = desk, known, text
        self._shown = shown_in(newest.agreement, desk.language)
        self.fields: dict[tuple[str, str], QLineEdit] = {}
        self._before: dict[tuple[str, str], str] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        for place, one in enumerate(one for one in newest.commitments if one.kind == "metric"):
            grid.addWidget(Label(f"{one.label}  {one.what}", "label", wrap=True), place, 0)
            for number, period in enumerate(_last_periods(one, known.day), 1):
                grid.addWidget(self._cell(one, period), place, number)
        cells = QWidget()
        cells.setLayout(grid)
        self.said = BothSayFields(newest.agreement, desk.language, [], text(N_("The reports they come from")))
        self._trouble = Notice("error", "")
        self._trouble.hide()
        self.save = Button(text(N_("Enter")), "primary", icon="check", on_click=self._enter)
        super().__init__(
            text(N_("Totals of periods")),
            Label(text(N_("Type what the reports say. What stays as it is, is not entered.")), "muted", wrap=True),
            cells, self.said, self._trouble, row(stretch(), self.save), close_says=text(N_("Close")),
        )  # fmt: skip
        sized(self, width=WIDTH)

    def _cell(self, one: Commitment, period: Period) -> QWidget:
        field = QLineEdit()
        field.setProperty("kind", "compact")
        words = period_words(period, self._desk.language)
        field.setAccessibleName(f"{one.label} {one.what}, {words}")
        entered = [entry for entry in self._known.entries if (entry.metric, entry.period) == (one.metric, period.text)]
        before = show_number(Decimal(entered[-1].value), self._shown) if entered else ""
        field.setText(before)
        self.fields[one.label, period.text], self._before[one.label, period.text] = field, before
        return box(column(Label(words, "tiny"), field, gap=2))

    def _enter(self) -> None:
        values: dict[tuple[str, str], Decimal | None] = {}
        for place, field in self.fields.items():
            typed = field.text().strip()
            if typed == self._before[place]:
                continue
            try:
                values[place] = read_number(typed, self._shown) if typed else None
            except BadText as error:
                self._refuse(self._text(error.message).format(**error.values), field)
                return
        if not values:
            self._refuse(self._text(N_("Nothing was typed yet.")), next(iter(self.fields.values()), self.save))
            return
        agreement, said, session = self._known.agreement, self.said.said, self._desk.session

        def ask(workbench: Workbench) -> int:
            return entered(workbench, agreement, values, said)

        def done(count: int) -> None:
            words = self._desk.language.count("Entered {n} total", "Entered {n} totals", count)
            session.told.emit(words.format(n=count))
            session.actuals_were_changed(agreement)
            self.close_popover()

        session.ask(ask, done=done, failed=lambda error: self._refuse(_words(error), self.said.note))

    def _refuse(self, words: str, field: QWidget) -> None:
        self._trouble.say("error", words)
        self._trouble.show()
        self.fit()
        room = self.window().height() - self.height()
        self.move(self.x(), max(0, min(self.y(), room)))  # it is taller now
        field.setFocus()


def entered(
    workbench: Workbench, agreement: str, values: dict[tuple[str, str], Decimal | None], said: BothSay
) -> int:  # fmt: skip
    """Enter totals by metric and period; an empty one takes back what was entered. Answers how many."""
    for (metric, period), value in values.items():
        workbench.entries.enter_total(agreement, metric, period, value, said)
    return len(values)


def _last_periods(one: Commitment, day: dt.date) -> list[Period]:
    """The period that a day lies in and those before it, the oldest first."""
    from workbench.tracking.periods import Period  # noqa: PLC0415  (with the check)

    found = [Period.holding(day, one.period)]
    while len(found) < SHOWN_PERIODS:
        found.insert(0, Period.holding(found[0].first - _DAY, one.period))
    return found


def _words(error: WorkbenchError) -> str:
    return " ".join(part for part in (error.message, error.hint) if part)
