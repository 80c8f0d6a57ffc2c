"""Whether a criterion over one column holds for a lead: yes, no, or nobody can say.

Three-valued, because a blank cell proves nothing: a lead is never turned away, nor let in, by what is not known. Must
not know which criteria there are.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Protocol, TypeAlias

from workbench.agreement.qualification.known_lead import KnownLead

Holds: TypeAlias = bool | None
"""True, False, or nothing where what decides is not known."""


class Judged(Protocol):
    """A row that judges a column (`workbench.agreement.sections.criteria`)."""

    @property
    def field(self) -> str:
        """The column; empty for none."""
        ...

    @property
    def comparison(self) -> str:
        """One of `COMPARISONS`; empty counts as `is_one_of`."""
        ...

    @property
    def values(self) -> tuple[str, ...]:
        """What it is compared with."""
        ...


def every(parts: Iterable[Holds]) -> Holds:
    """Whether all hold: one that does not decides, then one that is not known; nothing at all holds."""
    found = tuple(parts)
    if any(one is False for one in found):
        return False
    return None if any(one is None for one in found) else True


def some(parts: Iterable[Holds], least: int = 1) -> Holds:
    """Whether at least so many hold."""
    found = tuple(parts)
    sure, open_ones = sum(one is True for one in found), sum(one is None for one in found)
    if sure >= least:
        return True
    return None if sure + open_ones >= least else False


def judges(row: Judged) -> bool:
    """Whether a row can be judged by data: it names a column, and values where its comparison needs any."""
    return bool(row.field) and (row.comparison in {"is_filled", "is_empty"} or bool(_wanted(row)))


def holds(row: Judged, lead: KnownLead) -> Holds:
    """Whether a column of a lead is as a row wants it.

    Texts are compared without regard to case and outer spaces, numbers as numbers.
    """
    text = lead.value(row.field)
    if row.comparison in {"is_filled", "is_empty"}:
        if not text and not lead.complete:
            return None
        return bool(text) == (row.comparison == "is_filled")
    wanted = _wanted(row)
    if not text or not wanted:
        return None
    if row.comparison in {"at_least", "at_most"}:
        limits = [number for one in wanted if (number := number_in(one)) is not None]
        found = number_in(text)
        if found is None or not limits:
            return None
        return found >= min(limits) if row.comparison == "at_least" else found <= max(limits)
    if row.comparison == "contains":
        return any(one.casefold() in text.casefold() for one in wanted)
    among = any(same_text(text, one) for one in wanted)
    return not among if row.comparison == "is_not" else among


def number_in(text: str) -> Decimal | None:
    """The number a text is, in plain writing, digits grouped by commas or spaces or not; nothing where it is none."""
    bare = text.strip().replace(" ", "").replace("\u00a0", "").replace("\u202f", "").replace(",", "")
    try:
        found = Decimal(bare)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def _wanted(row: Judged) -> tuple[str, ...]:
    return tuple(one.strip() for one in row.values if one.strip())


def same_text(text: str, wanted: str) -> bool:
    """Whether two texts are one, without regard to case; numbers are compared as numbers."""
    if text.casefold() == wanted.casefold():
        return True
    one, other = number_in(text), number_in(wanted)
    return one is not None and one == other
