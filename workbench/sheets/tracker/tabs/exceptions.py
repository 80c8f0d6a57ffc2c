"""The sheet of exceptions: leads whose deadline passed without the agreed event, the longest first.

Must not know how deadlines are made.
"""

from __future__ import annotations

import numpy as np

from workbench.agreement.commitment import CommitmentKind
from workbench.base.language import N_
from workbench.sheets.column.cells import letters
from workbench.sheets.tracker.formula import Formula
from workbench.sheets.tracker.functions import either, link_to, rounded
from workbench.sheets.tracker.log_columns import FIRST_ROW
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.look.styles import SHORT_MOMENT
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.ranges import Range
from workbench.sheets.tracker.tabs.log_place import FIRST_COLUMN
from workbench.sheets.tracker.told import NEVER, Gaps, gaps

LISTED = 60
HEADER_ROW = 9
PLACE = 14
"""Hidden column with the row of the log each line shows."""
MISSING: dict[CommitmentKind, tuple[str, str]] = {
    "response": (N_("no answer"), N_("answer today, then log it")),
    "decision": (N_("no decision"), N_("accept or reject with a reason")),
    "follow_up_depth": (N_("too few attempts"), N_("try again, then log it")),
    "hand_over_speed": (N_("not handed over"), N_("hand it over")),
    "recycle": (N_("not back in nurture"), N_("put it back into nurture")),
}
SHOWN = (("lead_id", 12), ("company", 26), ("person", 20), ("owner", 17), ("tier", 7), ("source", 17))


def write_exceptions(sheet: Sheet, model: Model) -> None:
    """Write the list."""
    text, styles, found = sheet.book.text, sheet.book.styles, gaps(model)
    line = text(
        N_("Leads whose deadline has passed without the agreed event, longest first. A click leads to the row to fill.")
    )
    sheet.head(text(N_("Exceptions")), line)
    sheet.widths([2, 5, *(width for _, width in SHOWN), 9, 20, 16, 10, 29, 2, 8])
    sheet.page.protect("", {"format_columns": True, "format_rows": True})
    sheet.print_on(repeat=HEADER_ROW if found else None)
    if found is None:
        sheet.put(5, 1, text(N_("No promise has a deadline.")), styles.cell(font_color=palette.SECOND))
        return
    count = Formula(f'COUNTIF({found.key.name},"<9E+15")', float(np.count_nonzero(found.key.values < NEVER)))
    total = _cards(sheet, model, found, count)
    headers = [text(N_("Row")), *(model.columns[field].header if field in model.columns else "" for field, _ in SHOWN)]
    headers += [
        text(one) for one in (N_("Promise"), N_("What is missing"), N_("Was due"), N_("Days since"), N_("Do next"))
    ]
    for place, header in enumerate(headers, 1):
        shape = {"align": "right" if place == len(headers) - 1 else "left", "indent": int(place >= len(headers) - 1)}
        sheet.put(HEADER_ROW, place, header, styles.header(**shape))
    for number in range(1, min(LISTED, model.engine.rows) + 1):
        _write_line(sheet, model, found, total, number)
    sheet.page.freeze_panes(HEADER_ROW + 1, 0)
    sheet.page.set_column(PLACE, PLACE, None, None, {"hidden": 1})
    sheet.page.print_area(0, 0, HEADER_ROW + LISTED, PLACE - 2)


