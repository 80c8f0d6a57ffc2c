"""Joins calls, tasks and messages to leads: first touch, number of attempts, the latest, and each attempt's own date.

What was really done is better evidence than what a CRM counts, so it replaces those columns for the leads it knows
of. Files may overlap: an attempt that two of them tell of counts once. Must not know files or where logs are kept.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from workbench.tracking.checks.attempts import COUNT, attempt_field
from workbench.tracking.leads import EMPTY, SCALE, UNREADABLE, Amounts, Column, Ints, LeadLog, Stamps, empty_column

MOST_DATES = 15
"""Attempts of a lead whose dates are kept; all are counted."""
FIRST, LAST = "first_touch_at", "last_attempt_at"

_SHORT_ID, _LONG_ID = 15, 18
_ADDRESS = re.compile(r"[^\s,;<>()]+@[^\s,;<>()]+")


@dataclass(frozen=True)
class Attempts:
    """What was tried for one lead.

    Attributes:
        dates: When, in order, as UTC seconds; the first `MOST_DATES` of them.
        count: How often in all.
        last: The latest.
    """

    dates: tuple[int, ...]
    count: int
    last: int


@dataclass(frozen=True, eq=False)
class Joined:
    """Activities beside the leads they are of.

    Attributes:
        log: The leads with what was tried for them.
        leads: How many of them some file knows of.
        unknown: Identities in the files that are no lead's, so far.
    """

    log: LeadLog
    leads: int
    unknown: int


def attempts_of(dates: Iterable[int]) -> Attempts:
    """What was tried, from when."""
    ordered = sorted(dates)
    return Attempts(tuple(ordered[:MOST_DATES]), len(ordered), ordered[-1])


def activity_log(found: Mapping[str, Attempts]) -> LeadLog:
    """Attempts by identity as a log of their own: the columns that activities bring, and no others."""
    return LeadLog(list(found), _columns(list(found.values())))


def joined(log: LeadLog, files: Sequence[LeadLog]) -> Joined:
    """The leads with what several files of activities tell of them.

    Args:
        log: The leads.
        files: Logs of activities, as `activity_log` makes them.
    """
    places = _Places(log)
    told: dict[int, list[list[Attempts]]] = defaultdict(list)
    unknown: set[str] = set()
    for file in files:
        by_lead: dict[int, list[Attempts]] = defaultdict(list)
        for identity, tried in zip(file.identities, _attempts(file), strict=True):
            parts = places.parts(identity, tried)
            if not parts:
                unknown.add(identity)
            for row, part in parts:
                by_lead[row].append(part)
        for row, several in by_lead.items():
            told[row].append(several)
    if not told:
        return Joined(log, 0, len(unknown))
    rows = np.array(sorted(told), np.int64)
    fresh = _columns([_united([_added(one) for one in told[row]]) for row in rows.tolist()])
    columns: dict[str, Column] = dict(log.columns)
    for name, column in fresh.items():
        old = columns.get(name) or empty_column(column, len(log))
        values = old.values.astype(np.int64, copy=True)
        values[rows] = column.values
        columns[name] = type(column)(values)
    return Joined(LeadLog(log.identities, columns), len(told), len(unknown))


def _columns(tried: Sequence[Attempts]) -> dict[str, Stamps | Amounts]:
    most = max((len(one.dates) for one in tried), default=0)
    columns: dict[str, Stamps | Amounts] = {
        FIRST: Stamps(np.array([one.dates[0] if one.dates else EMPTY for one in tried], np.int64)),
        COUNT: Amounts(np.array([one.count * SCALE for one in tried], np.int64)),
        LAST: Stamps(np.array([one.last for one in tried], np.int64)),
    }
    for number in range(most):
        dates = [one.dates[number] if number < len(one.dates) else EMPTY for one in tried]
        columns[attempt_field(number + 1)] = Stamps(np.array(dates, np.int64))
    return columns


def _attempts(file: LeadLog) -> list[Attempts]:
    dates: list[Ints] = []
    while len(dates) < MOST_DATES and file.has(attempt_field(len(dates) + 1)):
        dates.append(file.stamps(attempt_field(len(dates) + 1)))
    table = np.array(dates, np.int64).T.tolist() if dates else [[] for _ in range(len(file))]
    counts, lasts = file.amounts(COUNT).tolist(), file.stamps(LAST).tolist()
    return [
        Attempts(tuple(one for one in row if one > UNREADABLE), count // SCALE, last)
        for row, count, last in zip(table, counts, lasts, strict=True)
    ]


def _added(parts: Sequence[Attempts]) -> Attempts:
    """What one file tells of a lead under several identities."""
    if len(parts) == 1:
        return parts[0]
    dates = sorted(date for part in parts for date in part.dates)[:MOST_DATES]
    return Attempts(tuple(dates), sum(part.count for part in parts), max(part.last for part in parts))


def _united(files: Sequence[Attempts]) -> Attempts:
    """What several files tell of a lead: each attempt as often as the file that has it most often."""
    if len(files) == 1:
        return files[0]
    most: Counter[int] = Counter()
    for one in files:
        most |= Counter(one.dates)
    dates = sorted(most.elements())
    count = max(len(dates), *(one.count for one in files))
    return Attempts(tuple(dates[:MOST_DATES]), count, max(one.last for one in files))


class _Places:
    """Finds the lead that an activity names, by its id, its shorter id, or an address.

    Args:
        log: The leads.
    """

    def __init__(self, log: LeadLog) -> None:
        self._rows = log.places
        self._short = {
            identity[: 3 + _SHORT_ID]: row for identity, row in self._rows.items()
            if identity.startswith("id:") and len(identity) == 3 + _LONG_ID
        }  # fmt: skip
        created = log.stamps("created_at").tolist()
        held: dict[str, list[tuple[int, int]]] = defaultdict(list)
        emails = log.words("email")
        spelled = [_address(word) for word in emails.words]
        for row, (code, identity) in enumerate(zip(emails.values.tolist(), log.identities, strict=True)):
            address = spelled[code] if code >= 0 else ""
            if not address and identity.startswith(("email:", "email+day:")):
                address = identity.partition(":")[2].split(" ")[0]
            if address:
                held[address].append((created[row], row))
        self._mails = {address: sorted(rows) for address, rows in held.items()}

    def parts(self, identity: str, tried: Attempts) -> list[tuple[int, Attempts]]:
        """The leads that attempts are of, with the attempts of each; several where one address stands with several."""
        row = self._rows.get(identity)
        if row is None and identity.startswith("id:"):
            row = self._short.get(identity, self._rows.get(identity[: 3 + _SHORT_ID]))
        if row is not None:
            return [(row, tried)]
        leads = self._mails.get(identity.removeprefix("email:"), [])
        if len(leads) < 2:
            return [(one, tried) for _, one in leads]
        return self._by_time(leads, tried)

    def _by_time(self, leads: list[tuple[int, int]], tried: Attempts) -> list[tuple[int, Attempts]]:
        """Each attempt belongs to the newest lead there was by then, else to the first."""
        starts = [start for start, _ in leads]
        dates: dict[int, list[int]] = defaultdict(list)
        for date in tried.dates:
            dates[max(0, bisect_right(starts, date) - 1)].append(date)
        beyond = tried.count - len(tried.dates)
        found = []
        for place, own in dates.items():
            made = attempts_of(own)
            if place == max(dates) and beyond:
                made = Attempts(made.dates, made.count + beyond, tried.last)
            found.append((leads[place][1], made))
        return found


def _address(text: str) -> str:
    found = _ADDRESS.search(text)
    return found[0].casefold() if found else text.casefold()
