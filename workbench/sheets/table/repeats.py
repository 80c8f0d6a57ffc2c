"""Several rows of one lead in a file: equal ones count once, of differing ones the later, each difference named.

Child process only. Must not know cells or files.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from workbench.tracking.leads import UNREADABLE

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Difference:
    """A value that gave way to that of a later row.

    Attributes:
        place: Place of the earlier row.
        winner: Place of the later row.
        field: Name of the field.
    """

    place: int
    winner: int
    field: str


@dataclass(frozen=True)
class Repeats:
    """The outcome.

    Attributes:
        places: Places of the rows that count, in order of the file.
        equal: How many rows repeat another exactly.
        differences: What differed.
    """

    places: list[int]
    equal: int
    differences: tuple[Difference, ...]


def newest_first(differences: Sequence[Difference], stamps: Mapping[str, Ints]) -> bool:
    """Whether the rows of one lead go back in time as the file goes on, by the dates in which they differ."""
    back = forth = 0
    for one in differences:
        values = stamps.get(one.field)
        if values is not None and min(values[one.place], values[one.winner]) > UNREADABLE:
            back += bool(values[one.place] > values[one.winner])
            forth += bool(values[one.place] < values[one.winner])
    return back > forth


def settle_repeats(
    places: Sequence[int], names: Sequence[str], columns: Mapping[str, npt.NDArray[np.generic]]
) -> Repeats:
    """Choose one row for each identity.

    Args:
        places: Places of the rows that have an identity, in order.
        names: Their identities.
        columns: The columns to compare, one value a place.
    """
    if len(set(names)) == len(names):
        return Repeats(list(places), 0, ())
    groups: dict[str, list[int]] = defaultdict(list)
    for place, name in zip(places, names, strict=True):
        groups[name].append(place)
    equal = 0
    differences: list[Difference] = []
    for group in groups.values():
        winner = group[-1]
        for place in group[:-1]:
            other = [field for field, values in columns.items() if values[place] != values[winner]]
            equal += not other
            differences += [Difference(place, winner, field) for field in other]
    return Repeats(sorted(group[-1] for group in groups.values()), equal, tuple(differences))
