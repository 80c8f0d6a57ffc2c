"""Signing: identities, signing a file, verifying one, and taking a signed copy back into the library.

Must not know either face.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.agreement.lifecycle import missing_roles, role_of_field
from workbench.agreement.model import Agreement, read_agreement
from workbench.agreement.signers import SignerSeat, out_of_turn, seats
from workbench.base.clock import Clock
from workbench.base.errors import ConflictError, DamagedError, NotAllowedError, NotFoundError
from workbench.base.language import N_, Language, language, shipped
from workbench.services.differing import KeptVersion
from workbench.services.evidence import Evidence
from workbench.services.files import read_file
from workbench.services.rendering import earlier_version
from workbench.services.settled import require_settled
from workbench.services.verifying import DocumentAnswer, digits_of, known_to, verify_document
from workbench.signing.identities import Identity

if TYPE_CHECKING:
    from workbench.signing.identities import Identity
    from workbench.signing.spots import Spot
    from workbench.storage.library import Library

__all__ = ["Identity", "Ink", "KnownKey", "SignedFile", "Signing", "sign_document", "signature_picture"]

MOST_BYTES = 64 * 1024 * 1024
REASON = N_("I accept the statements in this document.")
REASON_WITH_RESERVATION = N_("I accept the statements in this document, with my reservation written in it.")
ON_BEHALF = N_("On behalf of {name}.")
LONGEST_NAME = 90
"""Letters of an absent person's name in the reason; the document has the whole of it."""
Consent = Callable[[SignerSeat, tuple[str, ...]], object]
"""Told who is about to sign and the statements they accept; raises where they do not."""


@dataclass(frozen=True)
class SignedFile:
    """A file with one more signature.

    Attributes:
        data: The file.
        role: As which it was signed.
        signer: The name in the certificate.
        fingerprint: Of the certificate.
        version: Hash of the version.
        statements: What was accepted.
        reservations: What was not accepted without a remark.
    """

    data: bytes
    role: str
    signer: str
    fingerprint: str
    version: str
    statements: tuple[str, ...]
    reservations: tuple[str, ...]


@dataclass(frozen=True)
class Ink:
    """How a signature looks on the page; with neither strokes nor image, the name in type.

    Attributes:
        strokes: Pen strokes of points: right, down (in any one unit), seconds since the first point.
        image: A picture of a signature, PNG or JPEG.
    """

    strokes: tuple[tuple[tuple[float, float, float], ...], ...] = ()
    image: bytes = b""


def signature_picture(source: Path) -> bytes:
    """A picture of a signature out of a file, read within limits and written anew as a PNG on white.

    Raises:
        NotFoundError: There is no such file.
        NotAllowedError: It is too large.
        DamagedError: It is not a PNG or JPEG that can be read, or has too many pixels.
    """
    from workbench.documents.signature_picture import LARGEST_PICTURE, small_png  # noqa: PLC0415  (loads Pillow)

    return small_png(read_file(source, LARGEST_PICTURE))


@dataclass(frozen=True)
class KnownKey:
    """The key that a library expects of a person in a role.

    Attributes:
        name: The person's, as the certificate has it.
        fingerprint: 64 lower-case digits.
        since: When it was first seen, or when somebody last made sure of it.
    """

    name: str
    fingerprint: str
    since: dt.datetime


