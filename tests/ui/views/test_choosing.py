"""Files are asked for where the last one was; before the first, among the person's documents or at home."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.views.finding import until
from workbench.ui.views.choosing import ask_where, ask_where_and_which, file_to_open, file_to_write
from workbench.ui.views.composition import Composition

Compose = Callable[..., Composition]
PDF = "PDF (*.pdf)"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Where dialogs began; each answers with the path put at its end beforehand."""
    began: list[str] = []

    def answer(_parent: object, _title: str, begin: str, _kinds: str) -> tuple[str, str]:
        began.append(begin)
        return began.pop(0), ""

    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, answer)
    return began


def test_the_first_time_it_begins_in_the_documents_and_then_where_the_last_file_was(
    compose: Compose, asked: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    desk, documents = compose().desk, str(tmp_path / "documents")
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: documents)
    asked.append("")
    assert file_to_open(desk, "Open", PDF) is None
    assert asked.pop() == str(Path.home()), "on a machine without a folder for documents"
    Path(documents).mkdir()
    asked.append(str(tmp_path / "signed.pdf"))
    assert file_to_open(desk, "Open", PDF) == tmp_path / "signed.pdf"
    assert asked.pop() == documents
    asked.append("")
    assert file_to_write(desk, "Write", "redline.pdf", PDF) is None
    assert asked.pop() == str(tmp_path / "redline.pdf")
    desk.memory.remember(folder=str(tmp_path / "gone"))
    asked.append("")
    assert file_to_open(desk, "Open", PDF) is None
    assert asked.pop() == documents


def test_a_dialog_beside_the_window_begins_there_too_and_is_remembered(
    qtbot: QtBot, compose: Compose, tmp_path: Path
) -> None:
    desk, chosen = compose().desk, list[Path]()
    desk.memory.remember(folder=str(tmp_path))
    ask_where(desk, "Write the tracker", "tracker.xlsx", "Workbook (*.xlsx)", chosen.append)
    dialog = desk.window.findChild(QFileDialog)
    assert dialog is not None
    assert Path(dialog.directory().absolutePath()) == tmp_path
    (tmp_path / "below").mkdir()
    dialog.setDirectory(str(tmp_path / "below"))
    dialog.selectFile("tracker.xlsx")
    dialog.accept()
    until(qtbot, lambda: bool(chosen))
    assert chosen == [tmp_path / "below" / "tracker.xlsx"]
    assert desk.memory.now.folder == str(tmp_path / "below")


def test_which_of_several_kinds_is_wanted_is_answered_too(qtbot: QtBot, compose: Compose, tmp_path: Path) -> None:
    desk, chosen = compose().desk, list[tuple[Path, int]]()
    desk.memory.remember(folder=str(tmp_path))
    kinds = ["Usual (*.xlsx)", "Large (*.xlsx)"]
    ask_where_and_which(desk, "Write the tracker", "tracker.xlsx", kinds, lambda *found: chosen.append(found))
    dialog = desk.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.selectNameFilter("Large (*.xlsx)")
    dialog.accept()
    until(qtbot, lambda: bool(chosen))
    assert chosen == [(tmp_path / "tracker.xlsx", 1)]
