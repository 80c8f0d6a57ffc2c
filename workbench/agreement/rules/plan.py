"""Numbers of the plan that do not fit each other: steps that do not join, parts above the whole, targets never used."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from workbench.agreement.model import Agreement
from workbench.agreement.period_words import BARE
from workbench.agreement.sections.metrics import ConversionTarget
from workbench.agreement.sections.volumes import StageRate, VolumeTarget
from workbench.agreement.volume_plan import stage_names
from workbench.base.language import N_
from workbench.fields.issue import Issue
from workbench.fields.moments import FIRST_DAY, LAST_DAY
from workbench.fields.value import plain

WRITTEN: Final = {
    "month": re.compile(r"(\d{4})-(0[1-9]|1[0-2])"),
    "quarter": re.compile(r"(\d{4})-Q([1-4])"),
    "week": re.compile(r"(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])"),
    "year": re.compile(r"(\d{4})()"),
}
"""How the periods of each length are written."""
FAR_BELOW: Final = Decimal("0.8")
"""A promise may lie somewhat below the plan; less than this part of it, and the plan is not what is promised."""


def find(agreement: Agreement) -> Iterator[Issue]:
    """Every misfit."""
    yield from _steps(agreement)
    yield from _segments(agreement)
    yield from _attempts(agreement)
    yield from _conversions(agreement)
    for target in agreement.volumes.volume_targets:
        yield from _periods(agreement, target)


def _steps(agreement: Agreement) -> Iterator[Issue]:
    names, rates = stage_names(agreement), agreement.volumes.rates
    general = [row for row in rates if not row.segment]
    for before, after in pairwise(general):
        if before.to_stage and after.from_stage and before.to_stage != after.from_stage:
            yield Issue(
                f"volumes.rates[{after.key}].from_stage", "error", "broken_chain",
                N_("The steps do not join: one leads to {end}, the next one starts at {start}."),
                (("end", names.get(before.to_stage, "?")), ("start", names.get(after.from_stage, "?"))),
            )  # fmt: skip
    seen: set[tuple[str, str, str]] = set()
    steps = {(row.from_stage, row.to_stage) for row in general}
    for row in rates:
        said = _said(row, names)
        if (row.from_stage, row.to_stage, row.segment) in seen:
            yield Issue(
                f"volumes.rates[{row.key}].to_stage", "error", "doubled",
                N_("The step from {start} to {end} stands here twice."), said,
            )  # fmt: skip
        elif row.segment and general and (row.from_stage, row.to_stage) not in steps:
            yield Issue(
                f"volumes.rates[{row.key}].from_stage", "warning", "no_such_step",
                N_("Nothing is computed with this rate: no step leads from {start} to {end} for all leads."), said,
            )  # fmt: skip
        seen.add((row.from_stage, row.to_stage, row.segment))


def _said(row: StageRate, names: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return ("start", names.get(row.from_stage, "?")), ("end", names.get(row.to_stage, "?"))


def _segments(agreement: Agreement) -> Iterator[Issue]:
    volumes, names = agreement.volumes, {one.key: one.name for one in agreement.teams.segments}
    total = sum((one.revenue or Decimal(0) for one in volumes.segment_goals), Decimal(0))
    if volumes.revenue_goal is not None and total > volumes.revenue_goal:
        yield Issue(
            "volumes.revenue_goal", "warning", "segments_over_goal",
            N_("The segments' goals come to {sum}, more than the whole: {goal}."),
            (("sum", f"{total.normalize():,f}"), ("goal", f"{volumes.revenue_goal.normalize():,f}")),
        )  # fmt: skip
    for key, times in Counter(one.segment for one in volumes.segment_goals if one.segment).items():
        if times > 1:
            last = [one for one in volumes.segment_goals if one.segment == key][-1]
            yield Issue(
                f"volumes.segment_goals[{last.key}].segment", "error", "doubled", N_("“{name}” stands here twice."),
                (("name", names.get(key, key)),),
            )  # fmt: skip


def _conversions(agreement: Agreement) -> Iterator[Issue]:
    """Steps that run backwards, and shares far below what the plan counts on."""
    order = [one.key for one in agreement.lead_definitions.stages]
    names = stage_names(agreement)
    rows: list[tuple[str, StageRate | ConversionTarget]] = []
    rows += [(f"volumes.rates[{row.key}]", row) for row in agreement.volumes.rates]
    rows += [(f"metrics.conversions[{row.key}]", row) for row in agreement.metrics.conversions]
    for path, row in rows:
        ends = (row.from_stage, row.to_stage)
        if all(one in order for one in ends) and order.index(ends[0]) >= order.index(ends[1]):
            yield Issue(
                f"{path}.to_stage", "error", "backwards", N_("{start} does not come before {end}."),
                (("start", names.get(ends[0], "?")), ("end", names.get(ends[1], "?"))),
            )  # fmt: skip
    planned = {(row.from_stage, row.to_stage): row.rate for row in agreement.volumes.rates if not row.segment}
    for one in agreement.metrics.conversions:
        rate = planned.get((one.from_stage, one.to_stage))
        if rate and one.share and not one.scope and one.share < rate * FAR_BELOW:
            yield Issue(
                f"metrics.conversions[{one.key}].share", "hint", "below_plan",
                N_("The plan counts on {planned}% from {start} to {end}; {promised}% is promised."),
                (("planned", plain((rate * 100).normalize())), ("promised", plain((one.share * 100).normalize())),
                 ("start", names.get(one.from_stage, "?")), ("end", names.get(one.to_stage, "?"))),
            )  # fmt: skip


def _attempts(agreement: Agreement) -> Iterator[Issue]:
    rates = agreement.volumes.attempt_rates
    if sum((one.rate or Decimal(0) for one in rates), Decimal(0)) > 1:
        yield Issue(
            f"volumes.attempt_rates[{rates[-1].key}].rate", "error", "shares",
            N_("Together the attempts reach more than all leads; each counts only whom it reaches first."),
        )  # fmt: skip


def _periods(agreement: Agreement, target: VolumeTarget) -> Iterator[Issue]:
    """Numbers of single periods that no period of the agreement will ever ask for."""
    pattern, teams = WRITTEN.get(target.period), agreement.teams
    if pattern is None:
        return
    for row in target.months:
        found = pattern.fullmatch(row.period)
        stray = found is None or _outside(target.period, found, teams.effective_from, teams.effective_until)
        if row.period and stray:
            yield Issue(
                f"volumes.volume_targets[{target.key}].months[{row.key}].period", "warning", "stray_period",
                N_("“{period}” is no {length} of this agreement, so its number never counts."),
                (("period", row.period), ("length", BARE[target.period])),
            )  # fmt: skip


def _outside(length: str, found: re.Match[str], first: dt.date | None, last: dt.date | None) -> bool:
    year, part = int(found[1]), int(found[2] or 1)
    if not FIRST_DAY.year <= year <= LAST_DAY.year:  # no agreement has days there, and the calendar ends
        return True
    if length == "week":
        begins = dt.date(year, 1, 4) - dt.timedelta(days=dt.date(year, 1, 4).weekday()) + dt.timedelta(weeks=part - 1)
        ends = begins + dt.timedelta(days=6)
    else:
        months = {"month": 1, "quarter": 3, "year": 12}[length]
        start = (part - 1) * months
        begins = dt.date(year, start + 1, 1)
        after = year * 12 + start + months
        ends = dt.date(after // 12, after % 12 + 1, 1) - dt.timedelta(days=1)
    return bool((first and ends < first) or (last and begins > last))
