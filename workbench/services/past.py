"""What has become of an agreement: its versions, who signed each, when each was in force, and its files.

Must not know either face.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

from workbench.agreement.commitment import Side
from workbench.agreement.lifecycle import SignedVersion, in_force_spans, missing_roles, required_roles
from workbench.agreement.model import Agreement, read_agreement
from workbench.agreement.signers import seats
from workbench.agreement.version import VersionHeader
from workbench.base.clock import Clock
from workbench.base.errors import DamagedError, NotFoundError
from workbench.fields.codec import canonical, content_hash
from workbench.services.pdf_contents import Earlier
from workbench.services.rendering import earlier_version
from workbench.services.settled import require_settled

if TYPE_CHECKING:
    from workbench.storage.library import Library
    from workbench.storage.records.signing import Signature

VersionState = Literal["point", "unsigned", "incomplete", "coming", "in_force", "past", "replaced", "damaged"]
"""A saved point; for signature and nobody, or not everybody, has signed; signed by all and in force later, today,
formerly, or never, because a later one took its place; not what was saved."""


@dataclass(frozen=True)
class SignedBy:
    """One signature as the library keeps it.

    Attributes:
        role: As the agreement calls it.
        name: As the certificate has it.
        email: Likewise; may be empty.
        side: For whom the person signed.
        fingerprint: Of the certificate, 64 digits; empty for one on paper.
        at: When, by the signer's clock; on paper noon of the day on it.
        scan: SHA-256 of the scan; empty unless on paper.
    """

    role: str
    name: str
    email: str
    side: Side
    fingerprint: str
    at: dt.datetime
    scan: str = ""


@dataclass(frozen=True)
class PastVersion:
    """One version and what became of it.

    Attributes:
        header: What it is.
        state: What became of it.
        signed: Who signed, the last signature of each role, in the order of signing.
        required: How many must sign.
        missing: Roles that still must.
        first: Its first day in force; nothing where it never was or will be.
        last: Its last; nothing while no end is known.
        damage: Why it is damaged; empty where it is what was saved.
    """

    header: VersionHeader
    state: VersionState
    signed: tuple[SignedBy, ...] = ()
    required: int = 0
    missing: tuple[str, ...] = ()
    first: dt.date | None = None
    last: dt.date | None = None
    damage: str = ""

    @property
    def has_signed_file(self) -> bool:
        """Has anybody signed in the file itself, not on paper only?"""
        return any(not one.scan for one in self.signed)


@dataclass(frozen=True)
class Chronicle:
    """The whole past of an agreement.

    Attributes:
        versions: The newest first.
        today: In the agreement's zone.
        zone: On whose wall clock it lives.
        base: Number of the version the draft began from; 0 for none.
        draft_differs: Whether the draft says something else than its newest version.
    """

    versions: tuple[PastVersion, ...]
    today: dt.date
    zone: str
    base: int = 0
    draft_differs: bool = False

    def on(self, day: dt.date) -> PastVersion | None:
        """The version in force on a day."""
        return next((one for one in self.versions if _covers(one, day)), None)

    def version(self, number: int) -> PastVersion | None:
        """The version with a number."""
        return next((one for one in self.versions if one.header.number == number), None)


@dataclass(frozen=True)
class VersionFile:
    """A version with all it takes to make or show its file.

    Attributes:
        header: What it is.
        agreement: What it says.
        signed: The file with the most signatures; empty where nobody has signed it here, or on paper only.
        earlier: The version its document tells its changes against; nothing for the first one.
    """

    header: VersionHeader
    agreement: Agreement
    signed: bytes
    earlier: Earlier | None = None


class Past:
    """Looks back at the agreements of the open library."""

    def __init__(self, library: Library, clock: Clock) -> None:
        self._library = library
        self._clock = clock

    def of(self, agreement: str) -> Chronicle:
        """The past of an agreement.

        Raises:
            NotFoundError: There is no such agreement.
            DamagedError: The chain of its versions is not what was saved.
        """
        kept = self._library.drafts.get(agreement)
        draft = read_agreement(kept.content, "The draft")
        zone = draft.teams.time_zone or "UTC"
        today = self._clock.now().astimezone(ZoneInfo(zone)).date()
        headers = self._library.versions.all(agreement)
        signatures: dict[str, list[Signature]] = {}
        for one in self._library.signatures.of_agreement(agreement):
            signatures.setdefault(one.version, []).append(one)
        seen = [self._seen(header, signatures.get(header.hash, []), headers) for header in headers]
        complete = [(s.header, c) for s, c in seen if c is not None and s.required and not s.missing]
        spans = {span.header.hash: span for span in in_force_spans(complete)}
        told = tuple(_dated(one, spans, today) for one, _ in reversed(seen))
        base = next((one.number for one in headers if one.hash == kept.base), 0)
        differs = not headers or headers[-1].content_hash != content_hash(canonical(draft))
        return Chronicle(told, today, zone, base, differs)

    def file(self, agreement: str, number: int) -> VersionFile:
        """A version with its signed file, where there is one.

        Raises:
            NotFoundError: There is no such version.
            DamagedError: It is not what was saved.
            NotAllowedError: It says that it is for signature, and is not settled; nobody has signed it.
        """
        header = self._library.versions.get(agreement, number)
        content = read_agreement(self._library.versions.content(header.hash), "The version")
        signatures = self._library.signatures.of_version(header.hash)
        require_settled(header, content, signed=bool(signatures))
        found = [one for one in signatures if one.method == "digital"]
        signed = self._library.signatures.file(found[-1]) if found else b""
        return VersionFile(header, content, signed, earlier_version(self._library, header))

    def _seen(
        self, header: VersionHeader, signatures: list[Signature], chain: tuple[VersionHeader, ...]
    ) -> tuple[PastVersion, Agreement | None]:
        """A version before its days in force are known, and its content unless that is damaged."""
        try:
            content = read_agreement(self._library.versions.content(header.hash), "The version")
            self._check_parents(header, chain)
        except DamagedError as error:
            return PastVersion(header, "damaged", damage=error.message), None
        sides = {seat.role.casefold(): seat.side for seat in seats(content)}
        last = {one.role.casefold(): one for one in signatures}
        signed = tuple(
            SignedBy(
                one.role,
                one.signer,
                one.email,
                sides.get(role, "both"),
                one.fingerprint,
                one.signed_at,
                one.pdf if one.method == "paper" else "",
            )
            for role, one in sorted(last.items(), key=lambda item: item[1].signed_at)
        )
        if header.kind != "for_signature":
            return PastVersion(header, "point", signed), content
        missing = missing_roles(content, [one.role for one in signed])
        state: VersionState = "incomplete" if signed else "unsigned"
        return PastVersion(header, state, signed, len(required_roles(content)), missing), content

    def _check_parents(self, header: VersionHeader, chain: tuple[VersionHeader, ...]) -> None:
        """A parent is an earlier version here, or one that somebody else sent and that lies beside."""
        for parent in header.parents:
            if any(one.hash == parent and one.number < header.number for one in chain):
                continue
            try:
                self._library.versions.by_hash(parent)
            except NotFoundError:
                raise DamagedError(f"Version {header.number} is damaged: the version it follows is missing.") from None


def _dated(one: PastVersion, spans: dict[str, SignedVersion], today: dt.date) -> PastVersion:
    """A version with its days in force and what they make of it."""
    if one.damage or not one.required or one.missing:
        return one
    span = spans.get(one.header.hash)
    if span is None:
        return _with(one, "replaced", None, None)
    state: VersionState = "coming" if span.first > today else "in_force"
    if span.last is not None and span.last < today:
        state = "past"
    return _with(one, state, span.first, span.last)


def _with(one: PastVersion, state: VersionState, first: dt.date | None, last: dt.date | None) -> PastVersion:
    return PastVersion(one.header, state, one.signed, one.required, one.missing, first, last)


def _covers(one: PastVersion, day: dt.date) -> bool:
    return one.first is not None and one.first <= day and (one.last is None or day <= one.last)