def sign_document(
    data: bytes,
    role: str,
    identity: Identity,
    clock: Clock,
    ink: Ink | None = None,
    *,
    on_paper: Callable[[str], Collection[str]] = lambda _version: (),
    consent: Consent | None = None,
    stamp_server: str = "",
) -> SignedFile:
    """Sign a PDF of ours in a role.

    Args:
        data: The file as the last signer saved it.
        role: As the agreement calls it, or the field's name.
        identity: Whose signature.
        clock: The signer's clock.
        ink: How it looks; the name in type without one.
        on_paper: Told the version's hash, answers the roles that have signed it on paper.
        consent: Asked before the key is used.
        stamp_server: Address of a time-stamp server; the signer's clock alone without one.

    Raises:
        NotFoundError: No place to sign has that role.
        NotAllowedError: Not made by us, not for signature, not settled, signed in that role already, somebody before
            them in the order has not signed, or the key signed before.
        DamagedError: Not a PDF, its pages are not what its data says, or it was changed since a signature.
        OutsideError: A time stamp was asked for and cannot be had; nothing was signed.
    """
    from workbench.signing.sign import sign_pdf  # noqa: PLC0415
    from workbench.signing.spots import signature_spots  # noqa: PLC0415

    spots = signature_spots(data)
    answer = verify_document(data, clock=clock, library=None)
    if answer.agreement is None:
        raise NotAllowedError(
            "This PDF carries no agreement of SLA Workbench.", "Make the PDF to sign from the agreement."
        )
    if not spots:
        raise NotAllowedError(
            "This document is not for signature, because something still stands against its version.",
            "Settle the issues, save a version and make its PDF.",
        )
    if answer.verdict not in {"unsigned", "incomplete", "valid"}:
        why = " ".join(answer.sentences(_english()))
        raise DamagedError(f"This document is not signed, because it is {answer.verdict}. {why}")
    if answer.rendering != "same" and not any(one.signed for one in spots):
        raise NotAllowedError(
            "This document is not signed, because its pages cannot be compared with the agreement inside: another "
            "version of this program, or another kind of system, made them, or they are too many.",
            "Make its PDF again here, from the agreement or its bundle; whoever signs first answers for the pages.",
        )
    named, spot = _place(answer.agreement, spots, role)
    if spot.signed:
        raise NotAllowedError(f"{named} has signed this document already.", "Sign in another role.")
    assert answer.envelope is not None  # found with the agreement
    header, paper = answer.envelope.header, on_paper(answer.envelope.header.hash)
    require_settled(header, answer.agreement, signed=bool(paper) or any(one.signed for one in spots))
    _check_order(answer, named, paper)
    seat = next(one for one in seats(answer.agreement) if one.role == named)
    statements = tuple(one.text for one in answer.agreement.sign_off.statements)
    if consent is not None:
        consent(seat, statements)
    card = _card(answer, named, spot.width, spot.height, identity, clock, ink)
    reason = _reason(seat, answer.envelope.language)
    signed = sign_pdf(
        data, field=spot.field_name, identity=identity, appearance=card, clock=clock, reason=reason,
        stamp_server=stamp_server, base_is_ours=answer.rendering == "same", verified=answer.examined,
    )  # fmt: skip
    return SignedFile(signed, named, identity.name, identity.fingerprint, header.hash, statements, seat.reservations)


def _reason(seat: SignerSeat, code: str) -> str:
    """What the signer declares, inside the signature, where every PDF reader shows it."""
    say = _words(code).text
    said = say(REASON_WITH_RESERVATION if seat.reservations else REASON)
    name = " ".join(seat.proxy_for.split())
    if len(name) > LONGEST_NAME:
        name = f"{name[:LONGEST_NAME]}…"
    return f"{said} {say(ON_BEHALF).format(name=name)}" if name else said


def _place(agreement: Agreement, spots: Sequence[Spot], wanted: str) -> tuple[str, Spot]:
    """The role as the agreement calls it, and its place; a field's name will do as well.

    Raises:
        NotFoundError: No place is for that role.
    """
    roles = {role_of_field(agreement, spot.field_name) or spot.role: spot for spot in spots}
    plain = wanted.strip().casefold()
    for role, spot in roles.items():
        if plain in {role.casefold(), spot.field_name.casefold(), spot.role.casefold()}:
            return role, spot
    raise NotFoundError(
        f"Nobody signs this document as “{wanted.strip()[:80]}”.", f"Its roles are: {', '.join(roles)}."
    )


