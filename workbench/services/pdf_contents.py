"""What travels inside our PDFs: the Agreement JSON, and an envelope that says which version it is and how it was set.

Must not know ReportLab, pikepdf or pyHanko.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workbench.agreement.version import ENVELOPE, VersionHeader
from workbench.base.clock import from_utc_text
from workbench.base.errors import DamagedError

AGREEMENT_FILE = "agreement.json"
ENVELOPE_FILE = "document.json"


@dataclass(frozen=True)
class Envelope:
    """Which version a document is, and how it was set.

    Attributes:
        header: The version.
        language: Language code of the document.
        paper: `A4` or `Letter`.
        renderer: What set the pages, with versions.
    """

    header: VersionHeader
    language: str
    paper: str
    renderer: str

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
        return rfc8785.dumps(made)


def read_envelope(files: Mapping[str, bytes]) -> Envelope:
    """The envelope among a document's files.

    Raises:
        DamagedError: It is missing or not one.
    """
    try:
        raw = json.loads(files[ENVELOPE_FILE])
        version = raw["version"]
        header = VersionHeader(
            agreement=_text(version["agreement"]),
            number=_whole(version["seq"]),
            parents=tuple(_text(one) for one in version["parents"]),
            content_hash=_text(version["content"]),
            doc_schema=_whole(version["doc_schema"]),
            kind=version["kind"] if version["kind"] in {"saved", "for_signature", "restored", "merge"} else "saved",
            author=_text(version["author"]),
            message=_text(version["message"]),
            at=from_utc_text(_text(version["at"])),
        )
        envelope = Envelope(header, _text(raw["language"]), _text(raw["paper"]), _text(raw["renderer"]))
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise DamagedError("The file does not say which version of the agreement it is.") from error
    if version.get("v") != ENVELOPE or raw.get("hash") != header.hash:
        raise DamagedError("The version inside the file does not agree with its own hash.")
    return envelope


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > 4000:
        raise TypeError("not a text")
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("not a whole number")
    return value
