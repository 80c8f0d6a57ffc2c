"""Rules of judgement as tables: worked out once for every combination of facts, then looked up for each lead.

A rule is a plain function of facts, each a column of yes and no; it returns a code of `Why` for each. Looking up costs
a fraction of working out, and a rule stays as easy to read as it was. Must not know leads or what the facts mean.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, reduce

import numpy as np
import numpy.typing as npt

from workbench.tracking.leads import Bools
from workbench.tracking.why import Why

Codes8 = npt.NDArray[np.int8]
Rule = Callable[..., Codes8]
"""Takes facts, columns of one length, and returns a code for each row."""
_BITS = 7
"""So many facts make one small number."""


def first_true(*cases: tuple[Bools, Why], otherwise: Why) -> Codes8:
    """The reason of the first case that holds for each row."""
    conditions, reasons = zip(*cases, strict=True)
    return np.select(conditions, [np.int8(reason) for reason in reasons], np.int8(otherwise))


def judged(rule: Rule, *facts: Bools) -> Codes8:
    """What a rule says about leads.

    Args:
        rule: A function that is there once, so that its table is worked out once.
        facts: Columns of one length; at most 14.
    """
    parts = [_packed(facts[first : first + _BITS]) for first in range(0, len(facts), _BITS)]
    if len(parts) == 1:
        return _table(rule, len(facts)).take(parts[0])
    low, high = parts
    return _table(rule, len(facts)).take(low + high.astype(np.int16) * np.int16(1 << _BITS))


def overlaid(why: Codes8, where: Bools, reason: Why) -> Codes8:
    """The codes with one reason in the place of some; without a branch for each lead."""
    mask = where.view(np.int8)
    found: Codes8 = why * (np.int8(1) - mask) + mask * np.int8(reason)
    return found


def _packed(facts: Sequence[Bools]) -> Codes8:
    """Facts as the bits of a number, the first one lowest."""
    parts = (fact.view(np.int8) * np.int8(1 << bit) for bit, fact in enumerate(facts))
    return reduce(np.add, parts)


@lru_cache(maxsize=64)
def _table(rule: Rule, count: int) -> Codes8:
    """What a rule says about every combination of so many facts."""
    every = np.arange(1 << count)
    return rule(*((every >> bit & 1).astype(np.bool_) for bit in range(count)))
