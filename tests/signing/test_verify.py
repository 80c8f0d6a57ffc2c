from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import logging
import random
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from workbench.base.clock import FixedClock
from workbench.base.errors import DamagedError
from workbench.base.language import language
from workbench.signing.sign import sign_pdf
from workbench.signing.verify import verify_pdf

if TYPE_CHECKING:
    from tests.signing.conftest import Person

Signed = tuple[bytes, bytes, bytes, bytes]
ROOT = Path(__file__).resolve().parents[2]


def test_what_is_answered_in_json(signed_by: Signed, people: tuple[Person, ...], clock: FixedClock) -> None:
    document = json.loads(json.dumps(verify_pdf(signed_by[2], clock=clock).document(language())))
    assert document == {
        "verdict": "valid",
        "reasons": [],
        "signatures": [
            {
                "role": role,
                "name": person.name,
                "email": person.email,
                "fingerprint": person.identity.fingerprint,
                "signed_at": "2026-11-21T12:00:00+00:00",
                "intact": True,
                "identity": "self-issued",
                "time": "signer's clock",
                "reason": "I agree to this agreement",
            }
            for role, person in zip(("Marketing lead", "Sales lead"), people, strict=False)
        ],
    }


def test_the_base_is_handed_out_for_comparison_with_a_fresh_rendering(signed_by: Signed, clock: FixedClock) -> None:
    for data in signed_by:
        assert verify_pdf(data, clock=clock).base == signed_by[0]


def test_the_embedded_files_are_those_of_the_base(signed_by: Signed, clock: FixedClock) -> None:
    answer = verify_pdf(signed_by[2], clock=clock)
    assert [(file.name, file.media_type, file.relationship) for file in answer.attachments] == [
        ("agreement.json", "application/json", "Source"),
        ("tracker.xlsx", "application/vnd.ms-excel", "Supplement"),
    ]
    assert answer.agreement is not None
    assert answer.agreement.data == b'{"format":1,"title":"Service level agreement"}'
    assert answer.attachments[1].data == b"PK\x03\x04 a spreadsheet"
    assert answer.sha256 == hashlib.sha256(signed_by[2]).hexdigest()


@pytest.mark.parametrize(
    ("count", "required", "verdict", "missing"),
    [
        (1, None, "incomplete", ["Sales lead"]),
        (2, None, "valid", []),
        (2, ["k1", "k2", "k3"], "incomplete", ["k3"]),
        (2, ["Marketing lead", "executive SPONSOR"], "incomplete", ["executive SPONSOR"]),
        (3, ["k1", "k2", "k3"], "valid", []),
        (2, ["Chief executive"], "incomplete", ["Chief executive"]),
        (1, [], "valid", []),
        (0, [], "unsigned", []),
    ],
)
def test_who_has_to_sign_is_said_by_the_agreement_else_by_the_document(
    count: int, required: list[str] | None, verdict: str, missing: list[str], signed_by: Signed, clock: FixedClock
) -> None:
    answer = verify_pdf(signed_by[count], clock=clock, required=required)
    assert (answer.verdict, list(answer.missing)) == (verdict, missing)
    for role in missing:
        assert f"The signature for {role} is missing." in answer.reasons(language())


def test_a_document_that_marks_nobody_requires_everybody(
    make_document: Callable[..., bytes], people: tuple[Person, ...], clock: FixedClock
) -> None:
    data = sign_pdf(
        make_document(optional=("k1", "k2", "k3")),
        field="k1",
        identity=people[0].identity,
        appearance=None,
        clock=clock,
        reason="",
    )
    assert verify_pdf(data, clock=clock).missing == ("Sales lead", "Executive sponsor")


def test_nobody_has_signed(base: bytes, make_document: Callable[..., bytes], clock: FixedClock) -> None:
    for data in (base, make_document(fields=()), make_document(agreement=None)):
        answer = verify_pdf(data, clock=clock)
        assert (answer.verdict, answer.signatures) == ("unsigned", ())
        assert "Nobody has signed." in answer.reasons(language())


def test_a_certificate_that_expired_since_is_said_to_have(signed_by: Signed, clock: FixedClock) -> None:
    later = FixedClock(clock.now() + dt.timedelta(days=366 * 6))
    answer = verify_pdf(signed_by[2], clock=later)
    assert answer.verdict == "valid"
    assert str(answer.signatures[0].identity) == "self-issued, expired on 2031-11-21 after signing"


