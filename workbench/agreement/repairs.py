"""What can be done about an issue with one key: the agreement after it, and what was done in words.

A repair only does what follows from other answers, or takes a contradiction away; it never invents a promise, a name or
a date of its own. Must not know who asks or how it is shown.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from workbench.agreement.model import Agreement
from workbench.agreement.rules.never_used import AFTER_HAND_OFF
from workbench.agreement.sections.follow_up import FollowUpTier
from workbench.agreement.sections.governance import Consequence
from workbench.agreement.sections.sign_off import Signer
from workbench.agreement.team_names import PARTIES, named
from workbench.base.language import N_, Language
from workbench.fields.issue import Issue
from workbench.fields.path import declared, get, insert_row, move_row, put, remove_row
from workbench.fields.value import new_key


@dataclass(frozen=True)
class Repair:
    """One step that settles an issue.

    Attributes:
        template: What it does, marked for translation: a verb and its object, with braces for values.
        values: What fills the braces, in pairs.
        path: The place it changes.
        after: The agreement after it.
    """

    template: str
    values: tuple[tuple[str, str], ...]
    path: str
    after: Agreement

    def words(self, language: Language) -> str:
        """What it does, in a language."""
        return language.text(self.template).format(**{name: language.text(value) for name, value in self.values})


def repair_of(agreement: Agreement, issue: Issue) -> Repair | None:
    """The repair of an issue that `rules` found in this very agreement; nothing where only people can say."""
    find = _FINDERS.get(issue.code)
    return find(agreement, issue) if find is not None else None


def _put(agreement: Agreement, path: str, value: object, template: str, **values: str) -> Repair:
    return Repair(template, tuple(values.items()), path, put(agreement, path, value))


def _split(path: str) -> tuple[str, str]:
    """The list and the key of the row a path leads into or to."""
    outer, _, rest = path.rpartition("[")
    return outer, rest.partition("]")[0]


def _ranking(agreement: Agreement, _issue: Issue) -> Repair:
    primary = agreement.goals.primary_goal
    name = next((one.name for one in agreement.goals.goals if one.key == primary), primary)
    moved = move_row(agreement, "goals.goals", primary, 0)
    return Repair(N_("Put “{goal}” first"), (("goal", name),), "goals.goals", moved)


def _dates(agreement: Agreement, issue: Issue) -> Repair | None:
    teams = agreement.teams
    if issue.path == "teams.effective_until":
        swapped = dataclasses.replace(teams, effective_from=teams.effective_until, effective_until=teams.effective_from)
        return Repair(N_("Swap the two dates"), (), issue.path, dataclasses.replace(agreement, teams=swapped))
    if issue.path == "teams.review_date":
        if teams.effective_until and teams.review_date and teams.review_date > teams.effective_until:
            return _put(agreement, issue.path, teams.effective_until, N_("Review on the last day"))
        return _put(agreement, issue.path, None, N_("Empty the review date"))
    row = issue.path.rpartition(".")[0]
    outage = get(agreement, row)
    swapped_row = dataclasses.replace(outage, starts=outage.ends, ends=outage.starts)
    return Repair(N_("Swap beginning and end"), (), issue.path, put(agreement, row, swapped_row))


def _hours(agreement: Agreement, issue: Issue) -> Repair | None:
    row = issue.path.rpartition(".")[0]
    if "special_days[" in row:
        closed = dataclasses.replace(get(agreement, row), opens=None, closes=None)
        return Repair(N_("Close that whole day"), (), issue.path, put(agreement, row, closed))
    if issue.path.endswith(".closes"):
        hours = get(agreement, row)
        swapped = dataclasses.replace(hours, opens=hours.closes, closes=hours.opens)
        return Repair(N_("Swap opening and closing"), (), issue.path, put(agreement, row, swapped))
    return None


def _doubled(agreement: Agreement, issue: Issue) -> Repair | None:
    """Two numbers for one period: the later row goes. Other doubled names are for people to tell apart."""
    if not issue.path.endswith(".months"):
        return None
    seen: set[str] = set()
    for one in get(agreement, issue.path):
        if one.period in seen:
            without = remove_row(agreement, issue.path, one.key)
            return Repair(N_("Remove the second {period}"), (("period", one.period),), issue.path, without)
        seen.add(one.period)
    return None


def _over_capacity(agreement: Agreement, issue: Issue) -> Repair | None:
    most = dict(issue.values)["capacity"]
    if not int(most):
        return None
    return _put(agreement, issue.path, int(most), N_("Promise {leads} leads"), leads=most)


def _overridden(agreement: Agreement, issue: Issue) -> Repair:
    computed = dict(issue.values)["computed"]
    value = int(computed) if issue.path.endswith(".amount") else Decimal(computed)
    return _put(agreement, issue.path, value, N_("Take the computed {computed}"), computed=computed)


def _ceiling(agreement: Agreement, _issue: Issue) -> Repair:
    volumes = agreement.volumes
    most = max(
        one.amount or 0 for one in volumes.volume_targets if one.period == volumes.ceiling_period
    )  # a rule that found none would not have spoken
    return _put(agreement, "volumes.ceiling", most, N_("Raise the ceiling to {leads} leads"), leads=str(most))


def _tier_without_clock(agreement: Agreement, issue: Issue) -> Repair:
    _, key = _split(issue.path)
    row = FollowUpTier(key=new_key(), tier=key)
    return Repair(
        N_("Add a row for {tier}"), issue.values, f"follow_up.tiers[{row.key}]",
        insert_row(agreement, "follow_up.tiers", row),
    )  # fmt: skip


def _double_role(agreement: Agreement, issue: Issue) -> Repair:
    row = get(agreement, issue.path.rpartition(".")[0])
    left = tuple(one for one in row.consulted if one != row.accountable)
    return _put(agreement, issue.path, left, N_("Take the accountable person out of the consulted"))


def _dangling(agreement: Agreement, issue: Issue) -> Repair:
    """What is no longer there is named no longer; a list keeps what is.

    A criterion that was only for what is gone goes with it: emptied, it would hold for everybody's leads.
    """
    field = declared(agreement, issue.path)[2]
    value = get(agreement, issue.path)
    left: object = field.kind.empty
    if isinstance(value, tuple):
        known = {row.key for row in get(agreement, field.kind.to)}  # type: ignore[attr-defined]  # a reference has it
        left = tuple(one for one in value if one in known)
        if not left and issue.path.startswith("lead_definitions."):
            outer, key = _split(issue.path)
            name = str(getattr(get(agreement, issue.path.rpartition(".")[0]), "name", ""))
            without = remove_row(agreement, outer, key)
            template = N_("Remove “{name}” with it") if name else N_("Remove the row with it")
            return Repair(template, (("name", name),), outer, without)
    return _put(agreement, issue.path, left, N_("Empty “{label}”"), label=field.label)


def _segments_over_goal(agreement: Agreement, issue: Issue) -> Repair:
    total = dict(issue.values)["sum"]
    return _put(
        agreement, issue.path, Decimal(total.replace(",", "")), N_("Raise the revenue goal to {sum}"), sum=total
    )


def _stray_period(agreement: Agreement, issue: Issue) -> Repair:
    at, key = _split(issue.path)
    words = (("period", dict(issue.values)["period"]),)
    return Repair(N_("Remove the number of {period}"), words, at, remove_row(agreement, at, key))


def _unreachable_tier(agreement: Agreement, _issue: Issue) -> Repair:
    """Whoever takes every other lead comes last."""
    at, tiers = "lead_definitions.tiers", agreement.lead_definitions.tiers
    taker = next(one for one in tiers if one.everyone_else)  # the rule has found one
    moved = move_row(agreement, at, taker.key, len(tiers) - 1)
    return Repair(N_("Move {tier} to the end"), (("tier", taker.name),), at, moved)


def _filled_later(agreement: Agreement, issue: Issue) -> Repair:
    left = tuple(one for one in get(agreement, issue.path) if one not in AFTER_HAND_OFF)
    return _put(agreement, issue.path, left, N_("Require only what is known at hand-off"))


def _unknown_code(agreement: Agreement, issue: Issue) -> Repair | None:
    row = issue.path.rpartition(".")[0]
    if issue.path.endswith(".country") and not get(agreement, issue.path):
        return _put(agreement, f"{row}.subdivision", "", N_("Empty the region"))
    if issue.path.endswith(".subdivision"):
        return _put(agreement, issue.path, "", N_("Empty the region"))
    return None


def _half_promise(agreement: Agreement, issue: Issue) -> Repair | None:
    """Only what the rest of the answers leaves no doubt about."""
    if issue.path == "volumes.ceiling_period":
        periods = {one.period for one in agreement.volumes.volume_targets if one.period}
        if len(periods) == 1:
            return _put(agreement, issue.path, periods.pop(), N_("Count the ceiling as the promised leads are"))
    if issue.path.endswith(".decision_within") and agreement.handoff.acceptance_window:
        return _put(agreement, issue.path, agreement.handoff.acceptance_window, N_("Take the acceptance window"))
    return None


def _no_signer(agreement: Agreement, issue: Issue) -> Repair | None:
    """Who signs for the team without having to must; else its lead signs, where the answers say who leads it."""
    taken = {one.role.casefold() for one in agreement.sign_off.signers}
    for side in PARTIES:
        if dict(issue.values)["team"] != named(agreement.teams, side):
            continue
        free = next((one for one in agreement.sign_off.signers if one.team == side), None)
        if free is not None:
            at = f"sign_off.signers[{free.key}].optional"
            return _put(agreement, at, False, N_("Demand the signature of {role}"), role=free.role)
        lead = agreement.teams.marketing_lead if side == "marketing" else agreement.teams.sales_lead
        person = next((one for one in agreement.teams.participants if one.key == lead), None)
        if person is None:
            return None
        role = person.role or person.name
        if not role or role.casefold() in taken:
            return None
        signer = Signer(key=new_key(), person=person.key, role=role, team=side)
        return Repair(
            N_("Add {name} as a signer"), (("name", person.name),), f"sign_off.signers[{signer.key}]",
            insert_row(agreement, "sign_off.signers", signer),
        )  # fmt: skip
    return None


def _no_consequence(agreement: Agreement, issue: Issue) -> Repair | None:
    """The only repair action that fits, where there is only one."""
    fitting = _consequences(agreement, issue.path)
    if len(fitting) != 1:
        return None
    return _put(agreement, issue.path, fitting[0].key, N_("“{action}” follows"), action=fitting[0].name)


def _consequences(agreement: Agreement, path: str) -> tuple[Consequence, ...]:
    by = {"volumes": "marketing", "follow_up": "sales"}.get(path.partition(".")[0])
    return tuple(one for one in agreement.governance.consequences if by is None or one.team in {by, "both", ""})


def _scope(agreement: Agreement, issue: Issue) -> Repair | None:
    """A condition that names no column limits nothing."""
    row = issue.path.rpartition(".")[0]
    condition = get(agreement, row)
    if condition.field or condition.custom_field or condition.values:
        return None
    at, key = _split(row)
    return Repair(N_("Remove the empty condition"), (), at, remove_row(agreement, at, key))


_FINDERS: dict[str, Callable[[Agreement, Issue], Repair | None]] = {
    "ranking": _ranking,
    "dates": _dates,
    "hours": _hours,
    "doubled": _doubled,
    "over_capacity": _over_capacity,
    "overridden": _overridden,
    "ceiling": _ceiling,
    "tier_without_clock": _tier_without_clock,
    "double_role": _double_role,
    "dangling": _dangling,
    "unknown_code": _unknown_code,
    "half_promise": _half_promise,
    "no_signer": _no_signer,
    "no_consequence": _no_consequence,
    "scope": _scope,
    "segments_over_goal": _segments_over_goal,
    "stray_period": _stray_period,
    "unreachable_tier": _unreachable_tier,
    "filled_later": _filled_later,
}
"""By the rule's stable name."""
