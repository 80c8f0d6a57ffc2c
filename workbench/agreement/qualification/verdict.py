"""What the lead definitions make of one lead: qualified or not, in which stage and tier, and what decided it.

Qualified is: no exclusion, and fit AND behaviour, or a hand-raiser inside the profile, or, where points are used,
enough of them (semantics section 1; the document's own words say the same). Must not know clocks or calendars.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.agreement.qualification.criterion import Holds, every, holds, judges, some
from workbench.agreement.qualification.holding import Belongs, belongs, holds_for
from workbench.agreement.qualification.known_lead import KnownLead
from workbench.agreement.qualification.score import Score, enough_points, happened, score
from workbench.agreement.sections.criteria import Condition
from workbench.agreement.sections.lead_definitions import (
    BehaviourCriterion,
    Exclusion,
    FitCriterion,
    LeadDefinitions,
    Stage,
    Tier,
)
from workbench.agreement.sections.teams import Segment
from workbench.fields.path import row_path

Part = Literal["exclusions", "fit", "behaviour", "hand_raiser_signs"]
SECTION = "lead_definitions"
QUALIFIED_AT, CREATED_AT = "qualified_at", "created_at"

Criterion = FitCriterion | BehaviourCriterion | Exclusion | Condition


@dataclass(frozen=True)
class Finding:
    """One criterion and what the lead says to it.

    Attributes:
        part: The list it stands in.
        row: The criterion.
        holds: Whether it is so; nothing where it is not known.
        seen: What the lead's column says; empty where the criterion looks at none or nothing is known.
        concerns: Whether the criterion holds for this lead at all; no for one that is only for other segments, nothing
            where its segment is not known. What `holds` says then counts for nothing, or is not known itself.
    """

    part: Part
    row: Criterion
    holds: Holds
    seen: str = ""
    concerns: Holds = True

    @property
    def path(self) -> str:
        """Where the criterion was agreed."""
        return row_path(f"{SECTION}.{self.part}", self.row.key)


@dataclass(frozen=True)
class Verdict:
    """What the definitions make of a lead; nothing (`None`) stands for what cannot be said.

    Attributes:
        qualified: Whether it qualifies.
        excluded: Whether an exclusion keeps it out.
        fit: Whether all fit criteria hold.
        interest: Whether enough behaviour was shown.
        hand_raiser: Whether it asked to talk.
        by_points: Whether points alone qualify it; no where points are not used.
        score: Its points; nothing where points are not used.
        findings: Every criterion, list by list.
        stage: The furthest stage that is shown; nothing where none is agreed.
        tier: Its tier; nothing where it does not qualify or no tier can be told.
        by_column: The tier is what the tier column says.
        open_tiers: Tiers before it that cannot be ruled out.
    """

    qualified: Holds
    excluded: Holds
    fit: Holds
    interest: Holds
    hand_raiser: Holds
    by_points: Holds
    score: Score | None
    findings: tuple[Finding, ...]
    stage: Stage | None
    tier: Tier | None
    by_column: bool
    open_tiers: tuple[Tier, ...]


def judge(definitions: LeadDefinitions, lead: KnownLead, segments: Sequence[Segment] = ()) -> Verdict:
    """Judge a lead by the definitions of an agreement.

    Args:
        definitions: Of the agreement.
        lead: What is known of it.
        segments: Of the agreement; a criterion that is only for some concerns the leads of those alone.
    """
    of = belongs(segments, lead)
    findings = tuple(_findings(definitions, lead, of))
    excluded = some(_of(findings, "exclusions"))
    fit = every(_of(findings, "fit"))
    interest = _interest([one for one in findings if one.part == "behaviour" and one.concerns is not False])
    hand_raiser = _hand_raiser(definitions, findings, lead)
    points = score(definitions, lead, of) if definitions.uses_points else None
    by_points = enough_points(definitions, points) if points else False
    ways = [every((fit, hand_raiser)), by_points]
    if any(one.part in {"fit", "behaviour"} and one.concerns is not False for one in findings):
        ways.append(every((fit, interest)))
    qualified = every((_not(excluded), some(ways)))
    tier, by_column, open_tiers = _tier(definitions, lead, hand_raiser, points, qualified)
    return Verdict(
        qualified, excluded, fit, interest, hand_raiser, by_points, points, findings,
        _stage(definitions, lead, qualified), tier, by_column, open_tiers,
    )  # fmt: skip


def _findings(definitions: LeadDefinitions, lead: KnownLead, of: Belongs) -> Iterator[Finding]:
    for one in definitions.exclusions:
        concerns = holds_for(one, of)
        found = every((concerns, _said_or_shown(one, lead)))
        yield Finding("exclusions", one, found, _seen(one, lead), concerns)
    for two in definitions.fit:
        concerns = holds_for(two, of)
        yield Finding("fit", two, _said_or_shown(two, lead) if concerns else None, _seen(two, lead), concerns)
    for three in definitions.behaviour:
        concerns = holds_for(three, of)
        found = _said_or_shown(three, lead) if judges(three) else happened(three.key, three.within, lead)
        seen = _seen(three, lead) if judges(three) else ""
        yield Finding("behaviour", three, found if concerns else None, seen, concerns)
    for four in definitions.hand_raiser_signs:
        yield Finding("hand_raiser_signs", four, holds(four, lead), lead.value(four.field))


def _said_or_shown(row: FitCriterion | BehaviourCriterion | Exclusion, lead: KnownLead) -> Holds:
    """What somebody says of it beats what a column shows."""
    if row.key in lead.said:
        return lead.said[row.key]
    return holds(row, lead) if judges(row) else None


def _seen(row: FitCriterion | BehaviourCriterion | Exclusion, lead: KnownLead) -> str:
    return lead.value(row.field) if row.field and row.key not in lead.said else ""


def _of(findings: tuple[Finding, ...], part: Part) -> tuple[Holds, ...]:
    return tuple(one.holds for one in findings if one.part == part and one.concerns is not False)


def _not(one: Holds) -> Holds:
    return None if one is None else not one


def _interest(found: Sequence[Finding]) -> Holds:
    """One act that is enough alone, or two others; the only act of a list is enough whatever it says."""
    if not found:
        return True
    if len(found) == 1:
        return found[0].holds
    alone = [one.holds for one in found if isinstance(one.row, BehaviourCriterion) and one.row.enough]
    others = [one.holds for one in found if isinstance(one.row, BehaviourCriterion) and not one.row.enough]
    return some((some(alone), some(others, least=2)))


def _hand_raiser(definitions: LeadDefinitions, findings: tuple[Finding, ...], lead: KnownLead) -> Holds:
    """Whether it asked to talk; no where the definitions make nothing of that."""
    if lead.hand_raiser is not None:
        return lead.hand_raiser
    signs = _of(findings, "hand_raiser_signs")
    if signs:
        return some(signs)
    matters = definitions.hand_raiser or any(tier.hand_raisers for tier in definitions.tiers)
    return None if matters else False


def _tier(
    definitions: LeadDefinitions, lead: KnownLead, hand_raiser: Holds, points: Score | None, qualified: Holds
) -> tuple[Tier | None, bool, tuple[Tier, ...]]:
    if qualified is False:
        return None, False, ()
    written = lead.value("tier").casefold()
    for tier in definitions.tiers:
        if written and written in {one.strip().casefold() for one in (tier.name, *tier.values)}:
            return tier, True, ()
    unsure: list[Tier] = []
    for tier in definitions.tiers:
        found = _in_tier(tier, lead, hand_raiser, points)
        if found:
            return tier, False, tuple(unsure)
        if found is None:
            unsure.append(tier)
    return None, False, tuple(unsure)


def _in_tier(tier: Tier, lead: KnownLead, hand_raiser: Holds, points: Score | None) -> Holds:
    """Whether a lead is in a tier; a tier that says nothing data could show is for people to decide."""
    parts = [holds(one, lead) for one in tier.conditions]
    if tier.hand_raisers:
        parts.append(hand_raiser)
    if tier.points_from is not None:
        parts.append(points.total.reaches(tier.points_from) if points else None)
    if not parts:
        return True if tier.everyone_else else None
    return every(parts)


def _stage(definitions: LeadDefinitions, lead: KnownLead, qualified: Holds) -> Stage | None:
    """The furthest stage whose date is there; a lead that qualifies is in the qualified stage at least."""
    shown = [at for at, stage in enumerate(definitions.stages) if stage.date_field and lead.value(stage.date_field)]
    if qualified:
        shown += [at for at, stage in enumerate(definitions.stages) if stage.date_field == QUALIFIED_AT]
    if not definitions.stages:
        return None
    return definitions.stages[max(shown, default=0)]
