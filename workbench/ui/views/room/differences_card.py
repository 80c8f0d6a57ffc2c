"""Everything the open answers differ in, the largest first, and what is the same: for the facilitator, who leads on."""

from __future__ import annotations

from typing import Literal

from workbench.agreement.room.divergence import Difference, divergence
from workbench.agreement.room.questions import shown
from workbench.agreement.team_names import PARTIES, team_name
from workbench.base.language import N_, Language
from workbench.ui.open_room import OpenRoom
from workbench.ui.parts.card import Card
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Box, Panel, column, row, stretch
from workbench.ui.parts.team import TeamShape


class DifferencesCard(Card):
    """The card.

    Args:
        room: The session.
        language: Of the window.
    """

    def __init__(self, room: OpenRoom, language: Language) -> None:
        self._room, self._language = room, language
        self._count = Chip("", "accent")
        self._list = column(gap=10)
        self._shown: object = None
        text = language.text
        super().__init__(
            row(Label(text(N_("Where they differ")), "h2"), stretch(), self._count), self._list, stretch(),
            name=text(N_("Where they differ")),
        )  # fmt: skip
        self.refresh()

    def refresh(self) -> None:
        """Show the answers as they are."""
        room, text = self._room, self._language.text
        question = room.question
        if question is None or not room.round.opened:  # undone: covered here as well, until the body is made anew
            return
        found = divergence(question, room.round, shown(room.agreement, self._language), room.seats())
        if found == self._shown:
            return
        self._shown = found
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._count.show_state(text(N_("{n} apart")).format(n=len(found.differing)), "accent")
        for number, one in enumerate(found.differing, 1):
            self._list.put(self._row(number, one))
        for same in found.same:
            line = row(IconLabel("check", "ok", 15), (Label(text(N_("The same: {part}")).format(part=same), "tiny"), 1))
            self._list.put(Panel(line))

    def _row(self, number: int, one: Difference) -> Panel:
        teams = self._room.agreement.teams
        sides = _side("marketing", one.marketing), _side("sales", one.sales)
        names = [team_name(teams, team, self._language) for team in PARTIES]
        says = f"{number}. {one.label}. {names[0]}: {one.marketing}. {names[1]}: {one.sales}. {one.apart}."
        head = row(Chip(str(number), "accent" if number == 1 else "idle"), (Label(one.label, "strong", wrap=True), 1),
                   Label(one.apart, "strong"))  # fmt: skip
        return Panel(column(head, *sides, gap=3), name=says)


def _side(team: Literal["marketing", "sales"], words: str) -> Box:
    return row(TeamShape(team, 11), (Label(words, "tiny", tone=team, wrap=True), 1), gap=7)
