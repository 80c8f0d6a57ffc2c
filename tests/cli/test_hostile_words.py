"""Words no person would type: each is one line and an exit code, never a traceback."""

from __future__ import annotations

import pypdfium2
import pytest

from tests.cli.calling import call, refused
from tests.cli.conftest import Shelf

HUGE = "9" * 24


@pytest.mark.parametrize(
    "words",
    [
        ["show", "A", "--version", HUGE],
        ["pdf", "A", "--version", HUGE, "-o", "x.pdf"],
        ["check", "A", "--version", "-1"],
        ["diff", "A", HUGE, "1"],
        ["redline", "A", "1", HUGE, "-o", "x.pdf"],
        ["undo-import", "A", HUGE],
        ["undo-import", "A", "x"],
        ["report", "A", "-o", "x.pdf"],
        ["report", "A", "--period", "2026-13", "-o", "x.pdf"],
        ["check", "A", "--from", "foo"],
        ["check", "A", "--to", "2026-02-30"],
        ["check", "A", "--as-of", "now"],
        ["check", "A", "--period", "spring\nand summer"],
        ["import", "A", "leads.csv", "--as-of", "soon"],
        ["new", "T", "--template", "b2b", "--from", "x.json"],
        ["new"],
        ["nosuch"],
    ],
)
def test_wrong_usage_is_one_line(shelf: Shelf, words: list[str]) -> None:
    called = shelf.call(*(shelf.made.agreement if word == "A" else word for word in words))
    assert (called.code, called.out) == (2, "")
    assert called.err.count("\n") == 1, called.err
    assert "--help" in called.err


def test_a_value_nested_too_deep_is_refused(shelf: Shelf) -> None:
    said = refused(shelf.call("set", shelf.made.agreement, "teams.company", "[" * 50_000))
    assert "is not a JSON value" in said


def test_the_instant_asked_for_is_told_with_its_offset(shelf: Shelf) -> None:
    document = shelf.ask("check", shelf.made.agreement, "--as-of", "2026-01-12T10:00")
    assert document["as_of"] == "2026-01-12T10:00:00+01:00"
    assert shelf.ask("check", shelf.made.agreement, "--as-of", "2026-01-12")["as_of"] == "2026-01-12"


def test_without_data_there_is_nothing_to_report(shelf: Shelf) -> None:
    agreement = shelf.ask("new", "Without data", "--template", "b2b")["id"]
    shelf.ask("version", agreement, "--note", "First")
    said = refused(shelf.call("report", agreement, "--period", "2026-01", "-o", shelf.folder / "r.pdf"))
    assert "Nothing has been imported" in said


def test_help_is_still_long() -> None:
    assert call("check", "--help").out.count("\n") > 5


def test_a_foreign_pdf_is_not_verified_and_it_says_why(shelf: Shelf) -> None:
    foreign = shelf.folder / "foreign.pdf"
    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200)
    document.save(foreign)
    called = shelf.call("--json", "verify", foreign)
    assert called.code == 1
    assert (called.document["verdict"], called.document["reasons"]) == (
        "unverifiable", ["It carries no agreement of SLA Workbench."],
    )  # fmt: skip


def test_a_backup_that_is_none_is_named_as_the_person_named_it(shelf: Shelf) -> None:
    bad = shelf.folder / "bad.db"
    bad.write_bytes(b"no library")
    said = refused(call("--library", shelf.folder / "other.sla", "restore", bad))
    assert str(bad) in said
    assert ".restored" not in said


def test_a_title_is_never_empty(shelf: Shelf) -> None:
    for blank in ('""', '"   "', "null"):
        said = refused(shelf.call("set", shelf.made.agreement, "title", blank))
        assert said.endswith("An agreement needs a title. Write at least one word.")


def test_half_a_character_is_refused(shelf: Shelf) -> None:
    said = refused(shelf.call("set", shelf.made.agreement, "teams.company", '"\\ud800"'))
    assert "teams.company: its text holds half a character" in said
