"""Which leads belong to a segment."""

from __future__ import annotations

import pytest

from workbench.agreement.commitment import Filter
from workbench.agreement.sections.teams import Segment
from workbench.agreement.segments import segment_filters
from workbench.agreement.terms import ScopeFilter

LAND = (ScopeFilter("land", "country", "", ("DE", "AT")), ScopeFilter("empty"))


@pytest.mark.parametrize(
    ("segment", "wanted"),
    [
        (Segment("s", "Cloud"), {"segment": ("Cloud",)}),
        (Segment("s", "Cloud", values=("cl", "mm")), {"segment": ("cl", "mm")}),
        (Segment("s", "DACH", scope=LAND), {"country": ("DE", "AT")}),
        (Segment("s", "DACH, Cloud", values=("cl",), scope=LAND), {"segment": ("cl",), "country": ("DE", "AT")}),
    ],
)
def test_a_segment_is_told_by_its_words_and_by_its_conditions(segment: Segment, wanted: dict[str, object]) -> None:
    found = segment_filters(segment)
    assert all(isinstance(one, Filter) for one in found)
    assert {one.field: one.values for one in found} == wanted
