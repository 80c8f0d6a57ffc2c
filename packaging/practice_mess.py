"""What exports of real companies have and stories do not: hours on the edge, dates that cannot be, words out of order.

Every case is one that semantics sections 2 to 4 decide. Standard library only.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from practice_story import AS_OF, DAY, LONDON, MINUTE, Lead, at

HOUR = 60 * MINUTE
Wanted = Callable[[Lead], Any]


def edges() -> list[Lead]:
    """Leads whose clocks run over closing times, weekends, holidays, outages and the night the clocks change."""
    a, b, uk = ("A", "Demo request", "DE"), ("B", "Webinar", "AT"), ("UK", "Call back", "UK")
    cases = [
        (a, at(1, 1, 1, 30, 5), at(1, 5, 8, 59)),  # New Year's night; the next days are holiday, closed, weekend
        (a, at(1, 9, 15, 45), at(1, 12, 8, 45)),  # 15 minutes before Friday's close: met on the very second
        (a, at(1, 9, 15, 45), at(1, 12, 8, 45, 1)),  # and late by one second
        (a, at(1, 14, 11, 50), at(1, 14, 13, 5)),  # over lunch
        (a, at(2, 18, 9, 50), at(2, 18, 15, 19)),  # the outage stops the clock for five hours
        (a, at(2, 18, 9, 50, 30), at(2, 18, 15, 21)),
        (a, at(3, 11, 17, 30), at(3, 12, 8, 59)),  # handed over at closing time: starts at the next opening
        (a, at(3, 27, 15, 50), at(3, 30, 8, 50)),  # the weekend on which the clocks change
        (a, at(3, 28, 23, 15), at(3, 30, 9, 1)),
        (b, at(3, 27, 15, 10), at(3, 30, 11, 35)),
        (b, at(4, 2, 11, 30), at(4, 7, 12, 55)),  # half day, Good Friday, Easter Monday
        (b, at(4, 25, 12, 50), at(4, 27, 13, 5)),  # the Saturday that was worked
        (b, at(5, 13, 17, 0), at(5, 18, 12, 44)),  # Ascension and the day after
        (a, at(5, 20, 11, 55), at(5, 21, 9, 54)),  # the second outage, over night
        (uk, at(3, 27, 18, 30, 10), at(3, 30, 17, 59)),  # London's Friday evening: Monday's closing, 17:00 there
        (uk, at(3, 27, 18, 30, 20), at(3, 30, 18, 1)),
        (uk, at(5, 1, 11, 0, 7), at(5, 5, 17, 50)),  # a holiday in Leipzig, not in London; the bank holiday after
        (a, at(6, 10, 16, 40), None),  # still within its half hour when the export was made
        (a, at(6, 10, 9, 15), None),
    ]
    return [_edge(*case) for case in cases]


def _edge(kind: tuple[str, str, str], handed: dt.datetime, touch: dt.datetime | None) -> Lead:
    tier, source, country = kind
    facts = {
        "first": "Edda", "last_name": f"Randow {handed:%d%m}", "email": f"edda.{handed:%m%d%H%M%S}@randow.example",
        "company": "Randow Aufzugsdienst", "employees": 120, "country": country, "job": "Planner", "source": source,
        "segment": "Plan", "region": "UK" if country == "UK" else "South" if country == "AT" else "East",
        "vehicles": 40, "owner": "Oskar Hanke",
    }  # fmt: skip
    if touch == at(1, 12, 8, 45, 1):
        facts["email"] = "second.0109@randow.example"
    times: dict[str, Any] = {"created": handed - 9 * MINUTE, "qualified": handed - MINUTE, "handed": handed}
    lead = Lead(facts, tier=tier, times=times)
    lead.desk = LONDON if tier == "UK" else lead.desk
    lead.cells["Lead owner"] = "Oskar Hanke "
    if touch:
        lead.attempts = 5
        lead.times |= {"touch": touch, "last": touch + 3 * HOUR, "accepted": touch + HOUR}
    return lead


def spoil(leads: list[Lead]) -> None:
    """Make cases of leads here and there; deterministic, spread over the months."""

    def some(count: int, wanted: Wanted) -> list[Lead]:
        fitting = [lead for lead in leads if not lead.cells and wanted(lead)]
        step = len(fitting) / count
        return [fitting[int(step * number + step / 2)] for number in range(count)]

    _exclude(some)
    _disorder(some)
    _dates_without_time(some)
    _unreadable(some)
    _untidy(leads, some)


Some = Callable[[int, Wanted], list[Lead]]


def _exclude(some: Some) -> None:
    for word, count in (("Test record", 8), ("Spam", 9), ("duplicate", 7)):
        for lead in some(count, lambda one: one.when("handed")):
            lead.cells["Excluded"] = word
            if word == "Test record":
                lead.cells["Company"] = "Brackwald Software"


def _disorder(some: Some) -> None:
    """Events before the one they follow, and both decisions."""
    for lead in some(6, lambda one: one.tier in {"A", "B"} and one.when("touch")):
        _shift(lead, "touch", lead.times["handed"] - 20 * MINUTE)
    for lead in some(3, lambda one: one.when("accepted")):
        _shift(lead, "accepted", lead.times["handed"] - 2 * HOUR)
    for lead in some(3, lambda one: one.when("rejected")):
        _shift(lead, "rejected", lead.times["handed"] - 2 * HOUR)
    for lead in some(2, lambda one: one.when("recycled")):
        _shift(lead, "recycled", lead.times["rejected"].date() - 3 * DAY)
    for lead in some(4, lambda one: one.when("handed")):
        _shift(lead, "qualified", lead.times["handed"] + 30 * MINUTE)
    for lead in some(2, lambda one: one.when("sql")):
        _shift(lead, "sql", lead.times["accepted"].date() - 5 * DAY)
    for lead in some(2, lambda one: one.when("won")):
        _shift(lead, "won", lead.times["opportunity"] - 2 * DAY)
    for lead in some(4, lambda one: one.when("accepted") and not one.when("sql")):
        _shift(lead, "rejected", min(lead.times["accepted"] + 26 * HOUR, AS_OF - HOUR))
        lead.reason = "No budget"
    for lead in some(4, lambda one: one.when("rejected")):
        _shift(lead, "accepted", min(lead.times["rejected"] + 30 * HOUR, AS_OF - HOUR))


def _shift(lead: Lead, name: str, moment: Any) -> None:
    lead.times[name] = moment
    lead.cells["Campaign"] = lead.facts.get("campaign", "") or "Old list"


def _dates_without_time(some: Some) -> None:
    """Moments of which only the day was written down."""
    for lead in some(14, lambda one: one.facts["source"] == "Trade fair" and one.when("handed")):
        lead.cells["Campaign"] = "Fair 2026, paper list"
        lead.times["qualified"] = lead.times["qualified"].date()
        lead.times["handed"] = max(lead.times["handed"].date(), lead.times["qualified"])
    for name, count in (("touch", 18), ("accepted", 10), ("qualified", 6), ("last", 6), ("rejected", 4), ("handed", 4)):
        for lead in some(count, lambda one, name=name: one.when(name) and not one.when("sql")):  # type: ignore[misc]
            lead.cells["Campaign"] = lead.facts.get("campaign") or "Phone list"
            lead.times[name] = lead.times[name].date() if name in lead.times else None


def _unreadable(some: Some) -> None:
    """Values nobody can read, and dates that cannot have been."""
    cases: tuple[tuple[str, str, Any], ...] = (
        ("touch", "First touch", "soon"),
        ("touch", "First touch", "31.02.2026 10:15"),
        ("touch", "First touch", "2026-13-12 09:00:00"),
        ("touch", "First touch", "2026-12-03 09:30:00"),
        ("accepted", "Accepted", "see note"),
        ("accepted", "Accepted", "yes"),
        ("rejected", "Rejected", "30.02.2026 11:00"),
        ("handed", "Handed over", "#REF!"),
        ("qualified", "Qualified", "#N/A"),
        ("qualified", "Qualified", at(11, 2, 14)),
        ("last", "Last attempt", "yesterday"),
        ("last", "Last attempt", at(12, 4, 9, 30)),
        ("last", "Attempts", "three"),
        ("recycled", "Recycled", "next week"),
        ("won", "Won date", dt.date(2026, 9, 1)),
        ("sql", "SQL date", "?"),
        ("handed", "Employees", "ca. 200"),
        ("handed", "Employees", "some"),
        ("handed", "Employees", "#VALUE!"),
        ("opportunity", "Deal value", "-4.500,00 €"),
        ("opportunity", "Deal value", "to be fixed"),
        ("opportunity", "Deal value", "tbd"),
    )
    for name, header, value in cases:
        some(1, lambda one, name=name: one.when(name) and one.when("handed"))[0].cells[header] = value  # type: ignore[misc]


def _untidy(leads: list[Lead], some: Some) -> None:
    """Cases, blanks, placeholders and missing names."""
    for number, lead in enumerate(leads):
        tier, source = lead.tier, lead.facts["source"]
        if number % 11 == 3:
            lead.cells.setdefault("Tier", tier.lower() + " ")
        if number % 13 == 5:
            lead.cells.setdefault("Lead source", [source.upper(), f" {source}  ", source.lower()][number % 3])
        if number % 97 == 50 and tier == "UK":
            lead.cells["Tier"] = "gb"
        if number % 61 == 7:
            lead.cells["Sales region"] = ["-", "n/a", ""][number % 3]
        if number % 151 == 30:
            lead.cells["Tier"] = "tbd"
    for lead in some(3, lambda one: one.when("handed")):
        lead.cells |= {"First name": "", "Last name": "n/a"}
    for lead in some(3, lambda one: one.when("handed")):
        lead.cells["E-mail"] = "none"
