"""Files of the history: a version's PDF, a comparison as a PDF. Asks where, and has it written.

Must not know pages.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.base.language import N_
from workbench.services.files import write_file
from workbench.ui.views.choosing import file_to_write
from workbench.ui.views.desk import Desk
from workbench.ui.views.exporting import file_name
from workbench.ui.views.history.words import version_name

if TYPE_CHECKING:
    from workbench.services.past import PastVersion, VersionFile

PDF = "PDF (*.pdf)"


def save_version_file(desk: Desk, agreement: str, title: str, one: PastVersion) -> None:
    """Write a version's file where the person says: the signed one where somebody has signed."""
    signed = desk.language.text(N_("signed")) if one.has_signed_file else ""
    name = " ".join(part for part in (title, version_name(one.header.number), signed) if part)
    target, number = _ask_where(desk, N_("Save the file"), name), one.header.number
    if target is None:
        return

    def write(file: VersionFile) -> None:
        desk.session.work(
            lambda _report, _cancel: write_file(target, file.signed or _made(file)),
            done=lambda _sha256: _say_written(desk, target),
        )

    desk.session.ask(lambda workbench: workbench.past.file(agreement, number), done=write)


def save_redline(desk: Desk, agreement: str, title: str, versions: tuple[int, int]) -> None:
    """Write what the second of two versions says differently, where the person says."""
    name = " ".join((title, *map(version_name, versions)))
    target = _ask_where(desk, N_("Save the redline"), name)
    if target is not None:
        desk.session.ask(
            lambda workbench: workbench.publishing.redline(agreement, versions, target),
            done=lambda _made: _say_written(desk, target),
        )


def _ask_where(desk: Desk, title: str, name: str) -> Path | None:
    return file_to_write(desk, desk.language.text(title), file_name(name, ".pdf"), PDF)


def _say_written(desk: Desk, target: Path) -> None:
    desk.session.told.emit(desk.language.text(N_("Written to {file}")).format(file=target))


def _made(file: VersionFile) -> bytes:
    from workbench.services.rendering import language_for, render_version  # noqa: PLC0415  (loads ReportLab)

    code = language_for(file.agreement)
    return render_version(file.agreement, file.header, code, earlier=file.earlier).data
