"""How long a person waits for the program's window on a library, against the least Qt can do: a label in a window.

Targets: shell painted at most 1.6 times, page usable at most twice the label. The label is what anybody gets who writes
those lines: nothing the program does for its own start (`workbench.ui.prepare`) is done for it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.benchmarks.side_by_side import Ratio
from workbench.services.workbench import open_workbench

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
from workbench.ui.prepare import prepare

prepare()  # as the program's own door does
from PySide6.QtCore import QTimer
from workbench.base.language import language
from workbench.ui.application import run
from workbench.ui.views.composition import compose

def composed(frame):
    made = compose(frame)
    frame.window.resize(1440, 900)
    {when}

run(composed, language=language(), colours="light", library={library!r})
"""
SHELL = "frame.window.pages._blank.painted.connect(lambda: os._exit(0))"
USABLE = """made.desk.session.listing_changed.connect(
        lambda: QTimer.singleShot(0, lambda: (frame.app.processEvents(), os._exit(0))))"""
"""Usable: the agreements of the library stand in the list, which has been painted and takes the keyboard."""

AGREEMENTS = 20


@pytest.mark.benchmark
@pytest.mark.parametrize("clock", ["wall", "cpu"])
@pytest.mark.parametrize(("stage", "when"), [("shell painted", SHELL), ("page usable", USABLE)])
def test_start(
    side_by_side: Callable[..., Ratio], stage: str, when: str, clock: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    prepare = PREPARE.format(root=str(ROOT), cache=str(tmp_path_factory.getbasetemp() / "compiled"))
    library = str(tmp_path_factory.mktemp("library") / "library.sla")
    with open_workbench(library) as bench:
        for number in range(AGREEMENTS):
            bench.shelf.create(f"Agreement {number}", "b2b")
    program = prepare + WINDOW.format(when=when, library=library)
    ratio = side_by_side(
        f"window, {stage}", [sys.executable, "-c", prepare + LABEL], [sys.executable, "-c", program],
        rounds=15, clock=clock,
    )  # fmt: skip
    assert ratio.ratio > 0
