"""The two charts of a number, from what stands behind it. Must not work anything out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from workbench.agreement.lead_fields import FIELD
from workbench.agreement.period_words import month_name, period_short, period_words
from workbench.agreement.value_text import count_text
from workbench.base.language import N_, Language
from workbench.fields.value import Shown
from workbench.tracking.arithmetic import length_text
from workbench.ui.charts import distribution, pace, reasons, share
from workbench.ui.charts.chart import Chart
from workbench.ui.views.track.numbers import brief
from workbench.ui.views.track.promises import Promise
from workbench.ui.views.track.scorecard.story import PARTS_TITLE, Story

SPREAD_TITLE = {
    "response": N_("Working time to first contact"),
    "hand_over_speed": N_("Working time to hand-over"),
    "decision": N_("Working time to the decision"),
    "recycle": N_("Working time to nurture"),
}
DAYS_TITLE = {
    "response": N_("Working days to first contact"),
    "hand_over_speed": N_("Working days to hand-over"),
    "decision": N_("Working days to the decision"),
    "recycle": N_("Working days to nurture"),
}
MOST_PERIODS = 5


@dataclass(frozen=True)
class Picture:
    """A chart and its heading."""

    title: str
    chart: QWidget


def pictures(story: Story, promise: Promise) -> list[Picture]:
    """The charts there is something to draw for: at most two."""
    found = [_way(story, promise.shown), _behind(story, promise)]
    return [one for one in found if one is not None]


def _way(story: Story, shown: Shown) -> Picture | None:
    """The number from day to day."""
    if story.running is None or not story.running.days:
        return None
    language, line = shown.language, story.line.result
    days = _day_names(story.running.days, language)
    when = period_words(story.line.period, language)
    if line.lowest is not None or story.commitment.unit == "share":
        values = [None if value is None else float(value) for value in story.running.values]
        data = share.Share(
            days, values, float(line.target or 0), _float(line.lowest), _float(line.highest), language
        )  # fmt: skip
        title = language.text(N_("Share so far, {period}")).format(period=when)
        return Picture(title, Chart(share.draw, share.describe, data, name=title))
    totals = [float(value or 0) for value in story.running.values]
    counted = pace.Pace(
        days, totals, float(line.target or 0), _float(line.forecast), language, lambda n: _written(story, n, shown)
    )
    title = language.text(N_("Running total, {period}")).format(period=when)
    return Picture(title, Chart(pace.draw, pace.describe, counted, name=title))


def _written(story: Story, number: float, shown: Shown) -> str:
    value = Decimal(round(number))
    return brief(story.commitment, value, shown) if story.commitment.unit == "currency" else count_text(value, shown)


def _behind(story: Story, promise: Promise) -> Picture | None:
    """What the leads have in common, or how long they took, or the periods before."""
    language = promise.shown.language
    if story.spread is not None:
        return _spread(story, promise.shown)
    if story.commitment.kind == "metric":
        return _periods(story, promise)
    rows = [(_part_name(story, part, language), float(part.count)) for part in story.parts if part.count]
    if not rows:
        return None
    data = reasons.Reasons(rows, label_width=112, written=lambda n: count_text(Decimal(round(n)), promise.shown))
    title = language.text(PARTS_TITLE[story.commitment.kind])
    return Picture(title, Chart(reasons.draw, reasons.describe, data, name=title))


def _part_name(story: Story, part: object, language: Language) -> str:
    word, rest = getattr(part, "word", ""), getattr(part, "rest", False)
    if rest:
        return language.text(N_("Others"))
    match story.commitment.kind:
        case "completeness":
            return language.text(FIELD[word].label) if word in FIELD else word.removeprefix("custom:")
        case "follow_up_depth":
            most = story.commitment.clock.attempts if story.commitment.clock else None
            if word == str(most):
                return language.text(N_("{n} or more")).format(n=word)
            return language.count("{n} attempt", "{n} attempts", int(word)).format(n=word)
        case _:
            return word or language.text(N_("(blank)"))


def _spread(story: Story, shown: Shown) -> Picture:
    language, found = shown.language, story.spread
    assert found is not None  # asked only then
    kind, clock = story.commitment.kind, story.commitment.clock
    if found.step:
        whole_step = found.step * found.target
        ticks = [(0, "0")] + [
            (border, length_text(round(found.step * border), language))
            for border in (found.target // 2, found.target, found.target * 3 // 2)
            if (found.step * border) % 60 == 0
        ]
        target = language.text(N_("Target {time}")).format(time=length_text(round(whole_step), language))
        beyond = f"> {length_text(round(found.reach), language)}"
        title = language.text(SPREAD_TITLE.get(kind, N_("Working time")))
    else:
        ticks = [(number, str(number)) for number in range(len(found.counts))]
        amount = clock.within.amount if clock and clock.within else 0
        target = language.text(N_("Target day {n}")).format(n=amount)
        beyond = f"> {len(found.counts) - 1}"
        title = language.text(DAYS_TITLE.get(kind, N_("Working days")))
    data = distribution.Distribution(
        found.counts, found.target, ticks, target, found.beyond, beyond, found.unanswered, language
    )
    return Picture(title, Chart(distribution.draw, distribution.describe, data, name=title))


def _periods(story: Story, promise: Promise) -> Picture | None:
    """A metric's value in this period and those before."""
    language = promise.shown.language
    until = [one for one in promise.lines if one.period <= story.line.period and one.result.value is not None]
    rows = []
    for one in until[-MOST_PERIODS:]:
        tag = period_short(one.period, language)
        name = f"{tag} {one.period.first.year}" if one.period.length in {"month", "quarter"} else tag
        rows.append((name, float(one.result.value or 0)))
    if not rows:
        return None
    commitment = story.commitment
    data = reasons.Reasons(rows, label_width=112, written=lambda n: brief(commitment, Decimal(str(n)), promise.shown))
    title = language.text(N_("Value by period"))
    return Picture(title, Chart(reasons.draw, reasons.describe, data, name=title))


def _day_names(days: Sequence[dt.date], language: Language) -> list[str]:
    """The first and last with their month, those between by number alone."""
    last = len(days) - 1
    months = {day.month for day in days}
    return [
        f"{day.day} {month_name(day, language)}" if number in {0, last} or len(months) > 1 else str(day.day)
        for number, day in enumerate(days)
    ]


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
