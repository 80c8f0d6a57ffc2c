"""Both teams' votes side by side, once both are in: how alike they are, where they differ, and what split them.

Must not know where votes are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from workbench.agreement.calibration import Round, SampleLead, Team, outcome, split_on, splitting
from workbench.agreement.sections.lead_definitions import VOTES, LeadDefinitions
from workbench.agreement.sections.teams import Segment
from workbench.base.language import N_, Language
from workbench.ui.parts.button import Button
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, Panel, column, row, stretch
from workbench.ui.parts.meter import Meter
from workbench.ui.parts.rule import Rule
from workbench.ui.parts.team_chip import TeamChip

_NAMES: Final[tuple[tuple[Team, str], ...]] = (("marketing", N_("Marketing")), ("sales", N_("Sales")))
_VOTE = {option.value: option.label for option in VOTES}
_WELL, _FAIR = 0.6, 0.2


class Reveal(Panel):
    """What an open round came to.

    Args:
        found: The round; both ballots are sealed.
        definitions: As they stand now.
        segments: Of the agreement.
        names: What criteria are called, by path.
        language: Of the window.
        go: Brings a criterion into view, to be edited there.
    """

    def __init__(
        self,
        found: Round,
        definitions: LeadDefinitions,
        segments: Sequence[Segment],
        names: Mapping[str, str],
        language: Language,
        go: Callable[[str], object],
    ) -> None:
        text, result = language.text, outcome(found)
        share = result.same / max(result.leads, 1)
        headline = Label(text(N_("{same} of {n} alike")).format(same=result.same, n=result.leads), "h1")
        meter = Meter(share, name=text(N_("Leads voted alike")), tone="ok" if share >= _WELL else "warn")
        items: list[Item] = [
            headline, meter, Label(_kappa_words(result.kappa, language), "muted", wrap=True),
        ]  # fmt: skip
        if found.earlier:
            items.append(Label(_earlier_words(found, language), "muted", wrap=True))
        split = splitting(found, definitions, segments)
        if split:
            items += [Rule(), Label(text(N_("What split you")), "h3")]
        for path, count in split[:5]:
            on = language.count(N_("on {n} lead"), N_("on {n} leads"), count).format(n=count)
            edit = Button(text(N_("Sharpen it")), "small", icon="pencil", on_click=partial(go, path))
            name = names.get(path, text(N_("a removed criterion")))
            edit.setAccessibleName(text(N_("Sharpen {criterion}")).format(criterion=name))
            items.append(row((Label(name, "body", wrap=True, tone="text"), 1), Label(on, "muted"), edit, gap=10))
        differing = {lead.key for lead in split_on(found)}
        for title, leads in (
            (N_("Where you differ"), [lead for lead in found.leads if lead.key in differing]),
            (N_("Where you are alike"), [lead for lead in found.leads if lead.key not in differing]),
        ):
            if leads:
                items += [Rule(), Label(text(title), "h3")]
                items += [_lead(lead, found, names, language) for lead in leads]
        super().__init__(column(*items, gap=9))


def _lead(lead: SampleLead, found: Round, names: Mapping[str, str], language: Language) -> Panel:
    text = language.text
    head: list[Item] = [(Label(lead.words, "body", wrap=True, tone="text"), 1)]
    if lead.was:
        was = N_("in the data: accepted") if lead.was == "accept" else N_("in the data: rejected")
        head.append(column(Label(text(was), "tiny"), stretch(), gap=0))
    sides: list[Item] = []
    for team, name in _NAMES:
        ballot = found.ballot(team)
        chip = TeamChip(f"{text(name)}: {text(_VOTE[ballot.votes[lead.key]])}", team)
        because = Label(names.get(ballot.because.get(lead.key, ""), ""), "tiny", wrap=True)
        sides.append((column(row(chip, stretch()), because, stretch(), gap=2), 1))
    return Panel(column(row(*head, gap=10), row(*sides, gap=10), gap=5))


def _kappa_words(kappa: str, language: Language) -> str:
    text = language.text
    if not kappa:
        return text(N_("Both teams always said the same word, so chance alone could explain it: take mixed leads."))
    number = float(kappa)
    strength = (
        N_("well above chance") if number >= _WELL
        else N_("somewhat above chance") if number >= _FAIR
        else N_("hardly better than chance")
    )  # fmt: skip
    return text(N_("Cohen's kappa {kappa}: {strength}. 1 is always alike, 0 is what chance alone would give.")).format(
        kappa=kappa, strength=text(strength)
    )


def _earlier_words(found: Round, language: Language) -> str:
    text = language.text
    rounds = [
        text(N_("{same} of {leads} alike, kappa {kappa}") if one.kappa else N_("{same} of {leads} alike")).format(
            same=one.same, leads=one.leads, kappa=one.kappa
        )
        for one in (*found.earlier, outcome(found))
    ]
    return text(N_("Rounds on these leads: {rounds}")).format(rounds="; ".join(rounds))