def _check_order(answer: DocumentAnswer, role: str, on_paper: Collection[str]) -> None:
    """Signers with a lower number sign first; those of one number in any order."""
    assert answer.agreement is not None  # said by the caller
    order = [*(seen.role for seen in answer.signers), role]
    for one in out_of_turn(answer.agreement, order, on_paper):
        if one.role == role:
            raise NotAllowedError(
                f"{role} signs after {', '.join(one.before)}.", "Let them sign first; the agreement sets the order."
            )


def _card(
    answer: DocumentAnswer,
    role: str,
    width: float,
    height: float,
    identity: Identity,
    clock: Clock,
    ink: Ink | None,
) -> bytes:
    """The picture of the signature, in the size of its place."""
    from zoneinfo import ZoneInfo  # noqa: PLC0415

    from babel.dates import format_datetime  # noqa: PLC0415  (needs locale data)

    from workbench.documents.appearance import Drawn, Pictured, Typed, signature_card  # noqa: PLC0415

    assert answer.agreement is not None  # said by the caller
    assert answer.envelope is not None  # found with the agreement
    words = _words(answer.envelope.language)
    moment = clock.now().astimezone(ZoneInfo(answer.agreement.teams.time_zone or "UTC"))
    mark: Drawn | Pictured | Typed = Typed(identity.name)
    if ink and ink.image:
        mark = Pictured(ink.image)
    elif ink and ink.strokes:
        mark = Drawn(ink.strokes)
    return signature_card(
        width,
        height,
        name=identity.name,
        role=role,
        team="",
        when_text=f"{format_datetime(moment, 'd MMM y, HH:mm', locale=words.code)} {moment:%Z}",
        fingerprint=identity.fingerprint,
        mark=mark,
        language=words,
    )


