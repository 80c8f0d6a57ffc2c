"""Keeps a file that was tried out: its leads, and the choices it was matched with. Must not know pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.ui.views.desk import Desk
from workbench.ui.views.track.imports.turning import turn

if TYPE_CHECKING:
    from workbench.services.foreign_file import Inspection
    from workbench.services.imported import Imported, ReadFile
    from workbench.services.workbench import Workbench

Profile = tuple[str, "Inspection", dict[str, Any]]
"""Name, what the file is, and the mapping to be remembered."""


def keep_file(
    desk: Desk, agreement: str, read: ReadFile, profile: Profile | None, failed: Callable[[WorkbenchError], object]
) -> None:
    """Keep the leads of a file; the status bar says so and offers to take the import back.

    Args:
        desk: The window and its session.
        agreement: Whom it is for.
        read: The file as it was tried out.
        profile: What is to be remembered; nothing where nothing is.
        failed: Told why it was not kept.
    """
    session, text = desk.session, desk.language.text

    def keep(workbench: Workbench) -> Imported:
        made = workbench.actuals.keep(agreement, read)
        if profile is not None:
            workbench.actuals.profiles.remember(*profile)
        return made

    def kept(made: Imported) -> None:
        number = made.batch
        leads = read.added + read.updated
        if read.reading.kind != "leads" and leads:
            desk.window.status.offer_undo(
                _said_of_others(desk, read), lambda: turn(desk, agreement, number or 0, back=True)
            )
        elif number is None or not leads:
            said = text(N_("Nothing in {file} is new; all {n} leads are known.")).format(
                file=read.path.name, n=f"{read.unchanged:,}"
            )
            desk.window.status.offer_undo(said, None)
        else:
            words = desk.language.count("Imported {n} lead from {file}", "Imported {n} leads from {file}", leads)
            said = words.format(n=f"{leads:,}", file=read.path.name)
            desk.window.status.offer_undo(said, lambda: turn(desk, agreement, number, back=True))
        session.actuals_were_changed(agreement)

    session.ask(keep, done=kept, failed=failed)


def _said_of_others(desk: Desk, read: ReadFile) -> str:
    """What came of a file that held no leads."""
    n = read.added + read.updated
    if read.reading.kind == "totals":
        words = desk.language.count("Imported {n} total from {file}", "Imported {n} totals from {file}", n)
    else:
        words = desk.language.count(
            "Joined calls and tasks of {file} to {n} lead", "Joined calls and tasks of {file} to {n} leads", n
        )
    return words.format(n=f"{n:,}", file=read.path.name)
