"""How long the command line takes to answer at all, beside a Python that does nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from tests.benchmarks.side_by_side import Ratio

BARE = [sys.executable, "-c", "pass"]


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["templates"]], ids=" ".join)
def test_command_line(words: list[str], side_by_side: Callable[..., Ratio]) -> None:
    command = [sys.executable, "-m", "workbench", *words]
    side_by_side(f"sla-workbench {' '.join(words)}, beside bare Python", BARE, command)
