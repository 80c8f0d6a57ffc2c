"""Writes the leads behind a number out as a list, as they are shown: names that are hidden stay hidden."""

from __future__ import annotations

from pathlib import Path

from workbench.base.language import N_
from workbench.ui.views.choosing import ask_where
from workbench.ui.views.desk import Desk
from workbench.ui.views.exporting import file_name
from workbench.ui.views.track.months import Judged
from workbench.ui.views.track.promises import Promise
from workbench.ui.views.track.scorecard.leads import LeadLine


def take_out(desk: Desk, promise: Promise, line: Judged, leads: list[LeadLine], target: Path | None = None) -> None:
    """Ask where, unless it is named, and write the list."""
    text = desk.language.text
    if target is not None:
        _write(desk, promise, leads, target)
        return
    usual = file_name(f"{promise.commitment.label} {promise.title} {line.result.period}", ".csv")
    title, kinds = text(N_("Write the exceptions list")), text(N_("Table (*.csv)"))
    ask_where(desk, title, usual, kinds, lambda chosen: _write(desk, promise, leads, chosen))


def _write(desk: Desk, promise: Promise, leads: list[LeadLine], target: Path) -> None:
    from workbench.services.lists import write_list  # noqa: PLC0415  (on a wish)

    text, language = desk.language.text, desk.language
    headers = [
        text(words)
        for words in (
            N_("Commitment"), N_("Lead"), N_("Who"), N_("Outcome"), N_("Working time"), N_("Remark"), N_("Why"),
        )
    ]  # fmt: skip
    rows = [
        (
            promise.commitment.label, one.lead, one.who, text(one.mark.word), one.amount, one.note,
            one.reason,
        )
        for one in leads
    ]  # fmt: skip

    def written(count: int) -> None:
        said = language.count("{n} lead written to {file}", "{n} leads written to {file}", count)
        desk.session.told.emit(said.format(n=count, file=target.name))

    desk.session.work(lambda _report, _cancel: write_list(target, headers, rows), done=written)
