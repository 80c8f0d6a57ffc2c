"""The command `backtest`: proposals tried on imported history, and what cannot be tried."""

from __future__ import annotations

import json

from tests.cli.calling import refused
from tests.cli.conftest import Shelf


def test_proposals_are_tried_in_the_order_asked(shelf: Shelf) -> None:
    # five leads were qualified in the second week of the year, which has ended
    shelf.ask(
        "set",
        shelf.made.agreement,
        "volumes.volume_targets",
        '[{"key": "k", "stage": "mql", "amount": 6, "period": "week"}]',
    )
    answer = shelf.ask("backtest", shelf.made.agreement, "M-2", "--target", "4", "5", "6")
    assert [(one["target"], one["kept"], one["judged"]) for one in answer["proposals"]] == [
        (4, 1, 1),
        (5, 1, 1),
        (6, 0, 1),
    ]
    assert [line["status"] for line in answer["results"] if line["period"] == "2026-W02"] == ["met", "met", "missed"]
    assert [line["proposal"] for line in answer["results"] if line["period"] == "2026-W02"] == [0, 1, 2]
    assert {one["reachable"] for one in answer["proposals"]} == {5}
    assert (answer["rehearsal"], answer["version"], answer["leads"]) == (True, None, 5)


def test_without_a_proposal_the_drafts_own_number_is_tried(shelf: Shelf) -> None:
    (one,) = shelf.ask("backtest", shelf.made.agreement, "M-2")["proposals"]
    assert one["target"] == 240


def test_times_and_shares_are_understood_as_people_write_them(shelf: Shelf) -> None:
    words = ["--target", "80%", "0.8", "--target", "2h", "--target", "1 business day"]
    answer = shelf.ask("backtest", shelf.made.agreement, "S-3", *words)
    assert [(one["target"], one["within"]) for one in answer["proposals"]] == [
        (0.8, "30 business minutes"), (0.8, "30 business minutes"), (0.9, "2 business hours"), (0.9, "1 business day"),
    ]  # fmt: skip


def test_it_says_it_to_people_too(shelf: Shelf) -> None:
    called = shelf.call("backtest", shelf.made.agreement, "S-3", "--target", "80%", "2h")
    assert called.code == 0
    assert "90% / 2 business hours" in called.out
    assert "KEPT IN 4 OF 5" not in called.out  # no period was judged, so nothing stands there
    value = shelf.call("backtest", shelf.made.agreement, "M-6", "--target", "120000").out
    assert "€120,000" in value
    assert "WITHIN" not in value  # no column in which nothing stands
    unmeasured = shelf.call("backtest", shelf.made.agreement, "M-4").out
    assert "none judged" in unmeasured
    assert "It could not be measured: No import carries Partner program." in unmeasured


def test_the_distribution_behind_the_number_is_told_with_it(shelf: Shelf) -> None:
    agreement = shelf.made.agreement
    beside = shelf.ask("backtest", agreement, "S-3")["distribution"]
    times = ["15 business minutes", "30 business minutes", *(f"{n} business hour{'s'[: n - 1]}" for n in (1, 2, 4, 8))]
    assert [one["within"] for one in beside] == times
    assert [one["own"] for one in beside] == [False, True, False, False, False, False]
    shares = [one["share_of_leads"] for one in beside]
    assert shares == sorted(shares)
    assert "30 business minutes (as written)" in shelf.call("backtest", agreement, "S-3").out


def test_without_a_target_the_distribution_says_nothing_about_periods(shelf: Shelf) -> None:
    agreement = shelf.made.agreement
    tier = json.loads(shelf.call("show", agreement).out)["follow_up"]["tiers"][0]["key"]
    shelf.ask("set", agreement, f"follow_up.tiers[{tier}].share", "null")
    beside = shelf.ask("backtest", agreement, "S-3")["distribution"]
    assert {(one["kept"], one["judged"]) for one in beside} == {(None, None)}
    assert shelf.call("backtest", agreement, "S-3").code == 0


def test_what_cannot_be_tried_is_said_in_one_line(shelf: Shelf) -> None:
    agreement = shelf.made.agreement
    assert "“80”" in refused(shelf.call("backtest", agreement, "S-3", "--target", "80"))
    assert "“abc”" in refused(shelf.call("backtest", agreement, "S-3", "--target", "abc"))
    assert "No time is promised" in refused(shelf.call("backtest", agreement, "M-2", "--target", "4h"))
    assert "no commitment “Z-9”" in refused(shelf.call("backtest", agreement, "Z-9"))
    for number in ("nan", "1e30", "1e400", "1e999999999%", "1e-7", "-1", "9" * 5000):
        assert number[:60] in refused(shelf.call("backtest", agreement, "M-2", f"--target={number}"))
    other = shelf.ask("new", "Without history", "--template", "b2b")["id"]
    assert "no history" in refused(shelf.call("backtest", other, "M-2", "--target", "4"))
