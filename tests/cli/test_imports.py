"""Importing from the command line: what the rows are, totals and calls, no names, remembered mappings."""

from __future__ import annotations

from pathlib import Path

from tests.cli.calling import ask, call, refused
from tests.cli.conftest import Shelf


def write(folder: Path, name: str, *rows: str) -> Path:
    path = folder / name
    path.write_text("\n".join(rows) + "\n", "utf-8")
    return path


def test_totals_and_calls_are_imported_like_leads(shelf: Shelf, tmp_path: Path) -> None:
    totals = write(tmp_path, "totals.csv", "Metric,Period,Value", "J-4,2026-Q1,5400")
    made = ask(shelf.library, "import", shelf.made.agreement, totals)
    assert (made["kind"], made["added"], made["totals"]) == (
        "totals", 1, [{"metric": "cac", "period": "2026-Q1", "value": "5400"}]
    )  # fmt: skip
    calls = write(tmp_path, "calls.csv", "Lead ID,When,What", "L-3,2026-01-07 10:00,x")
    mapping = write(tmp_path, "calls.json", '{"kind": "activities", "columns": {"When": "activity_at"}}')
    made = ask(shelf.library, "import", shelf.made.agreement, calls, "--mapping", mapping, "--timezone", "UTC")
    assert (made["kind"], made["added"], made["updated"]) == ("activities", 0, 1)
    assert refused(
        call("--library", shelf.library, "import", shelf.made.agreement, calls, "--kind", "totals")
    ).startswith("No sheet of “calls.csv” has the columns metric, period and value.")


def test_names_are_left_out_and_a_mapping_is_remembered_shared_and_used(shelf: Shelf, tmp_path: Path) -> None:
    leads = write(tmp_path, "leads.csv", "Number,Mail,Angelegt", "1,ann@x.org,2026-01-05", "2,bob@x.org,2026-01-06")
    mapping = write(tmp_path, "m.json", '{"columns": {"Number": "lead_id", "Angelegt": "created_at"}}')
    made = ask(
        shelf.library, "import", shelf.made.other, leads, "--mapping", mapping, "--private", "--remember", "Monthly"
    )
    assert made["added"] == 2
    assert any("replaced by marks" in note for note in made["notes"])
    assert ask(shelf.library, "mappings")["mappings"][0]["name"] == "Monthly"
    shared = tmp_path / "shared.json"
    ask(shelf.library, "mappings", "--share", "Monthly", "-o", shared)
    ask(shelf.library, "mappings", "--rename", "Monthly", "Old")
    found = ask(shelf.library, "mappings", "--take", shared, "--name", "New")["mappings"]
    assert [one["name"] for one in found] == ["New", "Old"]
    assert [one["name"] for one in ask(shelf.library, "mappings", "--forget", "Old")["mappings"]] == ["New"]
    again = ask(shelf.library, "import", shelf.made.other, leads, "--profile", "New")
    assert (again["added"], again["updated"], again["unchanged"]) == (0, 0, 2)
    assert refused(call("--library", shelf.library, "mappings", "--share", "New")).startswith("No file is named")


def test_what_an_import_changed_is_kept_and_so_is_its_file(shelf: Shelf, tmp_path: Path) -> None:
    later = write(tmp_path, "later.csv", "Lead ID,Person,Attempts", "L-1,Ann Won,5", "L-2,Bob Two,2", "L-9,New One,")
    made = ask(shelf.library, "import", shelf.made.agreement, later)
    assert (made["added"], made["updated"]) == (1, 1)
    changes = ask(shelf.library, "imports", shelf.made.agreement, "--changes", str(made["batch"]))["changes"]
    assert sorted(changes, key=lambda one: one["field"]) == [
        {"lead": "id:L-1", "field": "attempts", "before": "4", "after": "5"},
        {"lead": "id:L-1", "field": "person", "before": "Ann One", "after": "Ann Won"},
    ]
    again = tmp_path / "again.csv"
    ask(shelf.library, "imports", shelf.made.agreement, "--original", str(made["batch"]), "-o", again)
    assert again.read_bytes() == later.read_bytes()
    unnamed = call("--library", shelf.library, "imports", shelf.made.agreement, "--original", "1")
    assert refused(unnamed).startswith("No file is named")


def test_what_cannot_be_done_after_an_import_is_said_before_it(shelf: Shelf, tmp_path: Path) -> None:
    leads = write(tmp_path, "new.csv", "Lead ID,Created Date", "N-1,2026-01-05")
    kept = ask(shelf.library, "imports", shelf.made.agreement)
    for words, says in (
        (["--rejects", leads], "made from"), (["--rejects", tmp_path], "is a folder"),
        (["--rejects", tmp_path / "no" / "r.xlsx"], "no folder"), (["--rejects", tmp_path / ("r" * 300)], "rrr"),
        (["--remember", "x" * 400], "400 characters"), (["--as-of", "2300-01-01"], "2000 to 2100"),
    ):  # fmt: skip
        assert says in refused(call("--library", shelf.library, "import", shelf.made.agreement, leads, *words))
        assert ask(shelf.library, "imports", shelf.made.agreement) == kept
    for what in ("--changes", "--original"):
        assert "no import 0" in refused(
            call("--library", shelf.library, "imports", shelf.made.agreement, what, "0", "-o", tmp_path / "x")
        )
