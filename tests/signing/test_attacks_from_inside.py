"""What a signer with a key of his own can do in the very revision he signs. Each attack first proves that it worked.

The signature of such a revision is right in itself, and any PDF reader says so.
"""

from __future__ import annotations

import datetime as dt
import io
import itertools
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from asn1crypto import cms, keys, x509
from cryptography import x509 as pyca
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from pyhanko.pdf_utils import generic as _generic, writer as _plain_writer
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from workbench.base.clock import FixedClock
from workbench.base.errors import NotAllowedError
from workbench.base.language import language
from workbench.signing.certificates import read_holder
from workbench.signing.identities import Identity, generate_identity, open_identity
from workbench.signing.pins import judge_identity
from workbench.signing.sign import sign_pdf
from workbench.signing.verify import verify_pdf

if TYPE_CHECKING:
    from tests.signing.conftest import Person

Signed = tuple[bytes, bytes, bytes, bytes]
generic: Any = _generic  # typed in part only
_writer: Any = _plain_writer
FORGED = b"BT /F1 12 Tf 50 700 Td (FORGED) Tj ET"
PASSPHRASE = "correct horse battery"


class Update(IncrementalPdfFileWriter):
    """Leaves Info and XMP alone, as the workbench does, so that only the attack itself can be what is seen."""

    def _update_meta(self) -> None:
        return


def pdf_signer(identity: Identity) -> Any:
    store: Any = SimpleCertificateStore
    return SimpleSigner(
        signing_cert=x509.Certificate.load(identity.certificate),
        signing_key=keys.PrivateKeyInfo.load(identity.private_key),
        cert_registry=store(),
    )


def signed(
    data: bytes,
    field: str,
    identity: Identity,
    edit: Callable[[Any], None] | None = None,
    *,
    update: type[IncrementalPdfFileWriter] = Update,
    signer: Any = None,
    timestamper: Any = None,
    moment: dt.datetime = dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC),
    **meta: Any,
) -> bytes:
    """The document signed by pyHanko directly, with an edit in the same revision."""
    writer: Any = update(io.BytesIO(data), strict=True)
    if edit is not None:
        edit(writer)
    settings: dict[str, Any] = {
        "md_algorithm": "sha256",
        "subfilter": SigSeedSubFilter.PADES,
        "certify": b"/ByteRange" not in data,
        "docmdp_permissions": MDPPerm.FILL_FORMS,
    }
    maker: Any = PdfSigner(
        PdfSignatureMetadata(field_name=field, **(settings | meta)),
        signer or pdf_signer(identity),
        timestamper=timestamper,
    )
    begin = maker.init_signing_session

    def at_the_moment(*args: Any, **named: Any) -> Any:
        session = begin(*args, **named)
        session.system_time = moment
        return session

    maker.init_signing_session = at_the_moment
    written = io.BytesIO()
    maker.sign_pdf(writer, existing_fields_only=True, output=written)
    return written.getvalue()


def stream(writer: Any, data: bytes, **entries: Any) -> Any:
    return writer.add_object(generic.StreamObject({pdf_name("/" + k): v for k, v in entries.items()}, data))


def field(writer: Any, number: int) -> Any:
    return writer.root["/AcroForm"]["/Fields"][number]


def box() -> Any:
    return generic.ArrayObject([generic.NumberObject(n) for n in (0, 0, 300, 90)])


def title(writer: Any) -> None:
    info = writer.trailer["/Info"]
    info[pdf_name("/Title")] = pdf_string("Forged title")
    writer.update_container(info)


def xmp(writer: Any) -> None:
    old = writer.root.raw_get("/Metadata")
    text = old.get_object().data.replace(b"Service level", b"Forged level")
    entries = {pdf_name("/Type"): pdf_name("/Metadata"), pdf_name("/Subtype"): pdf_name("/XML")}
    writer.objects[(old.generation, old.idnum)] = generic.StreamObject(entries, text)


def xmp_garbled(writer: Any) -> None:
    old = writer.root.raw_get("/Metadata")
    writer.objects[(old.generation, old.idnum)] = generic.StreamObject(stream_data=b"<x/>")


def xmp_twice(writer: Any) -> None:
    """A second description behind the first, which pyHanko passes over."""
    old = writer.root.raw_get("/Metadata")
    text = old.get_object().data
    start, end = text.index(b"<rdf:RDF"), text.index(b"</rdf:RDF>") + len(b"</rdf:RDF>")
    second = text[start:end].replace(b"Service level", b"Forged level")
    entries = {pdf_name("/Type"): pdf_name("/Metadata"), pdf_name("/Subtype"): pdf_name("/XML")}
    writer.objects[(old.generation, old.idnum)] = generic.StreamObject(entries, text[:end] + second + text[end:])


def page(writer: Any) -> None:
    first = writer.root["/Pages"]["/Kids"][0]
    first["/Contents"] = stream(writer, FORGED)
    writer.update_container(first)


def annotation(writer: Any) -> None:
    look = stream(writer, FORGED, Type=pdf_name("/XObject"), Subtype=pdf_name("/Form"), BBox=box())
    note = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/Stamp"),
            pdf_name("/Rect"): box(),
            pdf_name("/AP"): generic.DictionaryObject({pdf_name("/N"): look}),
        }
    )
    writer.register_annotation(writer.root["/Pages"]["/Kids"].raw_get(0), writer.add_object(note))


