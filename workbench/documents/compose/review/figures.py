"""The drawings of a report: a running total, how long contacts took, why leads were rejected.

Each stands for numbers of the scorecard; one is drawn where there is something to see. Must not know pages.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from math import ceil, log10

from workbench.agreement.period_words import period_words
from workbench.agreement.sentences import short_name, target_text
from workbench.agreement.value_text import share_text, value_text
from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.documents.blocks import Band, Distribution, Figure, Pace, RankedBar, RankedBars, Step
from workbench.documents.compose.review.source import Entry, ReviewSource
from workbench.fields.amounts import duration_text, show_number
from workbench.fields.value import Shown
from workbench.tracking.actuals import State
from workbench.tracking.arithmetic import length_text
from workbench.tracking.breakdown import by_word
from workbench.tracking.evidence import Evidence, evidence
from workbench.tracking.periods import Period
from workbench.tracking.running import running
from workbench.tracking.spread import BEFORE, Spread, spread

MOST_OF_A_KIND = 2
MOST_REASONS = 7
REJECTED: tuple[State, ...] = ("late",)
"""As what a rejected lead counts for quality."""
MARKS = 4
"""Steps of an upright axis, at most one more."""
MOST_DAY_NAMES = 6


def figures(source: ReviewSource, shown: Shown) -> tuple[Figure, ...]:
    """The drawings of a report, in the order of the scorecard."""
    return (
        *_first(_pace, source.entries, "volume", shown),
        *_first(_times, source.entries, "response", shown),
        *_first(_reasons, source.entries, "quality", shown, 1),
    )


def _first(
    draw: Callable[[Entry, Shown], Figure | None],
    entries: Iterable[Entry],
    kind: str,
    shown: Shown,
    most: int = MOST_OF_A_KIND,
) -> Iterator[Figure]:
    """The first drawings of a kind of commitment that there is something to draw for."""
    count = 0
    for entry in entries:
        if entry.commitment.kind != kind or entry.line.value is None or count == most:
            continue
        try:
            made = draw(entry, shown)
        except WorkbenchError:  # the scorecard itself says why nothing can be told
            continue
        if made is not None:
            count += 1
            yield made


def _pace(entry: Entry, shown: Shown) -> Figure | None:
    """A count from working day to working day against the line to its target."""
    say, one, line = shown.language.text, entry.commitment, entry.line
    run = running(one, entry.review, line.period)
    if not run.days or line.target is None:
        return None
    totals = tuple(float(value or 0) for value in run.values)
    goal, goal_text = float(line.target), target_text(one, shown, line.target)
    name, when = short_name(one, shown), period_words(Period.parse(line.period), shown.language)
    actual = value_text(one, line.value, shown) if line.value is not None else ""
    words = say(N_("{name} in {period}: {actual} of {target} after {n} of {all} working days."))
    return Figure(
        Pace(
            totals,
            len(run.days),
            goal,
            _axis(max(goal, *totals), shown),
            _day_names(run.days, shown),
            say(N_("Target {n}")).format(n=goal_text),
            say(N_("Actual {n}")).format(n=actual),
            "marketing" if one.by == "marketing" else "both" if one.by == "both" else "sales",
        ),
        words.format(name=name, period=when, actual=actual, target=goal_text, n=len(totals), all=len(run.days)),
        say(N_("{label} {name}: running total against the line to its target")).format(label=one.label, name=name),
        note=words.format(name=name, period=when, actual=actual, target=goal_text, n=len(totals), all=len(run.days)),
    )


def _axis(most: float, shown: Shown) -> tuple[Step, ...]:
    """Round steps from 0 to the first one that is not below the highest value."""
    if most <= 0:
        return (Step(0, "0"), Step(1, "1"))
    rough = most / MARKS
    power = 10.0 ** int(log10(rough)) if rough >= 1 else 1.0
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough)
    step = max(1, ceil(step))
    return tuple(Step(n * step, show_number(n * step, shown)) for n in range(ceil(most / step) + 1))


def _day_names(days: tuple[dt.date, ...], shown: Shown) -> tuple[tuple[int, str], ...]:
    """The first, the last and some between, by day of the month."""
    every = max(1, ceil(len(days) / MOST_DAY_NAMES))
    last = len(days) - 1
    places = [place for place in range(0, len(days), every) if last - place >= every] + [last]
    months = {day.month for day in days}
    if len(months) == 1:
        return tuple((place, str(days[place].day)) for place in places)
    from babel.dates import format_date  # noqa: PLC0415  (needs locale data)

    return tuple((place, str(format_date(days[place], "d MMM", locale=shown.language.code))) for place in places)


def _times(entry: Entry, shown: Shown) -> Figure | None:
    """How long the leads took, with the target between two bands."""
    say, one, line = shown.language.text, entry.commitment, entry.line
    found = spread(evidence(one, entry.review).only(period=line.period))
    if found is None or one.clock is None or one.clock.within is None:
        return None
    bands, target = _bands(found, shown)
    if not sum(band.value for band in bands):
        return None
    limit = duration_text(one.clock.within, shown)
    met = say(N_("{n} of {all} in time")).format(n=line.met, all=line.denominator)
    parts = [
        say(words).format(time=length_text(seconds, shown.language))
        for words, seconds in (
            (N_("Median {time}."), line.median_seconds),
            (N_("90th percentile {time}."), line.p90_seconds),
        )
        if seconds is not None
    ]
    caption = say(N_("{label} {name}: working time")) if found.step else say(N_("{label} {name}: working days"))
    told = "; ".join(f"{band.name}: {band.shown}" for band in bands)
    return Figure(
        Distribution(bands, target, say(N_("target: {time}")).format(time=limit), met, "sales"),
        f"{met}. {told}.",
        caption.format(label=one.label, name=short_name(one, shown)),
        note=" ".join([f"{met}.", *parts]),
    )


def _bands(found: Spread, shown: Shown) -> tuple[tuple[Band, ...], int]:
    """Some classes to a band where classes are times, one where they are days; then those beyond, and without."""
    say, size, bands = shown.language.text, _classes_to_a_band(found), []
    for start in range(0, len(found.counts), size):
        count = sum(found.counts[start : start + size])
        if found.step:
            low, high = (length_text(round(found.step * at), shown.language) for at in (start, start + size))
            name = say(N_("to {time}")).format(time=high) if start == 0 else f"{low} – {high}"
        else:
            name = say(N_("same day")) if start == 0 else say(N_("day {n}")).format(n=start)
        bands.append(Band(name, count, str(count), "in_time" if start < found.target else "late"))
    reach = length_text(round(found.reach), shown.language) if found.step else str(len(found.counts) - 1)
    over = say(N_("over {time}")) if found.step else say(N_("after day {time}"))
    bands.append(Band(over.format(time=reach), found.beyond, str(found.beyond), "late"))
    bands.append(Band(say(N_("nothing yet")), found.unanswered, str(found.unanswered), "none"))
    return tuple(bands), ceil(found.target / size)


def _classes_to_a_band(found: Spread) -> int:
    """As few as make whole minutes; the border at the target stays one."""
    if not found.step:
        return 1
    return next((size for size in (2, 4) if found.step * size % 60 == 0), BEFORE)


def _reasons(entry: Entry, shown: Shown) -> Figure | None:
    """Why leads were rejected, against the period before."""
    say, line = shown.language.text, entry.line
    every = evidence(entry.commitment, entry.review)
    now = _by_reason(every, line.period)
    if not now:
        return None
    previous = Period.parse(line.period).previous()
    has_before = any(past.period == previous.text and past.denominator for past in entry.until)
    before = _by_reason(every, previous.text) if has_before else {}
    bars = tuple(
        RankedBar(
            word or say(N_("(blank)")),
            count,
            str(count),
            float(before.get(word, 0)) if has_before else None,
            _difference(count - before.get(word, 0), shown) if has_before else "",
        )
        for word, count in list(now.items())[:MOST_REASONS]
    )
    total = sum(now.values())
    counted = shown.language.count(N_("Reasons for rejection, {n} lead"), N_("Reasons for rejection, {n} leads"), total)
    caption = counted.format(n=show_number(total, shown))
    against = say(N_("The difference is against {period}.")).format(period=period_words(previous, shown.language))
    share = "" if line.value is None else share_text(line.value, shown)
    note = say(N_("{share} of the decided leads were accepted.")).format(share=share)
    told = "; ".join(f"{bar.name}: {bar.shown}" for bar in bars)
    return Figure(
        RankedBars(bars), f"{caption}. {told}.", caption, note=f"{note} {against}" if has_before else note
    )  # fmt: skip


def _by_reason(found: Evidence, period: str) -> dict[str, int]:
    """Rejected leads of a period by reason, the most frequent first."""
    return {part.word: part.count for part in by_word(found.only(REJECTED, period), "reject_reason", most=200)}


def _difference(by: int, shown: Shown) -> str:
    return "±0" if by == 0 else ("+" if by > 0 else "−") + show_number(abs(by), shown)
