"""Fist of five on the console: hands of both teams by key or click, the rule, what is missing, and another vote."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from workbench.agreement.commitment import Side
from workbench.agreement.room.consent import HANDS, concerns, people, tally
from workbench.agreement.room.session import LEAST, RULES
from workbench.agreement.team_names import PARTIES, team_name
from workbench.base.language import N_, Language
from workbench.ui.open_room import OpenRoom
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.choice import Choice
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, row, stretch
from workbench.ui.parts.team import TeamShape
from workbench.ui.parts.two_columns import TwoColumns
from workbench.ui.views.room.hand_key import HandKey

RULE_WORDS = (
    N_("Nobody below {least}, no open concern"),
    N_("Most of each team at {least} or more, no open concern"),
    N_("No open concern, whatever the votes"),
)
"""The rules of `RULES`, with the number of the limit."""


BESIDE = 520
"""Design pixels from which the hands of both teams stand beside each other."""


class HandsCard(Card):
    """The hands of one team."""

    def __init__(self, team: Side, room: OpenRoom, language: Language) -> None:
        self._team, self._room, self._language = team, room, language
        self._name = name = team_name(room.agreement.teams, team, language)
        self._count, self._says = Label("", "strong"), Label("", "tiny")
        self._keys = [HandKey(team, hand, partial(room.vote, team, hand)) for hand in HANDS]
        super().__init__(
            row(TeamShape(team), Chip(name, team), stretch(), self._count),
            row(*((key, 1) for key in self._keys), gap=6), self._says, kind="quiet", name=name,
        )  # fmt: skip

    def refresh(self, *, active: bool) -> None:
        """Show the hands that came in."""
        text, ballot = self._language.text, self._room.round.ballot
        hands = ballot.hands(self._team) if ballot else ()
        whole = people(self._room.agreement, self._team)
        self._count.setText(text(N_("{n} of {all}")).format(n=len(hands), all=whole))
        for key, hand, count in zip(self._keys, HANDS, tally(hands), strict=True):
            key.show_count(count)
            shows = text(N_("{team} shows {hand}, {n} so far"))
            key.setAccessibleName(shows.format(team=self._name, hand=hand, n=count))
        lowest = text(N_("lowest {hand}")).format(hand=min(hands)) if hands else ""
        missing = whole - len(hands)
        said = text(N_("{n} to go")).format(n=missing) if missing > 0 else text(N_("All in"))
        self._says.setText(", ".join(part for part in (said, lowest) if part))
        self._says.set_tone("sub" if missing > 0 else "ok")
        self.setProperty("card", "focus" if active else "quiet")
        self.style().polish(self)


class ConsentCard(Card):
    """The vote on a wording.

    Args:
        room: The session.
        language: Of the window.
        on_rule: Called with rule and limit when another one was chosen.
        raise_concern: Goes where a concern is written down.
    """

    def __init__(
        self, room: OpenRoom, language: Language, on_rule: Callable[[str, int], object],
        raise_concern: Callable[[], object],
    ) -> None:  # fmt: skip
        self._room, self._language, self._on_rule, text = room, language, on_rule, language.text
        self.team: Side = "marketing"
        self._again = Chip("", "accent")
        self._wording = Label("", "lead", wrap=True)
        self._hands = {team: HandsCard(team, room, language) for team in PARTIES}
        self._rule = Choice(
            [(one.value, "") for one in RULES], RULES[0].value, name=text(N_("When a wording counts as agreed"))
        )
        self._rule.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._rule.setMinimumContentsLength(24)
        self._rule.currentIndexChanged.connect(lambda _index: self._choose())
        self._limit = Choice(
            [(str(hand), text(N_("limit {hand}")).format(hand=hand)) for hand in HANDS[1:]],
            name=text(N_("The least vote that is enough")),
        )  # fmt: skip
        self._limit.currentIndexChanged.connect(lambda _index: self._choose())
        write = Button(text(N_("Write it down")), icon="triangle-alert", keys="Shift C", on_click=raise_concern)
        asks = Label(text(N_("A vote is below the limit. Ask: “What would make it safe enough?”")), "strong", wrap=True)
        self._low = Panel(row((asks, 1), write))
        more = Button(text(N_("Vote again")), icon="rotate-ccw", on_click=room.vote_again)
        keys = text(N_("0 to 5 adds a vote, Tab changes the team, Backspace takes one back."))
        super().__init__(
            row(Label(text(N_("Fist of five")), "h2"), self._again, stretch(), more),
            self._wording,
            TwoColumns(*((self._hands[team],) for team in PARTIES), below=BESIDE), self._low,
            row((Label(keys, "tiny", wrap=True), 2), (self._rule, 3), self._limit),
            name=text(N_("Fist of five")),
        )  # fmt: skip
        self.refresh()

    def refresh(self) -> None:
        """Show the vote as it stands, and the rule with its number."""
        held = self._room.held
        for at, one in enumerate(RULE_WORDS):
            self._rule.setItemText(at, self._language.text(one).format(least=held.limit))
        self._rule.show_choice(held.rule or RULES[0].value)
        self._limit.show_choice(str(held.limit))
        self._limit.setEnabled(held.rule != "concern")
        asked = self._room.round
        self._again.setVisible(len(asked.ballots) > 1)
        self._again.show_state(self._language.text(N_("Vote {n}")).format(n=len(asked.ballots)), "accent")
        ballot = asked.ballot
        wording = ballot.wording if ballot and ballot.wording else asked.wording
        self._wording.setText(wording or self._language.text(N_("No wording yet: go one step back.")))
        for team, card in self._hands.items():
            card.refresh(active=team == self.team)
        question, stands = self._room.question, self._room.verdict()
        written = concerns(self._room.agreement, question.section if question else "")
        self._low.setVisible(bool(stands.all_in and stands.below and not written))

    def _choose(self) -> None:
        self._on_rule(self._rule.current or RULES[0].value, int(self._limit.current or LEAST))

    def change_team(self) -> None:
        """Key hands in for the other team."""
        self.team = "sales" if self.team == "marketing" else "marketing"
        self.refresh()
