"""Short hands for hand-worked cases: leads from plain rows, a calendar, a review. Monday to Friday, 09:00 to 18:00."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from tests.support.columns import amounts_column, stamps_column, words_column
from workbench.agreement.commitment import Commitment, LeadClock
from workbench.agreement.lead_fields import FIELD
from workbench.fields.value import Duration
from workbench.tracking.actuals import Actuals
from workbench.tracking.calendar_spec import CalendarSpec, Opening
from workbench.tracking.leads import Column, LeadLog
from workbench.tracking.periods import Period
from workbench.tracking.result import Result
from workbench.tracking.review import InForce, Review
from workbench.tracking.scorecard import scorecard

BERLIN = ZoneInfo("Europe/Berlin")
SALES = CalendarSpec("Sales", "Europe/Berlin", tuple(Opening(day, dt.time(9), dt.time(18)) for day in range(5)))


def instant(text: str) -> int:
    """Seconds since 1970 of a wall time in Berlin, as in `2026-11-06 17:55`."""
    return int(dt.datetime.fromisoformat(text).replace(tzinfo=BERLIN).timestamp())


def log(*rows: dict[str, Any], fields: tuple[str, ...] = ()) -> LeadLog:
    """A lead log; instants are written as wall times in Berlin. Fields named nowhere are absent."""
    columns: dict[str, Column] = {}
    for field in dict.fromkeys((*fields, *(field for row in rows for field in row))):
        cells = [row.get(field) for row in rows]
        kind = FIELD[field].kind if field in FIELD else "instant" if field.endswith("_at") else "text"
        if kind == "instant":
            columns[field] = stamps_column(None if cell is None else instant(cell) for cell in cells)
        elif kind == "text":
            columns[field] = words_column(cells)
        else:
            columns[field] = amounts_column(None if cell is None else Decimal(cell) for cell in cells)
    return LeadLog([f"id:{row.get('lead_id') or number}" for number, row in enumerate(rows, 1)], columns)


def review(leads: LeadLog, as_of: str, *asked: str, **changes: Any) -> Review:
    """A review as of a wall time in Berlin, or of a day's end."""
    moment: dt.date | dt.datetime = (
        dt.date.fromisoformat(as_of) if len(as_of) == 10 else dt.datetime.fromisoformat(as_of)
    )
    given: dict[str, Any] = {
        "actuals": Actuals(leads),
        "as_of": moment,
        "zone": "Europe/Berlin",
        "calendars": {"sales": SALES},
        "in_force": InForce(),
        "asked": tuple(map(Period.parse, asked)) or None,
    }
    return Review(**given | changes)


RESPONSE = Commitment(
    id="follow_up.tiers[a].target",
    label="S-1",
    kind="response",
    name="",
    by="sales",
    to="marketing",
    measure="share_of_leads",
    operator=">=",
    target=Decimal("0.9"),
    unit="share",
    period="month",
    path="follow_up.tiers[a].target",
    anchor="handed_over_at",
    clock=LeadClock("handed_over_at", ("first_touch_at",), Duration(2, "hours")),
    minimum_sample=1,
    needs=("handed_over_at", "first_touch_at"),
)
VOLUME = dataclasses.replace(
    RESPONSE,
    id="volumes.volume_targets[a].amount",
    label="M-1",
    kind="volume",
    by="marketing",
    target=Decimal(20),
    unit="leads",
    anchor="qualified_at",
    clock=None,
    needs=("qualified_at",),
)


def made(base: Commitment, **changes: Any) -> Commitment:
    """A commitment with some attributes changed."""
    return dataclasses.replace(base, **changes)


def clock(start: str, stops: tuple[str, ...], within: Duration, **more: Any) -> LeadClock:
    """A clock."""
    return LeadClock(start, stops, within, **more)


def only(commitment: Commitment, given: Review) -> Result:
    """The one line of a commitment in a review of one period."""
    (line,) = scorecard([commitment], given).results
    return line


def figures(line: Result, *names: str) -> tuple[Any, ...]:
    """Some attributes of a line, to be compared at once."""
    return tuple(getattr(line, name) for name in names)
