"""The shelves of the library and what lies on them; searching and ordering. Must not know widgets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from workbench.base.language import N_
from workbench.ui.listing import Line

STALE_DAYS: Final = 45
"""Data older than this says little about now."""


class Shelf(NamedTuple):
    """Agreements that stand alike.

    Attributes:
        key: Its name in the program.
        title: Its words, marked for translation.
        icon: In the rail.
        standings: What lies on it; everything where empty.
        is_due: Whether somebody should look at it when something lies on it.
    """

    key: str
    title: str
    icon: str
    standings: tuple[str, ...] = ()
    is_due: bool = False

    def holds(self, line: Line) -> bool:
        """Whether an agreement lies on it; nothing does before it is known how it stands."""
        if not self.standings:
            return True
        return line.listed is not None and line.listed.standing in self.standings


SHELVES: Final = (
    Shelf("all", N_("All agreements"), "library"),
    Shelf("drafts", N_("Drafts"), "file-pen", ("draft",)),
    Shelf("out", N_("Out for signature"), "signature", ("for_signature",)),
    Shelf("force", N_("Signed, in force"), "circle-check", ("signed", "in_force", "review_due")),
    Shelf("due", N_("Review due"), "calendar-clock", ("review_due",), is_due=True),
    Shelf("expired", N_("Expired"), "history", ("expired",)),
)
SHELF: Final = {shelf.key: shelf for shelf in SHELVES}

SORTS: Final = (("edit", N_("Last edit")), ("review", N_("Next review")), ("name", N_("Company")))
"""What the list can be ordered by."""

_FAR: Final = dt.date.max


class Filter(NamedTuple):
    """What of the library is shown.

    Attributes:
        shelf: Key of the shelf.
        words: What was searched for; every word must be found.
        missed: Only agreements with a missed promise.
        stale: Only agreements in force with old data.
        sort: Key of `SORTS`.
    """

    shelf: str = "all"
    words: str = ""
    missed: bool = False
    stale: bool = False
    sort: str = "edit"

    @property
    def narrows(self) -> bool:
        """Whether it leaves something of its shelf out on purpose."""
        return bool(self.words.strip()) or self.missed or self.stale

    def of(self, lines: Sequence[Line], today: dt.date) -> tuple[Line, ...]:
        """The lines that are shown, in order."""
        shelf = SHELF[self.shelf]
        found = [line for line in lines if shelf.holds(line) and self._takes(line, today)]
        if self.sort == "review":
            found.sort(key=lambda line: _review(line, today))
        elif self.sort == "name":
            found.sort(key=lambda line: (name_of(line).casefold(), line.title.casefold()))
        return tuple(found)

    def _takes(self, line: Line, today: dt.date) -> bool:
        said = searched(line)
        if any(word not in said for word in self.words.casefold().split()):
            return False
        if self.missed and not missed(line):
            return False
        return not self.stale or days_old(line, today) > STALE_DAYS


def name_of(line: Line) -> str:
    """What an agreement is called first: its company, or its title while it has none."""
    return line.company.strip() or line.title


def searched(line: Line) -> str:
    """All that a search looks through, folded."""
    people = line.listed.people if line.listed is not None else ()
    return " ".join((line.company, line.title, *people)).casefold()


def missed(line: Line) -> int:
    """How many promises stand as missed at the last data."""
    return line.health.count("missed") if line.health is not None else 0


def days_old(line: Line, today: dt.date) -> int:
    """How old the data of an agreement in force is; 0 where there is none or nothing more is expected."""
    listed = line.listed
    if listed is None or listed.data_until is None or listed.standing not in {"in_force", "review_due"}:
        return 0
    return max(0, (today - day_of(listed.data_until)).days)


def day_of(moment: dt.date) -> dt.date:
    """The day of a day or an instant."""
    return moment.date() if isinstance(moment, dt.datetime) else moment


def counts(lines: Iterable[Line]) -> dict[str, int]:
    """How many lie on each shelf."""
    known = list(lines)
    return {shelf.key: sum(shelf.holds(line) for line in known) for shelf in SHELVES}


def _review(line: Line, today: dt.date) -> dt.date:
    review = line.listed.review if line.listed is not None else None
    return review if review is not None and review >= today else _FAR
