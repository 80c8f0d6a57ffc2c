"""Whether two criteria over one column can hold together, and whether one brings the other with it.

Only what is certain for every lead is said; texts that merely contain something are left alone. Must not know leads,
segments or what the criteria are for.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from workbench.agreement.qualification.criterion import Holds, Judged, holds, judges, number_in
from workbench.agreement.qualification.known_lead import KnownLead

_NAMED: Final = frozenset({"", "is_one_of"})
"""Comparisons whose values are all that a column may say."""


def never_together(one: Judged, other: Judged) -> bool:
    """Whether no lead can meet both."""
    if not _alike(one, other):
        return False
    for a, b in ((one, other), (other, one)):
        if a.comparison == "is_empty":
            return b.comparison != "is_empty"
        if a.comparison in _NAMED:
            return all(said is False for said in _answers(a, b))
        if a.comparison == "at_least" and b.comparison == "at_most":
            least, most = _limit(a), _limit(b)
            return least is not None and most is not None and least > most
    return False


def brings(one: Judged, other: Judged) -> bool:
    """Whether every lead that meets the first meets the second as well."""
    if not _alike(one, other):
        return False
    if one.comparison in _NAMED:
        return all(_answers(one, other))
    if other.comparison == "is_filled":
        return one.comparison != "is_empty"
    if one.comparison != other.comparison or one.comparison not in {"at_least", "at_most", "is_empty"}:
        return False
    if one.comparison == "is_empty":
        return True
    mine, its = _limit(one), _limit(other)
    if mine is None or its is None:
        return False
    return mine >= its if one.comparison == "at_least" else mine <= its


def _alike(one: Judged, other: Judged) -> bool:
    return one.field == other.field and judges(one) and judges(other)


def _answers(named: Judged, asked: Judged) -> list[Holds]:
    """What a criterion makes of each text that another lets in."""
    words = [word.strip() for word in named.values if word.strip()]
    return [holds(asked, KnownLead({named.field: word}, complete=True)) for word in words]


def _limit(row: Judged) -> Decimal | None:
    """The number that decides: the least of several for “at least”, the most for “at most”."""
    limits = [number for word in row.values if (number := number_in(word)) is not None]
    if not limits:
        return None
    return min(limits) if row.comparison == "at_least" else max(limits)
