"""What may be in the objects that a signing step adds: a signature and how it looks, and nothing that reaches further.

A look is the signer's own and may show anything within its rectangle. It may not bring files, scripts, layers that a
reader can switch, or contents from elsewhere, because then two people would see different things under one signature.

Loads pyHanko: import it where it is used. Must not know which step it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    Reference as PdfReference,
    StreamObject,
    TextStringObject,
)

from workbench.signing.form import Reference

_REACHES_FURTHER = {"/AA", "/AF", "/Alternates", "/EF", "/JS", "/OC", "/OPI", "/PS", "/PieceInfo", "/Ref", "/URI"}
_FROM_ELSEWHERE = {"/F", "/FDecodeParms", "/FFilter"}
"""Of a stream: its bytes are in another file."""
_DEVELOPERS = {"/ADBE", "/ESIC", "/ISO_"}
_EXTENSION = {"/BaseVersion", "/ExtensionLevel", "/ExtensionRevision", "/Type", "/URL"}


def are_plain(revision: Any, added: Iterable[Reference]) -> bool:
    """Whether none of the objects that a revision (historical resolver) adds reaches beyond itself."""
    return all(_is_plain(revision(PdfReference(*one, revision))) for one in added)


def extension_is_plain(developer: str, held: Any) -> bool:
    """Whether an entry among a document's extensions is only what its standard has: versions, levels, their names."""
    several = isinstance(held, ArrayObject)
    listed = [held.raw_get(at) for at in range(len(held))] if several else [held]
    return developer in _DEVELOPERS and all(_is_extension(one) for one in listed)


def _is_extension(held: Any) -> bool:
    if not isinstance(held, DictionaryObject) or not held.keys() <= _EXTENSION:
        return False
    return all(isinstance(held.raw_get(key), NameObject | NumberObject | TextStringObject) for key in held)


def _is_plain(held: Any) -> bool:
    if isinstance(held, StreamObject) and _FROM_ELSEWHERE & held.keys():
        return False
    if isinstance(held, DictionaryObject):
        return not _REACHES_FURTHER & held.keys() and all(_is_plain(held.raw_get(key)) for key in held)
    return not isinstance(held, ArrayObject) or all(_is_plain(held.raw_get(at)) for at in range(len(held)))
