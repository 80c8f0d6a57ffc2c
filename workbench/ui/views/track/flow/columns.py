"""The columns of the three tables: the funnel, the follow-up, what was accepted. Must not know the page.

A share of few leads is written as a count, "3 of 4": a percentage would claim more than they can say.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from workbench.agreement.value_text import count_text, share_text as measured_text
from workbench.base.language import N_
from workbench.fields.amounts import RateKind, show_number
from workbench.fields.value import Shown
from workbench.tracking.arithmetic import length_text
from workbench.tracking.by_word import Named
from workbench.tracking.lead_flow.answers import Answers
from workbench.tracking.lead_flow.decisions import Decisions
from workbench.tracking.lead_flow.funnel import Step
from workbench.ui.tables.cell import Cell
from workbench.ui.tables.cells.bar import Bar
from workbench.ui.tables.cells.lines import Lines
from workbench.ui.tables.cells.number import Number
from workbench.ui.tables.column import Column
from workbench.ui.theme.fonts import MEDIUM, REGULAR, SEMIBOLD

FEW = 10
"""A share of fewer leads is written as a count."""
LEFT = 20
UNKNOWN = "unknown"
POINT = N_("{n} points")


def share_text(part: int, whole: int, shown: Shown) -> str:
    """A share in percent, or as a count of few; a dash of none."""
    if not whole:
        return "–"
    if whole < FEW:
        return shown.language.text(N_("{n} of {all}")).format(n=part, all=whole)
    return measured_text(Decimal(part) / whole, shown)


def part_name(part: Named, shown: Shown, rep: Callable[[str], str] | None = None) -> str:
    """What some leads have in common, in words.

    Args:
        part: What it is.
        shown: For the words.
        rep: Says a person; for owners.
    """
    if part.rest:
        return shown.language.count("{n} other", "{n} others", part.rest).format(n=part.rest)
    if rep is not None:
        return rep(part.word)
    return part.word or shown.language.text(N_("(blank)"))


def funnel_columns(shown: Shown, most: Callable[[], int]) -> list[Column[Step]]:
    """Stage, leads, bar, step rate, agreed, gap.

    Args:
        shown: For the words and numbers.
        most: Leads of the fullest stage, for the bars.
    """
    text = shown.language.text

    def stage(one: Step) -> Cell:
        said = text(N_("weakest step")) if one.weakest else ""
        return Lines(one.stage.name, said, weight=MEDIUM, second_color="warn", left=LEFT)

    def leads(one: Step) -> Cell:
        if one.leads is None:
            return _none()
        return Number(_count(one.leads, shown), weight=SEMIBOLD)

    def bar(one: Step) -> Cell:
        side = one.stage.side if one.stage.side != "both" else "chart"
        return Bar(None if one.leads is None else one.leads / max(1, most()), _fill(side))

    def rate(one: Step) -> Cell:
        return Number(share_text(one.went, one.of, shown)) if one.of else _none()

    def of(one: Step) -> Cell:
        if one.of is None:
            return _none()
        words = text(N_("{n} of {all}")).format(n=_count(one.went, shown), all=_count(one.of, shown))
        return Number(words, weight=REGULAR, color="muted")

    def agreed(one: Step) -> Cell:
        return (
            Number(RateKind().format(Decimal(one.agreed.numerator) / one.agreed.denominator, shown), weight=REGULAR)
            if one.agreed is not None
            else _none()
        )

    def gap(one: Step) -> Cell:
        if one.gap is None or not one.of or one.of < FEW:
            return _none()
        points = round(Decimal(one.gap.numerator) * 100 / one.gap.denominator, 1)
        sign = "+" if points > 0 else "−" if points < 0 else ""
        words = text(POINT).format(n=f"{sign}{show_number(abs(points), shown)}")
        return Number(words, color="bad" if points < 0 else "text")

    return [
        Column("stage", text(N_("Stage")), stage, 150, left_pad=LEFT),
        Column("leads", text(N_("Leads")), leads, 84, right=True),
        Column("bar", "", bar),
        Column("of", text(N_("Went on")), of, 128, right=True),
        Column("rate", text(N_("Step rate")), rate, 92, right=True),
        Column("agreed", text(N_("Agreed")), agreed, 84, right=True),
        Column("gap", text(N_("Gap")), gap, 104, right=True),
    ]


def answer_columns(shown: Shown, name: Callable[[Answers], Lines]) -> list[Column[Answers]]:
    """Who, in time, states, times, attempts.

    Args:
        shown: For the words and numbers.
        name: What the leads of a row have in common.
    """
    text, language = shown.language.text, shown.language

    def length(seconds: int | None) -> Cell:
        return _none() if seconds is None else Number(length_text(round(seconds / 60) * 60, language))

    def number(of: Callable[[Answers], int], color: str) -> Callable[[Answers], Cell]:
        return lambda one: Number(_count(of(one), shown), color=color if of(one) else "muted", weight=REGULAR)

    def share(one: Answers) -> Cell:
        return Number(share_text(one.met, one.decided, shown), weight=SEMIBOLD)

    def attempts(one: Answers) -> Cell:
        if one.attempts is None:
            return _none()
        return Number(show_number(round(Decimal(one.attempts.numerator) / one.attempts.denominator, 1), shown))

    touched = text(N_("where touched"))
    return [
        Column("name", text(N_("Leads of")), name, left_pad=LEFT),
        Column("leads", text(N_("Leads")), number(lambda one: one.decided + one.pending, "text"), 76, right=True),
        Column("share", text(N_("In time")), share, 84, right=True),
        Column("bar", "", lambda one: Bar(one.met / one.decided if one.decided else None, "sales_fill"), 110),
        Column("late", text(N_("Late")), number(lambda one: one.late, "warn"), 64, right=True),
        Column("overdue", text(N_("Overdue")), number(lambda one: one.overdue, "bad"), 80, right=True),
        Column("pending", text(N_("Pending")), number(lambda one: one.pending, "text"), 80, right=True),
        Column("median", text(N_("Half within")), lambda one: length(one.median), 112, right=True, second=touched),
        Column("p90", text(N_("90% within")), lambda one: length(one.p90), 112, right=True, second=touched),
        Column("attempts", text(N_("Attempts")), attempts, 88, right=True),
    ]  # fmt: skip


def decision_columns(shown: Shown) -> list[Column[Decisions]]:
    """Source, handed over, accepted, rejected, open, and those whose dates cannot be read."""
    text = shown.language.text

    def number(of: Callable[[Decisions], int]) -> Callable[[Decisions], Cell]:
        return lambda one: Number(_count(of(one), shown), color="text" if of(one) else "muted", weight=REGULAR)

    return [
        Column("source", text(N_("Source")), lambda one: Lines(part_name(one.part, shown), left=LEFT), left_pad=LEFT),
        Column("leads", text(N_("Handed over")), number(lambda one: one.leads), 120, right=True),
        Column("rejected", text(N_("Rejected")), number(lambda one: one.rejected), 84, right=True),
        Column("open", text(N_("Open")), number(lambda one: one.undecided), 68, right=True),
        Column(UNKNOWN, text(N_("Unknown")), number(lambda one: one.unknown), 84, right=True),
        Column("share", text(N_("Accepted")),
               lambda one: Number(share_text(one.accepted, one.decided, shown), weight=SEMIBOLD), 92, right=True),
        Column("bar", "", lambda one: Bar(one.accepted / one.decided if one.decided else None, "marketing_fill"), 100),
    ]  # fmt: skip


def _none() -> Cell:
    """A dash under the numbers."""
    return Number("–", color="muted", weight=REGULAR)


def _fill(side: str) -> str:
    return side if side == "chart" else f"{side}_fill"


def _count(number: int, shown: Shown) -> str:
    return count_text(Decimal(number), shown)
