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


def write_lists(sheet: Sheet, model: Model) -> None:
    """Write every list under its name, side by side."""
    text, styles = sheet.book.text, sheet.book.styles
    line = text(N_("What the drop-downs offer and what the promises are counted by. An amendment changes it."))
    sheet.head(text(N_("Lists")), line)
    sheet.widths([2])
    longest, place = 1, 1
    for title, cells in _lists(model, sheet):
        sheet.put(HEADER_ROW, place, title, styles.header())
        sheet.put_range(HEADER_ROW + 1, place, cells, styles.row(font_color=palette.SECOND, num_format="@"))
        width = max([len(title), *(len(str(one)) for one in cells.values.tolist())])
        sheet.page.set_column(place, place, min(34, 4 + width))
        sheet.page.set_column(place + 1, place + 1, 2)
        longest, place = max(longest, len(cells.values)), place + 2
    sheet.page.freeze_panes(HEADER_ROW + 1, 0)
    sheet.page.protect("", {"format_columns": True})
    sheet.print_on(repeat=HEADER_ROW)


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
