"""The start-up law, on the program itself: what is painted first waits for nothing that only later work needs."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from workbench.services.preferences import Preferences, write_preferences
from workbench.services.workbench import open_workbench

ROOT = Path(__file__).resolve().parents[2]
LAW = {"sqlalchemy", "reportlab", "openpyxl", "xlsxwriter", "pyhanko", "numpy"}
WHAT_A_LIST_NEVER_NEEDS = {"pikepdf", "babel", "holidays", "cryptography", "pypdfium2", "python_calamine", "msgspec"}
NEVER_DRAWN = {"QStyle", "QGradient", "QWizard", "QFileDialog", "QMessageBox"}
"""Classes with hundreds of constants, which Qt's binding makes one by one when somebody names the class."""
PYSIDES_OWN_AT_ONCE = {"feature", "loader", "importhandler", "mapping"}
"""What PySide carries as source text and every program needs; the rest words complaints and tells signatures."""
PROGRAM = """
import builtins, enum, json, linecache, sys
from workbench.ui.prepare import prepare

python_compile, compiled = builtins.compile, []


def seen(source, file, *more, **others):
    compiled.append((str(file), len(source)))
    return python_compile(source, file, *more, **others)


builtins.compile = seen

prepare()  # as the program's own door does, which comes too late for this script's own imports
from PySide6.QtCore import QEvent, QObject
from workbench.app import main
from workbench.ui.views import composition


class Folders:  # stands for platformdirs, which the program asks for the person's folders
    settings, data = sys.argv.pop(1), sys.argv.pop(1)
    user_config_dir = staticmethod(lambda *_, **__: Folders.settings)
    user_data_dir = staticmethod(lambda *_, **__: Folders.data)


watches = sys.argv.pop(1) == "watched"
sys.modules["platformdirs"] = Folders
told, loaded = {"painted": []}, []


def kinds(kind):
    for one in kind.__subclasses__():
        yield one
        yield from kinds(one)


class Watcher(QObject):
    def eventFilter(self, widget, event):
        if event.type() == QEvent.Type.Paint:
            told["painted"].append(type(widget).__name__)
            if "first" not in told:
                loaded[:] = sys.modules  # with the last of them all is painted; what begins then may load what it likes
        return False


def watched(frame, folder):
    made = compose(frame, folder)
    session, watcher = made.desk.session, Watcher(frame.app)
    if watches:
        frame.app.installEventFilter(watcher)
    go_on = session.open_wholly

    def see(then=None):
        told.setdefault("before", list(told["painted"]))
        told.setdefault("first", sorted(loaded or sys.modules))
        told.setdefault("sources", [file for file in linecache.cache if "workbench" in file])
        told.setdefault("compiled", [file for file, size in compiled if size > 1000 and "shibokensupport" in file])
        told.setdefault("constants", sorted({one.__qualname__.partition(".")[0] for one in kinds(enum.Enum)}))
        told.setdefault("listed", [line.title for line in session.listing.lines])
        go_on(then)

    session.open_wholly = see
    session.library_refused.connect(lambda error: (told.update(refused=error.message), frame.window.close()))
    session.library_opened.connect(lambda: (told.update(whole=sorted(sys.modules)), frame.window.close()))
    return made


compose, composition.compose = composition.compose, watched
told["code"] = main()
print(json.dumps(told))
"""


def start(library: Path | None, settings: Path, data: Path | None = None, *, watched: bool = True) -> dict[str, Any]:
    """Start the program on a library, until that is wholly open; tells what was painted and loaded on the way."""
    words = ["--library", str(library)] if library is not None else []
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(settings), str(data or settings), "watched" if watched else "", *words],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    assert told["code"] == 0
    return told


def parents(names: list[str]) -> set[str]:
    """The packages that modules belong to."""
    return {name.partition(".")[0] for name in names}


def stocked(tmp_path: Path) -> tuple[Path, str]:
    library = tmp_path / "library.sla"
    with open_workbench(str(library), person="Ana") as workbench:
        agreement = workbench.shelf.create("Alliance 2027", "b2b")
        workbench.versions.save(agreement, f"Before {dt.date(2027, 1, 1)}")
    return library, agreement


def test_the_painted_list_has_loaded_nothing_heavy(tmp_path: Path) -> None:
    library, _agreement = stocked(tmp_path)
    told = start(library, tmp_path)
    assert told["listed"] == ["Alliance 2027"]
    assert "ListPage" in told["before"]
    assert parents(told["first"]) & (LAW | WHAT_A_LIST_NEVER_NEEDS) == set()
    assert [
        name for name in told["first"] if name.startswith(("workbench.agreement.sections", "workbench.fields"))
    ] == []
    assert "sqlalchemy" in parents(told["whole"])


def test_the_list_is_painted_without_what_costs_most(tmp_path: Path) -> None:
    library, _agreement = stocked(tmp_path)
    told = start(library, tmp_path, watched=False)  # whoever watches every widget has Qt name every kind of widget
    assert told["sources"] == [], "reading the source of every module costs as much as loading it"
    assert {Path(file).stem for file in told["compiled"]} <= PYSIDES_OWN_AT_ONCE, "half of what a bare window costs"
    assert set(told["constants"]) & NEVER_DRAWN == set()


def test_the_painted_agreement_of_the_last_time_has_loaded_nothing_heavy(tmp_path: Path) -> None:
    library, agreement = stocked(tmp_path)
    remembered = Preferences(library=str(library), agreement=agreement, place="agree", section="follow_up")
    write_preferences(tmp_path, remembered)
    told = start(library, tmp_path)
    assert "SectionPage" in told["before"]
    assert "ListPage" not in told["before"]
    assert parents(told["first"]) & (LAW | {"holidays"}) == set()


def test_the_window_works_where_settings_have_no_place(tmp_path: Path) -> None:
    library, _agreement = stocked(tmp_path)
    (tmp_path / "file").touch()
    told = start(library, tmp_path / "file" / "settings")
    assert told["listed"] == ["Alliance 2027"]


def test_the_window_says_where_a_library_of_ones_own_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    told = start(None, tmp_path, data=tmp_path / "file" / "data")
    assert told["refused"].startswith(f"The folder {tmp_path / 'file' / 'data'} cannot be made")
