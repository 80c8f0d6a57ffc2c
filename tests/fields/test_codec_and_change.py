"""Laws of the codec and of comparing, over whole agreements."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from tests.support.agreements import empty_agreement
from tests.support.trees import trees
from workbench.agreement.model import Agreement, read_agreement
from workbench.agreement.templates import template
from workbench.base.errors import DamagedError
from workbench.fields.change import apply, diff
from workbench.fields.codec import canonical, decode, decode_value, encode

AGREEMENTS = trees(Agreement).map(lambda tree: Agreement(**{**vars(tree), "format": 1}))


@given(AGREEMENTS)
def test_json_round_trip_is_exact(tree: Agreement) -> None:
    data = canonical(tree)
    again = read_agreement(data)
    assert again == tree
    assert canonical(again) == data


@given(AGREEMENTS, AGREEMENTS)
@settings(max_examples=60)
def test_applying_the_difference_gives_the_other(before: Agreement, after: Agreement) -> None:
    assert diff(before, before) == ()
    assert apply(diff(before, after), before) == after


def test_canonical_json_holds_no_float_and_no_default() -> None:
    text = canonical(template("b2b").agreement).decode()
    assert '"share":"0.9"' in text
    json.loads(text, parse_float=lambda found: pytest.fail(f"float {found}"))
    assert canonical(empty_agreement("A")) == b'{"format":1,"title":"A"}'


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"extra": 1}, "extra"),
        ({"teams": {"company": 5}}, "teams.company"),
        ({"teams": {"participants": [{"key": "a", "nick": "x"}]}}, "teams.participants[0].nick"),
        ({"teams": {"participants": [{"key": "a"}, {"key": "a"}]}}, "two rows"),
        ({"teams": {"participants": [{"key": "a b"}]}}, "cannot be a row's key"),
        ({"teams": {"currency": "EURO"}}, "teams.currency"),
        ({"teams": {"time_zone": "/etc/passwd"}}, "teams.time_zone"),
        ({"follow_up": {"tiers": [{"key": "a", "share": "1.5"}]}}, "follow_up.tiers[a].share"),
        ({"follow_up": {"tiers": [{"key": "a", "share": "NaN"}]}}, "follow_up.tiers[a].share"),
        (
            {"follow_up": {"tiers": [{"key": "a", "target": {"amount": 1, "unit": "days"}}]}},
            "follow_up.tiers[a].target",
        ),
        ({"follow_up": {"tiers": [{"key": "a", "share": "sNaN"}]}}, "“sNaN” is not a number that can be kept"),
        ({"volumes": {"revenue_goal": "Infinity"}}, "volumes.revenue_goal: “Infinity” is not a number"),
        ({"volumes": {"revenue_goal": "1e99999"}}, "volumes.revenue_goal: “1E+99999” is not a number"),
        ({"volumes": {"revenue_goal": "1e-99999"}}, "volumes.revenue_goal: “1E-99999” is not a number"),
        ({"follow_up": {"tiers": "none"}}, "follow_up.tiers"),
        ({"format": 2}, "newer version"),
        ({"format": True}, "not an Agreement JSON"),
    ],
)
def test_foreign_json_is_refused_by_place(change: dict[str, Any], says: str) -> None:
    data = json.dumps({"format": 1, "title": "A"} | change).encode()
    with pytest.raises(DamagedError) as caught:
        read_agreement(data)
    assert says.casefold() in str(caught.value).casefold()


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff", b'{"format":1', b"[" * 100_000, b'"x"', b"null"])
def test_what_is_no_json_object_is_refused(data: bytes) -> None:
    with pytest.raises(DamagedError):
        read_agreement(data)


def test_text_is_brought_to_one_form() -> None:
    tree = read_agreement('{"format":1,"title":" e\u0301  a\\u0007 "}'.encode())
    assert tree.title == "é a"


def test_one_value_is_read_or_refused_by_path() -> None:
    from workbench.agreement.sections.follow_up import FollowUpTier

    made = decode_value(FollowUpTier, "target", {"amount": 4, "unit": "hours"}, "follow_up.tiers[a].target")
    assert encode(made) == {"amount": 4, "unit": "hours"}
    assert decode_value(FollowUpTier, "target", None, "p") is None
    for bad in ("4 hours", {"amount": 0, "unit": "hours"}, {"amount": 4, "unit": "days"}, 4):
        with pytest.raises(DamagedError, match=r"follow_up\.tiers\[a\]\.target"):
            decode_value(FollowUpTier, "target", bad, "follow_up.tiers[a].target")


@pytest.mark.parametrize("bad", ["sNaN", "-NaN", "Infinity", "1e99999", "0e-99999"])
def test_what_is_no_amount_is_refused_as_a_value_too(bad: str) -> None:
    owner = type(empty_agreement("A").volumes)
    with pytest.raises(DamagedError, match=r"at volumes\.revenue_goal: “.*” is not a number that can be kept"):
        decode_value(owner, "revenue_goal", bad, "volumes.revenue_goal")


def test_a_whole_list_may_be_set() -> None:
    rows = decode_value(
        type(empty_agreement("A").teams), "participants", [{"key": "a", "name": "Ana"}], "teams.participants"
    )
    assert rows[0].name == "Ana"


def test_decoding_names_an_unknown_root_key() -> None:
    with pytest.raises(DamagedError, match="colour"):
        decode(Agreement, {"format": 1, "colour": "red"})


HALVES: list[tuple[Any, str]] = [
    (b'{"format":1,"title":"a\\ud800"}', "title"),
    (b'{"format":1,"title":"a\\uDFFF"}', "title"),
    ({"format": 1, "title": "a\ud800"}, "title"),
    ({"format": 1, "title": "A", "buyer": {"claims_allowed": ["fine", "\udfff"]}}, "buyer.claims_allowed[1]"),
    ({"format": 1, "title": "A", "buyer": {"\ud800": "x"}}, "buyer"),
]


@pytest.mark.parametrize(("data", "place"), HALVES, ids=lambda one: one if isinstance(one, str) else "")
def test_half_a_character_is_refused_in_one_sentence(data: Any, place: str) -> None:
    with pytest.raises(DamagedError) as refusal:
        decode(Agreement, data)
    assert refusal.value.message == f"This JSON is refused at {place}: its text holds half a character."
    str(refusal.value).encode()


@pytest.mark.parametrize("value", ["\ud800", "a\udc80b"])
def test_half_a_character_is_refused_as_a_value_too(value: str) -> None:
    with pytest.raises(DamagedError, match="at title: its text holds half a character"):
        decode_value(Agreement, "title", value, "title")


def test_a_whole_pair_is_one_character() -> None:
    assert decode(Agreement, b'{"format":1,"title":"\\ud83d\\ude00"}').title == "😀"
