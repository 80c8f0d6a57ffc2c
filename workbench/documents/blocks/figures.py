"""Figures: the data of each drawing and the words that say the same.

Values come twice: as numbers, for lengths, and as they are printed. A figure's numbers must also stand in a table or a
clause; `alternative` is for those who cannot see the drawing. Must not know coordinates.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.documents.blocks.words import Team, Tone, Words

Sign = Literal["box", "line", "dashes", "dot", "ring", "diamond", "tick"]
"""A mark in a drawing or its key."""


@dataclass(frozen=True)
class Key:
    """One entry under a drawing that says what a sign means."""

    sign: Sign
    tone: Tone
    words: str


@dataclass(frozen=True)
class FunnelStage:
    """One stage.

    Attributes:
        name: What it is called.
        value: How many, for its width.
        shown: How many, as printed.
        rate: The share that goes on to the next stage, in words; empty for the last.
        team: Whose stage it is.
    """

    name: str
    value: float
    shown: str
    rate: str
    team: Team


@dataclass(frozen=True)
class Funnel:
    """Stages under each other, widths to scale."""

    stages: tuple[FunnelStage, ...]


@dataclass(frozen=True)
class Step:
    """A mark on an axis."""

    value: float
    shown: str


@dataclass(frozen=True)
class MonthBar:
    """One month: the plan as a bar, its ceiling as dashes, what can be worked as a line; nothing for what is absent."""

    name: str
    value: float
    shown: str
    ceiling: float | None = None
    capacity: float | None = None


@dataclass(frozen=True)
class MonthBars:
    """Bars by month.

    Attributes:
        bars: In order.
        axis: Marks of the upright axis from 0 upwards.
        team: Whose bars they are.
    """

    bars: tuple[MonthBar, ...]
    axis: tuple[Step, ...]
    team: Team = "marketing"


FlowKind = Literal["marketing", "sales", "both", "back", "ends"]
"""Who moves a lead along an arrow; whether it comes back or leaves."""


@dataclass(frozen=True)
class Lane:
    """A horizontal lane and whose it is."""

    name: str
    words: str
    team: Team


@dataclass(frozen=True)
class LifecycleStep:
    """A box in a lane.

    Attributes:
        key: Name the arrows use.
        lane: From the top, 0 first.
        column: From the left, 0 first.
        name: What happens.
        words: A few words under the name.
        kind: Which colour its frame has.
    """

    key: str
    lane: int
    column: int
    name: str
    words: str
    kind: FlowKind = "both"


@dataclass(frozen=True)
class Flow:
    """An arrow between two boxes, with the time and the commitment that rule it.

    Between neighbours it runs straight; otherwise it runs round the right side of the drawing.
    """

    start: str
    end: str
    kind: FlowKind
    words: str = ""


@dataclass(frozen=True)
class Lifecycle:
    """The life of a lead in lanes."""

    lanes: tuple[Lane, ...]
    steps: tuple[LifecycleStep, ...]
    flows: tuple[Flow, ...]


@dataclass(frozen=True)
class CalendarRow:
    """One kind of event.

    Attributes:
        name: What it is.
        sign: How its days are marked.
        tone: The colour of the signs.
        at: When, in months from the beginning of the strip (2.5 is the middle of the third month).
    """

    name: str
    sign: Sign
    tone: Tone
    at: tuple[float, ...]


@dataclass(frozen=True)
class CalendarStrip:
    """Events along the months of the agreement."""

    months: tuple[str, ...]
    rows: tuple[CalendarRow, ...]


@dataclass(frozen=True)
class WeekDay:
    """A day's opening times as hours from midnight (9.5 is half past nine); none when it is closed."""

    name: str
    open: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True)
class WeekMoment:
    """A moment of an example, marked on a day (0 is the first)."""

    day: int
    hour: float
    words: str
    team: Team


@dataclass(frozen=True)
class WeekHours:
    """Opening hours over a week with an example that crosses a closed time.

    Attributes:
        days: In order.
        closed: The word for a day without hours.
        moments: Marked moments of the example.
    """

    days: tuple[WeekDay, ...]
    closed: str
    moments: tuple[WeekMoment, ...] = ()


@dataclass(frozen=True)
class Pace:
    """A running total by working day against the line to its goal.

    Attributes:
        totals: The total at the end of each day so far.
        days: How many working days the period has.
        goal: The total to reach.
        axis: Marks of the upright axis.
        day_names: Marks under the days, by day (0 is the first).
        goal_words: Written at the line's end.
        actual_words: Written at the last bar.
        team: Whose number it is.
    """

    totals: tuple[float, ...]
    days: int
    goal: float
    axis: tuple[Step, ...]
    day_names: tuple[tuple[int, str], ...]
    goal_words: str
    actual_words: str
    team: Team = "marketing"


@dataclass(frozen=True)
class Band:
    """One bar of a distribution: in time, late, or without an event."""

    name: str
    value: float
    shown: str
    kind: Literal["in_time", "late", "none"]


@dataclass(frozen=True)
class Distribution:
    """How long something took, in bands, with the target between two of them.

    Attributes:
        bands: In order of time.
        target_after: Number of bands before the target line.
        target_words: What the target is.
        result_words: How many were in time.
        team: Whose number it is.
    """

    bands: tuple[Band, ...]
    target_after: int
    target_words: str
    result_words: str
    team: Team = "sales"


@dataclass(frozen=True)
class RankedBar:
    """One bar: now, before, and the difference as printed."""

    name: str
    value: float
    shown: str
    before: float | None = None
    difference: str = ""


@dataclass(frozen=True)
class RankedBars:
    """Bars under each other, longest first."""

    bars: tuple[RankedBar, ...]


Drawing = Funnel | MonthBars | Lifecycle | CalendarStrip | WeekHours | Pace | Distribution | RankedBars


@dataclass(frozen=True)
class Figure:
    """A drawing with its caption, key and note, kept together on one page.

    Attributes:
        drawing: What is drawn.
        alternative: The same in words.
        caption: Above it; empty for none.
        keys: What its signs mean.
        note: Below it; empty for none.
        full: From the left margin instead of the text column.
        movable: May stand after the clauses that follow it where the page has no room left for it.
    """

    drawing: Drawing
    alternative: str
    caption: str = ""
    keys: tuple[Key, ...] = ()
    note: Words = ""
    full: bool = False
    movable: bool = False
