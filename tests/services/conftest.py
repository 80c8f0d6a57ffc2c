"""`bench`: an open copy of the library in which everything has happened once; `empty`: an open new one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.prepared import NOON, Prepared, prepared
from workbench.base.clock import FixedClock
from workbench.services.workbench import Workbench, open_workbench

__all__ = ["prepared"]


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON.replace(day=17))


@pytest.fixture
def bench(prepared: Prepared, tmp_path: Path, clock: FixedClock) -> Iterator[Workbench]:
    with open_workbench(str(prepared.copied(tmp_path / "copied")), clock=clock, person="Ines") as opened:
        yield opened


@pytest.fixture
def empty(tmp_path: Path, clock: FixedClock) -> Iterator[Workbench]:
    with open_workbench(str(tmp_path / "new.sla"), clock=clock, person="Ines") as opened:
        yield opened
