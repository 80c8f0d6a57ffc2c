"""How aligned the teams are: each person answers alone, and the room sees teams, never persons."""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import Final, Literal

from workbench.agreement.model import Agreement
from workbench.agreement.preparing.alignment import LEAST, MOST, ROUNDS, STATEMENTS, Answer, View, aligned, overall
from workbench.agreement.preparing.preparation import Preparation
from workbench.base.language import N_, Language
from workbench.fields.value import new_key
from workbench.ui.form.draft import Draft
from workbench.ui.form.showing import set_shown
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.choice import Choice
from workbench.ui.parts.figure import Figure
from workbench.ui.parts.flow import Flow
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, box, column, row, stretch
from workbench.ui.parts.meter import Meter
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.page_head import PageHead
from workbench.ui.parts.segment import Segment
from workbench.ui.parts.team import TeamShape
from workbench.ui.parts.two_columns import TwoColumns
from workbench.ui.views.prepare.subject_page import SubjectPage

NOBODY: Final = "none"
"""Of the scores: not answered yet."""


class AlignmentPage(SubjectPage):
    """The page.

    Args:
        draft: Of the preparation.
        agreement: Draft of the agreement, for who takes part.
        language: Of the window.
    """

    def __init__(self, draft: Draft, agreement: Draft, language: Language) -> None:
        text = language.text
        self._draft, self._agreement, self._language = draft, agreement, language
        self._people: tuple[tuple[str, str, str], ...] = ()
        rounds = [(one.value, text(one.label)) for one in ROUNDS]
        self._round = Segment(rounds, name=text(N_("When")), compact=True)
        self._round.chosen.connect(lambda _key: self.refresh())
        self._person = Choice([], name=text(N_("Who answers")), compact=False)
        self._person.currentIndexChanged.connect(lambda _row: self.refresh())
        self._nobody = Notice(
            "hint", text(N_("Enter the participants of both teams in section 1, Teams and scope.")),
            strong=text(N_("Nobody can answer yet.")),
        )  # fmt: skip
        self._next = Button(text(N_("Done, next person")), "primary", on_click=self._next_person)
        self._scores: dict[str, Segment] = {}
        lines = [self._question(key, words) for key, words in STATEMENTS]
        self._left, self._asked = Label("", "tiny", figures=True), Label(text(N_("Who answers")), "label")
        scale = Label(text(N_("1 not at all, 5 wholly. Everybody answers alone; nobody sees another's answers.")),
                      "muted", wrap=True)  # fmt: skip
        ask = Card(
            row(self._round, stretch()), self._nobody,
            row(self._asked, self._person, stretch(), self._left), scale, *lines,
            row(stretch(), self._next), gap=9,
        )  # fmt: skip
        self._figures = {key: Figure("–", words) for key, words in (
            ("marketing", text(N_("marketing"))), ("sales", text(N_("sales"))), ("", text(N_("everybody"))),
        )}  # fmt: skip
        self._change = Label("", "tiny", wrap=True)
        self._results = column(gap=10)
        self._shown: object = None
        heading = text(N_("Where the teams see it differently"))
        seen = Card(
            Label(text(N_("In the mean, of 5")), "h2"), box(Flow([*self._figures.values()], gap=26)), self._change,
            gap=8,
        )  # fmt: skip
        far = Card(Label(heading, "h2"), self._results, gap=10)
        head = PageHead(
            text(N_("How aligned are we?")), over=text(N_("PREPARE")), below=True,
            facts=text(N_("Twelve statements, answered before, after, and at 90 days.")),
        )  # fmt: skip
        columns = TwoColumns((ask,), (seen, far), below=1000, weights=(5, 3))
        super().__init__(draft, None, head, 2, columns, stretch())
        agreement.changed.connect(self._pause.start)
        self.refresh()

    def refresh(self) -> None:
        """Show who may answer, what this person said, and how the teams stand."""
        self._show_people()
        root: Preparation = self._draft.root
        mine = {one.statement: one for one in root.answers if (one.person, one.round) == self._who}
        for key, segment in self._scores.items():
            said = mine.get(key)
            segment.show_choice(str(said.score) if said is not None and said.score is not None else NOBODY)
            segment.setEnabled(bool(self._who[0]))
        words = self._language.text(N_("{n} of {all} answered")).format(n=len(mine), all=len(STATEMENTS))
        self._left.setText(words if self._who[0] else "")
        self._next.setEnabled(len(self._people) > 1)
        set_shown(self._nobody, not self._people)
        for part in (self._asked, self._person, self._left):
            set_shown(part, bool(self._people))
        self._show_results(root)

    def show_place(self, path: str) -> None:
        """Undo brought an answer back: show whose it is."""
        root: Preparation = self._draft.root
        answer = next((one for one in root.answers if path.startswith(f"answers[{one.key}]")), None)
        if answer is not None:
            self._round.show_choice(answer.round)
            self._person.show_choice(answer.person)
        self.refresh()

    @property
    def _who(self) -> tuple[str, str]:
        """Key of the person, and of the round."""
        return self._person.current, self._round.current

    def _question(self, key: str, words: str) -> Panel:
        said = self._language.text(words)
        scores = [(str(score), str(score)) for score in range(LEAST, MOST + 1)]
        segment = Segment(scores, NOBODY, name=said, compact=True)
        segment.chosen.connect(partial(self._answer, key))
        self._scores[key] = segment
        return Panel(row((Label(said, "body", wrap=True), 1), segment, gap=12))

    def _show_people(self) -> None:
        root: Agreement = self._agreement.root
        people = tuple(
            (one.key, one.name, one.team) for one in root.teams.participants if one.team in {"marketing", "sales"}
        )
        if people == self._people:
            return
        self._people, before = people, self._person.current
        blocked = self._person.blockSignals(True)
        self._person.clear()
        for key, name, _team in people:
            self._person.addItem(name or self._language.text(N_("unnamed person")), key)
        self._person.setCurrentIndex(max(0, self._person.findData(before)) if people else -1)
        self._person.blockSignals(blocked)

    def _answer(self, statement: str, score: str) -> None:
        person, when = self._who
        root: Preparation = self._draft.root
        team = next((team for key, _, team in self._people if key == person), "")
        key, made = "", []
        for one in root.answers:
            if (one.person, one.round, one.statement) == (person, when, statement):
                key, one = one.key, dataclasses.replace(one, score=int(score))  # noqa: PLW2901  (the same answer)
            made.append(one)
        if not key:
            key = new_key()
            made.append(Answer(key, person, team, when, statement, int(score)))
        words = self._language.text(N_("an answer"))
        self._draft.replace(dataclasses.replace(root, answers=tuple(made)), words, f"answers[{key}].score")

    def _next_person(self) -> None:
        at = self._person.currentIndex() + 1
        self._person.setCurrentIndex(at % max(1, self._person.count()))
        next(iter(self._scores.values())).setFocus()

    def _show_results(self, root: Preparation) -> None:
        when, text = self._round.current, self._language.text
        shown = (root.answers, when)
        if shown == self._shown:
            return
        self._shown = shown
        for team, figure in self._figures.items():
            mean = overall(root.answers, when, team).mean
            figure.show_number("–" if mean is None else f"{mean:.1f}")
        self._change.setText(self._compared(root, when))
        while self._results.count():
            item = self._results.takeAt(0)
            if item is not None and (held := item.widget()) is not None:
                held.hide()
                held.deleteLater()
        known = [one for one in aligned(root.answers, when) if one.gap is not None]
        for one in known:
            self._results.put(Label(text(one.words), "body", wrap=True))
            self._results.put(self._view(one.marketing, "marketing"), self._view(one.sales, "sales"))
        if not known:
            self._results.put(Label(text(N_("Seen once somebody of each team has answered.")), "muted", wrap=True))

    def _view(self, view: View, side: Literal["marketing", "sales"]) -> Panel:
        """What a team says to a statement: its mean as a bar, and how far its people are apart."""
        text, mean = self._language.text, view.mean or 0
        name = text(N_("Marketing") if side == "marketing" else N_("Sales"))
        meter = Meter((mean - LEAST) / (MOST - LEAST), name=f"{name}: {mean:.1f}", tone=side)
        words = text(N_("{mean}, {least} to {most}")).format(mean=f"{mean:.1f}", least=view.least, most=view.most)
        return Panel(row(TeamShape(side, 11), (meter, 1), Label(words, "tiny", figures=True), gap=8))

    def _compared(self, root: Preparation, when: str) -> str:
        """What became of the first round."""
        first, now = overall(root.answers, ROUNDS[0].value).mean, overall(root.answers, when).mean
        if when == ROUNDS[0].value or first is None or now is None:
            return ""
        words = N_("{change} since before the workshop, when it was {before}.")
        return self._language.text(words).format(change=f"{now - first:+.1f}", before=f"{first:.1f}")
