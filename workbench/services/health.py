"""How the promises of one agreement stood at its last data, in one line: a status for each commitment.

For the list of agreements, where each has one strip. Must not know either face.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from workbench.agreement.commitment import Side

if TYPE_CHECKING:
    from workbench.services.checking import Check
    from workbench.services.workbench import Workbench
    from workbench.tracking.result import Result, Status

SIDES: Final[tuple[Side, ...]] = ("marketing", "sales", "both")
WAITING: Final = "not_due"
"""A period that has only begun says nothing yet, so the one before it is shown."""


@dataclass(frozen=True)
class Health:
    """The promises at a glance.

    Attributes:
        as_of: The day the data speaks for.
        sides: Each team that promised something, with the status of each of its commitments in document order.
    """

    as_of: dt.date
    sides: tuple[tuple[Side, tuple[Status, ...]], ...]

    def count(self, *statuses: str) -> int:
        """How many commitments stand at one of these."""
        return sum(status in statuses for _, found in self.sides for status in found)


def health(workbench: Workbench, agreement: str) -> Health | None:
    """How the promises of a signed agreement stand; nothing before signing, and nothing without any data.

    Raises:
        NotFoundError: No such agreement.
    """
    if not any(one.undone_at is None for one in workbench.actuals.batches(agreement)):
        return None
    check = workbench.checking.check(agreement)
    return None if check.rehearsal else _of(check)


def _of(check: Check) -> Health:
    as_of = check.as_of.date() if isinstance(check.as_of, dt.datetime) else check.as_of
    latest: dict[str, Result] = {}
    for _, line in check.results():  # by commitment, periods in time
        if line.status != WAITING or line.commitment not in latest:
            latest[line.commitment] = line
    sides = []
    for side in SIDES:
        own = [one for one in check.newest.commitments if one.by == side]
        if own:
            sides.append((side, tuple(_status(latest.get(one.id)) for one in own)))
    return Health(as_of, tuple(sides))


def _status(line: Result | None) -> Status:
    return line.status if line is not None else "not_due"
