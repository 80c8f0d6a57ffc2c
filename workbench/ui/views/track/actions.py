"""What can be done in Track by keys and from the palette, while one is there. Must not do it itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.base.language import N_
from workbench.ui.actions import Action

if TYPE_CHECKING:
    from workbench.ui.views.track.screen import TrackScreen


def own_actions(screen: TrackScreen) -> list[Action]:
    """The actions of the place; those that do not apply to the page seen are off."""

    def has_leads() -> bool:
        return screen.scorecard is not None and screen.scorecard.exceptions() is not None

    def at_scorecard() -> bool:
        return screen.scorecard is not None

    def has_version() -> bool:
        return screen.known is not None and screen.known.has_version

    def hide() -> None:
        if screen.names is not None:
            screen.names.hide(not screen.names.hidden)

    def step(by: int) -> None:
        if screen.scorecard is not None:
            screen.scorecard.step_period(by)

    return [
        Action("track.names", N_("Hide or show people's names"), hide, "Ctrl+H", icon="eye-off",
               keywords=N_("projector private reps"), enabled=lambda: screen.names is not None, room_sees=True),
        Action("track.exceptions", N_("Write the exceptions list"), lambda: write_exceptions(screen), "Ctrl+E",
               icon="download", enabled=has_leads, detail=N_("The leads behind the number that were not met")),
        Action("track.before", N_("Go to the period before"), lambda: step(-1), "Alt+Left", icon="chevron-left",
               enabled=at_scorecard),
        Action("track.after", N_("Go to the period after"), lambda: step(1), "Alt+Right", icon="chevron-right",
               enabled=at_scorecard),
        Action("track.try", N_("Try the import without keeping anything"), lambda: _try(screen), "F5",
               icon="refresh-cw", enabled=lambda: screen.importing is not None, keywords=N_("dry run")),
        Action("track.dates", N_("Go to how the dates are read"), lambda: _go_to(screen, "dates"), "Ctrl+Shift+D",
               icon="calendar-days", enabled=lambda: screen.importing is not None,
               keywords=N_("day month first order zone")),
        Action("track.headers", N_("Go to the row of the headers"), lambda: _go_to(screen, "headers"), "Ctrl+Shift+H",
               icon="file-spreadsheet", enabled=lambda: screen.importing is not None, keywords=N_("header row titles")),
        Action("track.take", N_("Import the leads of this file"), lambda: _take(screen), "Ctrl+Return",
               ("Ctrl+Enter",), icon="arrow-right", enabled=lambda: screen.importing is not None),
        Action("track.leave", N_("Leave the import"), lambda: _leave(screen), icon="x",
               enabled=lambda: screen.importing is not None),
        Action("track.tracker", N_("Export the tracking spreadsheet"), lambda: export_tracker(screen), "Ctrl+Shift+T",
               icon="file-spreadsheet", keywords=N_("excel lead log"), enabled=has_version),
        Action("track.proposals", N_("Show what the results propose"), lambda: show_proposals(screen), "Ctrl+Shift+N",
               icon="trending-up", keywords=N_("next version renegotiate always met never met"),
               enabled=lambda: at_scorecard() and screen.known is not None and bool(screen.known.proposals)),
        Action("track.flow", N_("Show how leads flowed"), screen.show_flow, "Ctrl+Shift+F", icon="trending-up",
               keywords=N_("funnel step rates follow-up speed depth acceptance reject reasons source owner"),
               enabled=lambda: screen.known is not None and screen.known.check.leads > 0 and screen.importing is None),
        Action("track.totals", N_("Type the totals of metrics"), lambda: show_totals(screen), "Ctrl+Shift+M",
               icon="gauge", keywords=N_("metrics cac churn meetings small table manual"),
               enabled=lambda: screen.known is not None and screen.importing is None and not _names_hidden(screen)),
        Action("track.review", N_("Write the review report"), lambda: export_review(screen), "Alt+R",
               icon="file-text", keywords=N_("pdf meeting monthly"), enabled=lambda: has_version() and at_scorecard()),
    ]  # fmt: skip


def _try(screen: TrackScreen) -> None:
    if screen.importing is not None:
        screen.importing.try_again()


def _go_to(screen: TrackScreen, what: str) -> None:
    if screen.importing is not None:
        (screen.importing.go_to_dates if what == "dates" else screen.importing.go_to_headers)()


def _take(screen: TrackScreen) -> None:
    if screen.importing is not None:
        screen.importing.take()


def _leave(screen: TrackScreen) -> None:
    if screen.importing is not None:
        screen.importing.leave()


def write_exceptions(screen: TrackScreen, target: Path | None = None) -> None:
    """Write the leads behind the number that were not met, as they are shown; ask where, unless it is named."""
    from workbench.ui.views.track.scorecard.taking_out import take_out  # noqa: PLC0415  (on a wish)

    if screen.scorecard is not None and (found := screen.scorecard.exceptions()) is not None:
        take_out(screen.desk, *found, target)


def export_tracker(screen: TrackScreen, target: Path | None = None, rows: int = 0) -> None:
    """Write the tracking spreadsheet; ask where, and how many rows it shall have, unless it is named."""
    from workbench.ui.views.track import exports  # noqa: PLC0415  (on a wish)

    if screen.known is not None:
        exports.export_tracker(screen.desk, screen.known, target, rows)


def show_proposals(screen: TrackScreen) -> None:
    """Show what the results propose for the next version; each leads to the field it concerns."""
    from workbench.ui.views.track.scorecard.proposed import Proposed  # noqa: PLC0415  (on a wish)

    if screen.scorecard is not None and screen.known is not None:
        popover = Proposed(screen.desk, screen.known, screen.go)
        popover.open_at(screen.scorecard.top.anchor)
        popover.begin.setFocus()


def _names_hidden(screen: TrackScreen) -> bool:
    """Whether people are not shown, so that nobody can stand behind an entry by name."""
    return screen.names is None or screen.names.hidden


def show_totals(screen: TrackScreen) -> None:
    """Show the small table in which totals without leads are typed."""
    from workbench.ui.views.track.totals_table import TotalsTable  # noqa: PLC0415  (on a wish)

    if screen.known is not None:
        table = TotalsTable(screen.desk, screen.known)
        table.open_at(screen.scorecard.top.anchor if screen.scorecard is not None else screen.desk.window)
        next(iter(table.fields.values()), table.save).setFocus()


def export_review(screen: TrackScreen, target: Path | None = None) -> None:
    """Write the review report of the month that is looked at; ask where, unless it is named."""
    from workbench.ui.views.track import exports  # noqa: PLC0415  (on a wish)

    if screen.known is not None and screen.scorecard is not None:
        exports.export_review(screen.desk, screen.known, screen.scorecard.month, target)
