"""Writes one signature into a document, as an update that touches nothing else. Must not know who may sign when.

Loads pyHanko: import it where it is used.
"""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass
from typing import Any

from asn1crypto import keys, x509
from pyhanko.pdf_utils.generic import DictionaryObject, pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.constants import ESIC_EXTENSION_1
from pyhanko.stamp import BaseStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from workbench.signing.identities import Identity
from workbench.signing.time_stamp import RESERVED, StampServer


def embedded(
    data: bytes,
    *,
    field: str,
    identity: Identity,
    appearance: bytes | None,
    moment: dt.datetime,
    reason: str,
    location: str,
    first: bool,
    stamp_server: str = "",
) -> bytes:
    """The document with one more revision that holds the signature (PAdES-B, with a time stamp PAdES-T).

    The first signature certifies the document and permits only form filling from then on; later ones approve.

    Raises:
        OutsideError: A time stamp was asked for and cannot be had.
    """
    issuers = SimpleCertificateStore()  # type: ignore[no-untyped-call]  # pyHanko types only part of itself
    issuers.register_multiple([x509.Certificate.load(issuer) for issuer in identity.chain])
    signer = _Signer(
        PdfSignatureMetadata(
            field_name=field,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            certify=first,
            docmdp_permissions=MDPPerm.FILL_FORMS,
            name=identity.name,
            reason=reason or None,
            location=location or None,
        ),
        SimpleSigner(
            signing_cert=x509.Certificate.load(identity.certificate),
            signing_key=keys.PrivateKeyInfo.load(identity.private_key),
            cert_registry=issuers,
        ),
        stamp_style=_CardStyle(card=appearance),
        timestamper=_server(stamp_server),
    )
    signer.moment = moment
    written = io.BytesIO()
    signer.sign_pdf(
        _Update(io.BytesIO(data), strict=True),
        existing_fields_only=True,
        output=written,
        bytes_reserved=_reserved(identity) + (RESERVED if stamp_server else 0),
    )
    return written.getvalue()


def _reserved(identity: Identity) -> int:
    """Hexadecimal digits to keep free for the signature.

    Without a number pyHanko signs twice, and asks a server for two stamps, only to know the size. What a signature
    holds besides the certificates is a key's name, digests and the signature proper: below 2 kB with any key accepted.
    """
    return 2 * (2048 + 2 * len(identity.certificate) + sum(map(len, identity.chain)))


def _server(address: str) -> StampServer | None:
    return StampServer(address) if address else None


class _Update(IncrementalPdfFileWriter):
    """An update that leaves the document's Info and XMP as they are, so that any change of them is somebody else's."""

    def _update_meta(self) -> None:
        return


class _Signer(PdfSigner):
    """Signs at a given moment, and does not declare the file to be PDF 2.0, which PDF/A-3 forbids."""

    moment: dt.datetime

    def init_signing_session(self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False) -> Any:
        session = super().init_signing_session(pdf_out, existing_fields_only=existing_fields_only)
        session.system_time = self.moment
        return session

    def register_extensions(self, pdf_out: BasePdfFileWriter, *, md_algorithm: str) -> None:  # noqa: ARG002  (pyHanko's signature)
        pdf_out.register_extension(ESIC_EXTENSION_1)


@dataclass(frozen=True)
class _CardStyle(BaseStampStyle):
    """The first page of a PDF as the signature's visible card; without one the field keeps the look it has."""

    card: bytes | None = None

    def create_stamp(self, writer: BasePdfFileWriter, box: object, text_params: object) -> Any:  # noqa: ARG002  (pyHanko's signature)
        return None if self.card is None else _Card(writer, self.card)


class _Card:
    def __init__(self, writer: BasePdfFileWriter, card: bytes) -> None:
        self._page = writer.import_page_as_xobject(PdfFileReader(io.BytesIO(card)))

    def apply_appearance(self, annotation: Any) -> None:
        looks = DictionaryObject({pdf_name("/N"): self._page})  # type: ignore[no-untyped-call]  # pyHanko, see above
        annotation[pdf_name("/AP")] = looks
