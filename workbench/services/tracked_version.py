"""Which version of an agreement a tracker is written of now, and what is said of a tracker of another one.

Must not know either face, nor what stands in a tracker.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.agreement.lifecycle import SignedVersion
from workbench.agreement.model import Agreement, read_agreement
from workbench.agreement.version import VersionHeader
from workbench.base.clock import Clock
from workbench.base.errors import NotFoundError
from workbench.services.standing import Standings

if TYPE_CHECKING:
    from workbench.sheets.reading import Reading
    from workbench.storage.library import Library


@dataclass(frozen=True)
class Tracked:
    """The version a tracker is of.

    Attributes:
        header: Which version.
        agreement: Its content.
        span: Its days in force; nothing where not everybody has signed it, so that the tracker rehearses on all data.
    """

    header: VersionHeader
    agreement: Agreement
    span: SignedVersion | None


def tracked_version(library: Library, clock: Clock, agreement: str) -> Tracked:
    """The version in force, else the next to be, else the newest.

    Raises:
        NotFoundError: No such agreement, or no version of it saved yet.
    """
    draft = read_agreement(library.drafts.get(agreement).content, "The draft")
    stand = Standings(library, clock).of(agreement, draft)
    span = stand.in_force or stand.next
    if span:
        return Tracked(span.header, span.agreement, span)
    head = library.versions.head(agreement)
    if head is None:
        raise NotFoundError(
            "No version of this agreement has been saved yet.", "Save one first; a tracker is always of a version."
        )
    content = read_agreement(library.versions.content(head.hash), "The version")
    ended = next((one for one in stand.spans if one.header.hash == head.hash), None)
    return Tracked(head, content, ended)


def with_version_told(library: Library, clock: Clock, agreement: str, reading: Reading) -> Reading:
    """A tracker's reading with a note where it was written for an older version, or for one that is not here.

    It is taken all the same: its rows are leads whatever it judges them by. Other files are left as they are.
    """
    own = reading.own
    if own is None:
        return reading
    from workbench.sheets.said import said  # noqa: PLC0415  (only where a tracker is read)

    written = next((one for one in library.versions.all(agreement) if one.hash == own.hash), None)
    if written is None:
        return dataclasses.replace(reading, notes=(*reading.notes, said("own_tracker_unknown")))
    current = tracked_version(library, clock, agreement).header
    if written.number >= current.number:
        return reading
    note = said("own_tracker_older", number=written.number, current=current.number)
    return dataclasses.replace(reading, notes=(*reading.notes, note))
