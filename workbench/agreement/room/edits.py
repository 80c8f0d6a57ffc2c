"""Changes of a wording that stood when all answers were open: one record a change, not one a keystroke. Pure."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from workbench.agreement.room.session import WordingEdit
from workbench.base.clock import from_utc_text, utc_text
from workbench.fields.value import new_key

QUIET = dt.timedelta(seconds=60)
"""Typing goes on for as long as the next keystroke comes within this time."""


def edited(
    edits: tuple[WordingEdit, ...], before: str, after: str, who: str, now: dt.datetime
) -> tuple[WordingEdit, ...]:
    """The records with one more change; it goes on the last one while the same person is still at it.

    Args:
        edits: The records so far.
        before: The wording as it was until now.
        after: The wording as it is now.
        who: Writes it down.
        now: The present moment.
    """
    last = edits[-1] if edits else None
    if last is not None and last.by == who and last.after == before and now - from_utc_text(last.at) <= QUIET:
        same = after == last.before
        return edits[:-1] if same else (*edits[:-1], replace(last, after=after, at=utc_text(now)))
    return (*edits, WordingEdit(new_key(), who, utc_text(now), before, after))
