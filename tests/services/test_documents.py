"""Documents come back: from any of ours the identical agreement; signing in order; receiving with care."""

from __future__ import annotations

import dataclasses
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.prepared import PASSPHRASE, Prepared
from workbench.agreement import sentences
from workbench.agreement.model import Agreement, read_agreement
from workbench.agreement.version import VersionHeader
from workbench.base.clock import FixedClock
from workbench.base.errors import ConflictError, DamagedError, NotAllowedError, WorkbenchError
from workbench.base.language import language
from workbench.base.places import resource
from workbench.documents.attachment import Attachment
from workbench.documents.compose.agreement import compose_agreement
from workbench.documents.compose.wording import wording_digest
from workbench.documents.pdf import render
from workbench.fields.codec import canonical, content_hash
from workbench.services.bundle_file import Bundle, bundle_bytes
from workbench.services.exchange import content_of
from workbench.services.four_answers import FourAnswers
from workbench.services.keys import make_identity, open_identity_file
from workbench.services.paper import PaperSigner
from workbench.services.pdf_contents import AGREEMENT_FILE, ENVELOPE_FILE, read_envelope
from workbench.services.rendering import render_version
from workbench.services.verifying import NOT_COMPARED, verify_document
from workbench.services.workbench import Workbench
from workbench.signing.identities import Identity
from workbench.signing.verify import verify_pdf

SMALLEST_PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"


def identity(made: Prepared, short: str, clock: FixedClock) -> Identity:
    return open_identity_file(made.file(f"{short}.p12"), PASSPHRASE, clock)


def practice() -> Agreement:
    return content_of(resource("practice", "agreement.json"))


# From a file


@pytest.mark.parametrize("name", ["agreement.json", "blank.pdf", "one.pdf", "both.pdf"])
def test_an_agreement_from_json_or_a_document_is_the_identical_one(
    empty: Workbench, prepared: Prepared, tmp_path: Path, name: str
) -> None:
    source = prepared.file(name)
    if name == "agreement.json":
        source = tmp_path / name
        source.write_bytes(canonical(practice()))
    agreement = empty.shelf.create_from(content_of(source))
    assert canonical(empty.drafting.read(agreement).agreement) == canonical(practice())


def test_an_agreement_from_a_bundle_is_its_draft(empty: Workbench, bench: Workbench, prepared: Prepared) -> None:
    agreement = empty.shelf.create_from(content_of(prepared.file("bundle.slaw")))
    assert agreement != prepared.agreement
    assert empty.drafting.read(agreement).agreement == bench.drafting.read(prepared.agreement).agreement


def test_another_title_is_all_that_changes(empty: Workbench, prepared: Prepared) -> None:
    agreement = empty.shelf.create_from(content_of(prepared.file("both.pdf")), "Autumn")
    assert empty.drafting.read(agreement).agreement == dataclasses.replace(practice(), title="Autumn")


@pytest.mark.parametrize("content", [b"%PDF-1.7\nnothing of the kind", b"%PDF-1.4\n%%EOF", b"", b"[]", b"Lead ID\n1\n"])
def test_other_files_carry_no_agreement(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.file"
    path.write_bytes(content)
    with pytest.raises(WorkbenchError):
        content_of(path)


ENVELOPES = [
    b"", b"[]", b"{}", b'{"version": 1}', b"[" * 100_000, b'{"version": {"v": 1}, "hash": NaN}',
]  # fmt: skip


@pytest.mark.parametrize("envelope", ENVELOPES, ids=lambda one: one[:20].decode())
def test_an_envelope_that_is_none_is_refused(envelope: bytes) -> None:
    with pytest.raises(DamagedError):
        read_envelope({ENVELOPE_FILE: envelope})


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("message", "\ud800"), ("seq", 2**60), ("seq", -1), ("seq", True), ("at", "soon"), ("kind", "other"), ("v", 2),
        ("at", "0001-01-01T00:00:00+23:59"), ("parents", "abc"), ("parents", [1]), ("author", None),
        ("doc_schema", "1"),
    ],
)  # fmt: skip
def test_an_envelope_no_program_of_ours_wrote_is_refused(
    bench: Workbench, prepared: Prepared, key: str, value: object
) -> None:
    header = bench.versions.header(prepared.agreement, 1)
    version = header.as_json() | {key: value}
    whole = {"version": version, "hash": header.hash, "language": "en", "paper": "A4", "renderer": "x"}
    with pytest.raises(DamagedError):
        read_envelope({ENVELOPE_FILE: json.dumps(whole).encode()})


