"""The library as a person sees it: which agreements there are, how each stands, and new ones.

Must not know either face.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from workbench.agreement.lifecycle import Standing
from workbench.agreement.model import Agreement, read_agreement
from workbench.agreement.templates import EMPTY, Template, first_of_next_month, started_on, template, templates
from workbench.base.clock import Clock
from workbench.base.errors import NotAllowedError
from workbench.fields.codec import canonical
from workbench.fields.words import clean
from workbench.services.standing import Standings

if TYPE_CHECKING:
    from workbench.storage.library import Library


@dataclass(frozen=True)
class Listed:
    """One line of the library.

    Attributes:
        id: Of the agreement.
        title: Its title.
        company: From its draft.
        standing: How it stands today.
        versions: How many are saved.
        updated_at: Last change, aware.
        first: First day in force of the version in force or next in force.
        last: Its last day.
        review: Its first review.
        missing_signatures: Roles still to sign, while it is out for signature.
    """

    id: str
    title: str
    company: str
    standing: Standing
    versions: int
    updated_at: dt.datetime
    first: dt.date | None = None
    last: dt.date | None = None
    review: dt.date | None = None
    missing_signatures: tuple[str, ...] = ()


class Shelf:
    """The agreements of the open library."""

    def __init__(self, library: Library, clock: Clock, person: str) -> None:
        self._library = library
        self._clock = clock
        self._person = person
        self._standings = Standings(library, clock)

    def templates(self) -> tuple[Template, ...]:
        """What can be started from."""
        return templates()

    def all(self) -> tuple[Listed, ...]:
        """Every agreement, the last changed first."""
        return tuple(self._listed(head.id) for head in self._library.agreements.all())

    def one(self, agreement: str) -> Listed:
        """One agreement by its whole id.

        Raises:
            NotFoundError: There is none.
        """
        return self._listed(agreement)

    def find(self, words: str) -> str:
        """The id of the agreement that an id, an unambiguous prefix or an exact title means.

        Raises:
            NotFoundError: None, or more than one.
        """
        return self._library.agreements.find(words).id

    def create(self, title: str, template_id: str = EMPTY) -> str:
        """A new agreement from a template, beginning next month; answers its id.

        Raises:
            NotFoundError: There is no such template.
            NotAllowedError: The title is empty.
        """
        chosen = template(template_id).agreement
        content = started_on(chosen, first_of_next_month(self._today(chosen)))
        return self.create_from(dataclasses.replace(content, title=self._title(title)))

    def create_from(self, content: Agreement, title: str = "", agreement: str | None = None) -> str:
        """A new agreement with a content (from a file, an earlier agreement); answers its id.

        Args:
            content: What it says.
            title: Another title; empty to keep the content's.
            agreement: Its id where it has one already.

        Raises:
            ConflictError: An agreement with that id is here already.
            NotAllowedError: It has no title.
        """
        named = dataclasses.replace(content, title=self._title(title)) if title else content
        self._title(named.title)
        head = self._library.agreements.create(
            canonical(named), title=named.title, actor=self._person, agreement=agreement
        )
        return head.id

    def _title(self, title: str) -> str:
        cleaned = clean(title, lines=False)
        if not cleaned:
            raise NotAllowedError("An agreement needs a title.", "Give it one, such as “Sales and marketing 2027”.")
        return cleaned

    def _today(self, content: Agreement) -> dt.date:
        zone = content.teams.time_zone or "UTC"
        return self._clock.now().astimezone(ZoneInfo(zone)).date()

    def _listed(self, agreement: str) -> Listed:
        head = self._library.agreements.get(agreement)
        draft = read_agreement(self._library.drafts.get(agreement).content, "The draft")
        stand = self._standings.of(agreement, draft)
        current = stand.in_force or stand.next
        shown = current.agreement if current else draft
        return Listed(
            head.id,
            draft.title or head.title,
            draft.teams.company,
            stand.word,
            head.versions,
            head.updated_at,
            current.first if current else draft.teams.effective_from,
            current.last if current else draft.teams.effective_until,
            shown.teams.review_date,
            stand.missing,
        )
