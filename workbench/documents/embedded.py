"""Reading the files inside a PDF that somebody sent: bounded, without repairing, one sentence for whatever is wrong.

Reads the newest revision; what was signed is the signing floor's question. Names are what the file says and must never
become a path unchecked. Light to import. Must not know what the files mean.
"""

from __future__ import annotations

from dataclasses import dataclass

LARGEST_FILE = 64 << 20


@dataclass(frozen=True)
class Embedded:
    """A file inside a PDF.

    Attributes:
        name: What it is called there.
        data: Its bytes.
        mime: Its media type; empty where none is given.
        relationship: What it is to the document, such as `Source`; empty where none is given.
        description: What it is, in words.
    """

    name: str
    data: bytes
    mime: str
    relationship: str
    description: str


def read(data: bytes, *, largest_file: int = LARGEST_FILE) -> tuple[Embedded, ...]:
    """The files inside a PDF in the order of their names; none is an empty tuple.

    Args:
        data: The PDF.
        largest_file: Most bytes one file may have when unpacked.

    Raises:
        DamagedError: It is no whole PDF, or larger than anything of ours.
        NotAllowedError: It is locked with a password.
    """
    from workbench.documents.name_tree import files_of  # noqa: PLC0415  (pikepdf is loaded by the first call)

    return files_of(data, largest_file)
