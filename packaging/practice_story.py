"""What happened at the practice company from January to 10 June 2026, as leads with times; invented, always the same.

Brackwald Software exists nowhere; its buyers, people and addresses are made of syllables. Standard library only, so
that nothing of the program can leak into the data its checks are tried on. `make_practice.py` writes it as an export.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, field
from typing import Any

AS_OF = dt.datetime(2026, 6, 10, 17, 0)  # noqa: DTZ001  (everything here is the wall clock in Leipzig)
DAY = dt.timedelta(days=1)
MINUTE = dt.timedelta(minutes=1)


def at(month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> dt.datetime:
    """A moment of 2026 on the wall clock in Leipzig."""
    return dt.datetime(2026, month, day, hour, minute, second)  # noqa: DTZ001  (see above)


class Dice:
    """Chance from one generator's `random()` alone, the only part of `random` that is the same in every Python."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed).random  # noqa: S311  (an invented story, not a secret)

    def chance(self, share: float) -> bool:
        """True for about this share of throws."""
        return self._random() < share

    def between(self, low: float, high: float) -> float:
        """A number from a range."""
        return low + (high - low) * self._random()

    def whole(self, low: int, high: int) -> int:
        """A whole number from low to high, both possible."""
        return low + int(self._random() * (high - low + 1))

    def one(self, choices: Any) -> Any:
        """One of several."""
        return choices[int(self._random() * len(choices))]

    def weighted(self, weights: dict[Any, float]) -> Any:
        """One of several, some more often."""
        left = self._random() * sum(weights.values())
        for choice, weight in weights.items():
            left -= weight
            if left < 0:
                return choice
        return next(iter(weights))


@dataclass(frozen=True)
class Desk:
    """A desk's working hours, on the wall clock in Leipzig."""

    weekdays: dict[int, tuple[tuple[float, float], ...]]
    closed: frozenset[dt.date]
    special: dict[dt.date, tuple[tuple[float, float], ...]] = field(default_factory=dict)

    def hours(self, day: dt.date) -> tuple[tuple[float, float], ...]:
        """Opening hours of a day."""
        if day in self.special:
            return self.special[day]
        return () if day in self.closed else self.weekdays.get(day.weekday(), ())

    def later(self, start: dt.datetime, minutes: float) -> dt.datetime:
        """The moment at which so many working minutes have passed."""
        left, day = dt.timedelta(minutes=minutes), start.date()
        while True:
            midnight = dt.datetime.combine(day, dt.time())
            for opens, closes in self.hours(day):
                begin = max(start, midnight + dt.timedelta(hours=opens))
                end = midnight + dt.timedelta(hours=closes)
                if begin < end and end - begin >= left:
                    return (begin + left).replace(microsecond=0)
                left -= max(end - begin, dt.timedelta())
            day += DAY

    def closing(self, start: dt.datetime, days: int) -> dt.datetime:
        """The last closing of the n-th working day after a moment's own day."""
        day = start.date()
        while days:
            day += DAY
            days -= bool(self.hours(day))
        return dt.datetime.combine(day, dt.time()) + dt.timedelta(hours=self.hours(day)[-1][1])


def _days(*days: tuple[int, int]) -> frozenset[dt.date]:
    return frozenset(dt.date(2026, month, day) for month, day in days)


LONG, FRIDAY = ((8.5, 12), (12.75, 17.5)), ((8.5, 12), (12.75, 16))
LEIPZIG = Desk(
    {0: LONG, 1: LONG, 2: LONG, 3: LONG, 4: FRIDAY},
    _days((1, 1), (1, 2), (4, 3), (4, 6), (5, 1), (5, 14), (5, 15), (5, 25)),
    {dt.date(2026, 4, 2): ((8.5, 12),), dt.date(2026, 4, 25): ((9, 13),)},
)
LONDON = Desk(dict.fromkeys(range(5), ((10, 18),)), _days((1, 1), (4, 3), (4, 6), (5, 4), (5, 25)))


@dataclass(frozen=True)
class Month:
    """How one month went: so many qualified leads, and shares of what was done as promised."""

    number: int
    qualified: int
    inquiries: int
    handed_in_time: float
    touched_in_time: float
    all_attempts: float
    decided_in_time: float
    accepted: float
    reasoned: float
    complete: float
    recycled_in_time: float
    fair: float = 0.02


