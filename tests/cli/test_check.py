"""The command `check`: rows with a sum that a person can follow, and what makes the numbers doubtful."""

from __future__ import annotations

import json
import re

from tests.cli.conftest import Shelf
from workbench.base.language import language
from workbench.tracking.arithmetic import length_text


def test_each_row_tells_the_sum_of_its_working_time(shelf: Shelf) -> None:
    rows = shelf.ask("check", shelf.made.agreement, "--rows", "S-3")["rows"]
    timed = [row for row in rows if row["working_seconds"] is not None]
    assert timed
    for row in timed:
        assert row["arithmetic"].endswith(f"= {length_text(row['working_seconds'], language())}"), row
    printed = shelf.call("check", shelf.made.agreement, "--rows", "S-3").out
    assert timed[0]["arithmetic"] in printed
    titles = ["LEAD", "PERIOD", "STATE", "WHY", "START", "DEADLINE", "EVENT", "WORKING TIME"]
    assert re.split(r"  +", printed.split("\n")[0]) == titles


def test_what_has_no_rows_says_why(shelf: Shelf) -> None:
    for label, why in (
        ("M-4", "No import carries Partner program."),
        ("J-4", "No leads stand behind J-4: its value is entered for each period."),
        ("M-11", "No leads stand behind M-11: both teams attest what was done."),
    ):
        assert shelf.call("check", shelf.made.agreement, "--rows", label).out == f"{why}\n"


def test_the_scorecard_shows_values_as_the_agreement_writes_them_and_says_why(shelf: Shelf) -> None:
    printed = shelf.call("check", shelf.made.agreement).out.split("\n")
    lines = {line.split()[0]: line for line in printed if re.match(r"[MSJ]-\d", line)}
    assert "No import carries Partner program." in lines["M-4"]
    assert "€155,000" in lines["M-6"]
    assert "at most €5,200" in lines["J-4"]
    assert "3× to 5×" in lines["J-5"]


def test_rows_without_a_clock_have_no_sum(shelf: Shelf) -> None:
    rows = shelf.ask("check", shelf.made.agreement, "--rows", "M-2")["rows"]
    assert {row["arithmetic"] for row in rows} == {None}


def test_a_calendar_that_ends_before_the_data_warns(shelf: Shelf) -> None:
    agreement = shelf.ask("new", "Old calendar", "--from", str(shelf.made.file("both.pdf")))["id"]
    key = json.loads(shelf.call("show", agreement).out)["follow_up"]["calendars"][0]["key"]
    shelf.ask("import", agreement, str(shelf.made.file("leads.csv")))
    assert shelf.ask("check", agreement)["warnings"] == []
    days = '[{"key": "eve", "on": "2025-12-24", "name": "Christmas Eve"}]'
    shelf.ask("set", agreement, f"follow_up.calendars[{key}].holidays", days)
    shelf.ask("set", agreement, f"follow_up.calendars[{key}].special_days", "[]")
    (warning,) = shelf.ask("check", agreement)["warnings"]
    assert "lists its own days off only until 2025" in warning
    assert warning in shelf.call("check", agreement).out


def test_dates_without_time_are_said_to_be_compared_by_day_only(shelf: Shelf) -> None:
    file = shelf.folder / "by_day.csv"
    lines = [f"L{n},2026-01-07,2026-01-07,2026-01-08,A" for n in range(12)]
    file.write_text("\n".join(["Lead ID,MQL date,Handed over,First contact,Tier", *lines, ""]), "utf-8")
    agreement = shelf.ask("new", "By day", "--from", str(shelf.made.file("both.pdf")))["id"]
    shelf.ask("import", agreement, str(file))
    line = next(
        one for one in shelf.ask("check", agreement)["results"] if (one["label"], one["period"]) == ("S-3", "2026-01")
    )
    assert line["by_day"] == 12
    assert "by day only: " in shelf.call("check", agreement).out
    rows = shelf.ask("check", agreement, "--rows", "S-3")["rows"]
    assert {row["by_day"] for row in rows} == {True}
    assert all("compared by day" in row["reason"] for row in rows)


def test_before_anything_is_kept_each_promise_says_which_column_it_lacks(shelf: Shelf) -> None:
    agreement = shelf.ask("new", "Before signing", "--from", str(shelf.made.file("both.pdf")))["id"]
    file = shelf.folder / "thin.csv"
    file.write_text("Lead ID,MQL date,Handed over,Tier\nL1,2026-01-07 10:00,2026-01-07 10:05,A\n", "utf-8")
    found = {one["label"]: one for one in shelf.ask("import", agreement, str(file), "--dry-run")["commitments"]}
    assert (found["S-3"]["basis"], found["S-3"]["missing"]) == ("gap", ["First touch"])
    assert (found["M-2"]["basis"], found["M-2"]["missing"]) == ("measured", [])
    assert found["J-4"]["basis"] == "by_hand"
    printed = shelf.call("import", agreement, str(file), "--dry-run").out
    assert "S-3 cannot be checked: no column for First touch." in printed
    assert "M-2 cannot" not in printed
    # what came with an earlier import counts too
    shelf.ask("import", agreement, str(shelf.made.file("leads.csv")))
    again = {one["label"]: one for one in shelf.ask("import", agreement, str(file), "--dry-run")["commitments"]}
    assert again["S-3"]["basis"] == "measured"


def test_what_the_results_propose_is_told_with_them(shelf: Shelf) -> None:
    found = shelf.ask("check", shelf.made.agreement)
    gaps = {one["label"]: one["needs_missing"] for one in found["proposals"] if one["suggestion"] == "make_measurable"}
    missing = {line["label"]: line["needs_missing"] for line in found["results"] if line["needs_missing"]}
    assert gaps
    assert {label: missing[label] for label in gaps if gaps[label]} == {label: f for label, f in gaps.items() if f}
    printed = shelf.call("check", shelf.made.agreement).out
    assert "Proposals for the next version:" in printed
    for label in gaps:
        assert f"  {label}: It could not be measured in any period." in printed
