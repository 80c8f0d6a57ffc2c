"""What a version is: an agreement's content fixed under a hash that also names its parents, author, reason and time.

The envelope is what is stored, attached to the signed PDF, and carried in bundles; its hash is the version's identity
everywhere. Must not know where versions are kept.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, get_args

from workbench.base.clock import from_utc_text, utc_text
from workbench.base.errors import DamagedError

VersionKind = Literal["saved", "for_signature", "restored", "merge"]
KINDS: tuple[VersionKind, ...] = get_args(VersionKind)
ENVELOPE = 1
"""Version of the envelope itself, its key `v`."""
HASH = re.compile(r"[0-9a-f]{64}")
_TYPES: dict[str, type] = {
    "v": int, "agreement": str, "seq": int, "parents": list, "content": str, "doc_schema": int, "kind": str,
    "author": str, "message": str, "at": str,
}  # fmt: skip


@dataclass(frozen=True)
class Version:
    """One immutable version of an agreement, without its content.

    Attributes:
        agreement: Id of the agreement.
        number: 1 for the first; one more than the highest of its parents.
        parents: Version hashes: none for the first, one as a rule, two for a merge (ours, theirs).
        content_hash: SHA-256 of the agreement's canonical JSON.
        doc_schema: `Agreement.format` of the content.
        kind: Why it was saved.
        author: Who saved it.
        message: Why, in words.
        at: When; aware, UTC, to the microsecond; always after its parents.
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

    def envelope(self) -> dict[str, Any]:
        """The JSON object that is hashed."""
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

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the envelope's canonical JSON: the version's identity, 64 hexadecimal digits."""
        import rfc8785  # noqa: PLC0415  (with its cost only where something is hashed)

        return hashlib.sha256(rfc8785.dumps(self.envelope())).hexdigest()


def version_from(envelope: Mapping[str, Any]) -> Version:
    """The version that an envelope describes.

    Raises:
        DamagedError: A key is missing, unknown or of the wrong type, or a value is impossible.
    """
    wrong = sorted(set(envelope) ^ set(_TYPES)) or [k for k, t in _TYPES.items() if type(envelope[k]) is not t]
    if wrong:
        raise DamagedError(f"This is not a version of an agreement: {wrong[0]} is missing, unknown or of a wrong type.")
    if envelope["v"] != ENVELOPE:
        raise DamagedError(
            f"This version was written in form {envelope['v']}, which this program does not know.",
            "Open it with a newer SLA Workbench.",
        )
    parents = tuple(envelope["parents"])
    hashes = all(isinstance(one, str) and HASH.fullmatch(one) for one in (*parents, envelope["content"]))
    if not hashes or len(parents) > 2 or len(set(parents)) != len(parents):
        raise DamagedError("This is not a version of an agreement: its hashes are not hashes.")
    if envelope["seq"] < 1 or (envelope["seq"] == 1) != (not parents) or envelope["kind"] not in KINDS:
        raise DamagedError("This is not a version of an agreement: its number, parents or kind cannot be.")
    try:
        at = from_utc_text(envelope["at"])
    except ValueError as error:
        raise DamagedError(f"This is not a version of an agreement: its time is {envelope['at'][:40]!r}.") from error
    version = Version(
        envelope["agreement"], envelope["seq"], parents, envelope["content"], envelope["doc_schema"],
        envelope["kind"], envelope["author"], envelope["message"], at,
    )  # fmt: skip
    if version.envelope()["at"] != envelope["at"]:
        raise DamagedError("This is not a version of an agreement: its time is not in the canonical form.")
    return version
