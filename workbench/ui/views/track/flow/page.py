"""How leads flowed as a page: both sides in one line each, the funnel, the follow-up, what was accepted and why not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from workbench.agreement.derivation.ground import scope_fields
from workbench.agreement.segments import segment_filters
from workbench.agreement.value_text import count_text
from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.fields.amounts import RateKind
from workbench.fields.value import Shown
from workbench.tracking.lead_flow.answers import Answers
from workbench.tracking.lead_flow.decisions import Decisions
from workbench.tracking.lead_flow.funnel import Step
from workbench.ui.charts import reasons
from workbench.ui.charts.chart import Chart
from workbench.ui.errands import Errands
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.choice import Choice
from workbench.ui.parts.figure import Figure
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, box, column, row, stretch
from workbench.ui.parts.page import Page
from workbench.ui.parts.page_head import PageHead
from workbench.ui.parts.segment import Segment
from workbench.ui.parts.two_columns import TwoColumns
from workbench.ui.tables.cells.lines import Lines
from workbench.ui.tables.rows import RowsModel
from workbench.ui.tables.table import Table
from workbench.ui.theme.fonts import MEDIUM
from workbench.ui.views.dates import short_day
from workbench.ui.views.desk import Desk
from workbench.ui.views.track.flow.columns import (
    LEFT,
    UNKNOWN,
    answer_columns,
    decision_columns,
    funnel_columns,
    part_name,
    share_text,
)
from workbench.ui.views.track.flow.counting import Counts, count
from workbench.ui.views.track.learning import Known
from workbench.ui.views.track.names import Names

ALL = ""
BY = (("promise", N_("Promise")), ("source", N_("Source")), ("owner", N_("Owner")))
BESIDE = 1060
"""Narrower than this, in design pixels, what was accepted stands over the reasons."""


class LeadFlowPage(Panel):
    """What happened to the leads, whatever was promised.

    Args:
        desk: The window and its session.
        names: Whether people are shown.
        back: Leads to the scorecard.
    """

    def __init__(self, desk: Desk, names: Names, back: Callable[[], object]) -> None:
        text = desk.language.text
        self._desk, self._text, self._names, self._back = desk, text, names, back
        self._known: Known | None = None
        self._counts: Counts | None = None
        self._shown = Shown(desk.language)
        self._segments = Choice([(ALL, text(N_("All leads")))], name=text(N_("Whose leads are counted")))
        self._segments.currentIndexChanged.connect(lambda _index: self._count())
        self._head = PageHead(
            text(N_("Lead flow")), over=text(N_("TRACK")), below=True, facts=" ",
            right=(self._segments, Button(text(N_("Scorecard")), icon="gauge", on_click=back)),
        )  # fmt: skip
        self._by = Segment([(key, text(words)) for key, words in BY], name=text(N_("Follow-up by")), compact=True)
        self._by.chosen.connect(lambda _key: self._show_answers())
        self._accepted = Figure("–", text(N_("of the leads decided on were accepted")), tone="marketing")
        self._worked = Figure("–", text(N_("of the leads handed over were worked")), tone="sales")
        self._make_tables(self._shown)
        self._reasons = column(gap=0)
        self._page = Page(
            self._head,
            Card(row((self._accepted, 1), (self._worked, 1), gap=20), name=text(N_("Both sides"))),
            self._table_card(N_("Funnel"), self.funnel),
            self._table_card(N_("Follow-up"), self.answers, self._by),
            TwoColumns(
                (self._table_card(N_("Accepted by source"), self.decisions),),
                (Card(Label(text(N_("Rejected leads by reason")), "h2"), Panel(self._reasons)),),
                below=BESIDE, weights=(3, 2),
            ),
        )  # fmt: skip
        super().__init__(column((self._page, 1), gap=0), role="page")
        self._errands = Errands(desk.session, self)
        self.setFocusProxy(self.funnel)
        names.changed.connect(self._show_answers)

    def _make_tables(self, shown: Shown) -> None:
        text = self._text
        self.funnel_rows: RowsModel[Step] = RowsModel(funnel_columns(shown, self._most))
        self.answer_rows: RowsModel[Answers] = RowsModel(answer_columns(shown, self._name))
        self.decision_rows: RowsModel[Decisions] = RowsModel(decision_columns(shown))
        self.funnel = _table(self.funnel_rows, text(N_("Funnel, stage by stage")))
        self.answers = _table(self.answer_rows, text(N_("Follow-up, in working time")))
        self.decisions = _table(self.decision_rows, text(N_("Accepted and rejected leads by source")))

    def _table_card(self, title: str, table: Table, *tools: QWidget) -> Card:
        head = box(row(Label(self._text(title), "h2"), stretch(), *tools, margins=(20, 14, 16, 8)))
        return Card(head, table, margins=(0, 0, 0, 6), gap=0)

    # What is known

    def show_known(self, known: Known) -> None:
        """Count the leads of a check."""
        self._known = known
        self._names.know(known.owners)
        judged = known.check.newest
        segments = [
            one for one in judged.agreement.teams.segments
            if known.fields.issuperset(scope_fields(segment_filters(one)))
        ]  # fmt: skip
        chosen = self._segments.current
        blocked = self._segments.blockSignals(True)
        self._segments.clear()
        self._segments.addItem(self._text(N_("All leads")), ALL)
        for one in segments:
            self._segments.addItem(one.name, one.key)
        self._segments.show_choice(chosen)
        self._segments.blockSignals(blocked)
        self._segments.setVisible(bool(segments))
        self._count()

    def _count(self) -> None:
        known = self._known
        if known is None:
            return
        judged = known.check.newest
        wanted = next((one for one in judged.agreement.teams.segments if one.key == self._segments.current), None)
        self._errands.work(
            lambda _report, _cancel: count(judged, wanted), partial(self._on_counted, known), self._on_refused,
            key="count",
        )  # fmt: skip

    def _on_refused(self, error: WorkbenchError) -> None:
        self._head.facts.setText(str(error))

    def _on_counted(self, known: Known, found: Counts) -> None:
        text = self._text
        self._counts = found
        until = short_day(known.day, known.day, self._desk.language)
        if known.in_force is None:
            facts = text(N_("All leads with a date until {day}; excluded ones are not counted.")).format(day=until)
        else:
            since = short_day(known.in_force, known.day, self._desk.language)
            words = N_("Leads since {since}, until {day}; excluded ones are not counted.")
            facts = text(words).format(since=since, day=until)
        self._head.facts.setText(facts)
        self.funnel_rows.show_rows(found.steps)
        self.decision_rows.show_rows(found.handed.by_source)
        self.decisions.hide_columns(not found.handed.all.unknown, UNKNOWN)
        self._show_sides(found)
        self._show_answers()
        self._show_reasons(found)

    def _show_sides(self, found: Counts) -> None:
        """Both teams' share, side by side, in the same words: what one says of the other, as the data has it."""
        every, text, shown = found.handed.all, self._text, self._shown
        self._accepted.show_number(
            share_text(every.accepted, every.decided, shown),
            text(N_("of {n} leads that sales decided on were accepted")).format(n=_written(every.decided, shown)),
        )
        worked = every.worked
        said = N_("of {n} leads handed over were worked: touched, or tried at least once")
        if worked is None:
            said = N_("No import says which of the {n} leads handed over were worked.")
        self._worked.show_number(
            share_text(worked, every.leads, shown) if worked is not None else "–",
            text(said).format(n=_written(every.leads, shown)),
        )

    def _show_answers(self) -> None:
        found = self._counts
        if found is None:
            return
        rows: dict[str, Sequence[Answers]] = {
            "promise": found.by_promise, "source": found.by_source, "owner": found.by_owner,
        }  # fmt: skip
        self.answer_rows.show_rows(rows[self._by.current])

    def _name(self, one: Answers) -> Lines:
        by = self._by.current
        if by == "promise":
            assert self._counts is not None  # there are answers
            promise = self._counts.promises[one.part.word]
            agreed = "" if promise.target is None else RateKind().format(promise.target, self._shown)
            second = self._text(N_("agreed {share}")).format(share=agreed) if agreed else ""
            return Lines(f"{promise.label}  {promise.group or promise.name}".strip(), second, weight=MEDIUM, left=LEFT)
        rep = self._names.rep if by == "owner" else None
        return Lines(part_name(one.part, self._shown, rep), left=LEFT)

    def _show_reasons(self, found: Counts) -> None:
        while (old := self._reasons.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        rows = [(part_name(part, self._shown), float(number)) for part, number in found.handed.reasons]
        if not rows:
            self._reasons.put(Label(self._text(N_("No lead was rejected.")), "muted"))
            return
        data = reasons.Reasons(rows, label_width=150, written=partial(_of_chart, self._shown))
        name = self._text(N_("Rejected leads by reason"))
        self._reasons.put(Chart(reasons.draw, reasons.describe, data, name=name, height=reasons.height(data)))

    def _most(self) -> int:
        return max((one.leads or 0 for one in self._counts.steps), default=1) if self._counts is not None else 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the scorecard."""
        if event.matches(QKeySequence.StandardKey.Cancel):
            self._back()
        else:
            super().keyPressEvent(event)


def _table(model: RowsModel[Step] | RowsModel[Answers] | RowsModel[Decisions], name: str) -> Table:
    return Table(model, name=name, fits=True, bare_head=True)


def _written(number: int, shown: Shown) -> str:
    return count_text(Decimal(number), shown)


def _of_chart(shown: Shown, number: float) -> str:
    return _written(round(number), shown)
