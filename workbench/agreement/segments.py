"""Which leads belong to a segment: the words of its own column and its other conditions, all of which must hold.

One answer for whoever counts, draws or judges by segment. Must not know leads.
"""

from __future__ import annotations

from typing import Final

from workbench.agreement.commitment import Filter
from workbench.agreement.derivation.ground import filters
from workbench.agreement.sections.teams import Segment

SEGMENT: Final = "segment"
"""The lead field with the segment's word."""


def segment_filters(segment: Segment) -> tuple[Filter, ...]:
    """The conditions a lead must meet to be of a segment; never empty.

    A segment that names neither words nor other conditions is told by its name in the segment column.
    """
    others = filters(segment.scope)
    words = segment.values or (() if others else (segment.name,))
    return (*((Filter(SEGMENT, words),) if words else ()), *others)
