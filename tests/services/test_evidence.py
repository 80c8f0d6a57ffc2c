"""The record of a signing: what goes into it, that it cannot be changed unseen, and what is told of it."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from pathlib import Path

import pikepdf
import pytest
import rfc8785

from tests.services.prepared import Prepared
from tests.support.poppler import Poppler
from workbench.base.clock import FixedClock
from workbench.base.errors import NotAllowedError, NotFoundError
from workbench.services.evidence import Evidence, Sitting
from workbench.services.keys import open_identity_file
from workbench.services.signatures import sign_document
from workbench.services.workbench import Workbench
from workbench.signing.verify import verify_pdf
from workbench.storage.opening import open_library


def kinds(bench: Workbench, agreement: str, number: int = 1) -> list[str]:
    return [line["kind"] for line in bench.evidence.of(agreement, number).document["lines"]]


def test_a_version_signed_by_two_has_its_whole_way_recorded(bench: Workbench, prepared: Prepared) -> None:
    header = bench.versions.header(prepared.agreement, 1)
    sitting = Sitting(header.hash, "Sales lead", "Femke de Vries", "0" * 64)
    bench.evidence.opened(sitting)
    bench.evidence.consented(sitting, ["I have read it."], ["S-2: only from May."])
    bench.evidence.verified(bench.signing.verify(prepared.file("both.pdf").read_bytes()))
    record = bench.evidence.of(prepared.agreement, 1)
    document = record.document
    assert [line["kind"] for line in document["lines"]] == [
        "version.saved", "document.verified", "signature.recorded", "signature.recorded", "pin.first", "pin.first",
        "document.opened", "document.consented", "document.verified",
    ]  # fmt: skip
    consented = document["lines"][-2]["detail"]
    assert (consented["statements"], consented["reservations"]) == (["I have read it."], ["S-2: only from May."])
    file = hashlib.sha256(prepared.file("both.pdf").read_bytes()).hexdigest()
    assert {one["file"] for one in document["signatures"]} == {file}
    assert (document["trail"]["holds"], document["missing"]) == (True, [])


def test_each_line_of_the_json_proves_itself(bench: Workbench, prepared: Prepared) -> None:
    for line in bench.evidence.of(prepared.agreement, 1).document["lines"]:
        said = {key: value for key, value in line.items() if key != "hash"}
        said["detail"] = rfc8785.dumps(said["detail"]).decode()
        assert hashlib.sha256(rfc8785.dumps(said)).hexdigest() == line["hash"]


def test_the_record_is_a_pdf_with_its_data_inside_or_the_data_alone(
    bench: Workbench, prepared: Prepared, tmp_path: Path, poppler: Poppler
) -> None:
    record = bench.evidence.of(prepared.agreement, 1)
    made = record.write(tmp_path / "record.pdf")
    alone = record.write(tmp_path / "record.json")
    assert alone.pages is None
    assert json.loads((tmp_path / "record.json").read_bytes()) == record.document
    with pikepdf.open(tmp_path / "record.pdf") as pdf:
        assert pdf.attachments["record.json"].get_file().read_bytes() == record.data()
        assert "/AcroForm" not in pdf.Root
    told = " ".join(poppler.text(made.file).split())
    for part in ("Marta Lindgren", "Femke de Vries", "2 signatures are recorded.", "it holds", "was verified"):
        assert part in told
    assert record.document["trail"]["hash"][:4] in told


def test_versions_that_nobody_can_sign_have_no_record(bench: Workbench, prepared: Prepared) -> None:
    with pytest.raises(NotFoundError):
        bench.evidence.of(prepared.other)
    with pytest.raises(NotFoundError):
        bench.evidence.opened(Sitting("0" * 64, "Sales lead", "A", "0" * 64))
    assert bench.evidence.of(prepared.agreement).source.header.number == 2
    assert kinds(bench, prepared.agreement, 2) == ["version.saved"]


def test_of_files_that_are_not_kept_here_nothing_is_recorded(empty: Workbench, prepared: Prepared) -> None:
    empty.evidence.verified(empty.signing.verify(prepared.file("both.pdf").read_bytes()))
    empty.evidence.verified(empty.signing.verify(b"%PDF-1.7 nothing"))
    assert empty.shelf.all() == ()


def test_a_trail_that_was_changed_is_said_to_be(prepared: Prepared, tmp_path: Path, clock: FixedClock) -> None:
    library = prepared.copied(tmp_path)
    with open_library(str(library), clock) as opened:
        evidence = Evidence(opened, clock, "Ines")
        trail = opened.events.all()
        assert opened.events.holds(trail)
        assert not opened.events.holds(trail[1:])
        assert not opened.events.holds((*trail[:3], *trail[4:]))
        forged = dataclasses.replace(trail[2], actor="Mallory")
        assert not opened.events.holds((*trail[:2], forged, *trail[3:]))
        assert evidence.of(prepared.agreement, 1).source.holds


def test_a_reservation_stands_in_the_signature_itself(bench: Workbench, prepared: Prepared, clock: FixedClock) -> None:
    bench.drafting.set(prepared.agreement, "sign_off.signers[sales].proxy_for", "Ingrid Sørensen")
    header = bench.versions.save(prepared.agreement, "With a proxy").header
    data, _, _ = bench.publishing.pdf_bytes(prepared.agreement, header.number)
    identity = open_identity_file(prepared.file("femke.p12"), "four words are better", clock)
    asked: list[tuple[str, tuple[str, ...]]] = []
    signed = sign_document(
        data, "Sales lead", identity, clock, consent=lambda seat, words: asked.append((seat.proxy_for, words))
    )
    said = "I accept the statements in this document, with my reservation written in it. On behalf of Ingrid Sørensen."
    assert [one.reason for one in verify_pdf(signed.data, clock=clock).signatures] == [said]
    assert asked == [("Ingrid Sørensen", signed.statements)]

    def refuse(_seat: object, _statements: object) -> None:
        raise NotAllowedError("no")

    with pytest.raises(NotAllowedError, match="no"):
        sign_document(data, "Sales lead", identity, clock, consent=refuse)


def test_the_file_that_is_kept_is_told_from_every_other(bench: Workbench, prepared: Prepared) -> None:
    for name, kept in (("both.pdf", True), ("one.pdf", False)):
        assert bench.signing.verify(prepared.file(name).read_bytes()).kept_file is kept
