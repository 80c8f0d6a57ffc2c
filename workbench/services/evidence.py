"""The append-only record of a signing: opened, consented, signed, verified; told as a document and as JSON.

Every line goes into the library's audit trail, whose hashes are chained. Must not know either face.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.agreement.lifecycle import missing_roles
from workbench.agreement.model import read_agreement
from workbench.agreement.version import VersionHeader
from workbench.base.clock import Clock, utc_text
from workbench.base.errors import NotFoundError
from workbench.services.files import write_file
from workbench.services.publishing import Published
from workbench.services.rendering import language_for, paper_named

if TYPE_CHECKING:
    from workbench.documents.compose.evidence import EvidenceSource, Happened
    from workbench.services.verifying import DocumentAnswer
    from workbench.storage.library import Library
    from workbench.storage.records.history import Event

FORMAT = "sla-workbench-signing-record"
OPENED, CONSENTED, VERIFIED = "document.opened", "document.consented", "document.verified"
_OF_VERSION = {OPENED: "version", CONSENTED: "version", VERIFIED: "version", "signature.recorded": "version_hash"}


@dataclass(frozen=True)
class Sitting:
    """Somebody at a file.

    Attributes:
        version: Hash of the version.
        role: As which the person sits there.
        name: The person's.
        file: SHA-256 of the file as it was shown.
    """

    version: str
    role: str
    name: str
    file: str


@dataclass(frozen=True)
class SigningRecord:
    """The record of one version, read from the library already: writing it asks for no library.

    Attributes:
        source: What the document says.
        document: The same as JSON.
        language_code: Of the document.
        paper: `A4` or `Letter`; the agreement's own without it.
    """

    source: EvidenceSource
    document: dict[str, Any]
    language_code: str
    paper: str = ""

    def data(self) -> bytes:
        """The record as canonical JSON."""
        import rfc8785  # noqa: PLC0415  (with its only user)

        return rfc8785.dumps(self.document)

    def write(self, target: Path) -> Published:
        """Write it: as JSON where the file's name ends so, else as a PDF with the JSON inside.

        Raises:
            OutsideError: The file cannot be written.
        """
        if target.suffix.casefold() == ".json":
            return Published(target, write_file(target, self.data()), self.source.header)
        from workbench.base.language import language  # noqa: PLC0415
        from workbench.documents.attachment import Attachment  # noqa: PLC0415
        from workbench.documents.compose.evidence import compose_evidence  # noqa: PLC0415  (loads the wording)
        from workbench.documents.pdf import render  # noqa: PLC0415  (loads ReportLab)

        sheet = paper_named(self.paper, self.source.agreement)
        document = compose_evidence(self.source, language(self.language_code), sheet)
        inside = Attachment("record.json", self.data(), "application/json", "Data", "The record of signing as data")
        made = render(document, (inside,), with_fields=False)
        return Published(target, write_file(target, made.data), self.source.header, made.pages)


class Evidence:
    """Writes the record of the open library's signings, and reads it back."""

    def __init__(self, library: Library, clock: Clock, person: str) -> None:
        self._library = library
        self._clock = clock
        self._person = person

    def opened(self, sitting: Sitting) -> None:
        """A file was shown to somebody who is to sign it.

        Raises:
            NotFoundError: The version is not in this library.
        """
        self._append(OPENED, sitting)

    def consented(self, sitting: Sitting, statements: Sequence[str], reservations: Sequence[str] = ()) -> None:
        """Somebody accepted every statement, each by an act of its own, and asked to sign.

        Args:
            sitting: Who, and which file.
            statements: What was accepted, in the words of the document.
            reservations: What the person does not accept without a remark, as it prints.

        Raises:
            NotFoundError: The version is not in this library.
        """
        self._append(CONSENTED, sitting, statements=list(statements), reservations=list(reservations))

    def verified(self, answer: DocumentAnswer) -> None:
        """A file was verified, and found to speak of a version that is kept here; of others nothing is recorded."""
        if answer.envelope is None or answer.stored != "same":
            return
        header = answer.envelope.header
        detail = {
            "version": header.hash, "file": answer.examined.sha256, "verdict": answer.verdict,
            "signatures": len(answer.signers),
        }  # fmt: skip
        self._library.events.append(VERIFIED, self._person, header.agreement, detail)

    def of(self, agreement: str, number: int | None = None, language_code: str = "") -> SigningRecord:
        """The record of a version; of the newest for signature without a number.

        Raises:
            NotFoundError: No such version, or none was ever saved for signature.
            NotAllowedError: No wording in that language.
        """
        from workbench.documents.compose.evidence import EvidenceSource, Signed  # noqa: PLC0415  (loads the wording)

        header = self.header(agreement, number)
        content = read_agreement(self._library.versions.content(header.hash), "The version")
        signatures = self._library.signatures.of_version(header.hash)
        trail = self._library.events.all()
        prints = {one.fingerprint for one in signatures if one.fingerprint}
        lines = [event for event in trail if _is_about(event, header, prints)]
        last = (trail[-1].seq, trail[-1].hash) if trail else (0, "")
        now = self._clock.now()
        source = EvidenceSource(
            header, content, now, self._person,
            tuple(Signed(one.role, one.signer, one.signed_at, one.fingerprint, one.pdf) for one in signatures),
            missing_roles(content, [one.role for one in signatures]),
            tuple(map(_happened, lines)), self._library.events.holds(trail), last,
        )  # fmt: skip
        return SigningRecord(source, _json(source, lines, now, self._person), language_for(content, language_code))

    def _append(self, kind: str, sitting: Sitting, **more: Any) -> None:
        header = self._library.versions.by_hash(sitting.version)
        detail = {
            "version": sitting.version, "role": sitting.role, "name": sitting.name, "file": sitting.file, **more
        }  # fmt: skip
        self._library.events.append(kind, self._person, header.agreement, detail)

    def header(self, agreement: str, number: int | None = None) -> VersionHeader:
        """The version with a number; the newest that was saved for signature without one.

        Raises:
            NotFoundError: There is none.
        """
        if number is not None:
            return self._library.versions.get(agreement, number)
        for header in reversed(self._library.versions.all(agreement)):
            if header.kind == "for_signature":
                return header
        raise NotFoundError(
            "No version of this agreement was saved for signature yet.", "Settle its issues and save one."
        )


