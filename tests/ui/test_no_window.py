"""Where Qt can open no window the program says so in a sentence; Qt alone would abort."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MADE = """
from workbench.ui.application import set_up
from workbench.base.language import language
set_up(["program"], language())
"""


def test_a_sentence_stands_for_the_end_of_the_process() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MADE], env={**os.environ, "QT_QPA_PLATFORM": "nonsense"}, cwd=ROOT,
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith('No window can be opened: Could not find the Qt platform plugin "nonsense"')
    assert done.stderr.count("\n") == 1
