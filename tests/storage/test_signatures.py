"""Signatures are recorded once, with the file that proves them; certificates are expected of people."""

from __future__ import annotations

import dataclasses

import pytest

from tests.storage.examples import FINGERPRINTS, NOON, PDF, content
from workbench.agreement.version import VersionHeader
from workbench.base.clock import FixedClock
from workbench.base.errors import NotAllowedError, NotFoundError
from workbench.storage.library import Library
from workbench.storage.records.signing import NewSignature

MARA = NewSignature("Marketing lead", "Mara Lindt", "Mara@Example.com", NOON, FINGERPRINTS[0])
SVEN = NewSignature("Sales lead", "Sven Okafor", "sven@example.com", NOON, FINGERPRINTS[1])


@pytest.fixture
def version(library: Library, agreement: str) -> VersionHeader:
    return library.versions.save(
        agreement, content("Signed"), seen="", kind="for_signature", author="", message="", doc_schema=1
    )


def test_a_signed_file_comes_back_to_the_byte(library: Library, agreement: str, version: VersionHeader) -> None:
    (recorded,) = library.signatures.record(version.hash, PDF, [MARA], actor="Ines")
    assert library.signatures.file(recorded) == PDF
    assert library.signatures.of_version(version.hash) == library.signatures.of_agreement(agreement) == (recorded,)
    assert (recorded.signer, recorded.email, recorded.signed_at) == ("Mara Lindt", "mara@example.com", NOON)


def test_a_file_with_one_more_signature_adds_only_that_one(
    library: Library, version: VersionHeader, clock: FixedClock
) -> None:
    (first,) = library.signatures.record(version.hash, PDF, [MARA], actor="Ines")
    clock.advance(days=1)
    both = library.signatures.record(version.hash, PDF + b" and another", [MARA, SVEN], actor="Ines")
    assert both[0] == first
    assert library.signatures.file(both[0]) == PDF
    assert library.signatures.file(both[1]) == PDF + b" and another"
    before = library.events.all()
    assert library.signatures.record(version.hash, PDF + b" and another", [SVEN, MARA], actor="") == both[::-1]
    assert library.events.all() == before


def test_a_scan_of_the_paper_is_evidence_without_certificate(library: Library, version: VersionHeader) -> None:
    paper = dataclasses.replace(MARA, fingerprint="", method="paper")
    (recorded,) = library.signatures.record(version.hash, b"\x89PNG", [paper], actor="", media_type="image/png")
    assert (recorded.method, recorded.fingerprint) == ("paper", "")
    for wrong in (dataclasses.replace(MARA, fingerprint=""), dataclasses.replace(MARA, method="paper")):
        with pytest.raises(NotAllowedError, match="certificate"):
            library.signatures.record(version.hash, PDF, [wrong], actor="")


@pytest.mark.parametrize("missing", ["role", "signer"])
def test_a_signature_needs_a_role_and_a_person(library: Library, version: VersionHeader, missing: str) -> None:
    wrong = dataclasses.replace(MARA, **{missing: "  "})  # type: ignore[arg-type]  # a text
    with pytest.raises(NotAllowedError, match="missing"):
        library.signatures.record(version.hash, PDF, [SVEN, wrong], actor="")
    assert library.signatures.of_version(version.hash) == ()


def test_a_version_that_is_not_here_cannot_be_signed(library: Library) -> None:
    with pytest.raises(NotFoundError, match="version"):
        library.signatures.record("0" * 64, PDF, [MARA], actor="")


def test_the_first_certificate_is_the_expected_one(library: Library) -> None:
    assert library.pins.expected("Marketing lead", "mara@example.com") is None
    pin = library.pins.remember("Marketing lead", " MARA@example.com", "Mara", FINGERPRINTS[0], actor="Ines")
    again = library.pins.remember("Marketing lead", "mara@example.com", "Mara", FINGERPRINTS[1], actor="Ines")
    assert again == pin == library.pins.expected("Marketing lead", "Mara@Example.com")
    assert (pin.fingerprint, pin.email, pin.note) == (FINGERPRINTS[0], "mara@example.com", "")
    assert library.pins.expected("Sales lead", "mara@example.com") is None


def test_another_certificate_is_expected_only_for_a_reason(library: Library, clock: FixedClock) -> None:
    first = library.pins.remember("Marketing lead", "mara@example.com", "Mara", FINGERPRINTS[0], actor="")
    clock.advance(days=1)
    for why in ("", " \n"):
        with pytest.raises(NotAllowedError, match="reason"):
            library.pins.replace("Marketing lead", "mara@example.com", "Mara", FINGERPRINTS[1], why=why, actor="")
    assert library.pins.expected("Marketing lead", "mara@example.com") == first
    second = library.pins.replace(
        "Marketing lead", "mara@example.com", "Mara", FINGERPRINTS[1], why="Compared by telephone", actor="Ines"
    )
    assert library.pins.history("Marketing lead", "mara@example.com") == (first, second)
    assert library.pins.expected("Marketing lead", "mara@example.com") == second


def test_a_fingerprint_may_be_grouped_but_must_be_one(local: Library) -> None:
    grouped = " ".join(["ABCD"] * 16)
    assert local.pins.remember("r", "e", "n", grouped, actor="").fingerprint == "abcd" * 16
    with pytest.raises(NotAllowedError, match="SHA-256"):
        local.pins.remember("r", "other", "n", "abcd" * 15, actor="")
