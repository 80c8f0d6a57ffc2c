"""The one agreement that is being worked on: its draft, its saving, what is known of its versions.

Must not know windows or pages. Lives on the window's thread; the store is reached through the asking it is given.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal

from workbench.agreement.model import Agreement, shown_in
from workbench.agreement.rules import rules, search
from workbench.base.clock import Clock
from workbench.base.errors import ConflictError, WorkbenchError
from workbench.base.language import N_, Language
from workbench.fields.codec import canonical, content_hash
from workbench.fields.merge import merge, theirs
from workbench.ui.asking import Ask
from workbench.ui.form.autosave import Answer, Autosave
from workbench.ui.form.draft import Draft
from workbench.ui.open_preparation import OpenPreparation

if TYPE_CHECKING:
    from workbench.agreement.version import VersionHeader
    from workbench.services.drafting import DraftState, Saved
    from workbench.services.preparing import PreparationState
    from workbench.services.room import RoomState
    from workbench.services.shelf import Listed
    from workbench.ui.open_room import OpenRoom


class OpenAgreement(QObject):
    """An agreement that is open.

    Attributes:
        id: Of the agreement.
        draft: What is edited; its `root` is the `Agreement` as it is now.
        autosave: Keeps the library equal to the draft.
        revision: Revision of the stored draft that this window has seen.
        base: Hash of the version the draft stands on; empty for none.
        versions: Every saved version, oldest first; empty until the store has answered.
        listed: How it stands; nothing until the store has answered.
        data_until: The last day or instant its imports speak for; nothing without imports.
        theirs: What somebody else saved meanwhile; nothing while there is no conflict.
        preparation: What is prepared for its workshops; nothing until the store has answered.
        room: Its workshop session; nothing until somebody went there and the store has answered.
    """

    preparation_known = Signal()
    """What is prepared is there: `preparation`."""

    room_known = Signal()
    """The workshop session is there: `room`."""

    saved_changed = Signal()
    """The state of saving of the agreement or of its preparation is another."""

    conflict_changed = Signal()
    """Somebody else saved this draft (`theirs` is there), or the conflict was settled."""

    def __init__(
        self,
        state: DraftState,
        ask: Ask,
        language: Language,
        clock: Clock | None = None,
        parent: QObject | None = None,
        person: str = "",
    ) -> None:
        """Open a draft for editing.

        Args:
            state: As the store read it.
            ask: Asks the store.
            language: Of the window.
            clock: For the time of the last save.
            parent: Qt's owner.
            person: Who works; the machine's account where nobody is named.
        """
        super().__init__(parent)
        self._ask, self._language, self._clock, self._person = ask, language, clock, person
        self.id = state.id
        self.revision, self.base = state.revision, state.base
        self.draft = Draft(
            state.agreement, rules=rules, search=search, shown=lambda root: shown_in(root, language), parent=self
        )  # fmt: skip
        self.autosave = Autosave(self.draft, self._save, clock=clock, parent=self)
        self.autosave.state_changed.connect(self.saved_changed)
        self.preparation: OpenPreparation | None = None
        self.room: OpenRoom | None = None
        self.versions: tuple[VersionHeader, ...] = ()
        self.listed: Listed | None = None
        self.theirs: DraftState | None = None
        self._compared: tuple[Agreement, VersionHeader | None, bool] | None = None

    @property
    def agreement(self) -> Agreement:
        """The agreement as it is in this window now."""
        root = self.draft.root
        assert isinstance(root, Agreement)  # opened with one, and edits keep the type
        return root

    @property
    def data_until(self) -> dt.date | None:
        """The last day or instant its imports speak for; nothing without imports."""
        return self.listed.data_until if self.listed is not None else None

    @property
    def differs_from_newest(self) -> bool:
        """Whether the draft says something else than its newest version; true before the first."""
        newest = self.versions[-1] if self.versions else None
        root = self.agreement
        if self._compared is None or self._compared[0] is not root or self._compared[1] is not newest:
            same = newest is not None and content_hash(canonical(root)) == newest.content_hash
            self._compared = (root, newest, not same)
        return self._compared[2]

    def says_what(self, content: str) -> bool:
        """Whether the draft says what a version with this content hash says."""
        return content_hash(canonical(self.agreement)) == content

    @property
    def saving(self) -> Autosave:
        """Whose state of saving matters most now: one that is not saved before one that is."""
        return next((one for one in self._autosaves() if one.state != "saved"), self.autosave)

    def _autosaves(self) -> list[Autosave]:
        prepared = [self.preparation.autosave] if self.preparation is not None else []
        return [self.autosave, *prepared, *(self.room.autosaves if self.room is not None else ())]

    def save_now(self) -> None:
        """Save what is not stored, without waiting for quiet."""
        for one in self._autosaves():
            one.save_now()

    def when_saved(self, then: Callable[[bool], None]) -> None:
        """Save at once; call back whether all is stored now or an attempt failed."""
        waiting = self._autosaves()

        def go_on(stored: bool) -> None:
            if stored and waiting:
                waiting.pop(0).when_saved(go_on)
            else:
                then(stored)

        go_on(True)

    def know_room(self, state: RoomState) -> None:
        """Take the session the store has read."""
        from workbench.ui.open_room import OpenRoom  # noqa: PLC0415  (only for whoever goes there)

        if self.room is None and shiboken6.isValid(self):  # it may have been closed while the store read
            self.room = OpenRoom(self.id, state, self.draft, self._ask, self._language, self._clock, self._who, self)
            for one in self.room.autosaves:
                one.state_changed.connect(self.saved_changed)
            self.room_known.emit()

    def _who(self) -> str:
        """Who leads the room; whoever works here where nobody was named."""
        from workbench.services.workbench import person_here  # noqa: PLC0415  (only for whoever is in the room)

        named = self.preparation.content.facilitator if self.preparation is not None else ""
        return named or self._person or person_here()

    def know_preparation(self, state: PreparationState) -> None:
        """Take what the store has read."""
        if self.preparation is None and shiboken6.isValid(self):
            self.preparation = OpenPreparation(self.id, state, self.draft, self._ask, self._clock, self)
            self.preparation.autosave.state_changed.connect(self.saved_changed)
            self.preparation_known.emit()

    def keep_mine(self) -> None:
        """Settle a conflict: what is in this window replaces what somebody else saved, and undo brings theirs back."""
        if self.theirs is not None:
            mine, state = self.agreement, self.theirs
            self._settle(state)
            self.draft.replace(state.agreement, self._language.text(N_("the other text")))
            self.draft.replace(mine, self._language.text(N_("keeping this text")))
            self.autosave.save_now()

    def take_theirs(self) -> None:
        """Settle a conflict: what somebody else saved replaces what is in this window, and undo brings it back."""
        if self.theirs is not None:
            state = self.theirs
            self._settle(state)
            self.draft.replace(state.agreement, self._language.text(N_("taking the other text")))
            self.autosave.save_now()

    def take(self, state: DraftState, words: str, before: Agreement | None = None) -> None:
        """Show a draft that the store changed by itself (a restored version, a merge); undo brings the former back.

        Args:
            state: As the store has it now.
            words: What happened, in words that follow “Undo”.
            before: What the draft said when the store was asked to. What was typed since is put together with it; where
                the store changed the same place, its text is shown, and undo brings back what was typed.
        """
        taken = state.agreement
        if before is not None and self.agreement is not before:
            taken = merge(before, self.agreement, taken, theirs).tree
        self._settle(state)
        self.draft.replace(taken, words)
        self.autosave.save_now()

    def _settle(self, state: DraftState) -> None:
        self.revision, self.base = state.revision, state.base
        if self.theirs is not None:
            self.theirs = None
            self.conflict_changed.emit()

    def _save(self, root: Agreement, answer: Answer) -> None:
        seen, agreement = self.revision, self.id

        def saved(receipt: Saved) -> None:
            self.revision = receipt.revision
            answer(None)

        def refused(error: WorkbenchError) -> None:
            answer(error)
            if isinstance(error, ConflictError):
                self._look_for_another(seen)

        self._ask(lambda workbench: workbench.drafting.save(agreement, root, seen), done=saved, failed=refused)

    def _look_for_another(self, seen: int) -> None:
        """A conflict may be a lock of a moment; it is real when the stored draft has gone on."""

        def found(state: DraftState) -> None:
            known = self.theirs.revision if self.theirs is not None else seen
            if self.revision == seen and state.revision != known:
                self.theirs = state
                self.conflict_changed.emit()

        agreement = self.id
        self._ask(lambda workbench: workbench.drafting.read(agreement), done=found, failed=lambda _error: None)
