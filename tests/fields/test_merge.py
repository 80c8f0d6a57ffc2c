"""Laws of merging two trees made from the same one, and what happens where both changed one place."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from tests.support.trees import trees, values
from workbench.agreement.model import Agreement
from workbench.agreement.templates import template
from workbench.base.errors import NotFoundError
from workbench.fields.change import apply, diff
from workbench.fields.links import RowsKind
from workbench.fields.merge import Conflict, merge, merge_over, ours, theirs
from workbench.fields.path import declared, get, insert_row, put, remove_row, walk

AGREEMENTS = trees(Agreement, depth=1)
BASE = template("b2b").agreement
PLACES = [(path, field) for path, field, _ in walk(BASE.handoff, "handoff") if not isinstance(field.kind, RowsKind)]
LISTS = [path for path, field, rows in walk(BASE.handoff, "handoff") if isinstance(field.kind, RowsKind) and rows]


@pytest.fixture(scope="module")
def base() -> Agreement:
    return BASE


@st.composite
def edited(draw: st.DrawFn) -> Agreement:
    """The template with some fields, rows and orders of one section changed, few enough to meet often."""
    tree = BASE
    for how in draw(st.lists(st.sampled_from(["put", "remove", "move", "insert"]), max_size=5)):
        path = draw(st.sampled_from(LISTS))
        try:
            rows = get(tree, path)
        except NotFoundError:  # the row it belongs to is gone by now
            continue
        if how == "remove" and rows:
            tree = remove_row(tree, path, draw(st.sampled_from([row.key for row in rows])))
        elif how == "move":
            tree = put(tree, path, tuple(draw(st.permutations(rows))))
        elif how == "insert" and (key := draw(st.sampled_from(["n1", "n2", "n3"]))) not in {row.key for row in rows}:
            kind = declared(tree, path)[2].kind
            assert isinstance(kind, RowsKind)
            tree = insert_row(tree, path, kind.row(key=key), draw(st.integers(0, len(rows))))
        elif how == "put":
            place, field = draw(st.sampled_from(PLACES))
            with contextlib.suppress(NotFoundError):  # its row is gone by now
                tree = put(tree, place, draw(values(field.kind)))
    return tree


@given(edited(), edited())
@settings(max_examples=100)
def test_what_only_one_side_changed_is_taken_whole(mine: Agreement, other: Agreement) -> None:
    assert merge(BASE, BASE, other).tree == other
    assert merge(BASE, mine, BASE).tree == mine
    assert merge(BASE, other, other).tree == other
    assert merge(mine, mine, other).conflicts == merge(mine, other, mine).conflicts == ()


@given(edited(), edited())
@settings(max_examples=150)
def test_both_sides_find_the_same_conflicts_and_end_at_the_same_values_when_the_same_side_wins(
    mine: Agreement, other: Agreement
) -> None:
    here, there = merge(BASE, mine, other, ours), merge(BASE, other, mine, theirs)
    assert {one.path: (one.ours, one.theirs) for one in here.conflicts} == {
        one.path: (one.theirs, one.ours) for one in there.conflicts
    }
    assert _values(here.tree) == _values(there.tree)


def _values(tree: Agreement) -> dict[str, Any]:
    """Every value by path; of lists only which rows there are."""
    return {
        path: {row.key for row in value} if isinstance(field.kind, RowsKind) else value
        for path, field, value in walk(tree)
    }


@given(edited(), edited())
@settings(max_examples=150)
def test_no_change_of_either_side_is_lost_unless_it_is_reported(mine: Agreement, other: Agreement) -> None:
    found = merge(BASE, mine, other)
    reported = {one.path for one in found.conflicts}
    for change in (*diff(BASE, mine), *diff(BASE, other)):
        if change.how == "moved" or any(change.path.startswith(path) for path in reported):
            continue
        there = dict.fromkeys([change.path])
        with contextlib.suppress(NotFoundError):
            there[change.path] = get(found.tree, change.path)
        assert there[change.path] == change.after


@given(edited(), edited(), edited())
@settings(max_examples=100)
def test_over_two_bases_nothing_stands_unreported_that_one_of_them_says_otherwise(
    second: Agreement, mine: Agreement, other: Agreement
) -> None:
    found = merge_over((BASE, second), mine, other)
    reported = tuple(one.path for one in found.conflicts)
    assert merge_over((second, BASE), mine, other).tree == found.tree
    for base in (BASE, second):
        alone = merge(base, mine, other)
        differing = [one.path for one in diff(alone.tree, found.tree) if one.how != "moved"]
        assert all(path.startswith(reported) for path in differing)
        assert all(one.path.startswith(reported) for one in alone.conflicts)


@given(st.data())
@settings(max_examples=60)
def test_changes_in_different_sections_meet_without_conflict(base: Agreement, data: st.DataObject) -> None:
    changed = data.draw(AGREEMENTS)
    names = ["teams", "goals", "buyer", "volumes", "handoff", "follow_up", "metrics", "governance"]
    split = data.draw(st.lists(st.booleans(), min_size=len(names), max_size=len(names)))
    mine, other, both = base, base, base
    for name, is_mine in zip(names, split, strict=True):
        part = {name: getattr(changed, name)}
        mine = Agreement(**{**vars(mine), **part}) if is_mine else mine
        other = other if is_mine else Agreement(**{**vars(other), **part})
        both = Agreement(**{**vars(both), **part})
    found = merge(base, mine, other)
    assert found.conflicts == ()
    assert found.tree == both


def test_two_fields_of_one_row_meet_and_one_field_of_it_does_not(base: Agreement) -> None:
    tier = base.follow_up.tiers[0].key
    mine = put(base, f"follow_up.tiers[{tier}].attempts", 9)
    other = put(base, f"follow_up.tiers[{tier}].tolerance", None)
    assert merge(base, mine, other).tree == apply(diff(base, other), mine)
    against = put(base, f"follow_up.tiers[{tier}].attempts", 7)
    found = merge(base, mine, against)
    was = base.follow_up.tiers[0].attempts
    assert found.conflicts == (Conflict(f"follow_up.tiers[{tier}].attempts", was, 9, 7),)
    assert get(found.tree, f"follow_up.tiers[{tier}].attempts") == 9
    assert get(merge(base, mine, against, theirs).tree, f"follow_up.tiers[{tier}].attempts") == 7


def test_texts_are_never_mixed(base: Agreement) -> None:
    mine, other = put(base, "goals.autonomy", "Reply in 12 hours."), put(base, "goals.autonomy", "Reply in 48 hours.")
    assert merge(base, mine, other).tree.goals.autonomy == "Reply in 12 hours."


def test_a_cleared_field_can_win(base: Agreement) -> None:
    tier = base.follow_up.tiers[0].key
    path = f"follow_up.tiers[{tier}].attempts"
    found = merge(base, put(base, path, None), put(base, path, 3), ours)
    assert get(found.tree, path) is None


def test_a_row_that_was_edited_here_and_removed_there_is_kept_and_reported(base: Agreement) -> None:
    key = base.handoff.rejection_reasons[1].key
    edited = put(base, f"handoff.rejection_reasons[{key}].name", "Too small")
    removed = remove_row(base, "handoff.rejection_reasons", key)
    for mine, other in ((edited, removed), (removed, edited)):
        for settle in (ours, theirs):
            found = merge(base, mine, other, settle)
            assert [one.path for one in found.conflicts] == [f"handoff.rejection_reasons[{key}]"]
            assert get(found.tree, f"handoff.rejection_reasons[{key}].name") == "Too small"
            assert len(found.tree.handoff.rejection_reasons) == len(base.handoff.rejection_reasons)


def test_an_untouched_row_that_one_side_removed_is_gone(base: Agreement) -> None:
    key = base.handoff.rejection_reasons[0].key
    removed = remove_row(base, "handoff.rejection_reasons", key)
    found = merge(base, removed, put(base, "teams.company", "Other"))
    assert found.conflicts == ()
    assert found.tree.handoff == removed.handoff
    assert found.tree.teams.company == "Other"


def test_rows_added_on_both_sides_stand_behind_their_neighbours(base: Agreement) -> None:
    rows = base.handoff.rejection_reasons
    added = [type(rows[0])(key=key, name=key) for key in ("xx1", "yy1")]
    mine = put(base, "handoff.rejection_reasons", (rows[0], added[0], *rows[1:]))
    other = insert_row(base, "handoff.rejection_reasons", added[1])
    found = merge(base, mine, other)
    assert found.conflicts == ()
    assert [row.key for row in found.tree.handoff.rejection_reasons] == [
        rows[0].key, "xx1", *(row.key for row in rows[1:]), "yy1",
    ]  # fmt: skip


def test_an_order_that_one_side_changed_stands_and_two_orders_are_a_conflict(base: Agreement) -> None:
    path, rows = "handoff.rejection_reasons", base.handoff.rejection_reasons
    turned = put(base, path, tuple(reversed(rows)))
    edited = put(base, f"{path}[{rows[0].key}].name", "First")
    found = merge(base, edited, turned)
    assert found.conflicts == ()
    assert [row.key for row in found.tree.handoff.rejection_reasons] == [row.key for row in reversed(rows)]
    rolled = put(base, path, (*rows[1:], rows[0]))
    (conflict,) = merge(base, rolled, turned).conflicts
    assert conflict.path == path
    assert merge(base, rolled, turned, theirs).tree == turned
