"""The table of contents: the twelve sections in order, each with its purpose, its prompts and its time box.

Must not know how a section is shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.base.language import N_
from workbench.fields.words import Option


@dataclass(frozen=True)
class SectionInfo:
    """What is known of a section besides its fields.

    Attributes:
        name: Attribute of the agreement.
        number: 1 to 12.
        title: Heading.
        purpose: One line: what it is for.
        lead: One sentence that opens it in the document.
        prompts: Questions for the room, blame-free.
        minutes: Time box in a half-day workshop.
    """

    name: str
    number: int
    title: str
    purpose: str
    lead: str
    prompts: tuple[str, ...]
    minutes: int


SECTIONS: tuple[SectionInfo, ...] = (
    SectionInfo(
        "teams", 1, N_("Teams and scope"),
        N_("Who agrees, about what, and for how long."),
        N_("Who agrees with whom, about which business, and for how long."),
        (
            N_("Which products and regions do we mean, and which do we leave out on purpose?"),
            N_("Who speaks for each team when something is unclear?"),
            N_("What do we want to be able to say about each other in a year?"),
        ),
        15,
    ),
    SectionInfo(
        "goals", 2, N_("Goals"),
        N_("What both teams work for, one goal first."),
        N_("One goal comes first. The others are ranked, so that a trade-off has an answer."),
        (
            N_("Which single number would make us both say the year went well?"),
            N_("Where do we stand today, measured and not felt?"),
            N_("What does each team decide alone?"),
        ),
        20,
    ),
    SectionInfo(
        "buyer", 3, N_("Target buyer"),
        N_("Whom we want as a customer, and how they buy."),
        N_("The company we look for, the people inside it, and when we should say no."),
        (
            N_("Think of our three best customers: what did they have in common before we knew them?"),
            N_("Whom have we chased in vain, and how could we have known?"),
            N_("What does the buyer ask at each step, and who answers?"),
        ),
        20,
    ),
    SectionInfo(
        "common_language", 4, N_("Common language"),
        N_("Words with one meaning for both teams."),
        N_("Words that used to mean two things. From now on they mean this."),
        (
            N_("Which word have we argued about without noticing that we meant two things?"),
            N_("How would a new colleague explain it after one day?"),
        ),
        10,
    ),
    SectionInfo(
        "lead_definitions", 5, N_("Lead definitions"),
        N_("What a lead is at each stage, and what qualifies it."),
        N_("A lead is qualified when it fits and shows interest. Both are facts that anybody can check."),
        (
            N_("Which fact would convince both of us that this lead is worth a call?"),
            N_("Look at ten real leads unseen by the other team: where do we differ, and on which criterion?"),
            N_("What must sales know to start without asking back?"),
        ),
        40,
    ),
    SectionInfo(
        "volumes", 6, N_("Volumes"),
        N_("What marketing promises sales: how many leads, worth what, how good."),
        N_("How many leads the revenue goal needs, month by month, and how many sales can work."),
        (
            N_("Working back from revenue: how many leads does the goal need, and do we believe it?"),
            N_("Can sales work that many? What happens in the strongest month?"),
            N_("Which ten leads are worth a hundred others?"),
        ),
        30,
    ),
    SectionInfo(
        "handoff", 7, N_("Hand-off"),
        N_("How a lead passes, is accepted, or comes back."),
        N_("How a lead passes from one team to the other, and how it comes back."),
        (
            N_("Follow one lead by the hour: where does it wait, and for whom?"),
            N_("What would make a no useful to marketing?"),
            N_("What happens to a lead that nobody touches?"),
        ),
        25,
    ),
    SectionInfo(
        "follow_up", 8, N_("Follow-up times"),
        N_("What sales promises marketing: how fast and how often."),
        N_("How fast and how often sales answers, counted in working time."),
        (
            N_("Which leads cannot wait, and which can wait a day?"),
            N_("How fast were we really last quarter?"),
            N_("When does a late answer count against nobody?"),
        ),
        25,
    ),
    SectionInfo(
        "metrics", 9, N_("Shared metrics"),
        N_("Numbers both teams quote, with one definition each."),
        N_("One definition, one source and one owner for each number we both quote."),
        (
            N_("Which number do we quote differently today?"),
            N_("Which number could one team improve by hurting the other?"),
        ),
        15,
    ),
    SectionInfo(
        "working_together", 10, N_("Working together"),
        N_("Who does what, and what we owe each other beyond leads."),
        N_("Who does what, and what the teams give each other beyond leads."),
        (
            N_("What can we do for the other team that costs us little and helps them much?"),
            N_("What do you hear from buyers that we never hear?"),
            N_("Which activity has two owners, and which has none?"),
        ),
        20,
    ),
    SectionInfo(
        "governance", 11, N_("Governance"),
        N_("How we meet, look at the numbers, repair and change."),
        N_("When we look at the numbers, who decides, and what changes if one is missed."),
        (
            N_("When one of us misses a promise, what would actually help next month?"),
            N_("Who brings the data, and how old may it be?"),
            N_("How do we change this agreement without a fight?"),
        ),
        20,
    ),
    SectionInfo(
        "sign_off", 12, N_("Sign-off"),
        N_("Who signs, and what stays open."),
        N_("What signing means, who signs, and what both teams leave open on purpose."),
        (
            N_("Is there anything in here you could not defend to your own team?"),
            N_("What do we leave open, who brings it to an end, and by when?"),
        ),
        10,
    ),
)  # fmt: skip

SECTION = {info.name: info for info in SECTIONS}
"""Sections by name."""

ABOUT = tuple(Option(info.name, info.title) for info in SECTIONS)
"""The sections, as what a block, a decision or a remark is about."""
