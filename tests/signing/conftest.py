"""People with identities, and documents of the shape the workbench makes, built with the libraries directly.

Keys and signed documents are made once a session: deriving a key from a passphrase is slow on purpose.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from workbench.base.clock import FixedClock
from workbench.signing.identities import Identity, exported_identity, generate_identity, open_identity
from workbench.signing.sign import sign_pdf

# SIGN

NOON = dt.datetime(2026, 11, 21, 12, 0, tzinfo=dt.UTC)
PASSPHRASE = "correct horse battery"
AGREEMENT = b'{"format":1,"title":"Service level agreement"}'
TRACKER = b"PK\x03\x04 a spreadsheet"
FIELDS = (("k1", "Marketing lead"), ("k2", "Sales lead"), ("k3", "Executive sponsor"))


@dataclass(frozen=True)
class Person:
    """Somebody with an identity file."""

    name: str
    email: str
    p12: bytes
    identity: Identity


@pytest.fixture(scope="session")
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture(scope="session")
def people(clock: FixedClock) -> tuple[Person, ...]:
    """Three people in the order they sign, and a fourth with the first one's name and address but another key."""
    named = (
        ("Zoë Müller", "zoe@example.com"),
        ("Łukasz Nowak", "lukasz@example.com"),
        ("Ana Ferreira", "ana@example.com"),
        ("Zoë Müller", "zoe@example.com"),
    )
    made = []
    for name, email in named:
        p12 = exported_identity(generate_identity(name, email, clock), PASSPHRASE)
        made.append(Person(name, email, p12, open_identity(p12, PASSPHRASE, clock)))
    return tuple(made)


@pytest.fixture(scope="session")
def issued(clock: FixedClock) -> Person:
    """Somebody whose RSA certificate was issued by an authority."""
    p12 = issued_p12(clock, "Ina Issued", "ina@example.com")
    return Person("Ina Issued", "ina@example.com", p12, open_identity(p12, PASSPHRASE, clock))


@pytest.fixture(scope="session")
def make_document() -> Callable[..., bytes]:
    return document


@pytest.fixture(scope="session")
def base() -> bytes:
    """An unsigned document with three places to sign, of which the third is optional."""
    return document()


@pytest.fixture(scope="session")
def cards(people: tuple[Person, ...]) -> tuple[bytes, ...]:
    return tuple(visible_card(person) for person in people)


@pytest.fixture(scope="session")
def signed_by(
    base: bytes, people: tuple[Person, ...], cards: tuple[bytes, ...], clock: FixedClock
) -> tuple[bytes, bytes, bytes, bytes]:
    """The document unsigned, and after one, two and three signatures."""
    steps = [base]
    for (field, _), person, card in zip(FIELDS, people, cards, strict=False):
        steps.append(
            sign_pdf(
                steps[-1],
                field=field,
                identity=person.identity,
                appearance=card,
                clock=clock,
                reason="I agree to this agreement",
            )
        )
    return steps[0], steps[1], steps[2], steps[3]


