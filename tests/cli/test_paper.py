"""`paper` records a scan, lists it and hands it out, as a shell would ask for it."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

from tests.cli.conftest import Shelf
from tests.services.prepared import NOON
from workbench.base.clock import FixedClock
from workbench.cli.main import run


def ask(shelf: Shelf, *words: str | Path) -> Any:
    out = io.StringIO()
    clock = FixedClock(NOON.replace(day=17))
    assert run(["--library", str(shelf.library), "--json", *map(str, words)], out=out, clock=clock) == 0
    return json.loads(out.getvalue())


def test_a_scan_is_recorded_listed_and_handed_out(shelf: Shelf) -> None:
    scan, agreement = shelf.made.file("blank.pdf"), shelf.made.agreement
    roles = ["--role", "Sales lead", "--role", "marketing lead"]
    kept = ask(shelf, "paper", agreement, scan, *roles, "--version", "2", "--on", "2026-06-16")
    assert [(one["role"], one["on"]) for one in kept["signatures"]] == [
        ("Sales lead", "2026-06-16"), ("Marketing lead", "2026-06-16"),
    ]  # fmt: skip
    assert ask(shelf, "paper", agreement) == {"scans": [kept]}
    ask(shelf, "paper", agreement, "--export", kept["sha256"], "-o", shelf.folder / "scan.pdf")
    assert (shelf.folder / "scan.pdf").read_bytes() == scan.read_bytes()
    (version,) = [one for one in ask(shelf, "list")["agreements"] if one["id"] == agreement]
    assert version["status"] == "in_force"
