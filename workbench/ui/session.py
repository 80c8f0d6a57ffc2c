"""The one object between the window and the services: what is open, what may be asked, what has happened.

Views ask through it and listen to it; they never hold a workbench. Everything here runs on the window's thread; the
library itself is touched by the store's thread only. Must not know any widget.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbench.base.clock import Clock, SystemClock
from workbench.base.errors import NotFoundError
from workbench.base.language import Language
from workbench.ui.library_in_use import Failed, LibraryInUse

if TYPE_CHECKING:
    from workbench.agreement.model import Agreement
    from workbench.agreement.version import VersionHeader
    from workbench.services.drafting import DraftState
    from workbench.services.shelf import Listed
    from workbench.services.versions import SavedVersion
    from workbench.services.workbench import Workbench
    from workbench.ui.open_agreement import OpenAgreement
    from workbench.ui.runner import Runner


class Session(LibraryInUse):
    """What one window works on. See `LibraryInUse` for opening the library and asking it.

    Attributes:
        current: The agreement that is open; nothing while none is.
        language: Of the window.
    """

    agreement_opened = Signal(str)
    """An agreement was opened: its id. `current` is there, its versions follow with `versions_changed`."""

    agreement_closed = Signal(str)
    """The open agreement was closed: its id. `current` is gone; forget drafts and pages."""

    versions_changed = Signal(str)
    """Versions, signatures or standing of the open agreement are known or are others: its id."""

    actuals_changed = Signal(str)
    """An import, a total, an attestation or a settled dispute came or went: the agreement's id."""

    saved_changed = Signal()
    """The state of saving is another: see `current.saving`."""

    conflict_changed = Signal()
    """The draft was saved by somebody else meanwhile (`current.theirs`), or that was settled."""

    told = Signal(str)
    """Something was done that deserves a word: a sentence."""

    verify_wanted = Signal(str)
    """A signed PDF was handed to the window that belongs to a known agreement: its path."""

    import_wanted = Signal(str)
    """A spreadsheet was handed to the window while an agreement is open: its path."""

    def __init__(
        self,
        runner: Runner,
        language: Language,
        *,
        place: str = "",
        clock: Clock | None = None,
        person: str = "",
        parent: QObject | None = None,
    ) -> None:
        """Open nothing yet; `start` does.

        Args:
            runner: Runs what is asked.
            language: Of the window.
            place: Path or URL of the library; empty for the person's own.
            clock: The present moment; the machine's unless given.
            person: Who works; the machine's account unless given.
            parent: Qt's owner.
        """
        super().__init__(runner, place, clock, person, parent)
        self._clock, self._person = clock, person
        self.language = language
        self.current: OpenAgreement | None = None
        self._is_over = False
        self.library_opened.connect(self._learn)

    def now(self) -> dt.datetime:
        """The present moment on this machine's wall clock."""
        return (self._clock or SystemClock()).now().astimezone()

    def shut_down(self) -> None:
        """Let go of the library, once; call `make_safe` first. Nothing may be asked afterwards."""
        if self._is_over:
            return
        self._is_over = True
        if self.current is not None:
            self.current.save_now()
            self.current.deleteLater()
            self.current = None
        self._let_go()

    def open(self, agreement: str, then: Callable[[], object] | None = None) -> None:
        """Open an agreement; the one before is saved and closed first, and stays open if it cannot be saved.

        Args:
            agreement: Its id.
            then: Called when it is open.
        """
        if self.current is not None and self.current.id == agreement:
            if then is not None:
                then()
            return

        self.close_agreement(lambda: self._read_draft(agreement, partial(self._opened, then)))

    def close_agreement(self, then: Callable[[], object] | None = None) -> None:
        """Save and close the open agreement; it stays open if it cannot be saved, and `then` is not called."""

        def closed(stored: bool) -> None:
            if stored and self.current is not None:
                gone, self.current = self.current, None
                self.agreement_closed.emit(gone.id)
                gone.deleteLater()
            if stored and then is not None:
                then()

        self.make_safe(closed)

    def make_safe(self, then: Callable[[bool], None]) -> None:
        """Save what is not saved yet; call back whether everything is."""
        if self.current is None:
            then(True)
        else:
            self.current.when_saved(then)

    @property
    def is_safe(self) -> bool:
        """Whether everything typed is stored."""
        return self.current is None or self.current.saving.state == "saved"

    def create(self, title: str, template: str, failed: Failed | None = None) -> None:
        """Make an agreement from a template and open it.

        Args:
            title: For the cover and the list.
            template: Id of the template.
            failed: Told why it was not made.
        """
        self.ask(lambda workbench: workbench.shelf.create(title, template), done=self._made, failed=failed)

    def duplicate(
        self, agreement: str, title: str, failed: Failed | None = None, *, without_client_data: bool = False
    ) -> None:
        """Make a new agreement that says what another one's draft says, and open it; as `create`."""
        self.ask(
            lambda workbench: workbench.shelf.copy(agreement, title, without_client_data=without_client_data),
            done=self._made, failed=failed,
        )  # fmt: skip

    def rehearse(self, failed: Failed | None = None) -> None:
        """Make an agreement of the practice company to rehearse on, and open it; as `create`."""

        def make(workbench: Workbench) -> str:
            from workbench.services.rehearsing import rehearse  # noqa: PLC0415  (on a wish)

            return rehearse(workbench, self.language.text)

        self.ask(make, done=self._made, failed=failed)

    def save_version(
        self,
        note: str,
        author: str = "",
        done: Callable[[SavedVersion], object] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Save the open draft as a version, after everything typed is stored.

        Raises:
            NotFoundError: No agreement is open.
        """
        agreement = self._open_one().id

        def saved(version: SavedVersion) -> None:
            if self.current is not None and self.current.id == agreement:
                self.current.base = version.header.hash
            self.versions_were_changed(agreement)
            if done is not None:
                done(version)

        def safe(stored: bool) -> None:
            if stored:
                question = lambda workbench: workbench.versions.save(agreement, note, author)  # noqa: E731
                self.ask(question, done=saved, failed=failed)

        self.make_safe(safe)

    def reload(self, words: str, before: Agreement | None = None) -> None:
        """Show the stored draft after the store changed it by itself (a restored version, a merge).

        Args:
            words: What happened, in words that follow “Undo”; undo brings the former text back.
            before: What the draft said when the store was asked to; what was typed since stays.
        """
        current = self._open_one()

        def found(state: DraftState) -> None:
            if self.current is current:
                current.take(state, words, before)
                self.versions_were_changed(current.id)

        self.ask(lambda workbench: workbench.drafting.read(current.id), done=found)

    def versions_were_changed(self, agreement: str = "") -> None:
        """Tell that versions or signatures came: by whoever asked for it. The open agreement where none is named."""
        self._learn()
        self.listing.refresh_one(agreement or self._open_one().id)

    def actuals_were_changed(self, agreement: str = "") -> None:
        """Tell that imports, totals, attestations or settled disputes came or went."""
        wanted = agreement or self._open_one().id
        self._learn()
        self.listing.refresh_one(wanted)
        self.actuals_changed.emit(wanted)

    def _open_one(self) -> OpenAgreement:
        if self.current is None:
            raise NotFoundError("No agreement is open.", "Open one in the library.")
        return self.current

    def _made(self, agreement: str) -> None:
        self.listing.refresh()
        self.open(agreement)

    def _opened(self, then: Callable[[], object] | None, state: DraftState) -> None:
        from workbench.ui.open_agreement import OpenAgreement  # noqa: PLC0415  (loads the model and the form's draft)

        self.current = OpenAgreement(state, self.ask, self.language, self._clock, self, self._person)
        self.current.saved_changed.connect(self.saved_changed)
        self.current.conflict_changed.connect(self.conflict_changed)
        self.agreement_opened.emit(state.id)
        self.saved_changed.emit()
        if then is not None:
            then()
        if self.is_wholly_open:
            self._learn()

    def _learn(self) -> None:
        """Ask for versions and standing of the open agreement."""
        current = self.current
        if current is None:
            return

        def known(found: tuple[Listed, tuple[VersionHeader, ...]]) -> None:
            if self.current is current:
                current.listed, current.versions = found
                self.versions_changed.emit(current.id)

        def look(workbench: Workbench) -> tuple[Listed, tuple[VersionHeader, ...]]:
            return workbench.shelf.one(current.id), workbench.versions.history(current.id)

        self.ask(look, done=known)
        if current.preparation is None:
            self.ask(lambda workbench: workbench.preparing.read(current.id), done=current.know_preparation)