def attachment(writer: Any) -> None:
    file = writer.root["/Names"]["/EmbeddedFiles"]["/Names"][1]["/EF"].raw_get("/F")
    entries = {pdf_name("/Type"): pdf_name("/EmbeddedFile"), pdf_name("/Subtype"): pdf_name("/application/json")}
    writer.objects[(file.generation, file.idnum)] = generic.StreamObject(entries, b'{"forged":1}')


def look(number: int) -> Callable[[Any], None]:
    def edit(writer: Any) -> None:
        forged = stream(writer, FORGED, Type=pdf_name("/XObject"), Subtype=pdf_name("/Form"), BBox=box())
        field(writer, number)["/AP"] = generic.DictionaryObject({pdf_name("/N"): forged})
        writer.update_container(field(writer, number))

    return edit


def own_look_in_place(writer: Any) -> None:
    old = field(writer, 1)["/AP"].raw_get("/N")
    entries = {pdf_name("/Type"): pdf_name("/XObject"), pdf_name("/Subtype"): pdf_name("/Form")}
    writer.objects[(old.generation, old.idnum)] = generic.StreamObject(entries | {pdf_name("/BBox"): box()}, FORGED)


def own_place_moved(writer: Any) -> None:
    field(writer, 1)[pdf_name("/Rect")] = generic.ArrayObject([generic.NumberObject(n) for n in (0, 0, 595, 842)])
    writer.update_container(field(writer, 1))


def other_field(key: str, value: Any) -> Callable[[Any], None]:
    def edit(writer: Any) -> None:
        field(writer, 2)[pdf_name(key)] = value
        writer.update_container(field(writer, 2))

    return edit


def catalogue(key: str, value: Callable[[Any], Any]) -> Callable[[Any], None]:
    def edit(writer: Any) -> None:
        writer.root[pdf_name(key)] = value(writer)
        writer.update_root()

    return edit


def action(_writer: Any) -> Any:
    return generic.DictionaryObject({pdf_name("/S"): pdf_name("/JavaScript"), pdf_name("/JS"): pdf_string("1")})


def field_removed(writer: Any) -> None:
    del writer.root["/AcroForm"]["/Fields"][2]
    writer.update_container(writer.root["/AcroForm"])


def field_added(writer: Any) -> None:
    extra = generic.DictionaryObject(
        {
            pdf_name("/FT"): pdf_name("/Sig"),
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/Widget"),
            pdf_name("/T"): pdf_string("k9"),
            pdf_name("/Rect"): box(),
        }
    )
    writer.root["/AcroForm"]["/Fields"].append(writer.add_object(extra))
    writer.update_container(writer.root["/AcroForm"])


def default_look(writer: Any) -> None:
    writer.root["/AcroForm"][pdf_name("/DA")] = pdf_string("/Helv 0 Tf")
    writer.update_container(writer.root["/AcroForm"])


def unused_object(writer: Any) -> None:
    stream(writer, FORGED)


def extension_changed(writer: Any) -> None:
    writer.root["/Extensions"]["/ESIC"]["/ExtensionLevel"] = generic.NumberObject(99)
    writer.update_root()


@dataclass(frozen=True)
class Attack:
    name: str
    edit: Callable[[Any], None]
    worked: Callable[[pikepdf.Pdf], bool]


def forged_page(pdf: pikepdf.Pdf) -> bool:
    return pdf.pages[0].Contents.read_bytes() == FORGED


def forged_look(number: int) -> Callable[[pikepdf.Pdf], bool]:
    return lambda pdf: bool(pdf.Root.AcroForm.Fields[number].AP.N.read_bytes() == FORGED)


def stamped(pdf: pikepdf.Pdf) -> bool:
    return "/Annots" in pdf.pages[0]


def forged_attachment(pdf: pikepdf.Pdf) -> bool:
    return b"forged" in pdf.attachments["agreement.json"].get_file().read_bytes()


def third_field_has(key: str, value: object) -> Callable[[pikepdf.Pdf], bool]:
    return lambda pdf: bool(pdf.Root.AcroForm.Fields[2].get(key) == value)


def root_has(key: str, value: object) -> Callable[[pikepdf.Pdf], bool]:
    return lambda pdf: bool(pdf.Root.get(key) == value)


def no_xmp(pdf: pikepdf.Pdf) -> bool:
    return pdf.Root.Metadata.read_bytes() == b"<x/>"


def new_dictionary(_writer: Any) -> Any:
    return generic.DictionaryObject()


