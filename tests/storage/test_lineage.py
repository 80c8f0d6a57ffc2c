"""Common ancestors and continuations, against a slow and obvious definition, over random histories."""

from __future__ import annotations

from hypothesis import given, strategies as st

from tests.storage.examples import NOON
from workbench.agreement.version import VersionHeader
from workbench.storage.lineage import ancestors, common_ancestors, continuation

Family = dict[str, VersionHeader]


@st.composite
def families(draw: st.DrawFn) -> Family:
    """Histories with branches and merges; the hashes are short names, which lineage does not mind."""
    found: Family = {}
    for index in range(draw(st.integers(1, 9))):
        parents = draw(st.lists(st.sampled_from(sorted(found)), unique=True, max_size=2)) if found else []
        number = max((found[one].number for one in parents), default=0) + 1
        found[f"v{index}"] = VersionHeader("a", number, tuple(parents), "", 1, "saved", "", "", NOON)
    return found


def reaches(one: str, other: str, family: Family) -> bool:
    return one == other or any(reaches(parent, other, family) for parent in family[one].parents)


@given(families(), st.data())
def test_the_common_ancestors_are_the_ones_both_reach_that_no_other_such_one_reaches(
    family: Family, data: st.DataObject
) -> None:
    one, other = (data.draw(st.sampled_from(sorted(family))) for _ in range(2))
    shared = {name for name in family if reaches(one, name, family) and reaches(other, name, family)}
    assert ancestors(one, family) == {name for name in family if reaches(one, name, family)}
    bases = common_ancestors(one, other, family)
    assert common_ancestors(other, one, family) == bases
    assert set(bases) == {name for name in shared if not any(reaches(late, name, family) for late in shared - {name})}


@given(families(), st.data())
def test_the_own_line_goes_on_only_where_theirs_descends_from_it(family: Family, data: st.DataObject) -> None:
    mine, theirs = (data.draw(st.sampled_from(sorted(family))) for _ in range(2))
    onward = continuation(mine, theirs, family)
    assert (onward is None) == (not reaches(theirs, mine, family))
    if onward:
        assert onward[-1] == theirs
        assert all(reaches(step, mine, family) and step != mine for step in onward)
        numbers = [family[step].number for step in onward]
        assert numbers == sorted(set(numbers))
