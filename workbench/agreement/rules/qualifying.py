"""Definitions under which no lead, or none of a segment, could ever qualify, seen before anybody tries one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from workbench.agreement.model import Agreement
from workbench.agreement.qualification.holding import OnlyFor, definitions_for, segments_named
from workbench.agreement.qualification.together import brings, never_together
from workbench.agreement.sections.lead_definitions import EXCLUSION_KINDS, Exclusion
from workbench.base.language import N_
from workbench.fields.issue import Issue

_KINDS = {option.value: option.label for option in EXCLUSION_KINDS}


def find(agreement: Agreement) -> Iterator[Issue]:
    """Segments without a definition, fit criteria that exclude each other, exclusions that take out whatever fits."""
    yield from _undefined(agreement)
    fit = agreement.lead_definitions.fit
    for one, other in combinations(fit, 2):
        if _meet(one, other) and never_together(one, other):
            yield Issue(
                f"lead_definitions.fit[{other.key}].values", "error", "never_fits",
                N_("No lead can fit: “{one}” and “{other}” exclude each other."),
                (("one", one.name), ("other", other.name)),
            )  # fmt: skip
    for row in agreement.lead_definitions.exclusions:
        for one in fit:
            if _meet(one, row) and brings(one, row):
                yield Issue(
                    f"lead_definitions.exclusions[{row.key}].values", "error", "never_fits",
                    N_("No lead can qualify: “{one}” is asked for, and “{other}” sorts out exactly that."),
                    (("one", one.name), ("other", _named(row))),
                )  # fmt: skip


def _undefined(agreement: Agreement) -> Iterator[Issue]:
    """Segments of which no criterion speaks while others have their own."""
    definitions = agreement.lead_definitions
    if not segments_named(definitions):
        return
    for segment in agreement.teams.segments:
        own = definitions_for(definitions, segment.key)
        if not (own.fit or own.behaviour or (own.uses_points and own.points)):
            yield Issue(
                "lead_definitions.fit", "warning", "segment_undefined",
                N_("No criterion says when a lead of {segment} qualifies."), (("segment", segment.name),),
            )  # fmt: skip


def _meet(one: OnlyFor, other: OnlyFor) -> bool:
    """Whether there are leads for which both hold."""
    return not one.segments or not other.segments or not set(one.segments).isdisjoint(other.segments)


def _named(row: Exclusion) -> str:
    return row.rule or _KINDS.get(row.kind, row.kind)
