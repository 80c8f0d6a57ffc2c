"""Which programs of the system a test needs, where they are, and what to say when they are missing.

Must not know what is done with them. The list itself is `packaging/system.toml`, which `dev.py` installs from.
"""

from __future__ import annotations

import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.support.checkout import ROOT, dev_program

MARKERS = {
    "office": ["soffice"],
    "poppler": ["pdfsig"],
    "screen": ["Xvfb", "openbox", "xdotool", "dbus-daemon", "at-spi-bus-launcher"],
    "postgres": ["initdb"],
}
"""A test's marker, and the programs it stands for."""


@cache
def _listed() -> dict[str, dict[str, Any]]:
    return tomllib.loads((ROOT / "packaging" / "system.toml").read_text("utf-8"))


@cache
def find(name: str) -> Path | None:
    """Where a program of `packaging/system.toml` is; None when it is missing."""
    found = dev_program().find(name, _listed()[name])
    return Path(found) if found else None


def need(name: str) -> Path:
    """Where a program of `packaging/system.toml` is; skips the test with the reason when it is missing."""
    found = find(name)
    if found is None:
        pytest.skip(why_missing(name))
    return found


def why_missing(name: str) -> str:
    """The reason a test that needs the program is skipped, with what to install."""
    entry = _listed()[name]
    if entry.get("only", sys.platform) != sys.platform:
        return f"{name} exists on {entry['only']} only"
    system = {"darwin": "macos", "win32": "windows"}.get(sys.platform)
    cure = entry[system] if system else f"apt-get install {' '.join(entry['debian'])}"
    return f"{name} is not installed: {entry['what']} ({cure})"
