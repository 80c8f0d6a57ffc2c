"""Asks where the tracking spreadsheet or the review report is to be written, and has it written.

Must not know what is in them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.agreement.period_words import month_words
from workbench.base.language import N_
from workbench.ui.views.choosing import ask_where, ask_where_and_which
from workbench.ui.views.desk import Desk
from workbench.ui.views.exporting import file_name
from workbench.ui.views.track.learning import Known

if TYPE_CHECKING:
    from workbench.services.publishing import Published
    from workbench.services.workbench import Workbench

Write = Callable[[Path], "Published"]
"""Writes a file without the library, so that what is typed meanwhile is saved beside it."""

Prepare = Callable[["Workbench"], Write]
"""Reads from the library what the file is made of."""


ROOMS = (
    (N_("Workbook with rows for a year of leads (*.xlsx)"), 0),
    (N_("Workbook with 10,000 rows (*.xlsx)"), 10_000),
    (N_("Workbook with few empty rows (*.xlsx)"), 1),
)
"""How many rows a lead log can have, as the dialog offers it."""


def export_tracker(desk: Desk, known: Known, target: Path | None = None, rows: int = 0) -> None:
    """Write the tracker of the version in force, with the leads imported so far.

    Args:
        desk: The window.
        known: Of which agreement.
        target: Where; the person is asked, and how many rows it shall have, where it is not named.
        rows: Of the lead log; for a year where it is 0.
    """
    text = desk.language.text
    name = file_name(text(N_("{company} tracker")).format(company=_company(desk)).strip(), ".xlsx")

    def write(chosen: Path, rows: int) -> None:
        _write(desk, lambda workbench: workbench.tracker.material(known.agreement, rows).write, chosen)

    if target is not None:
        write(target, rows)
        return
    title, kinds = text(N_("Export the tracking spreadsheet")), [text(kind) for kind, _ in ROOMS]
    ask_where_and_which(desk, title, name, kinds, lambda chosen, which: write(chosen, ROOMS[which][1]))


def export_review(desk: Desk, known: Known, month: dt.date, target: Path | None = None) -> None:
    """Write the review report of a month; ask where, unless it is named."""
    text = desk.language.text
    words = text(N_("{company} review {month}")).format(company=_company(desk), month=month_words(month, desk.language))
    kinds = text(N_("Document (*.pdf)"))

    def prepare(workbench: Workbench) -> Write:
        return workbench.reviewing.material(known.agreement, f"{month:%Y-%m}").write

    _export(desk, prepare, text(N_("Write the review report")), file_name(words.strip(), ".pdf"), kinds, target)


def _company(desk: Desk) -> str:
    current = desk.session.current
    return current.agreement.teams.company if current is not None else ""


def _export(desk: Desk, prepare: Prepare, title: str, name: str, kinds: str, target: Path | None) -> None:
    if target is not None:
        _write(desk, prepare, target)
        return
    ask_where(desk, title, name, kinds, lambda chosen: _write(desk, prepare, chosen))


def _write(desk: Desk, prepare: Prepare, target: Path) -> None:
    text, told = desk.language.text, desk.session.told

    def written(made: Published) -> None:
        told.emit(text(N_("{file} is written.")).format(file=made.file.name))

    def write(prepared: Write) -> None:
        desk.session.work(lambda _report, _cancel: prepared(target), done=written)

    told.emit(text(N_("Writing {file}…")).format(file=target.name))
    desk.session.ask(prepare, done=write)
