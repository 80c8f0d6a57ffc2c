"""Both readings of a column's numeric dates, for a person to choose between or to see why there is no choice.

Child process only. Must not decide an order.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Literal

import numpy as np

from workbench.sheets.column.cells import shown
from workbench.sheets.column.date_order import Decision
from workbench.sheets.column.dates import READ, settle
from workbench.sheets.column.zones import DAY
from workbench.sheets.mapping import DateOrder
from workbench.sheets.table.instants import DateField
from workbench.sheets.wire import OrderSeen

ORDERS: tuple[Literal["dmy", "mdy"], ...] = ("dmy", "mdy")
SAMPLES = 3
_LOOKED_AT = 5000


def seen_orders(field: DateField, row_number: Callable[[int], int]) -> tuple[OrderSeen, ...]:
    """Day first and month first, each with some dates as it reads them; nothing where no date depends on the order.

    Args:
        field: The date column.
        row_number: Spreadsheet row of a place in it.
    """
    count = len(field.column.open.rows)
    if not count:
        return ()
    evidence = field.column.evidence
    against = {"dmy": evidence.month_first, "mdy": evidence.day_first}
    return tuple(
        OrderSeen(order, tuple(_readings(field, order, row_number)), against[order], count) for order in ORDERS
    )


def _readings(
    field: DateField, order: DateOrder, row_number: Callable[[int], int]
) -> Iterator[tuple[str, str, int]]:  # fmt: skip
    """The first few different dates: as written, as read in ISO form, and their rows."""
    state, walls = settle(field.column, Decision(order, "given"))
    found: set[str] = set()
    for place in field.column.open.rows[:_LOOKED_AT].tolist():
        written = shown(field.values[place])
        if state[place] != READ or written in found:
            continue
        found.add(written)
        moment = np.datetime64(int(walls[place]), "s").astype(dt.datetime)
        read = moment.date().isoformat() if walls[place] % DAY == 0 else moment.isoformat()
        yield written, read, row_number(place)
        if len(found) == SAMPLES:
            return
