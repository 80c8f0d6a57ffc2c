"""The composition root: who is started by which words."""

from __future__ import annotations

import subprocess
import sys

import pytest

from workbench import app
from workbench.app import WindowWanted, window_wanted
from workbench.sheets import reader_process


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ([], WindowWanted()),
        (["--library", "a.sla"], WindowWanted("a.sla")),
        (["--library=a.sla", "b.PDF"], WindowWanted("a.sla", "b.PDF")),
        (["b.slaw"], WindowWanted("", "b.slaw")),
        (["list"], None),
        (["--help"], None),
        (["--library", "a.sla", "list"], None),
        (["--json"], None),
        (["verify", "b.pdf"], None),
    ],
)
def test_the_window_is_opened_without_a_command(words: list[str], wanted: WindowWanted | None) -> None:
    assert window_wanted(words) == wanted


def test_a_frozen_program_reads_foreign_files_apart() -> None:
    assert app.READER_ARGUMENT == reader_process.READER_ARGUMENT
    words = [sys.executable, "-m", "workbench", app.READER_ARGUMENT]
    run = subprocess.run(words, input=b"", capture_output=True, check=False, timeout=60)
    assert b"No command" not in run.stderr
    assert b"usage" not in run.stderr