MONTHS = (
    Month(1, 215, 20, 0.93, 0.80, 0.84, 0.86, 0.74, 0.93, 0.88, 0.78),
    Month(2, 250, 22, 0.88, 0.91, 0.86, 0.91, 0.81, 0.98, 0.94, 0.90),
    Month(3, 239, 21, 0.94, 0.945, 0.88, 0.92, 0.83, 0.99, 0.955, 0.97),
    Month(4, 356, 31, 0.86, 0.76, 0.74, 0.80, 0.76, 0.96, 0.90, 0.84, fair=0.38),
    Month(5, 211, 20, 0.95, 0.945, 0.66, 0.93, 0.80, 0.985, 0.95, 0.92),
    Month(6, 93, 9, 0.93, 0.86, 0.86, 0.90, 0.82, 0.97, 0.93, 0.9),
)

SOURCES = {
    "Demo request": 14, "Price request": 9, "Call back": 5, "Webinar": 18, "Content": 30, "Newsletter": 13,
    "Directory": 6,
}  # fmt: skip
HAND_RAISERS = {"Demo request", "Price request", "Call back"}
COUNTRIES = {"DE": 66, "AT": 13, "CH": 12, "UK": 7}
REGIONS = {
    "DE": {"North": 3, "East": 3, "South": 3, "West": 3},
    "AT": {"South": 1},
    "CH": {"South": 1},
    "UK": {"UK": 1},
}
REASONS = {"Too early": 28, "Wrong contact": 18, "No budget": 16, "Cannot be reached": 14, "Not a buyer": 14,
           "Wrong data": 6, "NO_BUDGET": 2, "no project": 2}  # fmt: skip
OWNERS = {"DE": ("Oskar Hanke", "Lena Brandt", "Tariq Benali"), "AT": ("Lena Brandt",), "CH": ("Tariq Benali",),
          "UK": ("Gwen Ashdown",)}  # fmt: skip
FIRST = (
    "Anna", "Bilal", "Carla", "David", "Elif", "Franz", "Greta", "Hannes", "Irina", "Jakub", "Katrin", "Lukas",
    "Mirjam", "Nils", "Olga", "Piotr", "Ruth", "Stefan", "Tanja", "Uwe", "Vera", "Wim", "Yusuf", "Zoe",
)  # fmt: skip
LAST = (
    "Achterberg", "Bellmann", "Czerny", "Dittrich", "Eggers", "Farkas", "Gerlach", "Hollmann", "Iversen",
    "Jurak", "Kettler", "Loibl", "Mertens", "Novak", "Oertel", "Pohlmann", "Quast", "Rehberg", "Sauter",
    "Tiedemann", "Ulmer", "Vogt", "Wieland", "Zander",
)  # fmt: skip
ROOTS = (
    "Arndsee", "Birkwarte", "Cronfeld", "Dornhaid", "Elmstett", "Falkrode", "Grauwinkel", "Hohenlauf",
    "Iltsgrund", "Jarnau", "Kaltwerder", "Lindgraben", "Merzwald", "Niederquell", "Ottersrain", "Prielhof",
    "Quendau", "Rabenfurt", "Silberlohe", "Trautmoos", "Ulmenkamp", "Vierhufen", "Wendelaue", "Zirkau",
)  # fmt: skip
TRADES = (
    "Aufzugsdienst",
    "Gebäudetechnik",
    "Facility Service",
    "Kältetechnik",
    "Entsorgung",
    "Türsysteme",
    "Hausservice",
)
JOBS = ("Head of dispatch", "Operations manager", "Finance lead", "IT lead", "Managing director", "Planner")
TRACKED = ("created", "qualified", "handed", "touch", "last", "accepted", "rejected", "recycled", "sql", "opportunity",
           "won", "lost")  # fmt: skip


