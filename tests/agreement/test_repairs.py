"""Repairs: what each does, that it settles its issue and makes none, and that it invents nothing."""

from __future__ import annotations

import dataclasses
import datetime as dt
from fractions import Fraction
from typing import Any

import pytest

from tests.agreement.test_rules import B2B, CASES
from workbench.agreement.model import Agreement
from workbench.agreement.repairs import Repair, repair_of
from workbench.agreement.rules import rules
from workbench.agreement.sections.volumes import PeriodAmount
from workbench.agreement.terms import ScopeFilter
from workbench.agreement.volume_plan import monthly_capacity
from workbench.base.language import language
from workbench.fields.issue import Issue
from workbench.fields.path import get, put


def issue_of(agreement: Agreement, code: str, path: str) -> Issue:
    return next(one for one in rules(agreement) if (one.code, one.path) == (code, path))


def repaired(agreement: Agreement, code: str, path: str) -> Repair:
    made = repair_of(agreement, issue_of(agreement, code, path))
    assert made is not None
    return made


AT = "follow_up.calendars[main]"
MENDED = {
    "teams.effective_until", "teams.review_date", "teams.marketing_lead", "goals.primary_goal",
    "sign_off.signers[sales].optional", "follow_up.tiers[a].decision_share", "volumes.ceiling_period",
    "volumes.lead_types[demo].value", "volumes.average_deal",
    "volumes.ceiling", "volumes.volume_targets[mql].amount", "lead_definitions.fit[size].segments",
    f"{AT}.hours[am].closes",
    f"{AT}.special_days[nye].closes", "follow_up.tiers", f"{AT}.subdivision",
}  # fmt: skip
"""Where a fault of `CASES` can be mended with one key. Where one place has two faults, a number is what differs."""


@pytest.mark.parametrize(("path", "value", "issue"), CASES, ids=lambda one: one if isinstance(one, str) else "")
def test_a_repair_settles_its_issue_and_makes_no_new_fault(path: str, value: Any, issue: tuple[str, str, str]) -> None:
    agreement = put(B2B, path, value)
    before = rules(agreement)
    made = repair_of(agreement, issue_of(agreement, issue[1], issue[2]))
    assert (made is not None) == (path in MENDED and issue[1] != "nothing")
    if made is None:
        return
    after = rules(made.after)
    assert (issue[1], issue[2]) not in {(one.code, one.path) for one in after}
    known = {(one.code, one.path) for one in before}
    new = [one for one in after if (one.code, one.path) not in known]
    assert not [one for one in new if one.severity == "error" and not one.path.startswith(made.path)], new
    words = made.words(language())
    assert words
    assert "{" not in words
    assert not words.endswith(".")


SAID = {
    "goals.primary_goal": "Put “Cost of winning one customer” first",
    "teams.effective_until": "Swap the two dates",
    "teams.review_date": "Empty the review date",
    "teams.marketing_lead": "Empty “Marketing lead”",
    "volumes.lead_types[demo].value": "Take the computed 1200",
    "volumes.average_deal": "Take the computed 100",
    "lead_definitions.fit[size].segments": "Remove “The company has 50 to 1,000 employees” with it",
    "volumes.ceiling": "Raise the ceiling to 400 leads",
    "follow_up.calendars[main].hours[am].closes": "Swap opening and closing",
    "follow_up.calendars[main].special_days[nye].closes": "Close that whole day",
    "follow_up.calendars[main].subdivision": "Empty the region",
}


@pytest.mark.parametrize("path", SAID)
def test_what_it_does_is_said(path: str) -> None:
    value, (_, code, at) = next((value, issue) for where, value, issue in CASES if where == path)
    assert repaired(put(B2B, path, value), code, at).words(language()) == SAID[path]


def test_swapped_dates_are_the_same_two_dates() -> None:
    teams = dataclasses.replace(
        B2B.teams, effective_from=dt.date(2027, 12, 31), effective_until=dt.date(2027, 1, 1), review_date=None
    )
    after = repaired(dataclasses.replace(B2B, teams=teams), "dates", "teams.effective_until").after
    assert (after.teams.effective_from, after.teams.effective_until) == (dt.date(2027, 1, 1), dt.date(2027, 12, 31))


