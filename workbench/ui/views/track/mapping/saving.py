"""Asks where the rows and values that are not taken are to be written, and has them written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.base.language import N_
from workbench.services.rejects import write_rejected
from workbench.ui.views.choosing import ask_where
from workbench.ui.views.desk import Desk
from workbench.ui.views.exporting import file_name

if TYPE_CHECKING:
    from workbench.services.imported import ReadFile
    from workbench.ui.runner import Cancel, Report


def save_rejects(desk: Desk, found: ReadFile, target: Path | None = None) -> None:
    """Write the rows that are not taken as they are, with reasons; ask where, unless it is named."""
    text = desk.language.text
    if target is not None:
        _write(desk, found, target)
        return
    title, kinds = text(N_("Save what is not taken")), text(N_("Workbook (*.xlsx)"))
    name = file_name(text(N_("{file} not taken")).format(file=found.path.stem), ".xlsx")
    ask_where(desk, title, name, kinds, lambda chosen: _write(desk, found, chosen))


def _write(desk: Desk, found: ReadFile, target: Path) -> None:
    language, session = desk.language, desk.session

    def job(report: Report, cancel: Cancel) -> int:
        return write_rejected(found, target, language, report, lambda: cancel.asked)

    def written(count: int) -> None:
        words = language.count("{n} row written to {file}", "{n} rows written to {file}", count)
        session.told.emit(words.format(n=f"{count:,}", file=target.name))

    session.work(job, done=written)
