"""The review report of a period: the check of it, as a document for the meeting. Must not know either face."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.base.clock import Clock
from workbench.base.errors import NotAllowedError
from workbench.services.checking import Check, CheckingService, Question
from workbench.services.files import write_file
from workbench.services.publishing import Published
from workbench.services.rendering import language_for, paper_named

if TYPE_CHECKING:
    from workbench.documents.compose.review.source import Entry, FileRead, ReviewSource
    from workbench.storage.library import Library
    from workbench.tracking.periods import Period


@dataclass(frozen=True)
class ReviewMaterial:
    """All that a report is made of, read from the library already: setting it asks for no library.

    Attributes:
        source: What the report says.
        language_code: Of the document.
        paper: `A4` or `Letter`; the agreement's own without it.
    """

    source: ReviewSource
    language_code: str
    paper: str

    def write(self, target: Path) -> Published:
        """Write the report.

        Raises:
            OutsideError: The file cannot be written.
        """
        from workbench.base.language import language  # noqa: PLC0415
        from workbench.documents.compose.review.document import compose_review  # noqa: PLC0415  (loads much)
        from workbench.documents.pdf import render  # noqa: PLC0415

        document = compose_review(
            self.source, language(self.language_code), paper_named(self.paper, self.source.agreement)
        )
        made = render(document, with_fields=False)
        return Published(target, write_file(target, made.data), self.source.header, made.pages)


class Reviewing:
    """Makes review reports of the open library's agreements."""

    def __init__(self, library: Library, clock: Clock) -> None:
        self._library = library
        self._checking = CheckingService(library, clock)

    def report(
        self,
        agreement: str,
        period: str,
        target: Path,
        language_code: str = "",
        paper: str = "",
        as_of: dt.date | dt.datetime | None = None,
    ) -> Published:
        """Write the report of a period.

        Args:
            agreement: Its id.
            period: As written: `2026-10`, `2026-Q4`, `2026-W43`, `2026`.
            target: The file.
            language_code: Of the document; the agreement's own without it.
            paper: `A4` or `Letter`; the agreement's own without it.
            as_of: The day or instant to speak for; the data's own without it.

        Raises:
            NotFoundError: No such agreement.
            NotAllowedError: No version is saved, the period has not begun, or nothing was promised for it.
            OutsideError: The file cannot be written.
        """
        return self.material(agreement, period, language_code, paper, as_of).write(target)

    def material(
        self,
        agreement: str,
        period: str,
        language_code: str = "",
        paper: str = "",
        as_of: dt.date | dt.datetime | None = None,
    ) -> ReviewMaterial:
        """What the report is made of, to be written where nobody waits for the library; see `report`."""
        from workbench.documents.compose.review.source import ReviewSource  # noqa: PLC0415
        from workbench.tracking.agreed import agreed_zone  # noqa: PLC0415
        from workbench.tracking.periods import Period  # noqa: PLC0415

        wanted = Period.parse(period)
        check = self._checking.check(agreement, Question(as_of=as_of))
        newest = check.newest
        if newest.version is None:
            raise NotAllowedError(
                "No version of this agreement has been saved yet.", "Save one first; a report says by which it judges."
            )
        actuals = newest.review.actuals
        if not (len(actuals.leads) or actuals.totals or actuals.done):
            raise NotAllowedError(
                "Nothing has been imported yet.", "Import an export of the CRM; a report is of results."
            )
        day = newest.review.moment.day
        if wanted.first > day:
            raise NotAllowedError(
                f"{wanted.text} has not begun: the data speaks until {day.isoformat()}.", "Name an earlier period."
            )
        entries = _entries(check, wanted, min(wanted.last, day))
        if not entries:
            raise NotAllowedError(
                f"Nothing was promised for {wanted.text}.", "Name a period in which the agreement is in force."
            )
        header = self._library.versions.get(agreement, newest.version)
        source = ReviewSource(
            newest.agreement, header, check.rehearsal, newest.first, wanted, check.as_of,
            agreed_zone(newest.agreement), entries, self._files(agreement),
        )  # fmt: skip
        return ReviewMaterial(source, language_for(newest.agreement, language_code), paper)

    def _files(self, agreement: str) -> tuple[FileRead, ...]:
        from workbench.documents.compose.review.source import FileRead  # noqa: PLC0415

        return tuple(
            FileRead(
                one.source_name, one.at, one.by, one.added + one.updated + one.unchanged, one.rejected,
                one.problem_count,
            )
            for one in self._library.actuals.batches(agreement)
            if one.undone_at is None
        )  # fmt: skip


def _entries(check: Check, period: Period, day: dt.date) -> tuple[Entry, ...]:
    """Each commitment's line of the period, or of its own period that holds the last day told."""
    from workbench.documents.compose.review.source import Entry  # noqa: PLC0415
    from workbench.tracking.periods import Period  # noqa: PLC0415

    found = []
    for one in check.newest.commitments:
        lines = [
            (Period.parse(line.period), line, judge)
            for judge in check.judgements
            for line in judge.results
            if line.commitment == one.id
        ]
        lines = sorted({each[0]: each for each in lines}.values(), key=lambda each: each[0])  # the last version's part
        until = [each for each in lines if each[0].first <= day]
        if not until or until[-1][0].last < max(period.first, day):
            continue
        _, line, judge = until[-1]
        judged = next(each for each in judge.commitments if each.id == one.id)
        found.append(Entry(judged, line, tuple(each[1] for each in until), judge.review))
    return tuple(found)
