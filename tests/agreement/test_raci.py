"""Who is what in an activity: one accountable person, and what is missing or said twice."""

from __future__ import annotations

from hypothesis import given, strategies as st

from workbench.agreement.raci import LETTERS, Gap, Letter, gaps, letters_of, only, with_letter
from workbench.agreement.sections.working_together import Responsibility

PEOPLE = ("ana", "ben", "cem")
SOME = st.lists(st.sampled_from(PEOPLE), unique=True).map(tuple)
ROWS = st.builds(
    Responsibility, key=st.just("x"), name=st.just("Hand over"), accountable=st.sampled_from(("", *PEOPLE)),
    responsible=SOME, consulted=SOME, informed=SOME,
)  # fmt: skip


def test_gaps_and_doubles() -> None:
    rows = (
        Responsibility("a", "Hand over", "ana", ("ana", "ben"), ("cem",), ("ben",)),
        Responsibility("b", "  hand  OVER ", "", ("ben",)),
        Responsibility("c", "Report", "cem"),
    )
    assert gaps(rows) == (
        Gap("a", "redundant", "ben"), Gap("b", "no_accountable"), Gap("b", "double"), Gap("c", "no_responsible"),
    )  # fmt: skip


@given(ROWS, st.sampled_from(PEOPLE), st.sampled_from(LETTERS), st.booleans())
def test_a_letter_is_put_and_taken_and_touches_nobody_else(
    row: Responsibility, person: str, letter: Letter, on: bool
) -> None:
    after = with_letter(row, person, letter, on=on)
    assert (letter in letters_of(after, person)) is on
    others = [one for one in PEOPLE if one != person]
    if letter != "A":
        assert [letters_of(after, one) for one in others] == [letters_of(row, one) for one in others]
    assert sum("A" in letters_of(after, one) for one in PEOPLE) <= 1
    assert with_letter(after, person, letter, on=on) == after


@given(ROWS, st.sampled_from(PEOPLE), st.sampled_from((*LETTERS, None)))
def test_one_role_alone(row: Responsibility, person: str, letter: Letter | None) -> None:
    assert letters_of(only(row, person, letter), person) == ((letter,) if letter else ())
