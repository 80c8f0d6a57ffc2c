"""A commitment in a period: what its line of the scorecard stands on. Must not know kinds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from workbench.base.language import N_, Language
from workbench.sheets.tracker.asof import AsOfCells
from workbench.sheets.tracker.axes import Axis
from workbench.sheets.tracker.cohorts import MET, OUT, PENDING, TENS, UNKNOWN
from workbench.sheets.tracker.formula import Formula, Given, lift
from workbench.sheets.tracker.functions import both, either, greatest, opposite, rounded, rounded_up
from workbench.sheets.tracker.promises import Promise
from workbench.sheets.tracker.ranges import Range
from workbench.sheets.tracker.scoring.line import Cell, Line
from workbench.sheets.tracker.scoring.verdicts import word
from workbench.tracking.windows import Window

_EXACT_PART = 9
"""Decimals to which a part of a target is rounded before it is rounded up: takes away the machine's noise."""


@dataclass(frozen=True, eq=False)
class Counted:
    """The columns of clocks a commitment's leads are counted in.

    Attributes:
        codes: Period and state of each lead.
        seconds: Working seconds, for kinds with a clock.
        worth: Frozen values, for values.
        reached: The place of the period in which each lead reached the next stage, for conversions.
    """

    codes: Range
    seconds: Range | None = None
    worth: Range | None = None
    reached: Range | None = None


@dataclass(frozen=True, eq=False)
class Place:
    """One period of a commitment.

    Attributes:
        promise: The commitment.
        window: The period.
        axis: The periods of its length.
        number: Its place there, from 1.
        as_of: The as-of instant.
        words: The language of notes.
    """

    promise: Promise
    window: Window
    axis: Axis
    number: int
    as_of: AsOfCells
    words: Language

    def line(self) -> Line:
        """An empty line."""
        return Line(self.promise.commitment, self.window.period.text)

    @cached_property
    def measurable(self) -> Formula:
        """Whether no needed field is missing."""
        return self.promise.cell("missing").equals("")

    @cached_property
    def begun(self) -> Formula:
        """Whether the period has begun."""
        return self.axis.cell("begun", self.number)

    @cached_property
    def closed(self) -> Formula:
        """Whether it has closed."""
        return self.axis.cell("closed", self.number)

    @cached_property
    def live(self) -> Formula:
        """Whether the commitment can be judged here."""
        return both(self.measurable, self.begun)

    def count(self, counted: Counted, state: int) -> Formula:
        """How many leads of the period are in a state."""
        return counted.codes.count(self.number * TENS + state)

    def put_states(self, line: Line, counted: Counted) -> None:
        """Fill in the leads that count neither for nor against."""
        states: tuple[tuple[Cell, int], ...] = (("pending", PENDING), ("excluded", OUT), ("unknown", UNKNOWN))
        for name, state in states:
            line.put_if(self.live, name, self.count(counted, state))

    def worth(self, counted: Counted) -> Formula:
        """The sum of the frozen values of the leads that count, or how many they are."""
        code = self.number * TENS + MET
        return counted.worth.sum_where(counted.codes, code) if counted.worth else counted.codes.count(code)

    def status(self, judged: Formula) -> Formula:
        """The status, with what comes before judging."""
        begun = either(opposite(self.begun), word("not_due"), judged)
        return either(self.measurable, begun, word("not_measurable"))

    def pro_rated(self, amount: Formula) -> Formula:
        """A count target for the days in force, rounded up where they are not all."""
        whole = self.window.period
        if (self.window.first, self.window.last) == (whole.first, whole.last):
            return amount
        days, all_days = self.axis.cell("days", self.number), self.axis.cell("all_days", self.number)
        part = rounded_up(rounded(amount * days / greatest(all_days, 1), _EXACT_PART))
        return either(days < all_days, part, amount)

    def note(self, other: Given = "") -> Formula:
        """What explains the line: fields that are missing, else something else."""
        missing = self.promise.cell("missing")
        lacking = lift(self.words.text(N_("Nobody has filled: "))).joined(missing)
        return either(missing.equals(""), other, lacking)
