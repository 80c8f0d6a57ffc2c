"""A library in use: opened in two steps, asked on the store's thread, listed. What a session is built on.

Everything here runs on the window's thread; the library itself is touched by the store's thread only. Must not know
drafts or widgets.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from workbench.base.clock import Clock
from workbench.base.errors import WorkbenchError
from workbench.ui.listing import Listing
from workbench.ui.store import Store

if TYPE_CHECKING:
    from workbench.services.drafting import DraftState
    from workbench.services.first_screen import FirstScreen
    from workbench.services.keeping import KeptCopy
    from workbench.services.workbench import Workbench
    from workbench.ui.runner import Job, Runner, Task

T = TypeVar("T")
Failed = Callable[[WorkbenchError], object]


class LibraryInUse(QObject):
    """The library of one window.

    Attributes:
        listing: The list of agreements; see `listing_changed`.
        unclean: Whether the program was stopped in the middle the last time.
    """

    library_opened = Signal()
    """The library is wholly open; before that, only the list and one draft were read."""

    library_refused = Signal(object)
    """The library cannot be opened: the `WorkbenchError`. `retry` tries again."""

    listing_changed = Signal()
    """The list of agreements is another, or is known better."""

    refused = Signal(object)
    """Something asked for could not be done and whoever asked left it to the window: the `WorkbenchError`."""

    def __init__(self, runner: Runner, place: str, clock: Clock | None, person: str, parent: QObject | None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._store = Store(place, clock, person)
        self._wholly = False
        self.unclean = False
        self.listing = Listing(self.ask, self)
        self.listing.changed.connect(self.listing_changed)

    def start(self, then: Callable[[], object] | None = None) -> None:
        """Look into the library: the list is there soon, and nothing heavy is loaded for it.

        Args:
            then: Called when the list is there, before anybody else asks.
        """

        def seen(first: FirstScreen) -> None:
            self.unclean = first.unclean
            if first.quick is None or first.is_older:  # a server has no quick way, nor has what is brought up to date
                self.open_wholly(then)
                return
            self.listing.show_glances(first.glances)
            if then is not None:
                then()

        self.work(lambda _report, _cancel: self._store.look(), lane="store", done=seen, failed=self._refuse)

    def retry(self) -> None:
        """Try again to open a library that was refused."""
        self.listing.wait()
        self.start(self.open_wholly)

    def find_backup(self, done: Callable[[KeptCopy | None], object]) -> Task[KeptCopy | None]:
        """Look for the last copy of a library that was refused."""
        return self.work(lambda _report, _cancel: self._store.newest_backup(), lane="store", done=done)

    def put_back(self, backup: Path, done: Callable[[Path | None], object]) -> None:
        """Put a copy in the place of a library that was refused, and open that.

        Args:
            backup: The copy.
            done: Called with where the former library was set aside, before the other is opened.
        """

        def is_back(aside: Path | None) -> None:
            done(aside)
            self.start(self.open_wholly)

        self.listing.wait()
        self.work(
            lambda _report, _cancel: self._store.put_back(backup), lane="store", done=is_back, failed=self._refuse
        )  # fmt: skip

    def open_wholly(self, then: Callable[[], object] | None = None) -> None:
        """Open the rest of the library, and learn how each agreement stands. Call it once the first page is seen."""
        if self._wholly:
            return

        def opened(_place: str) -> None:
            self._wholly = True
            self.library_opened.emit()
            self.listing.refresh()
            if then is not None:
                then()

        self.ask(lambda workbench: workbench.place, done=opened, failed=self._refuse)

    @property
    def is_wholly_open(self) -> bool:
        """Whether everything can be asked without waiting for libraries to load."""
        return self._wholly

    def ask(
        self,
        question: Callable[[Workbench], T],
        *,
        done: Callable[[T], object] | None = None,
        failed: Failed | None = None,
        ended: Callable[[], object] | None = None,
        key: Hashable = None,
    ) -> Task[T]:
        """Put a question to the workbench, on the store's thread.

        Args:
            question: A plain function of the workbench; must keep nothing of it.
            done: Called with the answer, on the window's thread.
            failed: Called with an expected failure; without it the window says so (`refused`).
            ended: Called last in every case.
            key: Questions of one key replace each other; for what only looks, never for what changes something.
        """
        return self.work(
            lambda _report, _cancel: question(self._store.workbench()),
            lane="store", done=done, failed=failed, ended=ended, key=key,
        )  # fmt: skip

    def work(self, job: Job[T], *, failed: Failed | None = None, **how: Any) -> Task[T]:
        """Run a job beside the store (a rendering, a foreign file); see `Runner.run` for the rest."""
        return self._runner.run(job, failed=failed or self.refused.emit, **how)

    def _read_draft(self, agreement: str, done: Callable[[DraftState], object]) -> None:
        """Read a draft, quickly while the library is not wholly open."""
        self.work(lambda _report, _cancel: self._store.draft(agreement), lane="store", done=done)

    def _let_go(self) -> None:
        """Close the library once all that was asked is answered."""
        self.work(lambda _report, _cancel: self._store.close(), lane="store")

    def _refuse(self, error: WorkbenchError) -> None:
        self.listing.fail(error)
        self.library_refused.emit(error)
