"""The sheet of quality: what sales accepted month by month, and why it sent leads back. Must not know clocks."""

from __future__ import annotations

from workbench.base.language import N_
from workbench.sheets.tracker.choices import choices_of
from workbench.sheets.tracker.formula import Formula, lift
from workbench.sheets.tracker.functions import either
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.look.charts import plain_chart
from workbench.sheets.tracker.look.styles import FONT, SHARE, WHOLE
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.moments import Moments
from workbench.sheets.tracker.scoring.line import Cell
from workbench.sheets.tracker.tabs.board.rows import cell_at
from workbench.sheets.tracker.tabs.board.signs import colour_statuses, looked_up, status_texts
from workbench.sheets.tracker.tabs.counts import how_many, text_column

TOP = 5
MONTHS: tuple[tuple[str, Cell, str], ...] = (
    (N_("Accepted"), "numerator", WHOLE),
    (N_("Decided"), "denominator", WHOLE),
    (N_("Still open"), "pending", WHOLE),
    (N_("Accepted share"), "value", SHARE),
    (N_("Agreed"), "target", SHARE),
)


def write_quality(sheet: Sheet, model: Model) -> None:
    """Write the months of the first quality promise, and the reasons."""
    text = sheet.book.text
    line = text(N_("What sales accepted, what it sent back, and why: since the agreement began."))
    sheet.head(text(N_("Quality")), line)
    sheet.widths([2, 30, 12, 12, 12, 14, 12, 18, 3, 11, 11, 11, 11, 11, 11])
    sheet.page.protect("", {"format_columns": True})
    sheet.print_on(tall=1)
    row = _months(sheet, model, TOP)
    _reasons(sheet, model, row)


def _months(sheet: Sheet, model: Model, row: int) -> int:
    text, styles = sheet.book.text, sheet.book.styles
    lines = [number for number, line in enumerate(model.lines, 1) if line.commitment.kind == "quality"]
    if not lines:
        return row
    one = model.lines[lines[0] - 1].commitment
    lines = [number for number in lines if model.lines[number - 1].commitment is one]
    sheet.put(row, 1, text(N_("Promise {label}")).format(label=one.label), styles.header())
    for place, (header, _, _) in enumerate(MONTHS, 2):
        sheet.put(row, place, text(header), styles.header(align="right", indent=1))
    sheet.put(row, 2 + len(MONTHS), text(N_("Status")), styles.header(indent=1))
    first = row + 1
    for number in lines:
        row += 1
        sheet.put(row, 1, model.lines[number - 1].period, styles.row())
        for place, (_, name, shape) in enumerate(MONTHS, 2):
            look = styles.row(align="right", indent=1, num_format=shape, bold=name == "value")
            sheet.put(row, place, cell_at(model, name, lift(number)), look)
        word = looked_up(cell_at(model, "status", lift(number)), status_texts(sheet.book.words))
        sheet.put(row, 2 + len(MONTHS), word, styles.row(bold=True, indent=1))
    colour_statuses(sheet, first, 2 + len(MONTHS), row)
    return row + 3


def _reasons(sheet: Sheet, model: Model, row: int) -> None:
    text, styles, offered = sheet.book.text, sheet.book.styles, choices_of(model).get("reject_reason")
    if offered is None:
        return
    for place, header in enumerate((N_("Reject reason"), N_("Leads"), N_("Share"))):
        sheet.put(row, 1 + place, text(header), styles.header(align="right" if place else "left"))
    moments = Moments(model.engine, model.columns, model.tables, model.as_of, model.words)
    rejected = model.engine.column("Sent back", either(moments.at("rejected_at") > 0, 1, 0))
    sent = model.engine.range("Sent_back", rejected)
    reasons = offered.values.tolist()
    first, last = row + 1, row + len(reasons)
    listed = text_column(model, "reject_reason")
    total = Formula(f"SUM({sent.name})", float(sent.values.sum()))
    for place, reason in enumerate(reasons):
        row = first + place
        sheet.put(row, 1, reason, styles.row())
        count = how_many((sent, lift(1)), (listed, Formula(f"$B{row + 1}", reason)))
        cell = sheet.written(row, 2, count, styles.row(align="right", num_format=WHOLE, bold=True))
        share = either(total.equals(0), "", cell / total)
        sheet.put(row, 3, share, styles.row(align="right", num_format=SHARE, font_color=palette.SECOND))
    sheet.put(last + 1, 1, text(N_("Sent back in all")), styles.cell(font_color=palette.SECOND))
    sheet.put(last + 1, 2, total, styles.cell(align="right", num_format=WHOLE, font_color=palette.SECOND))
    chart = plain_chart(sheet.book, "bar", text(N_("Why leads were sent back")))
    words = {"name": FONT, "size": 8, "color": palette.MUTED}
    quiet = {"major_gridlines": {"visible": False}, "line": {"color": palette.DOTS}}
    chart.add_series({
        "categories": [sheet.name, first, 1, last, 1], "values": [sheet.name, first, 2, last, 2], "gap": 40,
        "fill": {"color": palette.TEAM["sales"].colour}, "data_labels": {"value": True, "font": words},
    })  # fmt: skip
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "num_font": words, **quiet})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    chart.set_size({"width": 560, "height": 60 + 26 * len(reasons)})
    sheet.page.insert_chart(first - 1, 5, chart)