def test_a_number_beyond_capacity_becomes_the_capacity_in_a_period_of_its_own_too() -> None:
    at = "volumes.volume_targets[mql]"
    agreement = put(B2B, f"{at}.months", (PeriodAmount(key="x", period="2027-10", amount=9000),))
    made = repaired(agreement, "over_capacity", f"{at}.months[x].amount")
    capacity = monthly_capacity(B2B)
    assert isinstance(capacity, Fraction)
    assert get(made.after, f"{at}.months[x].amount") == int(capacity)
    assert made.words(language()) == f"Promise {int(capacity)} leads"


def test_of_two_numbers_for_one_period_the_later_goes() -> None:
    at = "volumes.volume_targets[mql].months"
    twice = (PeriodAmount(key="x", period="2027-10", amount=90), PeriodAmount(key="y", period="2027-10", amount=80))
    after = repaired(put(B2B, at, twice), "doubled", at).after
    assert get(after, at) == twice[:1]


def test_a_tier_without_a_clock_gets_a_row_to_fill() -> None:
    agreement = put(B2B, "follow_up.tiers", B2B.follow_up.tiers[:2])
    made = repaired(agreement, "tier_without_clock", "lead_definitions.tiers[c]")
    row = made.after.follow_up.tiers[-1]
    assert row.tier == "c"
    assert row.target is None  # no time is invented
    assert made.path == f"follow_up.tiers[{row.key}]"


def test_a_team_that_nobody_signs_for_gets_its_lead_as_signer() -> None:
    left = tuple(one for one in B2B.sign_off.signers if one.team != "sales")
    agreement = put(B2B, "sign_off.signers", left)
    after = repaired(agreement, "no_signer", "sign_off.signers").after
    added = after.sign_off.signers[-1]
    assert (added.team, added.person) == ("sales", B2B.teams.sales_lead)
    nobody = put(agreement, "teams.sales_lead", "")
    assert repair_of(nobody, issue_of(nobody, "no_signer", "sign_off.signers")) is None


def test_a_team_whose_only_signer_is_optional_gets_that_signature_and_no_second_person() -> None:
    agreement = put(B2B, "sign_off.signers[sales].optional", True)
    made = repaired(agreement, "no_signer", "sign_off.signers")
    assert made.words(language()) == "Demand the signature of Sales lead"
    assert made.after.sign_off.signers == B2B.sign_off.signers


def test_the_accountable_person_is_taken_out_of_the_consulted() -> None:
    at = f"working_together.responsibilities[{B2B.working_together.responsibilities[0].key}]"
    row = get(B2B, at)
    agreement = put(B2B, f"{at}.consulted", (row.accountable, *row.consulted))
    assert repaired(agreement, "double_role", f"{at}.consulted").after == B2B


def test_what_follows_a_miss_is_taken_over_only_where_one_action_fits() -> None:
    at = "follow_up.tiers[a].consequence"
    agreement = put(B2B, at, "")
    assert repair_of(agreement, issue_of(agreement, "no_consequence", at)) is None  # several fit
    rota = tuple(one for one in B2B.governance.consequences if one.key == "rota")
    alone = put(agreement, "governance.consequences", rota)
    assert get(repaired(alone, "no_consequence", at).after, at) == "rota"


def test_an_empty_condition_is_removed_and_one_with_words_is_left_to_people() -> None:
    at = "volumes.volume_targets[mql].scope"
    empty = put(B2B, at, (ScopeFilter(key="z"),))
    assert get(repaired(empty, "scope", f"{at}[z].field").after, at) == ()
    half = put(B2B, at, (ScopeFilter(key="z", values=("Web",)),))
    assert repair_of(half, issue_of(half, "scope", f"{at}[z].field")) is None


def test_what_only_people_can_say_has_no_repair() -> None:
    for path, value, (_, code, at) in CASES:
        if code in {"missing", "vague", "nothing", "impossible", "no_rates", "not_measurable"}:
            agreement = put(B2B, path, value)
            assert repair_of(agreement, issue_of(agreement, code, at)) is None