# Signing


def test_a_role_signs_once(bench: Workbench, prepared: Prepared, clock: FixedClock) -> None:
    with pytest.raises(NotAllowedError, match="Sales lead has signed this document already"):
        bench.signing.sign(prepared.file("both.pdf").read_bytes(), "sales LEAD", identity(prepared, "femke", clock))


def test_a_document_whose_pages_were_changed_is_not_signed(
    bench: Workbench, prepared: Prepared, clock: FixedClock, tmp_path: Path
) -> None:
    """The form and the data are ours, the pages say something else: nobody shall sign that."""
    import pikepdf

    changed = tmp_path / "changed.pdf"
    with pikepdf.open(prepared.file("blank.pdf")) as document:
        page = document.pages[5]
        page.contents_add(document.make_stream(b"q 1 0 0 1 72 72 cm 0 0 200 40 re f Q"))
        document.save(changed)
    data = changed.read_bytes()
    assert verify_document(data, clock=clock, library=None).verdict == "unverifiable"
    with pytest.raises(DamagedError, match="is not signed, because it is unverifiable"):
        bench.signing.sign(data, "Marketing lead", identity(prepared, "marta", clock))


def test_a_version_with_open_issues_is_not_for_signature(
    bench: Workbench, prepared: Prepared, clock: FixedClock, tmp_path: Path
) -> None:
    saved = bench.versions.save(prepared.other, "Half done")
    assert saved.blocking
    assert saved.header.kind == "saved"
    bench.publishing.pdf(prepared.other, tmp_path / "a.pdf")
    with pytest.raises(NotAllowedError, match="not for signature"):
        bench.signing.sign((tmp_path / "a.pdf").read_bytes(), "Marketing lead", identity(prepared, "marta", clock))


def test_a_version_that_only_says_it_is_for_signature_is_not_signed(
    bench: Workbench, prepared: Prepared, clock: FixedClock, tmp_path: Path
) -> None:
    """A bundle of a forged kind: no document with places to sign, no scan, no signature in one made elsewhere."""
    draft = dataclasses.replace(practice(), teams=dataclasses.replace(practice().teams, company=""))
    data, forged = canonical(draft), "00000000-0000-4000-8000-000000000001"
    header = VersionHeader(forged, 1, (), content_hash(data), draft.format, "for_signature", "x", "m", clock.now())
    bundle = Bundle(forged, "Forged", header.hash, ((header, data),), data)
    (tmp_path / "forged.slaw").write_bytes(bundle_bytes(bundle))
    bench.exchange.open(tmp_path / "forged.slaw")
    scan = prepared.file("blank.pdf").read_bytes()
    role = "Marketing lead"
    made = render_version(draft, header, "en").data
    for refused in (
        lambda: bench.publishing.pdf_bytes(forged),
        lambda: bench.past.file(forged, 1),
        lambda: bench.paper.record(forged, 1, scan, [PaperSigner(role, clock.now().date())]),
        lambda: bench.signing.sign(made, role, identity(prepared, "marta", clock)),
    ):
        with pytest.raises(NotAllowedError, match=r"says that it is for signature, but \d+ issues? stands? against it"):
            refused()


def test_signers_sign_in_the_order_of_their_groups(
    bench: Workbench, prepared: Prepared, clock: FixedClock, tmp_path: Path
) -> None:
    """Sales waits for marketing; the sponsor, who is optional, waits for both, and nobody waits for him."""
    signers = [
        {"key": "marketing", "person": "marta", "role": "Marketing lead", "team": "marketing", "group": 1},
        {"key": "sales", "person": "femke", "role": "Sales lead", "team": "sales", "group": 2},
        {"key": "sponsor", "person": "renata", "role": "Sponsor", "team": "both", "group": 1, "optional": True},
        {"key": "last", "person": "samir", "role": "Facilitator", "team": "both", "group": 3, "optional": True},
    ]
    bench.drafting.set(prepared.agreement, "sign_off.signers", signers)
    bench.versions.save(prepared.agreement, "With an order")
    bench.publishing.pdf(prepared.agreement, tmp_path / "a.pdf")
    data = (tmp_path / "a.pdf").read_bytes()
    with pytest.raises(NotAllowedError, match=r"Sales lead signs after Marketing lead\."):
        bench.signing.sign(data, "Sales lead", identity(prepared, "femke", clock))
    with pytest.raises(NotAllowedError, match=r"Facilitator signs after Marketing lead, Sales lead\."):
        bench.signing.sign(data, "Facilitator", identity(prepared, "femke", clock))
    data = bench.signing.sign(data, "Marketing lead", identity(prepared, "marta", clock)).data
    clock.advance(minutes=1)
    assert bench.signing.sign(data, "Sales lead", identity(prepared, "femke", clock)).role == "Sales lead"