ATTACKS = (
    Attack("title", title, lambda pdf: pdf.docinfo["/Title"] == "Forged title"),
    Attack("title in XMP", xmp, lambda pdf: b"Forged level" in pdf.Root.Metadata.read_bytes()),
    Attack("second XMP", xmp_twice, lambda pdf: b"Forged level" in pdf.Root.Metadata.read_bytes()),
    Attack("page content", page, forged_page),
    Attack("stamp over the page", annotation, stamped),
    Attack("attachment", attachment, forged_attachment),
    Attack("look of somebody else's place", look(2), forged_look(2)),
    Attack("own look written over the old one", own_look_in_place, lambda pdf: FORGED in looks_ever(pdf)),
    Attack("own place over the whole page", own_place_moved, lambda pdf: pdf.Root.AcroForm.Fields[1].Rect[3] == 842),
    Attack("somebody else's role", other_field("/TU", pdf_string("Chief")), third_field_has("/TU", "Chief")),
    Attack("flags of somebody else's place", other_field("/Ff", generic.NumberObject(1)), third_field_has("/Ff", 1)),
    Attack("somebody else's place hidden", other_field("/F", generic.NumberObject(2)), third_field_has("/F", 2)),
    Attack("script", catalogue("/OpenAction", action), lambda pdf: "/OpenAction" in pdf.Root),
    Attack("security store", catalogue("/DSS", lambda writer: stream(writer, b"x")), lambda pdf: "/DSS" in pdf.Root),
    Attack("language", catalogue("/Lang", lambda _writer: pdf_string("de")), root_has("/Lang", "de")),
    Attack("not tagged", catalogue("/MarkInfo", new_dictionary), root_has("/MarkInfo", pikepdf.Dictionary())),
    Attack("version", catalogue("/Version", lambda _: pdf_name("/9.9")), root_has("/Version", pikepdf.Name("/9.9"))),
    Attack("permissions", catalogue("/Perms", new_dictionary), root_has("/Perms", pikepdf.Dictionary())),
    Attack("XMP elsewhere", catalogue("/Metadata", lambda writer: stream(writer, b"<x/>")), no_xmp),
    Attack("XMP that is none", xmp_garbled, no_xmp),
    Attack("field removed", field_removed, lambda pdf: len(pdf.Root.AcroForm.Fields) == 2),
    Attack("field added", field_added, lambda pdf: len(pdf.Root.AcroForm.Fields) == 4),
    Attack("default look", default_look, lambda pdf: "/DA" in pdf.Root.AcroForm),
    Attack("unused object", unused_object, lambda pdf: any(is_forged(held) for held in pdf.objects)),
)  # fmt: skip


def is_forged(held: Any) -> bool:
    return isinstance(held, pikepdf.Stream) and held.read_bytes() == FORGED


def looks_ever(pdf: pikepdf.Pdf) -> list[bytes]:
    return [held.read_bytes() for held in pdf.objects if isinstance(held, pikepdf.Stream)]


def known_base(base: bytes) -> Any:
    """What the services say: the document before its first signature is our own rendering, byte for byte."""

    def ours(found: bytes, _files: object) -> bool:
        assert found == base
        return True

    return ours


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_the_second_signer_cannot_change_anything_else(
    attack: Attack, signed_by: Signed, people: tuple[Person, ...], clock: FixedClock
) -> None:
    plain = signed(signed_by[1], "k2", people[1].identity)
    assert verify_pdf(plain, clock=clock).verdict == "valid"
    hostile = signed(signed_by[1], "k2", people[1].identity, attack.edit)
    assert attack.worked(pikepdf.open(io.BytesIO(hostile)))
    assert not attack.worked(pikepdf.open(io.BytesIO(plain)))
    answer = verify_pdf(hostile, clock=clock)
    assert answer.verdict == "changed", [str(finding.said) for finding in answer.findings]
    assert [signature.intact for signature in answer.signatures] == [False, True]
    assert (
        verify_pdf(hostile, clock=clock, ours=known_base(signed_by[0])).verdict == "changed"
    )  # without pyHanko's judge


@pytest.mark.parametrize("attack", [one for one in ATTACKS if one.name != "permissions"], ids=lambda one: one.name)
def test_the_first_signer_cannot_either(
    attack: Attack, base: bytes, people: tuple[Person, ...], clock: FixedClock
) -> None:
    """No earlier signature is there to be spoiled; the base the agreement is rendered to is what protects it."""
    plain = signed(base, "k2", people[1].identity)
    assert verify_pdf(plain, clock=clock, required=["k2"]).verdict == "valid"
    hostile = signed(base, "k2", people[1].identity, attack.edit)
    assert attack.worked(pikepdf.open(io.BytesIO(hostile)))
    assert not attack.worked(pikepdf.open(io.BytesIO(plain)))
    for ours in (None, known_base(base)):  # with pyHanko's judge and without
        answer = verify_pdf(hostile, clock=clock, required=["k2"], ours=ours)
        assert answer.verdict == "changed", [str(finding.said) for finding in answer.findings]


@pytest.mark.poppler
def test_a_pdf_reader_calls_such_a_document_valid(
    signed_by: Signed, people: tuple[Person, ...], tmp_path: Path
) -> None:
    """Why the verdict of a PDF reader is not enough."""
    file = tmp_path / "hostile.pdf"
    file.write_bytes(signed(signed_by[1], "k2", people[1].identity, page))
    said = subprocess.run(["pdfsig", "-nocert", file], capture_output=True, text=True, check=True).stdout
    assert said.count("Signature is Valid") == 2


