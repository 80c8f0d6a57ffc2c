"""The list of values that were not taken as they stand, in the order of the file's rows.

Child process only. Must not know why a value was refused, only that it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from workbench.sheets.column.cells import Cell, shown
from workbench.sheets.column.texts import UNREADABLE as NO_TEXT, TextColumn
from workbench.sheets.said import Said, said
from workbench.sheets.table.fields import Fields
from workbench.sheets.table.layout import Layout
from workbench.sheets.table.repeats import Difference
from workbench.sheets.wire import ProblemSeen
from workbench.tracking.leads import UNREADABLE

HIDDEN = "(not told)"
"""Stands for a value that names a person, where names are not to be told."""
MOST_PROBLEMS = 100_000
"""Problems that are listed; a column mapped by mistake has as many as the file has rows."""


def list_problems(
    layout: Layout, fields: Fields, custom: Mapping[str, TextColumn], custom_cells: Callable[[str], Sequence[Cell]],
    kept: npt.NDArray[np.bool_], differences: Sequence[Difference],
    private: Sequence[str] = (),
) -> tuple[tuple[ProblemSeen, ...], int]:  # fmt: skip
    """Every value of a lead that was not taken, and every value that gave way to a later row's; and how many there are.

    Args:
        layout: For the numbers of rows.
        fields: The fields with their reasons.
        custom: Custom columns by name.
        custom_cells: Gives the cells of a custom column.
        kept: The rows that are leads.
        differences: Between rows of one lead.
        private: Fields whose values are not to be told.
    """
    listed: list[tuple[int, str, Cell, Said]] = []
    for name, reasons in fields.reasons.items():
        lost = _lost(fields, name)
        listed += [
            (place, fields.headers[name], HIDDEN if name in private else fields.raw[name][place], why)
            for place, why in reasons.items()
            if kept[place] and lost[place]
        ]
    for name, column in custom.items():
        for place, code in column.reasons.items():
            if kept[place]:
                value = custom_cells(name)[place]
                listed.append((place, name, value, said(code, text=value) if code == "error_cell" else said(code)))
    for one in differences:
        raw = fields.raw[one.field] if one.field in fields.raw else custom_cells(one.field)
        winning = HIDDEN if one.field in private else shown(raw[one.winner])
        row = layout.row_number(one.winner)
        why = said("other_row_counts", row=row, value=winning) if winning else said("other_row_counts_blank", row=row)
        listed.append(
            (
                one.place,
                fields.headers.get(one.field, one.field),
                HIDDEN if one.field in private else raw[one.place],
                why,
            )
        )
    listed.sort(key=lambda problem: problem[0])
    return tuple(
        ProblemSeen(layout.row_number(place), header, shown(value), (why.code, why.values))
        for place, header, value, why in listed[:MOST_PROBLEMS]
    ), len(listed)


def _lost(fields: Fields, name: str) -> npt.NDArray[np.bool_]:
    """Where a field's value could not be taken; a meaning may since have emptied what was unreadable."""
    if name in fields.texts:
        return np.asarray(fields.texts[name].codes == NO_TEXT)
    values = fields.stamps[name] if name in fields.stamps else fields.amounts[name]
    return np.asarray(values == UNREADABLE)
