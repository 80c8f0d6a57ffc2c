"""A file inside a PDF. Must not know what is in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Relationship = Literal["Source", "Supplement", "Data"]
"""What a file is to the document: what it was made from, what adds to it, what stands behind its numbers."""


@dataclass(frozen=True)
class Attachment:
    """A file to be carried.

    Attributes:
        name: File name; unique in a document.
        data: Its bytes.
        mime: Its media type.
        relationship: What it is to the document.
        description: What it is, in words.
    """

    name: str
    data: bytes
    mime: str
    relationship: Relationship
    description: str