def test_two_agreements_in_one_document_are_none(base: bytes, clock: FixedClock) -> None:
    pdf = pikepdf.open(io.BytesIO(base))
    pdf.Root.Names.EmbeddedFiles.Names[3].AFRelationship = pikepdf.Name.Source
    pdf.Root.Names.EmbeddedFiles.Names[3].EF.F.Subtype = pikepdf.Name("/application/json")
    written = io.BytesIO()
    pdf.save(written, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    answer = verify_pdf(written.getvalue(), clock=clock)
    assert sum(file.is_agreement for file in answer.attachments) == 2
    assert answer.agreement is None


def test_nothing_is_fetched(signed_by: Signed, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("the network was used")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    assert verify_pdf(signed_by[3], clock=clock).verdict == "valid"


def test_nothing_is_logged(signed_by: Signed, clock: FixedClock, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    spoiled = bytearray(signed_by[2])
    spoiled[spoiled.index(b"Service level")] ^= 1
    verify_pdf(bytes(spoiled), clock=clock)
    verify_pdf(signed_by[2] + b"\n", clock=clock)
    verify_pdf(signed_by[2][:5000], clock=clock)
    assert [record for record in caplog.records if record.name.startswith("pyhanko")] == []


def test_the_heavy_libraries_wait_until_they_are_needed() -> None:
    modules = "sign verify identities vault spots report pins private_file holder findings wording der"
    program = (
        f"import importlib, sys\n"
        f"for name in {modules.split()!r}: importlib.import_module('workbench.signing.' + name)\n"
        f"print(sorted(n for n in ('pyhanko', 'cryptography', 'asn1crypto', 'lxml', 'aiohttp') if n in sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_only_the_libraries_named_are_used() -> None:
    sources = [path.read_text("utf-8") for path in (ROOT / "workbench" / "signing").glob("*.py")]
    foreign = [f"{word} {name}" for word in ("import", "from") for name in ("pikepdf", "reportlab")]
    assert [found for found in foreign if any(found in text for text in sources)] == []


def failures() -> list[type[BaseException]]:
    from workbench.signing.door import FAILURES

    return [*FAILURES, RecursionError, KeyError, IndexError, UnicodeDecodeError, NotImplementedError, OverflowError]


@pytest.mark.parametrize("kind", failures(), ids=lambda kind: kind.__name__)
def test_whatever_the_libraries_raise_is_not_verified(
    kind: type[BaseException], signed_by: Signed, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workbench.signing import door

    def raising(*_: Any, **__: Any) -> None:
        raise kind.__new__(kind)

    monkeypatch.setattr(door, "PdfFileReader", raising)
    answer = verify_pdf(signed_by[2], clock=clock)
    assert answer.verdict == "unverifiable"
    assert answer.reasons(language()) == ["The file cannot be read strictly, so it cannot be verified here."]


def test_endless_nesting_and_unpacking(base: bytes, clock: FixedClock) -> None:
    nested = b"[" * 100_000 + b"]" * 100_000
    offset = 9
    table = b"xref\n0 2\n0000000000 65535 f \n%010d 00000 n \n" % offset
    body = b"%PDF-1.7\n" + b"1 0 obj\n" + nested + b"\nendobj\n"
    deep = body + table + b"trailer\n<</Size 2 /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(body)
    assert verify_pdf(deep, clock=clock).verdict == "unverifiable"

    pdf = pikepdf.open(io.BytesIO(base))
    pdf.Root.Names.EmbeddedFiles.Names[1].EF.F.write(bytes(80 << 20))
    bomb = io.BytesIO()
    pdf.save(bomb, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert len(bomb.getvalue()) < 1 << 20
    assert verify_pdf(bomb.getvalue(), clock=clock).verdict == "unverifiable"


def seed_values(place: Any) -> None:
    place.SV = pikepdf.Dictionary(TimeStamp=pikepdf.Dictionary(URL=pikepdf.String("http://time.example.com"), Ff=1))


def children(place: Any) -> None:
    place.Kids = pikepdf.Array()


def no_name(place: Any) -> None:
    del place.T


def another_name(place: Any) -> None:
    place.T = pikepdf.String("k2")


def a_value_inside(place: Any) -> None:
    place.V = pikepdf.Dictionary(Type=pikepdf.Name.Sig)


@pytest.mark.parametrize("change", [seed_values, children, no_name, another_name, a_value_inside])
def test_places_of_another_maker_are_not_judged(
    change: Callable[[Any], None], base: bytes, people: tuple[Person, ...], clock: FixedClock
) -> None:
    pdf = pikepdf.open(io.BytesIO(base))
    change(pdf.Root.AcroForm.Fields[0])
    written = io.BytesIO()
    pdf.save(written, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    answer = verify_pdf(written.getvalue(), clock=clock)
    assert answer.verdict == "unverifiable"
    assert "form fields other than plain places to sign" in str(answer.findings[0].said)
    with pytest.raises(DamagedError):
        sign_pdf(written.getvalue(), field="k1", identity=people[0].identity, appearance=None, clock=clock, reason="")


def test_what_strangers_wrote_cannot_command_a_terminal_or_turn_a_line(
    make_document: Callable[..., bytes], people: tuple[Person, ...], clock: FixedClock
) -> None:
    data = sign_pdf(
        make_document(fields=(("k1", "Boss\x1b[2J\u202egnp\n"),)),
        field="k1",
        identity=people[0].identity,
        appearance=None,
        clock=clock,
        reason="\u202eI agree",
    )
    (signature,) = verify_pdf(data, clock=clock).signatures
    assert signature.role == "Boss\ufffd[2J\ufffdgnp\ufffd"
    assert signature.reason == "\ufffdI agree"


@pytest.mark.parametrize("data", [b"", b"%", b"%PDF-", b"%PDF-1.7\n%%EOF\n", b"PK\x03\x04", b"\x00" * 4096])
def test_files_that_are_no_documents(data: bytes, clock: FixedClock) -> None:
    assert verify_pdf(data, clock=clock).verdict == "unverifiable"


def test_garbled_documents_never_raise_and_are_never_valid(signed_by: Signed, clock: FixedClock) -> None:
    chance = random.Random(7)
    two = signed_by[2]
    for _ in range(150):
        a, b = sorted(chance.sample(range(len(two)), 2))
        garbled = chance.choice(
            [two[:b], two[:a] + two[b:], two[:a] + two[a:b] * 2 + two[b:], two[:a] + chance.randbytes(b - a) + two[b:]]
        )
        assert verify_pdf(garbled, clock=clock).verdict != "valid" or garbled == two
