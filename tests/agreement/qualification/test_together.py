"""Criteria that can never hold together, and criteria that bring another with them: only what is certain is said."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.agreement.qualification.test_verdict import CONDITIONS, LEADS
from workbench.agreement.qualification.criterion import holds
from workbench.agreement.qualification.known_lead import KnownLead
from workbench.agreement.qualification.together import brings, never_together
from workbench.agreement.sections.criteria import Condition


def row(comparison: str, *values: str, field: str = "country") -> Condition:
    return Condition("k", field, comparison, values)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (row("at_least", "500"), row("at_most", "200"), True),
        (row("at_least", "200"), row("at_most", "200"), False),
        (row("is_one_of", "DE", "AT"), row("", "CH"), True),
        (row("is_one_of", "DE", "AT"), row("is_one_of", "at"), False),
        (row("is_one_of", "DE"), row("is_not", "de", "AT"), True),
        (row("is_one_of", "DE", "CH"), row("is_not", "DE"), False),
        (row("is_empty"), row("is_filled"), True),
        (row("is_one_of", "40"), row("at_least", "50"), True),
        (row("at_least", "500"), row("at_most", "200", field="score"), False),
        (row("is_one_of"), row("is_one_of", "x"), False),
    ],
)
def test_criteria_that_can_never_hold_together(one: Condition, other: Condition, apart: bool) -> None:
    assert never_together(one, other) is never_together(other, one) is apart


@given(CONDITIONS, CONDITIONS, LEADS)
def test_no_lead_meets_what_can_never_hold_together(one: Condition, other: Condition, lead: KnownLead) -> None:
    if never_together(one, other):
        assert not (holds(one, lead) and holds(other, lead))


@given(CONDITIONS, CONDITIONS, LEADS)
def test_what_a_criterion_brings_holds_wherever_it_does(one: Condition, other: Condition, lead: KnownLead) -> None:
    if brings(one, other) and holds(one, lead):
        assert holds(other, lead)
