"""The sheet of follow-up: how fast and how often leads are followed up, for each promise by source, and by owner.

Must not know clocks.
"""

from __future__ import annotations

from typing import Any

from workbench.base.language import N_
from workbench.sheets.tracker.choices import choices_of
from workbench.sheets.tracker.cohorts import LATE, MET, OVERDUE, PENDING
from workbench.sheets.tracker.formula import Formula, lift
from workbench.sheets.tracker.functions import either
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.look.styles import SHARE, WHOLE
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.tabs.answer_times import write_answer_times
from workbench.sheets.tracker.tabs.answer_trend import write_answer_trend
from workbench.sheets.tracker.tabs.counts import Fact, how_many, percentile_minutes, text_column
from workbench.sheets.tracker.told import Told, clocked, told

HEADER_ROW = 5
MOST = 12
"""Owners listed, as known when the workbook is written."""
STATES = (MET, LATE, OVERDUE, PENDING)
NAME, PART, LEADS, SHARE_COLUMN, BAR, FIRST_STATE = range(1, 7)
MEDIAN = FIRST_STATE + len(STATES)
P90, DEPTH, DEPTH_BAR = range(MEDIAN + 1, MEDIAN + 4)
HEADERS = {
    NAME: N_("Promise"), PART: N_("Source"), LEADS: N_("Leads"), SHARE_COLUMN: N_("In time"), FIRST_STATE: N_("Met"),
    FIRST_STATE + 1: N_("Late"), FIRST_STATE + 2: N_("Overdue"), FIRST_STATE + 3: N_("Pending"),
    MEDIAN: N_("Median minutes"), P90: N_("90% within minutes"), DEPTH: N_("To depth"),
}  # fmt: skip


def write_follow_up(sheet: Sheet, model: Model) -> None:
    """Write one block for each promise of an answer, one by owner, and the times of all answers."""
    text, styles = sheet.book.text, sheet.book.styles
    line = text(N_("Speed and depth since the agreement began, in working time; a share is of decided leads."))
    sheet.head(text(N_("Follow-up")), line)
    sheet.widths([2, 28, 22, 8, 9, 18, 8, 8, 9, 9, 10, 11, 10, 18])
    sheet.page.protect("", {"format_columns": True, "format_rows": True})
    sheet.print_on(tall=1, upright=True, repeat=HEADER_ROW)
    found = told(model, "response", text(N_("Answer due")))
    if found is None:
        sheet.put(
            HEADER_ROW, 1, text(N_("No answer within a time is promised.")), styles.cell(font_color=palette.SECOND)
        )
        return
    sheet.page.set_row(HEADER_ROW, 26)
    for place in range(NAME, DEPTH_BAR + 1):
        shape = styles.header(align="left" if place < LEADS else "right")
        sheet.put(HEADER_ROW, place, text(HEADERS[place]) if place in HEADERS else None, shape)
    row = _promises(sheet, model, found, HEADER_ROW + 1)
    row = _owners(sheet, model, found, row + 1)
    for column in (BAR, DEPTH_BAR):
        bar = {"type": "data_bar", "bar_only": True, "bar_solid": True, "bar_color": palette.BAR["sales"]}
        bar |= {"min_type": "num", "min_value": 0, "max_type": "num", "max_value": 1}
        bar |= {"bar_border_color": palette.BAR["sales"]}
        sheet.page.conditional_format(HEADER_ROW + 1, column, row, column, bar)
    after = write_answer_times(sheet, model, found, row + 3)
    write_answer_trend(sheet, model, after + 2)
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
    look: dict[str, Any] = {"bold": whole, **({"bg_color": palette.CARD} if whole else {})}
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
    _share(sheet, row, SHARE_COLUMN, either(decided.equals(0), "", met / decided), look)
    seconds = engine.range("Answer_seconds", found.seconds)
    for column, tenths in ((MEDIAN, 5), (P90, 9)):
        minutes = percentile_minutes(seconds, tenths, *facts)
        sheet.put(row, column, minutes, styles.row(align="right", num_format="#,##0", **look))
    _share(sheet, row, DEPTH, _to_depth(sheet, model, facts), look)


def _share(sheet: Sheet, row: int, column: int, share: Formula | None, look: dict[str, Any]) -> None:
    """A share, and beside it the cell of its bar."""
    styles = sheet.book.styles
    if share is None:
        sheet.row(row, column, [None, None], styles.row(**look))
        return
    cell = sheet.written(row, column, share, styles.row(align="right", num_format=SHARE, **look))
    sheet.put(row, column + 1, cell, styles.row(num_format=";;;", **look))


def _to_depth(sheet: Sheet, model: Model, facts: tuple[Fact, ...]) -> Formula | None:
    """The share of leads tried often enough, of those decided; nothing where no depth is promised."""
    depth = told(model, "follow_up_depth", sheet.book.text(N_("Attempts due")))
    if depth is None:
        return None
    state = model.engine.range("Depth_state", depth.state)
    met, *missed = (how_many(*facts, (state, lift(one))) for one in (MET, LATE, OVERDUE))
    decided = met + missed[0] + missed[1]
    return either(decided.equals(0), "", met / decided)
