"""How far the sections are: what a template left in brackets is no answer yet."""

from __future__ import annotations

import dataclasses

from workbench.agreement.left_over import left_over
from workbench.agreement.model import Agreement
from workbench.agreement.progress import progress
from workbench.agreement.templates import template


def open_answers(agreement: Agreement) -> dict[str, int]:
    """Sections with needed answers that are not there, and how many."""
    found = {one.info.name: one.needed - one.answered for one in progress(agreement)}
    return {name: count for name, count in found.items() if count}


def test_a_bracket_that_a_template_left_is_no_answer() -> None:
    fresh = template("b2b").agreement
    assert open_answers(fresh) == {"teams": 7}
    named = dataclasses.replace(fresh, teams=dataclasses.replace(fresh.teams, company="Northwind Traders"))
    assert open_answers(named) == {"teams": 6}


def test_only_brackets_with_words_are_left_over() -> None:
    assert left_over("[Company]") == "[Company]"
    assert left_over(("Plan", "for [Segment] only")) == "[Segment]"
    for own in ("Plan [A", "[]", "a [x] b", "", None, 7, ("Plan",)):
        assert left_over(own) == ""
