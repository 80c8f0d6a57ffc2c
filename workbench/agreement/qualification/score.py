"""The score of a lead: points on two axes, each up to its cap, interest fading with time (semantics section 1).

Points of what is not known are neither given nor withheld: the score is a span from the least to the most it can be.
Must not know criteria or tiers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from workbench.agreement.qualification.criterion import Holds, every, holds, judges
from workbench.agreement.qualification.holding import NOWHERE, Belongs, holds_for
from workbench.agreement.qualification.known_lead import KnownLead
from workbench.agreement.sections.lead_definitions import LeadDefinitions, PointRule
from workbench.fields.value import Duration

DAYS: Final = {"days": 1, "weeks": 7, "months": 30}
"""Days a calendar unit counts for where an age is compared; a month is 30 days."""


@dataclass(frozen=True)
class Span:
    """Points from the least to the most they can be; equal once everything is known."""

    least: int
    most: int

    def reaches(self, threshold: int) -> Holds:
        """Whether it is at least so much."""
        if self.least >= threshold:
            return True
        return None if self.most >= threshold else False


@dataclass(frozen=True)
class Score:
    """The points of a lead.

    Attributes:
        fit: Points of who it is, capped.
        interest: Points of what it did, capped, after fading, never below 0 by fading alone.
        total: Both together.
        faded: Points lost to time at most.
        given: Each rule and whether it counts.
        needed: The totals from which it may qualify: one, or several while its segment is not known; nothing among
            them where points alone may not qualify it.
    """

    fit: Span
    interest: Span
    total: Span
    faded: int
    given: tuple[tuple[PointRule, Holds], ...]
    needed: tuple[int | None, ...] = (None,)


def days_in(duration: Duration) -> int:
    """The days of a calendar duration."""
    return duration.amount * DAYS.get(duration.unit, 1)


def happened(key: str, within: Duration | None, lead: KnownLead) -> Holds:
    """Whether an act happened, and lately enough where that matters."""
    if key in lead.acts:
        return within is None or lead.acts[key] <= days_in(within)
    return False if key in lead.not_done else None


def score(definitions: LeadDefinitions, lead: KnownLead, of: Belongs = NOWHERE) -> Score:
    """The points of a lead under the points of an agreement.

    Args:
        definitions: With the points.
        lead: What is known of it.
        of: The segments it is of; a rule that is only for some gives no points to other leads.
    """
    given = tuple(
        (rule, every((holds_for(rule, of), _counts(rule, lead))))
        for rule in definitions.points
        if rule.points is not None
    )
    faded = _faded(definitions, lead)
    fit = _capped(_sum(given, "fit"), definitions.fit_cap)
    raw = _capped(_sum(given, "interest"), definitions.interest_cap)
    interest = Span(_fade(raw.least, faded), _fade(raw.most, faded))
    total = Span(fit.least + interest.least, fit.most + interest.most)
    return Score(fit, interest, total, faded, given, _needed(definitions, of))


def enough_points(definitions: LeadDefinitions, found: Score) -> Holds:
    """Whether points alone qualify: the total from its threshold, or both axes from theirs; no where none is agreed."""
    ways: list[Holds] = []
    if found.needed != (None,):
        reached = {one is not None and found.total.reaches(one) for one in found.needed}
        ways.append(reached.pop() if len(reached) == 1 else None)
    axes = [
        span.reaches(least)
        for span, least in (
            (found.fit, definitions.fit_threshold),
            (found.interest, definitions.interest_threshold),
        )
        if least is not None
    ]
    if axes:
        ways.append(False if False in axes else None if None in axes else True)
    if True in ways:
        return True
    return None if None in ways else False


def _needed(definitions: LeadDefinitions, of: Belongs) -> tuple[int | None, ...]:
    """The thresholds that may hold: that of its segment, the lowest of several, else the one for all."""
    own = [(of.get(row.segment), row.threshold) for row in definitions.thresholds if row.threshold is not None]
    sure = [threshold for holds, threshold in own if holds]
    usual = min(sure) if sure else definitions.threshold
    return tuple(dict.fromkeys([usual, *(min([*sure, threshold]) for holds, threshold in own if holds is None)]))


def _counts(rule: PointRule, lead: KnownLead) -> Holds:
    if rule.key in lead.said:
        return lead.said[rule.key]
    return holds(rule, lead) if judges(rule) else happened(rule.key, None, lead)


def _sum(given: tuple[tuple[PointRule, Holds], ...], axis: str) -> Span:
    spans = list(_spans(given, axis))
    return Span(sum(one.least for one in spans), sum(one.most for one in spans))


def _spans(given: tuple[tuple[PointRule, Holds], ...], axis: str) -> Iterator[Span]:
    for rule, counts in given:
        points = rule.points or 0
        if (rule.axis or "fit") != axis or counts is False:
            continue
        yield Span(points, points) if counts else Span(min(points, 0), max(points, 0))


def _capped(span: Span, cap: int | None) -> Span:
    return span if cap is None else Span(min(span.least, cap), min(span.most, cap))


def _faded(definitions: LeadDefinitions, lead: KnownLead) -> int:
    if not definitions.decay_points or definitions.decay_every is None or lead.idle_days is None:
        return 0
    return definitions.decay_points * (lead.idle_days // max(days_in(definitions.decay_every), 1))


def _fade(points: int, faded: int) -> int:
    return min(points, max(points - faded, 0))
