"""Writes papers for the room as PDF: asks where, then reads, then sets while typing goes on. Must not know pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from workbench.base.language import N_
from workbench.services.handouts import PaperKind, PaperWish
from workbench.ui.views.choosing import ask_where
from workbench.ui.views.desk import Desk
from workbench.ui.views.exporting import file_name

if TYPE_CHECKING:
    from workbench.services.handouts import PaperMaterial, Printed

NAMES: Final[dict[PaperKind, str]] = {
    "minutes": N_("minutes"),
    "answers": N_("answer cards"),
    "cards": N_("voting cards"),
    "worksheets": N_("worksheets"),
    "data-request": N_("data request"),
    "poster": N_("posters"),
}
"""What stands in the name of the file."""


def print_paper(desk: Desk, wish: PaperWish, target: Path | None = None) -> None:
    """Write a paper; ask where, unless it is named."""
    current, text = desk.session.current, desk.language.text
    if current is None:
        return
    if target is not None:
        _write(desk, current.id, wish, target)
        return
    name = " ".join(part for part in (current.agreement.teams.company, text(NAMES[wish.kind])) if part)
    title = text(N_("Print on paper"))
    agreement = current.id
    ask_where(desk, title, file_name(name, ".pdf"), text(N_("Document (*.pdf)")),
              lambda chosen: _write(desk, agreement, wish, chosen))  # fmt: skip


def _write(desk: Desk, agreement: str, wish: PaperWish, target: Path) -> None:
    text, told, session = desk.language.text, desk.session.told, desk.session

    def written(made: Printed) -> None:
        pages = desk.language.count(N_("{n} page"), N_("{n} pages"), made.pages).format(n=made.pages)
        told.emit(text(N_("{file} is written, {pages}.")).format(file=made.file.name, pages=pages))

    def read(material: PaperMaterial) -> None:
        session.work(lambda _report, _cancel: material.write(target), done=written)

    def safe(stored: bool) -> None:
        if stored:
            told.emit(text(N_("Writing {file}…")).format(file=target.name))
            session.ask(lambda workbench: workbench.handouts.material(agreement, wish), done=read)

    session.make_safe(safe)
