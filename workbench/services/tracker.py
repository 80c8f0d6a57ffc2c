"""The tracking spreadsheet of a version, with the actuals known so far in it. Must not know either face."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.agreement.commitments import commitments
from workbench.agreement.version import VersionHeader
from workbench.base.clock import Clock
from workbench.base.language import language
from workbench.services.files import write_file
from workbench.services.happened import known_actuals, latest_data
from workbench.services.publishing import Published
from workbench.services.rendering import language_for
from workbench.services.tracked_version import Tracked, tracked_version

if TYPE_CHECKING:
    from workbench.sheets.tracker.subject import Subject
    from workbench.storage.library import Library


LEAST_SPARE = 50
"""Empty rows a tracker has, whatever was asked for."""
MOST_ROWS = 20_000
"""Of a lead log; with more of them no spreadsheet program is pleasant to work in."""


@dataclass(frozen=True)
class TrackerMaterial:
    """All that a tracker is made of, read from the library already: writing it takes seconds and asks for no library.

    Attributes:
        subject: What stands in it.
        header: The version it is of.
        rows: How many rows its lead log shall have, filled ones too; room for a year of leads where it is 0.
    """

    subject: Subject
    header: VersionHeader
    rows: int = 0

    def write(self, target: Path) -> Published:
        """Write the tracker.

        Raises:
            OutsideError: The file cannot be written.
        """
        from workbench.sheets.tracker.room import rows_for_a_year  # noqa: PLC0415  (loads numpy)
        from workbench.sheets.tracker.writer import write_tracker  # noqa: PLC0415  (loads XlsxWriter)

        asked = max(LEAST_SPARE, min(self.rows, MOST_ROWS) - len(self.subject.review.actuals.leads))
        spare = asked if self.rows else rows_for_a_year(self.subject)
        return Published(target, write_file(target, write_tracker(self.subject, spare)), self.header)


class TrackerService:
    """Writes trackers of the open library's agreements."""

    def __init__(self, library: Library, clock: Clock) -> None:
        self._library = library
        self._clock = clock

    def write(self, agreement: str, target: Path, rows: int = 0) -> Published:
        """Write the tracker of the version in force, else of the newest, with the actuals imported so far.

        Args:
            agreement: Its id.
            target: Where the file goes.
            rows: How many rows its lead log shall have, filled ones too; there are always some to fill. Room for a
                year of leads where it is 0.

        Raises:
            NotFoundError: No such agreement, or no version of it saved yet.
            OutsideError: The file cannot be written.
        """
        return self.material(agreement, rows).write(target)

    def material(self, agreement: str, rows: int = 0) -> TrackerMaterial:
        """What the tracker is made of, to be written where nobody waits for the library; see `write`.

        Raises:
            NotFoundError: No such agreement, or no version of it saved yet.
        """
        tracked = tracked_version(self._library, self._clock, agreement)
        return TrackerMaterial(self._subject(agreement, tracked), tracked.header, rows)

    def _subject(self, agreement: str, tracked: Tracked) -> Subject:
        from workbench.sheets.tracker.subject import Subject  # noqa: PLC0415  (loads numpy)
        from workbench.tracking.agreed import agreed_review  # noqa: PLC0415
        from workbench.tracking.review import InForce  # noqa: PLC0415

        content, now = tracked.agreement, self._clock.now()
        in_force = InForce(tracked.span.first, tracked.span.last) if tracked.span else InForce()
        return Subject(
            agreement_id=agreement,
            version=tracked.header.number,
            version_hash=tracked.header.hash,
            agreement=content,
            commitments=commitments(content),
            review=agreed_review(
                content,
                known_actuals(self._library, agreement),
                latest_data(self._library, agreement) or now.date(),
                in_force=in_force,
            ),
            written=now,
            words=language(language_for(content)),
        )
