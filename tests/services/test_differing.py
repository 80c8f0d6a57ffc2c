"""A copy that is not the version kept here is shown with what differs: data, pages, places to sign, files inside."""

from __future__ import annotations

import dataclasses
import io
from pathlib import Path

import pikepdf
import pytest

from tests.services.prepared import PASSPHRASE, Prepared
from workbench.base.clock import FixedClock
from workbench.base.errors import ConflictError
from workbench.base.language import language
from workbench.services.differing import CopyDifference, KeptVersion, compare_copy
from workbench.services.keys import open_identity_file
from workbench.services.workbench import Workbench, open_workbench


def compared(bench: Workbench, agreement: str, data: bytes) -> CopyDifference:
    answer = bench.signing.verify(data)
    kept = bench.signing.kept_for(answer, agreement)
    assert kept is not None, answer.verdict
    return compare_copy(data, answer, kept)


def test_another_version_of_the_same_number_tells_its_data_and_its_pages(
    bench: Workbench, prepared: Prepared, tmp_path: Path, clock: FixedClock
) -> None:
    with open_workbench(str(prepared.copied(tmp_path / "theirs")), clock=clock, person="Bo") as other:
        other.drafting.set(prepared.agreement, "teams.company", "Brackwald Iberia")
        number = other.versions.save(prepared.agreement, "Theirs").header.number
        data, _, _ = other.publishing.pdf_bytes(prepared.agreement, number)
    bench.versions.save(prepared.agreement, "Ours")
    identity = open_identity_file(prepared.file("femke.p12"), PASSPHRASE, clock)
    signed = bench.signing.sign(data, "Sales lead", identity).data
    with pytest.raises(ConflictError):
        bench.signing.receive(prepared.agreement, signed)
    found = compared(bench, prepared.agreement, signed)
    assert [one.path for one in found.changes] == ["teams.company"]
    assert found.pages[0] == 1
    assert (found.marked, found.places, found.files) == ((), (), ())
    assert found.sentences(language()) == [
        "Teams and scope, Company: here “Brackwald Software”, in the copy “Brackwald Iberia”.",
        "Its pages are what this program makes of its own data.",  # every foot has another hash: not told page by page
    ]
    assert dataclasses.replace(found, follows=False).sentences(language())[1].startswith("Pages 1, ")


def test_a_page_drawn_over_and_a_note_laid_on_are_named(bench: Workbench, prepared: Prepared) -> None:
    pdf = pikepdf.open(prepared.file("both.pdf"))
    pdf.pages[2].contents_add(b"q 1 0 0 RG 20 w 100 100 m 500 700 l S Q")
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Square, Rect=pikepdf.Array([50, 50, 200, 200])
    )  # fmt: skip
    page = pdf.pages[4].obj
    page.Annots = pikepdf.Array([*page.get("/Annots", []), pdf.make_indirect(note)])
    out = io.BytesIO()
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    found = compared(bench, prepared.agreement, out.getvalue())
    assert (found.pages, found.marked) == ((3,), (5,))
    assert found.changes == ()
    assert not found.is_none


def test_a_copy_that_is_the_version_is_not_compared(bench: Workbench, prepared: Prepared) -> None:
    for name in ("one.pdf", "blank.pdf"):
        answer = bench.signing.verify(prepared.file(name).read_bytes())
        assert bench.signing.kept_for(answer, prepared.agreement) is None
    foreign = bench.signing.verify(b"%PDF-1.7 nothing")
    assert bench.signing.kept_for(foreign, prepared.agreement) is None


def test_a_copy_cut_in_the_middle_is_said_not_to_be_shown(bench: Workbench, prepared: Prepared) -> None:
    whole = prepared.file("both.pdf").read_bytes()
    answer = bench.signing.verify(whole)
    header = bench.versions.header(prepared.agreement, 2)
    kept = KeptVersion(header, bench.versions.content(prepared.agreement, 2))
    found = compare_copy(whole[:5000], answer, kept)
    assert found.counts is None
    assert "The copy's pages cannot be shown." in found.sentences(language())
    assert found.document()["page_counts"] is None
