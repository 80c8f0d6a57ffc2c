"""Starting the window must not wait for what only later work needs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("sqlalchemy", "reportlab", "openpyxl", "xlsxwriter", "pyhanko", "numpy", "pikepdf", "babel", "holidays",
         "cryptography", "msgspec", "pypdfium2", "python_calamine", "concurrent.futures", "sqlite3",
         "platformdirs")  # fmt: skip
PROGRAM = """
import json, sys
from workbench.base.language import language
from workbench.ui.application import run
from tests.ui.blank import add_blank_places
from PySide6.QtCore import QTimer

seen = {}

def compose(frame):
    add_blank_places(frame.window)
    frame.window.arrived.connect(lambda key: QTimer.singleShot(0, frame.app.quit))
    frame.window.pages._blank.painted.connect(lambda: seen.setdefault("shell", sorted(sys.modules)))
    frame.window.go("library")

code = run(compose, language=language(), colours="light")
print(json.dumps({"code": code, "shell": seen["shell"], "page": sorted(sys.modules)}))
"""


def test_the_painted_shell_and_page_have_loaded_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["code"] == 0
    assert "workbench.ui.parts.empty" in told["page"]
    for stage in ("shell", "page"):
        loaded = {name.split(".")[0] for name in told[stage]} | set(told[stage])
        assert loaded & set(HEAVY) == set()
    assert {name for name in told["shell"] if name.startswith("workbench.ui.charts")} == set()
    assert "workbench.ui.command_palette.overlay" not in told["shell"]


def test_an_exception_while_running_is_written_down_and_the_threads_end(tmp_path: Path) -> None:
    program = PROGRAM.replace("frame.window.go", "QTimer.singleShot(0, lambda: 1 / 0); frame.window.go").replace(
        'colours="light"', f'colours="light", folder=__import__("pathlib").Path({str(tmp_path)!r})'
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert "ZeroDivisionError" in (tmp_path / "errors.log").read_text("utf-8")
