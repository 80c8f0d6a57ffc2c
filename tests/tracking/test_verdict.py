"""A rule looked up says what the rule itself says."""

from __future__ import annotations

import numpy as np
import pytest

from workbench.tracking.leads import Bools
from workbench.tracking.verdict import Codes8, first_true, judged, overlaid
from workbench.tracking.why import Why


def exactly_one(*facts: Bools) -> Codes8:
    return np.where(sum(fact.astype(int) for fact in facts) == 1, np.int8(Why.LISTED), np.int8(Why.NOT_LISTED))


@pytest.mark.parametrize("count", [1, 2, 7, 8, 13, 14])
def test_a_table_says_what_its_rule_says(count: int) -> None:
    dice = np.random.default_rng(count)
    facts = [dice.random(2000) < 1 / count for _ in range(count)]
    assert judged(exactly_one, *facts).tolist() == exactly_one(*facts).tolist()
    last_alone = [*(np.zeros(1, np.bool_) for _ in facts[1:]), np.ones(1, np.bool_)]
    assert judged(exactly_one, *last_alone).tolist() == [Why.LISTED]


def test_the_first_case_that_holds_is_the_reason() -> None:
    first, second = np.array([True, False, True, False]), np.array([True, True, False, False])
    found = first_true((first, Why.ACCEPTED), (second, Why.REJECTED), otherwise=Why.UNDECIDED)
    assert found.tolist() == [Why.ACCEPTED, Why.REJECTED, Why.ACCEPTED, Why.UNDECIDED]


def test_a_reason_is_laid_over_others() -> None:
    why = overlaid(np.array([59, 59], np.int8), np.array([False, True]), Why.EXCLUDED)
    assert why.tolist() == [Why.SETTLED_UNKNOWN, Why.EXCLUDED]
