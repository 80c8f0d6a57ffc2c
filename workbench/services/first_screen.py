"""What the window shows before anything heavy is loaded: the list of agreements, one draft, what can be begun from.

Read from bare sqlite3 through the quick reader; the very connection is handed on when the whole library is opened.
Must not load SQLAlchemy or the agreement's model, and must not know the window.
"""

from __future__ import annotations

import datetime as dt
import json
from contextlib import ExitStack
from typing import TYPE_CHECKING, NamedTuple

from workbench.base.places import resource

if TYPE_CHECKING:
    from workbench.services.drafting import DraftState
    from workbench.storage.quick import QuickLibrary


class Glance(NamedTuple):
    """What is known of an agreement at first sight.

    Attributes:
        id: Of the agreement.
        title: Its title.
        company: From its draft; empty for none.
        versions: How many are saved.
        updated_at: Last change, aware.
    """

    id: str
    title: str
    company: str
    versions: int
    updated_at: dt.datetime


class FirstScreen(NamedTuple):
    """A library at first sight.

    Attributes:
        quick: The open reader, to be handed to `open_workbench` or closed; nothing for a server, which has none.
        glances: Every agreement, the last changed first; none for a server.
        unclean: Whether the last program that had it open was stopped in the middle.
        is_older: Whether nothing could be read because the library must be brought up to date first.
    """

    quick: QuickLibrary | None
    glances: tuple[Glance, ...] = ()
    unclean: bool = False
    is_older: bool = False

    def draft(self, agreement: str) -> DraftState:
        """The draft of an agreement; only where there is a quick reader, and until it is handed over.

        Raises:
            NotFoundError: There is no such agreement.
            DamagedError: What is kept is not what was saved.
        """
        from workbench.services.drafting import state_of  # noqa: PLC0415  (loads the agreement's model)

        assert self.quick is not None  # said above
        return state_of(self.quick.draft(agreement))

    def close(self) -> None:
        """Let go of the library, unless it was handed over."""
        if self.quick is not None:
            self.quick.close()


def open_first_screen(place: str) -> FirstScreen:
    """Look into a library quickly; one is made where there is none.

    Args:
        place: Path or URL of the library.

    Raises:
        WorkbenchError: It cannot be opened: locked, newer, damaged, not writable, in a synchronised folder.
    """
    from workbench.storage.opening import open_quick  # noqa: PLC0415  (sqlite3, after the shell was painted)

    quick = open_quick(place)
    if quick is None:
        return FirstScreen(None)
    with ExitStack() as undo:
        undo.callback(quick.close)
        companies = quick.first_texts("teams", "company")
        glances = tuple(
            Glance(head.id, head.title, companies.get(head.id, ""), head.versions, head.updated_at)
            for head in quick.agreements()
        )
        undo.pop_all()
    return FirstScreen(quick, glances, quick.unclean, quick.is_older)


class StartingPoint(NamedTuple):
    """A template at first sight.

    Attributes:
        id: Of the template.
        name: For people.
        summary: Whom it is for.
    """

    id: str
    name: str
    summary: str


def starting_points() -> tuple[StartingPoint, ...]:
    """Every template, the most useful first, without its content."""
    found = [json.loads(path.read_text("utf-8")) for path in sorted(resource("templates").glob("*.json"))]
    return tuple(
        StartingPoint(one["id"], one["name"], one["summary"]) for one in sorted(found, key=lambda one: one["order"])
    )
