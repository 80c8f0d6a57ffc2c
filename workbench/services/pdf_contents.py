"""What travels inside our PDFs: the Agreement JSON, the tracker, which version it is, how it was set, what it followed.

Must not know ReportLab, pikepdf or pyHanko.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from workbench.agreement.model import Agreement, read_agreement
from workbench.agreement.version import ENVELOPE, VersionHeader, VersionKind
from workbench.base.clock import from_utc_text
from workbench.base.errors import DamagedError
from workbench.fields.codec import canonical, content_hash

AGREEMENT_FILE = "agreement.json"
ENVELOPE_FILE = "document.json"
TRACKER_FILE = "tracker.xlsx"
EARLIER_FILE = "previous-agreement.json"


@dataclass(frozen=True)
class Earlier:
    """The version a document tells its changes against.

    Attributes:
        header: Which version.
        agreement: Its content.
    """

    header: VersionHeader
    agreement: Agreement


@dataclass(frozen=True)
class Envelope:
    """Which version a document is, and how it was set.

    Attributes:
        header: The version.
        language: Language code of the document.
        paper: `A4` or `Letter`.
        renderer: What set the pages, with versions.
        earlier: The version its changes are told against; nothing for the first one.
    """

    header: VersionHeader
    language: str
    paper: str
    renderer: str
    earlier: VersionHeader | None = None

    def data(self) -> bytes:
        """As canonical JSON."""
        import rfc8785  # noqa: PLC0415

        made: Any = {
            "version": self.header.as_json(),
            "hash": self.header.hash,
            "language": self.language,
            "paper": self.paper,
            "renderer": self.renderer,
        }
        if self.earlier is not None:
            made["earlier"] = self.earlier.as_json()
        return rfc8785.dumps(made)


def header_from_json(version: Any) -> VersionHeader:
    """The version that `VersionHeader.as_json` wrote.

    Raises:
        KeyError: A key is missing.
        TypeError: A value is of the wrong type.
        ValueError: The time is none, or the envelope is of another kind.
    """
    if version["v"] != ENVELOPE:
        raise ValueError("an unknown kind of version")
    kind = version["kind"]
    if kind not in get_args(VersionKind):
        raise ValueError("an unknown kind of version")
    return VersionHeader(
        agreement=_text(version["agreement"]),
        number=_whole(version["seq"]),
        parents=tuple(_text(one) for one in version["parents"]),
        content_hash=_text(version["content"]),
        doc_schema=_whole(version["doc_schema"]),
        kind=kind,
        author=_text(version["author"]),
        message=_text(version["message"]),
        at=_moment(version["at"]),
    )


def read_envelope(files: Mapping[str, bytes]) -> Envelope:
    """The envelope among a document's files.

    Raises:
        DamagedError: It is missing or not one.
    """
    try:
        raw = json.loads(files[ENVELOPE_FILE])
        header = header_from_json(raw["version"])
        earlier = header_from_json(raw["earlier"]) if "earlier" in raw else None
        envelope = Envelope(header, _text(raw["language"]), _text(raw["paper"]), _text(raw["renderer"]), earlier)
        named = _text(raw["hash"])
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise DamagedError("The file does not say which version of the agreement it is.") from error
    if named != header.hash:
        raise DamagedError("The version inside the file does not agree with its own hash.")
    return envelope


def earlier_inside(files: Mapping[str, bytes], envelope: Envelope) -> Earlier | None:
    """The version a document tells its changes against, as the document carries it.

    Raises:
        DamagedError: It is missing, cannot be read, or is not the one the envelope names.
    """
    if envelope.earlier is None:
        return None
    data = files.get(EARLIER_FILE, b"")
    agreement = read_agreement(data, f"The {EARLIER_FILE} inside")
    if canonical(agreement) != data or content_hash(data) != envelope.earlier.content_hash:
        raise DamagedError("The earlier version inside the file is not the one it names.")
    return Earlier(envelope.earlier, agreement)


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > 4000 or any("\ud800" <= one <= "\udfff" for one in value):
        raise TypeError("not a text")
    return value


def _whole(value: object) -> int:
    """A whole number that canonical JSON can hold."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**53:
        raise TypeError("not a whole number")
    return value


def _moment(value: object) -> dt.datetime:
    try:
        return from_utc_text(_text(value))
    except OverflowError:  # an offset that leads out of the years there are
        raise ValueError("not an instant") from None
