"""What a saved version is: a number, its content by hash, its parent by hash, and a hash over all of it.

Must not know where versions are kept or signed.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import Literal

from workbench.base.clock import utc_text

VersionKind = Literal["saved", "for_signature", "restored", "merge"]
"""Only a version for signature had no error when it was saved, and only it gets signature fields."""

ENVELOPE = 1


@dataclass(frozen=True)
class VersionHeader:
    """Everything about a version but its content.

    Attributes:
        agreement: Id of the agreement.
        number: 1, 2, 3 ... within the agreement.
        parents: Hashes of the versions it was made from; none for the first.
        content_hash: SHA-256 of the canonical Agreement JSON.
        doc_schema: Format of that JSON.
        kind: How it came to be.
        author: Who saved it.
        message: Why.
        at: When; aware.
    """

    agreement: str
    number: int
    parents: tuple[str, ...]
    content_hash: str
    doc_schema: int
    kind: VersionKind
    author: str
    message: str
    at: dt.datetime

    def as_json(self) -> dict[str, object]:
        """The JSON object that is hashed and travels inside the PDF."""
        return {
            "v": ENVELOPE,
            "agreement": self.agreement,
            "seq": self.number,
            "parents": list(self.parents),
            "content": self.content_hash,
            "doc_schema": self.doc_schema,
            "kind": self.kind,
            "author": self.author,
            "message": self.message,
            "at": utc_text(self.at),
        }

    @property
    def hash(self) -> str:
        """SHA-256 of the canonical JSON object, 64 hexadecimal digits."""
        import rfc8785  # noqa: PLC0415  (only where something is hashed)

        return hashlib.sha256(rfc8785.dumps(self.as_json())).hexdigest()  # type: ignore[arg-type]  # plain JSON
