"""The number chosen: the promise in one sentence, its figures, its charts, and below it the leads or the entries."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.agreement.period_words import period_words
from workbench.agreement.sentences import sentence
from workbench.base.language import N_, Language
from workbench.ui.parts.beside import SidePanel
from workbench.ui.parts.button import Button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.figure import Figure
from workbench.ui.parts.flow import Flow
from workbench.ui.parts.formula import formula_popover
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, box, column, row
from workbench.ui.parts.marks import status
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.rule import Rule
from workbench.ui.parts.sizing import sized
from workbench.ui.parts.team_chip import TeamChip
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.views.desk import Desk
from workbench.ui.views.track.months import Judged
from workbench.ui.views.track.names import Names
from workbench.ui.views.track.promises import Promise, heading
from workbench.ui.views.track.scorecard.entries import Entries
from workbench.ui.views.track.scorecard.figures import Figures, FigureWords
from workbench.ui.views.track.scorecard.lead_list import LeadList
from workbench.ui.views.track.scorecard.pictures import MOST_PERIODS, pictures
from workbench.ui.views.track.scorecard.story import Story

CHART_HEIGHT = 150
BAR_HEIGHT = 26
FIGURE_GAP = 14
WIDTH = 570
BY_HAND = ("metric", "deliverable")
"""Kinds that are entered, not imported."""


class Detail(SidePanel):
    """The panel beside the scorecard.

    Attributes:
        closed: Emitted when the way back was pressed, while it stands instead of the table.
        stepped: Emitted with -1 or 1: the period before or after is wanted.

    Args:
        desk: The window and its session.
        names: Whether people are shown.
        take_out: Writes the list of leads out.
        bring: Asks for a file, to mend what cannot be measured.
    """

    closed = Signal()
    stepped = Signal(int)

    def __init__(
        self, desk: Desk, names: Names, take_out: Callable[[], object], bring: Callable[[], object]
    ) -> None:  # fmt: skip
        text = desk.language.text
        self._desk, self._text, self._bring = desk, text, bring
        self._charts = row(gap=18)
        self._charts_box = box(self._charts)
        self.leads = LeadList(desk, names, take_out)
        self._below = QStackedWidget()
        self._below.addWidget(self.leads)
        self._blank = QWidget()
        self._below.addWidget(self._blank)
        self._before = ToolButton("chevron-left", text(N_("Period before (Alt+Left)")),
                                  on_click=lambda: self.stepped.emit(-1))  # fmt: skip
        self._after = ToolButton("chevron-right", text(N_("Period after (Alt+Right)")),
                                 on_click=lambda: self.stepped.emit(1))  # fmt: skip
        self._close = ToolButton("x", text(N_("Back to the scorecard")))
        self._close.hide()
        self._top = box(row(self._charts_box, self._before, self._after, self._close))  # until a line is shown
        self._top.hide()
        self._slot = column(self._top, gap=0)
        self._entries: Entries | None = None
        head = box(column(self._slot, margins=(22, 13, 22, 4), gap=7))
        super().__init__(head, below=self._below, width=WIDTH, name=text(N_("The number chosen")))
        self._close.clicked.connect(self.closed)

    def show_way_back(self, shown: bool) -> None:
        """Whether it stands instead of the table, so that there must be a way back."""
        self._close.setVisible(shown)

    def show_line(self, promise: Promise, line: Judged | None) -> None:
        """Show what is known at once; charts and leads follow with `show_story`."""
        commitment = promise.commitment
        side = TeamChip(heading(commitment, self._desk.language), commitment.by)
        where = [commitment.label] + ([period_words(line.period, self._desk.language)] if line else [])
        items: list[Item] = [
            row(side, (ElidingLabel(" · ".join(where), "tiny"), 1), *self._state(promise, line), gap=6),
            Label(promise.title, "title", wrap=True),
            Label(sentence(commitment, promise.shown), "body", wrap=True),
        ]
        if line is not None:
            title = f"{promise.title}, {period_words(line.period, self._desk.language)}"
            words = Figures(commitment, line.result, promise.shown, title).make()
            items += [3, self._figures(words), *self._notice(promise, line)]
        else:
            items.append(Notice("none", self._text(N_("No period of this promise ends in this month."))))
        self._replace_top(box(column(*items, Rule(), self._renew_charts(promise, line), gap=7)))
        about_leads = line is not None and commitment.kind not in BY_HAND
        self._below.setCurrentWidget(self.leads if about_leads else self._blank)
        self.leads.clear()

    def show_story(self, story: Story, promise: Promise) -> None:
        """Show charts and leads."""
        for one in pictures(story, promise):
            self._charts.addLayout(column(Label(one.title, "h3"), one.chart, gap=4), 1)
        if self._charts.count() == 1:
            self._charts.addStretch(1)
        self._charts_box.setVisible(self._charts.count() > 0)
        measured = story.line.result.status != "not_measurable"
        has_leads = story.evidence is not None and (measured or len(story.evidence) > 0)
        if self._entries is None:
            self._below.setCurrentWidget(self.leads if has_leads else self._blank)
        if has_leads:
            self.leads.show_story(story, promise)

    def show_entries(self, entries: Entries | None) -> None:
        """Show what was entered by hand, instead of leads."""
        if self._entries is not None:
            self._below.removeWidget(self._entries)
            self._entries.deleteLater()
        self._entries = entries
        if entries is not None:
            self._below.addWidget(entries)
            self._below.setCurrentWidget(entries)

    def first_field(self) -> QWidget | None:
        """Where typing begins: the first field of the entries; nothing where leads are shown."""
        return self._entries.first_field() if self._entries is not None else None

    def _state(self, promise: Promise, line: Judged | None) -> list[Item]:
        found: list[Item] = []
        if line is not None:
            mark = status(line.result.status)
            found.append(Chip(self._text(mark.word), mark.tone, icon=mark.icon))  # type: ignore[arg-type]  # one of the chip's tones
            self._before.setEnabled(promise.beside(line, -1) is not None)
            self._after.setEnabled(promise.beside(line, 1) is not None)
        return [*found, self._before, self._after, self._close]

    def _figures(self, words: list[FigureWords]) -> QWidget:
        holder = QWidget()
        holder.setLayout(Flow([self._figure(one) for one in words], gap=FIGURE_GAP, line_gap=8))
        return holder

    def _figure(self, words: FigureWords) -> Figure:
        """A figure; pressed, it opens its formula."""
        formula = words.formula
        if formula is None:
            return Figure(words.number, words.caption)

        def open_formula() -> None:
            formula_popover(formula, self._desk.language).open_at(made)

        made = Figure(words.number, words.caption, on_click=open_formula)
        return made

    def _notice(self, promise: Promise, line: Judged) -> list[Item]:
        """Why the status is what it is, and what mends it; and that leads were compared by day only."""
        reason = line.result.reason.text(self._desk.language)
        if not reason:
            return [Notice("none", _by_day(line.result.by_day, self._desk.language))] if line.result.by_day else []
        if line.result.status != "not_measurable":
            return [Notice("none", reason)]
        if promise.commitment.kind in BY_HAND or not line.result.needs_missing:
            return [Notice("warning", reason)]
        bring = Button(self._text(N_("Import…")), on_click=self._bring)
        return [Notice("warning", self._text(N_("{reason} Import a file that has it.")).format(reason=reason),
                       actions=(bring,))]  # fmt: skip

    def _renew_charts(self, promise: Promise, line: Judged | None) -> QWidget:
        """An empty place of the charts' height, so that nothing jumps when they come."""
        self._charts = row(gap=18)
        self._charts_box = box(self._charts)
        told = sum(one.period <= line.period and one.result.value is not None for one in promise.lines) if line else 0
        is_metric = promise.commitment.kind == "metric"
        sized(self._charts_box, height=22 + (BAR_HEIGHT * min(told, MOST_PERIODS) if is_metric else CHART_HEIGHT))
        if not (told if is_metric else line is not None and line.result.value is not None):
            self._charts_box.hide()  # never shown here: it stands nowhere yet and would flash up as a window
        return self._charts_box

    def _replace_top(self, top: QWidget) -> None:
        self._slot.replaceWidget(self._top, top)
        self._top.hide()
        self._top.deleteLater()
        self._top = top


def _by_day(number: int, language: Language) -> str:
    """That so many leads have dates without time."""
    words = language.count(
        N_("{n} lead has a date without time: it is compared by day only."),
        N_("{n} leads have a date without time: they are compared by day only."),
        number,
    )
    return words.format(n=number)
