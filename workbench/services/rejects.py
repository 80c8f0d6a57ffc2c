"""Rows a file was not taken with, written out to be mended; on any thread, without the library.

Must not know either face.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.base.errors import NotAllowedError, OutsideError
from workbench.base.language import Language
from workbench.base.targets import check_target
from workbench.services.progress import Cancel, Report, never, no_report

if TYPE_CHECKING:
    from workbench.services.imported import ReadFile


def check_rejects_target(target: Path, *inputs: Path) -> None:
    """Refuse a place where rejected rows could not be written, before anything is kept.

    Raises:
        NotAllowedError: It is a folder, one of the files that were read, or one that is never written over.
        OutsideError: Its folder is missing, or its name cannot be.
    """
    check_target(target, *inputs)
    try:
        is_folder, has_folder = target.is_dir(), target.parent.is_dir()
    except OSError as error:
        raise OutsideError(f"{target} cannot be written: {error.strerror}.", "Choose another name.") from error
    if is_folder:
        raise NotAllowedError(f"{target} is a folder.", "Name a file.")
    if not has_folder:
        raise OutsideError(f"There is no folder “{target.parent}”.", "Choose another place.")


def write_rejected(
    read: ReadFile,
    target: Path,
    language: Language,
    report: Report = no_report,
    cancel: Cancel = never,
) -> int:
    """Write rejected rows and rows with problems as the original rows plus reasons; answers how many.

    Args:
        read: The file as it was read.
        target: The .xlsx to write; replaced as a whole or not at all.
        language: Of the reasons.
        report: Told how far it is.
        cancel: Asked whether to stop.

    Raises:
        NotAllowedError: The target is the file itself, or one that is never written over.
        ConflictError: The file has changed since it was read.
        OutsideError: The target cannot be written.
        Cancelled: `cancel` said so.
    """
    check_rejects_target(target, read.path)
    from workbench.sheets.rejects import write_rejects  # noqa: PLC0415  (loads the import side)

    return write_rejects(read.path, target, read.reading, language, report=report, cancel=cancel)