def test_what_another_pdf_program_stamps_is_accepted(
    signed_by: Signed, people: tuple[Person, ...], clock: FixedClock
) -> None:
    data = signed(signed_by[1], "k2", people[1].identity, update=IncrementalPdfFileWriter)
    pdf = pikepdf.open(io.BytesIO(data))
    assert "pyHanko" in str(pdf.docinfo["/Producer"])
    assert b"pyHanko" in pdf.Root.Metadata.read_bytes()
    assert verify_pdf(data, clock=clock).verdict == "valid"


def test_a_declared_extension_stays(signed_by: Signed, people: tuple[Person, ...], clock: FixedClock) -> None:
    hostile = signed(signed_by[1], "k2", people[1].identity, extension_changed)
    pdf = pikepdf.open(io.BytesIO(hostile))
    assert pdf.Root.Extensions.ESIC.ExtensionLevel == 99
    assert verify_pdf(hostile, clock=clock).verdict == "changed"


class MorePermissions(Update):
    """Names a second signature, of a kind that grants rights, beside the one that certifies."""

    def _prep_dom_for_writing(self) -> None:
        root: Any = self.root
        root["/Perms"][pdf_name("/UR3")] = root["/Perms"].raw_get("/DocMDP")


class NamedOnly(Update):
    """Enters a signature as the certifying one, although it does not certify."""

    def _prep_dom_for_writing(self) -> None:
        root: Any = self.root
        certifying = root["/AcroForm"]["/Fields"][0].raw_get("/V")
        root[pdf_name("/Perms")] = generic.DictionaryObject({pdf_name("/DocMDP"): certifying})
        self.update_root()  # type: ignore[no-untyped-call]  # pyHanko, see below


class Undated(Update):
    def _prep_dom_for_writing(self) -> None:
        for written in self.objects.values():
            if isinstance(written, dict) and "/ByteRange" in written:
                written.pop("/M", None)


def test_only_the_certifying_signature_is_entered(base: bytes, people: tuple[Person, ...], clock: FixedClock) -> None:
    hostile = signed(base, "k1", people[0].identity, update=MorePermissions)
    pdf = pikepdf.open(io.BytesIO(hostile))
    assert set(pdf.Root.Perms.keys()) == {"/DocMDP", "/UR3"}
    assert verify_pdf(hostile, clock=clock, required=["k1"]).verdict == "changed"


def test_a_signature_that_is_only_called_certifying(base: bytes, people: tuple[Person, ...], clock: FixedClock) -> None:
    hostile = signed(base, "k1", people[0].identity, update=NamedOnly, certify=False)
    pdf = pikepdf.open(io.BytesIO(hostile))
    assert pdf.Root.Perms.DocMDP.objgen == pdf.Root.AcroForm.Fields[0].V.objgen
    assert "/Reference" not in pdf.Root.Perms.DocMDP
    answer = verify_pdf(hostile, clock=clock, required=["k1"])
    assert answer.verdict == "unverifiable"
    assert "does not fix the document" in str(answer.findings[0].said)


def test_a_signature_without_a_date(base: bytes, people: tuple[Person, ...], clock: FixedClock) -> None:
    hostile = signed(base, "k1", people[0].identity, update=Undated)
    pdf = pikepdf.open(io.BytesIO(hostile))
    assert "/M" not in pdf.Root.AcroForm.Fields[0].V
    answer = verify_pdf(hostile, clock=clock, required=["k1"])
    assert answer.verdict == "unverifiable"
    assert "does not say when" in str(answer.findings[0].said)
    assert answer.signatures[0].document(language())["signed_at"] is None


