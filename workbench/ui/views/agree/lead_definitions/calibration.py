"""The calibration round on its page: choose leads, one team votes, then the other, then both see, sharpen, vote again.

Every vote is kept at once in the library beside the agreement; only `keep the outcome` writes into the draft. Must not
know how alike is counted.
"""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import Final, Literal

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from workbench.agreement.calibration import (
    MOST_LEADS,
    Round,
    SampleLead,
    Team,
    Vote,
    again,
    kept_rows,
    sealed,
    voted,
    with_lead,
    without_lead,
)
from workbench.agreement.model import Agreement
from workbench.agreement.qualification.known_lead import KnownLead
from workbench.agreement.qualification.verdict import judge
from workbench.agreement.team_names import team_name
from workbench.base.language import N_
from workbench.fields.value import new_key
from workbench.ui.errands import Errands
from workbench.ui.form.draft import Draft
from workbench.ui.form.showing import set_shown
from workbench.ui.form.tab_order import order_tabs, reading_order
from workbench.ui.form.when_seen import WhenSeen
from workbench.ui.parts.button import Button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, Panel, box, column, row, stretch
from workbench.ui.parts.team_chip import TeamChip
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.session import Session
from workbench.ui.views.agree.lead_definitions.ballot import BallotView
from workbench.ui.views.agree.lead_definitions.reveal import Reveal
from workbench.ui.views.agree.lead_definitions.verdict_view import criterion_words

SAMPLE: Final = 10
PAUSE_MS: Final = 300
Showing = Literal["leads", "marketing", "sales", "reveal"]


