"""Asks where a file is to be written, and has it written. Must not know what is in it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.base.language import N_
from workbench.ui.views.choosing import file_to_write
from workbench.ui.views.desk import Desk

if TYPE_CHECKING:
    from workbench.services.publishing import Published

BUNDLE = ".slaw"


def file_name(words: str, ending: str) -> str:
    """A name for a file from what people call its content: no character that a system forbids."""
    cleaned = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", words)
    return f"{re.sub(' +', ' ', cleaned).strip(' .')[:100] or 'agreement'}{ending}"


def export_bundle(desk: Desk, agreement: str, words: str) -> None:
    """Ask where, and write an agreement with its history as a bundle.

    Args:
        desk: The window and its session.
        agreement: Its id.
        words: What people call it, for the name of the file.
    """
    text = desk.language.text
    chosen = file_to_write(desk, text(N_("Export as a bundle")), file_name(words, BUNDLE), text(N_("Bundle (*.slaw)")))
    if chosen is not None:
        write_bundle(desk, agreement, chosen)


def write_bundle(desk: Desk, agreement: str, target: Path) -> None:
    """Write a bundle, and say so."""

    def written(made: Published) -> None:
        said = desk.language.text(N_("Written to {file}")).format(file=made.file)
        desk.session.told.emit(said)

    def safe(stored: bool) -> None:
        if stored:
            desk.session.ask(lambda workbench: workbench.exchange.bundle(agreement, target), done=written)

    desk.session.make_safe(safe)
