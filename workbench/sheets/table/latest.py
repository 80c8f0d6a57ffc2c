"""The as-of instant of a file and the dates it makes impossible. Child process only.

A file cannot know what happened after it was made. Must not know cells or identities.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from workbench.sheets.column.date_order import Decision
from workbench.sheets.column.zones import DAY, to_utc, to_wall
from workbench.sheets.dictionary import Dictionary
from workbench.sheets.mapping import DateOrder
from workbench.sheets.said import Said, said
from workbench.sheets.table.as_of import AsOf, AsOfSource, as_of_in_lines, as_of_in_name, given_as_of
from workbench.sheets.table.layout import Layout
from workbench.tracking.leads import UNREADABLE

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

_MINUTE = 60
_NEVER = 2**62
_FEW, _SMALL_SHARE = 3, 0.01
"""So many rows later than a date in the file's name are typing slips; more say that the name means something else."""


@dataclass(frozen=True)
class Until:
    """The instant up to which a file speaks.

    Attributes:
        instant: UTC seconds; for a day without time the end of that day.
        day: ISO day where it is a day without time, else empty.
        source: Where it was found; `none` where the file has no date at all.
        last: The last UTC second that is possible.
    """

    instant: int
    day: str
    source: AsOfSource
    last: int


def stated_as_of(
    layout: Layout, file: str, given: str, decisions: Mapping[str, Decision], words: Dictionary
) -> AsOf | None:
    """What was given or what the file states, in this order: given, a line, the file name.

    A tracker has a line with the day that was last typed in it, and a property with the one it was written of.
    """
    if given:
        return given_as_of(given)
    if layout.own is not None and layout.own.as_of:
        return as_of_in_lines(layout.outside, None, words) or given_as_of(layout.own.as_of, "property")
    orders = {one.order for one in decisions.values() if one.order is not None and one.why not in {"same", "iso"}}
    order: DateOrder | None = orders.pop() if len(orders) == 1 else "dmy" if layout.language else None
    return as_of_in_lines(layout.outside, order, words) or as_of_in_name(file)


def settle_as_of(
    stated: AsOf | None, stamps: Mapping[str, Ints], kept: Bools, file_zone: str, zone: str, present: int = 0
) -> tuple[Until, list[Said]]:
    """The instant up to which the file speaks.

    Args:
        stated: What was given or found.
        stamps: UTC seconds by field.
        kept: The rows that count.
        file_zone: Zone of times in the file.
        zone: The agreement's.
        present: UTC seconds; the newest date of the file is sought among those not after it, and later ones do not
            speak against the file's name. 0 for no limit.
    """
    horizon = present or _NEVER
    notes: list[Said] = []
    if stated is not None:
        until = _until(stated, file_zone, zone)
        later = _later(stamps, kept, until.last, horizon)
        if stated.source == "name" and later > max(_FEW, _SMALL_SHARE * kept.sum()):
            notes.append(said("as_of_name_ignored", day=stated.written(), count=later))
        else:
            text = {"line": "as_of_line", "name": "as_of_name", "property": "as_of_property"}.get(stated.source)
            notes += [said(text, text=stated.text) if text == "as_of_line" else said(text)] if text else []
            return until, notes
    past = [values[kept & (values <= horizon)] for values in stamps.values()]
    newest = max((int(values.max(initial=UNREADABLE)) for values in past), default=UNREADABLE)
    if newest <= UNREADABLE:
        return Until(0, "", "none", horizon), notes
    wall = int(to_wall(np.array([newest]), zone)[0])
    notes.append(said("as_of_newest"))
    if wall % DAY == 0:
        end = int(to_utc(np.array([wall + DAY]), zone)[0])
        return Until(end, _day(wall), "newest", end - 1), notes
    return Until(newest, "", "newest", newest), notes


def _until(stated: AsOf, file_zone: str, zone: str) -> Until:
    instant = stated.instant(zone if stated.source == "given" else file_zone, zone)
    if stated.day_only:
        return Until(instant, _day(stated.wall), stated.source, instant - 1)
    slack = _MINUTE - 1 if stated.wall % _MINUTE == 0 else 0  # written to the minute, it speaks of the whole minute
    return Until(instant, "", stated.source, instant + slack)


def _day(wall: int) -> str:
    return dt.datetime.fromtimestamp(wall, dt.UTC).date().isoformat()


def _later(stamps: Mapping[str, Ints], kept: Bools, last: int, horizon: int) -> int:
    late = np.zeros(len(kept), np.bool_)
    for values in stamps.values():
        late |= (values > last) & (values <= horizon)
    return int((late & kept).sum())


def refuse_later(stamps: Mapping[str, Ints], last: int, why: Said, reasons: Mapping[str, dict[int, Said]]) -> None:
    """Make every date after an instant unreadable, with its reason."""
    for name, values in stamps.items():
        for place in np.flatnonzero(values > last).tolist():
            values[place] = UNREADABLE
            reasons[name][place] = why
