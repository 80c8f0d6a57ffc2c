"""Which rows of a table are left out; only rows that look doubtful from their columns are looked at one by one.

Child process only. Must not know files.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from workbench.sheets.column.cells import is_blank
from workbench.sheets.column.texts import NOTHING
from workbench.sheets.dictionary import Dictionary
from workbench.sheets.said import Said
from workbench.sheets.table.body import Body
from workbench.sheets.table.fields import Fields
from workbench.sheets.table.layout import Layout
from workbench.sheets.table.row_kinds import why_skipped
from workbench.tracking.leads import EMPTY

Bools = npt.NDArray[np.bool_]

IDENTITY = ("lead_id", "email")


@dataclass(frozen=True, eq=False)
class LeftOut:
    """Rows that are no leads.

    Attributes:
        rows: Whether each row is left out.
        why: Reason by place, for those worth naming: not blanks after the last row, nor a tracker's unused rows.
    """

    rows: Bools
    why: Mapping[int, Said]


def find_left_out(layout: Layout, body: Body, fields: Fields, words: Dictionary) -> LeftOut:
    """The rows that are no leads."""
    size = len(body.rows)
    filled = [values != EMPTY for values in (*fields.stamps.values(), *fields.amounts.values())]
    filled += [column.codes != NOTHING for column in fields.texts.values()]
    count = np.sum(filled, axis=0) if filled else np.zeros(size, np.int64)
    doubtful = (count <= 1) | (2 * count < (np.median(count) if size else 0))
    named = np.zeros(size, np.bool_)
    for field in IDENTITY:
        if field in fields.texts:
            named |= fields.texts[field].codes != NOTHING
    doubtful |= ~named
    for field, column in fields.texts.items():
        odd = [column.words.index(fields.headers[field])] if fields.headers[field] in column.words else []
        odd += words.totals_among(column.words) if field in IDENTITY else []
        if odd:
            doubtful |= np.isin(column.codes, odd)
    identity = {column.index for column in layout.columns if column.field in IDENTITY and not column.part}
    return _judge(layout, body, np.flatnonzero(doubtful).tolist(), identity, count == 0, words)


def _judge(
    layout: Layout, body: Body, doubtful: list[int], identity: set[int], unused: Bools, words: Dictionary
) -> LeftOut:
    rows = np.zeros(len(body.rows), np.bool_)
    why: dict[int, Said] = {}
    headers = layout.headers
    wide: Mapping[int, set[int]] = defaultdict(set, body.wide)
    below_total = -1
    for place in doubtful:
        row = body.rows[place]
        if layout.own is not None and unused[place]:
            rows[place] = True  # a prepared row of a tracker that nobody has filled
            continue
        found = why_skipped(row, headers, identity, wide[place], words, after_total=below_total == place - 1)
        if found is not None:
            rows[place] = True
            why[place] = found
            if found.code in {"total", "stray_count"}:
                below_total = place
    for place in range(len(body.rows) - 1, -1, -1):
        if not all(map(is_blank, body.rows[place])):
            break
        why.pop(place, None)
    return LeftOut(rows, why)
