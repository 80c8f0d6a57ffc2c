"""The files embedded in a document, in one of its revisions. Must not know what they mean.

Loads pyHanko: import it where it is used.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, StreamObject

from workbench.base.language import N_
from workbench.signing.findings import RefusedError, unverifiable
from workbench.signing.report import Attachment
from workbench.signing.wording import visible

_DEEPEST = 8
_MOST = 1_000


def read_attachments(revision: Any) -> tuple[Attachment, ...]:
    """The embedded files of a revision (a pyHanko reader or historical resolver), in the order of their names.

    Raises:
        RefusedError: The list of embedded files is not one this program reads.
    """
    names = revision.root.get("/Names")
    files = names.get("/EmbeddedFiles") if isinstance(names, DictionaryObject) else None
    if files is None:
        return ()
    found = []
    for name, specification in _entries(files, depth=0):
        found.append(_attachment(name, specification))
        if len(found) > _MOST:
            raise _unreadable()
    if len({file.name for file in found}) != len(found):
        raise _unreadable()
    return tuple(found)


def _entries(node: Any, depth: int) -> Iterator[tuple[str, Any]]:
    if not isinstance(node, DictionaryObject) or depth > _DEEPEST:
        raise _unreadable()
    flat = node.get("/Names", ArrayObject())
    if len(flat) % 2:
        raise _unreadable()
    for at in range(0, len(flat), 2):
        yield str(flat[at]), flat[at + 1]
    for kid in node.get("/Kids", ArrayObject()):
        yield from _entries(kid.get_object(), depth + 1)


def _attachment(name: str, specification: Any) -> Attachment:
    stream = specification["/EF"]["/F"] if isinstance(specification, DictionaryObject) else None
    if not isinstance(stream, StreamObject):
        raise _unreadable()
    return Attachment(
        name=visible(name),
        data=bytes(stream.data),
        media_type=str(stream.get("/Subtype", "")).removeprefix("/"),
        relationship=str(specification.get("/AFRelationship", "")).removeprefix("/"),
    )


def _unreadable() -> RefusedError:
    return RefusedError(unverifiable(N_("The files embedded in the document cannot be read.")))