def test_a_weak_key(base: bytes, clock: FixedClock) -> None:
    key = rsa.generate_private_key(65537, 1024)
    name = pyca.Name([pyca.NameAttribute(pyca.NameOID.COMMON_NAME, "Weak")])
    certificate = (
        pyca.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(3)
        .not_valid_before(clock.now() - dt.timedelta(days=1))
        .not_valid_after(clock.now() + dt.timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    encoding, plain = serialization.Encoding.DER, serialization.NoEncryption()
    der = certificate.public_bytes(encoding)
    weak = Identity(read_holder(der), der, (), key.private_bytes(encoding, serialization.PrivateFormat.PKCS8, plain))
    answer = verify_pdf(signed(base, "k1", weak), clock=clock, required=["k1"])
    assert answer.verdict == "broken"
    assert [str(finding.said) for finding in answer.findings] == [
        "The signature for Marketing lead uses a method that is not accepted.",
        "The certificate of Weak is not one for signing documents.",
    ]


def test_one_signature_cannot_fill_two_places(signed_by: Signed, people: tuple[Person, ...], clock: FixedClock) -> None:
    class Twice(Update):
        def _prep_dom_for_writing(self) -> None:
            root: Any = self.root
            fields = root["/AcroForm"]["/Fields"]
            fields[2][pdf_name("/V")] = fields[1].raw_get("/V")
            self.update_container(fields[2])

    hostile = signed(signed_by[1], "k2", people[1].identity, update=Twice)
    pdf = pikepdf.open(io.BytesIO(hostile))
    assert pdf.Root.AcroForm.Fields[1].V.objgen == pdf.Root.AcroForm.Fields[2].V.objgen
    answer = verify_pdf(hostile, clock=clock)
    assert answer.verdict == "broken"
    assert "One signature is used for more than one place." in [str(finding.said) for finding in answer.findings]


def test_one_key_cannot_sign_for_two(signed_by: Signed, people: tuple[Person, ...], clock: FixedClock) -> None:
    hostile = signed(signed_by[1], "k2", people[0].identity)
    first, second = verify_pdf(hostile, clock=clock).signatures
    assert first.certificate == second.certificate
    answer = verify_pdf(hostile, clock=clock)
    assert answer.verdict == "broken"
    assert "one and the same key" in str(answer.findings[0].said)


def test_nor_can_one_key_in_two_certificates(signed_by: Signed, people: tuple[Person, ...], clock: FixedClock) -> None:
    other = recertified(people[0].identity, "Somebody Else", clock)
    assert other.fingerprint != people[0].identity.fingerprint
    assert other.holder.key_fingerprint == people[0].identity.holder.key_fingerprint
    assert verify_pdf(signed(signed_by[1], "k2", other), clock=clock).verdict == "broken"
    with pytest.raises(NotAllowedError, match="already signed"):
        sign_pdf(signed_by[1], field="k2", identity=other, appearance=None, clock=clock, reason="")


def recertified(identity: Identity, name: str, clock: FixedClock, *, authority: Any = None) -> Identity:
    """The same key with a certificate for another name, issued by itself or by an authority."""
    key: Any = serialization.load_der_private_key(identity.private_key, None)
    called = pyca.Name([pyca.NameAttribute(pyca.NameOID.COMMON_NAME, name)])
    issuer = called if authority is None else pyca.Name([pyca.NameAttribute(pyca.NameOID.COMMON_NAME, "Authority")])
    certificate = (
        pyca.CertificateBuilder()
        .subject_name(called)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(99)
        .not_valid_before(clock.now() - dt.timedelta(days=1))
        .not_valid_after(clock.now() + dt.timedelta(days=1))
        .sign(authority or key, hashes.SHA256())
    )
    p12 = serialization.pkcs12.serialize_key_and_certificates(
        b"", key, certificate, None, serialization.BestAvailableEncryption(PASSPHRASE.encode())
    )
    return open_identity(p12, PASSPHRASE, clock)


def gaps(data: bytes) -> list[tuple[int, int]]:
    pdf = pikepdf.open(io.BytesIO(data))
    found = [[int(number) for number in place.V.ByteRange] for place in pdf.Root.AcroForm.Fields if "/V" in place]
    return [(length + 1, behind - 1) for _, length, behind, _ in found]


def repacked(data: bytes, change: Callable[[Any], None], number: int = -1) -> bytes:
    """The document with the message inside a signature changed; its ranges and length stay."""
    start, end = gaps(data)[number]
    held = bytes.fromhex(data[start:end].decode())
    message: Any = cms.ContentInfo.load(held)
    change(message["content"])
    digits = bytes(message.dump(force=True)).hex().upper().encode().ljust(end - start, b"0")
    assert len(digits) == end - start
    return data[:start] + digits + data[end:]


def test_a_certificate_cannot_be_exchanged_for_another_of_the_same_key(
    signed_by: Signed, people: tuple[Person, ...], clock: FixedClock
) -> None:
    """The certificate lies outside the signed bytes; an authority would only have to certify the public key anew."""
    other = recertified(people[1].identity, "Mallory", clock, authority=ec.generate_private_key(ec.SECP256R1()))

    def exchange(content: Any) -> None:
        certificate = x509.Certificate.load(other.certificate)
        content["certificates"] = [certificate]
        content["signer_infos"][0]["sid"] = cms.SignerIdentifier(
            {
                "issuer_and_serial_number": cms.IssuerAndSerialNumber(
                    {"issuer": certificate.issuer, "serial_number": certificate.serial_number}
                )
            }
        )

    hostile = repacked(signed_by[2], exchange)
    start, end = gaps(hostile)[1]
    assert b"Mallory" in bytes.fromhex(hostile[start:end].decode())
    assert verify_pdf(hostile, clock=clock).verdict == "broken"


def unsigned_attribute(content: Any) -> None:
    attributes = cms.CMSAttributes([cms.CMSAttribute({"type": "counter_signature", "values": []})])
    content["signer_infos"][0]["unsigned_attrs"] = attributes


def second_signer(content: Any) -> None:
    content["signer_infos"].append(content["signer_infos"][0].copy())


def no_signer(content: Any) -> None:
    content["signer_infos"] = []


def weak_digest_named(content: Any) -> None:
    content["signer_infos"][0]["digest_algorithm"] = {"algorithm": "sha1"}


def other_version(content: Any) -> None:
    content["version"] = "v3"


def digests_listed_twice(content: Any) -> None:
    content["digest_algorithms"].append({"algorithm": "sha512"})


def revocations_added(content: Any) -> None:
    content["crls"] = []


def content_inside(content: Any) -> None:
    content["encap_content_info"] = {"content_type": "data", "content": b"x"}


@pytest.mark.parametrize(
    "change",
    [
        unsigned_attribute,
        second_signer,
        no_signer,
        weak_digest_named,
        other_version,
        digests_listed_twice,
        revocations_added,
        content_inside,
    ],
)
def test_the_message_that_holds_a_signature_has_one_form(
    change: Callable[[Any], None], signed_by: Signed, clock: FixedClock
) -> None:
    assert verify_pdf(repacked(signed_by[2], lambda _content: None), clock=clock).verdict == "valid"
    hostile = repacked(signed_by[2], change)
    assert hostile != signed_by[2]
    assert verify_pdf(hostile, clock=clock).verdict in {"broken", "unverifiable"}


def test_a_signature_not_bound_to_its_certificate(
    signed_by: Signed, people: tuple[Person, ...], clock: FixedClock
) -> None:
    class Unbound(SimpleSigner):
        async def signed_attrs(self, *args: Any, **named: Any) -> Any:
            made = await super().signed_attrs(*args, **named)
            return cms.CMSAttributes([one for one in made if one["type"].native != "signing_certificate_v2"])

    bound = pdf_signer(people[1].identity)
    unbound = Unbound(bound.signing_cert, bound.signing_key, bound.cert_registry)
    hostile = signed(signed_by[1], "k2", people[1].identity, signer=unbound)
    start, end = gaps(hostile)[1]
    (info,) = cms.ContentInfo.load(bytes.fromhex(hostile[start:end].decode()))["content"]["signer_infos"]
    assert [one["type"].native for one in info["signed_attrs"]] == ["content_type", "message_digest"]
    assert verify_pdf(hostile, clock=clock).verdict == "unverifiable"


class Junk(Update):
    """Writes an object between the objects that no table lists, as a program that repairs files might find it."""

    def _write_objects(self, stream: Any, positions: Any) -> None:
        stream.write(b"4 0 obj\n<</Forged true>>\nendobj\n")
        super()._write_objects(stream, positions)


class JunkBehind(Update):
    def _write_objects(self, stream: Any, positions: Any) -> None:
        super()._write_objects(stream, positions)
        stream.write(b"4 0 obj\n<</Forged true>>\nendobj\n")


class OtherDocument(Update):
    def _populate_trailer(self, trailer: Any) -> None:
        super()._populate_trailer(trailer)  # type: ignore[no-untyped-call]  # pyHanko types only part of itself
        trailer[pdf_name("/Forged")] = generic.BooleanObject(True)


@pytest.mark.parametrize("update", [Junk, JunkBehind, OtherDocument])
def test_nothing_hides_between_the_objects_of_an_update(
    update: type[Update], signed_by: Signed, people: tuple[Person, ...], clock: FixedClock
) -> None:
    hostile = signed(signed_by[1], "k2", people[1].identity, update=update)
    assert b"/Forged true" in hostile[len(signed_by[1]) :]
    answer = verify_pdf(hostile, clock=clock)
    assert answer.verdict == "changed"
    assert "holds bytes that are not part of it" in str(answer.findings[0].said)


def test_an_object_is_listed_once(
    signed_by: Signed, people: tuple[Person, ...], clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two entries for one object: some programs take the first, others the last."""
    honest = _writer.write_xref_table

    def twice(stream: Any, positions: dict[tuple[int, int], int]) -> int:
        begin = int(stream.tell())
        honest(stream, positions)
        last = max(idnum for _, idnum in positions)
        stream.write(b"%d 1\n%010d 00000 n \n" % (last, min(positions.values())))
        stream.write(b"%d 1\n%010d 00000 n \n" % (last, positions[0, last]))
        return begin

    monkeypatch.setattr(_writer, "write_xref_table", twice)
    hostile = signed(signed_by[1], "k2", people[1].identity)
    monkeypatch.undo()
    table = hostile[hostile.rindex(b"\nxref\n") : hostile.rindex(b"trailer")]
    assert table.count(b" n \n") == len(signed_table(signed_by, people)) + 2
    assert verify_pdf(hostile, clock=clock).verdict in {"changed", "unverifiable"}


def signed_table(signed_by: Signed, people: tuple[Person, ...]) -> list[bytes]:
    plain = signed(signed_by[1], "k2", people[1].identity)
    return [line for line in plain[plain.rindex(b"\nxref\n") :].split(b"\n") if line.endswith(b" n ")]


def test_the_first_signature_has_to_fix_the_document(
    base: bytes, people: tuple[Person, ...], clock: FixedClock
) -> None:
    for meta in ({"certify": False}, {"docmdp_permissions": MDPPerm.ANNOTATE}):
        data = signed(base, "k1", people[0].identity, **meta)
        answer = verify_pdf(data, clock=clock, required=["k1"])
        assert answer.verdict in {"unverifiable", "changed"}


def test_a_first_signature_that_permits_no_other(base: bytes, people: tuple[Person, ...], clock: FixedClock) -> None:
    first = signed(base, "k1", people[0].identity, docmdp_permissions=MDPPerm.NO_CHANGES)
    assert verify_pdf(first, clock=clock, required=["k1"]).verdict == "valid"

    class Obedient(PdfSigner):
        def _enforce_certification_constraints(self, reader: Any) -> None:
            """Does not obey."""

    writer: Any = Update(io.BytesIO(first))
    meta = PdfSignatureMetadata(field_name="k2", md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
    maker: Any = Obedient(meta, pdf_signer(people[1].identity))
    hostile = io.BytesIO()
    maker.sign_pdf(writer, existing_fields_only=True, output=hostile)
    answer = verify_pdf(hostile.getvalue(), clock=clock)
    assert answer.verdict == "changed"
    assert "Marketing lead permitted no further signature." in [str(finding.said) for finding in answer.findings]


@pytest.mark.parametrize("days", [-2, 366 * 5])
def test_a_signature_made_outside_the_certificates_validity(
    days: int, base: bytes, people: tuple[Person, ...], clock: FixedClock
) -> None:
    """Trusting a certificate for itself alone skips its dates in pyHanko, so they are looked at here."""
    when = clock.now() + dt.timedelta(days=days)
    answer = verify_pdf(signed(base, "k1", people[0].identity, moment=when), clock=clock, required=["k1"])
    assert answer.verdict == "broken"
    assert str(answer.signatures[0].identity).startswith(
        "self-issued, not yet valid on 2026-11-19" if days < 0 else "self-issued, expired on 2031-11-21"
    )
    assert "was not valid when Marketing lead signed" in str(answer.findings[0].said)


def test_a_signature_by_an_old_method(base: bytes, people: tuple[Person, ...], clock: FixedClock) -> None:
    hostile = signed(base, "k1", people[0].identity, md_algorithm="sha1")
    answer = verify_pdf(hostile, clock=clock, required=["k1"])
    assert answer.verdict == "unverifiable"
    assert answer.signatures == (), "refused before anything else is asked of it"
    assert "a method that is not accepted" in str(answer.findings[0].said)


def test_a_signature_that_was_not_made_with_the_key(signed_by: Signed, clock: FixedClock) -> None:
    def forge(content: Any) -> None:
        info = content["signer_infos"][0]
        value = bytearray(info["signature"].native)
        value[-1] ^= 1
        info["signature"] = bytes(value)

    answer = verify_pdf(repacked(signed_by[2], forge), clock=clock)
    assert answer.verdict == "broken"
    assert "not made with the key of its certificate" in str(answer.findings[0].said)
    assert [signature.intact for signature in answer.signatures] == [True, False]


def with_last_range(data: bytes, start: int, end: int) -> bytes:
    at = data.rindex(b"/ByteRange [")
    written = b"/ByteRange [0 %d %d %d]" % (start, end, len(data) - end)
    return data[:at] + written.ljust(60) + data[at + 60 :]


def test_the_ranges_of_another_signature(signed_by: Signed, clock: FixedClock) -> None:
    """The gap then holds a signature that is well written, but another one."""
    (start, end), _ = gaps(signed_by[2])
    hostile = with_last_range(signed_by[2], start - 1, end + 1)
    assert gaps(hostile)[1] == (start, end)
    assert verify_pdf(hostile, clock=clock).verdict == "broken"


def test_a_copy_of_another_signature_in_the_gap(
    signed_by: Signed, people: tuple[Person, ...], clock: FixedClock
) -> None:
    """The copy lies in the last revision, so only comparing it with the signature itself tells."""
    ((start, end),) = gaps(signed_by[1])
    copy = signed_by[1][start:end]

    def copied(writer: Any) -> None:
        writer.add_object(generic.ByteStringObject(bytes.fromhex(copy.decode())))

    two = signed(signed_by[1], "k2", people[1].identity, copied)
    at = two.lower().index(copy.lower(), len(signed_by[1]))
    hostile = with_last_range(two, at - 1, at + len(copy) + 1)
    answer = verify_pdf(hostile, clock=clock)
    assert answer.verdict == "broken"
    assert "is not where it says it is" in str(answer.findings[0].said)


def test_a_signature_of_another_kind(base: bytes, people: tuple[Person, ...], clock: FixedClock) -> None:
    other = signed(base, "k1", people[0].identity, subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED)
    assert verify_pdf(other, clock=clock, required=["k1"]).verdict == "unverifiable"


def stamper(clock: FixedClock) -> Any:
    """A time-stamping authority that nobody has heard of."""
    key = rsa.generate_private_key(65537, 2048)
    name = pyca.Name([pyca.NameAttribute(pyca.NameOID.COMMON_NAME, "Example Time")])
    certificate = (
        pyca.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(5)
        .not_valid_before(clock.now() - dt.timedelta(days=1))
        .not_valid_after(clock.now() + dt.timedelta(days=99))
        .add_extension(pyca.ExtendedKeyUsage([pyca.OID_TIME_STAMPING]), critical=True)
        .sign(key, hashes.SHA256())
    )
    plain = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return DummyTimeStamper(
        tsa_cert=x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER)),
        tsa_key=keys.PrivateKeyInfo.load(plain),
        fixed_dt=clock.now() + dt.timedelta(minutes=3),
    )


def test_a_time_stamp_is_named_and_not_trusted(base: bytes, people: tuple[Person, ...], clock: FixedClock) -> None:
    data = signed(base, "k1", people[0].identity, timestamper=stamper(clock))
    answer = verify_pdf(data, clock=clock, required=["k1"])
    assert answer.verdict == "valid", [str(finding.said) for finding in answer.findings]
    (signature,) = answer.signatures
    assert str(signature.time) == "time stamp of Example Time, not checked here"
    assert signature.signed_at == clock.now() + dt.timedelta(minutes=3)


def test_a_time_stamp_of_something_else(base: bytes, people: tuple[Person, ...], clock: FixedClock) -> None:
    """A time stamp lies outside the signed bytes: here one made for another signature."""
    one = signed(base, "k1", people[0].identity, timestamper=stamper(clock))
    other = signed(base, "k1", people[1].identity, timestamper=stamper(clock))
    start, end = gaps(other)[0]
    (info,) = cms.ContentInfo.load(bytes.fromhex(other[start:end].decode()))["content"]["signer_infos"]

    def put(content: Any) -> None:
        content["signer_infos"][0]["unsigned_attrs"] = info["unsigned_attrs"].copy()

    assert verify_pdf(repacked(one, lambda _content: None), clock=clock, required=["k1"]).verdict == "valid"
    answer = verify_pdf(repacked(one, put), clock=clock, required=["k1"])
    assert answer.verdict == "broken"
    assert "time stamp" in str(answer.findings[0].said)


def accepted(data: bytes, pinned: dict[str, str], clock: FixedClock) -> bool:
    """What a careful receiver does: the verdict, and every key is the one known for that place."""
    answer = verify_pdf(data, clock=clock)
    judged = {judge_identity(one.holder.fingerprint, pinned.get(one.field_name)) for one in answer.signatures}
    return answer.verdict == "valid" and judged == {"pinned"}


@pytest.fixture
def pinned(signed_by: Signed, clock: FixedClock) -> dict[str, str]:
    known = {one.field_name: one.holder.fingerprint for one in verify_pdf(signed_by[3], clock=clock).signatures}
    assert accepted(signed_by[2], known, clock)
    assert accepted(signed_by[3], known, clock)
    return known


def test_the_same_name_with_another_key(
    base: bytes, people: tuple[Person, ...], pinned: dict[str, str], clock: FixedClock
) -> None:
    impostor = people[3]
    assert (impostor.name, impostor.email) == (people[0].name, people[0].email)
    hostile = signed(signed(base, "k1", impostor.identity), "k2", people[1].identity)
    assert verify_pdf(hostile, clock=clock).verdict == "valid", "the key alone tells"
    assert not accepted(hostile, pinned, clock)


def test_the_whole_document_made_and_signed_anew(
    make_document: Callable[..., bytes], people: tuple[Person, ...], pinned: dict[str, str], clock: FixedClock
) -> None:
    made = make_document(title="A forged agreement", agreement=b'{"forged":1}')
    for field_name, person in zip(("k1", "k2"), people, strict=False):
        twin = generate_identity(person.name, person.email, clock)
        made = signed(made, field_name, twin)
    answer = verify_pdf(made, clock=clock)
    assert answer.verdict == "valid"
    assert [one.holder.name for one in answer.signatures] == [person.name for person in people[:2]]
    assert answer.agreement is not None
    assert answer.agreement.data == b'{"forged":1}', "what the caller compares with the version kept"
    assert not accepted(made, pinned, clock)


def test_a_document_prepared_to_show_something_else_is_left_to_the_renderer(
    base: bytes, people: tuple[Person, ...], clock: FixedClock
) -> None:
    """A base that was never our rendering can hold anything; the caller compares these bytes with a fresh one."""
    prepared = io.BytesIO()
    with pikepdf.open(io.BytesIO(base)) as pdf:
        pdf.pages[0].Contents = pdf.make_stream(FORGED)
        pdf.save(prepared, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    hostile = signed(prepared.getvalue(), "k1", people[0].identity)
    answer = verify_pdf(hostile, clock=clock, required=["k1"])
    assert answer.verdict == "valid"
    assert answer.base == prepared.getvalue()
    assert answer.base != base


def test_every_pair_of_attacks_is_different() -> None:
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS)
    assert all(one.edit is not other.edit for one, other in itertools.combinations(ATTACKS, 2))


@pytest.mark.parametrize(
    "name",
    ["page content", "attachment", "own look written over the old one", "field added", "default look", "unused object"],
)
def test_the_second_judge_sees_it_alone(name: str, signed_by: Signed, people: tuple[Person, ...]) -> None:
    """pyHanko's difference analysis under our narrower rules, without the list of what may be touched."""
    from workbench.signing.door import opened
    from workbench.signing.policy import only_signs

    def judged(edit: Callable[[Any], None] | None, field_name: str = "k2") -> bool:
        reader = opened(signed(signed_by[1], "k2", people[1].identity, edit))
        old, new = (reader.get_historical_resolver(number) for number in (1, 2))
        return only_signs(old, new, field=field_name, first=False)

    (edit,) = [attack.edit for attack in ATTACKS if attack.name == name]
    assert judged(None)
    assert not judged(None, "k3")
    assert not judged(edit)


def test_an_old_method_is_refused_by_our_own_list(base: bytes, people: tuple[Person, ...]) -> None:
    from workbench.signing.container import message_at, message_finding

    for method, refused in (("sha256", False), ("sha1", True)):
        data = signed(base, "k1", people[0].identity, md_algorithm=method)
        ((start, end),) = gaps(data)
        message = message_at(data, (start - 1, end + 1), "Marketing lead")
        assert (message_finding(message, "Marketing lead") is not None) is refused
