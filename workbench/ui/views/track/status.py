"""What the status bar says while one is in Track. Must not know how it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.base.language import N_
from workbench.ui.views.desk import Desk
from workbench.ui.views.track.learning import Known
from workbench.ui.views.track.names import Names

if TYPE_CHECKING:
    from workbench.ui.views.track.mapping.page import ImportPage

Facts = tuple[list[tuple[str, str]], list[str]]


def show_facts(desk: Desk, names: Names | None, known: Known | None, importing: ImportPage | None) -> None:
    """Say in the status bar what is true of the page seen; nothing while nothing is known."""
    if names is None or known is None:
        desk.window.status.show_facts()
        return
    facts = scorecard_facts(desk, names, known) if importing is None else import_facts(desk, names, importing)
    desk.window.status.show_facts(*facts)


def scorecard_facts(desk: Desk, names: Names, known: Known) -> Facts:
    """Names hidden, what cannot be measured, on whose clock."""
    text = desk.language.text
    left = [("eye-off", text(N_("Names hidden")))] if names.hidden else []
    if not known.has_actuals:
        return left, [known.zone]
    open_ones = {month.first for month in known.months if month.is_open}
    blind = {
        line.commitment
        for _, line in known.check.results()
        if line.status == "not_measurable" and any(line.period == f"{month:%Y-%m}" for month in open_ones)
    }
    right = []
    if blind:
        said = desk.language.count("{n} promise cannot be measured", "{n} promises cannot be measured", len(blind))
        right.append(said.format(n=len(blind)))
    leads = desk.language.count("{n} lead", "{n} leads", known.check.leads)
    right += [leads.format(n=f"{known.check.leads:,}"), known.zone]
    return left, right


def import_facts(desk: Desk, names: Names, page: ImportPage) -> Facts:
    """Nothing is written yet; which day the file speaks for."""
    text = desk.language.text
    left = [("lock-keyhole", text(N_("Nothing is written until you import. An import can be undone as a whole.")))]
    if names.hidden:
        left.append(("eye-off", text(N_("Names hidden"))))
    return left, page.facts()
