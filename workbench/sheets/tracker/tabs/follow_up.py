"""The sheet of follow-up: how fast leads are answered, for each promise by source, and by owner.

Must not know clocks.
"""

from __future__ import annotations

from workbench.base.language import N_
from workbench.sheets.tracker.choices import choices_of
from workbench.sheets.tracker.cohorts import LATE, MET, OVERDUE, PENDING
from workbench.sheets.tracker.formula import Formula, lift
from workbench.sheets.tracker.functions import either
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.look.styles import SHARE, WHOLE
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.tabs.counts import Fact, how_many, median_minutes, text_column
from workbench.sheets.tracker.told import Told, clocked, told

HEADER_ROW = 5
MOST = 12
"""Owners listed, as known when the workbook is written."""
STATES = (MET, LATE, OVERDUE, PENDING)
NAME, PART, LEADS, SHARE_COLUMN, FIRST_STATE, MEDIAN = 1, 2, 3, 4, 5, 9


def write_follow_up(sheet: Sheet, model: Model) -> None:
    """Write one block for each promise of an answer, and one by owner."""
    text, styles = sheet.book.text, sheet.book.styles
    line = text(N_("How fast leads are answered since the agreement began; in time is met, of those decided."))
    sheet.head(text(N_("Follow-up")), line)
    sheet.widths([2, 30, 24, 9, 22, 9, 9, 9, 9, 13])
    sheet.page.protect("", {"format_columns": True, "format_rows": True})
    sheet.print_on(repeat=HEADER_ROW)
    found = told(model, "response", text(N_("Answer due")))
    if found is None:
        sheet.put(
            HEADER_ROW, 1, text(N_("No answer within a time is promised.")), styles.cell(font_color=palette.SECOND)
        )
        return
    headers = (N_("Promise"), N_("Source"), N_("Leads"), N_("In time"), N_("Met"), N_("Late"), N_("Overdue"),
               N_("Pending"), N_("Median minutes"))  # fmt: skip
    for place, header in enumerate(headers, NAME):
        sheet.put(HEADER_ROW, place, text(header), styles.header(align="left" if place < LEADS else "right"))
    row = _promises(sheet, model, found, HEADER_ROW + 1)
    row = _owners(sheet, model, found, row + 1)
    bar = {"type": "data_bar", "bar_solid": True, "bar_color": "#B9DCE9", "min_type": "num", "max_type": "num"}
    bar |= {"min_value": 0, "max_value": 1, "bar_border_color": "#B9DCE9"}
    sheet.page.conditional_format(HEADER_ROW + 1, SHARE_COLUMN, row, SHARE_COLUMN, bar)
    sheet.page.freeze_panes(HEADER_ROW + 1, 0)


def _promises(sheet: Sheet, model: Model, found: Told, row: int) -> int:
    words = sheet.book.words
    promise = model.engine.range("Answer_promise", found.promise)
    sources = choices_of(model).get("source")
    for one in clocked(model, "response"):
        commitment = one.promise.commitment
        title = f"{commitment.label} · {commitment.group}" if commitment.group else commitment.label
        fact: Fact = promise, lift(one.promise.number)
        share = f"{float(commitment.target or 0):.0%}"
        count = how_many(fact)
        _line(sheet, model, found, row, (title, words.text(N_("all, agreed {share}")).format(share=share)), (fact,))
        row += 1
        for source in sources.values.tolist() if sources is not None else ():
            listed: Fact = text_column(model, "source"), Formula(f"$C{row + 1}", source)
            if count.value and not how_many(fact, listed).value:
                continue
            _line(sheet, model, found, row, ("", source), (fact, listed))
            row += 1
    return row


def _owners(sheet: Sheet, model: Model, found: Told, row: int) -> int:
    text, owners = sheet.book.text, choices_of(model).get("owner")
    if owners is None:
        return row
    sheet.put(
        row, NAME, text(N_("By owner")), sheet.book.styles.cell(bold=True, font_color=palette.TEAM["sales"].colour)
    )
    for owner in owners.values.tolist()[:MOST]:
        row += 1
        fact: Fact = text_column(model, "owner"), Formula(f"$C{row + 1}", owner)
        _line(sheet, model, found, row, ("", owner), (fact,))
    return row


def _line(sheet: Sheet, model: Model, found: Told, row: int, names: tuple[str, str], facts: tuple[Fact, ...]) -> None:
    styles, engine = sheet.book.styles, model.engine
    whole = bool(names[0])
    look = {"bold": whole, **({"bg_color": palette.CARD} if whole else {})}
    sheet.put(row, NAME, names[0], styles.row(**look))
    sheet.put(row, PART, names[1], styles.row(**look, font_color=palette.SECOND))
    state = engine.range("Answer_state", found.state)
    number = styles.row(align="right", num_format=f'{WHOLE};;"–"', **look)
    cells = [
        sheet.written(row, FIRST_STATE + place, how_many(*facts, (state, lift(one))), number)
        for place, one in enumerate(STATES)
    ]
    met, late, overdue, pending = cells
    decided = met + late + overdue
    sheet.put(row, LEADS, decided + pending, number)
    share = either(decided.equals(0), "", met / decided)
    sheet.put(row, SHARE_COLUMN, share, styles.row(align="right", num_format=SHARE, **look))
    minutes = median_minutes(engine.range("Answer_seconds", found.seconds), *facts)
    sheet.put(row, MEDIAN, minutes, styles.row(align="right", num_format="#,##0", **look))
