"""Leads by their word in a text field, without regard to case. Must not know what is counted of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from workbench.tracking.leads import Ints, LeadLog


@dataclass(frozen=True)
class Named:
    """What some leads have in common.

    Attributes:
        word: Their word; empty for those that have none.
        rest: How many words too rare to be named are taken together here; 0 for a single word.
    """

    word: str
    rest: int = 0


def parts_by_word(log: LeadLog, leads: Ints, field: str, most: int) -> tuple[tuple[Named, Ints], ...]:
    """Places among the leads by word: the most frequent word first, at most so many, then the rest together.

    Args:
        log: The leads.
        leads: Row numbers.
        field: A text field; leads without a readable word are a part of their own.
        most: Parts at most.
    """
    column = log.words(field)
    spellings: dict[str, int] = {}
    names: list[str] = []
    fold = []
    for word in ("", *(word.strip() for word in column.words)):
        number = spellings.setdefault(word.casefold(), len(spellings))
        if number == len(names):
            names.append(word)
        fold.append(number)
    codes = np.array(fold, np.int64)[np.maximum(column.values[leads], -1) + 1]
    counts = np.bincount(codes, minlength=len(names))
    order = sorted(np.flatnonzero(counts).tolist(), key=lambda one: (-counts[one], names[one]))
    if len(order) <= most:
        return tuple((Named(names[one]), np.flatnonzero(codes == one)) for one in order)
    kept, rest = order[: most - 1], order[most - 1 :]
    named = [(Named(names[one]), np.flatnonzero(codes == one)) for one in kept]
    return (*named, (Named("", len(rest)), np.flatnonzero(np.isin(codes, rest))))
