"""Asks where the tracking spreadsheet is to be written, and has it written. Must not know what is in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QFileDialog

from workbench.base.language import N_
from workbench.ui.views.desk import Desk
from workbench.ui.views.exporting import file_name
from workbench.ui.views.track.learning import Known

if TYPE_CHECKING:
    from workbench.services.workbench import Workbench


def export(desk: Desk, known: Known, target: Path | None = None) -> None:
    """Ask where, unless it is named, and write the tracker."""
    text, current = desk.language.text, desk.session.current
    if target is not None:
        _write(desk, known.agreement, target)
        return
    company = current.agreement.teams.company if current is not None else ""
    usual = file_name(text(N_("{company} tracker")).format(company=company).strip(), ".xlsx")
    dialog = QFileDialog(desk.window, text(N_("Export the tracking spreadsheet")), "", text(N_("Workbook (*.xlsx)")))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("xlsx")
    dialog.selectFile(usual)
    dialog.fileSelected.connect(lambda name: _write(desk, known.agreement, Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _write(desk: Desk, agreement: str, target: Path) -> None:
    said = desk.language.text(N_("Tracker written to {file}")).format(file=target.name)

    def write(workbench: Workbench) -> None:
        cast("Any", workbench).tracker.write(agreement, target)  # offered only where this program has it

    desk.session.ask(write, done=lambda _nothing: desk.session.told.emit(said))
