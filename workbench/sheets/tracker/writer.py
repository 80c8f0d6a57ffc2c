"""`write_tracker`: the workbook of a version with what happened in it, as bytes.

Formulas are written with the values they come to, so that every program shows the same before it computes anything.
Must not know the library, files, or who asks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence

from workbench.base.language import N_
from workbench.base.uncollected import uncollected
from workbench.sheets.column.cells import letters
from workbench.sheets.own_file import (
    AGREEMENT,
    AS_OF,
    BETWEEN,
    COMPUTED,
    CUSTOM_COLUMNS,
    HASH,
    UNFILLED,
    VERSION,
)  # fmt: skip
from workbench.sheets.tracker.log_columns import LogColumn
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Book, Sheet
from workbench.sheets.tracker.model import Model, make_model
from workbench.sheets.tracker.subject import Subject
from workbench.sheets.tracker.tabs.board.dashboard import write_dashboard
from workbench.sheets.tracker.tabs.calendar import write_calendar
from workbench.sheets.tracker.tabs.capacity import write_capacity
from workbench.sheets.tracker.tabs.clocks import write_clocks
from workbench.sheets.tracker.tabs.commitments import write_commitments
from workbench.sheets.tracker.tabs.days import write_days
from workbench.sheets.tracker.tabs.definitions import write_definitions
from workbench.sheets.tracker.tabs.exceptions import write_exceptions
from workbench.sheets.tracker.tabs.follow_up import write_follow_up
from workbench.sheets.tracker.tabs.funnel import write_funnel
from workbench.sheets.tracker.tabs.how_to_use import write_how_to_use
from workbench.sheets.tracker.tabs.lead_log import write_lead_log
from workbench.sheets.tracker.tabs.lists import write_lists
from workbench.sheets.tracker.tabs.log_place import FIRST_COLUMN
from workbench.sheets.tracker.tabs.log_results import result_headers
from workbench.sheets.tracker.tabs.pace import write_pace
from workbench.sheets.tracker.tabs.quality import write_quality
from workbench.sheets.tracker.tabs.scorecard import write_scorecard
from workbench.sheets.tracker.tabs.totals import write_totals
from workbench.sheets.tracker.tabs.value import write_value
from workbench.tracking.leads import CUSTOM

Write = Callable[[Sheet, Model], None]

TABS: tuple[tuple[str, str, Write], ...] = (
    (N_("Dashboard"), palette.INK, write_dashboard),
    (N_("Pace"), palette.INK, write_pace),
    (N_("Lead log"), palette.CHOICE, write_lead_log),
    (N_("Follow-up"), palette.INK, write_follow_up),
    (N_("Exceptions"), palette.INK, write_exceptions),
    (N_("Quality"), palette.INK, write_quality),
    (N_("Funnel"), palette.INK, write_funnel),
    (N_("Value"), palette.INK, write_value),
    (N_("Capacity"), palette.INK, write_capacity),
    (N_("Scorecard"), palette.INK, write_scorecard),
    (N_("Commitments"), palette.INK, write_commitments),
    (N_("Calendar"), palette.INK, write_calendar),
    (N_("Totals"), palette.CHOICE, write_totals),
    (N_("Definitions"), palette.INK, write_definitions),
    (N_("Lists"), palette.INK, write_lists),
    (N_("How to use"), palette.INK, write_how_to_use),
    (N_("Clocks"), palette.FAINT, write_clocks),
    (N_("Days"), palette.FAINT, write_days),
)
"""The sheets in order: name, colour of the tab (indigo where people fill something), and what writes it."""


LONGEST_PROPERTY = 255
"""Characters of a text property."""


def write_tracker(subject: Subject, spare: int) -> bytes:
    """The workbook; the same bytes for the same subject.

    Args:
        subject: What it is written of.
        spare: Empty rows of the lead log after the leads.

    Raises:
        WorkbenchError: The agreement's time zone is not known.
    """
    with uncollected():
        return write_model(make_model(subject, spare))


def write_model(model: Model, tabs: Sequence[tuple[str, str, Write]] = TABS) -> bytes:
    """The workbook of a model.

    Args:
        model: What stands in it.
        tabs: Its sheets.
    """
    subject, words = model.subject, model.subject.words
    numbered = words.text(N_("SLA version {number}")).format(number=subject.version)
    company = subject.agreement.teams.company or subject.agreement.title
    footer = f"&L&8{numbered} · {subject.version_hash[:12]}&R&8&A, &P / &N"
    book = Book(f"{company} · {numbered}".upper(), footer, words, subject.agreement.teams.paper or "A4")
    _describe(book, model)
    sheets = []
    for name, colour, write in tabs:
        sheet = book.sheet(words.text(name))
        sheet.page.set_tab_color(colour)
        sheets.append((sheet, write))
    for sheet, write in sheets:
        write(sheet, model)
    return book.finished()


def _describe(book: Book, model: Model) -> None:
    """The properties by which the program knows its own file again."""
    subject = model.subject
    moment = subject.written.astimezone(dt.UTC).replace(tzinfo=None)
    book.workbook.set_properties({"title": subject.agreement.title, "created": moment, "author": ""})
    properties = {
        AGREEMENT: subject.agreement_id,
        VERSION: str(subject.version),
        HASH: subject.version_hash,
        AS_OF: subject.review.as_of.isoformat(),
        UNFILLED: _listed([letter for letter, column in _lettered(model) if not column.carried], ","),
        COMPUTED: _listed(result_headers(subject.words), BETWEEN),
        CUSTOM_COLUMNS: _listed(
            [one.header for one in model.columns.values() if one.field.startswith(CUSTOM)], BETWEEN
        ),
    }
    for name, value in properties.items():
        if not value:
            continue
        book.workbook.set_custom_property(name, value, "text")


def _lettered(model: Model) -> Iterator[tuple[str, LogColumn]]:
    """The columns of the lead log with their letters."""
    return ((letters(place), column) for place, column in enumerate(model.columns.values(), FIRST_COLUMN))


def _listed(words: Iterable[str], between: str) -> str:
    """Words as one text, as many as a property can hold."""
    found = between.join(words)
    return found if len(found) <= LONGEST_PROPERTY else found[:LONGEST_PROPERTY].rpartition(between)[0]
