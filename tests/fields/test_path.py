"""Addresses: by name and row key, everything off the path shared."""

from __future__ import annotations

import pytest

from tests.support.agreements import empty_agreement
from workbench.agreement.sections.follow_up import FollowUpTier
from workbench.agreement.templates import template
from workbench.base.errors import NotFoundError
from workbench.fields.path import declared, get, insert_row, move_row, parse_path, path_text, put, remove_row, walk


def test_a_written_path_is_read_back() -> None:
    assert path_text(parse_path("follow_up.tiers[k7].target")) == "follow_up.tiers[k7].target"


@pytest.mark.parametrize(
    "text",
    ["", ".", "a..b", "[k]", "follow_up.tiers[0", "follow_up.tiers.0", "a b", "teams.nothing", "follow_up.tiers[zz]"],
)
def test_a_place_that_is_not_there_is_named(text: str) -> None:
    with pytest.raises(NotFoundError):
        get(empty_agreement("A"), text)


def test_setting_shares_everything_off_the_path() -> None:
    before = template("b2b").agreement
    after = put(before, "follow_up.tiers[a].attempts", 7)
    assert get(after, "follow_up.tiers[a].attempts") == 7
    assert get(before, "follow_up.tiers[a].attempts") == 6
    assert after.volumes is before.volumes
    assert after.follow_up.tiers[1] is before.follow_up.tiers[1]


def test_setting_the_same_value_changes_nothing() -> None:
    before = template("b2b").agreement
    assert put(before, "teams.company", before.teams.company) is before


def test_rows_come_go_and_move_by_key() -> None:
    tree = insert_row(empty_agreement("A"), "follow_up.tiers", FollowUpTier(key="a"))
    tree = insert_row(tree, "follow_up.tiers", FollowUpTier(key="b"), 0)
    assert [row.key for row in tree.follow_up.tiers] == ["b", "a"]
    tree = move_row(tree, "follow_up.tiers", "a", 0)
    assert [row.key for row in tree.follow_up.tiers] == ["a", "b"]
    tree = remove_row(tree, "follow_up.tiers", "a")
    assert [row.key for row in tree.follow_up.tiers] == ["b"]


def test_walking_names_paths_that_can_be_read() -> None:
    tree = template("b2b").agreement
    for path, field, value in walk(tree):
        assert get(tree, path) is value
        assert declared(tree, path)[2] is field


def test_a_section_is_not_a_field() -> None:
    with pytest.raises(NotFoundError, match="is not a field"):
        declared(template("b2b").agreement, "follow_up")
