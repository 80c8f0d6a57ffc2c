"""The sheet of value: what marketing delivered at the frozen values, and what leads were really worth.

Of the leads that qualified since the agreement began. Must not know how a lead's worth is found.
"""

from __future__ import annotations

from typing import Any

from workbench.agreement.calculators.lead_value import SMALLEST_TYPE
from workbench.base.language import N_
from workbench.sheets.tracker.choices import choices_of
from workbench.sheets.tracker.formula import Formula, Given, lift
from workbench.sheets.tracker.functions import any_of, either
from workbench.sheets.tracker.lead_worth import LeadWorth, lead_worth
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.look.charts import plain_chart
from workbench.sheets.tracker.look.styles import SHARE, WHOLE
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.scoring.line import Cell
from workbench.sheets.tracker.tabs.board.rows import cell_at
from workbench.sheets.tracker.tabs.board.signs import colour_statuses, looked_up, status_texts
from workbench.sheets.tracker.tabs.counts import Fact, how_many, sum_where, text_column, whole_sum

TOP = 5
NAME, LEADS, WON, RATE, MEAN, WORTH, NOTE, FROZEN, DELIVERED, SHARE_OF = range(1, 11)
MONTHS: tuple[tuple[str, Cell, str], ...] = (
    (N_("Delivered"), "value", WHOLE),
    (N_("Agreed"), "target", WHOLE),
    (N_("Forecast"), "forecast", WHOLE),
)
STATUS = 1 + len(MONTHS) + 1


def write_value(sheet: Sheet, model: Model) -> None:
    """Write the periods of the first value promise, the lead types, and the sources."""
    text, currency = sheet.book.text, model.subject.agreement.teams.currency
    line = text(N_("What qualified leads are worth, in {currency}: as frozen at signing, and as won since."))
    sheet.head(text(N_("Value")), line.format(currency=currency or text(N_("the agreement's currency"))))
    sheet.widths([2, 26, 11, 11, 12, 18, 14, 32, 13, 14, 10])
    sheet.page.protect("", {"format_columns": True})
    sheet.print_on(tall=1)
    row, worth = _periods(sheet, model, TOP), lead_worth(model)
    if worth.types:
        row = _types(sheet, worth, row)
    else:
        none = text(N_("No lead type has a value in the agreement."))
        sheet.put(row, NAME, none, sheet.book.styles.cell(font_color=palette.SECOND))
        row += 2
    _sources(sheet, model, worth, row)


def _periods(sheet: Sheet, model: Model, row: int) -> int:
    """What was delivered in each period of the first value promise, with its chart; answers the next free row."""
    text, styles = sheet.book.text, sheet.book.styles
    promised = next((one for one in model.subject.commitments if one.kind == "value"), None)
    lines = [number for number, line in enumerate(model.lines, 1) if line.commitment is promised]
    if promised is None or not lines:
        sheet.put(row, NAME, text(N_("No value of leads is promised.")), styles.cell(font_color=palette.SECOND))
        return row + 2
    sheet.put(row, NAME, text(N_("Promise {label}")).format(label=promised.label), styles.header())
    for place, (header, _, _) in enumerate(MONTHS, NAME + 1):
        sheet.put(row, place, text(header), styles.header(align="right", indent=1))
    sheet.put(row, STATUS, text(N_("Status")), styles.header(indent=1))
    first = row + 1
    for at, number in enumerate(lines, first):
        sheet.put(at, NAME, model.lines[number - 1].period, styles.row())
        for place, (_, name, shape) in enumerate(MONTHS, NAME + 1):
            look = styles.row(align="right", indent=1, num_format=shape, bold=name == "value")
            sheet.put(at, place, cell_at(model, name, lift(number)), look)
        word = looked_up(cell_at(model, "status", lift(number)), status_texts(sheet.book.words))
        sheet.put(at, STATUS, word, styles.row(bold=True, indent=1))
    last = first + len(lines) - 1
    colour_statuses(sheet, first, STATUS, last)
    _chart(sheet, first, last)
    return max(last + 3, TOP + 16)


def _chart(sheet: Sheet, first: int, last: int) -> None:
    text, name = sheet.book.text, sheet.name
    chart = plain_chart(sheet.book, "column", text(N_("Lead value delivered and agreed")))
    periods = [name, first, NAME, last, NAME]
    chart.add_series({
        "name": text(N_("Delivered")), "categories": periods, "values": [name, first, NAME + 1, last, NAME + 1],
        "fill": {"color": palette.TEAM["marketing"].colour}, "gap": 50,
    })  # fmt: skip
    line = sheet.book.workbook.add_chart({"type": "line"})
    line.add_series({
        "name": text(N_("Agreed")), "categories": periods, "values": [name, first, NAME + 2, last, NAME + 2],
        "line": {"color": palette.INK, "width": 1.5, "dash_type": "dash"},
    })  # fmt: skip
    chart.combine(line)
    chart.set_size({"width": 640, "height": 290})
    sheet.page.insert_chart(first - 1, NOTE, chart)


