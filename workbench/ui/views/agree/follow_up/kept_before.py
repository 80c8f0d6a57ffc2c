"""In how many of the past periods each follow-up promise would have been kept, worked out beside the window.

History is asked of the store once; a promise is replayed again only when it, or what all of them are judged by, became
another one. Must not know the matrix.
"""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workbench.agreement.commitments import commitments
from workbench.agreement.model import Agreement
from workbench.ui.errands import Errands
from workbench.ui.form.draft import Draft
from workbench.ui.form.when_seen import WhenSeen
from workbench.ui.session import Session

if TYPE_CHECKING:
    from workbench.agreement.commitment import Commitment
    from workbench.services.backtesting import History, KeptSoFar
    from workbench.ui.runner import Cancel, Report, Task

SECTION: Final = "follow_up"
PAUSE_MS: Final = 250
"""So long after the last change the past is asked again; no keystroke waits for it."""


class KeptBefore(QObject):
    """The past of the promises of one matrix.

    Args:
        part: What shows it; nothing is worked out while it cannot be seen.
        draft: With the promises.
        session: Knows what was imported.
        agreement: Its id.
    """

    changed = Signal()

    def __init__(self, part: QWidget, draft: Draft, session: Session, agreement: str) -> None:
        super().__init__(part)
        self._draft, self._agreement = draft, agreement
        self._errands = Errands(session, part)
        self._history: History | None = None
        self._judged_by: tuple[Any, ...] = ()
        self._known: dict[Commitment, KeptSoFar] = {}
        self._by_path: dict[str, KeptSoFar] = {}
        self._replaying: Task[dict[Commitment, KeptSoFar]] | None = None
        self._seen = WhenSeen(part, self._ask, draft, pause=PAUSE_MS, first=True)
        session.actuals_changed.connect(self._forget)

    def of(self, row: str) -> KeptSoFar | None:
        """The past of a row's promise to answer; nothing while it is not known, or nothing was imported."""
        return self._by_path.get(f"{SECTION}.tiers[{row}].target")

    def _forget(self, _agreement: str) -> None:
        self._history = None
        self._seen.again()

    def _ask(self) -> None:
        agreement = self._agreement
        if self._history is None:
            self._errands.ask(lambda bench: bench.backtesting.history(agreement), self._on_history, key="history")
            return
        if self._replaying is not None:  # its answer would be that of numbers which stand no longer
            self._replaying.stop()
        root, ground = self._draft.root, _ground(self._draft.root)
        same = len(ground) == len(self._judged_by) and all(
            one is other for one, other in zip(ground, self._judged_by, strict=True)
        )
        promised = [one for one in commitments(root) if one.kind == "response" and one.path.startswith(SECTION)]
        known = self._known if same else {}
        new = [one for one in promised if one not in known] if not self._history.is_empty else []
        kept = {one: known[one] for one in promised if one in known}
        if not new:
            self._become(ground, kept)
            return
        done = partial(self._on_answer, ground, kept)
        self._replaying = self._errands.work(partial(_replayed, root, self._history, new), done, key="kept")

    def _on_history(self, history: History) -> None:
        self._history, self._judged_by, self._known = history, (), {}
        self._ask()

    def _on_answer(
        self, ground: tuple[Any, ...], kept: dict[Commitment, KeptSoFar], found: dict[Commitment, KeptSoFar]
    ) -> None:
        self._become(ground, kept | found)

    def _become(self, ground: tuple[Any, ...], known: dict[Commitment, KeptSoFar]) -> None:
        other = known != self._known
        self._judged_by, self._known = ground, known
        self._by_path = {one.path: found for one, found in known.items()}
        if other:
            self.changed.emit()


def _ground(root: Agreement) -> tuple[Any, ...]:
    """What all promises of the section are judged by: everything but the promises themselves, part by part."""
    follow_up = root.follow_up
    inside = [getattr(follow_up, one.name) for one in dataclasses.fields(follow_up) if one.name != "tiers"]
    return (root.teams, root.lead_definitions, root.handoff, root.volumes, *inside)


def _replayed(
    root: Agreement, history: History, wanted: list[Commitment], _report: Report, cancel: Cancel
) -> dict[Commitment, KeptSoFar]:
    """On a thread of its own."""
    from workbench.services.backtesting import kept_so_far  # noqa: PLC0415  (loads numpy)

    return kept_so_far(root, history, wanted, cancel.check)
