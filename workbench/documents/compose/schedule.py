"""The schedule of commitments: each in full, and the signature pages and annexes behind it."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.agreement.commitment import DEFAULT_MINIMUM_SAMPLE, Commitment, Side
from workbench.agreement.contents import SECTION
from workbench.agreement.model import Agreement
from workbench.agreement.period_words import A
from workbench.agreement.phrases import condition, each, field_label
from workbench.agreement.sentences import caption, measured_as, sentence, target_text
from workbench.agreement.team_names import PARTIES, team_inside
from workbench.base.language import N_
from workbench.documents.blocks import Block, Chip, CommitmentCard, CommitmentGroup, Fact, Section
from workbench.fields.amounts import RateKind, show_number
from workbench.fields.declare import fields_of
from workbench.fields.path import get
from workbench.fields.value import Shown

SAID = {
    "key",
    "name",
    "period",
    "tolerance",
    "minimum_sample",
    "scope",
    "calendar",
    "owner",
    "consequence",
    "share",
    "amount",
    "within",
    "months",
    "stage",
    "tier",
    "sources",
    "target",
    "target_upper",
    "attempts",
    "attempts_within",
    "attempts_share",
    "decision_within",
    "decision_share",
    "from_stage",
    "to_stage",
    "due",
    "by",
    "what",
    "operator",
    "margin",
    "kind",
    "definition",
    "formula",
    "source_report",
    "unit",
    "warning",
    "rewards",
    "counterweight",
}
"""Fields of a promise's row that the sentence, the facts or the section itself already print."""


def schedule(agreement: Agreement, known: Sequence[Commitment], shown: Shown) -> tuple[Block, ...]:
    """Every commitment in full, by team."""
    say = shown.language.text
    lead = say(
        N_(
            "The heart of the agreement: every promise with its "
            "measure, its number and what follows if it is missed. The "
            "tracking spreadsheet and the check of the actuals read the same entries."
        )
    )
    blocks: list[Block] = [Section("schedule", say(N_("Schedule of commitments")), lead=lead, new_page=True)]
    marketing, sales = (team_inside(agreement.teams, side, shown.language) for side in PARTIES)
    owes = say(N_("What {team} owes {other}"))
    titles: dict[Side, str] = {
        "marketing": owes.format(team=marketing, other=sales),
        "sales": owes.format(team=sales, other=marketing),
        "both": say(N_("What we share")),
    }
    for side, title in titles.items():
        mine = [one for one in known if one.by == side]
        count = shown.language.count(N_("{n} commitment"), N_("{n} commitments"), len(mine)).format(n=len(mine))
        blocks.append(CommitmentGroup(side, title, count, "" if mine else say(N_("Nothing is promised yet."))))
        blocks.extend(_card(agreement, one, shown) for one in mine)
    return tuple(blocks)


def _card(agreement: Agreement, one: Commitment, shown: Shown) -> CommitmentCard:
    say = shown.language.text
    section = SECTION[one.path.partition(".")[0]]
    return CommitmentCard(
        Chip(one.label, one.by),
        say(N_("Section {n}")).format(n=section.number),
        sentence(one, shown),
        target_text(one, shown),
        caption(one, shown),
        tuple(_facts(agreement, one, shown)),
    )


def _facts(agreement: Agreement, one: Commitment, shown: Shown) -> list[Fact]:
    say = shown.language.text
    found = [Fact(say(N_("Measured as")), measured_as(one, shown) + ".")]
    if one.kind == "completeness":
        found.append(Fact(say(N_("Fields")), ", ".join(field_label(name, shown) for name in one.required_fields) + "."))
    if one.scope:
        scope = "; ".join(condition(part, shown) for part in one.scope)
        found.append(Fact(say(N_("Only for")), scope + "."))
    found.append(Fact(say(N_("Counted")), _counted(one, shown)))
    row = get(agreement, one.path.rpartition(".")[0])
    if row.calendar:
        found.append(Fact(say(N_("Calendar")), shown.label_of("follow_up.calendars", row.calendar)))
    for name, field in fields_of(type(row)).items():
        if name not in SAID and not field.kind.is_empty(getattr(row, name)):
            found.append(Fact(say(field.label), field.kind.format(getattr(row, name), shown)))
    if one.consequence:
        found.append(Fact(say(N_("If missed")), one.consequence))
    if one.owner:
        found.append(Fact(say(N_("Owner")), one.owner))
    return found


def _counted(one: Commitment, shown: Shown) -> str:
    say = shown.language.text
    words = [each(one, shown)[:1].upper() + each(one, shown)[1:]]
    if one.tolerance and one.kind == "metric":
        words.append(say(N_("margin {n}")).format(n=show_number(one.tolerance, shown)))
    elif one.tolerance:
        words.append(say(N_("tolerance {share}")).format(share=RateKind(zero=True).format(one.tolerance, shown)))
    if one.unit == "share" and one.minimum_sample != DEFAULT_MINIMUM_SAMPLE:
        few = shown.language.count(N_("judged from {n} lead on"), N_("judged from {n} leads on"), one.minimum_sample)
        words.append(few.format(n=show_number(one.minimum_sample, shown)))
    if one.ceiling is not None:
        most = shown.language.count(N_("up to {n} lead {a}"), N_("up to {n} leads {a}"), one.ceiling)
        words.append(most.format(n=show_number(one.ceiling, shown), a=say(A[one.ceiling_period or one.period])))
    return "; ".join(words) + "."
