"""The table of the report: each commitment's target, result and verdict, with the periods before it.

Must not know where the numbers come from.
"""

from __future__ import annotations

from workbench.agreement.period_words import period_short
from workbench.agreement.sentences import short_name, target_text
from workbench.agreement.value_text import share_text, value_text
from workbench.base.language import N_
from workbench.documents.blocks import Chip, Column, Grid, GridRow, Status, Trend
from workbench.documents.compose.review.source import Entry, ReviewSource
from workbench.fields.amounts import show_number
from workbench.fields.value import Shown
from workbench.tracking.periods import Period
from workbench.tracking.status_words import STATUS_WORD

TREND = 3
"""How many periods stand beside each other."""


def scorecard_table(source: ReviewSource, shown: Shown) -> Grid:
    """The table."""
    say = shown.language.text
    columns = (
        Column("", "figures"),
        Column(say(N_("Commitment"))),
        Column(say(N_("Target")), "number"),
        Column(say(N_("Result")), "result"),
        Column(say(N_("Counted")), "quiet"),
        Column(say(N_("Trend")), "mark"),
        Column(say(N_("Status")), "figures"),
    )
    rows, before = [], ""
    for entry in source.entries:
        rows.append(_row(entry, source.period, shown, opens=before not in {"", entry.commitment.by}))
        before = entry.commitment.by
    note = say(N_("Trend: this period and the ones before it, oldest first."))
    return Grid(columns, tuple(rows), say(N_("Scorecard")), note, full=True)


def _row(entry: Entry, period: Period, shown: Shown, *, opens: bool) -> GridRow:
    say, line, one = shown.language.text, entry.line, entry.commitment
    name = short_name(one, shown)
    own = Period.parse(line.period)
    if own != period:
        name = f"{name}, {period_short(own, shown.language)}"
    trend = tuple(past.status for past in entry.until[-TREND:])
    target = "" if line.target is None else target_text(one, shown, line.target)
    reason = line.reason.text(shown.language) if line.status == "not_measurable" else ""
    cells = (
        Chip(one.label, one.by),
        name,
        target,
        result_text(entry, shown) or "–",
        counted_text(entry, shown),
        Trend(trend, ", ".join(say(STATUS_WORD[state]).casefold() for state in trend)),
        Status(line.status, say(STATUS_WORD[line.status])),
    )
    return GridRow(cells, opens_group=opens, detail=reason)


def result_text(entry: Entry, shown: Shown) -> str:
    """The result as it stands beside a verdict; the raw counts where the sample is too small for a share."""
    line = entry.line
    if line.status == "too_little_data" and line.met is not None:
        known = sum(n or 0 for n in (line.met, line.late, line.overdue, line.pending))
        return shown.language.text(N_("{n} of {all}")).format(n=line.met, all=known)
    return "" if line.value is None else value_text(entry.commitment, line.value, shown)


def counted_text(entry: Entry, shown: Shown) -> str:
    """What stands behind the result, in a few words."""
    say, line, one = shown.language.text, entry.line, entry.commitment
    parts: list[str] = []
    if line.status == "too_little_data":
        least = line.minimum_sample or 0
        few = shown.language.count(N_("judged from {n} lead on"), N_("judged from {n} leads on"), least)
        parts.append(few.format(n=show_number(least, shown)))
    elif line.denominator is not None:
        parts.append(say(N_("{n} of {all}")).format(n=line.met, all=line.denominator))
    if line.period_value is not None:  # the other view, which nobody is judged by
        parts.append(say(N_("by period {n}")).format(n=share_text(line.period_value, shown)))
    if line.pending and line.lowest is not None and line.highest is not None:
        span = say(N_("{n} open: {low} to {high}"))
        low, high = share_text(line.lowest, shown), share_text(line.highest, shown)
        parts.append(span.format(n=line.pending, low=low, high=high))
    if line.pace is not None and line.forecast is not None:
        parts.append(say(N_("forecast {n}")).format(n=value_text(one, line.forecast, shown)))
    if one.tolerance and line.value is not None:
        tolerance = show_number(one.tolerance, shown) if one.kind == "metric" else _percent(entry, shown)
        parts.append(say(N_("tolerance {n}")).format(n=tolerance))
    return "; ".join(parts)


def _percent(entry: Entry, shown: Shown) -> str:
    return show_number(entry.commitment.tolerance * 100, shown) + "%"
