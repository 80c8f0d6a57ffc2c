"""Generated worlds and commitments with every edge: ties, borders, dates without time, blanks, unreadable cells.

Each world as the slow reference takes it; `review` gives the package's form.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from functools import cache
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

import numpy as np
from hypothesis import strategies as st

from tests.support.columns import words_column
from tests.tracking.calendars import slow, spec
from tests.tracking.reference import SlowCalendar
from tests.tracking.slow_scorecard import BAD, Bad, Lead, World
from workbench.agreement.commitment import (
    Commitment,
    CommitmentKind,
    Filter,
    LeadClock,
    LeadValue,
    Operator,
    PeriodLength,
)
from workbench.fields.value import Duration
from workbench.tracking.actuals import Actuals, Done, PeriodTotal, Settled, State
from workbench.tracking.leads import EMPTY, SCALE, UNREADABLE, Amounts, Column, LeadLog, Stamps, Words
from workbench.tracking.periods import Period
from workbench.tracking.review import InForce, Review

BERLIN = ZoneInfo("Europe/Berlin")
FIRST, LAST = dt.date(2026, 10, 5), dt.date(2026, 11, 20)
SEEDS = st.integers(0, 2**32)
STAMPS = ("qualified_at", "handed_over_at", "first_touch_at", "last_attempt_at", "accepted_at", "rejected_at",
          "recycled_at", "sql_at", "attempt_3_at")  # fmt: skip
TEXTS = ("source", "tier", "reject_reason", "excluded", "email")
TARGETS = ("0", "0.25", "0.5", "0.6", "0.75", "0.8", "0.9", "1")
OPERATORS: tuple[Operator, ...] = (">=", ">=", ">=", "<=", "between")
PERIODS: tuple[PeriodLength, ...] = ("month", "month", "week", "quarter")
CEILINGS: tuple[PeriodLength | None, ...] = (None, "week", "month")
STATES: tuple[State, ...] = ("met", "late", "overdue", "pending", "excluded", "unknown")
SETTLED_FOR: tuple[CommitmentKind, ...] = ("response", "volume", "follow_up_depth", "value", "quality")
WORDS = {
    "source": ["Web", " web ", "Event", "Fair", "", " "],
    "tier": ["A", "a", "B", ""],
    "reject_reason": ["No budget", "no BUDGET ", "other", "", " "],
    "excluded": ["", "", "", "", "  ", "Spam"],
    "email": ["x@y.example", "", "  "],
}


def seconds(*parts: int) -> int:
    return int(dt.datetime(*parts, tzinfo=BERLIN).timestamp())  # type: ignore[misc, arg-type]  # year to second


def midnight(day: dt.date) -> int:
    return seconds(day.year, day.month, day.day)


class Pool:
    """Instants of the world: borders of open time and a second beside them, midnights, whole minutes."""

    def __init__(self, calendar: SlowCalendar) -> None:
        minutes = [minute for minute in calendar.minutes if midnight(FIRST) <= minute <= midnight(LAST)]
        self.edges = [edge for a, b in pairwise(minutes) if b != a + 60 for edge in (a + 60, b)] or [midnight(FIRST)]

    def __call__(self, dice: Random) -> int:
        match dice.randrange(4):
            case 0:
                return dice.choice(self.edges) + dice.choice([0, -1, 1, 60, -600])
            case 1:
                return midnight(a_day(dice))
            case _:
                return dice.randrange(midnight(FIRST) // 60, midnight(LAST) // 60) * 60


@cache
def pool_of(name: str) -> Pool:
    return Pool(slow(name))


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """A world on one of the calendars, with a second one in New York.

    Thrown with dice of drawn seeds: a draw for each cell would take most of the tests' time.
    """
    size, dice = draw(st.integers(0, 40)), Random(draw(SEEDS))
    name = dice.choice(["plain", "lunch", "until midnight", "around the clock"])
    calendars, pool = {"main": slow(name), "york": slow("new york")}, pool_of(name)
    as_of: dt.date | dt.datetime = dice.choice([a_day(dice), LAST, dt.date(2026, 10, 31), dt.date(2026, 11, 8)])
    if dice.random() < 0.5:
        as_of = dt.datetime.fromtimestamp(pool(dice), BERLIN)
    absent = set(dice.sample([*STAMPS, *TEXTS, "attempts"], dice.choice([0, 0, 0, 1])))
    if dice.random() < 0.6:
        absent.add("attempt_3_at")
    people = [f"id:{number}" for number in range(size)]
    return World(
        zone=BERLIN,
        calendars=calendars,
        as_of=as_of,
        first=a_day(dice) if dice.random() < 0.3 else None,
        last=a_day(dice) if dice.random() < 0.2 else None,
        leads=[lead(number, dice, pool, calendars["main"], as_of) for number in range(size)],
        fields={*STAMPS, *TEXTS, "attempts"} - absent,
        totals=[
            PeriodTotal(
                dice.choice(["cac", "x"]), dice.choice(["2026-10", "2026-11"]), Decimal(dice.randrange(80, 121))
            )
            for _ in range(dice.randrange(4))
        ],
        done=[
            Done(
                dice.choice(["piece", "piece", "x"]),
                a_day(dice),
                dice.randrange(1, 3),
                marketing=dice.random() < 0.8,
                sales=dice.random() < 0.8,
            )
            for _ in range(dice.randrange(8))
        ],
        settled=[
            Settled(dice.choice(SETTLED_FOR), who, dice.choice(STATES), dice.choice(["Seen", " "]), "Elena", "Sam")
            for who in people[: dice.choice([0, 0, 8])]
        ],
    )


def a_day(dice: Random) -> dt.date:
    return FIRST + dt.timedelta(days=dice.randrange((LAST - FIRST).days))


def lead(number: int, dice: Random, pool: Pool, calendar: SlowCalendar, as_of: dt.date | dt.datetime) -> Lead:
    """One lead whose events lie at and beside the deadlines that the commitments below set."""
    start = pool(dice)
    if isinstance(as_of, dt.datetime) and dice.random() < 0.15:  # a deadline exactly at the as-of instant
        start = int(as_of.timestamp()) - dice.choice([600, 3600])
    ties = [calendar.deadline(start, 3600), calendar.deadline(start, 600), calendar.nth_day_end(start, 1)]
    day = dt.datetime.fromtimestamp(start, BERLIN).date()
    messy = dice.random() < 0.2

    def near() -> int | Bad | None:
        match dice.randrange(6):
            case 0:
                return BAD if messy else None
            case 1:
                return dice.choice(ties) + dice.choice([0, 0, 1, -1])
            case 2:
                return start + dice.choice([0, -1, 1, 300, 90_000, -90_000])
            case 3:
                return midnight(day + dt.timedelta(days=dice.randrange(-1, 4)))
            case 4:
                return None
            case _:
                return pool(dice)

    made: Lead = {"identity": f"id:{number}", "attempts": dice.choice([None, 0, 2, 3, 3, 5, BAD if messy else 4])}
    for name in STAMPS:
        begins = name in {"qualified_at", "handed_over_at", "rejected_at", "accepted_at"} and dice.random() < 0.6
        made[name] = dice.choice([start, start, midnight(day)]) if begins else near()
    for name in TEXTS:
        made[name] = BAD if messy and dice.random() < 0.3 else dice.choice(WORDS[name])
    return made


def column(name: str, leads: list[Lead]) -> Column:
    """A column of the package's log."""
    cells = [one[name] for one in leads]
    if name in TEXTS:
        made = words_column(None if cell is BAD else cell for cell in cells)
        unreadable = np.array([cell is BAD for cell in cells], np.bool_)
        return Words(np.where(unreadable, -2, made.values).astype(np.int32), made.words)
    kind, scale = (Amounts, SCALE) if name == "attempts" else (Stamps, 1)
    numbers = [UNREADABLE if cell is BAD else EMPTY if cell is None else cell * scale for cell in cells]
    return kind(np.array(numbers, np.int64))


