"""The calendar file of an agreement: of a version, or of the draft as it is. Must not know either face."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.agreement.model import Agreement, read_agreement
from workbench.base.clock import Clock
from workbench.base.errors import NotAllowedError
from workbench.services.files import write_file
from workbench.services.rendering import language_for

if TYPE_CHECKING:
    from workbench.storage.library import Library


@dataclass(frozen=True)
class CalendarWritten:
    """A calendar file that was written.

    Attributes:
        file: Where.
        sha256: Of its bytes.
        entries: Meetings, check-ins and other dates in it; a series is one.
    """

    file: Path
    sha256: str
    entries: int


class Calendars:
    """Writes calendar files of the open library's agreements."""

    def __init__(self, library: Library, clock: Clock) -> None:
        self._library, self._clock = library, clock

    def write(self, agreement: str, target: Path, number: int | None = None, code: str = "") -> CalendarWritten:
        """Write the dates of an agreement.

        Args:
            agreement: Its id.
            target: The file.
            number: Of the version; the draft without it.
            code: Of the language; the agreement's own without it.

        Raises:
            NotFoundError: No such version.
            NotAllowedError: The agreement has no date yet, or no wording in that language.
            OutsideError: The file cannot be written.
        """
        from workbench.base.language import language  # noqa: PLC0415
        from workbench.documents.calendar_file import calendar_file  # noqa: PLC0415  (its library is heavy)

        content = self._content(agreement, number)
        made = calendar_file(content, agreement, self._clock.now(), language(language_for(content, code)))
        entries = made.count(b"BEGIN:VEVENT")
        if not entries:
            raise NotAllowedError(
                "The agreement has no dates yet.", "Say when it begins under Teams, and when you meet under Governance."
            )
        return CalendarWritten(target, write_file(target, made), entries)

    def _content(self, agreement: str, number: int | None) -> Agreement:
        if number is None:
            return read_agreement(self._library.drafts.get(agreement).content, "The draft")
        header = self._library.versions.get(agreement, number)
        return read_agreement(self._library.versions.content(header.hash), "The version")
