"""What the two teams are called, wherever words of the agreement name them. Must not know where the words are shown."""

from __future__ import annotations

from workbench.agreement.commitment import Side
from workbench.agreement.sections.teams import Teams
from workbench.base.language import N_, Language

PARTIES: tuple[Side, Side] = ("marketing", "sales")
"""The two teams of every agreement."""

USUAL: dict[Side, str] = {"marketing": N_("Marketing"), "sales": N_("Sales"), "both": N_("Both teams")}

OWN = {
    N_("Marketing"): "{marketing_first}",
    N_("Sales"): "{sales_first}",
    N_("Marketing lead"): N_("Lead of {marketing}"),
    N_("Sales lead"): N_("Lead of {sales}"),
    N_("Marketing's point of contact"): N_("Point of contact of {marketing}"),
    N_("Sales' point of contact"): N_("Point of contact of {sales}"),
    N_("Marketing's old word"): N_("Old word of {marketing}"),
    N_("Sales' old word"): N_("Old word of {sales}"),
    N_("Marketing's vote"): N_("Vote of {marketing}"),
    N_("Sales' vote"): N_("Vote of {sales}"),
    N_("From marketing"): N_("From {marketing}"),
    N_("Sales capacity"): N_("Capacity of {sales}"),
    N_("Marketing after hand-off"): N_("{marketing_first} after hand-off"),
    N_("Goes up to the sales lead"): N_("Goes up to the lead of {sales}"),
    N_("Goes back to marketing"): N_("Goes back to {marketing}"),
    N_("How many leads the revenue goal needs, month by month, and how many sales can work."): N_(
        "How many leads the revenue goal needs, month by month, and how many {sales} can work."
    ),
    N_("How fast and how often sales answers, counted in working time."): N_(
        "How fast and how often {sales} answers, counted in working time."
    ),
}
"""Labels and leads that name a team by what it usually is, and how they read where it has a name of its own."""


def team_name(teams: Teams, side: Side, language: Language) -> str:
    """A team by itself or at the beginning of a sentence: `Inside sales`; its usual name where none was given."""
    own = {"marketing": teams.marketing_name, "sales": teams.sales_name, "both": ""}[side]
    return at_beginning(own) or language.text(USUAL[side])


def named(teams: Teams, side: Side) -> str:
    """A team in the words of a rule, which are translated when they are shown: its own name, else its usual one."""
    own = {"marketing": teams.marketing_name, "sales": teams.sales_name, "both": ""}[side]
    return at_beginning(own) or USUAL[side]


def team_inside(teams: Teams, side: Side, language: Language) -> str:
    """A team within a sentence: `the agency`."""
    return in_sentence(team_name(teams, side, language), language)


def at_beginning(name: str) -> str:
    """A name at the beginning of a sentence; one with a capital anywhere in its first word stays as it is."""
    return name[:1].upper() + name[1:] if name.split(" ", maxsplit=1)[0].islower() else name


def in_sentence(name: str, language: Language) -> str:
    """A name within a sentence: its article in small letters, everything else as it was given."""
    article = language.text(N_("The ")).strip()
    first, space, rest = name.partition(" ")
    return first.lower() + space + rest if rest and first == article else name


def own_words(teams: Teams, language: Language) -> dict[str, str]:
    """What words that name a team become in an agreement whose teams have other names; nothing where they have not."""
    names = {side: team_name(teams, side, language) for side in PARTIES}
    if all(names[side] == language.text(USUAL[side]) for side in PARTIES):
        return {}
    filled = {f"{side}_first": name for side, name in names.items()}
    filled |= {str(side): in_sentence(name, language) for side, name in names.items()}
    return {usual: language.text(own).format(**filled) for usual, own in OWN.items()}
