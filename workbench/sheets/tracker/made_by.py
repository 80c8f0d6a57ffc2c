"""Which program writes trackers here, as a text: two equal texts give equal workbooks for equal subjects.

Its own code is part of it, because every sentence and formula of a workbook comes from there. Must not know trackers'
contents.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from workbench import __version__

PARTS = ("base", "fields", "agreement", "tracking", "sheets")
"""The parts of the program a workbook is written by."""

DIGITS = 12


@lru_cache(maxsize=1)
def tracker_writer() -> str:
    """XlsxWriter's version and a digest of our own code; of the program's version where the code is not readable."""
    seen = hashlib.sha256(__version__.encode() if not (found := _sources()) else b"")
    for name, data in found:
        seen.update(f"{name} {len(data)}\n".encode() + data)
    return f"XlsxWriter {version('XlsxWriter')}, tracker {seen.hexdigest()[:DIGITS]}"


def _sources() -> list[tuple[str, bytes]]:
    """Every source file in order of its name, with the line ends of one system."""
    root = files("workbench")
    found = [one for part in PARTS for one in _below(root / part, part)]
    return sorted((name, one.read_bytes().replace(b"\r\n", b"\n")) for name, one in found)


def _below(folder: Traversable, name: str) -> list[tuple[str, Traversable]]:
    if not folder.is_dir():
        return []
    found = []
    for one in folder.iterdir():
        if one.is_dir():
            found += _below(one, f"{name}/{one.name}")
        elif one.name.endswith(".py"):
            found.append((f"{name}/{one.name}", one))
    return found
