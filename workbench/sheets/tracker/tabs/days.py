"""The sheet of days: the tables of time that clocks read, made by the program. Must not know leads."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.language import N_
from workbench.sheets.tracker.days import Tables
from workbench.sheets.tracker.formula import Formula
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.ranges import Range
from workbench.sheets.tracker.tabs.board.cards import reviews

HEADER_ROW, NAME_COLUMN, FIRST_COLUMN = 6, 1, 4


def write_days(sheet: Sheet, model: Model) -> None:
    """Write every table of time, each column under its name, and the single moments beside them."""
    text, styles = sheet.book.text, sheet.book.styles
    line = text(N_("Worked out by the program, in seconds since 30 December 1899, UTC. An amendment changes them."))
    sheet.head(text(N_("Days")), line)
    header, plain = styles.header(align="right"), styles.cell(font_color=palette.SECOND, num_format="0")
    sheet.widths([2, 18, 14, 2])
    for row, (name, content) in enumerate(_single(model), HEADER_ROW + 1):
        sheet.put(row, NAME_COLUMN, name.replace("_", " "), styles.cell(font_color=palette.SECOND))
        sheet.put(row, NAME_COLUMN + 1, content, styles.cell(num_format="0.00000"))
        sheet.name_cells(name, row, NAME_COLUMN + 1)
    column = FIRST_COLUMN
    for one in _tables(model.tables, model):
        sheet.put(HEADER_ROW, column, one.name.replace("_", " "), header)
        sheet.put_range(HEADER_ROW + 1, column, one, plain)
        column += 1
    for ceiling in model.cohorts.ceilings.all.values():
        sheet.put(HEADER_ROW, column, f"{ceiling.limits.name.replace('_', ' ')}: {ceiling.title}", header)
        for row, cell in enumerate(ceiling.content, HEADER_ROW + 1):
            sheet.put(row, column, cell, plain)
        sheet.name_cells(ceiling.limits.name, HEADER_ROW + 1, column, HEADER_ROW + len(ceiling.content))
        column += 1
    sheet.widths([16] * (column - FIRST_COLUMN), FIRST_COLUMN)
    sheet.page.freeze_panes(HEADER_ROW + 1, FIRST_COLUMN)
    sheet.print_on(repeat=HEADER_ROW)


def _single(model: Model) -> Iterator[tuple[str, Formula]]:
    yield from model.as_of.content.items()
    for axis in model.axes.values():
        yield axis.end.text, Formula(f"{axis.end.value:.0f}", axis.end.value)


def _tables(tables: Tables, model: Model) -> Iterator[Range]:
    yield reviews(model)
    yield from (axis.starts for axis in model.axes.values())
    yield from (tables.wall_from, tables.wall_offsets, tables.changes)
    yield from (zone.starts for zone in tables.zones)
    for time in tables.open_times.values():
        yield from (time.starts, time.ends, time.before, time.offsets, time.working, time.closings)