def _cards(sheet: Sheet, model: Model, found: Gaps, count: Formula) -> Formula:
    """Three cards; answers the cell with the number of leads."""
    text, styles = sheet.book.text, sheet.book.styles
    promised = {promise.number: promise.commitment for promise in model.promises}
    kinds = Range("Gap_promise", found.promise.values)

    def of_side(side: str) -> Formula:
        numbers = [number for number, one in promised.items() if one.by == side and one.kind in MISSING]
        parts = [kinds.count(number) for number in numbers]
        added = parts[0] if parts else Formula("0", 0.0)
        for part in parts[1:]:
            added = added + part
        return added

    spans = ((1, 3), (4, 6), (7, 9), (10, 12))
    most = min(LISTED, model.engine.rows)
    shown = Formula(f"MIN({count.text},{most})", min(count.value, most))
    cards: tuple[tuple[str, Formula, str, str], ...] = (
        (N_("OPEN"), count, palette.RED, N_("leads past a deadline")),
        (N_("SALES"), of_side("sales"), palette.TEAM["sales"].colour, N_("oldest gap is sales' to close")),
        (N_("MARKETING"), of_side("marketing"), palette.TEAM["marketing"].colour, N_("oldest gap is marketing's")),
        (N_("SHOWN"), shown, palette.INK, N_("one line a lead, its oldest gap")),
    )
    for row, height in ((5, 18), (6, 25), (7, 18)):
        sheet.page.set_row(row, height)
    for (first, last), (caption, value, colour, below) in zip(spans, cards, strict=True):
        sheet.across(5, first, last, text(caption), styles.card(font_size=8, bold=True, font_color=palette.MUTED))
        sheet.across(6, first, last, value, styles.card(font_size=14, bold=True, font_color=colour, num_format="#,##0"))
        sheet.across(7, first, last, text(below), styles.card(font_size=8.5, font_color=palette.SECOND))
    return Formula("$B$7", count.value)


def _write_line(sheet: Sheet, model: Model, found: Gaps, total: Formula, number: int) -> None:
    styles, row = sheet.book.styles, HEADER_ROW + number
    order = np.sort(found.key.values)
    smallest = Formula(f"SMALL({found.key.name},{number})", float(order[number - 1]))
    there = total >= number
    value = float(np.flatnonzero(found.key.values == smallest.value)[0] + 1)
    match = Formula(f"MATCH({smallest.text},{found.key.name},0)", value)
    place = sheet.written(row, PLACE, either(there, match, 0))
    none = place.equals(0)
    quiet = styles.row(font_color=palette.SECOND, indent=1)
    log, line = sheet.book.text(N_("Lead log")), place + (FIRST_ROW - 1)

    def linked(shown: Formula) -> Formula:
        return either(none, "", link_to(log, letters(FIRST_COLUMN), line, shown))

    link = {"font_color": palette.CHOICE, "underline": 1}
    sheet.put(row, 1, linked(line), styles.row(**link, align="left", font_size=8.5))
    for column, (field, _) in enumerate(SHOWN, 2):
        content = _of_log(model, field, place)
        if field == "lead_id" and content is not None:
            sheet.put(row, column, linked(content), styles.row(bold=True, **link))
        else:
            sheet.put(row, column, content, styles.row())
    promise = found.promise.at(place)
    labels = Range.of("Promise_label", [one.commitment.label for one in model.promises])
    number_of = either(none, "", labels.at(promise))
    sheet.put(row, 8, number_of, styles.row(font_color=palette.MUTED))
    for column, part in ((9, 0), (12, 1)):
        said = gap_words(model, part)
        shape = styles.row(bold=True, font_color=palette.RED) if column == 9 else quiet
        sheet.put(row, column, either(none, "", said.at(promise)), shape)
    due = either(none, "", found.due.at(place))
    cell = sheet.written(row, 10, due, styles.row(num_format=SHORT_MOMENT, align="left"))
    since = either(none, "", rounded(model.as_of.used - cell, 1))
    sheet.put(row, 11, since, styles.row(num_format="0.0", align="right", indent=1, font_color=palette.SECOND))


def _of_log(model: Model, field: str, place: Formula) -> Formula | None:
    """A text of the lead log at a row; nothing where there is no such column."""
    column = model.columns.get(field)
    if column is None:
        return None
    found = column.range.at(place)
    value = "" if found.value is None else found.value
    return either(place.equals(0), "", Formula(found.text, value).joined(""))


def gap_words(model: Model, part: int) -> Range:
    """What is missing (0) or to be done next (1) for each promise, in its order."""
    text = model.subject.words.text
    kinds = [one.commitment.kind for one in model.promises]
    words = [text(MISSING[kind][part]) if kind in MISSING else "–" for kind in kinds]
    return Range.of(("Promise_gap", "Promise_do_next")[part], words or ["–"])
