"""The sheet of the funnel: how many leads reached each stage, and each step's rate beside the agreed one.

For all leads and for each segment, since the agreement began and by month. A step is counted of the leads that entered
the stage before, as a conversion is. Must not know how stages are derived.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from workbench.agreement.derivation.ground import scope_fields
from workbench.agreement.funnel_stages import FunnelStage, funnel_stages
from workbench.agreement.segments import segment_filters
from workbench.base.language import N_
from workbench.sheets.column.cells import letters
from workbench.sheets.tracker.formula import Formula, lift
from workbench.sheets.tracker.functions import both, either
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.look.charts import plain_chart
from workbench.sheets.tracker.look.styles import FONT, POINTS, SHARE, WHOLE
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.moments import Moments
from workbench.sheets.tracker.ranges import Range
from workbench.sheets.tracker.tabs.board.columns import MONTHS
from workbench.sheets.tracker.tabs.board.dashboard import months_at_a_glance
from workbench.sheets.tracker.tabs.board.shown import MONTH
from workbench.sheets.tracker.tabs.tallies import Test, tally
from workbench.sheets.tracker.texts import YES

TOP = 5
STAGE, LEADS, BAR, OF, WENT, RATE, AGREED, GAP, NOTE = range(1, 10)
FIRST_MONTH = NOTE + 2


@dataclass(frozen=True, eq=False)
class StageColumns:
    """A stage and the columns of clocks that tell of it.

    Attributes:
        stage: The stage.
        month: The place of the month in which each lead entered, 0 for none and for leads that are excluded.
        when: When each lead entered: 0 for never, -1 where the date cannot be read.
    """

    stage: FunnelStage
    month: Range
    when: Range


def write_funnel(sheet: Sheet, model: Model) -> None:
    """Write one block for all leads with its chart, and one for each segment."""
    text = sheet.book.text
    line = text(N_("Leads that reached each stage since the agreement began; a step counts those that went on."))
    sheet.head(text(N_("Funnel")), line)
    sheet.widths([2, 22, 9, 30, 9, 9, 10, 10, 11, 14, 2, *[7] * len(months_at_a_glance(model))])
    sheet.page.protect("", {"format_columns": True})
    sheet.print_on(tall=1)
    stages = _columns(model)
    if not stages:
        sheet.put(
            TOP,
            STAGE,
            text(N_("No stage names the date that proves it.")),
            sheet.book.styles.cell(font_color=palette.SECOND),
        )
        return
    sheet.page.freeze_panes(TOP + 1, STAGE + 1)
    row = _write_block(sheet, model, stages, TOP, (text(N_("All leads")), "", ()))
    _write_chart(sheet, TOP + 1, row, row + 1)
    row += 19
    for number, segment in enumerate(model.subject.agreement.teams.segments, 1):
        scope = segment_filters(segment)
        if not all(field in model.columns for field in scope_fields(scope)):
            continue
        inside: Test = model.engine.range(f"Segment_{number}", model.cohorts.scope(scope)), "=", YES
        row = _write_block(sheet, model, stages, row, (segment.name, segment.key, (inside,))) + 1


def _columns(model: Model) -> list[StageColumns]:
    engine, axis = model.engine, model.axes[MONTH]
    moments = Moments(engine, model.columns, model.tables, model.as_of, model.words)
    found = []
    for number, stage in enumerate(funnel_stages(model.subject.agreement), 1):
        place, when = model.cohorts.period(stage.field, axis), moments.at(stage.field)
        counted = either(model.cohorts.excluded().equals(0), place, 0)
        month = engine.range(f"Stage_month_{number}", engine.column(f"{stage.name}, counted month", counted))
        found.append(StageColumns(stage, month, engine.range(f"Stage_when_{number}", when)))
    return found


def _write_block(
    sheet: Sheet, model: Model, stages: list[StageColumns], row: int, of: tuple[str, str, tuple[Test, ...]]
) -> int:
    """Write the stages of some leads below each other; answers the row after them.

    Args:
        sheet: The sheet.
        model: The tracker.
        stages: What is told.
        row: Where the headers stand.
        of: What the leads are called, the key of their segment, and what is true of each of them.
    """
    title, segment, facts = of
    _write_headers(sheet, model, row, title)
    first, last = row + 1, row + len(stages)
    gaps: list[Any] = []
    for number, one in enumerate(stages, first):
        before = stages[one.stage.before] if one.stage.before is not None else None
        gaps.append(_write_stage(sheet, number, one, before, (segment, facts)))
        _write_months(sheet, model, number, one, facts)
    known = [gap.value for gap in gaps if gap is not None and gap.value != ""]
    column = letters(GAP)
    least = Formula(f"MIN(${column}${first + 1}:${column}${last + 1})", float(min(known, default=0.0)))
    weakest = sheet.book.text(N_("weakest step"))
    for number, gap in enumerate(gaps, first):
        said = None
        if gap is not None:
            said = either(gap.equals(""), "", either(both(gap.equals(least), least < 0), weakest, ""))
        sheet.put(number, NOTE, said, sheet.book.styles.row(bold=True, font_color=palette.AMBER, indent=1))
    _colour(sheet, stages, first)
    return last + 1


def _write_headers(sheet: Sheet, model: Model, row: int, title: str) -> None:
    text, header = sheet.book.text, sheet.book.styles.header
    titles = {
        LEADS: N_("Leads"), OF: N_("Of"), WENT: N_("Went on"), RATE: N_("Step rate"), AGREED: N_("Agreed"),
        GAP: N_("Gap"),
    }  # fmt: skip
    sheet.put(row, STAGE, title, header())
    for column in range(LEADS, NOTE + 1):
        said = text(titles[column]) if column in titles else None
        sheet.put(row, column, said, header(align="right", indent=int(column not in {LEADS, OF})))
    for column, place in enumerate(months_at_a_glance(model), FIRST_MONTH):
        label = model.axes[MONTH].rows[place].window.period.text
        sheet.put(row, column, text(MONTHS[int(label[5:7]) - 1])[:3], header(align="right"))


def _write_stage(
    sheet: Sheet, row: int, one: StageColumns, before: StageColumns | None, of: tuple[str, tuple[Test, ...]]
) -> Formula | None:
    """Write a stage; answers the cell of its gap in percentage points, where a rate is agreed."""
    styles, (segment, facts) = sheet.book.styles, of
    number = {"align": "right", "num_format": WHOLE}
    sheet.page.set_row(row, 21)
    sheet.put(row, STAGE, one.stage.name, styles.row(bold=True, font_color=palette.TEAM[one.stage.side].colour))
    leads = sheet.written(row, LEADS, tally((one.month, ">", 0), *facts), styles.row(**number, bold=True))
    sheet.put(row, BAR, leads, styles.row(num_format=";;;"))
    quiet = styles.row(**number, font_color=palette.SECOND)
    share = {"align": "right", "indent": 1, "num_format": SHARE}
    agreed = one.stage.agreed(segment)
    if before is None:
        sheet.row(row, OF, [None] * (GAP - OF + 1), styles.row())
        return None
    came: Test = before.month, ">", 0
    entered = sheet.written(row, OF, tally(came, (one.when, ">=", 0), *facts), quiet)
    went = sheet.written(row, WENT, tally(came, (one.when, ">", 0), *facts), styles.row(**number, indent=1))
    rate = sheet.written(row, RATE, either(entered.equals(0), "", went / entered), styles.row(**share, bold=True))
    known = None if agreed is None else float(agreed)
    sheet.put(row, AGREED, known, styles.row(**share, font_color=palette.SECOND))
    if known is None:
        sheet.put(row, GAP, None, styles.row())
        return None
    apart = either(rate.equals(""), "", (rate - lift(known)) * 100)
    return sheet.written(row, GAP, apart, styles.row(**share | {"num_format": POINTS}))


def _write_months(sheet: Sheet, model: Model, row: int, one: StageColumns, facts: tuple[Test, ...]) -> None:
    shape = sheet.book.styles.row(align="right", num_format=WHOLE, font_color=palette.SECOND)
    axis = model.axes[MONTH]
    for column, place in enumerate(months_at_a_glance(model), FIRST_MONTH):
        count = tally((one.month, "=", place + 1), *facts)
        sheet.put(row, column, either(axis.cell("begun", place + 1), count, ""), shape)


def _colour(sheet: Sheet, stages: list[StageColumns], first: int) -> None:
    """A bar for each stage in its team's colour, all against the largest; the weakest step tinted."""
    page, last, column = sheet.page, first + len(stages) - 1, letters(LEADS)
    most = f"=MAX(${column}${first + 1}:${column}${last + 1},1)"
    for row, one in enumerate(stages, first):
        fill = palette.BAR[one.stage.side]
        bar = {"type": "data_bar", "bar_only": True, "bar_solid": True, "bar_color": fill, "bar_border_color": fill}
        bar |= {"min_type": "num", "min_value": 0, "max_type": "formula", "max_value": most}
        page.conditional_format(row, BAR, row, BAR, bar)
    styles, note, gap = sheet.book.styles, letters(NOTE), letters(GAP)
    tint = {
        "type": "formula",
        "criteria": f"=LEN(${note}{first + 1})>0",
        "format": styles.rule(bg_color=palette.AMBER_TINT),
    }
    for area in ((STAGE, LEADS), (OF, AGREED), (NOTE, NOTE)):
        page.conditional_format(first, area[0], last, area[1], tint)
    short = styles.rule(font_color=palette.RED)
    rule = {"type": "formula", "criteria": f"=N(${gap}{first + 1})<0", "format": short}
    page.conditional_format(first, GAP, last, GAP, rule)


