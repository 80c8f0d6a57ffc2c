"""What the reader child can be asked: inspect, leads, totals, rows. Child process only.

Must not know pipes or limits.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from workbench.sheets.column.cells import Cell, cell_text
from workbench.sheets.dictionary import dictionary
from workbench.sheets.mapping import mapping_from_json
from workbench.sheets.table.layout import find_layout
from workbench.sheets.table.source import Source
from workbench.sheets.wire import Answer, Inspected, Request, RowsTaken, Taken, TotalsTaken

Report = Callable[[int, int], None]


def inspect(source: Source, request: Request, report: Report) -> Inspected:
    """Describe a file."""
    from workbench.sheets.table.kind import as_activities, kind_of, refuse_activity_fields  # noqa: PLC0415  (as above)
    from workbench.sheets.table.look import inspect_layout  # noqa: PLC0415  (each task loads what it needs)

    mapping, words = mapping_from_json(request.mapping), dictionary()
    layout = find_layout(source, mapping, words)
    kind = kind_of(layout, mapping, words)
    if kind == "activities":
        layout = as_activities(layout, mapping, words)
    elif kind == "leads":
        refuse_activity_fields(layout, mapping)
    return msgspec.structs.replace(inspect_layout(source, layout, mapping, words, report), kind=kind)


def leads(source: Source, request: Request, report: Report) -> Taken | TotalsTaken:
    """Read what a file tells: of leads, of activities, or of periods."""
    from workbench.sheets.table.kind import kind_of, refuse_activity_fields  # noqa: PLC0415  (as above)
    from workbench.sheets.table.take_totals import take_totals  # noqa: PLC0415

    mapping, words = mapping_from_json(request.mapping), dictionary()
    report(0, 0)
    if mapping.kind == "totals":
        return take_totals(source, mapping, words)
    layout = find_layout(source, mapping, words)
    kind = kind_of(layout, mapping, words)
    if kind == "totals":
        return take_totals(source, mapping, words)
    if kind == "activities":
        from workbench.sheets.table.take_activities import take_activities  # noqa: PLC0415  (as above)

        return take_activities(source, layout, request, mapping, words, report)
    from workbench.sheets.table.take import take_leads  # noqa: PLC0415  (as above)

    refuse_activity_fields(layout, mapping)
    return take_leads(source, layout, request, mapping, words, report)


def rows(source: Source, request: Request, report: Report) -> RowsTaken:
    """Some rows as they stand; the first row asked for is that of the headers."""
    report(0, 0)
    grid = source.grid(request.sheet)
    wanted = [number - 1 - grid.first_row for number in request.rows]
    taken = [[_plain(cell) for cell in grid.rows[i]] if 0 <= i < len(grid.rows) else [] for i in wanted]
    headers = tuple(str(cell) for cell in taken[0]) if taken else ()
    return RowsTaken(source.sha256, headers, tuple(tuple(row) for row in taken[1:]))


def _plain(cell: Cell) -> str | float | bool:
    """A cell as a text, a number or a truth value; dates become ISO text, which has one reading."""
    return cell if isinstance(cell, str | float | bool) else float(cell) if isinstance(cell, int) else cell_text(cell)


TASKS: dict[str, Callable[[Source, Request, Report], Answer]] = {
    "inspect": inspect,
    "leads": leads,
    "rows": rows,
}
