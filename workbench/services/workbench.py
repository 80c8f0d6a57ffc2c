"""The open workbench: a library, a clock, a person, and the verbs. One object that both faces hold.

Used from one thread, the store's. Must not know either face.
"""

from __future__ import annotations

import getpass
from types import TracebackType
from typing import TYPE_CHECKING, Self

from workbench.base.clock import Clock, SystemClock
from workbench.services.actuals import ActualsService
from workbench.services.backtesting import Backtesting
from workbench.services.calendars import Calendars
from workbench.services.calibrating import Calibrating
from workbench.services.checking import CheckingService
from workbench.services.drafting import Drafting
from workbench.services.entries import Entries
from workbench.services.evidence import Evidence
from workbench.services.exchange import Exchange
from workbench.services.handouts import Handouts
from workbench.services.keeping import Keeping
from workbench.services.merging import Merging
from workbench.services.paper import Paper
from workbench.services.past import Past
from workbench.services.preparing import Preparing
from workbench.services.publishing import Publishing
from workbench.services.reviewing import Reviewing
from workbench.services.room import Rooms
from workbench.services.shelf import Shelf
from workbench.services.signatures import Signing
from workbench.services.tracker import TrackerService
from workbench.services.tuning import Tuning
from workbench.services.versions import Versions

if TYPE_CHECKING:
    from workbench.storage.library import Library
    from workbench.storage.quick import QuickLibrary


def person_here() -> str:
    """Who is at this machine, as its account says; used where nobody gave a name."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such account, or a system without one
        return "unknown"


class Workbench:
    """A library and everything that can be done with it.

    Attributes:
        place: How messages name the library.
        shelf: Agreements: list, create, find.
        drafting: The draft of one agreement.
        preparing: What is prepared and noted for workshops.
        versions: Saved versions, history, differences.
        rooms: Workshop sessions: covered answers, votes, the clock.
        past: What has become of an agreement: signatures, days in force, files.
        publishing: The document.
        signing: Signatures, verification, received copies.
        paper: Scans of what was signed on paper.
        evidence: The record of what happened on the way to a signature.
        handouts: What is printed for the room.
        actuals: Imports.
        entries: Totals, things done and settled leads, entered by both teams.
        calendars: The dates of an agreement as a file.
        calibrating: Rounds of votes on sample leads, kept beside the agreement.
        checking: The scorecard.
        tracker: The tracking spreadsheet.
        backtesting: Proposed numbers on history.
        tuning: Thresholds of the score on history.
        reviewing: Review reports.
        exchange: Bundles.
        merging: Agreements that went on in two libraries.
        keeping: Backups and examination.
    """

    def __init__(self, library: Library, clock: Clock, person: str) -> None:
        self._library = library
        self.place = library.place
        self.unclean = library.unclean
        self.shelf = Shelf(library, clock, person)
        self.drafting = Drafting(library)
        self.preparing = Preparing(library)
        self.rooms = Rooms(library, person)
        self.versions = Versions(library, person)
        self.past = Past(library, clock)
        self.publishing = Publishing(library)
        self.handouts = Handouts(library, clock)
        self.signing = Signing(library, clock, person)
        self.paper = Paper(library, clock, person)
        self.evidence = Evidence(library, clock, person)
        self.actuals = ActualsService(library, clock, person)
        self.entries = Entries(library, clock)
        self.calendars = Calendars(library, clock)
        self.calibrating = Calibrating(library)
        self.checking = CheckingService(library, clock)
        self.backtesting = Backtesting(library, clock)
        self.tuning = Tuning(library)
        self.reviewing = Reviewing(library, clock)
        self.tracker = TrackerService(library, clock)
        self.exchange = Exchange(library, clock, person)
        self.merging = Merging(library, self.exchange, person)
        self.keeping = Keeping(library)

    def close(self) -> None:
        """Let go of the library."""
        self._library.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_workbench(
    place: str,
    *,
    clock: Clock | None = None,
    person: str = "",
    create: bool = True,
    quick: QuickLibrary | None = None,
) -> Workbench:
    """Open a library with everything that can be done with it.

    Args:
        place: Path or URL of the library.
        clock: The present moment; the machine's unless given.
        person: Who works; the machine's account unless given.
        create: Whether a library may be made where there is none.
        quick: The same library, already open for the first screen; it is taken over.

    Raises:
        WorkbenchError: The library cannot be opened; see `workbench.storage.opening.open_library`.
    """
    from workbench.storage.opening import open_library  # noqa: PLC0415  (loads SQLAlchemy)

    now = clock or SystemClock()
    return Workbench(open_library(place, now, create=create, quick=quick), now, person or person_here())