def review(world: World, asked: tuple[Period, ...] | None = None) -> Review:
    """The package's form of a world."""
    log = LeadLog(
        [one["identity"] for one in world.leads], {name: column(name, world.leads) for name in sorted(world.fields)}
    )
    return Review(
        actuals=Actuals(log, tuple(world.totals), tuple(world.done), tuple(world.settled)),
        as_of=world.as_of,
        zone=world.zone.key,
        calendars={key: spec(one, key) for key, one in world.calendars.items()},
        in_force=InForce(world.first, world.last),
        asked=asked,
    )


NEEDS: dict[CommitmentKind, tuple[str, ...]] = {
    "volume": ("qualified_at",),
    "value": ("qualified_at", "source"),
    "quality": ("handed_over_at", "accepted_at", "rejected_at"),
    "completeness": ("handed_over_at", "email", "first_touch_at"),
    "hand_over_speed": ("qualified_at", "handed_over_at"),
    "response": ("handed_over_at", "first_touch_at"),
    "follow_up_depth": ("handed_over_at", "attempts", "last_attempt_at"),
    "decision": ("handed_over_at", "accepted_at", "rejected_at"),
    "reasons": ("rejected_at", "reject_reason"),
    "recycle": ("rejected_at", "recycled_at"),
    "conversion": ("accepted_at", "sql_at"),
    "metric": (),
    "deliverable": (),
}
STOPS: dict[str, tuple[str, ...]] = {
    "hand_over_speed": ("handed_over_at",),
    "response": ("first_touch_at",),
    "follow_up_depth": ("last_attempt_at",),
    "decision": ("accepted_at", "rejected_at"),
    "quality": ("accepted_at", "rejected_at"),
    "recycle": ("recycled_at",),
}


