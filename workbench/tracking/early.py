"""Counts the leads of a log of which nothing happened any more once an agreement began. Must not know agreements."""

from __future__ import annotations

import numpy as np

from workbench.tracking.leads import LeadLog, Stamps


def wholly_before(leads: LeadLog, instant: int) -> int:
    """How many leads have dates, and none from an instant on.

    Args:
        leads: The log.
        instant: Seconds since 1970 UTC.
    """
    dated = np.zeros(len(leads), dtype=np.bool_)
    later = np.zeros(len(leads), dtype=np.bool_)
    for name, column in leads.columns.items():
        if isinstance(column, Stamps):
            filled = leads.filled(name)
            dated |= filled
            later |= filled & (column.values >= instant)
    return int(np.count_nonzero(dated & ~later))
