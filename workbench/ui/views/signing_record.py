"""The record of a version's signing as a file: asks where, and has it written. Must not know what is in it."""

from __future__ import annotations

from pathlib import Path

from workbench.base.language import N_
from workbench.ui.views.choosing import ask_where
from workbench.ui.views.desk import Desk
from workbench.ui.views.exporting import file_name

KINDS = "PDF (*.pdf);;JSON (*.json)"


def save_signing_record(desk: Desk, agreement: str, title: str, number: int) -> None:
    """Write who opened, accepted, signed and verified a version, where the person says."""
    text, session = desk.language.text, desk.session
    name = " ".join(part for part in (title, f"v{number}", text(N_("record of signing"))) if part)

    def write(file: Path) -> None:
        said = text(N_("Written to {file}")).format(file=file)
        session.ask(
            lambda workbench: workbench.evidence.of(agreement, number),
            done=lambda record: session.work(
                lambda _report, _cancel: record.write(file), done=lambda _made: session.told.emit(said)
            ),
        )

    ask_where(desk, text(N_("Save the record of signing")), file_name(name, ".pdf"), KINDS, write)
