"""What is kept of workshops beside a draft."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple


class WorkshopPart(NamedTuple):
    """One part of what is kept, such as the preparation.

    Attributes:
        agreement: Its id.
        part: Which.
        revision: Grows by one with every save; 0 while nothing was ever saved.
        content: Canonical JSON; empty while nothing was ever saved.
        saved_at: When; nothing while nothing was ever saved.
    """

    agreement: str
    part: str
    revision: int
    content: bytes
    saved_at: dt.datetime | None
