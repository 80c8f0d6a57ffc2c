"""A calibration round: votes that stay unseen, how alike they are, and what split the teams."""

from __future__ import annotations

import dataclasses
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from workbench.agreement.calibration import (
    TEAMS,
    Outcome,
    Round,
    SampleLead,
    Team,
    Vote,
    again,
    kappa,
    kept_rows,
    outcome,
    sealed,
    split_on,
    splitting,
    voted,
    with_lead,
    without_lead,
)
from workbench.agreement.sections.lead_definitions import FitCriterion, LeadDefinitions

LEADS = tuple(SampleLead(f"l{n}", f"Lead {n}") for n in range(10))
SIZE = "lead_definitions.fit[size]"
VOTES = st.sampled_from(["accept", "reject"])


def round_of(marketing: str, sales: str) -> Round:
    """A round with both teams' votes, written as letters, and done."""
    found = Round(LEADS[: len(marketing)])
    for team, letters in zip(TEAMS, (marketing, sales), strict=True):
        for lead, letter in zip(found.leads, letters, strict=True):
            found = voted(found, team, lead.key, "accept" if letter == "a" else "reject")
        found = sealed(found, team)
    return found


def test_kappa_by_hand() -> None:
    """Cohen's table 20 5 / 10 15: p_o 0.7, p_e 0.5, kappa 0.4."""
    yes: Vote = "accept"
    no: Vote = "reject"
    table: tuple[tuple[Vote, Vote, int], ...] = ((yes, yes, 20), (yes, no, 5), (no, yes, 10), (no, no, 15))
    pairs = [(one, other) for one, other, times in table for _ in range(times)]
    assert kappa(tuple(pairs)) == Fraction(2, 5)


def test_an_outcome_counts_what_is_alike() -> None:
    assert outcome(round_of("aaaarrrr", "aaarrrra")) == Outcome(6, 8, "0.50")
    assert outcome(round_of("aaa", "aaa")) == Outcome(3, 3, "")


def test_nothing_is_open_before_both_teams_are_done() -> None:
    found = Round(LEADS[:2])
    for lead in found.leads:
        found = voted(found, "marketing", lead.key, "accept")
    found = sealed(found, "marketing")
    assert not found.is_open
    assert kept_rows(found, {}) == ()
    found = voted(found, "sales", "l0", "reject")
    assert not sealed(found, "sales").is_open
    found = sealed(voted(found, "sales", "l1", "accept"), "sales")
    assert found.is_open


def test_a_sealed_ballot_cannot_be_changed() -> None:
    found = round_of("aa", "ar")
    assert voted(found, "sales", "l0", "reject") == found


def test_no_lead_comes_once_somebody_has_voted() -> None:
    with pytest.raises(ValueError, match="no more"):
        with_lead(voted(Round(LEADS[:1]), "sales", "l0", "accept"), LEADS[5])


def test_the_criterion_a_team_named_is_what_split_them() -> None:
    found = Round(LEADS[:3])
    for lead in found.leads:
        found = voted(found, "marketing", lead.key, "accept")
        found = voted(found, "sales", lead.key, "reject", SIZE if lead.key != "l2" else "")
    found = sealed(sealed(found, "marketing"), "sales")
    assert splitting(found, LeadDefinitions()) == ((SIZE, 2),)
    rows = kept_rows(found, {SIZE: "Big enough"})
    assert [(row.marketing_vote, row.sales_vote, row.criterion) for row in rows] == [
        ("accept", "reject", "Big enough"), ("accept", "reject", "Big enough"), ("accept", "reject", ""),
    ]  # fmt: skip


def test_where_nobody_names_one_it_is_what_the_lead_leaves_open() -> None:
    criteria = LeadDefinitions(
        fit=(
            FitCriterion(key="size", name="Big", field="company_size", comparison="at_least", values=("30",)),
            FitCriterion(key="land", name="Home", field="country", comparison="is_one_of", values=("DE",)),
        )
    )
    found = round_of("a", "r")
    found = dataclasses.replace(found, leads=(SampleLead("l0", "x", (("country", "DE"),)),))
    assert splitting(found, criteria) == ((SIZE, 1),)


def test_voting_again_forgets_the_votes_and_remembers_the_outcome() -> None:
    found = again(round_of("aar", "arr"))
    assert (found.leads, found.marketing.votes, found.sales.votes) == (LEADS[:3], {}, {})
    assert found.earlier == (Outcome(2, 3, "0.40"),)
    assert again(found).earlier == found.earlier


def test_a_lead_that_goes_takes_its_votes_along() -> None:
    found = without_lead(voted(Round(LEADS[:2]), "sales", "l0", "reject", SIZE), "l0")
    assert (found.leads, found.sales.votes, found.sales.because) == (LEADS[1:2], {}, {})


@given(st.lists(st.tuples(VOTES, VOTES), max_size=12))
def test_kappa_is_the_same_from_both_sides_and_for_both_words(pairs: list[tuple[Vote, Vote]]) -> None:
    turn: dict[Vote, Vote] = {"accept": "reject", "reject": "accept"}
    found = kappa(tuple(pairs))
    assert found == kappa(tuple((b, a) for a, b in pairs))
    assert found == kappa(tuple((turn[a], turn[b]) for a, b in pairs))
    assert found is None or -1 <= found <= 1
    assert found != 1 or all(a == b for a, b in pairs)


@given(st.lists(st.tuples(VOTES, VOTES), min_size=1, max_size=10))
def test_alike_and_split_are_the_whole(pairs: list[tuple[Vote, Vote]]) -> None:
    found = round_of("".join(a[0] for a, _ in pairs), "".join(b[0] for _, b in pairs))
    assert outcome(found).same + len(split_on(found)) == len(pairs)


@pytest.mark.parametrize("team", TEAMS)
def test_a_vote_can_be_taken_back(team: Team) -> None:
    found = voted(Round(LEADS[:1]), team, "l0", "reject", SIZE)
    assert voted(found, team, "l0", None) == Round(LEADS[:1])
