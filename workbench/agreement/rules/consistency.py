"""Answers that contradict each other: dates, hours, stages, volumes and capacity, tiers and windows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from workbench.agreement.calculators.answer import NotMeasurable
from workbench.agreement.model import Agreement
from workbench.agreement.period_words import BARE
from workbench.agreement.sections.volumes import VolumeTarget
from workbench.agreement.team_names import named
from workbench.agreement.volume_plan import monthly_capacity
from workbench.base.language import N_
from workbench.fields.issue import Issue

MONTHS = {"month": 1, "quarter": 3, "year": 12}
"""Months of a period; capacity is counted by the month, so a week is not compared."""


def find(agreement: Agreement) -> Iterator[Issue]:
    """Every contradiction."""
    yield from _dates(agreement)
    yield from _calendars(agreement)
    yield from _volumes(agreement)
    yield from _follow_up(agreement)
    yield from _metrics(agreement)


def _dates(agreement: Agreement) -> Iterator[Issue]:
    teams = agreement.teams
    start, end, review = teams.effective_from, teams.effective_until, teams.review_date
    if start and end and end < start:
        yield Issue("teams.effective_until", "error", "dates", N_("The agreement ends before it begins."))
    if start and review and review < start:
        yield Issue("teams.review_date", "warning", "dates", N_("The first review lies before the agreement begins."))
    if end and review and review > end:
        yield Issue("teams.review_date", "warning", "dates", N_("The first review lies after the agreement ends."))
    goals = agreement.goals
    if goals.primary_goal in [one.key for one in goals.goals[1:]]:  # of one that is gone, another rule tells
        yield Issue(
            "goals.primary_goal", "warning", "ranking", N_("The goal that decides is not the first in the ranking.")
        )


def _calendars(agreement: Agreement) -> Iterator[Issue]:
    for calendar in agreement.follow_up.calendars:
        path = f"follow_up.calendars[{calendar.key}]"
        spans: dict[str, list[tuple[int, int]]] = {}
        for row in calendar.hours:
            if row.opens is None or row.closes is None:
                continue
            first = row.opens.hour * 60 + row.opens.minute
            last = row.closes.hour * 60 + row.closes.minute or 24 * 60
            if last <= first:
                yield Issue(
                    f"{path}.hours[{row.key}].closes", "error", "hours", N_("These hours close before they open.")
                )
            for weekday in row.weekdays:
                if any(first < b and a < last for a, b in spans.get(weekday, ())):
                    yield Issue(
                        f"{path}.hours[{row.key}].weekdays",
                        "error",
                        "hours",
                        N_("These hours overlap others of the same day."),
                    )
                spans.setdefault(weekday, []).append((first, last))
        for special in calendar.special_days:
            if bool(special.opens) != bool(special.closes):
                yield Issue(
                    f"{path}.special_days[{special.key}].closes", "error", "hours",
                    N_("A special day needs both times, or neither when it is closed."),
                )  # fmt: skip
    for outage in agreement.follow_up.outages:
        if outage.starts and outage.ends and outage.ends <= outage.starts:
            yield Issue(
                f"follow_up.outages[{outage.key}].ends", "error", "dates", N_("This outage ends before it begins.")
            )


def _volumes(agreement: Agreement) -> Iterator[Issue]:
    volumes = agreement.volumes
    capacity = monthly_capacity(agreement)
    if (volumes.marketing_share or 0) + (volumes.partner_share or 0) > 1:
        yield Issue(
            "volumes.partner_share", "error", "shares",
            N_("Marketing and partners together bring more than the whole revenue."),
        )  # fmt: skip
    for target in volumes.volume_targets:
        path = f"volumes.volume_targets[{target.key}]"
        for period, times in Counter(one.period for one in target.months).items():
            if times > 1:
                yield Issue(
                    f"{path}.months", "error", "doubled", N_("“{name}” stands here twice."), (("name", period),)
                )
        yield from _over_capacity(agreement, target, capacity)
        if (
            volumes.ceiling
            and target.amount
            and target.period == volumes.ceiling_period
            and volumes.ceiling < target.amount
        ):
            yield Issue(
                "volumes.ceiling", "warning", "ceiling",
                N_("The ceiling lies below the promised number of leads, so that even the plan would not be judged."),
            )  # fmt: skip


def _over_capacity(agreement: Agreement, target: VolumeTarget, capacity: Fraction | NotMeasurable) -> Iterator[Issue]:
    """A number of leads beyond what sales can work in that period, in a period of its own too."""
    months = MONTHS.get(target.period)
    if months is None or isinstance(capacity, NotMeasurable):
        return
    most, path = int(capacity * months), f"volumes.volume_targets[{target.key}]"
    numbers = [(f"{path}.amount", target.amount)]
    numbers += [(f"{path}.months[{one.key}].amount", one.amount) for one in target.months]
    for place, amount in numbers:
        if (amount or 0) > most:
            yield Issue(
                place, "warning", "over_capacity",
                N_("{marketing} promises {leads} leads a {period}; {sales} can work {capacity}."),
                (("marketing", named(agreement.teams, "marketing")), ("leads", str(amount)),
                 ("period", BARE[target.period]), ("sales", named(agreement.teams, "sales")),
                 ("capacity", str(most))),
            )  # fmt: skip


def _follow_up(agreement: Agreement) -> Iterator[Issue]:
    covered = {row.tier for row in agreement.follow_up.tiers}
    for tier in agreement.lead_definitions.tiers:
        if agreement.follow_up.tiers and "" not in covered and tier.key not in covered:
            yield Issue(
                f"lead_definitions.tiers[{tier.key}]", "warning", "tier_without_clock",
                N_("Nothing is promised for leads of {tier}."), (("tier", tier.name),),
            )  # fmt: skip
    for row in agreement.handoff.reasons:
        if not agreement.handoff.rejection_reasons:
            yield Issue(
                f"handoff.reasons[{row.key}]",
                "error",
                "no_reasons",
                N_("There is no list of reasons to choose from yet."),
            )
    if agreement.lead_definitions.completeness and not (
        agreement.lead_definitions.required_fields or agreement.lead_definitions.required_custom_fields
    ):
        yield Issue(
            "lead_definitions.required_fields",
            "error",
            "no_fields",
            N_("Complete data is promised, but no field is required yet."),
        )
    if agreement.volumes.value_targets and not agreement.volumes.lead_types:
        yield Issue(
            "volumes.lead_types", "error", "no_values", N_("A value is promised, but no lead type has a value yet.")
        )


def _metrics(agreement: Agreement) -> Iterator[Issue]:
    for metric in agreement.metrics.metrics:
        path = f"metrics.metrics[{metric.key}]"
        if metric.operator == "between" and None not in {metric.target, metric.target_upper}:
            assert metric.target is not None
            assert metric.target_upper is not None
            if metric.target_upper < metric.target:
                yield Issue(f"{path}.target_upper", "error", "range", N_("The upper end lies below the lower one."))
        if metric.rewards in {"marketing", "sales"} and not metric.counterweight:
            yield Issue(
                f"{path}.counterweight", "warning", "one_sided_metric",
                N_("{metric} pays one team only: name the number that balances it."),
                (("metric", metric.name or metric.kind),),
            )  # fmt: skip
    for row in agreement.working_together.responsibilities:
        if row.accountable and row.accountable in row.consulted:
            yield Issue(
                f"working_together.responsibilities[{row.key}].consulted", "hint", "double_role",
                N_("The accountable person is also consulted; once is enough."),
            )  # fmt: skip
