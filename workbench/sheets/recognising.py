"""Recognising leads that a log knows already, where one e-mail address stands for several of them.

A file alone cannot tell which of them an earlier export called by the plain address; the log can. Must not know files,
cells or where logs are kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from workbench.sheets.column.zones import DAY, to_wall
from workbench.tracking.leads import UNREADABLE, LeadLog

PLAIN, DATED = "email:", "email+day:"


def recognised(leads: LeadLog, known: LeadLog, zone: str) -> LeadLog:
    """The leads of a file under the identities by which a log knows them.

    A lead of an address that comes several times, in the file or in the log, is recognised by its created day. One
    whose day the log does not know is a new lead; the earliest of those takes the plain address if it is free.

    Args:
        leads: Of one file.
        known: The log the file is to be folded into.
        zone: The agreement's: its days count.
    """
    several = {_address(name) for log in (leads, known) for name in log.identities if name.startswith(DATED)}
    if not several:
        return leads
    ours, theirs = _by_address(leads, several), _by_address(known, several)
    names = list(leads.identities)
    our_days, known_days = _days(leads, ours, zone), _days(known, theirs, zone)
    for address, rows in ours.items():
        plain = [row for row in theirs.get(address, ()) if known.identities[row].startswith(PLAIN)]
        dated = {known.identities[row] for row in theirs.get(address, ()) if row not in plain}
        holds = {known_days[row] for row in plain}
        for row, name in zip(rows, _named(address, [our_days[row] for row in rows], dated, holds), strict=True):
            names[row] = name
    return LeadLog(names, leads.columns)


def _named(address: str, days: Sequence[str], dated: set[str], holds: set[str]) -> list[str]:
    """The identities of one address's leads in a file, each with a day of its own and at most one without.

    Args:
        address: The address.
        days: Created days of the leads, empty for none.
        dated: Identities with a day that the log has.
        holds: The day of the lead that the log has under the plain address, empty for one without; or nothing.
    """
    names = [f"{DATED}{address} {day}" if day else PLAIN + address for day in days]
    if "" in days:
        return names
    fresh = [place for place, name in enumerate(names) if name not in dated]
    chosen = [place for place in fresh if days[place] in holds]
    if not chosen and (not holds or holds == {""}):
        chosen = sorted(fresh, key=lambda place: days[place])
    for place in chosen[:1]:
        names[place] = PLAIN + address
    return names


def _address(name: str) -> str:
    return name.removeprefix(PLAIN) if name.startswith(PLAIN) else name.removeprefix(DATED).rpartition(" ")[0]


def _by_address(log: LeadLog, wanted: set[str]) -> dict[str, list[int]]:
    """The rows of some addresses."""
    found: dict[str, list[int]] = defaultdict(list)
    for row, name in enumerate(log.identities):
        if name.startswith((PLAIN, DATED)) and (address := _address(name)) in wanted:
            found[address].append(row)
    return found


def _days(log: LeadLog, rows: Mapping[str, Sequence[int]], zone: str) -> dict[int, str]:
    """The created day of some rows as ISO text: what the identity says, else the date; empty for none."""
    places = [row for found in rows.values() for row in found]
    created = log.stamps("created_at")[places] if places else np.zeros(0, np.int64)
    there = created > UNREADABLE
    walls = to_wall(np.where(there, created, 0), zone) // DAY
    written = walls.astype("datetime64[D]").astype(str).tolist()
    days = {row: day if is_there else "" for row, day, is_there in zip(places, written, there.tolist(), strict=True)}
    for row in places:
        if log.identities[row].startswith(DATED):
            days[row] = log.identities[row].rpartition(" ")[2]
    return days