# Receiving


def test_a_copy_with_one_signature_is_taken_in_and_the_second_completes_it(
    empty: Workbench, prepared: Prepared
) -> None:
    empty.exchange.open(prepared.file("bundle.slaw"))
    first = empty.signing.receive(prepared.agreement, prepared.file("one.pdf").read_bytes())
    assert (first.verdict, first.missing) == ("incomplete", ("Sales lead",))
    assert empty.shelf.one(prepared.agreement).standing == "for_signature"
    both = prepared.file("both.pdf").read_bytes()
    assert empty.signing.receive(prepared.agreement, both).verdict == "valid"
    assert empty.shelf.one(prepared.agreement).standing == "in_force"
    assert empty.past.file(prepared.agreement, 1).signed == both


def test_receiving_the_same_copy_again_changes_nothing(bench: Workbench, prepared: Prepared) -> None:
    before = bench.shelf.one(prepared.agreement)
    bench.signing.receive(prepared.agreement, prepared.file("both.pdf").read_bytes())
    assert bench.shelf.one(prepared.agreement).standing == before.standing
    assert bench.keeping.examine().ok


@pytest.mark.parametrize(("name", "why"), [("blank.pdf", "unsigned"), ("bundle.slaw", "broken|unverifiable")])
def test_a_copy_nobody_signed_is_refused(bench: Workbench, prepared: Prepared, name: str, why: str) -> None:
    with pytest.raises(NotAllowedError, match=why):
        bench.signing.receive(prepared.agreement, prepared.file(name).read_bytes())


def test_a_copy_of_another_agreement_is_refused(bench: Workbench, prepared: Prepared) -> None:
    with pytest.raises(NotAllowedError, match="of another agreement"):
        bench.signing.receive(prepared.other, prepared.file("both.pdf").read_bytes())


def test_a_copy_of_a_version_that_is_not_kept_here_is_refused(
    empty: Workbench, prepared: Prepared, clock: FixedClock
) -> None:
    """Somebody made an agreement of the same id, with the same words: what was signed is not the version kept here."""
    empty.shelf.create_from(practice(), agreement=prepared.agreement)
    clock.advance(hours=1)
    empty.versions.save(prepared.agreement, "As agreed in the room")
    answer = empty.signing.verify(prepared.file("both.pdf").read_bytes())
    assert (answer.verdict, answer.stored) == ("valid", "different")
    with pytest.raises(ConflictError, match="not the version 1 kept here"):
        empty.signing.receive(prepared.agreement, prepared.file("both.pdf").read_bytes())


def test_in_a_library_that_knows_nothing_of_it_a_document_is_valid_and_unknown(
    empty: Workbench, prepared: Prepared
) -> None:
    answer = empty.signing.verify(prepared.file("both.pdf").read_bytes())
    assert (answer.verdict, answer.stored, answer.rendering) == ("valid", "unknown", "same")


