"""What in the library needs somebody, gravest first: who, what, and the one thing to do. Must not know widgets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from workbench.base.language import N_, Language
from workbench.ui.listing import Line
from workbench.ui.views.dates import near_day, short_day, weekday
from workbench.ui.views.library.shelves import STALE_DAYS, day_of, days_old, missed, name_of

SOON = dt.timedelta(days=6)
"""Days this near are called by their weekday alone."""


class Thing(NamedTuple):
    """Something that needs somebody.

    Attributes:
        agreement: Id of the agreement it is about.
        icon: Of its card.
        tone: Of the icon.
        who: What the agreement is called.
        what: What is the matter, in a few words.
        verb: What to do about it.
        place: Where that is done.
    """

    agreement: str
    icon: str
    tone: str
    who: str
    what: str
    verb: str
    place: str


def things(lines: Sequence[Line], today: dt.date, language: Language) -> tuple[Thing, ...]:
    """What needs somebody: damage, reviews due, missed promises, signatures outstanding, old data; one a line."""
    found: list[Thing] = []
    for make in (_damaged, _review, _missed, _signatures, _stale):
        known = {thing.agreement for thing in found}
        for line in lines:
            thing = make(line, today, language) if line.id not in known else None
            if thing is not None:
                found.append(thing)
    return tuple(found)


def _damaged(line: Line, today: dt.date, language: Language) -> Thing | None:
    del today
    if line.listed is not None or not line.trouble:
        return None
    verb = language.text(N_("See which"))
    return Thing(line.id, "octagon-alert", "bad", name_of(line), line.trouble, verb, "history")


def _review(line: Line, today: dt.date, language: Language) -> Thing | None:
    if line.listed is None or line.listed.standing != "review_due" or line.listed.review is None:
        return None
    day = line.listed.review
    if day == today:
        what = language.text(N_("Review due today"))
    else:
        said = weekday(day, language) if day - today <= SOON else near_day(day, language)
        what = language.text(N_("Review due {day}")).format(day=said)
    verb = language.text(N_("Prepare review"))
    return Thing(line.id, "calendar-clock", "warn", name_of(line), what, verb, "track")


def _missed(line: Line, today: dt.date, language: Language) -> Thing | None:
    if line.health is None or line.listed is None or line.listed.standing == "expired" or not missed(line):
        return None
    every = sum(len(statuses) for _, statuses in line.health.sides)
    what = language.text(N_("{n} of {all} missed by {day}")).format(
        n=missed(line), all=every, day=short_day(line.health.as_of, today, language)
    )
    return Thing(line.id, "triangle-alert", "bad", name_of(line), what, language.text(N_("See why")), "track")


def _signatures(line: Line, today: dt.date, language: Language) -> Thing | None:
    del today
    if line.listed is None or line.listed.standing != "for_signature" or not line.listed.missing_signatures:
        return None
    count = len(line.listed.missing_signatures)
    what = language.count(N_("{n} signature missing"), N_("{n} signatures missing"), count).format(n=count)
    return Thing(line.id, "signature", "idle", name_of(line), what, language.text(N_("Go to signing")), "sign")


def _stale(line: Line, today: dt.date, language: Language) -> Thing | None:
    if line.listed is None or line.listed.standing not in {"in_force", "review_due"}:
        return None
    old = days_old(line, today)
    if line.listed.data_until is None:
        what = language.text(N_("In force, no data yet"))
    elif old > STALE_DAYS:
        until = short_day(day_of(line.listed.data_until), today, language)
        what = language.text(N_("Data until {day}, {n} days old")).format(day=until, n=old)
    else:
        return None
    return Thing(line.id, "clock-alert", "warn", name_of(line), what, language.text(N_("Import data")), "track")
