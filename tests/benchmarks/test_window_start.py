"""How long a person waits for the window, against the least a Qt program can do: one label in a window.

Targets: shell painted at most 1.6 times, page usable at most twice the label.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.benchmarks.side_by_side import Ratio

ROOT = Path(__file__).resolve().parents[2]
PREPARE = """
import sys
sys.path.insert(0, {root!r})
sys.dont_write_bytecode, sys.pycache_prefix = False, {cache!r}  # as installed: compiled before, whoever compiled it
"""
LABEL = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(["label"])
label = QLabel("one label")
label.resize(1440, 900)
label.show()
app.processEvents()
import os; os._exit(0)
"""
WINDOW = """
import os
from workbench.base.language import language
from workbench.ui.application import run
from workbench.ui.views.places import add_places

def compose(frame):
    add_places(frame.window, language())
    frame.window.resize(1440, 900)
    frame.window.go("library")
    {when}

run(compose, language=language(), colours="light")
"""
SHELL = WINDOW.format(when="frame.window.pages._blank.painted.connect(lambda: os._exit(0))")
USABLE = WINDOW.format(when="frame.window.arrived.connect(lambda key: (frame.app.processEvents(), os._exit(0)))")


@pytest.mark.benchmark
@pytest.mark.parametrize("clock", ["wall", "cpu"])
@pytest.mark.parametrize(("stage", "program"), [("shell painted", SHELL), ("page usable", USABLE)])
def test_start(
    side_by_side: Callable[..., Ratio], stage: str, program: str, clock: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    prepare = PREPARE.format(root=str(ROOT), cache=str(tmp_path_factory.getbasetemp() / "compiled"))
    ratio = side_by_side(
        f"window, {stage}", [sys.executable, "-c", prepare + LABEL], [sys.executable, "-c", prepare + program],
        rounds=15, clock=clock,
    )  # fmt: skip
    assert ratio.ratio > 0
