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

NONE_FITS = N_("No lead can fit: “{one}” and “{other}” exclude each other.")
NONE_OF_FITS = N_("No lead of {segments} can fit: “{one}” and “{other}” exclude each other.")
NONE_LEFT = N_("No lead that fits can qualify: “{one}” is asked for, and “{other}” sorts out exactly that.")
NONE_OF_LEFT = N_(
    "No lead of {segments} that fits can qualify: “{one}” is asked for, and “{other}” sorts out exactly that."
)
_KINDS = {option.value: option.label for option in EXCLUSION_KINDS}


def find(agreement: Agreement) -> Iterator[Issue]:
    """Segments without a definition, fit criteria that exclude each other, exclusions that take out whatever fits."""
    yield from _undefined(agreement)
    fit = agreement.lead_definitions.fit
    for one, other in combinations(fit, 2):
        if _meet(one, other) and never_together(one, other):
            path, names = f"lead_definitions.fit[{other.key}].values", (("one", one.name), ("other", other.name))
            yield _never(agreement, path, NONE_FITS, NONE_OF_FITS, names, one, other)
    for row in agreement.lead_definitions.exclusions:
        for one in fit:
            if _meet(one, row) and brings(one, row):
                path, names = (
                    f"lead_definitions.exclusions[{row.key}].values",
                    (("one", one.name), ("other", _named(row))),
                )
                yield _never(agreement, path, NONE_LEFT, NONE_OF_LEFT, names, one, row)


def _never(
    agreement: Agreement, path: str, every: str, some: str, names: tuple[tuple[str, str], ...], *rows: OnlyFor
) -> Issue:
    """What can never be, said of the segments for which both rows hold, or of every lead."""
    named = [set(row.segments) for row in rows if row.segments]
    both = set.intersection(*named) if named else set()
    told = ", ".join(one.name for one in agreement.teams.segments if one.key in both)
    values = (*names, ("segments", told)) if told else names
    return Issue(path, "error", "never_fits", some if told else every, values)


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
