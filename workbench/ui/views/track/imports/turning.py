"""Takes an import back, or lets it count again, and says what that changed. Must not know pages."""

from __future__ import annotations

from workbench.base.language import N_
from workbench.services.taking_back import TurnedImport, let_count, take_back
from workbench.ui.views.desk import Desk


def turn(desk: Desk, agreement: str, number: int, *, back: bool) -> None:
    """Take an import back as a whole, or let it count again; the status bar says so and offers the opposite."""
    session, status = desk.session, desk.window.status

    def done(found: TurnedImport) -> None:
        status.offer_undo(turned_words(desk, found, back=back), lambda: turn(desk, agreement, number, back=not back))
        session.actuals_were_changed(agreement)

    act = take_back if back else let_count
    session.ask(lambda workbench: act(workbench, agreement, number), done=done)


def turned_words(desk: Desk, found: TurnedImport, *, back: bool) -> str:
    """What became of the leads: `Took back leads.csv: 12 leads are gone, 3 are as they were before`."""
    text, count = desk.language.text, desk.language.count
    file = found.batch.source_name
    if back:
        gone = count("{n} lead is gone", "{n} leads are gone", found.leads)
        other = count("{n} is as it was before", "{n} are as they were before", found.changed)
        template = N_("Took back {file}: {leads}, {others}.")
    else:
        gone = count("{n} lead is back", "{n} leads are back", found.leads)
        other = count("{n} is changed by it", "{n} are changed by it", found.changed)
        template = N_("{file} counts again: {leads}, {others}.")
    return text(template).format(
        file=file, leads=gone.format(n=f"{found.leads:,}"), others=other.format(n=f"{found.changed:,}")
    )
