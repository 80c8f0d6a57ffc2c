"""A document's Info and XMP, compared by value between two revisions. Must not know why.

The workbench leaves both as they are. pyHanko and programs built on it stamp the time and their own name, and write the
same XMP in other words; that is accepted, but neither the title nor anything else a reader shows may differ.

Loads pyHanko: import it where it is used.
"""

from __future__ import annotations

import io
from collections.abc import Hashable
from typing import Any

from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.pdf_utils.metadata.model import XmpArray, XmpStructure, XmpValue
from pyhanko.pdf_utils.metadata.xmp_xml import parse_xmp, serialise_xmp

_INFO_MAY_CHANGE = {"/ModDate", "/Producer"}
_XMP_MAY_CHANGE = {
    ("http://ns.adobe.com/xap/1.0/", "ModifyDate"),
    ("http://ns.adobe.com/xap/1.0/", "MetadataDate"),
    ("http://ns.adobe.com/pdf/1.3/", "Producer"),
}


def same_info(old: Any, new: Any) -> bool:
    """Whether two revisions (historical resolvers) have the same Info, but for what an update may stamp."""
    return _info(old) == _info(new)


def same_xmp(old: Any, new: Any) -> bool:
    """Whether two revisions (historical resolvers) say the same in XMP, but for what an update may stamp."""
    before, after = _stream(old), _stream(new)
    if before == after:
        return True
    return before is not None and after is not None and _is_plain(after) and _said(before) == _said(after)


def _info(revision: Any) -> dict[str, str]:
    if "/Info" not in revision.trailer_view:
        return {}
    info = revision(revision.trailer_view.raw_get("/Info").reference)
    return {key: repr(info.raw_get(key)) for key in info if key not in _INFO_MAY_CHANGE}


def _stream(revision: Any) -> bytes | None:
    if "/Metadata" not in revision.root:
        return None
    # Not through the catalogue: pyHanko then makes an object that a historical revision cannot hold.
    stream = revision(revision.root.raw_get("/Metadata").reference)
    return bytes(stream.read_data(DecodePurpose.XMP_METADATA))


def _is_plain(stream: bytes) -> bool:
    """Whether XMP holds nothing but what is compared: it is as pyHanko writes what it has read of it.

    A second description of the document, behind the one that is compared, is what other programs might show.
    """
    written = io.BytesIO()
    serialise_xmp(parse_xmp(io.BytesIO(stream)), written)
    return written.getvalue() == stream


def _said(stream: bytes) -> tuple[Hashable, ...]:
    return tuple(_structure(part) for part in parse_xmp(io.BytesIO(stream)))


def _structure(structure: XmpStructure) -> Hashable:
    return frozenset(
        (name.ns, name.local_name, _value(value))
        for name, value in structure
        if (name.ns, name.local_name) not in _XMP_MAY_CHANGE
    )


def _value(value: XmpValue) -> Hashable:
    qualifiers = frozenset((name.ns, name.local_name, _value(held)) for name, held in value.qualifiers.iter_quals())
    held = value.value
    if isinstance(held, XmpStructure):
        return ("structure", _structure(held), qualifiers)
    if isinstance(held, XmpArray):
        return (held.array_type.name, tuple(_value(entry) for entry in held.entries), qualifiers)
    return ("text", str(held), qualifiers)
