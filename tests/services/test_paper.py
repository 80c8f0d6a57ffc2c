"""Signatures on paper: the scan is kept with its hash, counts for its version, and is told wherever signatures are."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import struct
import zlib

import pytest
from PIL import Image

from tests.services.prepared import PASSPHRASE, PEOPLE, Prepared
from workbench.base.clock import FixedClock
from workbench.base.errors import DamagedError, NotAllowedError, NotFoundError
from workbench.documents.scans import MOST_PIXELS, scan_kind
from workbench.services.keys import open_identity_file
from workbench.services.paper import PaperSigner
from workbench.services.workbench import Workbench

DAY = dt.date(2026, 6, 17)
BOTH = [PaperSigner(role, DAY) for role in PEOPLE]


def picture(width: int = 40, height: int = 30, kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("L", (width, height), 255).save(out, kind)
    return out.getvalue()


def claiming(width: int, height: int) -> bytes:
    """A PNG of a few bytes whose head claims a size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunk = b"IHDR" + head
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))


@pytest.mark.parametrize(("data", "media_type"), [(picture(), "image/png"), (picture(kind="JPEG"), "image/jpeg")])
def test_a_picture_of_the_paper_is_known_by_its_bytes(data: bytes, media_type: str) -> None:
    assert scan_kind(data).media_type == media_type


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", picture()[:30], b"%PDF-1.7 nothing", b"<svg/>", claiming(MOST_PIXELS, 2), b"\xff\xd8\xff"]
)
def test_what_is_no_scan_is_refused_before_it_is_decoded(data: bytes) -> None:
    with pytest.raises((DamagedError, NotAllowedError)):
        scan_kind(data)


def test_a_scan_completes_its_version_and_is_handed_out_as_it_came(bench: Workbench, prepared: Prepared) -> None:
    scan = prepared.file("blank.pdf").read_bytes()
    kept = bench.paper.record(prepared.agreement, 2, scan, BOTH)
    assert kept.sha256 == hashlib.sha256(scan).hexdigest()
    assert bench.paper.scans(prepared.agreement) == (kept,)
    assert [(one.role, one.name, one.on) for one in kept.signed] == [
        (role, name, DAY) for role, (name, _) in PEOPLE.items()
    ]  # fmt: skip
    out = bench.paper.file(prepared.agreement, kept.sha256[:12].upper())
    assert (out.data, out.kind.media_type, out.name[-4:]) == (scan, "application/pdf", ".pdf")
    version = bench.past.of(prepared.agreement).version(2)
    assert version is not None
    assert version.missing == ()
    assert {one.scan for one in version.signed} == {kept.sha256}
    assert bench.past.file(prepared.agreement, 2).signed == b""
    record = bench.evidence.of(prepared.agreement, 2).document
    assert [(one["method"], one["file"]) for one in record["signatures"]] == [("paper", kept.sha256)] * 2
    assert bench.keeping.examine().ok


def test_one_signs_on_paper_and_the_other_in_the_file(bench: Workbench, prepared: Prepared, clock: FixedClock) -> None:
    bench.drafting.set(prepared.agreement, "sign_off.signers[sales].group", 2)
    number = bench.versions.save(prepared.agreement, "Sales signs second").header.number
    data, _, _ = bench.publishing.pdf_bytes(prepared.agreement, number)
    identity = open_identity_file(prepared.file("femke.p12"), PASSPHRASE, clock)
    with pytest.raises(NotAllowedError, match="signs after Marketing lead"):
        bench.signing.sign(data, "Sales lead", identity)
    with pytest.raises(NotAllowedError, match="Marketing lead signs first"):
        bench.paper.record(prepared.agreement, number, picture(), BOTH[1:])
    bench.paper.record(prepared.agreement, number, picture(), BOTH[:1])
    signed = bench.signing.sign(data, "Sales lead", identity)
    answer = bench.signing.receive(prepared.agreement, signed.data)
    assert (answer.verdict, answer.missing, answer.on_paper) == ("incomplete", ("Marketing lead",), ("Marketing lead",))
    version = bench.past.of(prepared.agreement).version(number)
    assert version is not None
    assert version.missing == ()
    assert bench.past.file(prepared.agreement, number).signed == signed.data


@pytest.mark.parametrize(
    ("number", "signers", "said"),
    [
        (1, BOTH, "signed version 1 already"),
        (2, [], "Nobody was named"),
        (2, [PaperSigner("Janitor", DAY)], "“Janitor”"),
        (2, [PaperSigner("Sales lead", dt.date(2026, 6, 15))], "cannot be the day"),
        (2, [PaperSigner("Sales lead", dt.date(2026, 6, 18))], "cannot be the day"),
        (9, BOTH, "9"),
    ],
)
def test_what_cannot_be_on_the_paper_is_refused(
    bench: Workbench, prepared: Prepared, number: int, signers: list[PaperSigner], said: str
) -> None:
    with pytest.raises((NotAllowedError, NotFoundError), match=said):
        bench.paper.record(prepared.agreement, number, picture(), signers)
    assert bench.paper.scans(prepared.agreement) == ()


def test_scans_of_other_agreements_are_not_handed_out(bench: Workbench, prepared: Prepared) -> None:
    kept = bench.paper.record(prepared.agreement, 2, picture(), BOTH)
    for wanted in ("", "0" * 64):
        with pytest.raises(NotFoundError):
            bench.paper.file(prepared.agreement, wanted)
    with pytest.raises(NotFoundError):
        bench.paper.file(prepared.other, kept.sha256)
