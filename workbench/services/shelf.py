"""The library as a person sees it: which agreements there are, how each stands, and new ones.

Must not know either face.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from workbench.agreement.for_another_client import for_another_client
from workbench.agreement.lifecycle import Standing
from workbench.agreement.model import Agreement, read_agreement
from workbench.agreement.templates import EMPTY, Template, first_of_next_month, started_on, template, templates
from workbench.base.clock import Clock
from workbench.base.errors import DamagedError, NotAllowedError
from workbench.fields.codec import canonical
from workbench.fields.declare import field_of
from workbench.fields.words import clean
from workbench.services.first_screen import Glance
from workbench.services.happened import latest_data
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
        signed: How many have signed the version that is out for signature.
        sections_agreed: How many of its sections the room has agreed on, in the draft.
        data_until: The latest day or instant an import that counts speaks for.
        people: Names of its participants, for searching.
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
    signed: int = 0
    sections_agreed: int = 0
    data_until: dt.date | None = None
    people: tuple[str, ...] = ()


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

    def all(self) -> tuple[tuple[Glance, Listed | DamagedError], ...]:
        """Every agreement, the last changed first: how it stands, or why it cannot be read."""
        return tuple((one, self._readable(one.id)) for one in self.glances())

    def glances(self) -> tuple[Glance, ...]:
        """Every agreement as far as no draft has to be read, the last changed first; without companies."""
        return tuple(
            Glance(head.id, head.title, "", head.versions, head.updated_at) for head in self._library.agreements.all()
        )

    def some(self, agreements: Sequence[str]) -> tuple[Listed, ...]:
        """Those of some agreements that are still there, in the order asked for."""
        here = {head.id for head in self._library.agreements.all()}
        return tuple(self._listed(one) for one in agreements if one in here)

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
            NotAllowedError: The title is empty or too long.
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
            NotAllowedError: It has no title, or one that is too long.
            DamagedError: It is outside the limits of some field.
        """
        named = dataclasses.replace(content, title=self._title(title)) if title else content
        self._title(named.title)
        data = canonical(named)
        read_agreement(data, "The new agreement")  # what could not be read again is not kept
        head = self._library.agreements.create(data, title=named.title, actor=self._person, agreement=agreement)
        return head.id

    def copy(self, agreement: str, title: str, *, without_client_data: bool = False) -> str:
        """A new agreement that says what another one's draft says; answers its id.

        What the room has agreed on there is a draft here; what it skipped stays skipped.

        Args:
            agreement: The other one.
            title: Of the new one.
            without_client_data: For another client: names, amounts and what was decided stay behind, and it begins
                next month (see `for_another_client`).

        Raises:
            NotFoundError: There is no such agreement.
            NotAllowedError: The title is empty.
        """
        content = read_agreement(self._library.drafts.get(agreement).content, "The draft")
        if without_client_data:
            content = self.for_another_client(content)
        skipped = tuple(one for one in content.workshop.sections if one.state == "skipped")
        workshop = dataclasses.replace(content.workshop, sections=skipped)
        return self.create_from(dataclasses.replace(content, title=self._title(title), workshop=workshop))

    def for_another_client(self, content: Agreement) -> Agreement:
        """An agreement without client data, beginning next month."""
        return started_on(for_another_client(content), first_of_next_month(self._today(content)))

    def _title(self, title: str) -> str:
        cleaned = clean(title, lines=False)
        if not cleaned:
            raise NotAllowedError("An agreement needs a title.", "Give it one, such as “Sales and marketing 2027”.")
        problem = field_of(Agreement, "title").kind.problem(cleaned)
        if problem is not None:
            raise NotAllowedError(f"This title cannot be given: {problem}", "Take a shorter one.")
        return cleaned

    def _today(self, content: Agreement) -> dt.date:
        zone = content.teams.time_zone or "UTC"
        return self._clock.now().astimezone(ZoneInfo(zone)).date()

    def _readable(self, agreement: str) -> Listed | DamagedError:
        try:
            return self._listed(agreement)
        except DamagedError as error:
            return error

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
            stand.signed,
            sum(one.state == "agreed" for one in draft.workshop.sections),
            latest_data(self._library, agreement),
            tuple(one.name for one in draft.teams.participants if one.name),
        )
