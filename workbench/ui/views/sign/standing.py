"""What stands already: how much each team promises, who signs and what they accept, from when. Must not know issues."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt

from workbench.agreement.commitment import Side
from workbench.agreement.commitments import commitments
from workbench.agreement.model import Agreement
from workbench.agreement.rules.balance import SideBalance, balance
from workbench.agreement.signers import seats
from workbench.base.language import N_, Language
from workbench.ui.parts.card import Card
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Box, Item, box, column, row, stretch
from workbench.ui.parts.meter import Meter
from workbench.ui.parts.refill import refill
from workbench.ui.parts.rule import Rule
from workbench.ui.parts.sizing import sized
from workbench.ui.parts.team_chip import TeamChip
from workbench.ui.views.dates import full_day

TEAM: Final[dict[Side, str]] = {"marketing": N_("Marketing"), "sales": N_("Sales"), "both": N_("Both teams")}
NUMBER_WIDTH = 66
"""Design pixels: the heads take two lines, so that team and numbers have room in the narrow column too."""


@dataclass(frozen=True)
class Fact:
    """One line of what stands.

    Attributes:
        icon: Before it.
        words: The line.
        ok: Is it there?
    """

    icon: str
    words: str
    ok: bool


def facts(agreement: Agreement, language: Language) -> list[Fact]:
    """What stands, in a few lines."""
    text, count = language.text, language.count
    people = seats(agreement)
    required = [one for one in people if not one.optional]
    names = ", ".join(one.name for one in required)
    statements = len(agreement.sign_off.statements)
    teams = agreement.teams
    said = [
        Fact(
            "users",
            text(N_("To be signed by {names}")).format(names=names) if required else text(N_("Nobody is to sign yet")),
            bool(required),
        ),
        Fact(
            "list-checks",
            count(N_("{n} statement each signer accepts"), N_("{n} statements each signer accepts"), statements)
            .format(n=statements),
            statements > 0,
        ),
    ]  # fmt: skip
    if teams.effective_from is not None:
        first = full_day(teams.effective_from, language)
        words = text(N_("In force from {first}")).format(first=first)
        if teams.effective_until is not None:
            last = full_day(teams.effective_until, language)
            words = text(N_("In force from {first} to {last}")).format(first=first, last=last)
        said.append(Fact("calendar", words, True))
    else:
        said.append(Fact("calendar", text(N_("No first day in force yet")), False))
    return said


class StandingCard(Card):
    """The card.

    Args:
        language: For the words.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self._held = column(gap=0)
        super().__init__(Label(language.text(N_("What stands")), "h2"), self._held, gap=10)

    def show_agreement(self, agreement: Agreement) -> None:
        """Show how a draft stands."""
        lines: list[Item] = [
            row(
                column(2, IconLabel(fact.icon if fact.ok else "circle-minus", "ok" if fact.ok else "muted", 15),
                       stretch(), gap=0),
                (Label(fact.words, "body", wrap=True), 1), gap=9,
            )
            for fact in facts(agreement, self._language)
        ]  # fmt: skip
        refill(self._held, [box(column(*lines, 4, Rule(), 4, self._balance(agreement), gap=7))])

    def _balance(self, agreement: Agreement) -> Box:
        """Both teams side by side, so that a one-sided agreement is seen before anybody signs it."""
        text = self._language.text
        found = balance(commitments(agreement))
        most = max(1, *(one.promises for one in found))
        heads = [N_("Promises"), N_("With a number"), N_("With a repair")]
        over = [_right(Label(text(one), "tiny", wrap=True)) for one in heads]
        head = row((Label(text(N_("Balance")), "h3"), 1), *over, gap=0)
        return column(head, *[self._line(one, most) for one in found], gap=8)

    def _line(self, one: SideBalance, most: int) -> Box:
        name = self._language.text(TEAM[one.side])
        said = self._language.text(N_("{team}: {n} promises, {measured} with a number, {repaired} with a repair"))
        words = said.format(
            team=name, n=one.promises, measured=one.with_number, repaired=one.with_consequence
        )  # fmt: skip
        meter = Meter(one.promises / most, name=words, tone=one.side)
        numbers = [one.promises, one.with_number, one.with_consequence]
        cells = [_right(Label(str(number), "h3", figures=True)) for number in numbers]
        return column(row(TeamChip(name, one.side), stretch(), *cells, gap=0), meter, gap=4)


def _right(label: Label) -> Label:
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    sized(label, width=NUMBER_WIDTH)
    return label
