"""The practice company's export read by hand, with openpyxl: from cells to leads. Nothing of the program.

Knows this one file's headers and ways of writing; what counts as nothing, unreadable or impossible is the contract's.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

BAD = "unreadable"
NOTHING = {"", "-", "n/a", "none", "tbd", "?"}
FIELDS = {
    "Lead ID": "lead_id", "First name": "first", "Last name": "last", "E-mail": "email", "Company": "company",
    "Employees": "company_size", "Country": "country", "Job title": "role", "Lead source": "source", "Tier": "tier",
    "Created": "created_at", "Qualified": "qualified_at", "Handed over": "handed_over_at",
    "First touch": "first_touch_at", "Attempts": "attempts", "Last attempt": "last_attempt_at",
    "Accepted": "accepted_at", "Rejected": "rejected_at", "Reject reason": "reject_reason", "Recycled": "recycled_at",
    "SQL date": "sql_at", "Opportunity date": "opportunity_at", "Won date": "won_at", "Lost date": "lost_at",
    "Excluded": "excluded", "Sales region": "custom:Sales region", "Vehicles": "custom:Vehicles",
}  # fmt: skip


@dataclass(frozen=True)
class Stamp:
    """A moment on the wall clock in Leipzig, or a day without time (then its midnight)."""

    wall: dt.datetime
    day_only: bool


@dataclass
class Export:
    """The leads of the file, one for each identity, and the instant it speaks for."""

    leads: list[dict[str, Any]]
    as_of: dt.datetime
    fields: set[str]
    without_identity: int


def sheet_rows(path: Path) -> list[list[Any]]:
    """The cells of the sheet with the leads, row by row."""
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    try:
        return [list(row) for row in book["CRM export"].iter_rows(values_only=True)]
    finally:
        book.close()


def read_export(path: Path) -> Export:
    """Read the sheet of leads: "of two rows of one identity the later row wins"."""
    rows = sheet_rows(path)
    as_of = next(_as_of(row[0]) for row in rows if isinstance(row[0], str) and row[0].startswith("As of"))
    top = next(place for place, row in enumerate(rows) if row[0] == "Lead ID")
    headers = [str(cell) for cell in rows[top]]
    leads: dict[str, dict[str, Any]] = {}
    nobody = 0
    for row in rows[top + 1 :]:
        filled = [cell for cell in row if cell not in (None, "")]
        if len(filled) < 2 or row[0] in {"Lead ID", "Total"}:
            continue
        lead = _lead(dict(zip(headers, row, strict=True)), as_of)
        if lead["identity"]:
            leads[lead["identity"]] = lead
        else:
            nobody += 1
    fields = {FIELDS[header] for header in headers if header in FIELDS} | {"person"}
    return Export(list(leads.values()), as_of, fields, nobody)


def _as_of(line: str) -> dt.datetime:
    found = dt.datetime.strptime(line, "As of %d.%m.%Y %H:%M")  # noqa: DTZ007  (the zone is said in the next line)
    return found.replace(tzinfo=ZoneInfo("Europe/Berlin")).astimezone(dt.UTC)


def _lead(cells: dict[str, Any], as_of: dt.datetime) -> dict[str, Any]:
    lead: dict[str, Any] = {}
    for header, name in FIELDS.items():
        value = cells[header]
        if isinstance(value, str) and value.strip().casefold() in NOTHING:
            value = None
        if name.endswith("_at"):
            value = _stamp(value, as_of)
        elif name in {"attempts", "company_size"}:
            value = value if value is None or isinstance(value, int) else BAD
        elif isinstance(value, str):
            value = value.strip()
        lead[name] = value
    lead["person"] = " ".join(part for part in (lead["first"], lead["last"]) if part)
    lead["identity"] = f"id:{lead['lead_id']}" if lead["lead_id"] else f"email:{lead['email']}" if lead["email"] else ""
    return lead


def _stamp(value: Any, as_of: dt.datetime) -> Stamp | str | None:
    """A cell or a text as a stamp; "a date after the as-of instant" is impossible and so unreadable."""
    if value is None:
        return None
    wall = value if isinstance(value, dt.datetime) else _written(str(value))
    if wall is None:
        return BAD
    wall = (wall + dt.timedelta(milliseconds=500)).replace(microsecond=0)  # a cell is a fraction of a day
    if wall.replace(tzinfo=ZoneInfo("Europe/Berlin")) > as_of:
        return BAD
    return Stamp(wall, wall.time() == dt.time())


def _written(text: str) -> dt.datetime | None:
    german = re.fullmatch(r"(\d\d)\.(\d\d)\.(\d{4})(?: (\d\d):(\d\d))?", text.strip())
    iso = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d):(\d\d))?", text.strip())
    found = german or iso
    if not found:
        return None
    numbers = [int(part or 0) for part in found.groups()]
    if german:
        numbers[:3] = numbers[2::-1]
    try:
        return dt.datetime(*numbers)  # type: ignore[arg-type]  # noqa: DTZ001  (the wall clock)
    except ValueError:
        return None
