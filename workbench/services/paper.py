"""Signatures on paper: the scan of a signed print is kept with its hash as evidence for a version.

What a scan shows is what the person who records it says it shows; that stands in the record. Must not know either face.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from workbench.agreement.lifecycle import missing_roles
from workbench.agreement.model import Agreement, read_agreement
from workbench.agreement.signers import SignerSeat, seats
from workbench.agreement.version import VersionHeader
from workbench.base.clock import Clock
from workbench.base.errors import NotAllowedError, NotFoundError
from workbench.services.files import read_file
from workbench.services.settled import require_settled

if TYPE_CHECKING:
    from workbench.documents.scans import ScanKind
    from workbench.storage.library import Library
    from workbench.storage.records.signing import NewSignature, Signature

NOON = dt.time(12)
"""Paper bears a day; noon keeps it the same day wherever it is read."""


@dataclass(frozen=True)
class PaperSigner:
    """Somebody whose hand is on the paper.

    Attributes:
        role: As the agreement calls it.
        on: The day that stands beside the name.
        name: The person's; empty for whom the agreement names.
    """

    role: str
    on: dt.date
    name: str = ""


@dataclass(frozen=True)
class Scan:
    """A scan that is kept.

    Attributes:
        sha256: Of the file.
        version: Number of the version it is evidence for.
        signed: Who signed on it: role, name, day.
        recorded_at: When it was taken in.
    """

    sha256: str
    version: int
    signed: tuple[PaperSigner, ...]
    recorded_at: dt.datetime


@dataclass(frozen=True)
class SeenScan:
    """A file that is a scan.

    Attributes:
        name: Of the file; of a kept one, what it may be called.
        data: The file.
        sha256: Of it.
        kind: What it is.
    """

    name: str
    data: bytes = field(repr=False)
    sha256: str
    kind: ScanKind


def see_scan(source: Path) -> SeenScan:
    """Read a scan and find out what it is; touches no library, so any thread may ask.

    Raises:
        NotFoundError: There is no such file.
        NotAllowedError: It is too large.
        DamagedError: It is no scan.
    """
    from workbench.documents.scans import LARGEST, scan_kind  # noqa: PLC0415  (loads pdfium)

    data = read_file(source, LARGEST)
    return SeenScan(source.name, data, hashlib.sha256(data).hexdigest(), scan_kind(data))


class Paper:
    """Scans of the open library's agreements."""

    def __init__(self, library: Library, clock: Clock, person: str) -> None:
        self._library = library
        self._clock = clock
        self._person = person

    def record(self, agreement: str, number: int, scan: bytes, signers: Sequence[PaperSigner]) -> Scan:
        """Keep a scan as evidence that people signed a version on paper.

        Args:
            agreement: Its id.
            number: Of the version whose hash stands at the foot of the paper.
            scan: PDF, PNG or JPEG.
            signers: Whose signatures it shows.

        Raises:
            NotFoundError: No such version, or nobody signs it in such a role.
            NotAllowedError: Not a version for signature or not a settled one, nobody named, somebody has signed already
                or before their turn, or a day that cannot be right.
            DamagedError: The scan cannot be read.
        """
        from workbench.documents.scans import scan_kind  # noqa: PLC0415  (loads pdfium)

        header = self._library.versions.get(agreement, number)
        if header.kind != "for_signature":
            raise NotAllowedError(
                f"Version {number} is not for signature.", "Settle its issues, save a version and sign that one."
            )
        if not signers:
            raise NotAllowedError("Nobody was named who signed on the paper.", "Name at least one role.")
        kind = scan_kind(scan)
        content = read_agreement(self._library.versions.content(header.hash), "The version")
        done = {one.role.casefold() for one in self._library.signatures.of_version(header.hash)}
        require_settled(header, content, signed=bool(done))
        found = [self._checked(one, content, header, done) for one in signers]
        _check_turn(content, done | {one.role.casefold() for one in found})
        with self._library.together():
            kept = self._library.signatures.record(
                header.hash, scan, found, actor=self._person, media_type=kind.media_type
            )
            roles = [one.role for one in self._library.signatures.of_version(header.hash)]
            complete = not missing_roles(content, roles)
            self._library.agreements.set_status(agreement, "signed" if complete else "for_signature", self._person)
        return _scan(kept, number, ZoneInfo(content.teams.time_zone or "UTC"))

    def scans(self, agreement: str) -> tuple[Scan, ...]:
        """Every scan of an agreement, oldest first."""
        grouped: dict[tuple[str, str], list[Signature]] = {}
        for one in self._library.signatures.of_agreement(agreement):
            if one.method == "paper":
                grouped.setdefault((one.version, one.pdf), []).append(one)
        made = []
        for (version, _), kept in grouped.items():
            content = read_agreement(self._library.versions.content(version), "The version")
            zone = ZoneInfo(content.teams.time_zone or "UTC")
            made.append(_scan(kept, self._library.versions.by_hash(version).number, zone))
        return tuple(made)

    def file(self, agreement: str, sha256: str) -> SeenScan:
        """A kept scan.

        Args:
            agreement: Its id.
            sha256: Of the scan, or how it begins.

        Raises:
            NotFoundError: None is kept, or several begin so.
            DamagedError: It is not what was kept.
        """
        from workbench.documents.scans import scan_kind  # noqa: PLC0415  (loads pdfium)

        wanted = "".join(sha256.split()).lower()
        found = {
            one.pdf: one
            for one in self._library.signatures.of_agreement(agreement)
            if one.method == "paper" and wanted and one.pdf.startswith(wanted)
        }
        if len(found) != 1:
            raise NotFoundError(f"No one scan {wanted[:16]!r} is kept with this agreement.", "List them with `paper`.")
        ((whole, kept),) = found.items()
        data = self._library.signatures.file(kept)
        kind = scan_kind(data)
        return SeenScan(f"scan-{whole[:8]}{kind.ending}", data, whole, kind)

    def _checked(
        self, signer: PaperSigner, content: Agreement, header: VersionHeader, done: set[str]
    ) -> NewSignature:  # fmt: skip
        from workbench.storage.records.signing import NewSignature  # noqa: PLC0415

        seat = _seat(content, signer.role)
        if seat.role.casefold() in done:
            raise NotAllowedError(f"{seat.role} has signed version {header.number} already.")
        zone = ZoneInfo(content.teams.time_zone or "UTC")
        today, saved = self._clock.now().astimezone(zone).date(), header.at.astimezone(zone).date()
        if not saved <= signer.on <= today:
            raise NotAllowedError(
                f"{signer.on.isoformat()} cannot be the day on the paper: version {header.number} was saved on "
                f"{saved.isoformat()}, and today is {today.isoformat()}.",
                "Correct the day.",
            )
        at = dt.datetime.combine(signer.on, NOON, zone).astimezone(dt.UTC)
        return NewSignature(seat.role, signer.name.strip() or seat.name, seat.email, at, "", "paper")


def _seat(content: Agreement, wanted: str) -> SignerSeat:
    people = seats(content)
    plain = wanted.strip().casefold()
    for one in people:
        if one.role.casefold() == plain:
            return one
    roles = ", ".join(one.role for one in people) or "none"
    raise NotFoundError(f"Nobody signs this version as “{wanted.strip()[:80]}”.", f"Its roles are: {roles}.")


def _check_turn(content: Agreement, done: set[str]) -> None:
    """Nobody signs before somebody required of an earlier step."""
    people = seats(content)
    last = max((one.group for one in people if one.role.casefold() in done), default=0)
    waiting = [
        one.role for one in people if one.group < last and not one.optional and one.role.casefold() not in done
    ]  # fmt: skip
    if waiting:
        raise NotAllowedError(
            f"{', '.join(waiting)} signs first.", "Record that signature with or before this one; the agreement sets "
            "the order.",
        )  # fmt: skip


def _scan(kept: Sequence[Signature], number: int, zone: ZoneInfo) -> Scan:
    signed = tuple(PaperSigner(one.role, one.signed_at.astimezone(zone).date(), one.signer) for one in kept)
    return Scan(kept[0].pdf, number, signed, kept[0].recorded_at)
