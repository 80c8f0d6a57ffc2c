"""The command `merge`: an agreement that went on in two libraries, with and without places both changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import ask, call, refused
from tests.cli.conftest import Shelf


class Two:
    """The same agreement in two libraries, with a version of its own in each."""

    def __init__(self, shelf: Shelf) -> None:
        self.here, self.agreement, self.folder = shelf.library, shelf.made.agreement, shelf.folder
        self.there = shelf.folder / "there.sla"
        first = self.folder / "first.slaw"
        ask(self.here, "bundle", self.agreement, "-o", first)
        ask(self.there, "open", first)

    def change(self, library: Path, path: str, value: str) -> None:
        """Change one field and save a version."""
        ask(library, "set", self.agreement, path, value)
        ask(library, "version", self.agreement, "--note", f"Changed {path}")

    def sent(self) -> Path:
        """Their agreement as a bundle."""
        target = self.folder / "sent.slaw"
        ask(self.there, "bundle", self.agreement, "-o", target)
        return target

    def show(self) -> Any:
        return ask(self.here, "show", self.agreement)


@pytest.fixture
def two(shelf: Shelf) -> Two:
    return Two(shelf)


def test_changes_in_different_places_meet_in_a_version_with_two_parents(two: Two) -> None:
    two.change(two.here, "teams.company", '"Here GmbH"')
    two.change(two.there, "goals.autonomy", '"There we decide."')
    answer = ask(two.here, "merge", two.sent())
    assert (answer["outcome"], answer["version"], answer["conflicts"]) == ("merged", 4, [])
    content = two.show()
    assert (content["teams"]["company"], content["goals"]["autonomy"]) == ("Here GmbH", "There we decide.")
    newest = ask(two.here, "history", two.agreement)["versions"][-1]
    assert (newest["kind"], len(newest["parents"]), newest["hash"]) == ("merge", 2, answer["hash"])
    assert ask(two.here, "show", two.agreement, "--version", "4") == content
    assert ask(two.here, "doctor")["ok"]


def test_merging_again_changes_nothing_and_what_was_merged_goes_on_there(two: Two) -> None:
    two.change(two.here, "teams.company", '"Here GmbH"')
    two.change(two.there, "goals.autonomy", '"There we decide."')
    sent = two.sent()
    ask(two.here, "merge", sent)
    assert ask(two.here, "merge", sent)["outcome"] == "behind"
    back = two.folder / "back.slaw"
    ask(two.here, "bundle", two.agreement, "-o", back)
    assert ask(two.there, "open", back)["outcome"] == "forward"
    assert ask(two.there, "history", two.agreement)["versions"][-1]["kind"] == "merge"


def test_two_lists_that_are_too_long_together_are_not_joined(two: Two) -> None:
    for library, letter in ((two.here, "a"), (two.there, "b")):
        terms = [{"key": f"{letter}{n}", "term": f"{letter}{n}", "definition": "x"} for n in range(260)]
        two.change(library, "common_language.glossary", json.dumps(terms))
    before = two.show()
    said = refused(call("--library", two.here, "merge", two.sent(), "--keep", "ours"))
    assert "at most 500 rows" in said.lower()
    assert two.show() == before
    assert ask(two.here, "doctor")["ok"]


def test_a_place_both_changed_is_named_and_nothing_is_merged_until_it_is_said_whose_stands(two: Two) -> None:
    two.change(two.here, "teams.company", '"Here GmbH"')
    two.change(two.there, "teams.company", '"There AG"')
    before, sent = two.show(), two.sent()
    called = call("--library", two.here, "--json", "merge", sent)
    assert called.code == 1
    (conflict,) = called.document["conflicts"]
    assert (called.document["outcome"], called.document["version"]) == ("conflicts", None)
    assert (conflict["path"], conflict["ours"], conflict["theirs"]) == ("teams.company", "Here GmbH", "There AG")
    assert two.show() == before
    said = call("--library", two.here, "merge", sent).out
    assert "Teams and scope, Company: ours Here GmbH, theirs There AG" in said
    answer = ask(two.here, "merge", sent, "--keep", "theirs")
    assert answer["outcome"] == "merged"
    assert two.show()["teams"]["company"] == "There AG"


def test_our_side_can_stand_too(two: Two) -> None:
    two.change(two.here, "teams.company", '"Here GmbH"')
    two.change(two.there, "teams.company", '"There AG"')
    called = call("--library", two.here, "merge", two.sent(), "--keep", "ours")
    assert called.code == 0
    assert "Version 4 joins both, 1 place as ours." in called.out
    assert two.show()["teams"]["company"] == "Here GmbH"


def test_no_merge_is_needed_where_only_one_side_went_on(two: Two) -> None:
    assert ask(two.here, "merge", two.sent())["outcome"] == "same"
    two.change(two.there, "teams.company", '"There AG"')
    assert ask(two.here, "merge", two.sent())["outcome"] == "forward"
    assert two.show()["teams"]["company"] == "There AG"


def test_a_draft_with_changes_of_its_own_goes_on_with_the_line_or_says_where_both_changed(two: Two) -> None:
    two.change(two.there, "teams.company", '"There AG"')
    ask(two.here, "set", two.agreement, "goals.autonomy", '"Half typed"')
    assert ask(two.here, "open", two.sent())["joined"]
    content = two.show()
    assert (content["goals"]["autonomy"], content["teams"]["company"]) == ("Half typed", "There AG")

    two.change(two.there, "goals.autonomy", '"There we decide."')
    said = call("--library", two.here, "open", two.sent()).out
    assert "Save it as a version, then use `merge` with --keep:" in said
    assert "ours Half typed, theirs There we decide." in said
    assert two.show()["goals"]["autonomy"] == "Half typed"


def test_a_draft_that_no_version_holds_is_not_merged_over(two: Two) -> None:
    two.change(two.here, "teams.company", '"Here GmbH"')
    two.change(two.there, "goals.autonomy", '"There we decide."')
    ask(two.here, "set", two.agreement, "teams.company", '"Half typed"')
    said = refused(call("--library", two.here, "merge", two.sent()))
    assert "The draft says something else than version 3" in said
    assert two.show()["teams"]["company"] == "Half typed"


def test_a_file_that_is_no_bundle_is_refused(two: Two) -> None:
    other = two.folder / "other.slaw"
    other.write_bytes(b"PK\x03\x04 not a bundle")
    refused(call("--library", two.here, "merge", other))
    refused(call("--library", two.here, "merge", two.folder / "none.slaw"))