class Calibration(Panel):
    """The round of an agreement.

    Attributes:
        round: As it stands.

    Args:
        draft: With the definitions.
        session: Keeps the votes.
        agreement: Its id.
    """

    def __init__(self, draft: Draft, session: Session, agreement: str) -> None:
        self._draft, self._session, self._agreement = draft, session, agreement
        self._language = draft.shown.language
        self.round = Round()
        self._showing: Showing = "leads"
        self._held: QWidget | None = None
        self._next: QWidget = self
        self._called = self._names()
        self._column = column(gap=0)
        super().__init__(self._column, name=self._language.text(N_("Calibration round")))
        self._errands = Errands(session, self)
        WhenSeen(self, self._follow_criteria, draft, ("lead_definitions",), pause=PAUSE_MS)
        self._show()
        self.setEnabled(False)  # until what is kept is known: nothing typed may be lost to a late answer
        self._errands.ask(lambda workbench: workbench.calibrating.round(agreement), self._on_round)

    # What a person does

    def take_sample(self) -> None:
        """Choose leads out of the imports, without names."""
        agreement, language, content = self._agreement, self._language, self._content
        definitions, segments = content.lead_definitions, content.teams.segments
        self._errands.ask(
            lambda workbench: workbench.calibrating.sample(agreement, definitions, language, SAMPLE, segments),
            self._on_sample,
        )

    def add_typed(self, words: str) -> None:
        """Add a lead that somebody describes."""
        found = self.round
        if words.strip() and len(found.leads) < MOST_LEADS and not (found.marketing.votes or found.sales.votes):
            self._become(with_lead(self.round, SampleLead(new_key(), words.strip()[:800])))

    def cast(self, team: Team, key: str, vote: Vote, because: str) -> None:
        """Take one vote; nothing else on the page changes."""
        self.round = voted(self.round, team, key, vote, because)
        self._keep()
        self._say_left(team)

    def seal(self, team: Team) -> None:
        """End a team's vote and hide it."""
        self._showing = "leads"
        found = sealed(self.round, team)
        if found.is_open:
            self._showing = "reveal"
        self._become(found)

    def vote_again(self) -> None:
        """Begin a new round on the same leads."""
        self._showing = "leads"
        self._become(again(self.round))

    def begin_anew(self) -> None:
        """Forget this round and its leads."""
        self._showing = "leads"
        self._become(Round())

    def keep_outcome(self) -> None:
        """Put the outcome into the agreement: the one thing of a round that leaves the room."""
        rows = kept_rows(self.round, self._names())
        section = dataclasses.replace(
            self._content.lead_definitions, calibration=rows, calibrated_on=self._session.now().date()
        )
        words = self._language.text(N_("the outcome of the calibration round"))
        root = dataclasses.replace(self._content, lead_definitions=section)
        self._draft.replace(root, words, "lead_definitions")
        self._session.told.emit(
            self._language.text(N_("The outcome stands in the agreement; undo takes it out again."))
        )

    # Inside

    @property
    def _content(self) -> Agreement:
        root = self._draft.root
        assert isinstance(root, Agreement)  # a page of its sections
        return root

    def _on_round(self, found: Round) -> None:
        self.setEnabled(True)
        self.round = found
        self._showing = "reveal" if found.is_open else "leads"
        self._show()

    def _follow_criteria(self) -> None:
        """A criterion was sharpened: call it what it is called now."""
        names = self._names()
        if names != self._called and self._showing == "reveal":
            self._show()
        self._called = names

    def _on_sample(self, found: tuple[SampleLead, ...]) -> None:
        if found:
            self._become(Round(found))
            return
        words = N_("No import holds leads that sales has accepted or rejected. Import some under Track, or type them.")
        self._session.told.emit(self._language.text(words))

    def _become(self, found: Round) -> None:
        self.round = found
        self._keep()
        self._show()

    def _keep(self) -> None:
        agreement, found = self._agreement, self.round
        self._session.ask(lambda workbench: workbench.calibrating.keep(agreement, found))

    def _names(self) -> dict[str, str]:
        shown = self._draft.shown
        found = judge(self._content.lead_definitions, KnownLead()).findings
        return {one.path: criterion_words(one, shown) for one in found}

    def _show(self) -> None:
        """Show the state of the round; the cursor goes to where it goes on."""
        focused = QApplication.focusWidget()
        had_focus = self._held is not None and focused is not None and self._held.isAncestorOf(focused)
        if self._held is not None:
            self._column.removeWidget(self._held)
            self._held.hide()
            self._held.deleteLater()
        match self._showing:
            case "leads":
                self._held = self._leads()
            case "reveal":
                self._held = self._reveal()
            case team:
                self._held = self._ballot(team)
        self._column.put(self._held)
        self._held.show()  # at once, so that the cursor can go there
        order_tabs(self)
        if had_focus or self._showing in {"marketing", "sales"}:
            QTimer.singleShot(0, self._next, self._next.setFocus)

    def _leads(self) -> QWidget:
        text, found = self._language.text, self.round
        items: list[Item] = []
        if not found.leads:
            help_words = N_("Both teams vote on about ten leads unseen. Then you see where you differ, and on what.")
            items.append(Label(text(help_words), "muted", wrap=True))
        may_change = not (found.marketing.votes or found.sales.votes)
        for number, lead in enumerate(found.leads, 1):
            bin_words = text(N_("Remove lead {n}")).format(n=number)
            tool = ToolButton("trash-2", bin_words, on_click=partial(self._remove, lead.key))
            set_shown(tool, may_change)
            items.append(
                row(Label(f"{number}", "muted", figures=True), (Label(lead.words, wrap=True), 1), tool, gap=10)
            )
        if may_change:
            line = QLineEdit()
            line.setPlaceholderText(text(N_("Describe a lead, without names")))
            line.setAccessibleName(text(N_("Lead to add")))
            line.returnPressed.connect(lambda: self._add(line))
            self._next = line
            add = Button(text(N_("Add lead")), "small", icon="plus", on_click=lambda: self._add(line))
            items.append(row((line, 1), add, gap=8))
            take = Button(text(N_("Take {n} from the imports")).format(n=SAMPLE), "small", icon="download",
                          on_click=self.take_sample)  # fmt: skip
            items.append(row(take, Label(text(N_("without names or companies")), "tiny"), stretch(), gap=8))
        if found.leads:
            calls = [self._call("marketing"), self._call("sales")]
            if not may_change:
                self._next = next((one for one in calls if isinstance(one, Button)), self._next)
            items.append(row(*calls, stretch(), self._anew(), gap=10))
        return box(column(*items, gap=9))

    def _call(self, team: Team) -> QWidget:
        """The way into a team's ballot, or the word that it is in."""
        text, ballot = self._language.text, self.round.ballot(team)
        name = team_name(self._content.teams, team, self._language)
        if ballot.sealed:
            return Chip(text(N_("{team} has voted")).format(team=name), "ok", icon="lock")
        words = text(N_("{team} goes on voting") if ballot.votes else N_("{team} votes now")).format(team=name)
        return Button(words, icon="eye-off", on_click=partial(self._enter, team))

    def _anew(self) -> Button:
        return Button(self._language.text(N_("Other leads")), "link", on_click=self.begin_anew)

    def _enter(self, team: Team) -> None:
        self._showing = team
        self._show()

    def _remove(self, key: str) -> None:
        self._become(without_lead(self.round, key))

    def _add(self, line: QLineEdit) -> None:
        self.add_typed(line.text())

    def _ballot(self, team: Team) -> QWidget:
        text, ballot = self._language.text, self.round.ballot(team)
        name = team_name(self._content.teams, team, self._language)
        criteria = tuple(self._names().items())
        view = BallotView(self.round.leads, ballot, criteria, self._language, partial(self.cast, team))
        self._left = Label("", "muted")
        self._done = Button(
            text(N_("Done, hide these votes")), "primary", icon="lock", on_click=partial(self.seal, team)
        )
        pause = Button(text(N_("Hide for now")), icon="eye-off", on_click=self._hide)
        head = row(TeamChip(name, team), Label(text(N_("votes; only this team looks now")), "muted"), stretch(), gap=8)
        made = box(column(head, view, row(self._left, stretch(), pause, self._done, gap=8), gap=14))
        self._say_left(team)
        self._next = view.first_open()
        return made

    def _hide(self) -> None:
        self._showing = "leads"
        self._show()

    def _say_left(self, team: Team) -> None:
        left = len(self.round.leads) - len(self.round.ballot(team).votes)
        words = self._language.count(N_("{n} vote left"), N_("{n} votes left"), left).format(n=left)
        self._left.setText(words if left else self._language.text(N_("All votes are in.")))
        self._done.setEnabled(not left)

    def _reveal(self) -> QWidget:
        text = self._language.text
        shown = Reveal(
            self.round, self._content.lead_definitions, self._content.teams.segments, self._names(), self._language,
            self._draft.show.emit,
        )  # fmt: skip
        keep = Button(
            text(N_("Keep the outcome in the agreement")), "primary", icon="check", on_click=self.keep_outcome
        )
        once_more = Button(text(N_("Vote again on these leads")), icon="rotate-ccw", on_click=self.vote_again)
        self._next = next(reading_order(shown), keep)
        return box(column(shown, row(self._anew(), stretch(), once_more, keep, gap=8), gap=14))
