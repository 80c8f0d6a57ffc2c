"""Agreement content as it is kept: canonical JSON bytes, compressed, found again only if the hash is right.

Must not know what the JSON means.
"""

from __future__ import annotations

import hashlib
import zlib

import msgspec
import rfc8785

from workbench.base.errors import DamagedError, NotAllowedError
from workbench.fields.codec import MOST_BYTES, content_hash

CODEC = "zlib"


def pack(content: bytes) -> bytes:
    """The compressed form."""
    return zlib.compress(content, 6)


def unpack(packed: bytes, sha256: str, what: str) -> bytes:
    """The content again.

    Args:
        packed: From `pack`, or damaged, or made to do harm.
        sha256: What its hash must be.
        what: How a refusal names it.

    Raises:
        DamagedError: It is not what was kept.
    """
    engine = zlib.decompressobj()
    try:
        content = engine.decompress(packed, MOST_BYTES)
    except (zlib.error, TypeError) as error:
        raise DamagedError(f"{what} is damaged: it cannot be unpacked.", "Put it back from a backup.") from error
    if not engine.eof or engine.unused_data:
        raise DamagedError(f"{what} is damaged: its length is not right.", "Put it back from a backup.")
    return checked(content, sha256, what)


def checked(content: bytes, sha256: str, what: str) -> bytes:
    """The content, if its hash is right.

    Raises:
        DamagedError: It is not what was kept.
    """
    kept: object = content  # a damaged SQLite file may hold a text where bytes belong
    if not isinstance(kept, bytes) or hashlib.sha256(kept).hexdigest() != sha256:
        raise DamagedError(f"{what} is damaged: its hash is not the one that was kept.", "Put it back from a backup.")
    return content


def canonical_hash(content: bytes) -> str:
    """The hash of content that is to be kept for good.

    Raises:
        NotAllowedError: Too large.
        DamagedError: Not the canonical JSON of an object.
    """
    small_enough(content)
    try:
        tree = msgspec.json.decode(content)
        same = isinstance(tree, dict) and rfc8785.dumps(tree) == content
    except (msgspec.DecodeError, rfc8785.CanonicalizationError, RecursionError, UnicodeError) as error:
        raise DamagedError(f"The content of this version is not canonical JSON: {error}.") from error
    if not same:
        raise DamagedError("The content of this version is not the canonical JSON of an object.")
    return content_hash(content)


def small_enough(content: bytes) -> None:
    """Refuse content that could not be read again.

    Raises:
        NotAllowedError: Too large.
    """
    if len(content) > MOST_BYTES:
        raise NotAllowedError(
            f"The agreement is larger than {MOST_BYTES // 1024 // 1024} MB.", "Shorten its longest texts."
        )
