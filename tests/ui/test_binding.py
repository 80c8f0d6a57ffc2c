"""What PySide says is the same whether its rare parts were run at the start or when they were asked for first."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PUT_OFF = "from workbench.ui.prepare import prepare; prepare()"
ASKED = """
{first}
from PySide6.QtCore import QSize, QTimer
from PySide6.support.signature import get_signature

try:
    QSize("wide")
except TypeError as wrong:
    print(wrong)
print(get_signature(QTimer.singleShot), QTimer.setInterval.__doc__)
from PySide6.support.signature.lib import pyi_generator
print(pyi_generator.Formatter.__qualname__, pyi_generator.Formatter.__module__)
print(hasattr(pyi_generator, "no_such_name"))
"""


def said(first: str) -> str:
    script = ASKED.format(first=first)
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_answers_are_the_same() -> None:
    put_off = said(PUT_OFF)
    assert "called with wrong argument types" in put_off
    assert put_off == said("")
