"""What a verification answers: the verdict, why, and who signed. Must not know how it is found.

Four things are said separately and never as one tick: whether the document is unchanged, who the certificate says the
signer is, whose clock the time comes from, and whether everybody required has signed.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from workbench.base.language import Language
from workbench.signing.findings import Finding
from workbench.signing.holder import Holder
from workbench.signing.spots import Spot
from workbench.signing.wording import Phrase

Verdict = Literal["valid", "incomplete", "unsigned", "changed", "broken", "unverifiable"]

AGREEMENT_RELATIONSHIP = "Source"
AGREEMENT_MEDIA_TYPE = "application/json"


@dataclass(frozen=True)
class Attachment:
    """A file embedded in a document.

    Attributes:
        name: Its name in the document.
        data: Its bytes.
        media_type: As the document says, such as `application/json`.
        relationship: To the document (PDF's AFRelationship), such as `Source` or `Supplement`; empty where not said.
    """

    name: str
    data: bytes = field(repr=False)
    media_type: str
    relationship: str

    @property
    def is_agreement(self) -> bool:
        """It is the data the document was made from."""
        return self.relationship == AGREEMENT_RELATIONSHIP and self.media_type == AGREEMENT_MEDIA_TYPE


@dataclass(frozen=True)
class Signature:
    """One signature of a document.

    Attributes:
        field_name: Of the field it fills.
        role: What people call that place: the field's description, else its name.
        holder: What the signer's certificate says; a claim, see `identity`.
        certificate: DER bytes, for pinning and showing.
        signed_at: When, by `time`'s clock; None where the signature does not say.
        intact: The signature holds, and nothing was changed in the document after it but further signatures.
        identity: Who vouches for the name: `self-issued`, `issued by X, not checked here`, and whether the certificate
            was expired or not yet valid.
        time: Whose clock: `signer's clock`, or `time stamp of NAME, not checked here`.
        reason: The signer's statement; may be empty.
        certifies: It is the first, which fixes the document but for further signatures.
    """

    field_name: str
    role: str
    holder: Holder
    certificate: bytes = field(repr=False)
    signed_at: dt.datetime | None
    intact: bool
    identity: Phrase
    time: Phrase
    reason: str
    certifies: bool

    def document(self, language: Language) -> dict[str, object]:
        """As `verify --json` shows it."""
        return {
            "role": self.role,
            "name": self.holder.name,
            "email": self.holder.email,
            "fingerprint": self.holder.fingerprint,
            "signed_at": self.signed_at.isoformat() if self.signed_at else None,
            "intact": self.intact,
            "identity": self.identity.text(language),
            "time": self.time.text(language),
            "reason": self.reason,
        }


@dataclass(frozen=True)
class Verification:
    """The answer about one document.

    Attributes:
        verdict: `valid` only where nothing was found and nobody required is missing.
        findings: Every reason against it, in the order found.
        missing: Roles whose signature is required and not there.
        notes: What else a person should read, such as that nobody has signed.
        signatures: In the order they were made.
        spots: The places to sign, signed or not, in the document's order.
        sha256: Of the whole file, to compare with the one kept when it was last received; no signature covers the few
            bytes that hold the signatures themselves.
        base: The bytes of the document before the first signature, which must equal a fresh rendering of the agreement;
            empty where they could not be found.
        attachments: The embedded files as of `base`.
    """

    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[Phrase, ...] = ()
    signatures: tuple[Signature, ...] = ()
    spots: tuple[Spot, ...] = ()
    sha256: str = ""
    base: bytes = field(default=b"", repr=False)
    attachments: tuple[Attachment, ...] = ()

    @property
    def agreement(self) -> Attachment | None:
        """The one embedded file that is the agreement's data; None where there is none, or more than one."""
        found = [file for file in self.attachments if file.is_agreement]
        return found[0] if len(found) == 1 else None

    def reasons(self, language: Language) -> list[str]:
        """Every reason and note as a sentence."""
        return [said.text(language) for said in (*(finding.said for finding in self.findings), *self.notes)]

    def document(self, language: Language) -> dict[str, object]:
        """As `verify --json` shows it, but for what is known of the agreement elsewhere."""
        return {
            "verdict": self.verdict,
            "reasons": self.reasons(language),
            "signatures": [signature.document(language) for signature in self.signatures],
        }
