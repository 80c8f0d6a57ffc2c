"""What a report calls itself and its moments. Must not know what is reported."""

from __future__ import annotations

import datetime as dt

from workbench.base.language import N_
from workbench.fields.moments import show_day
from workbench.fields.value import Shown
from workbench.tracking.as_of import AsOf
from workbench.tracking.zone_days import zone_named

KICKER = {
    "week": N_("Weekly review"),
    "month": N_("Monthly review"),
    "quarter": N_("Quarterly review"),
    "year": N_("Yearly review"),
}


def moment_words(as_of: dt.date | dt.datetime, zone: str, shown: Shown) -> str:
    """`2 April 2027, 18:00 Europe/Berlin`, or `end of 2 April 2027`."""
    if isinstance(as_of, dt.datetime):
        place = zone_named(zone)
        told = dt.datetime.fromtimestamp(AsOf.at(as_of, place).last, place)
        return f"{show_day(told.date(), shown)}, {told:%H:%M} {zone}"
    return shown.language.text(N_("end of {day}")).format(day=show_day(as_of, shown))