@dataclass
class Lead:
    """One lead: what is known of it, and when what happened; moments without time are dates."""

    facts: dict[str, Any]
    tier: str = ""
    desk: Desk = LEIPZIG
    attempts: int | None = None
    reason: str = ""
    excluded: str = ""
    amount: int = 0
    times: dict[str, Any] = field(default_factory=dict)
    cells: dict[str, Any] = field(default_factory=dict)
    """What stands in the export instead, by header: the mess; a lead has one case of it at most."""

    def when(self, name: str) -> Any:
        """When something happened; nothing if it has not."""
        return self.times.get(name)

    def forget_the_future(self) -> None:
        """Leave out what has not happened by the day of the export."""
        for name in TRACKED:
            moment = self.times.get(name)
            if (
                moment is None
                or (moment if isinstance(moment, dt.datetime) else dt.datetime.combine(moment, dt.time())) > AS_OF
            ):
                self.times.pop(name, None)


def story() -> list[Lead]:
    """Every lead, by the moment it was created."""
    dice = Dice(20260610)
    leads = []
    for month in MONTHS:
        leads += [_qualified(month, dice) for _ in range(month.qualified)]
        leads += [_inquiry(month, dice) for _ in range(month.inquiries)]
    _hand_over_in_a_batch(leads)
    for lead in leads:
        if lead.when("handed"):
            _work(lead, MONTHS[lead.times["handed"].month - 1], dice)
        lead.forget_the_future()
    leads.sort(key=lambda lead: lead.times["created"])
    return leads


def _moment(month: Month, dice: Dice) -> dt.datetime:
    """Some moment of a month before the export: mostly in working hours, some at night, some on days off."""
    end = AS_OF if month.number == AS_OF.month else at(month.number + 1, 1)
    while True:
        day = at(month.number, 1) + DAY * int(dice.between(0, (end - at(month.number, 1)).days + 0.7))
        if not dice.chance(1.0 if LEIPZIG.hours(day.date()) else 0.14):
            continue
        hour = dice.between(8, 18) if dice.chance(0.86) else dice.between(0, 24)
        found = day + dt.timedelta(seconds=int(hour * 3600) | 1)  # never on the hour, so never at midnight
        if found < end - 20 * MINUTE:
            return found


def _facts(country: str, source: str, dice: Dice) -> dict[str, Any]:
    first, last, root, trade = dice.one(FIRST), dice.one(LAST), dice.one(ROOTS), dice.one(TRADES)
    mail = f"{first[0]}.{last}@{root}-{trade.split()[0]}.example".lower().translate(
        str.maketrans({"ä": "ae", "ü": "ue"})
    )
    return {
        "first": first, "last_name": last, "email": mail, "company": f"{root} {trade}",
        "employees": dice.whole(30, 900), "country": country, "job": dice.one(JOBS), "source": source,
        "campaign": {"Webinar": "Webinar dispatch", "Trade fair": "Fair 2026"}.get(source, ""),
        "segment": dice.weighted({"Plan": 3, "Dispatch": 1}), "region": dice.weighted(REGIONS[country]),
        "vehicles": dice.whole(10, 280), "owner": dice.one(OWNERS[country]),
    }  # fmt: skip


def _inquiry(month: Month, dice: Dice) -> Lead:
    """A lead that has not been qualified."""
    return Lead(_facts(dice.weighted(COUNTRIES), dice.weighted(SOURCES), dice), times={"created": _moment(month, dice)})


def _qualified(month: Month, dice: Dice) -> Lead:
    """A lead that was qualified in a month and handed over."""
    source = "Trade fair" if dice.chance(month.fair) else dice.weighted(SOURCES)
    country = dice.weighted(COUNTRIES)
    lead = Lead(_facts(country, source, dice))
    lead.tier = (
        "UK"
        if country == "UK"
        else "A"
        if source in HAND_RAISERS
        else "B"
        if source in {"Webinar", "Trade fair"}
        else "C"
    )
    lead.desk = LONDON if country == "UK" else LEIPZIG
    qualified = _moment(month, dice)
    before = dice.between(2, 50) if source in HAND_RAISERS else dice.between(90, 8000)
    lead.times = {"created": qualified - MINUTE * int(before), "qualified": qualified}
    if not dice.chance(month.complete):
        lead.facts[dice.one(("job", "vehicles", "employees", "vehicles"))] = dice.one(("", "n/a", "-", ""))
    in_time = dice.chance(month.handed_in_time)
    if in_time and dice.chance(0.15):
        handed = qualified + dt.timedelta(seconds=dice.whole(40, 150))  # routed by the CRM, at any hour
    else:
        handed = LEIPZIG.later(qualified, dice.between(3, 40) if in_time else dice.between(50, 520))
    lead.times["handed"] = handed + dt.timedelta(seconds=1) * (handed.time() == dt.time())
    return lead


