"""What reading one foreign file may cost: as much as a file of its size can need, so that a small one cannot take much.

Looks at the file's size and a zip's table of contents only. Must not know processes.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

_MB = 1 << 20

LEAST_MEMORY, MOST_MEMORY = 900 * _MB, 4096 * _MB
LEAST_SECONDS, MOST_SECONDS = 20, 300
_BY_XML, _BY_BINARY, _BY_TEXT = 4, 16, 40
"""Bytes in memory for each byte of a workbook's XML, of a binary workbook, of a text table, as measured, with room."""
_BYTES_A_SECOND = _MB
"""Unpacked bytes that a machine reads in a second while others use it too."""


@dataclass(frozen=True)
class Limits:
    """What reading a file may cost.

    Attributes:
        memory_bytes: Address space of the child.
        seconds: Wall clock, and processor time of the child.
    """

    memory_bytes: int = MOST_MEMORY
    seconds: int = MOST_SECONDS


def limits_for(path: Path) -> Limits:
    """What reading this file may cost; the least for one that cannot be looked at, which is refused soon enough."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            magic = file.read(4)
        if magic.startswith(b"PK"):
            with zipfile.ZipFile(path) as archive:
                parts = archive.infolist()
            binary = sum(one.file_size for one in parts if one.filename.endswith(".bin"))
            xml = sum(one.file_size for one in parts) - binary
            size, needed = xml + binary, _BY_XML * xml + _BY_BINARY * binary
        else:
            needed = (_BY_BINARY if magic == b"\xd0\xcf\x11\xe0" else _BY_TEXT) * size
    except (OSError, ValueError, NotImplementedError, zipfile.BadZipFile):
        return Limits(LEAST_MEMORY, LEAST_SECONDS)
    return Limits(
        min(MOST_MEMORY, LEAST_MEMORY + needed), min(MOST_SECONDS, LEAST_SECONDS + size // _BYTES_A_SECOND)
    )  # fmt: skip
