"""Instants of some leads, and the plain questions about them: which happened, which is the earliest.

Free of branches on purpose: a choice for each lead that a processor cannot guess costs more than all arithmetic here.
Must not know lead logs or commitments.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from workbench.tracking.leads import EMPTY, UNREADABLE, Bools, Ints

S = TypeVar("S", bound=np.generic)


def pick(values: npt.NDArray[S], rows: Ints) -> npt.NDArray[S]:
    """The values at ascending positions; the very same values where these are all of them."""
    return values if len(rows) == len(values) else values.take(rows)


@dataclass(frozen=True, eq=False)
class Moments:
    """Instants of some leads, and which of them are dates without time.

    Attributes:
        instants: Seconds since 1970 UTC, `EMPTY` or `UNREADABLE`.
        dates: Which are exactly a midnight of the agreement's zone.
    """

    instants: Ints
    dates: Bools

    @cached_property
    def happened(self) -> Bools:
        """Which are there and readable."""
        return np.asarray(self.instants > UNREADABLE)

    @cached_property
    def unreadable(self) -> Bools:
        """Which are there and not readable."""
        return np.asarray(self.instants == UNREADABLE)

    @cached_property
    def dated(self) -> bool:
        """Whether any is a date without time."""
        return bool(self.dates.any())

    @property
    def edges(self) -> tuple[int, ...]:
        """The earliest and the latest that happened; nothing where none did."""
        if not self.happened.any():
            return ()
        offset = UNREADABLE + 1  # what is missing becomes enormous
        return int((self.instants - offset).view(np.uint64).min()) + offset, int(self.instants.max())

    def take(self, rows: Ints) -> Moments:
        """Those at ascending positions; itself where these are all of them."""
        if len(rows) == len(self.instants):  # keeps what is known of them
            return self
        return Moments(pick(self.instants, rows), pick(self.dates, rows))


def nothing(size: int) -> Moments:
    """Moments of which none is there."""
    return Moments(np.full(size, EMPTY, np.int64), np.zeros(size, np.bool_))


def first_of(one: Moments, other: Moments) -> Moments:
    """The first of two events of each lead; unreadable where either is, since it might be the first.

    Turned negative, `EMPTY` stays the smallest number there is, and `UNREADABLE` becomes the largest.
    """
    found = -np.maximum(-one.instants, -other.instants)
    if one.dated or other.dated:
        from_other = found == other.instants
        return Moments(found, (other.dates & from_other) | (one.dates & ~from_other))
    return Moments(found, one.dates)


def only(instants: Ints, wanted: Bools) -> Ints:
    """The instants where they are wanted, `EMPTY` elsewhere."""
    found: Ints = (instants - EMPTY) * wanted + EMPTY
    return found
