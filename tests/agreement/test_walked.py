"""Every field of an agreement, remembered part by part."""

from __future__ import annotations

import dataclasses

import pytest

from workbench.agreement.templates import template
from workbench.fields.path import put, walk
from workbench.fields.walked import walked, walked_parts


@pytest.mark.parametrize("name", ["b2b", "empty"])
def test_it_is_the_walk_before_and_after_an_edit(name: str) -> None:
    before = template(name).agreement
    assert walked(before) == tuple(walk(before))
    after = put(before, "volumes.average_deal", 4711)
    assert walked(after) == tuple(walk(after))
    others = [one is other for one, other in zip(walked_parts(before), walked_parts(after), strict=True)]
    names = [field.name for field in dataclasses.fields(before)]
    shared = dict(zip(names, others, strict=True))
    assert not shared.pop("volumes")
    assert all(same for part, same in shared.items() if dataclasses.is_dataclass(getattr(before, part)))
