"""Versions: saved for signature or as a point, compared, and made the draft again."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from tests.services.prepared import Prepared
from workbench.base.clock import FixedClock
from workbench.base.errors import NotAllowedError, NotFoundError
from workbench.fields.codec import canonical, content_hash
from workbench.services.handouts import PaperWish
from workbench.services.page_pictures import see_pages
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


@pytest.mark.parametrize(
    ("note", "author", "letters"), [("As agreed 汉字", "", "汉字"), ("As agreed", "山田 Ana", "山田")]
)
def test_a_note_or_a_name_the_document_cannot_print_is_not_put_into_a_version_for_signature(
    bench: Workbench, prepared: Prepared, note: str, author: str, letters: str
) -> None:
    with pytest.raises(NotAllowedError, match=f"cannot print “{letters}” in the"):
        bench.versions.save(prepared.agreement, note, author)
    assert len(bench.versions.history(prepared.agreement)) == 2
    assert bench.versions.save(prepared.other, note, author).header.kind == "saved"  # nobody signs a point


def test_report_record_and_handouts_are_on_the_agreements_own_paper(
    bench: Workbench, prepared: Prepared, tmp_path: Path
) -> None:
    agreement = prepared.agreement
    bench.drafting.set(agreement, "teams.paper", "Letter")
    bench.versions.save(agreement, "On the other paper")
    made = {name: tmp_path / f"{name}.pdf" for name in ("report", "record", "poster", "wanted")}
    material = bench.reviewing.material(agreement, "2026-01")
    judged = dataclasses.replace(material.source, agreement=bench.versions.content(agreement))
    dataclasses.replace(material, source=judged).write(made["report"])
    dataclasses.replace(material, source=judged, paper="A4").write(made["wanted"])
    bench.evidence.of(agreement).write(made["record"])
    bench.handouts.write(agreement, PaperWish("poster"), made["poster"])
    widths = {name: round(see_pages(file.read_bytes()).sizes[0][0]) for name, file in made.items()}
    assert widths == {"report": 612, "record": 612, "poster": 612, "wanted": 595}