def _types(sheet: Sheet, worth: LeadWorth, row: int) -> int:
    """Each lead type: as measured, and as frozen; answers the next free row."""
    text = sheet.book.text
    _headers(sheet, row, text(N_("Lead type")))
    typed: tuple[Fact, ...] = ((worth.counted, lift(1)),)
    first, last = row + 1, row + len(worth.types)
    delivered = whole_sum(worth.frozen)
    _line(sheet, worth, last + 1, text(N_("All qualified leads")), typed, delivered)
    for number, one in enumerate(worth.types, 1):
        facts = (*typed, (worth.kind, lift(number)))
        value = lift(one.value or 0)
        leads = how_many(*facts)
        _line(sheet, worth, first + number - 1, one.name, facts, leads * value, frozen=value, of=delivered)
    return last + 4


def _sources(sheet: Sheet, model: Model, worth: LeadWorth, row: int) -> None:
    """Each source as it was measured, and what its leads count for at the frozen values."""
    text, offered = sheet.book.text, choices_of(model).get("source")
    if offered is None:
        return
    _headers(sheet, row, text(N_("Source")), frozen=False)
    source, counted = text_column(model, "source"), (worth.counted, lift(1))
    delivered = whole_sum(worth.frozen)
    for at, one in enumerate(offered.values.tolist(), row + 1):
        facts: tuple[Fact, ...] = (counted, (source, Formula(f"$B{at + 1}", one)))
        _line(sheet, worth, at, one, facts, sum_where(worth.frozen, *facts), of=delivered)


def _headers(sheet: Sheet, row: int, name: str, *, frozen: bool = True) -> None:
    text, header = sheet.book.text, sheet.book.styles.header
    sheet.put(row, NAME, name, header())
    titles = {
        LEADS: N_("Leads"), WON: N_("Won"), RATE: N_("Close rate"), MEAN: N_("Revenue per customer"),
        WORTH: N_("Value per lead"), NOTE: None, FROZEN: N_("Frozen value") if frozen else None,
        DELIVERED: N_("Delivered"), SHARE_OF: N_("Share"),
    }  # fmt: skip
    for column, title in titles.items():
        sheet.put(row, column, text(title) if title else None, header(align="right"))


def _line(
    sheet: Sheet, worth: LeadWorth, row: int, name: str, facts: tuple[Fact, ...], delivered: Formula, *,
    frozen: Given | None = None, of: Formula | None = None,
) -> None:  # fmt: skip
    """Write what some leads were worth; the value per lead is the one of all where these are too few.

    Args:
        sheet: The sheet.
        worth: The leads' worth.
        row: Where.
        name: What the leads are called.
        facts: What is true of each of them.
        delivered: What they count for at the frozen values.
        frozen: The frozen value of one.
        of: What all leads count for; nothing for the line of all leads.
    """
    styles, total = sheet.book.styles, of is None
    look: dict[str, Any] = {"align": "right", "bold": total, **({"bg_color": palette.CARD} if total else {})}
    number, share = styles.row(**look, num_format=WHOLE), styles.row(**look, num_format=SHARE)
    sheet.put(row, NAME, name, styles.row(**look | {"align": "left"}))
    leads = sheet.written(row, LEADS, how_many(*facts), number)
    won = sheet.written(row, WON, how_many(*facts, (worth.won, lift(1))), number)
    sheet.put(row, RATE, either(leads.equals(0), "", won / leads), share)
    paid = how_many(*facts, (worth.paid, lift(1)))
    mean = sum_where(worth.revenue, *facts) / paid
    sheet.put(row, MEAN, either(paid.equals(0), "", mean), number)
    own, few = either(paid.equals(0), "", mean * won / leads), any_of(leads < SMALLEST_TYPE, paid.equals(0))
    counted, all_paid = whole_sum(worth.counted), whole_sum(worth.paid)
    every = whole_sum(worth.revenue) / all_paid * whole_sum(worth.won) / counted
    pooled = either(all_paid.equals(0), "", every)
    sheet.put(row, WORTH, own if total else either(few, pooled, own), styles.row(**look, num_format="#,##0.00"))
    words = sheet.book.text(N_("pooled: under {leads} leads, or no revenue known")).format(leads=SMALLEST_TYPE)
    quiet = styles.row(**look | {"align": "left", "font_color": palette.MUTED, "indent": 1})
    sheet.put(row, NOTE, None if total else either(few, words, ""), quiet)
    sheet.put(row, FROZEN, frozen, styles.row(**look, num_format="#,##0.00"))
    given = sheet.written(row, DELIVERED, delivered, number)
    sheet.put(row, SHARE_OF, None if of is None else either(of.equals(0), "", given / of), share)
