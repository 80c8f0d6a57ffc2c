"""Moments that count, written in full: `20 Nov 2026, 14:02`. Must not know what they are of."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from workbench.base.language import Language
from workbench.ui.views.dates import full_day


def zone_of(name: str) -> dt.tzinfo:
    """The wall clock of an agreement; UTC where it names none."""
    return ZoneInfo(name or "UTC")


def stamp(moment: dt.datetime, zone: dt.tzinfo, language: Language) -> str:
    """A moment on a wall clock, day and time: `20 Nov 2026, 14:02`."""
    there = moment.astimezone(zone)
    return f"{full_day(there.date(), language)}, {there:%H:%M}"
