"""What the clocks say of a lead across promises of one kind: its state, its deadline, its working time.

A lead has one answer and one decision, whichever tier's promise it falls under: the first in document order counts.
Must not know sheets.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from workbench.agreement.commitment import CommitmentKind
from workbench.sheets.tracker.cohorts import LATE, MET, OVERDUE, TENS
from workbench.sheets.tracker.engine import EngineColumn
from workbench.sheets.tracker.formula import Formula, lift
from workbench.sheets.tracker.functions import both, either, least, remainder
from workbench.sheets.tracker.log_columns import FIRST_ROW
from workbench.sheets.tracker.model import Model, state_name
from workbench.sheets.tracker.promises import Promise
from workbench.sheets.tracker.ranges import Range

NEVER = 9e15
"""Stands for no deadline."""
_ROW_PART = 100_000
"""Rows of one deadline are told apart by a hundred thousandth of a second for each row.

Counted from the first day of the tables, because LibreOffice takes numbers for equal that differ in the 15th digit.
"""


@dataclass(frozen=True, eq=False)
class Clocked:
    """A promise whose leads have deadlines.

    Attributes:
        promise: The promise.
        code: Period and state of each lead.
        due: The last second in time.
        seconds: Working seconds to the event, -1 for none.
    """

    promise: Promise
    code: EngineColumn
    due: EngineColumn
    seconds: EngineColumn | None


def clocked(model: Model, *kinds: CommitmentKind) -> list[Clocked]:
    """The promises of some kinds that have deadlines, in document order."""
    found = []
    for promise in model.promises:
        one = promise.commitment
        judged = model.judged.get(one.id)
        if one.kind in kinds and judged and judged.due:
            code = model.engine.ranges[state_name(one.label)]
            found.append(Clocked(promise, code, judged.due, judged.seconds))
    return found


@dataclass(frozen=True, eq=False)
class Told:
    """One fact of each lead.

    Attributes:
        promise: Number of the promise it falls under, 0 for none.
        state: Its state, from 1, 0 for none.
        due: Its deadline on the wall clock, 0 for none.
        seconds: Working seconds to the event, -1 for none and for leads that are neither met nor late.
    """

    promise: EngineColumn
    state: EngineColumn
    due: EngineColumn
    seconds: EngineColumn


def told(model: Model, kind: CommitmentKind, name: str) -> Told | None:
    """What the promises of a kind say of each lead; nothing where none can be judged.

    Args:
        model: The tracker.
        kind: Such as response.
        name: Begins the titles of the columns.
    """
    found, engine = clocked(model, kind), model.engine
    if not found:
        return None
    number = engine.column(f"{name}, promise", _first(found, lambda one: lift(one.promise.number), 0))
    state = engine.column(f"{name}, state", remainder(_first(found, lambda one: one.code, 0), TENS))
    due = engine.column(f"{name}, deadline", _first(found, lambda one: one.due, 0))
    wall = engine.column(f"{name}, deadline on the clock", either(due <= 0, 0, model.tables.wall(due)))
    passed = engine.column(f"{name}, passed", _first(found, lambda one: one.seconds or lift(-1), -1))
    decided = both(state >= MET, state <= LATE)
    seconds = engine.column(f"{name}, seconds", either(decided, passed, -1))
    return Told(number, state, wall, seconds)


def _first(found: list[Clocked], of: Callable[[Clocked], Formula], none: int) -> Formula:
    """What the first promise says whose cohort holds the lead."""
    content: Formula = lift(none)
    for one in reversed(found):
        content = either(one.code > 0, of(one), content)
    return content


@dataclass(frozen=True, eq=False)
class Gaps:
    """Leads whose deadline passed without the event, the longest first.

    Attributes:
        promise: Number of the promise of each lead's oldest gap, 0 for none.
        due: Its deadline on the wall clock.
        key: Orders them: seconds to the deadline, and a part for the row; `NEVER` where there is none.
    """

    promise: Range
    due: Range
    key: Range


KINDS: tuple[CommitmentKind, ...] = ("response", "decision", "follow_up_depth", "hand_over_speed", "recycle")


def gaps(model: Model) -> Gaps | None:
    """The gaps of every lead; nothing where no promise has deadlines."""
    found, engine = clocked(model, *KINDS), model.engine
    if not found:
        return None
    overdue = [remainder(one.code, TENS).equals(OVERDUE) for one in found]
    dues = [either(test, one.due, NEVER) for test, one in zip(overdue, found, strict=True)]
    oldest = engine.column("Oldest gap", least(*dues) if len(dues) > 1 else dues[0])
    number: Formula = lift(0)
    for test, one in reversed(list(zip(overdue, found, strict=True))):
        number = either(both(test, one.due.equals(oldest)), one.promise.number, number)
    which = engine.column("Oldest gap, promise", number)
    wall = engine.column("Oldest gap, on the clock", either(which.equals(0), 0, model.tables.wall(oldest)))
    row = Formula("ROW()", np.arange(FIRST_ROW, FIRST_ROW + engine.rows, dtype=np.float64))
    since = oldest - float(model.tables.begins)
    key = engine.column("Oldest gap, order", either(which.equals(0), NEVER, since + row / _ROW_PART))
    return Gaps(engine.range("Gap_promise", which), engine.range("Gap_due", wall), engine.range("Gap_order", key))
