"""Asks for a file to open or to write, beginning where the last one was. Must not know what is in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.ui.views.desk import Desk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def file_to_open(desk: Desk, title: str, kinds: str) -> Path | None:
    """Ask which file; nothing where the person does not want one.

    Args:
        desk: The window, and the memory of where the last file was.
        title: What it is wanted for.
        kinds: Names and endings of files, as Qt writes them: `PDF (*.pdf)`.
    """
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415  (on a click)

    chosen, _ = QFileDialog.getOpenFileName(desk.window, title, str(folder_of(desk)), kinds)
    return _remembered(desk, chosen)


def file_to_write(desk: Desk, title: str, name: str, kinds: str, parent: QWidget | None = None) -> Path | None:
    """Ask where a file is to be written; as `file_to_open`.

    Args:
        desk: See there.
        title: What is written.
        name: Of the file, unless the person wants another.
        kinds: See there.
        parent: The dialog that asks; the window without one.
    """
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415  (on a click)

    chosen, _ = QFileDialog.getSaveFileName(parent or desk.window, title, str(folder_of(desk) / name), kinds)
    return _remembered(desk, chosen)


def ask_where(desk: Desk, title: str, name: str, kinds: str, then: Callable[[Path], object]) -> None:
    """Ask where a file is to be written, while the window goes on; as `file_to_write`.

    Args:
        desk: See there.
        title: See there.
        name: See there; its ending is added to a name without one.
        kinds: See there.
        then: Called with the file; not at all where the person does not want one.
    """
    ask_where_and_which(desk, title, name, [kinds], lambda chosen, _which: then(chosen))


def ask_where_and_which(
    desk: Desk, title: str, name: str, kinds: Sequence[str], then: Callable[[Path, int], object]
) -> None:
    """Ask where a file is to be written and which kind of it; as `ask_where`.

    Args:
        desk: See there.
        title: See there.
        name: See there.
        kinds: The kinds to choose from, each as Qt writes it; the first unless the person wants another.
        then: Called with the file and the place of its kind, from 0.
    """
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415  (on a click)

    dialog = QFileDialog(desk.window, title, str(folder_of(desk)), ";;".join(kinds))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix[1:])
    dialog.selectFile(name)

    def selected(chosen: str) -> None:
        kind = dialog.selectedNameFilter()
        then(_remembered(desk, chosen) or Path(chosen), kinds.index(kind) if kind in kinds else 0)

    dialog.fileSelected.connect(selected)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def folder_of(desk: Desk) -> Path:
    """Where to begin: in the folder of the last file, else in the person's documents, else at home."""
    from PySide6.QtCore import QStandardPaths  # noqa: PLC0415  (on a click)

    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    there = (Path(one) for one in (desk.memory.now.folder, documents) if one and Path(one).is_dir())
    return next(there, Path.home())


def _remembered(desk: Desk, chosen: str) -> Path | None:
    if not chosen:
        return None
    desk.memory.remember(folder=str(Path(chosen).parent))
    return Path(chosen)
