"""Taking a whole import back, or letting it count again, with what that changed. Must not know either face."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.services.workbench import Workbench
    from workbench.storage.records.imports import Batch


@dataclass(frozen=True)
class TurnedImport:
    """An import that was taken back, or counts again.

    Attributes:
        batch: The import as it stands now.
        leads: How many leads went with it, or came back.
        changed: How many other leads say something else now.
    """

    batch: Batch
    leads: int
    changed: int


def take_back(workbench: Workbench, agreement: str, number: int) -> TurnedImport:
    """Take an import back as a whole.

    Raises:
        NotFoundError: There is none with this number.
    """
    return _turn(workbench, agreement, number, back=True)


def let_count(workbench: Workbench, agreement: str, number: int) -> TurnedImport:
    """Let an import that was taken back count again.

    Raises:
        NotFoundError: There is none with this number.
    """
    return _turn(workbench, agreement, number, back=False)


def _turn(workbench: Workbench, agreement: str, number: int, *, back: bool) -> TurnedImport:
    from workbench.tracking.merging import merged  # noqa: PLC0415  (loads numpy)

    actuals = workbench.actuals
    before = actuals.log(agreement)
    batch = actuals.undo(agreement, number) if back else actuals.redo(agreement, number)
    after = actuals.log(agreement)
    more, fewer = (before, after) if back else (after, before)
    found = merged(fewer, more)
    return TurnedImport(batch, found.added, found.updated)
