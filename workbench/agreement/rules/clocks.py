"""Clocks and shares that promise nothing, or that contradict each other: robots, impossible orders, void tolerances."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workbench.agreement.commitment import COUNT_KINDS, Commitment
from workbench.agreement.commitments import commitments
from workbench.agreement.model import Agreement
from workbench.agreement.sections.follow_up import FollowUpTier
from workbench.agreement.targets import field_of
from workbench.base.language import N_
from workbench.fields.issue import Issue
from workbench.fields.value import Duration

DAY_HOURS: Final = 8
"""Hours a business day is taken for where two times are only put in order, never where one is counted."""
FAR: Final = 8
"""A hand-over so many times slower than the answer is worth a word."""
CLOCKED: Final = frozenset({"hand_over_speed", "response", "decision", "recycle"})


def find(agreement: Agreement) -> Iterator[Issue]:
    """Every clock or share that cannot be meant."""
    yield from _shares(agreement)
    follow = agreement.follow_up
    answered = [row for row in follow.tiers if row.target is not None]
    if follow.autoresponder_counts and answered:
        yield Issue(
            "follow_up.autoresponder_counts", "warning", "robot_answers",
            N_("An automatic reply counts as first contact, though nobody has called."),
        )  # fmt: skip
    for row in follow.tiers:
        yield from _row(agreement, row)
    yield from _hand_over(agreement, answered)
    yield from _hand_raisers(agreement, answered)


def _shares(agreement: Agreement) -> Iterator[Issue]:
    for one in commitments(agreement):
        path = one.path.rpartition(".")[0]
        if _void(one):
            yield Issue(
                f"{path}.tolerance", "error", "void",
                N_("With this tolerance {label} is kept whatever happens."), (("label", one.label),),
            )  # fmt: skip
        elif one.kind in CLOCKED and one.target == 1 and not one.tolerance:
            yield Issue(
                field_of(one), "hint", "all_of_them",
                N_("{label} is missed with one late lead: agree a share below 100%, or a tolerance."),
                (("label", one.label),),
            )  # fmt: skip


def _void(one: Commitment) -> bool:
    """Whether the tolerance takes everything that is promised."""
    if one.kind in COUNT_KINDS:
        return one.tolerance >= 1
    return one.unit == "share" and one.target is not None and one.target <= one.tolerance


def _row(agreement: Agreement, row: FollowUpTier) -> Iterator[Issue]:
    path = f"follow_up.tiers[{row.key}]"
    first, all_tries = hours(row.target), hours(row.attempts_within)
    if first is not None and all_tries is not None and all_tries < first:
        yield Issue(
            f"{path}.attempts_within", "error", "impossible",
            N_("All attempts would have to be made before the first one is due."),
        )  # fmt: skip
    handoff = agreement.handoff
    decides, window = hours(row.decision_within), hours(handoff.acceptance_window)
    if handoff.silence and decides is not None and window is not None and decides > window:
        yield Issue(
            f"{path}.decision_within", "warning", "decided_by_silence",
            N_("The acceptance window ends before this time does, and silence has decided by then."),
        )  # fmt: skip


def _hand_over(agreement: Agreement, answered: list[FollowUpTier]) -> Iterator[Issue]:
    """Minutes promised after hours: the buyer waits for both."""
    fastest = min((found for row in answered if (found := hours(row.target)) is not None), default=None)
    for one in agreement.handoff.hand_over_speed:
        slow = hours(one.within)
        if fastest is not None and fastest <= 1 and slow is not None and slow >= max(FAR * fastest, DAY_HOURS / 2):
            yield Issue(
                f"handoff.hand_over_speed[{one.key}].within", "hint", "slow_hand_over",
                N_("Sales answers within the hour, but a lead may wait much longer before it is handed over."),
            )  # fmt: skip


def _hand_raisers(agreement: Agreement, answered: list[FollowUpTier]) -> Iterator[Issue]:
    """Whoever asked to talk waits longer than somebody who did not."""
    tiers = {one.key: one for one in agreement.lead_definitions.tiers}
    asked = [row for row in answered if row.tier in tiers and tiers[row.tier].hand_raisers]
    others = [row for row in answered if row.tier in tiers and not tiers[row.tier].hand_raisers]
    for row in asked:
        mine = hours(row.target)
        sooner = next((one for one in others if mine is not None and (hours(one.target) or mine) < mine), None)
        if sooner is not None:
            yield Issue(
                f"follow_up.tiers[{row.key}].target", "warning", "slow_hand_raisers",
                N_("Leads of {other} are answered sooner than those of {tier}, who asked to talk."),
                (("other", tiers[sooner.tier].name), ("tier", tiers[row.tier].name)),
            )  # fmt: skip


def hours(time: Duration | None) -> float | None:
    """A working time in hours, near enough to put two in order; nothing for none and for calendar units."""
    if time is None:
        return None
    each = {"minutes": 1 / 60, "hours": 1.0, "business_days": float(DAY_HOURS)}.get(time.unit)
    return None if each is None else time.amount * each
