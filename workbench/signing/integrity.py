"""Whether one signature holds, and what it says. Must not know the other signatures or who should have signed.

Loads pyHanko: import it where it is used.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pyhanko.pdf_utils.generic import DictionaryObject, Reference as PdfReference
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation import EmbeddedPdfSignature, validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from workbench.base.language import N_
from workbench.signing.certificates import read_holder
from workbench.signing.container import message_at, message_finding
from workbench.signing.findings import Finding, RefusedError, broken, unverifiable
from workbench.signing.form import SignaturePlace
from workbench.signing.holder import Holder
from workbench.signing.report import Signature
from workbench.signing.revisions import Update
from workbench.signing.wording import Phrase, phrase, visible

SIGNERS_CLOCK = N_("signer's clock")


@dataclass(frozen=True)
class Examined:
    """One signature, examined by itself.

    Attributes:
        place: The field it fills.
        update: The revision it was made in.
        signature: What it says.
        findings: What is wrong with it.
        locks: It permits no change at all after it, not even another signature.
    """

    place: SignaturePlace
    update: Update
    signature: Signature
    findings: tuple[Finding, ...]
    locks: bool


def examine_signature(
    reader: PdfFileReader, data: bytes, place: SignaturePlace, update: Update, *, last: bool, now: dt.datetime
) -> Examined:
    """Examine the signature in a place.

    Args:
        reader: A strict reader of the document.
        data: The document.
        place: A field that has a value.
        update: The revision in which the value was written.
        last: The revision is the document's last.
        now: The present.

    Raises:
        RefusedError: It cannot be examined, and why.
        BaseException: Any of `door.FAILURES`, for a signature that makes no sense.
    """
    role = place.role
    resolve: Any = reader.get_object
    written = resolve(PdfReference(*_value(place), reader))
    _check_kind(role, plain=_is_signature(written))
    gap = _gap(written["/ByteRange"], update, place)
    _check_kind(role, plain=written.keys() <= _KEYS and _only_certifies(written.get("/Reference", ())))
    message = message_at(data, gap, role)
    malformed = message_finding(message, role)
    if malformed is not None:
        raise RefusedError(malformed)
    embedded = EmbeddedPdfSignature(reader, resolve(PdfReference(*place.reference, reader)), place.name)
    if embedded.pkcs7_content[: len(message)] != message:
        raise RefusedError(broken(N_("The signature for {role} is not where it says it is."), role=role))
    anchored: Any = ValidationContext(trust_roots=[embedded.signer_cert], allow_fetching=False)
    status: Any = validate_pdf_signature(embedded, anchored, skip_diff=True)
    holder = read_holder(embedded.signer_cert.dump())
    signed_at, time = _time(embedded, status)
    findings = (*_faults(embedded, status, role, last=last), *_holder_faults(holder, role, signed_at))
    return Examined(
        place=place,
        update=update,
        signature=Signature(
            field_name=place.name,
            role=role,
            holder=holder,
            certificate=embedded.signer_cert.dump(),
            signed_at=signed_at,
            intact=not findings,
            identity=holder.described(signed_at or now, now),
            time=time,
            reason=visible(str(written.get("/Reason", ""))),
            certifies=embedded.docmdp_level is not None and update.number == 1,
        ),
        findings=findings,
        locks=embedded.docmdp_level is MDPPerm.NO_CHANGES,
    )


_KEYS = {
    "/ByteRange", "/ContactInfo", "/Contents", "/Filter", "/Location", "/M", "/Name", "/Prop_Build", "/Reason",
    "/Reference", "/SubFilter", "/Type",
}  # fmt: skip
"""Of a signature; what else the standard has is obsolete, and for anything else nobody knows what a reader does."""


def _is_signature(written: Any) -> bool:
    return (
        isinstance(written, DictionaryObject)
        and written.get("/Type") == "/Sig"
        and written.get("/SubFilter") == "/ETSI.CAdES.detached"
    )


def _check_kind(role: str, *, plain: bool) -> None:
    if not plain:
        raise RefusedError(
            unverifiable(N_("The signature for {role} is of a kind that cannot be verified here."), role=role)
        )


def _only_certifies(transforms: Any) -> bool:
    """Whether a signature lays down nothing but what may be changed after it."""
    return len(transforms) == 0 or (len(transforms) == 1 and transforms[0].get("/TransformMethod") == "/DocMDP")


def _gap(byte_range: Any, update: Update, place: SignaturePlace) -> tuple[int, int]:
    """Where the signed ranges leave out the signature; they must cover all else up to the end of the revision."""
    numbers = [int(number) for number in byte_range]
    if len(numbers) == 4:
        begin, length, behind, rest = numbers
        if begin == 0 and update.start < length < behind and rest >= 0 and behind + rest == update.end:
            return length, behind
    raise RefusedError(broken(N_("The signature for {role} does not cover the document."), role=place.role))


def _faults(embedded: EmbeddedPdfSignature, status: Any, role: str, *, last: bool) -> Iterator[Finding]:
    # The ranges were judged before; this is pyHanko's opinion of them, which also looks at the table of the revision.
    expected = SignatureCoverageLevel.ENTIRE_FILE if last else SignatureCoverageLevel.ENTIRE_REVISION
    if not status.intact:
        yield Finding("changed", phrase(N_("The document was changed after {role} signed."), role=role))
    if not status.valid:
        yield broken(N_("The signature for {role} was not made with the key of its certificate."), role=role)
    elif status.trust_problem_indic is not None:
        yield unverifiable(N_("The signature for {role} uses a method that is not accepted."), role=role)
    if status.coverage is not expected:
        yield broken(N_("The signature for {role} does not cover the document."), role=role)
    for stamp in (status.timestamp_validity, status.content_timestamp_validity):
        if stamp is not None and not (stamp.intact and stamp.valid):
            yield broken(N_("The time stamp of the signature for {role} does not hold."), role=role)
    permitted = embedded.docmdp_level
    if permitted is not None and permitted not in {MDPPerm.NO_CHANGES, MDPPerm.FILL_FORMS}:
        yield unverifiable(N_("The signature for {role} permits changes of the document."), role=role)


def _holder_faults(holder: Holder, role: str, signed_at: dt.datetime | None) -> Iterator[Finding]:
    if signed_at is None:
        yield unverifiable(N_("The signature for {role} does not say when it was made."), role=role)
    elif holder.validity(signed_at) != "valid":
        yield broken(N_("The certificate of {name} was not valid when {role} signed."), name=holder.name, role=role)
    if not holder.may_sign:
        yield broken(N_("The certificate of {name} is not one for signing documents."), name=holder.name)


def _time(embedded: EmbeddedPdfSignature, status: Any) -> tuple[dt.datetime | None, Phrase]:
    stamp = status.timestamp_validity
    if stamp is not None:
        name = read_holder(stamp.signing_cert.dump()).name
        # No list of time-stamping authorities is shipped, so the name is the stamp's own claim.
        return stamp.timestamp, phrase(N_("time stamp of {name}, not checked here"), name=name)
    said = embedded.self_reported_timestamp
    return (said if said is not None and said.tzinfo is not None else None), phrase(SIGNERS_CLOCK)


def _value(place: SignaturePlace) -> tuple[int, int]:
    assert place.value is not None  # only signed places are examined
    return place.value
