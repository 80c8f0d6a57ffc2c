"""What the first screen shows, and receipts for drafts. Kept small, because the window loads it before it is seen."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple


class AgreementHead(NamedTuple):
    """One line of the library's list.

    Attributes:
        id: Stable; a UUID.
        title: As last given, at most 300 characters.
        status: The word the lifecycle gave it.
        versions: How many versions its own line has.
        head: Hash of the newest of them; empty before the first.
        created_at: When it was made here; aware, UTC, as all instants.
        updated_at: When its draft was last saved, or a version was.
    """

    id: str
    title: str
    status: str
    versions: int
    head: str
    created_at: dt.datetime
    updated_at: dt.datetime


class Draft(NamedTuple):
    """The working state of an agreement.

    Attributes:
        agreement: Its id.
        revision: Grows by one with every save; a save must name the revision it has seen.
        base: Hash of the version it began from; empty when there is none yet.
        content: Canonical JSON.
        saved_at: When.
    """

    agreement: str
    revision: int
    base: str
    content: bytes
    saved_at: dt.datetime


class DraftSaved(NamedTuple):
    """The receipt of a saved draft; it exists only after the database has committed.

    Attributes:
        agreement: Its id.
        revision: To be named by the next save.
        base: Hash of the version the draft began from; empty for none.
        saved_at: When.
    """

    agreement: str
    revision: int
    base: str
    saved_at: dt.datetime


class Snapshot(NamedTuple):
    """A former state of a draft that can be looked at again.

    Attributes:
        agreement: Its id.
        revision: The draft's revision then.
        at: Since when the draft had said this.
    """

    agreement: str
    revision: int
    at: dt.datetime
