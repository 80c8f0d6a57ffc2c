"""Numbers that promise nothing, or what no number can be: nought leads, a negative cost, two clocks for one lead."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from workbench.agreement.model import Agreement
from workbench.agreement.sections.follow_up import FollowUpTier
from workbench.agreement.sections.metrics import Metric
from workbench.base.language import N_
from workbench.fields.issue import Issue

MAY_BE_NEGATIVE = {"roi", "custom"}
"""Kinds of metrics that can lie below nought."""
NEVER_NEGATIVE_UNITS = {"days", "times"}
"""Units in which a metric of one's own cannot either."""
SHARES = {"conversion", "churn"}
"""Kinds that are parts of a whole; in percent they end at 100."""


def find(agreement: Agreement) -> Iterator[Issue]:
    """Every number that cannot be meant."""
    yield from _nothing(agreement)
    yield from _tiers(agreement)
    yield from _funnel(agreement)
    for metric in agreement.metrics.metrics:
        yield from _metric(metric)


def _nothing(agreement: Agreement) -> Iterator[Issue]:
    volumes = agreement.volumes
    promised: list[tuple[str, str, Decimal | int | None]] = []
    promised += [("volume_targets", one.key, one.amount) for one in volumes.volume_targets]
    promised += [("value_targets", one.key, one.amount) for one in volumes.value_targets]
    for name, key, amount in promised:
        if amount == 0:
            yield Issue(
                f"volumes.{name}[{key}].amount", "error", "nothing",
                N_("A promise of 0 promises nothing: write a number, or remove the row."),
            )  # fmt: skip
    if volumes.ceiling == 0:
        yield Issue(
            "volumes.ceiling", "error", "nothing",
            N_("With a ceiling of 0 no clock would ever run: write a number, or leave it empty."),
        )  # fmt: skip


def _tiers(agreement: Agreement) -> Iterator[Issue]:
    taken: dict[str, str] = {}
    for tier in agreement.lead_definitions.tiers:
        for value in tier.values or (tier.name,):
            word = value.strip().casefold()
            other = taken.setdefault(word, tier.key) if word else tier.key
            if other != tier.key:
                name = next(one.name for one in agreement.lead_definitions.tiers if one.key == other)
                yield Issue(
                    f"lead_definitions.tiers[{tier.key}].values", "error", "overlap",
                    N_("“{value}” stands for {tier} and for {other}: a lead would be in both."),
                    (("value", value), ("tier", tier.name or tier.key), ("other", name or other)),
                )  # fmt: skip
    seen: set[object] = set()
    for row in agreement.follow_up.tiers:
        leads = _leads(row)
        if leads in seen:
            yield Issue(
                f"follow_up.tiers[{row.key}].tier", "error", "overlap",
                N_("Another row promises a time for the same leads: a lead would have two clocks."),
            )  # fmt: skip
        seen.add(leads)


def _leads(row: FollowUpTier) -> object:
    """Which leads a row is for, so that two rows can be compared."""
    scope = [(one.field or one.custom_field, frozenset(map(str.casefold, one.values))) for one in row.scope]
    return row.tier, frozenset(map(str.casefold, row.sources)), frozenset(scope)


def _funnel(agreement: Agreement) -> Iterator[Issue]:
    volumes = agreement.volumes
    if volumes.revenue_goal and not volumes.rates:
        yield Issue(
            "volumes.rates", "warning", "no_rates",
            N_("The revenue goal says nothing about leads yet: add the rates from stage to stage."),
        )  # fmt: skip


def _metric(metric: Metric) -> Iterator[Issue]:
    path = f"metrics.metrics[{metric.key}]"
    named = (("metric", metric.name or metric.kind),)
    floor = metric.kind not in MAY_BE_NEGATIVE or metric.unit in NEVER_NEGATIVE_UNITS
    most = Decimal(100) if metric.kind in SHARES and metric.unit == "percent" else None
    for name in ("target", "target_upper", "warning"):
        value: Decimal | None = getattr(metric, name)
        if value is None:
            continue
        if floor and value < 0:
            yield Issue(f"{path}.{name}", "error", "impossible", N_("{metric} cannot lie below 0."), named)
        elif most is not None and value > most:
            yield Issue(f"{path}.{name}", "error", "impossible", N_("{metric} cannot lie above 100%."), named)
        elif floor and name == "target" and value == 0 and metric.operator == ">=":
            yield Issue(
                f"{path}.target", "error", "nothing",
                N_("{metric} is never below 0, so this target is always kept: write another number."), named,
            )  # fmt: skip
    if metric.margin is not None and metric.margin < 0:
        yield Issue(f"{path}.margin", "error", "impossible", N_("A margin cannot lie below 0."))
