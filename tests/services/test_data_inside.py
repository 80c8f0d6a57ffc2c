"""What travels inside a document: the tracker, the version before, and what the pages say of the difference."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from tests.documents.reading import texts
from tests.services.prepared import Prepared
from workbench.base.errors import DamagedError
from workbench.documents import embedded
from workbench.services.pdf_contents import (
    AGREEMENT_FILE,
    EARLIER_FILE,
    ENVELOPE_FILE,
    TRACKER_FILE,
    earlier_inside,
    read_envelope,
)
from workbench.services.workbench import Workbench


def inside(data: bytes) -> dict[str, bytes]:
    """The files a document carries, by name."""
    return {one.name: one.data for one in embedded.read(data)}


@pytest.fixture(scope="module")
def second(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The document of the second version."""
    from tests.services.prepared import NOON
    from workbench.base.clock import FixedClock
    from workbench.services.workbench import open_workbench

    folder = tmp_path_factory.mktemp("second")
    with open_workbench(str(prepared.copied(folder)), clock=FixedClock(NOON), person="Ines") as opened:
        return opened.publishing.pdf_bytes(prepared.agreement, 2)[0]


def test_the_tracker_inside_is_of_this_version_and_none_travels_before_it_can_be_signed(
    bench: Workbench, prepared: Prepared
) -> None:
    files = inside(prepared.file("both.pdf").read_bytes())
    with zipfile.ZipFile(io.BytesIO(files[TRACKER_FILE])) as workbook:
        properties = workbook.read("docProps/custom.xml").decode()
    assert bench.versions.header(prepared.agreement, 1).hash in properties
    bench.versions.save(prepared.other, "Half done")
    assert set(inside(bench.publishing.pdf_bytes(prepared.other)[0])) == {AGREEMENT_FILE, ENVELOPE_FILE}


def test_the_first_version_tells_no_changes(prepared: Prepared) -> None:
    data = prepared.file("both.pdf").read_bytes()
    assert EARLIER_FILE not in inside(data)
    assert read_envelope(inside(data)).earlier is None
    assert "Changes since" not in " ".join(texts(data))


def test_a_later_version_tells_its_changes_and_carries_what_it_compares_with(
    bench: Workbench, prepared: Prepared, second: bytes
) -> None:
    files = inside(second)
    envelope = read_envelope(files)
    first = bench.versions.header(prepared.agreement, 1)
    assert envelope.earlier == first
    earlier = earlier_inside(files, envelope)
    assert earlier is not None
    assert earlier.agreement == bench.versions.content(prepared.agreement, 1)
    (page,) = [one for one in texts(second) if "Changes since version 1" in one and "Numbers" in one]
    assert "85% 90% +5 pts" in page


def test_a_later_version_is_made_again_from_what_it_carries(bench: Workbench, empty: Workbench, second: bytes) -> None:
    here = bench.signing.verify(second)
    assert (here.verdict, here.stored, here.rendering) == ("unsigned", "same", "same")
    elsewhere = empty.signing.verify(second)
    assert (elsewhere.verdict, elsewhere.stored, elsewhere.rendering) == ("unsigned", "unknown", "same")


def test_an_earlier_version_that_is_not_the_one_named_is_refused(second: bytes) -> None:
    files = inside(second)
    envelope = read_envelope(files)
    other = json.loads(files[EARLIER_FILE]) | {"title": "Another"}
    for data in (b"", b"{}", json.dumps(other).encode(), files[EARLIER_FILE] + b" "):
        with pytest.raises(DamagedError):
            earlier_inside(files | {EARLIER_FILE: data}, envelope)


def test_a_document_with_another_tracker_is_not_our_rendering(bench: Workbench, second: bytes, tmp_path: Path) -> None:
    import pikepdf

    changed = tmp_path / "changed.pdf"
    (tmp_path / "second.pdf").write_bytes(second)
    with pikepdf.open(tmp_path / "second.pdf") as document:
        names = document.Root.Names.EmbeddedFiles.Names
        (at,) = [index for index in range(0, len(names), 2) if str(names[index]) == TRACKER_FILE]
        names[at + 1].EF.F.write(b"PK\x03\x04 formulas of somebody else")
        document.save(changed)
    answer = bench.signing.verify(changed.read_bytes())
    assert (answer.verdict, answer.rendering) == ("unverifiable", "different")