def _write_chart(sheet: Sheet, first: int, after: int, row: int) -> None:
    """Each step's rate beside the agreed one; the first stage has no step."""
    text, name = sheet.book.text, sheet.name
    chart = plain_chart(sheet.book, "column", text(N_("Step rates: actual and agreed")))
    words = {"name": FONT, "size": 8, "color": palette.MUTED}
    steps = [name, first + 1, STAGE, after - 1, STAGE]
    series = (
        (N_("Actual step rate"), RATE, palette.CHOICE, {"value": True, "font": words, "num_format": "0%"}),
        (N_("Agreed"), AGREED, palette.DOTS, None),
    )
    for title, column, colour, labels in series:
        one: dict[str, Any] = {
            "name": text(title), "categories": steps, "values": [name, first + 1, column, after - 1, column],
            "fill": {"color": colour}, "gap": 60, "overlap": 0,
        }  # fmt: skip
        chart.add_series(one | ({"data_labels": labels} if labels else {}))
    chart.set_y_axis({
        "min": 0, "max": 1, "num_format": "0%", "num_font": words, "line": {"none": True}, "major_tick_mark": "none",
        "major_gridlines": {"visible": True, "line": {"color": palette.GREY}},
    })  # fmt: skip
    chart.set_size({"width": 1180, "height": 320})
    sheet.page.insert_chart(row, STAGE, chart)
