"""What is prepared for the open agreement's workshops: its draft and its saving, beside the agreement's own.

Its changes share the agreement's undo steps. Must not know windows or pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.agreement.preparing.preparation import Preparation
from workbench.base.clock import Clock
from workbench.base.errors import ConflictError, WorkbenchError
from workbench.base.language import N_
from workbench.fields.merge import merge
from workbench.fields.value import Shown
from workbench.ui.asking import Ask
from workbench.ui.form.autosave import Answer, Autosave
from workbench.ui.form.draft import Draft

if TYPE_CHECKING:
    from workbench.services.preparing import PreparationState


class OpenPreparation(QObject):
    """A preparation that is open.

    Attributes:
        draft: What is edited; its `root` is the `Preparation` as it is now.
        autosave: Keeps the library equal to the draft.

    Args:
        agreement: Id of the agreement.
        state: As the store read it.
        beside: The agreement's draft.
        ask: Asks the store.
        clock: For the time of the last save.
        parent: Qt's owner.
    """

    def __init__(
        self, agreement: str, state: PreparationState, beside: Draft, ask: Ask, clock: Clock | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._agreement, self._ask = agreement, ask
        self._revision, self._stored = state.revision, state.content
        language = beside.shown.language
        self.draft = Draft(state.content, shown=lambda _root: Shown(language), beside=beside, parent=self)
        self.autosave = Autosave(self.draft, self._save, clock=clock, parent=self)

    @property
    def content(self) -> Preparation:
        """The preparation as it is in this window now."""
        root = self.draft.root
        assert isinstance(root, Preparation)  # opened with one, and edits keep the type
        return root

    def _save(self, root: Preparation, answer: Answer) -> None:
        agreement, seen = self._agreement, self._revision

        def saved(revision: int) -> None:
            self._revision, self._stored = revision, root
            answer(None)

        def refused(error: WorkbenchError) -> None:
            answer(error)
            if isinstance(error, ConflictError):
                self._ask(lambda workbench: workbench.preparing.read(agreement), done=self._join)

        self._ask(lambda workbench: workbench.preparing.save(agreement, root, seen), done=saved, failed=refused)

    def _join(self, theirs: PreparationState) -> None:
        """Somebody else prepared too: put both together, this window's word where both changed one place."""
        if theirs.revision == self._revision:
            return
        joined = merge(self._stored, self.content, theirs.content).tree
        self._revision, self._stored = theirs.revision, theirs.content
        self.draft.replace(joined, self.draft.shown.language.text(N_("what was prepared elsewhere")))
        self.autosave.save_now()
