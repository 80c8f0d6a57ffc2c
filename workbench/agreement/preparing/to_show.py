"""What the facilitator may put before the room beside a question: what others found, own facts, what the sponsor says.

Nothing of it is shown by itself, and nothing fills a field. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.agreement.contents import ABOUT
from workbench.agreement.evidence import KINDS, facts_of
from workbench.base.language import N_, Language
from workbench.fields.declare import choice, prose, text, yes_no
from workbench.fields.value import Row


@dataclass(frozen=True)
class OwnFact(Row):
    """A fact of one's own to put before the room."""

    figure: str = text(N_("Figure"), help=N_("Its number, in large type."), example="42 of 61 deals", limit=60)
    says: str = prose(
        N_("Says"), help=N_("The fact in a sentence."),
        example="42 of last year's 61 deals began with a demo.", limit=400,
    )  # fmt: skip
    source: str = text(N_("Source"), help=N_("Who found it, and when."), example="Our CRM, October 2026", limit=200)
    section: str = choice(N_("Belongs to"), ABOUT, help=N_("Where the room may see it."), example="Lead definitions")
    hidden: bool = yes_no(N_("Not shown"), help=N_("Kept, but not offered in the room."))


@dataclass(frozen=True)
class ToShow:
    """One thing that can be put before the room.

    Attributes:
        strip: What it is worth.
        figure: Its number, or its name, in a few letters.
        words: What the room reads.
        source: Who says so, and what speaks against it.
    """

    strip: str
    figure: str
    words: str
    source: str


def to_show(section: str, own: tuple[OwnFact, ...], sponsor: str, language: Language) -> tuple[ToShow, ...]:
    """What can be put before the room at a section: own facts first, then what others found.

    Args:
        section: Its name; empty before the first question, where only the sponsor speaks.
        own: Facts of one's own.
        sponsor: What the sponsor says; nothing where that is empty.
        language: Of the words.
    """
    text = language.text
    made = []
    if sponsor.strip():
        made.append(ToShow(text(N_("Before we begin")), text(N_("The sponsor")), sponsor.strip(), ""))
    if not section:
        return tuple(made)
    made = [
        ToShow(text(N_("Our own data")), one.figure or text(N_("Own fact")), one.says, one.source)
        for one in own if one.section == section and one.says.strip() and not one.hidden
    ]  # fmt: skip
    for fact in facts_of(section):
        caveat = text(N_("But: {caveat}")).format(caveat=text(fact.caveat))
        made.append(ToShow(text(KINDS[fact.kind]), fact.figure, text(fact.says), f"{fact.origin(language)}. {caveat}"))
    return tuple(made)
