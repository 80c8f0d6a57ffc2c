"""Remembered choices that go to another library and come from one, as mapping files. Must not know pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from workbench.base.language import N_
from workbench.ui.views.choosing import ask_where, file_to_open
from workbench.ui.views.desk import Desk
from workbench.ui.views.exporting import file_name

KINDS = N_("Mapping (*.json)")


def share_choices(desk: Desk, name: str, target: Path | None = None) -> None:
    """Write remembered choices as a mapping file; ask where, unless it is named."""
    text, session = desk.language.text, desk.session
    if target is None:
        title = text(N_("Share these choices"))
        ask_where(desk, title, file_name(name, ".json"), text(KINDS), lambda found: share_choices(desk, name, found))
        return

    def written(made: Path) -> None:
        session.told.emit(text(N_("Written to {file}")).format(file=made.name))

    session.ask(lambda workbench: workbench.actuals.profiles.share(name, target), done=written)


def take_choices(desk: Desk, taken: Callable[[], object], file: Path | None = None) -> None:
    """Remember the choices of a mapping file; ask which, unless it is named; `taken` is called when they are there."""
    text, session = desk.language.text, desk.session
    chosen = file or file_to_open(desk, text(N_("Use choices that were shared")), text(KINDS))
    if chosen is None:
        return

    def remembered(name: str) -> None:
        session.told.emit(text(N_("Remembered as {name}")).format(name=name))
        taken()

    session.ask(lambda workbench: workbench.actuals.profiles.take_in(chosen), done=remembered)
