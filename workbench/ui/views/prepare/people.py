"""Who takes part: each person with team, role, and what they do here. Must not know pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workbench.agreement.model import Agreement
from workbench.base.language import N_, Language
from workbench.ui.form.draft import Draft
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, Panel, column, row
from workbench.ui.parts.press_row import PressRow
from workbench.ui.parts.sizing import sized
from workbench.ui.parts.team import Side, TeamShape

MOST, ROW = 8, 42
SIDES: dict[str, Side] = {"marketing": "marketing", "sales": "sales"}


@dataclass(frozen=True)
class Person:
    """A participant at a glance.

    Attributes:
        path: Where they are entered.
        name: As entered; empty where it is missing.
        role: Job title.
        side: The team they speak for.
        leads: They lead a team.
        signs: They sign.
    """

    path: str
    name: str
    role: str
    side: Side
    leads: bool
    signs: bool


def people(agreement: Agreement) -> tuple[Person, ...]:
    """Everybody, in the order entered."""
    teams = agreement.teams
    signers = {signer.person for signer in agreement.sign_off.signers}
    leads = {teams.marketing_lead, teams.sales_lead}
    return tuple(
        Person(
            f"teams.participants[{one.key}].name", one.name, one.role, SIDES.get(one.team, "both"),
            one.key in leads, one.key in signers,
        )
        for one in teams.participants
    )  # fmt: skip


class People(Panel):
    """The list."""

    def __init__(self, draft: Draft, language: Language, go: Callable[[str], object]) -> None:
        self._draft, self._language, self._go = draft, language, go
        self._shown: tuple[Person, ...] | None = None
        self._rows: list[PressRow] = []
        self._column = column(gap=0)
        self._rest = Label("", "muted", wrap=True)
        super().__init__(column(self._column, self._rest, gap=6))
        self.refresh()

    def refresh(self) -> None:
        """Show who takes part now."""
        found = people(self._draft.root)
        if found == self._shown:
            return
        self._shown = found
        for old in self._rows:
            old.hide()
            self._column.removeWidget(old)
            old.deleteLater()
        self._rows = [self._row(person) for person in found[:MOST]]
        self._column.put(*self._rows)
        self._rest.setText(self._more(len(found)))
        self._rest.setVisible(bool(self._rest.text()))

    def _more(self, count: int) -> str:
        text = self._language.text
        if not count:
            return text(N_("Nobody is entered yet. Both teams need at least their lead."))
        return text(N_("and {n} more")).format(n=count - MOST) if count > MOST else ""

    def _row(self, person: Person) -> PressRow:
        text = self._language.text
        name = person.name or text(N_("unnamed person"))
        chips: list[Item] = []
        said = [name, person.role]
        for is_so, word in ((person.leads, N_("leads")), (person.signs, N_("signs"))):
            if is_so:
                chips.append(Chip(text(word), "plain"))
                said.append(text(word))
        lines: list[Item] = [ElidingLabel(name, "h3")]
        if person.role:
            lines.append(ElidingLabel(person.role, "tiny"))
        words = column(*lines, gap=0)
        line = row(TeamShape(person.side, 12), (words, 1), *chips, gap=9)
        made = PressRow(line, says=", ".join(said), on_press=lambda: self._go(person.path), padding=(8, 3, 8, 3))
        sized(made, height=ROW)
        return made
