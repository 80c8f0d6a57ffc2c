"""Signs a PDF of the workbench. Must not know the agreement, the order people sign in, or where keys are kept."""

from __future__ import annotations

import hashlib

from workbench.base.clock import Clock
from workbench.base.errors import DamagedError, NotAllowedError, NotFoundError
from workbench.signing.identities import Identity, check_usable
from workbench.signing.report import Verification
from workbench.signing.verify import Ours, verify_pdf

LONGEST_STATEMENT = 200


def sign_pdf(
    data: bytes,
    *,
    field: str,
    identity: Identity,
    appearance: bytes | None,
    clock: Clock,
    reason: str,
    location: str = "",
    stamp_server: str = "",
    base_is_ours: bool = False,
    verified: Verification | None = None,
) -> bytes:
    """The document with one more signature; everything signed before stays valid.

    The first signature certifies the document, permitting nothing but further signatures; later ones approve it. The
    signer's name comes from the certificate. The time is the clock's, which is to say the signer's own, and a server's
    where one is asked.

    Args:
        data: The PDF, unsigned or signed by others.
        field: Name of the field to fill.
        identity: Whose signature.
        appearance: A one-page PDF of the field's size, shown in the document; None leaves the place as it looks.
        clock: Gives the time of signing.
        reason: The signer's statement; it is shown by every PDF reader.
        location: Where; may be empty.
        base_is_ours: The document before its first signature is known to be the caller's own rendering.
        stamp_server: Address of a time-stamp server; without one the time is the clock's, which is the signer's.
        verified: What `verify_pdf` found about these very bytes, where it was asked already; found out here without.

    Raises:
        NotFoundError: There is no such field.
        NotAllowedError: The field is signed, this identity has already signed, or it cannot sign now.
        DamagedError: The file is not a PDF of the workbench, or was changed after a signature.
        OutsideError: A time stamp was asked for and cannot be had; nothing was signed.
    """
    from workbench.signing.door import FAILURES  # noqa: PLC0415  (loads pyHanko)
    from workbench.signing.embed import embedded  # noqa: PLC0415  (loads pyHanko)

    check_usable(identity.holder, clock)

    def ours(_base: bytes, _files: object) -> bool:
        return base_is_ours

    before = _examined(data, clock, ours, verified)
    _check_free(before, field, identity)
    try:
        signed = embedded(
            data,
            field=field,
            identity=identity,
            appearance=appearance,
            moment=clock.now(),
            reason=_statement(reason),
            location=_statement(location),
            first=not before.signatures,
            stamp_server=stamp_server,
        )
    except FAILURES as error:
        raise DamagedError(
            "The signature could not be written into the document.", "Make the PDF again and sign the new one."
        ) from error
    after = verify_pdf(signed, clock=clock, required=(), ours=ours)
    if after.verdict != "valid" or len(after.signatures) != len(before.signatures) + 1:
        raise DamagedError("The signature just made does not verify, so it was not kept.", "Sign again.")
    return signed


def _examined(data: bytes, clock: Clock, ours: Ours, verified: Verification | None) -> Verification:
    known = verified is not None and verified.sha256 == hashlib.sha256(data).hexdigest()
    before = verified if verified and known else verify_pdf(data, clock=clock, required=(), ours=ours)
    if before.verdict not in {"unsigned", "incomplete", "valid"}:
        why = str(before.findings[0].said) if before.findings else ""
        raise DamagedError(
            f"The document cannot be signed, because what is signed so far does not verify. {why}".strip(),
            "Ask for the file as the last signer saved it.",
        )
    if before.agreement is None:
        raise DamagedError("The PDF carries no agreement of SLA Workbench.", "Make the PDF to sign from the agreement.")
    return before


def _check_free(before: Verification, field: str, identity: Identity) -> None:
    place = next((place for place in before.spots if place.field_name == field), None)
    if place is None:
        raise NotFoundError(f"The document has no place to sign called {field}.", "Choose one of its places.")
    if place.signed:
        raise NotAllowedError(f"The place for {place.role} is already signed.", "Choose another place.")
    if any(made.holder.key_fingerprint == identity.holder.key_fingerprint for made in before.signatures):
        raise NotAllowedError(
            f"{identity.name} has already signed this document with this identity.",
            "Each signature needs a key of its own.",
        )


def _statement(text: str) -> str:
    text = " ".join(text.split())
    if len(text) > LONGEST_STATEMENT:
        raise NotAllowedError(f"A statement in a signature has at most {LONGEST_STATEMENT} characters.", "Shorten it.")
    return text
