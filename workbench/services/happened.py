"""What happened, as far as the library knows: leads, period totals, things done, settled disputes, and until when.

Must not know what it is checked against.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.storage.library import Library
    from workbench.tracking.actuals import Actuals
    from workbench.tracking.leads import LeadLog


def latest_data(library: Library, agreement: str) -> dt.date | dt.datetime | None:
    """The latest day or instant an import that counts speaks for; nothing while there is none.

    An export of calls says nothing of leads that were not yet there, so it does not count.
    """
    found = [
        one.as_of
        for one in library.actuals.batches(agreement)
        if one.undone_at is None and one.as_of and one.mapping.get("kind") != "activities"
    ]
    return max(found, key=_end_of, default=None)


def known_actuals(library: Library, agreement: str, leads: LeadLog | None = None) -> Actuals:
    """Everything known of what happened, as the checks take it.

    Args:
        library: Where it is kept.
        agreement: Its id.
        leads: The lead log, where it is known that no import came or went since it was read.

    Raises:
        DamagedError: An import is not what was kept.
    """
    from workbench.tracking.actuals import Actuals, Done, PeriodTotal, Settled  # noqa: PLC0415  (loads numpy)

    totals = tuple(
        PeriodTotal(one.metric, one.period, one.value, one.note)
        for one in library.totals.all(agreement)
        if one.value is not None
    )
    done = tuple(
        Done(one.key, one.done_on, one.pieces, one.note) for one in library.attestations.all(agreement) if one.pieces
    )
    settled = tuple(
        Settled(one.commitment, one.identity, one.decision, one.note, one.marketing_name, one.sales_name)  # type: ignore[arg-type]  # a state word, checked when entered
        for one in library.overrides.all(agreement)
        if one.decision
    )
    return Actuals(library.actuals.log(agreement) if leads is None else leads, totals, done, settled)


def _end_of(moment: dt.date | dt.datetime) -> dt.datetime:
    """A day counts as its end."""
    if isinstance(moment, dt.datetime):
        return moment
    return dt.datetime.combine(moment, dt.time(23, 59, 59), dt.UTC)
