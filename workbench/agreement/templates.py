"""Templates: agreements to start from, with realistic wording and numbers, their dates moved to where you start.

Must not know how an agreement is stored.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from workbench.agreement.model import Agreement, read_agreement
from workbench.agreement.sections.follow_up import WEEKDAYS, Holiday, SpecialDay
from workbench.agreement.sections.governance import Meeting
from workbench.agreement.sections.volumes import PeriodAmount
from workbench.base.errors import NotFoundError
from workbench.base.places import resource

EMPTY = "empty"


@dataclass(frozen=True)
class Template:
    """One template.

    Attributes:
        id: For the command line.
        name: For people.
        summary: One or two sentences: whom it is for.
        agreement: The content, with the dates it was written with.
    """

    id: str
    name: str
    summary: str
    agreement: Agreement


@lru_cache(maxsize=1)
def templates() -> tuple[Template, ...]:
    """Every template, the most useful first; they are shipped, so they are read once."""
    loaded = [json.loads(path.read_text("utf-8")) for path in sorted(resource("templates").glob("*.json"))]
    return tuple(_made(raw) for raw in sorted(loaded, key=lambda raw: raw["order"]))


def _made(raw: dict[str, Any]) -> Template:
    content = read_agreement(json.dumps(raw["agreement"]).encode(), f"The template {raw['id']}")
    return Template(raw["id"], raw["name"], raw["summary"], content)


def template(wanted: str) -> Template:
    """The template with an id.

    Raises:
        NotFoundError: There is none.
    """
    known = templates()
    for one in known:
        if one.id == wanted:
            return one
    raise NotFoundError(
        f"There is no template “{wanted[:100]}”.", f"The templates are {', '.join(one.id for one in known)}."
    )


def first_of_next_month(day: dt.date) -> dt.date:
    """The day a new agreement usually begins."""
    return add_months(day.replace(day=1), 1)


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day so many months later; the month's last day where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = (dt.date(year + (month == 11), (month + 1) % 12 + 1, 1) - dt.timedelta(days=1)).day
    return dt.date(year, month + 1, min(day.day, last))


def started_on(agreement: Agreement, day: dt.date) -> Agreement:
    """The agreement with its dates moved so that it begins in the month of a day.

    Dates move by whole months, and the end of a month to the end of a month. Days off, special days and single periods
    belong to the season, so they move by whole years into the agreement's first twelve months; the first date of a
    meeting goes on to the meeting's weekday, and the review date with the meeting that it is the first date of.
    """
    begins = agreement.teams.effective_from
    if begins is None:
        return agreement
    months = (day.year - begins.year) * 12 + day.month - begins.month
    moved: Agreement = _moved(agreement, months, add_months(begins, months).replace(day=1))
    first: dict[dt.date | None, dt.date | None] = {
        old.first: new.first
        for old, new in zip(agreement.governance.meetings, moved.governance.meetings, strict=True)
        if old.first is not None
    }
    review = first.get(agreement.teams.review_date, moved.teams.review_date)
    return dataclasses.replace(moved, teams=dataclasses.replace(moved.teams, review_date=review))


def _as_late(day: dt.date, months: int) -> dt.date:
    """The same day so many months later; the end of a month stays one."""
    moved = add_months(day, months)
    ends = (day + dt.timedelta(days=1)).day == 1
    return add_months(moved.replace(day=1), 1) - dt.timedelta(days=1) if ends else moved


SEASONAL = (Holiday, SpecialDay, PeriodAmount)
"""Rows whose date belongs to the season and not to the agreement's age."""


def _moved(node: Any, months: int, start: dt.date) -> Any:
    if isinstance(node, dt.datetime):
        return dt.datetime.combine(_as_late(node.date(), months), node.time())
    if isinstance(node, dt.date):
        return _as_late(node, months)
    if isinstance(node, tuple):
        return tuple(_moved(one, months, start) for one in node)
    if isinstance(node, SEASONAL):
        return _in_season(node, start)
    if not dataclasses.is_dataclass(node) or isinstance(node, type):
        return node
    changes = {f.name: _moved(getattr(node, f.name), months, start) for f in dataclasses.fields(node)}
    if isinstance(node, Meeting) and node.first is not None:
        changes["first"] = _on_weekday(changes["first"], node.weekday)
    return dataclasses.replace(node, **changes)


def _in_season(row: Holiday | SpecialDay | PeriodAmount, start: dt.date) -> Any:
    """The row with its date in the twelve months from the start."""
    if isinstance(row, PeriodAmount):
        quarter = re.fullmatch(r"(\d{4})-Q([1-4])", row.period)
        if quarter:
            begins = _from(dt.date(int(quarter[1]), int(quarter[2]) * 3 - 2, 1), _quarter(start))
            return dataclasses.replace(row, period=f"{begins.year}-Q{(begins.month + 2) // 3}")
        found = re.fullmatch(r"(\d{4})-(\d{2})", row.period)
        if not found:
            return row
        month = _from(dt.date(int(found[1]), int(found[2]), 1), start)
        return dataclasses.replace(row, period=month.strftime("%Y-%m"))
    return row if row.on is None else dataclasses.replace(row, on=_from(row.on, start))


def _quarter(day: dt.date) -> dt.date:
    """The first day of a day's quarter."""
    return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)


def _from(day: dt.date, start: dt.date) -> dt.date:
    """The same day of the year, not before the start and less than a year after it."""
    years = start.year - day.year + ((day.month, day.day) < (start.month, start.day))
    return add_months(day, 12 * years)


def _on_weekday(day: dt.date, weekday: str) -> dt.date:
    """The first such weekday from a day on; a working day where none is named."""
    names = [option.value for option in WEEKDAYS]
    while names[day.weekday()] != weekday if weekday else day.weekday() > 4:
        day += dt.timedelta(days=1)
    return day