def _hand_over_in_a_batch(leads: list[Lead]) -> None:
    """Let the leads around April's ceiling of 300 be handed over at one instant, as lists from a fair are."""
    april = sorted(
        (one for one in leads if (moment := one.when("handed")) and moment.month == 4),
        key=lambda one: one.times["handed"],
    )
    moment = april[311].times["handed"]
    for lead in april[294:312]:  # some of the leads before these will be excluded as spam and tests
        lead.times["handed"] = moment


ATTEMPTS = {"A": (5, 8), "B": (4, 10), "C": (3, 10), "UK": (3, 10)}
IN_TIME = {"A": 30, "B": 240}
END_OF_DAY = {"C": 2, "UK": 1}


def _work(lead: Lead, month: Month, dice: Dice) -> None:
    """What sales did with a lead after its hand-over, and what came of it."""
    handed, desk = lead.times["handed"], lead.desk
    if dice.chance(0.03):
        return  # forgotten
    _touch(lead, month, dice)
    decided = (
        desk.later(handed, dice.between(60, 500)) if lead.tier == "A" else desk.later(handed, dice.between(60, 900))
    )
    if not dice.chance(month.decided_in_time):
        decided = desk.later(desk.closing(handed, 2), dice.between(20, 2500))
    decided = max(decided, lead.times["touch"] + MINUTE * dice.whole(4, 90))
    if dice.chance(0.05):
        return
    if dice.chance(month.accepted):
        lead.times["accepted"] = decided
        _sell(lead, decided.date(), dice)
        return
    lead.times["rejected"] = decided
    lead.reason = dice.weighted(REASONS) if dice.chance(month.reasoned) else dice.one(("", "Bad lead", "other", "n/a"))
    if dice.chance(0.95):
        days = dice.whole(0, 4) if dice.chance(month.recycled_in_time) else dice.whole(6, 12)
        lead.times["recycled"] = desk.closing(decided, days).date() if days else decided.date()


def _touch(lead: Lead, month: Month, dice: Dice) -> None:
    """First touch and further attempts."""
    handed, desk = lead.times["handed"], lead.desk
    in_time = dice.chance(month.touched_in_time)
    if lead.tier in IN_TIME:
        limit = IN_TIME[lead.tier]
        first = desk.later(handed, dice.between(0.05, 0.93) * limit if in_time else dice.between(1.1, 7) * limit)
    else:
        last = desk.closing(handed, END_OF_DAY[lead.tier])
        first = desk.later(handed, dice.between(20, 420)) if in_time else desk.later(last, dice.between(15, 900))
    count, days = ATTEMPTS[lead.tier]
    end = desk.closing(handed, days - 1)
    if dice.chance(month.all_attempts):
        made = count + dice.whole(0, 2)
    elif dice.chance(0.25):
        made, end = count, desk.closing(handed, days + 3)
    else:
        made = dice.whole(1, count - 1)
    step = max((end - first) / max(made - 1, 1), MINUTE * 7)
    tries = [first + step * number for number in range(made)]
    done = [one.replace(microsecond=0) for one in tries if one <= AS_OF]
    lead.times["touch"] = first
    if done:
        lead.attempts, lead.times["last"] = len(done), done[-1]


def _sell(lead: Lead, accepted: dt.date, dice: Dice) -> None:
    """From acceptance to order."""
    if not dice.chance(0.5):
        return
    sql = accepted + DAY * dice.whole(2, 18)
    lead.times["sql"] = sql
    if not dice.chance(0.62):
        return
    opened = sql + DAY * dice.whole(3, 20)
    lead.times["opportunity"] = opened
    lead.amount = dice.whole(60, 420) * 75
    if dice.chance(0.75):
        lead.times["won" if dice.chance(0.42) else "lost"] = opened + DAY * dice.whole(12, 55)
