"""Papers for the room, of the draft as it is: minutes, answer and voting cards, worksheets, data requests, posters.

Must not know either face. What is read from the library and what is set are two steps, so that setting a paper keeps
nobody from typing.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal
from zoneinfo import ZoneInfo

from workbench.agreement.model import Agreement
from workbench.base.clock import Clock, from_utc_text
from workbench.base.errors import NotFoundError
from workbench.services.drafting import state_of
from workbench.services.files import write_file
from workbench.services.rendering import language_for, paper_named

if TYPE_CHECKING:
    from workbench.documents.blocks import Document
    from workbench.documents.compose.papers.minutes import Held, Reworded
    from workbench.documents.compose.papers.sheet import Sheet
    from workbench.storage.library import Library

PaperKind = Literal["minutes", "answers", "cards", "worksheets", "data-request", "poster"]
KINDS: Final[tuple[PaperKind, ...]] = ("minutes", "answers", "cards", "worksheets", "data-request", "poster")


@dataclass(frozen=True)
class Printed:
    """A paper that was written.

    Attributes:
        file: Where.
        sha256: Of its bytes.
        pages: How many.
    """

    file: Path
    sha256: str
    pages: int


@dataclass(frozen=True)
class PaperWish:
    """Which paper is wanted.

    Attributes:
        kind: Which.
        sections: For worksheets: names of sections; all where none is named.
        systems: For a data request: keys of systems; all where none is named.
        language_code: Of the paper; the agreement's own without it.
        paper: `A4` or `Letter`; the agreement's own without it.
    """

    kind: PaperKind
    sections: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    language_code: str = ""
    paper: str = ""


@dataclass(frozen=True)
class PaperMaterial:
    """All that a paper is made of, read from the library already.

    Attributes:
        agreement: The draft.
        wish: Which paper.
        at: The moment that is written into it.
        held: What is known of the session; nothing but for minutes.
    """

    agreement: Agreement
    wish: PaperWish
    at: dt.datetime
    held: Held | None = field(default=None)

    def write(self, target: Path) -> Printed:
        """Set the paper and write it.

        Raises:
            NotFoundError: No such section or system.
            OutsideError: The file cannot be written.
        """
        from workbench.base.language import language  # noqa: PLC0415
        from workbench.documents.compose.papers.sheet import Sheet  # noqa: PLC0415  (loads the composers)
        from workbench.documents.pdf import render  # noqa: PLC0415

        words = language(language_for(self.agreement, self.wish.language_code))
        sheet = Sheet(self.agreement, words, paper_named(self.wish.paper, self.agreement), self.at)
        made = render(self._document(sheet), with_fields=False)
        return Printed(target, write_file(target, made.data), made.pages)

    def _document(self, sheet: Sheet) -> Document:
        match self.wish.kind:
            case "minutes":
                from workbench.documents.compose.papers.minutes import Held, compose_minutes  # noqa: PLC0415

                return compose_minutes(sheet, self.held or Held())
            case "answers":
                from workbench.documents.compose.papers.answers import compose_answers  # noqa: PLC0415

                return compose_answers(sheet)
            case "cards":
                from workbench.documents.compose.papers.cards import compose_cards  # noqa: PLC0415

                return compose_cards(sheet)
            case "worksheets":
                from workbench.documents.compose.papers.worksheets import compose_worksheets  # noqa: PLC0415

                return compose_worksheets(sheet, _known_sections(self.wish.sections))
            case "data-request":
                from workbench.documents.compose.papers.data_request import compose_data_request  # noqa: PLC0415
                from workbench.services.data_requests import by_hand, requests  # noqa: PLC0415

                return compose_data_request(sheet, requests(self.agreement, self.wish.systems), by_hand(self.agreement))
            case "poster":
                from workbench.documents.compose.papers.poster import compose_posters  # noqa: PLC0415

                return compose_posters(sheet)


class Handouts:
    """Makes papers of the open library's drafts."""

    def __init__(self, library: Library, clock: Clock) -> None:
        self._library, self._clock = library, clock

    def material(self, agreement: str, wish: PaperWish) -> PaperMaterial:
        """What a paper is made of, to be written where nobody waits for the library.

        Raises:
            NotFoundError: There is no such agreement.
        """
        content = state_of(self._library.drafts.get(agreement)).agreement
        held = self._held(agreement, content) if wish.kind == "minutes" else None
        return PaperMaterial(content, wish, self._clock.now(), held)

    def _held(self, agreement: str, content: Agreement) -> Held:
        """What is known of the session from what was prepared for it."""
        from workbench.agreement.preparing.agenda import timetable  # noqa: PLC0415  (for minutes only)
        from workbench.agreement.preparing.alignment import ROUNDS, overall  # noqa: PLC0415
        from workbench.documents.compose.papers.minutes import Held  # noqa: PLC0415
        from workbench.services.preparing import Preparing  # noqa: PLC0415

        known = Preparing(self._library).read(agreement).content
        hours = timetable(known.starts, known.agenda)
        took = sum(one.ends - one.starts for one in hours) if any(one.took is not None for one in known.agenda) else 0
        planned = sum(one.minutes or 0 for one in known.agenda if one.kind != "homework")
        edits, over = self._session(agreement, content)
        return Held(
            known.held_on, known.place, known.facilitator, planned, took,
            known.next_on, known.next_at, known.next_place, known.next_about,
            alignment=tuple((one.label, mean) for one in ROUNDS if (mean := overall(known.answers, one.value).mean)),
            edits=edits, over=over,
        )  # fmt: skip

    def _session(self, agreement: str, content: Agreement) -> tuple[tuple[Reworded, ...], tuple[tuple[str, str], ...]]:
        """What was reworded in the room, on the agreement's clock, and what took longer; no answer."""
        from workbench.agreement.room.countdown import clock_words  # noqa: PLC0415  (for minutes only)
        from workbench.agreement.room.questions import question_of  # noqa: PLC0415
        from workbench.base.language import language  # noqa: PLC0415
        from workbench.documents.compose.papers.minutes import Reworded  # noqa: PLC0415
        from workbench.services.room import Rooms  # noqa: PLC0415

        words, zone = language(language_for(content, "")), ZoneInfo(content.teams.time_zone or "UTC")
        found: list[Reworded] = []

        def title(question: str) -> str:
            asked = question_of(content, question, words)
            return asked.title if asked is not None else question

        state = Rooms(self._library, "").read(agreement)
        for held in state.room.rounds:
            found += [
                Reworded(title(held.question), one.by, from_utc_text(one.at).astimezone(zone), one.before, one.after)
                for one in held.changes
            ]
        over = tuple((title(one.what), clock_words(-(one.seconds or 0))) for one in state.stage.overruns)
        return tuple(sorted(found, key=lambda one: one.at)), over

    def write(self, agreement: str, wish: PaperWish, target: Path) -> Printed:
        """Write a paper; see `material`."""
        return self.material(agreement, wish).write(target)


def _known_sections(names: tuple[str, ...]) -> tuple[str, ...]:
    from workbench.agreement.contents import SECTION  # noqa: PLC0415

    for name in names:
        if name not in SECTION:
            raise NotFoundError(f"There is no section “{name[:60]}”.", f"The sections are {', '.join(SECTION)}.")
    return names