def document(
    *,
    title: str = "Service level agreement",
    fields: tuple[tuple[str, str], ...] = FIELDS,
    optional: tuple[str, ...] = ("k3",),
    agreement: bytes | None = AGREEMENT,
    text_field: bool = False,
) -> bytes:
    """A tagged two-page PDF with Info, XMP, two associated files and empty signature fields."""
    import pikepdf
    from pikepdf import Array, Dictionary, Name, String
    from reportlab.pdfgen.canvas import Canvas

    drawn = io.BytesIO()
    canvas = Canvas(drawn, pagesize=(595, 842), invariant=True)
    for page in (1, 2):
        canvas.drawString(50, 780, f"{title}, page {page}")
        canvas.showPage()
    canvas.save()
    pdf = pikepdf.open(io.BytesIO(drawn.getvalue()))
    root, last = pdf.Root, pdf.pages[1].obj
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    whole = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree))
    whole.K, tree.K = Array(), whole
    places, parents = Array(), Array()
    last.Annots = Array()
    for number, (name, role) in enumerate(fields):
        empty = pdf.make_stream(b" ", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 300, 90]))
        bottom = 600 - 120 * number
        place = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Sig,
                T=String(name),
                TU=String(role),
                F=4,
                Rect=Array([50, bottom, 350, bottom + 90]),
                P=last,
                AP=Dictionary(N=empty),
                StructParent=number,
            )
        )
        if name not in optional:
            place.Ff = 2
        form = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Form, P=whole))
        form.K = Dictionary(Type=Name.OBJR, Obj=place, Pg=last)
        whole.K.append(form)
        parents.append(number)
        parents.append(form)
        places.append(place)
        last.Annots.append(place)
    if text_field:
        note = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("note"), Rect=Array([0, 0, 9, 9]))
        places.append(pdf.make_indirect(note))
        last.Annots.append(places[-1])
    if fields or text_field:
        root.AcroForm = pdf.make_indirect(Dictionary(Fields=places, SigFlags=1))
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=parents))
    root.StructTreeRoot, root.MarkInfo, root.Lang = tree, Dictionary(Marked=True), String("en")
    attach(pdf, [("agreement.json", agreement, "application/json", "Source")] if agreement else [])
    metadata = pdf.make_stream(XMP.format(title=title).encode(), Type=Name.Metadata, Subtype=Name.XML)
    root.Metadata = metadata
    pdf.docinfo["/Title"] = title
    pdf.docinfo["/ModDate"] = "D:20261121120000Z"
    saved = io.BytesIO()
    pdf.save(saved, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable, min_version="1.7")
    return saved.getvalue()


def attach(pdf: object, files: list[tuple[str, bytes, str, str]]) -> None:
    import pikepdf
    from pikepdf import Array, Dictionary, Name, String

    assert isinstance(pdf, pikepdf.Pdf)
    names, associated = Array(), Array()
    for name, data, media_type, relationship in [
        *files,
        ("tracker.xlsx", TRACKER, "application/vnd.ms-excel", "Supplement"),
    ]:
        stream = pdf.make_stream(data, Type=Name.EmbeddedFile, Subtype=Name("/" + media_type))
        specification = pdf.make_indirect(
            Dictionary(
                Type=Name.Filespec,
                F=String(name),
                UF=String(name),
                AFRelationship=Name("/" + relationship),
                EF=Dictionary(F=stream, UF=stream),
            )
        )
        names.extend([String(name), specification])
        associated.append(specification)
    pdf.Root.AF, pdf.Root.Names = associated, Dictionary(EmbeddedFiles=Dictionary(Names=names))


def visible_card(person: Person) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    drawn = io.BytesIO()
    canvas = Canvas(drawn, pagesize=(300, 90), invariant=True)
    canvas.line(10, 20, 120, 60)
    canvas.drawString(130, 60, person.name)
    canvas.drawString(130, 40, person.identity.fingerprint[:19])
    canvas.save()
    return drawn.getvalue()


def issued_p12(clock: FixedClock, name: str, email: str) -> bytes:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    authority, key = (rsa.generate_private_key(65537, 2048) for _ in range(2))
    named = [x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, text)]) for text in ("Example Authority", name)]
    made = []
    for subject, public, is_authority in ((named[0], authority, True), (named[1], key, False)):
        made.append(
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(named[0])
            .public_key(public.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(clock.now() - dt.timedelta(days=1))
            .not_valid_after(clock.now() + dt.timedelta(days=365))
            .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
            .add_extension(x509.SubjectAlternativeName([x509.RFC822Name(email)]), critical=False)
            .sign(authority, hashes.SHA256())
        )
    return serialization.pkcs12.serialize_key_and_certificates(
        b"", key, made[1], [made[0]], serialization.BestAvailableEncryption(PASSPHRASE.encode())
    )


XMP = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
    ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">'
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
    "<xmp:ModifyDate>2026-11-21T12:00:00Z</xmp:ModifyDate>"
    "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)
