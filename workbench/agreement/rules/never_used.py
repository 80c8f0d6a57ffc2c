"""Definitions that can never take effect: tiers behind a catch-all, thresholds out of reach, data nobody has yet."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from workbench.agreement.commitment import Commitment
from workbench.agreement.commitments import commitments
from workbench.agreement.lead_fields import FIELD
from workbench.agreement.model import Agreement
from workbench.agreement.period_words import BARE
from workbench.agreement.qualification.criterion import number_in
from workbench.agreement.qualification.holding import definitions_for
from workbench.agreement.qualification.point_range import point_range
from workbench.base.language import N_
from workbench.fields.issue import Issue

AFTER_HAND_OFF: Final = frozenset({
    "first_touch_at", "attempts", "last_attempt_at", "accepted_at", "rejected_at", "reject_reason", "recycled_at",
    "sql_at", "opportunity_at", "won_at", "lost_at", "lost_reason",
})  # fmt: skip
"""Columns that sales fills once it has the lead."""
MONTHS: Final = {"week": Decimal(12) / 52, "month": Decimal(1), "quarter": Decimal(3), "year": Decimal(12)}
BY_LEADS: Final = frozenset({"quality", "completeness", "hand_over_speed"})
"""Shares of the very leads whose number is promised."""


def find(agreement: Agreement) -> Iterator[Issue]:
    """Every definition and share without effect."""
    yield from _tiers(agreement)
    yield from _points(agreement)
    yield from _data(agreement)
    yield from _profile(agreement)
    yield from _samples(agreement)


def _tiers(agreement: Agreement) -> Iterator[Issue]:
    taken = ""
    for tier in agreement.lead_definitions.tiers:
        if taken:
            yield Issue(
                f"lead_definitions.tiers[{tier.key}]", "warning", "unreachable_tier",
                N_("No lead gets into {tier}: {other} before it takes every other lead."),
                (("tier", tier.name), ("other", taken)),
            )  # fmt: skip
        elif tier.everyone_else and not (tier.conditions or tier.hand_raisers or tier.points_from is not None):
            taken = tier.name or tier.key


def _points(agreement: Agreement) -> Iterator[Issue]:
    definitions = agreement.lead_definitions
    if not definitions.uses_points:
        return
    limits = definitions.threshold, definitions.fit_threshold, definitions.interest_threshold
    if not definitions.points:
        yield Issue("lead_definitions.points", "warning", "no_points", N_("Points are used, but no rule gives any."))
        return
    if all(one is None for one in limits) and not definitions.thresholds:
        yield Issue(
            "lead_definitions.threshold", "warning", "no_threshold",
            N_("Points are used, but nothing says from how many a lead qualifies."),
        )  # fmt: skip
    for row in definitions.thresholds:
        here = point_range(definitions_for(definitions, row.segment)).total
        if row.threshold is not None and row.threshold > here:
            yield Issue(
                f"lead_definitions.thresholds[{row.key}].threshold", "warning", "out_of_reach",
                N_("No lead can reach this: the most is {most} points."), (("most", str(here)),),
            )  # fmt: skip
    reach = point_range(definitions)
    most = {"threshold": reach.total, "fit_threshold": reach.fit, "interest_threshold": reach.interest}
    for name in reach.unreachable:
        yield Issue(
            f"lead_definitions.{name}", "warning", "out_of_reach",
            N_("No lead can reach this: the most is {most} points."), (("most", str(most[name])),),
        )  # fmt: skip


def _data(agreement: Agreement) -> Iterator[Issue]:
    definitions = agreement.lead_definitions
    if not definitions.completeness:
        return
    late = [name for name in definitions.required_fields if name in AFTER_HAND_OFF]
    if late:
        yield Issue(
            "lead_definitions.required_fields", "warning", "filled_later",
            N_("{field} is filled only after the hand-off, so no lead could be complete by then."),
            (("field", FIELD[late[0]].label),),
        )  # fmt: skip


def _profile(agreement: Agreement) -> Iterator[Issue]:
    """The size of the target buyer and the size a lead must have, where both are agreed; those of segments as well."""
    buyer = agreement.buyer
    own = {row.segment: row for row in buyer.profiles if row.segment}
    for one in agreement.lead_definitions.fit:
        name = {"at_least": "employees_from", "at_most": "employees_to"}.get(one.comparison)
        numbers = [number for word in one.values if (number := number_in(word)) is not None]
        if one.field != "company_size" or name is None or len(numbers) != 1:
            continue
        usual: int | None = getattr(buyer, name)
        wanted = {usual} if not one.segments else set()
        for key in one.segments or own:
            here: int | None = getattr(own[key], name) if key in own else None
            wanted.add(usual if here is None else here)
        differing = sorted(size for size in wanted if size is not None and size != numbers[0])
        if differing:
            yield Issue(
                f"lead_definitions.fit[{one.key}].values", "warning", "two_profiles",
                N_("The target buyer is drawn at {buyer} employees, this criterion at {here}."),
                (("buyer", str(differing[0])), ("here", str(numbers[0]))),
            )  # fmt: skip


def _samples(agreement: Agreement) -> Iterator[Issue]:
    """Shares of fewer leads than the sample they need, by the number of leads that is promised."""
    amounts = [
        one.amount / MONTHS[one.period] for one in agreement.volumes.volume_targets
        if one.amount and one.period in MONTHS and not one.scope
    ]  # fmt: skip
    if not amounts:
        return
    for one in commitments(agreement):
        here = _expected(one, max(amounts))
        if here is not None and here < one.minimum_sample:
            yield Issue(
                f"{one.path.rpartition('.')[0]}.minimum_sample", "warning", "never_enough",
                N_("{label} would never be judged: it needs {n} leads a {period}, and about {m} are promised."),
                (("label", one.label), ("n", str(one.minimum_sample)), ("period", BARE[one.period]),
                 ("m", str(int(here)))),
            )  # fmt: skip


def _expected(one: Commitment, a_month: Decimal) -> Decimal | None:
    return a_month * MONTHS[one.period] if one.kind in BY_LEADS and not one.scope else None
