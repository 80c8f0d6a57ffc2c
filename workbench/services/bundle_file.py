"""The bundle `.slaw`: a zip of canonical JSON, an agreement with its history, to move, keep or merge.

Nothing is ever unpacked to disk; a foreign bundle is hostile until every name, size, hash and byte is checked. Must not
know the library.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any

from workbench.agreement.model import read_agreement
from workbench.agreement.version import VersionHeader
from workbench.base.errors import DamagedError
from workbench.fields.codec import canonical, content_hash
from workbench.services.pdf_contents import header_from_json

MAGIC = "slaw-bundle"
READER = 1
MANIFEST = "manifest.json"
MOST_BYTES = 64 << 20
MOST_TOTAL = 256 << 20
MOST_MEMBER = 8 << 20
MOST_MEMBERS = 5000
MOST_RATIO = 200
_NAME = re.compile(r"manifest\.json|contents/[0-9a-f]{64}\.json")
_AGAIN = "Ask for the file again, as it was exported."


@dataclass(frozen=True)
class Bundle:
    """What a bundle holds.

    Attributes:
        agreement: Id of the agreement.
        title: Its title.
        head: Hash of the newest version; empty where none is saved.
        versions: Every version with its canonical content, lowest number first.
        draft: Canonical content of the draft.
    """

    agreement: str
    title: str
    head: str
    versions: tuple[tuple[VersionHeader, bytes], ...]
    draft: bytes


def bundle_bytes(bundle: Bundle) -> bytes:
    """A bundle as a file; the same content gives the same bytes."""
    import rfc8785  # noqa: PLC0415

    contents = {content_hash(data): data for _, data in bundle.versions} | {content_hash(bundle.draft): bundle.draft}
    manifest: Any = {
        "format": MAGIC,
        "v": READER,
        "min_reader": READER,
        "agreement": bundle.agreement,
        "title": bundle.title,
        "head": bundle.head,
        "versions": [header.as_json() | {"hash": header.hash} for header, _ in bundle.versions],
        "draft": content_hash(bundle.draft),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        members = {MANIFEST: rfc8785.dumps(manifest)}
        members |= {f"contents/{sha256}.json": contents[sha256] for sha256 in sorted(contents)}
        for name, data in members.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return out.getvalue()


def read_bundle(data: bytes) -> Bundle:
    """The bundle in a file, with everything in it checked.

    Raises:
        DamagedError: It is not a bundle, was made by a newer version, or anything in it is not what it says.
    """
    import msgspec  # noqa: PLC0415
    import rfc8785  # noqa: PLC0415

    if not data.startswith(b"PK"):
        raise _not_one()
    members = _members(data)
    written = members.pop(MANIFEST, b"null")
    try:
        manifest = msgspec.json.decode(written)
        canonical_form = rfc8785.dumps(manifest)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError, rfc8785.CanonicalizationError):
        raise _not_one() from None
    if not isinstance(manifest, dict) or manifest.get("format") != MAGIC:
        raise _not_one()
    if not isinstance(manifest.get("min_reader"), int) or manifest["min_reader"] > READER:
        raise DamagedError("This bundle was made by a newer version of the program.", "Open it with that version.")
    if canonical_form != written:
        raise DamagedError("The list of parts in this bundle is not in canonical form.", _AGAIN)
    contents = {_checked(name, member): member for name, member in members.items()}
    try:
        headers = [header_from_json(one) for one in manifest["versions"]]
        versions = tuple((header, contents[header.content_hash]) for header in headers)
        named = [str(one["hash"]) for one in manifest["versions"]]
        agreement, title, head = (_text(manifest[key]) for key in ("agreement", "title", "head"))
        draft = contents[_text(manifest["draft"])]
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedError("This bundle lacks something it names.", _AGAIN) from error
    if named != [header.hash for header in headers] or any(header.agreement != agreement for header in headers):
        raise DamagedError("A version in this bundle is not what its hash says.", _AGAIN)
    return Bundle(agreement, title, head, tuple(sorted(versions, key=lambda pair: pair[0].number)), draft)


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > 400 or any("\ud800" <= one <= "\udfff" for one in value):
        raise TypeError("not a text")
    return value


def _not_one() -> DamagedError:
    return DamagedError("This file is not a bundle of SLA Workbench.", "Choose a file that ends in .slaw.")


def _checked(name: str, data: bytes) -> str:
    """The hash of a content that is canonical and is what its name says."""
    sha256 = content_hash(data)
    if name != f"contents/{sha256}.json":
        raise DamagedError("A part of this bundle is not what its hash says.", _AGAIN)
    if canonical(read_agreement(data, "A part of this bundle")) != data:
        raise DamagedError("A part of this bundle is not in canonical form.", _AGAIN)
    return sha256


def _members(data: bytes) -> dict[str, bytes]:
    if len(data) > MOST_BYTES:
        raise DamagedError(f"This bundle is larger than {MOST_BYTES >> 20} MB.")
    found: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_MEMBERS or sum(one.file_size for one in entries) > MOST_TOTAL:
                raise DamagedError("This bundle holds more than a bundle can.", _AGAIN)
            for entry in entries:
                _check_entry(entry, found)
                with archive.open(entry) as member:
                    found[entry.filename] = member.read(MOST_MEMBER + 1)
                if len(found[entry.filename]) > MOST_MEMBER:
                    raise DamagedError("A part of this bundle is larger than it says.", _AGAIN)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise DamagedError("This bundle is damaged and cannot be unpacked.", _AGAIN) from error
    return found


def _check_entry(entry: zipfile.ZipInfo, found: dict[str, bytes]) -> None:
    odd = entry.flag_bits & 1 or entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
    if not _NAME.fullmatch(entry.filename) or entry.filename in found or odd:
        raise DamagedError("This bundle holds a part that does not belong into one.", _AGAIN)
    if entry.file_size > MOST_MEMBER or entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
        raise DamagedError("A part of this bundle is larger than it says.", _AGAIN)
