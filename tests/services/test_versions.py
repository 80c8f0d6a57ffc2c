"""Versions: saved for signature or as a point, compared, and made the draft again."""

from __future__ import annotations

import pytest

from tests.services.prepared import Prepared
from workbench.base.clock import FixedClock
from workbench.base.errors import NotAllowedError, NotFoundError
from workbench.fields.codec import canonical, content_hash
from workbench.services.workbench import Workbench


def test_a_version_is_for_signature_when_nothing_stands_against_it(bench: Workbench, prepared: Prepared) -> None:
    kinds = [header.kind for header in bench.versions.history(prepared.agreement)]
    assert kinds == ["for_signature", "for_signature"]
    point = bench.versions.save(prepared.other, "Half done", "Jonas")
    assert (point.header.kind, point.header.author, bool(point.blocking)) == ("saved", "Jonas", True)


def test_a_version_hangs_on_the_one_before_and_on_its_content(bench: Workbench, prepared: Prepared) -> None:
    first, second = bench.versions.history(prepared.agreement)
    assert (first.parents, second.parents) == ((), (first.hash,))
    assert (first.number, second.number) == (1, 2)
    for header in (first, second):
        assert content_hash(bench.versions.data(header)) == header.content_hash
        assert canonical(bench.versions.content(prepared.agreement, header.number)) == bench.versions.data(header)


def test_a_version_does_not_change_when_the_draft_does(bench: Workbench, prepared: Prepared) -> None:
    before = bench.versions.data(bench.versions.header(prepared.agreement, 2))
    bench.drafting.set(prepared.agreement, "volumes.ceiling", 1)
    assert bench.versions.data(bench.versions.header(prepared.agreement, 2)) == before


def test_a_restored_version_is_the_draft_again_and_what_was_drafted_can_be_looked_at(
    bench: Workbench, prepared: Prepared, clock: FixedClock
) -> None:
    bench.drafting.set(prepared.agreement, "volumes.ceiling", 123)
    bench.versions.restore(prepared.agreement, 1)
    draft = bench.drafting.read(prepared.agreement)
    assert draft.agreement == bench.versions.content(prepared.agreement, 1)
    former = bench.drafting.former_states(prepared.agreement)
    assert any(bench.drafting.former(prepared.agreement, one.revision).volumes.ceiling == 123 for one in former)
    clock.advance(minutes=1)
    third = bench.versions.save(prepared.agreement, "Back to the first").header
    assert (third.number, third.content_hash) == (3, bench.versions.header(prepared.agreement, 1).content_hash)
    assert len(bench.versions.history(prepared.agreement)) == 3


def test_comparing_tells_every_change_in_both_directions(bench: Workbench, prepared: Prepared) -> None:
    there = bench.versions.compare(prepared.agreement, 1, 2).changes
    back = bench.versions.compare(prepared.agreement, 2, 1).changes
    assert [(one.path, str(one.before), str(one.after)) for one in there] == [
        ("follow_up.tiers[a].share", "0.85", "0.9")
    ]
    assert [(one.path, str(one.before), str(one.after)) for one in back] == [
        ("follow_up.tiers[a].share", "0.9", "0.85")
    ]
    assert bench.versions.compare(prepared.agreement, 2, 2).changes == ()


def test_notes_and_numbers_are_demanded(bench: Workbench, prepared: Prepared) -> None:
    with pytest.raises(NotAllowedError, match="needs a note"):
        bench.versions.save(prepared.agreement, "  \n ")
    with pytest.raises(NotFoundError, match="version 3"):
        bench.versions.content(prepared.agreement, 3)
    with pytest.raises(NotFoundError, match="version 0"):
        bench.versions.restore(prepared.agreement, 0)
    with pytest.raises(NotFoundError, match="No version"):
        bench.versions.header(prepared.other)
