"""Walking a foreign PDF's list of files with pikepdf, mistrusting every object on the way. See `embedded.py`."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import Any

import pikepdf

from workbench.base.errors import DamagedError, NotAllowedError
from workbench.documents.embedded import Embedded

MEGABYTE = 1 << 20
LARGEST_PDF = 128 * MEGABYTE
MOST_FILES = 64
MOST_NODES = 256
"""Nodes of a name tree; ours has one. A few of them can point at each other and never end."""

_SEND_AGAIN = "Ask for the file again, as it was exported."


def files_of(data: bytes, largest_file: int) -> tuple[Embedded, ...]:
    """The files by name; see `embedded.read` for what is raised."""
    if len(data) > LARGEST_PDF:
        raise DamagedError(f"The PDF is larger than {LARGEST_PDF // MEGABYTE} MB.", _SEND_AGAIN)
    try:
        with pikepdf.open(io.BytesIO(data), attempt_recovery=False, suppress_warnings=True) as pdf:
            return tuple(_file(spec, name, largest_file) for name, spec in _listed(pdf))
    except pikepdf.PasswordError as error:
        raise NotAllowedError("The PDF is locked with a password.", "Save it without one and try again.") from error
    except (pikepdf.PdfError, zlib.error, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise DamagedError("The PDF cannot be read: it is damaged or not a PDF.", _SEND_AGAIN) from error


def _listed(pdf: pikepdf.Pdf) -> list[tuple[str, pikepdf.Object]]:
    tree = _entry(_entry(pdf.Root, "/Names"), "/EmbeddedFiles")
    found: dict[str, pikepdf.Object] = {}
    for name, spec in _leaves(tree):
        if name in found:
            raise DamagedError(f"Two files inside the PDF are called “{_short(name)}”.", _SEND_AGAIN)
        found[name] = spec
        if len(found) > MOST_FILES:
            raise DamagedError(f"The PDF carries more than {MOST_FILES} files.", _SEND_AGAIN)
    return sorted(found.items())


def _leaves(root: Any) -> Iterator[tuple[str, pikepdf.Object]]:
    waiting, visited = [root], 0
    while waiting:
        node = waiting.pop()
        visited += 1
        if visited > MOST_NODES:
            raise DamagedError("The PDF cannot be read: its list of files has no end.", _SEND_AGAIN)
        names, kids = _entry(node, "/Names"), _entry(node, "/Kids")
        if isinstance(names, pikepdf.Array):
            for place in range(0, len(names) - 1, 2):
                yield str(names[place]), names[place + 1]
        if isinstance(kids, pikepdf.Array):
            waiting += list(kids)[: MOST_NODES + 1]


def _file(spec: Any, name: str, largest: int) -> Embedded:
    stream = _entry(_entry(spec, "/EF"), "/F")
    if not isinstance(stream, pikepdf.Stream):
        raise DamagedError(f"The file “{_short(name)}” inside the PDF is missing.", _SEND_AGAIN)
    content = _unpacked(stream, name, largest)
    kind, relation, words = (_entry(stream, "/Subtype"), _entry(spec, "/AFRelationship"), _entry(spec, "/Desc"))
    return Embedded(
        name, content, str(kind or "").lstrip("/"), str(relation or "").lstrip("/"), str(words) if words else ""
    )


def _unpacked(stream: pikepdf.Stream, name: str, largest: int) -> bytes:
    """The bytes, unpacked no further than allowed: a few kilobytes can hold gigabytes."""
    packing = stream.get("/Filter")
    packings = [] if packing is None else list(packing) if isinstance(packing, pikepdf.Array) else [packing]
    raw = stream.read_raw_bytes()
    if not packings:
        content = raw
    elif packings == [pikepdf.Name.FlateDecode] and stream.get("/DecodeParms") is None:
        content = zlib.decompressobj().decompress(raw, largest + 1)
    else:
        raise DamagedError(f"The file “{_short(name)}” inside the PDF is packed in a way not used here.", _SEND_AGAIN)
    if len(content) > largest:
        raise DamagedError(f"The file “{_short(name)}” inside the PDF is too large.", _SEND_AGAIN)
    return content


def _entry(owner: Any, key: str) -> Any:
    return owner.get(key) if isinstance(owner, pikepdf.Dictionary | pikepdf.Stream) else None


def _short(name: str) -> str:
    return name if len(name) <= 40 else name[:40] + "…"
