"""What others found: each fact has a source, says what year it is of, and what speaks against it."""

from __future__ import annotations

import re

from workbench.agreement.contents import SECTION
from workbench.agreement.evidence import KINDS, facts, facts_of
from workbench.base.language import language


def test_each_fact_names_its_section_its_source_and_a_caveat() -> None:
    assert len(facts()) >= 20
    assert len({fact.key for fact in facts()}) == len(facts())
    for fact in facts():
        assert fact.sections
        assert set(fact.sections) <= set(SECTION)
        assert fact.kind in KINDS
        assert fact.figure
        assert fact.says.endswith(".")
        assert fact.source
        assert fact.caveat.endswith(".")
        assert fact.year is None or 1990 < fact.year < 2027


def test_what_was_only_quoted_says_that_nobody_found_it() -> None:
    quoted = [fact for fact in facts() if fact.kind == "quoted"]
    assert quoted
    for fact in quoted:
        assert re.search(r"original(s)? w(as|ere) not found", fact.caveat)
        assert fact.origin(language()).endswith("no year given")


def test_the_two_studies_about_minutes_and_hours_are_kept_apart() -> None:
    by = {fact.key: fact for fact in facts()}
    assert "InsideSales" in by["five-minutes"].source
    assert "Harvard" not in by["five-minutes"].source
    assert "Harvard" in by["within-an-hour"].source


def test_the_best_founded_come_first() -> None:
    kinds = [fact.kind for fact in facts_of("follow_up")]
    assert kinds == sorted(kinds, key=list(KINDS).index)
    assert kinds[0] == "study"
    assert facts_of("sign_off") == ()
