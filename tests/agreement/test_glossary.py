"""The words of the glossary are found wherever they stand, with their synonyms and old words."""

from __future__ import annotations

import itertools

from hypothesis import given, strategies as st

from workbench.agreement.glossary import Glossary, explained, other_words
from workbench.agreement.sections.common_language import Term
from workbench.agreement.sections.lead_definitions import Tier
from workbench.agreement.sections.teams import Segment
from workbench.agreement.templates import template
from workbench.base.language import language
from workbench.fields.path import put

MQL = Term("m", "MQL", "A qualified one.", ("Qualified lead", "hot  lead"), "Conversion", "Web lead")
LEAD = Term("l", "Lead", "Anybody we know.", (), "Conversion")
WORDS = Glossary((MQL, LEAD, Term("x", "Empty")))


def said(text: str) -> list[tuple[str, str]]:
    return [(one.said, one.term.term) for one in WORDS.find(text)]


def test_whole_words_the_longest_first_in_any_case_and_number() -> None:
    assert said("Two mqls, one qualified\nLead, misleading leads.") == [
        ("mqls", "MQL"), ("qualified\nLead", "MQL"), ("leads", "Lead"),
    ]  # fmt: skip


def test_old_words_lead_to_the_new_one_unless_they_meant_two_things() -> None:
    assert said("a web lead; a conversion; hot lead") == [("web lead", "MQL"), ("hot lead", "MQL")]


def test_a_word_without_a_meaning_explains_nothing() -> None:
    assert said("Empty") == []
    assert Glossary(()).find("anything") == ()


def test_the_word_at_a_place() -> None:
    found = WORDS.at("An MQL here", 4)
    assert found is not None
    assert found.term is MQL
    assert WORDS.at("An MQL here", 9) is None


def test_other_words_are_said_in_one_line() -> None:
    assert other_words(MQL, language("en")) == (
        "Also called: Qualified lead, hot  lead, Conversion (marketing), Web lead (sales)"
    )
    assert other_words(Term("x", "T", "M"), language("en")) == ""


TEXT = st.text(st.sampled_from("mqlead MQL s\n.*+("), max_size=40)


@given(TEXT, st.lists(TEXT, max_size=4))
def test_what_is_found_stands_there_and_never_overlaps(text: str, words: list[str]) -> None:
    glossary = Glossary(Term(str(n), word, "Meaning") for n, word in enumerate(words))
    found = glossary.find(text)
    assert all(text[one.start : one.end] == one.said for one in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    for one in found:
        assert " ".join(one.said.split()).casefold().startswith(" ".join(one.term.term.split()).casefold())


def test_names_of_segments_and_tiers_are_explained_as_well() -> None:
    made = put(template("empty").agreement, "common_language.glossary", (Term("w", "Cloud", "Hosted by us."),))
    segments = (Segment("c", "cloud", "Not this."), Segment("f", "Fleet plan", "For 50 vehicles or more."))
    made = put(put(made, "teams.segments", segments), "lead_definitions.tiers", (Tier("a", "A", definition="Best"),))
    words = Glossary(explained(made))
    assert [one.definition for one in words.terms_in("A fleet plan in the cloud")] == [
        "For 50 vehicles or more.", "Hosted by us.",
    ]  # fmt: skip
