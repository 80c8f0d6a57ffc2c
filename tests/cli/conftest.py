"""`shelf`: a copy of the library in which everything has happened once, for one test to do with as it likes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import Called, ask, call
from tests.services.prepared import Prepared, prepared

__all__ = ["prepared"]


@dataclass(frozen=True)
class Shelf:
    """A library of the test's own."""

    library: Path
    made: Prepared
    folder: Path

    def call(self, *words: str | Path) -> Called:
        """Run a command on it."""
        return call("--library", self.library, *words)

    def ask(self, *words: str | Path) -> Any:
        """The JSON answer of a command on it."""
        return ask(self.library, *words)


@pytest.fixture
def shelf(prepared: Prepared, tmp_path: Path) -> Shelf:
    return Shelf(prepared.copied(tmp_path), prepared, tmp_path)