@pytest.fixture
def other_words(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Another version of the program, whose sentences are others."""
    monkeypatch.setitem(sentences.SENTENCE, "response", sentences.SENTENCE["response"] + " At once.")
    wording_digest.cache_clear()
    yield
    monkeypatch.undo()
    wording_digest.cache_clear()


@pytest.mark.usefixtures("other_words")
def test_a_document_stays_valid_when_the_programs_words_have_changed_since_and_that_is_said(
    bench: Workbench, prepared: Prepared
) -> None:
    answer = bench.signing.verify(prepared.file("both.pdf").read_bytes())
    assert (answer.verdict, answer.stored, answer.rendering) == ("valid", "same", "older_renderer")
    assert answer.reasons == ((NOT_COMPARED, ()),)
    integrity = FourAnswers(answer, language(), str).integrity()
    assert (integrity.answer, integrity.tone) == ("Unchanged since signature 2", "idle")
    assert "could not be compared" in integrity.more


@pytest.mark.usefixtures("other_words")
def test_nobody_signs_first_what_cannot_be_compared(bench: Workbench, prepared: Prepared, clock: FixedClock) -> None:
    with pytest.raises(NotAllowedError, match="cannot be compared with the agreement inside"):
        bench.signing.sign(
            prepared.file("blank.pdf").read_bytes(), "Marketing lead", identity(prepared, "marta", clock)
        )
    signed = bench.signing.sign(prepared.file("one.pdf").read_bytes(), "Sales lead", identity(prepared, "femke", clock))
    assert verify_document(signed.data, clock=clock, library=None).verdict == "valid"


@pytest.mark.parametrize("code", ["xx", "../../../locale", "/elsewhere"])
def test_a_language_the_program_has_not_is_no_place_to_look_for_one(
    prepared: Prepared, clock: FixedClock, code: str
) -> None:
    files = {one.name: one for one in verify_pdf(prepared.file("blank.pdf").read_bytes(), clock=clock).attachments}
    named = dataclasses.replace(read_envelope({ENVELOPE_FILE: files[ENVELOPE_FILE].data}), language=code)
    content = read_agreement(files[AGREEMENT_FILE].data)
    composed = compose_agreement(content, named.header, language(), "A4", None)
    inside = (
        Attachment(AGREEMENT_FILE, files[AGREEMENT_FILE].data, "application/json", "Source", "the agreement"),
        Attachment(ENVELOPE_FILE, named.data(), "application/json", "Data", "the version"),
    )
    answer = verify_document(render(composed, inside, with_fields=True).data, clock=clock, library=None)
    assert (answer.verdict, answer.rendering) == ("unverifiable", "different")


def test_somebody_who_signs_with_another_key_than_before_is_reported(
    bench: Workbench, prepared: Prepared, clock: FixedClock, tmp_path: Path
) -> None:
    make_identity("Marta Lindgren", "marta@brackwald.example", PASSPHRASE, tmp_path / "new.p12", clock)
    data = bench.publishing.pdf_bytes(prepared.agreement, 2)[0]
    new = open_identity_file(tmp_path / "new.p12", PASSPHRASE, clock)
    assert bench.signing.knows_another_key("Marketing lead", "marta@brackwald.example", new.fingerprint)
    signed = bench.signing.sign(data, "Marketing lead", new).data
    answer = bench.signing.verify(signed)
    assert answer.verdict == "unverifiable"
    assert [seen.key for seen in answer.signers] == ["changed"]
    assert any("Marta Lindgren" in one and "key" in one for one in answer.sentences(language()))
    with pytest.raises(NotAllowedError, match=r"another key|other key"):
        bench.signing.receive(prepared.agreement, signed)


def test_the_same_key_is_known_again(bench: Workbench, prepared: Prepared) -> None:
    answer = bench.signing.verify(prepared.file("both.pdf").read_bytes())
    assert {seen.key for seen in answer.signers} == {"pinned"}


def test_pyhankos_judge_agrees_about_what_this_program_signs(prepared: Prepared, clock: FixedClock) -> None:
    """It is not asked where the pages are our own; here it is, because nobody says that they are."""
    found = verify_pdf(prepared.file("both.pdf").read_bytes(), clock=clock)
    assert (found.verdict, found.findings) == ("valid", ())


@pytest.mark.poppler
@pytest.mark.skipif(not (shutil.which("mutool") and shutil.which("qpdf")), reason="needs mutool and qpdf")
@pytest.mark.parametrize(("name", "count"), [("one.pdf", 1), ("both.pdf", 2)])
def test_three_other_programs_agree_about_what_was_signed(name: str, count: int, prepared: Prepared) -> None:
    def said(*words: str) -> str:
        command = [*words, str(prepared.file(name))]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    pdfsig = said("pdfsig", "-nocert")
    assert pdfsig.count("Signature Validation: Signature is Valid.") == count
    assert pdfsig.count("Total document signed") == 1
    mutool = said("mutool", "sign", "-v")
    assert mutool.count("The document is unchanged since signing.") == 1
    assert mutool.count("The signature is valid but there have been edits since signing.") == count - 1
    assert "No syntax or stream encoding errors found" in said("qpdf", "--check")


def test_a_signature_that_cannot_be_read_is_named_by_its_role(bench: Workbench, prepared: Prepared) -> None:
    answer = bench.signing.verify(prepared.file("both.pdf").read_bytes()[:-1])
    assert answer.verdict == "broken"
    assert "The signature for Sales lead does not cover the document." in answer.sentences(language())
