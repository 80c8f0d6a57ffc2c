"""Totals of a metric and things done, entered by hand: what counts, and a form for another one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QLineEdit, QSpinBox, QWidget

from workbench.agreement.commitment import Commitment
from workbench.agreement.period_words import period_words
from workbench.agreement.value_text import value_text
from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.fields.amounts import read_number
from workbench.fields.kind import BadText
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, box, column, row, stretch
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.page import Scroller
from workbench.ui.parts.sizing import sized
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.views.dates import full_day
from workbench.ui.views.desk import Desk
from workbench.ui.views.track.both_say import BothSayFields
from workbench.ui.views.track.learning import Entry, Known
from workbench.ui.views.track.months import Judged
from workbench.ui.views.track.names import Names
from workbench.ui.views.track.promises import Promise
from workbench.ui.views.track.scorecard.story import judgement_of

if TYPE_CHECKING:
    from workbench.services.entries import BothSay
    from workbench.services.workbench import Workbench

MOST_PIECES = 10_000


class Entries(Scroller):
    """What was entered for a commitment in a period, and the form.

    Args:
        desk: The window and its session.
        names: Whether people are shown.
        known: What is known.
        promise: The metric or deliverable.
        line: The period looked at.
    """

    def __init__(self, desk: Desk, names: Names, known: Known, promise: Promise, line: Judged) -> None:
        self._desk, self._names, self._known = desk, names, known
        self._promise, self._line = promise, line
        self._text = desk.language.text
        self._is_metric = promise.commitment.kind == "metric"
        items: list[Item] = [self._history(), self._card()]
        content = QWidget()
        content.setLayout(column(*items, stretch(), margins=(22, 4, 22, 18), gap=12))
        super().__init__(content, role="surface", name=self._text(N_("Entered by both teams")))

    @property
    def _commitment(self) -> Commitment:
        return self._promise.commitment

    # What counts

    def _own(self) -> list[Entry]:
        first, last = self._line.period.first, self._line.period.last
        return [
            one
            for one in self._known.entries
            if one.metric == self._commitment.metric
            and (one.period == self._line.result.period or (one.day is not None and first <= one.day <= last))
        ]

    def _history(self) -> QWidget:
        entries = self._own()
        title = self._text(N_("Entered for {period}")).format(
            period=period_words(self._line.period, self._desk.language)
        )  # fmt: skip
        lines: list[Item] = [Label(title, "h3")]
        if not entries:
            nothing = N_("No value yet.") if self._is_metric else N_("Nothing yet.")
            lines.append(Label(self._text(nothing), "body"))
        lines += [self._entry_line(one) for one in entries]
        return box(column(*lines, gap=8))

    def _entry_line(self, entry: Entry) -> QWidget:
        words = column(
            Label(self._what(entry), "label", wrap=True), Label(self._who(entry), "tiny", wrap=True), gap=1
        )  # fmt: skip
        if not entry.marketing:  # it came with a tracker and goes with it
            return box(row((words, 1)))
        back = ToolButton("undo-2", self._text(N_("Take this entry back")), on_click=lambda: self._take_back(entry))
        return box(row((words, 1), back))

    def _what(self, entry: Entry) -> str:
        value = value_text(self._commitment, Decimal(entry.value), self._promise.shown)
        if entry.day is None:
            return value
        return f"{full_day(entry.day, self._desk.language)}: {value}"

    def _who(self, entry: Entry) -> str:
        """Note and names; while names are hidden neither, because a note may name people too."""
        if self._names.hidden:
            return self._text(N_("Entered by both teams."))
        names = self._text(N_("{marketing} and {sales}")).format(marketing=entry.marketing, sales=entry.sales)
        return f"{entry.note} · {names}" if entry.marketing else f"{entry.note} · {self._text(N_('from a tracker'))}"

    # The form

    def _card(self) -> QWidget:
        if self._names.hidden:
            show = Button(self._text(N_("Show names")), on_click=lambda: self._names.hide(False))
            words = N_("An entry needs a name of each team, and names are hidden now.")
            return Notice("none", self._text(words), actions=(show,))
        title = N_("Enter the value") if self._is_metric else N_("Enter what was done")
        if self._is_metric:
            self._value = QLineEdit()
            self._value.setProperty("kind", "compact")
            unit = {"percent": "%", "times": "×", "days": self._text(N_("days"))}.get(self._commitment.metric_unit, "")
            unit = self._promise.shown.currency if self._commitment.metric_unit == "currency" else unit
            words = f"{self._text(N_('Value'))} ({unit})" if unit else self._text(N_("Value"))
            fields: list[tuple[str, QWidget]] = [(words, self._value)]
            hint = N_("The report it comes from")
        else:
            self._day, self._pieces = self._day_field(), QSpinBox()
            self._pieces.setRange(1, MOST_PIECES)
            self._pieces.setProperty("kind", "compact")
            fields = [(self._text(N_("Day")), self._day), (self._text(N_("How many")), self._pieces)]
            hint = N_("What it is, and where it can be seen")
        agreement = judgement_of(self._known.check, self._line).agreement
        self.fields = BothSayFields(agreement, self._desk.language, fields, self._text(hint))
        self.save = Button(self._text(N_("Enter")), "primary", icon="check", on_click=self._enter)
        sized(self.fields, at_most=520)
        self._trouble = Notice("error", "")
        self._trouble.hide()
        return Card(
            Label(self._text(title), "h3"), self.fields, self._trouble, row(self.save, stretch()), kind="quiet",
            name=self._text(title),
        )  # fmt: skip

    def _day_field(self) -> QDateEdit:
        made = QDateEdit()
        made.setCalendarPopup(True)
        made.setProperty("kind", "compact")
        made.setDisplayFormat("d MMM yyyy")
        last = min(self._line.period.last, self._desk.session.now().date())
        day = max(self._line.period.first, last)
        made.setDate(QDate(day.year, day.month, day.day))
        return made

    def first_field(self) -> QWidget | None:
        """Where typing begins; nothing while names are hidden."""
        if self._names.hidden:
            return None
        return self._value if self._is_metric else self._day

    def _enter(self) -> None:
        said = self.fields.said
        name = self._commitment.id
        agreement, period = self._known.agreement, self._line.result.period
        if self._is_metric:
            try:
                value = read_number(self._value.text(), self._promise.shown)
            except BadText as error:
                self._refuse(self._text(error.message).format(**error.values), self._value)
                return
            self._ask(
                lambda workbench: workbench.entries.enter_total(agreement, name, period, value, said).number,
                N_("Entered {value} for {period}"), self._undo_total(period, said),
                value=value_text(self._commitment, value, self._promise.shown),
            )  # fmt: skip
            return
        day, pieces = self._day.date(), self._pieces.value()
        when = dt.date(day.year(), day.month(), day.day())
        self._ask(
            lambda workbench: workbench.entries.attest(agreement, name, when, said, pieces=pieces).number,
            N_("Entered {value} for {period}"), lambda number: self._undo_done(number, when, said),
            value=str(pieces),
        )  # fmt: skip

    def _ask(
        self,
        question: Callable[[Workbench], int],
        words: str,
        undo: Callable[[int], object],
        *,
        value: str = "",
    ) -> None:
        session, status = self._desk.session, self._desk.window.status
        agreement = self._known.agreement
        said = self._text(words).format(
            value=value, period=period_words(self._line.period, self._desk.language)
        )  # fmt: skip

        def done(number: int) -> None:
            status.offer_undo(said, lambda: undo(number))
            session.actuals_were_changed(agreement)

        session.ask(question, done=done, failed=self._failed)

    def _undo_total(self, period: str, said: BothSay) -> Callable[[int], object]:
        agreement, name = self._known.agreement, self._commitment.id

        def undo(_number: int) -> None:
            self._change(lambda workbench: workbench.entries.enter_total(agreement, name, period, None, said))

        return undo

    def _undo_done(self, number: int, day: dt.date, said: BothSay) -> None:
        agreement, name = self._known.agreement, self._commitment.id
        self._change(
            lambda workbench: workbench.entries.attest(agreement, name, day, said, pieces=0, corrects=number)
        )  # fmt: skip

    def _take_back(self, entry: Entry) -> None:
        from workbench.services.entries import BothSay  # noqa: PLC0415  (on a click)

        said = BothSay(entry.note, entry.marketing, entry.sales)
        if entry.day is not None:
            self._undo_done(entry.number, entry.day, said)
        else:
            self._undo_total(entry.period, said)(entry.number)

    def _change(self, question: Callable[[Workbench], object]) -> None:
        session, agreement = self._desk.session, self._known.agreement
        session.ask(question, done=lambda _answer: session.actuals_were_changed(agreement))

    def _failed(self, error: WorkbenchError) -> None:
        self._refuse(str(error), self.fields.note)

    def _refuse(self, words: str, field: QWidget) -> None:
        self._trouble.say("error", words)
        self._trouble.show()
        field.setFocus()
