"""A redline: whole words, phrases kept together, nothing lost on either side."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given, strategies as st

from workbench.fields.redline import Run, redline

WORDS = st.lists(st.sampled_from(["lead", "a", "of", "within", "5", "80%", "sales", ".", ",", "1,200", "don't"]))
TEXTS = WORDS.map(" ".join)


def side(runs: tuple[Run, ...], gone: str) -> str:
    return " ".join("".join(text for kind, text in runs if kind != gone).split())


@given(before=TEXTS, after=TEXTS)
def test_both_texts_can_be_read_from_the_runs(before: str, after: str) -> None:
    runs = redline(before, after)
    assert side(runs, "inserted").replace(" ", "") == before.replace(" ", "")
    assert side(runs, "removed").replace(" ", "") == after.replace(" ", "")


@given(before=TEXTS, after=TEXTS)
def test_runs_are_never_empty_and_neighbours_differ(before: str, after: str) -> None:
    runs = redline(before, after)
    assert all(text for _, text in runs)
    assert all(one[0] != other[0] for one, other in itertools.pairwise(runs))


@pytest.mark.parametrize(
    ("before", "after", "runs"),
    [
        ("", "", ()),
        ("Same.", "Same.", (("same", "Same."),)),
        ("", "New words", (("inserted", "New words"),)),
        ("Old words", "", (("removed", "Old words"),)),
        (
            "within 5 business days",
            "within 3 business days",
            (("same", "within "), ("removed", "5"), ("same", " "), ("inserted", "3"), ("same", " business days")),
        ),
        ("at least 75%.", "at least 80%.",
         (("same", "at least "), ("removed", "75%"), ("same", " "), ("inserted", "80%"), ("same", "."))),
        ("leads", "leads and more", (("same", "leads "), ("inserted", "and more"))),
        ("one two three", "one three", (("same", "one "), ("removed", "two"), ("same", " three"))),
    ],
)  # fmt: skip
def test_spaces_and_full_stops_stay_outside_the_marks(before: str, after: str, runs: tuple[Run, ...]) -> None:
    assert redline(before, after) == runs


def test_a_short_word_between_two_changes_is_taken_into_them() -> None:
    runs = redline("by the end of the next business day", "within 4 hours of hand-over")
    assert runs == (
        ("removed", "by the end of the next business day"), ("same", " "), ("inserted", "within 4 hours of hand-over"),
    )  # fmt: skip


def test_a_long_word_between_two_changes_stays() -> None:
    kinds = [kind for kind, text in redline("red business car", "blue business bus") if text.strip()]
    assert kinds == ["removed", "inserted", "same", "removed", "inserted"]


def test_very_long_texts_become_one_change_in_no_time() -> None:
    before, after = "word " * 3000, "other " * 3000
    start = time.perf_counter()
    assert [kind for kind, _ in redline(before, after)] == ["removed", "inserted"]
    assert time.perf_counter() - start < 1
