"""Until when the imports of an agreement speak. Must not know what is in them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.storage.library import Library


def latest_data(library: Library, agreement: str) -> dt.date | dt.datetime | None:
    """The latest day or instant an import that counts speaks for; nothing while there is none."""
    found = [one.as_of for one in library.actuals.batches(agreement) if one.undone_at is None and one.as_of]
    return max(found, key=_end_of, default=None)


def _end_of(moment: dt.date | dt.datetime) -> dt.datetime:
    """A day counts as its end."""
    if isinstance(moment, dt.datetime):
        return moment
    return dt.datetime.combine(moment, dt.time(23, 59, 59), dt.UTC)
