from __future__ import annotations

import dataclasses
import datetime as dt
import io
import itertools
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from workbench.base.clock import FixedClock
from workbench.base.errors import DamagedError, NotAllowedError, NotFoundError
from workbench.signing.sign import sign_pdf
from workbench.signing.spots import signature_spots
from workbench.signing.verify import verify_pdf

if TYPE_CHECKING:
    from tests.signing.conftest import Person

Signed = tuple[bytes, bytes, bytes, bytes]


def signed(data: bytes, field: str, person: Person, clock: FixedClock, **more: Any) -> bytes:
    return sign_pdf(data, field=field, identity=person.identity, appearance=None, clock=clock, reason="I agree", **more)


def test_signing_only_adds(signed_by: Signed) -> None:
    for before, after in itertools.pairwise(signed_by):
        assert after.startswith(before)
        assert len(after) > len(before)


@pytest.mark.poppler
@pytest.mark.parametrize("count", [1, 2, 3])
def test_pdfsig_finds_every_signature_valid(count: int, signed_by: Signed, tmp_path: Path) -> None:
    file = tmp_path / "signed.pdf"
    file.write_bytes(signed_by[count])
    said = subprocess.run(["pdfsig", "-nocert", file], capture_output=True, text=True, check=True).stdout
    assert said.count("Signature Validation: Signature is Valid.") == count
    assert said.count("Total document signed") == 1
    assert said.count("Signature Type: ETSI.CAdES.detached") == count
    assert said.count("The signature form field is not signed.") == 3 - count
    assert re.findall(r"Field Name: (\w+)", said) == ["k1", "k2", "k3"]
    assert "Common Name: Zoë Müller" in said


@pytest.mark.skipif(shutil.which("mutool") is None, reason="needs MuPDF's mutool")
@pytest.mark.parametrize("count", [1, 2, 3])
def test_mutool_agrees(count: int, signed_by: Signed, tmp_path: Path) -> None:
    file = tmp_path / "signed.pdf"
    file.write_bytes(signed_by[count])
    said = subprocess.run(["mutool", "sign", "-v", file], capture_output=True, text=True, check=True).stdout
    assert said.count("Signature is not signed.") == 3 - count
    assert said.count("The document is unchanged since signing.") == 1
    assert said.count("The signature is valid but there have been edits since signing.") == count - 1
    assert said.count("Self-signed certificate.") == count


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="needs qpdf")
@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_qpdf_finds_nothing_wrong_with_the_structure(count: int, signed_by: Signed, tmp_path: Path) -> None:
    file = tmp_path / "signed.pdf"
    file.write_bytes(signed_by[count])
    said = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=True)  # 3 where it warns
    assert "No syntax or stream encoding errors found" in said.stdout
    assert said.stderr == ""


@pytest.mark.parametrize(("count", "verdict"), [(0, "unsigned"), (1, "incomplete"), (2, "valid"), (3, "valid")])
def test_our_own_verdict(count: int, verdict: str, signed_by: Signed, clock: FixedClock) -> None:
    answer = verify_pdf(signed_by[count], clock=clock)
    assert (answer.verdict, answer.findings, len(answer.signatures)) == (verdict, (), count)
    assert all(signature.intact for signature in answer.signatures)


def test_the_first_certifies_and_permits_only_form_filling(signed_by: Signed) -> None:
    pdf = pikepdf.open(io.BytesIO(signed_by[3]))
    values = [field.V for field in pdf.Root.AcroForm.Fields]
    assert pdf.Root.Perms.DocMDP == values[0]
    assert values[0].Reference[0].TransformParams.P == 2
    assert all("/Reference" not in value for value in values[1:])
    assert {str(value.SubFilter) for value in values} == {"/ETSI.CAdES.detached"}


def test_the_documents_properties_stay_as_they_were_made(signed_by: Signed) -> None:
    before, after = (pikepdf.open(io.BytesIO(data)) for data in (signed_by[0], signed_by[3]))
    assert {key: str(value) for key, value in before.docinfo.items()} == {
        key: str(value) for key, value in after.docinfo.items()
    }
    assert before.Root.Metadata.read_bytes() == after.Root.Metadata.read_bytes()
    assert "/Version" not in after.Root  # PDF/A-3 is PDF 1.7


def test_name_time_and_statement_are_in_the_document(
    base: bytes, people: tuple[Person, ...], clock: FixedClock
) -> None:
    moment = FixedClock(dt.datetime(2026, 12, 24, 17, 5, 6, tzinfo=dt.timezone(dt.timedelta(hours=-3))))
    data = signed(base, "k2", people[0], moment, location="  São\n Paulo ")
    pdf = pikepdf.open(io.BytesIO(data))
    value = pdf.Root.AcroForm.Fields[1].V
    assert (str(value.Name), str(value.Reason), str(value.Location)) == ("Zoë Müller", "I agree", "São Paulo")
    (signature,) = verify_pdf(data, clock=clock).signatures
    assert signature.signed_at == moment.now()
    assert (signature.field_name, signature.role, signature.reason) == ("k2", "Sales lead", "I agree")


def test_the_card_is_drawn_in_the_place(signed_by: Signed) -> None:
    pdf = pikepdf.open(io.BytesIO(signed_by[1]))
    first, second, _ = pdf.Root.AcroForm.Fields
    card = first.AP.N
    assert card.Subtype == pikepdf.Name.Form
    assert [float(side) for side in card.BBox] == [0, 0, 300, 90]
    assert b"Tj" in card.read_bytes()
    assert b"Tj" not in second.AP.N.read_bytes()