class Signing:
    """Signatures of the open library's agreements."""

    def __init__(self, library: Library, clock: Clock, person: str) -> None:
        self._library = library
        self._clock = clock
        self._person = person

    def sign(self, data: bytes, role: str, identity: Identity, ink: Ink | None = None) -> SignedFile:
        """Sign a file; see `sign_document`. The library learns of it only by `receive`."""
        return sign_document(data, role, identity, self._clock, ink, on_paper=self.paper_roles)

    def paper_roles(self, version_hash: str) -> tuple[str, ...]:
        """The roles that have signed a version on paper."""
        kept = self._library.signatures.of_version(version_hash)
        return tuple(one.role for one in kept if one.method == "paper")

    def knows_another_key(self, role: str, email: str, fingerprint: str) -> bool:
        """Whether this library expects another certificate of a person in a role than the one with a fingerprint."""
        pin = self._library.pins.expected(role, email)
        return pin is not None and pin.fingerprint != digits_of(fingerprint)

    def known_key(self, role: str, email: str) -> KnownKey | None:
        """The key this library expects of a person in a role; nothing before the first."""
        pin = self._library.pins.expected(role, email)
        return KnownKey(pin.name, pin.fingerprint, pin.at) if pin is not None else None

    def expect_key(self, role: str, email: str, name: str, fingerprint: str, why: str) -> None:
        """Expect another key of a person from now on, because somebody made sure that it is theirs.

        Raises:
            NotAllowedError: Nobody said how.
        """
        self._library.pins.replace(role, email, name, digits_of(fingerprint), why=why, actor=self._person)

    def verify(self, data: bytes) -> DocumentAnswer:
        """Examine a PDF, with what this library knows of versions and keys."""
        return verify_document(data, clock=self._clock, library=self._library)

    def look_up(self, answer: DocumentAnswer) -> DocumentAnswer:
        """An answer that was made elsewhere, with what this library knows of versions and keys; takes a moment."""
        return known_to(self._library, answer)

    def kept_for(self, answer: DocumentAnswer, agreement: str = "") -> KeptVersion | None:
        """The version a copy that differs is to be compared with; nothing where it differs in nothing or is foreign.

        Args:
            answer: What was found about the copy.
            agreement: Id of the agreement it should be of; the one it names without it.
        """
        header = answer.envelope.header if answer.envelope else None
        wanted = agreement or (header.agreement if header else "")
        fits = answer.stored == "same" and answer.verdict in {"valid", "incomplete", "unsigned"}
        other = header.agreement != wanted if header else answer.examined.verdict not in {"changed", "broken"}
        if fits or not wanted or other:
            return None
        chain = [one for one in self._library.versions.all(wanted) if one.kind == "for_signature"]
        named = [one for one in chain if header is not None and one.number == header.number]
        for one in (*named, *reversed(chain)):
            content = read_agreement(self._library.versions.content(one.hash), "The version")
            return KeptVersion(one, content, earlier_version(self._library, one))
        return None

    def receive(self, agreement: str, data: bytes) -> DocumentAnswer:
        """Take a signed copy in: verified against the stored version, then recorded with the keys seen in it.

        Raises:
            NotAllowedError: It does not verify, nobody has signed it, or it is of another agreement.
            ConflictError: It is not the stored version, or a known person signed with another key.
        """
        return self.take_in(agreement, data, verify_document(data, clock=self._clock, library=None))

    def take_in(self, agreement: str, data: bytes, verified: DocumentAnswer) -> DocumentAnswer:
        """As `receive`, for a copy that was verified already, on a thread that does not hold the library.

        Args:
            agreement: Its id.
            data: The signed copy.
            verified: What `verify_document` said about these very bytes.

        Raises:
            NotAllowedError: It does not verify, nobody has signed it, or it is of another agreement.
            ConflictError: It is not the stored version, or a known person signed with another key.
            ValueError: The answer is about other bytes.
        """
        if verified.examined.sha256 != hashlib.sha256(data).hexdigest():
            raise ValueError("the answer is about another file")
        answer = self.look_up(verified)
        if answer.verdict not in {"valid", "incomplete"}:
            nobody = "Nobody has signed it." if answer.agreement else "It carries no agreement of SLA Workbench."
            why = " ".join(answer.sentences(_english())) or nobody
            raise NotAllowedError(f"This copy is not taken in, because it is {answer.verdict}. {why}")
        assert answer.envelope is not None  # a verdict of these needs one
        header = answer.envelope.header
        if header.agreement != agreement:
            raise NotAllowedError("This copy is of another agreement.", "Receive it there.")
        if answer.stored != "same":
            raise ConflictError(
                f"This copy says it is version {header.number}, but not the version {header.number} kept here.",
                "Compare both with `verify` and `history`.",
            )
        with self._library.together():
            Evidence(self._library, self._clock, self._person).verified(answer)
            self._library.signatures.record(header.hash, data, self._new(answer), actor=self._person)
            for seen in answer.signers:
                holder = seen.signature.holder
                self._library.pins.remember(
                    seen.role, holder.email, holder.name, digits_of(holder.fingerprint), actor=self._person
                )
            signed = [one.role for one in self._library.signatures.of_version(header.hash)]
            assert answer.agreement is not None  # found with the envelope
            complete = not missing_roles(answer.agreement, signed)
            self._library.agreements.set_status(agreement, "signed" if complete else "for_signature", self._person)
        return answer

    def _new(self, answer: DocumentAnswer) -> list[Any]:
        from workbench.storage.records.signing import NewSignature  # noqa: PLC0415

        return [
            NewSignature(
                role=seen.role,
                signer=seen.signature.holder.name,
                email=seen.signature.holder.email,
                signed_at=seen.signature.signed_at or self._clock.now(),
                fingerprint=digits_of(seen.signature.holder.fingerprint),
            )
            for seen in answer.signers
        ]


def _words(code: str) -> Language:
    """The language of a document; the source where it names one this program has not."""
    return language(code) if code in shipped() else language()


def _english() -> Language:
    return language()
