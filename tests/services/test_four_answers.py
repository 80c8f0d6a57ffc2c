"""The four answers about a document: in words, each by itself, never more than is known."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path

import pytest

from tests.services.prepared import PASSPHRASE, Prepared
from workbench.agreement.model import read_agreement
from workbench.base.clock import FixedClock
from workbench.base.errors import NotAllowedError
from workbench.base.language import language
from workbench.base.places import resource
from workbench.services import verifying
from workbench.services.four_answers import FourAnswers, Said
from workbench.services.keys import make_identity, open_identity_file
from workbench.services.paper import PaperSigner
from workbench.services.signatures import sign_document
from workbench.services.tracker_inside import lines_inside
from workbench.services.verifying import MOST_LINES, DocumentAnswer, Verifying, verify_document
from workbench.services.workbench import Workbench
from workbench.signing.sign import sign_pdf

ENGLISH = language()


def said(bench: Workbench | None, data: bytes, clock: FixedClock) -> tuple[Said, Said, Said, Said]:
    return in_words(bench.signing.verify(data) if bench else verify_document(data, clock=clock, library=None))


def in_words(answer: DocumentAnswer) -> tuple[Said, Said, Said, Said]:
    return FourAnswers(answer, ENGLISH, lambda moment: f"{moment.astimezone(dt.UTC):%d %b %H:%M}").all()


def test_a_signed_document_known_here(bench: Workbench, prepared: Prepared, clock: FixedClock) -> None:
    integrity, identity, time, completeness = said(bench, prepared.file("both.pdf").read_bytes(), clock)
    assert (integrity.answer, integrity.more, integrity.tone) == (
        "Unchanged since signature 2", "Equals version 1 stored here.", "ok",
    )  # fmt: skip
    assert identity.answer == "Self-issued, known here since 15 Jun 12:20"
    assert identity.tone == "idle"
    assert (time.answer, time.tone) == ("Signer's clock, 15 Jun 12:10", "idle")
    assert (completeness.answer, completeness.tone) == ("2 of 2 required signatures", "ok")


def test_what_the_signatures_say_is_there_before_the_pages_are_set_again(prepared: Prepared, clock: FixedClock) -> None:
    begun = Verifying(prepared.file("both.pdf").read_bytes(), clock=clock)
    assert not begun.is_settled
    early = begun.answer
    assert (early.verdict, early.rendering) == ("comparing", "comparing")
    integrity, identity, time, completeness = in_words(early)
    assert (integrity.answer, integrity.tone, integrity.waits) == ("Every signature holds so far", "idle", True)
    assert (identity.answer, time.answer) == ("Self-issued", "Signer's clock, 15 Jun 12:10")
    assert completeness.answer == "2 of 2 required signatures"
    whole = begun.settled()
    assert (whole.verdict, whole.rendering) == ("valid", "same")
    assert begun.settled() is whole
    damaged = prepared.file("both.pdf").read_bytes().replace(b"/Lang (en-GB)", b"/Lang (en-US)")
    assert Verifying(damaged, clock=clock).answer.verdict == "changed"  # no need to wait


def test_one_signature_and_no_library(prepared: Prepared, clock: FixedClock) -> None:
    integrity, identity, _, completeness = said(None, prepared.file("one.pdf").read_bytes(), clock)
    assert integrity.more == "This library does not hold that version."
    assert identity.answer == "Self-issued"
    assert (completeness.answer, completeness.more, completeness.tone) == (
        "1 of 2 required signatures", "Still to sign: Sales lead.", "warn",
    )  # fmt: skip


def test_somebody_else_than_the_agreement_names_is_said_by_name(
    prepared: Prepared, clock: FixedClock, tmp_path: Path
) -> None:
    make_identity("Ida Other", "ida@brackwald.example", PASSPHRASE, tmp_path / "ida.p12", clock)
    ida = open_identity_file(tmp_path / "ida.p12", PASSPHRASE, clock)
    data = sign_document(prepared.file("one.pdf").read_bytes(), "Sales lead", ida, clock).data
    answer = verify_document(data, clock=clock, library=None)
    told = "Sales lead was signed by Ida Other; the agreement names Femke de Vries."
    assert (answer.verdict, answer.sentences(ENGLISH)) == ("valid", [told])
    assert [one["agreed_name"] for one in answer.document(ENGLISH)["signatures"]] == [None, "Femke de Vries"]
    identity = in_words(answer)[1]
    assert (identity.tone, identity.more) == ("warn", f"{told} Names and addresses are the signers' own claim.")


def test_a_strangers_hundred_years_are_not_set_again(
    prepared: Prepared, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = read_agreement(resource("practice", "agreement.json").read_bytes())
    envelope = Verifying(prepared.file("both.pdf").read_bytes(), clock=clock).answer.envelope
    assert envelope is not None
    usual = lines_inside(content, envelope.header)
    long_ago = dataclasses.replace(content.teams, effective_from=dt.date(2001, 1, 1), effective_until=None)
    hostile = dataclasses.replace(content, teams=long_ago)
    far = dataclasses.replace(envelope.header, at=dt.datetime(2099, 1, 1, tzinfo=dt.UTC))
    assert 10 * usual < MOST_LINES < lines_inside(hostile, far)
    monkeypatch.setattr(verifying, "MOST_LINES", usual - 1)
    answer = verify_document(prepared.file("both.pdf").read_bytes(), clock=clock, library=None)
    assert (answer.verdict, answer.rendering) == ("valid", "too_large")
    integrity = in_words(answer)[0]
    assert "so its pages were not compared" in integrity.more
    assert integrity.tone == "idle"
    assert "so its pages were not compared" in answer.sentences(ENGLISH)[0]


def test_nobody_has_signed(prepared: Prepared, clock: FixedClock) -> None:
    integrity, identity, time, completeness = said(None, prepared.file("blank.pdf").read_bytes(), clock)
    assert (integrity.answer, integrity.tone) == ("As it was made", "idle")
    assert identity.answer == time.answer == "Nobody has signed yet"
    assert completeness.tone == "warn"


@pytest.mark.parametrize("data", [b"Dear all", b"%PDF-1.7 nothing"])
def test_what_cannot_be_judged_is_not_called_forged(data: bytes, clock: FixedClock) -> None:
    integrity, identity, _, completeness = said(None, data, clock)
    assert (integrity.answer, integrity.tone) == ("It cannot be verified here", "idle")
    assert integrity.more.endswith("That says nothing against it.")
    assert identity.answer == "No signature can be read"
    assert completeness.more == "Who must sign is not known for this file."


def test_what_was_changed_is_complete_no_more(prepared: Prepared, clock: FixedClock) -> None:
    data = prepared.file("both.pdf").read_bytes()
    at = data.index(b"stream") + 60
    integrity, _, _, completeness = said(None, data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :], clock)
    assert integrity.tone == "bad"
    assert "The document was changed after Marketing lead signed." in integrity.more
    assert completeness.tone == "idle"


def test_a_copy_that_was_signed_out_of_order_is_taken_in_and_says_so(
    bench: Workbench, prepared: Prepared, clock: FixedClock
) -> None:
    """This program would not let Sales sign first; another one does."""
    agreement = prepared.agreement
    bench.drafting.set(agreement, "sign_off.signers[sales].group", 2)
    bench.versions.save(agreement, "Sales signs second")
    data = bench.publishing.pdf_bytes(agreement)[0]
    keys = {name: open_identity_file(prepared.file(f"{name}.p12"), PASSPHRASE, clock) for name in ("femke", "marta")}
    with pytest.raises(NotAllowedError, match="Sales lead signs after Marketing lead"):
        bench.signing.sign(data, "Sales lead", keys["femke"])
    for field, name in (("Sales lead", "femke"), ("Marketing lead", "marta")):
        data = sign_pdf(data, field=field, identity=keys[name], appearance=None, clock=clock, reason="I accept.")
        early = "Sales lead signed before Marketing lead; the agreement sets another order."
        answer = bench.signing.receive(agreement, data)
        assert early in answer.sentences(ENGLISH)
        assert answer.document(ENGLISH)["out_of_order"] == [{"role": "Sales lead", "before": ["Marketing lead"]}]
        completeness = FourAnswers(answer, ENGLISH, str).completeness()
        assert (completeness.tone, early in completeness.more) == ("warn", True)
    assert (answer.verdict, completeness.answer) == ("valid", "2 of 2 required signatures, out of order")


def test_who_signed_on_paper_is_not_waited_for(bench: Workbench, prepared: Prepared, clock: FixedClock) -> None:
    agreement = prepared.agreement
    bench.drafting.set(agreement, "sign_off.signers[sales].group", 2)
    header = bench.versions.save(agreement, "Sales signs second").header
    scan = bench.publishing.pdf_bytes(agreement)[0]  # any file with pages
    bench.paper.record(agreement, header.number, scan, [PaperSigner("Marketing lead", clock.now().date())])
    key = open_identity_file(prepared.file("femke.p12"), PASSPHRASE, clock)
    signed = bench.signing.sign(bench.publishing.pdf_bytes(agreement)[0], "Sales lead", key).data
    assert bench.signing.verify(signed).out_of_turn == ()
    assert [one.role for one in verify_document(signed, clock=clock, library=None).out_of_turn] == ["Sales lead"]
