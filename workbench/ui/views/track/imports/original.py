"""Asks where the file of an import is to be written as it was kept, and has it written. Must not know pages."""

from __future__ import annotations

from pathlib import Path

from workbench.base.language import N_
from workbench.ui.views.choosing import ask_where
from workbench.ui.views.desk import Desk
from workbench.ui.views.exporting import file_name
from workbench.ui.views.track.learning import Import


def save_original(desk: Desk, agreement: str, one: Import, target: Path | None = None) -> None:
    """Write an import's file byte for byte; ask where, unless it is named."""
    text, session = desk.language.text, desk.session

    def write(chosen: Path) -> None:
        session.ask(
            lambda workbench: workbench.actuals.write_original(agreement, one.number, chosen),
            done=lambda made: session.told.emit(text(N_("Written to {file}.")).format(file=made.name)),
        )

    if target is not None:
        write(target)
        return
    ending = Path(one.file).suffix
    ask_where(
        desk, text(N_("Save the file as it was imported")), file_name(Path(one.file).stem, ending),
        text(N_("File as it was imported (*{ending})")).format(ending=ending), write,
    )  # fmt: skip