def test_without_a_card_the_place_keeps_its_look(base: bytes, people: tuple[Person, ...], clock: FixedClock) -> None:
    data = signed(base, "k1", people[0], clock)
    pdf = pikepdf.open(io.BytesIO(data))
    assert pdf.Root.AcroForm.Fields[0].AP.N.read_bytes() == b" "
    assert verify_pdf(data, clock=clock, required=["k1"]).verdict == "valid"


def test_identities_from_other_makers_sign_too(base: bytes, clock: FixedClock, issued: Person) -> None:
    data = signed(base, "k1", issued, clock)
    answer = verify_pdf(data, clock=clock, required=["k1"])
    assert answer.verdict == "valid"
    assert str(answer.signatures[0].identity) == "issued by Example Authority, not checked here"


@pytest.mark.parametrize("number", [0, 1, 2])
def test_no_such_place(number: int, signed_by: Signed, people: tuple[Person, ...], clock: FixedClock) -> None:
    with pytest.raises(NotFoundError, match="no place to sign called k9"):
        signed(signed_by[number], "k9", people[3], clock)


def test_a_place_is_signed_once(signed_by: Signed, people: tuple[Person, ...], clock: FixedClock) -> None:
    with pytest.raises(NotAllowedError, match="Marketing lead is already signed"):
        signed(signed_by[1], "k1", people[1], clock)


def test_a_key_signs_once(signed_by: Signed, people: tuple[Person, ...], clock: FixedClock) -> None:
    with pytest.raises(NotAllowedError, match="Zoë Müller has already signed"):
        signed(signed_by[1], "k2", people[0], clock)


def test_an_expired_identity_does_not_sign(base: bytes, people: tuple[Person, ...], clock: FixedClock) -> None:
    with pytest.raises(NotAllowedError, match="expired"):
        signed(base, "k1", people[0], FixedClock(clock.now() + dt.timedelta(days=366 * 5)))


def test_a_changed_document_is_not_signed(signed_by: Signed, people: tuple[Person, ...], clock: FixedClock) -> None:
    spoiled = bytearray(signed_by[1])
    spoiled[spoiled.index(b"Service level") + 3] ^= 1  # in the XMP
    with pytest.raises(DamagedError, match=r"cannot be signed.*was changed after Marketing lead signed"):
        signed(bytes(spoiled), "k2", people[1], clock)
    with pytest.raises(DamagedError, match="cannot be signed"):
        signed(signed_by[1] + b"\n", "k2", people[1], clock)


def test_other_documents_are_not_signed(
    make_document: Callable[..., bytes], people: tuple[Person, ...], clock: FixedClock
) -> None:
    for data, said in (
        (b"not a PDF", "does not begin as a PDF"),
        (b"%PDF-1.7\nnonsense", "cannot be read strictly"),
        (make_document(agreement=None), "no agreement of SLA Workbench"),
        (make_document(text_field=True), "form fields other than"),
    ):
        with pytest.raises(DamagedError, match=said):
            signed(data, "k1", people[0], clock)
    with pytest.raises(NotFoundError):
        signed(make_document(fields=()), "k1", people[0], clock)


def test_what_was_verified_before_counts_for_those_very_bytes_alone(
    signed_by: Signed, people: tuple[Person, ...], clock: FixedClock
) -> None:
    known = verify_pdf(signed_by[1], clock=clock)
    assert known.verdict == "incomplete"
    again = signed(signed_by[1], "k2", people[1], clock, verified=known)
    assert verify_pdf(again, clock=clock, required=("k1", "k2")).verdict == "valid"
    with pytest.raises(DamagedError, match="does not verify"):
        signed(signed_by[1] + b"\n", "k2", people[1], clock, verified=known)


def test_a_card_that_is_no_pdf_is_refused(base: bytes, people: tuple[Person, ...], clock: FixedClock) -> None:
    with pytest.raises(DamagedError, match="could not be written"):
        sign_pdf(base, field="k1", identity=people[0].identity, appearance=b"png?", clock=clock, reason="")


def test_a_signature_that_does_not_verify_is_not_handed_out(
    base: bytes, people: tuple[Person, ...], clock: FixedClock
) -> None:
    mixed = dataclasses.replace(people[0].identity, private_key=people[1].identity.private_key)
    with pytest.raises(DamagedError, match="just made does not verify"):
        sign_pdf(base, field="k1", identity=mixed, appearance=None, clock=clock, reason="")


def test_long_statements_are_refused(base: bytes, people: tuple[Person, ...], clock: FixedClock) -> None:
    with pytest.raises(NotAllowedError, match="at most 200"):
        sign_pdf(base, field="k1", identity=people[0].identity, appearance=None, clock=clock, reason="x" * 201)


def test_the_places_to_sign(signed_by: Signed, make_document: Callable[..., bytes]) -> None:
    spots = signature_spots(signed_by[1])
    assert [(spot.field_name, spot.role, spot.required, spot.signed) for spot in spots] == [
        ("k1", "Marketing lead", True, True),
        ("k2", "Sales lead", True, False),
        ("k3", "Executive sponsor", False, False),
    ]
    assert {(spot.width, spot.height) for spot in spots} == {(300.0, 90.0)}
    assert signature_spots(make_document(fields=())) == ()
    with pytest.raises(DamagedError):
        signature_spots(b"%PDF-1.7\n")
