"""The sheet of lists: what the drop-downs offer, and the words that formulas compare cells with.

Must not know leads.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.language import N_
from workbench.sheets.tracker.choices import choices_of
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.ranges import Range
from workbench.sheets.tracker.tabs.board.shown import shown_period
from workbench.sheets.tracker.tabs.board.signs import status_signs, status_texts, status_words
from workbench.sheets.tracker.tabs.exceptions import gap_words

HEADER_ROW = 5
BESIDE = 6
"""Lists beside each other."""


def write_lists(sheet: Sheet, model: Model) -> None:
    """Write every list under its name, side by side."""
    text, styles = sheet.book.text, sheet.book.styles
    line = text(N_("What the drop-downs offer and what the promises are counted by. An amendment changes it."))
    sheet.head(text(N_("Lists")), line)
    sheet.widths([2, *[27, 2] * BESIDE])
    row, place, tallest = HEADER_ROW, 0, 0
    for title, cells in _lists(model, sheet):
        if place == BESIDE:
            row, place, tallest = row + tallest + 3, 0, 0
        sheet.put(row, 1 + 2 * place, title, styles.header())
        look = styles.row(font_color=palette.SECOND, num_format="@")
        sheet.put_range(row + 1, 1 + 2 * place, cells, look)
        place, tallest = place + 1, max(tallest, len(cells.values))
    sheet.page.freeze_panes(HEADER_ROW, 0)
    sheet.page.protect("", {"format_columns": True})
    sheet.print_on()


def _lists(model: Model, sheet: Sheet) -> Iterator[tuple[str, Range]]:
    for field, offered in choices_of(model).items():
        yield model.columns[field].header, offered
    for (field, _), listed in model.cohorts.lists.items():
        yield f"{listed.name.replace('_', ' ')}: {model.columns[field].header}", listed
    text = sheet.book.text
    yield text(N_("Gap, by promise")), gap_words(model, 0)
    yield text(N_("Do next, by promise")), gap_words(model, 1)
    yield text(N_("Periods offered")), shown_period(model).choices
    yield text(N_("Status")), status_words()
    yield text(N_("Sign")), status_signs()
    yield text(N_("In words")), status_texts(sheet.book.words)
    yield text(N_("Words for nothing")), model.words.nothing
    yield text(N_("Words for a damaged cell")), model.words.damaged
