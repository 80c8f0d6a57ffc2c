"""The practice done once for all tests of this folder: by the command line, at a fixed moment."""

from __future__ import annotations

import datetime as dt
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.practice.by_hand import ByHand
from tests.practice.by_hand_file import read_export
from workbench.base.clock import FixedClock
from workbench.base.places import resource
from workbench.cli.main import run

CLOCK = FixedClock(dt.datetime(2026, 6, 15, 9, 30, tzinfo=dt.UTC))


@dataclass(frozen=True)
class Practised:
    """What `demo` left behind."""

    folder: Path
    answer: dict[str, Any]

    def ask(self, *words: str) -> Any:
        """What a command answers about its library."""
        out = io.StringIO()
        assert run(["--library", str(self.folder / "library.sla"), "--json", *words], out=out, clock=CLOCK) == 0
        return json.loads(out.getvalue())


@pytest.fixture(scope="session")
def practised(tmp_path_factory: pytest.TempPathFactory) -> Practised:
    folder = tmp_path_factory.mktemp("practised")
    out = io.StringIO()
    assert run(["demo", "--out", str(folder), "--json"], out=out, clock=CLOCK) == 0
    return Practised(folder, json.loads(out.getvalue()))


@pytest.fixture(scope="session")
def by_hand() -> ByHand:
    agreement, entries = (
        json.loads(resource("practice", name).read_text("utf-8")) for name in ("agreement.json", "entries.json")
    )
    return ByHand(agreement, read_export(resource("practice", "crm_export.xlsx")), entries)
