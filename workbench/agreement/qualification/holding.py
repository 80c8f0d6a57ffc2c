"""For which leads a criterion holds at all: those of its segments, or everybody's where it names none.

Three-valued like the criteria themselves: while a lead's segment is not known, nobody can say whether a criterion that
is only for some segments holds for it. Must not know what criteria ask.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, Protocol, TypeAlias, TypeVar

from workbench.agreement.commitment import Filter
from workbench.agreement.qualification.criterion import Holds, every, same_text, some
from workbench.agreement.qualification.known_lead import KnownLead
from workbench.agreement.sections.lead_definitions import LeadDefinitions
from workbench.agreement.sections.teams import Segment
from workbench.agreement.segments import SEGMENT, segment_filters

Belongs: TypeAlias = Mapping[str, Holds]
"""Whether a lead is of a segment, by the segment's key."""
NOWHERE: Final[Belongs] = MappingProxyType({})
"""Of a lead of an agreement without segments."""


class OnlyFor(Protocol):
    """A row that may hold for some segments only."""

    @property
    def segments(self) -> tuple[str, ...]:
        """Keys of the segments; nothing for everybody."""
        ...


_R = TypeVar("_R", bound=OnlyFor)


def belongs(segments: Sequence[Segment], lead: KnownLead) -> Belongs:
    """Whether a lead is of each segment; what a column shows or, for the segment column, the segment's name."""
    return {one.key: every(_matches(part, one.name, lead) for part in segment_filters(one)) for one in segments}


def holds_for(row: OnlyFor, of: Belongs) -> Holds:
    """Whether a row holds for a lead at all; of a segment that is no longer there nobody knows."""
    return some(of.get(key) for key in row.segments) if row.segments else True


def kept_for(rows: Iterable[_R], segment: str) -> tuple[_R, ...]:
    """The rows that hold for the leads of one segment; of none without a key."""
    return tuple(row for row in rows if not row.segments or segment in row.segments)


def definitions_for(definitions: LeadDefinitions, segment: str) -> LeadDefinitions:
    """The definitions as they are for the leads of one segment; of those in none without a key."""
    own = next((row.threshold for row in definitions.thresholds if segment and row.segment == segment), None)
    return dataclasses.replace(
        definitions,
        threshold=definitions.threshold if own is None else own,
        thresholds=(),
        fit=kept_for(definitions.fit, segment),
        behaviour=kept_for(definitions.behaviour, segment),
        exclusions=kept_for(definitions.exclusions, segment),
        points=kept_for(definitions.points, segment),
    )


def segments_named(definitions: LeadDefinitions) -> frozenset[str]:
    """Keys of the segments that some criterion is only for, or that have a threshold of their own."""
    lists = definitions.fit, definitions.behaviour, definitions.exclusions, definitions.points
    named = {key for rows in lists for row in rows for key in row.segments}
    return frozenset(named | {row.segment for row in definitions.thresholds if row.threshold is not None})


def telling(definitions: LeadDefinitions, segments: Sequence[Segment]) -> frozenset[str]:
    """The lead fields that tell whether a lead is of a segment some criterion is only for."""
    named = segments_named(definitions)
    return frozenset(part.field for one in segments if one.key in named for part in segment_filters(one))


def _matches(part: Filter, name: str, lead: KnownLead) -> Holds:
    text = lead.value(part.field)
    if not text:
        return False if lead.complete else None
    words = (*part.values, name) if part.field == SEGMENT else part.values
    return any(same_text(text, word.strip()) for word in words if word.strip())