def commitments() -> st.SearchStrategy[list[Commitment]]:
    """One commitment of every kind; its id is its kind."""
    return SEEDS.map(lambda seed: [commitment(kind, Random(f"{seed} {kind}")) for kind in NEEDS])


SCOPES: list[tuple[Filter, ...]] = [
    (),
    (),
    (),
    (Filter("tier", ("A", "C")),),
    (Filter("source", ("WEB", " fair")), Filter("tier", ("b",))),
]
WITHIN = (Duration(10, "minutes"), Duration(1, "hours"), Duration(1, "business_days"), Duration(4, "business_days"))
VALUES = (
    LeadValue("web", (Filter("source", ("Web",)),), Decimal("1.5")),
    LeadValue("a", (Filter("tier", ("a",)),), Decimal("0.25")),
)


def commitment(kind: CommitmentKind, dice: Random) -> Commitment:
    """A commitment of a kind with numbers at which ties happen."""
    needs, operators, periods = NEEDS[kind], OPERATORS, PERIODS
    share = kind in {*STOPS, "completeness", "reasons", "conversion"}
    scope = dice.choice(SCOPES) if needs else ()
    target = Decimal(dice.choice(TARGETS)) if share else Decimal(dice.randrange(1, 13))
    tolerance = Decimal(dice.choice(["0", "0", "0.05", "0.1"]))
    if kind == "metric":
        target, tolerance, periods = Decimal(dice.randrange(90, 111)), Decimal(dice.choice([0, 5])), ("month",)
    if kind == "deliverable":
        target, operators = Decimal(dice.randrange(1, 5)), (">=",)
    if kind == "value":
        needs = (*needs, "tier")
    made = Commitment(
        id=kind, label=kind, kind=kind, name="", by="both", to="both", measure="share_of_leads", path=kind,
        operator=dice.choice(operators),
        target=target,
        target_upper=target + dice.choice([0, 0, 1, 2]) / Decimal(10 if share else 1),
        unit="share" if share else "leads",
        period=dice.choice(periods),
        tolerance=tolerance,
        minimum_sample=dice.choice([1, 2, 4]),
        anchor=needs[0] if needs else "",
        scope=scope,
        period_targets=(("2026-10", Decimal(3)), ("2026-W45", Decimal(1))) if kind == "volume" else (),
        due=dice.choice(["", "", "2026-11-10"]) if kind == "deliverable" else "",
        required_fields=("email", "first_touch_at") if kind == "completeness" else (),
        allowed_values=("No budget", " ") if kind == "reasons" else (),
        lead_values=VALUES if kind == "value" else (),
        silence_accepts=kind == "quality" and dice.random() < 0.5,
        reached="sql_at" if kind == "conversion" else "",
        metric={"metric": "cac", "deliverable": "piece"}.get(kind, ""),
        needs=tuple(dict.fromkeys((*needs, *(one.field for one in scope)))),
    )  # fmt: skip
    return clocked(made, dice) if kind in STOPS else made


def clocked(bare: Commitment, dice: Random) -> Commitment:
    """The commitment with a clock, sometimes of another start, calendar or with a ceiling."""
    depth = bare.kind == "follow_up_depth"
    start = "qualified_at" if bare.kind == "decision" and dice.random() < 0.3 else bare.anchor
    clock = LeadClock(
        start,
        STOPS[bare.kind],
        dice.choice(WITHIN),
        attempts=3 if depth else None,
        calendar=dice.choice(["", "main", "york"]),
        stop_events=dice.choice([(), ("accepted_at", "rejected_at")]) if depth else (),
    )
    timed = dataclasses.replace(bare, clock=clock, needs=tuple(dict.fromkeys((*bare.needs, start))))
    if dice.random() < 0.5 or bare.kind not in {"response", "decision", "follow_up_depth"}:
        return timed
    return dataclasses.replace(
        timed, relief=("ceiling",), ceiling=dice.randrange(1, 6), ceiling_period=dice.choice(CEILINGS)
    )
