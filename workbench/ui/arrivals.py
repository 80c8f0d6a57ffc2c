"""What becomes of a file that is handed to the window: dropped, chosen, named at the start. Must not know widgets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from workbench.base.errors import ConflictError, NotAllowedError, NotFoundError, WorkbenchError
from workbench.base.language import N_, Language
from workbench.ui.session import Session

if TYPE_CHECKING:
    from workbench.agreement.model import Agreement
    from workbench.services.arriving import Arrived
    from workbench.services.workbench import Workbench

SHEETS: Final = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt")
"""Endings of files with actuals; they belong to the agreement that is open."""

TAKEN: Final = (".slaw", ".pdf", ".json")
"""Endings of files that carry an agreement."""

SAID: Final = {
    "new": N_("This agreement is new here."),
    "same": N_("This agreement was here already; nothing changed."),
    "behind": N_("What is here is newer than this file; nothing changed."),
    "forward": N_("What was here goes on with this file: {n} versions are new here."),
    "joined": N_("What was here goes on with this file, and so does the draft with its own changes."),
    "diverged": N_("This has gone on elsewhere and here: {n} versions are kept beside yours, to be merged."),
}
"""What came of a file, by outcome, and by what became of a draft with changes of its own."""

MOST_NAMED: Final = 3
"""Places that are named in one sentence."""


def open_file(session: Session, path: Path) -> None:
    """Take a file in and go to what it is about.

    Actuals are handed on (`Session.import_wanted`) while an agreement is open; a PDF of an agreement that is here
    already, or one that cannot be taken in, is handed on to be verified (`Session.verify_wanted`); anything else is
    taken in and opened.
    """
    if path.suffix.casefold() in SHEETS:
        if session.current is not None:
            session.import_wanted.emit(str(path))
            return
        message = session.language.text(N_("{file} holds actuals, and no agreement is open.")).format(file=path.name)
        session.refused.emit(NotAllowedError(message, session.language.text(N_("Open the agreement it is for first."))))
        return

    def taken(found: Arrived) -> None:
        if found.outcome == "signed_copy":
            session.open(found.agreement, lambda: session.verify_wanted.emit(str(path)))
            return
        if found.conflicts:
            session.refused.emit(_clash(found, path.name, session.language))
        else:
            which = "joined" if found.joined else found.outcome
            session.told.emit(session.language.text(SAID[which]).format(n=found.added))
        session.listing.refresh()
        if found.outcome == "forward" and session.current is not None and session.current.id == found.agreement:
            words = session.language.text(N_("taking in {file}")).format(file=path.name)
            session.reload(words, before=stored_text[0] if stored_text else None)
        session.open(found.agreement)

    def refused(error: WorkbenchError) -> None:
        """A PDF that is not taken in can still be looked at: what can be said about it says why."""
        if path.suffix.casefold() == ".pdf" and not isinstance(error, NotFoundError):
            session.verify_wanted.emit(str(path))
        else:
            session.refused.emit(error)

    def take(workbench: Workbench) -> Arrived:
        from workbench.services.arriving import take_in  # noqa: PLC0415  (with the store, on its thread)

        return take_in(workbench, path)

    stored_text: list[Agreement] = []

    def safe(stored: bool) -> None:
        if stored:
            stored_text.extend([session.current.agreement] if session.current is not None else ())
            session.ask(take, done=taken, failed=refused)

    session.make_safe(safe)


def _clash(found: Arrived, file: str, language: Language) -> ConflictError:
    """Why the open draft did not go on with a file, and what helps."""
    named = [found.place(one, language) for one in found.conflicts[:MOST_NAMED]]
    more = len(found.conflicts) - len(named)
    places = "; ".join([*named, *([language.text(N_("and {n} more")).format(n=more)] if more else ())])
    return ConflictError(
        language.text(N_("The draft and {file} changed the same places: {places}.")).format(file=file, places=places),
        language.text(
            N_(
                "The draft is as it was. Take its changes there back and open the file again, or save it as a version: "
                "theirs is kept beside it, to be merged."
            )
        ),
    )