def _is_about(event: Event, header: VersionHeader, prints: set[str]) -> bool:
    if event.kind == "version.saved":
        return bool(event.detail.get("hash") == header.hash)
    if event.kind in {"pin.first", "pin.replaced"}:
        return event.detail.get("fingerprint") in prints
    return event.kind in _OF_VERSION and event.detail.get(_OF_VERSION[event.kind]) == header.hash


def _happened(event: Event) -> Happened:
    from workbench.documents.compose.evidence import Happened  # noqa: PLC0415  (loads the wording)

    detail = event.detail
    name = str(detail.get("name") or detail.get("signer") or "")
    remark = str(detail.get("verdict") or detail.get("note") or "")
    if event.kind == CONSENTED:
        remark = str(len(detail.get("statements", ())))
    file = str(detail.get("file") or detail.get("pdf_sha256") or "")
    return Happened(
        event.seq, event.at, event.actor, event.kind, name, str(detail.get("role") or ""), remark, file, event.hash
    )  # fmt: skip


def _json(source: EvidenceSource, lines: Sequence[Event], now: dt.datetime, person: str) -> dict[str, Any]:
    header = source.header
    return {
        "format": FORMAT,
        "v": 1,
        "made_at": utc_text(now),
        "made_by": person,
        "version": header.as_json(),
        "hash": header.hash,
        "statements": [one.text for one in source.agreement.sign_off.statements],
        "signatures": [
            {"role": one.role, "name": one.name, "signed_at": utc_text(one.at), "fingerprint": one.fingerprint,
             "method": "digital" if one.fingerprint else "paper", "file": one.file}
            for one in source.signed
        ],
        "missing": list(source.missing),
        "lines": [
            {"v": 1, "seq": one.seq, "at": utc_text(one.at), "actor": one.actor, "kind": one.kind,
             "agreement": one.agreement, "detail": one.detail, "previous": one.previous, "hash": one.hash}
            for one in lines
        ],
        "trail": {"holds": source.holds, "last": source.last[0], "hash": source.last[1]},
    }  # fmt: skip
