"""Evidence as files: the record of a version's signing, the scan of a signed print. Must not know what is in them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.base.language import N_
from workbench.services.files import write_file
from workbench.ui.views.choosing import ask_where
from workbench.ui.views.desk import Desk
from workbench.ui.views.exporting import file_name

if TYPE_CHECKING:
    from workbench.services.paper import SeenScan

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


def save_scan(desk: Desk, agreement: str, sha256: str) -> None:
    """Write a kept scan, as it came, where the person says."""
    text, session = desk.language.text, desk.session

    def ask(scan: SeenScan) -> None:
        kinds = f"*{scan.kind.ending} (*{scan.kind.ending})"
        ask_where(desk, text(N_("Save the scan")), scan.name, kinds, lambda file: write(scan, file))

    def write(scan: SeenScan, file: Path) -> None:
        said = text(N_("Written to {file}")).format(file=file)
        session.work(
            lambda _report, _cancel: write_file(file, scan.data), done=lambda _sha256: session.told.emit(said)
        )  # fmt: skip

    session.ask(lambda workbench: workbench.paper.file(agreement, sha256), done=ask)
