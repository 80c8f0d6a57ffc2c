"""The library as a whole: copied, put back, examined, moved."""

from __future__ import annotations

import shlex
import sqlite3
from pathlib import Path

import pytest

from tests.cli.calling import ask, call, refused
from tests.cli.conftest import Shelf
from tests.support.postgres import PostgresServer


def told(library: Path | str, agreement: str) -> list[object]:
    """What a library says of an agreement."""
    words = (["history", agreement], ["show", agreement], ["imports", agreement], ["check", agreement])
    return [ask(library, *each) for each in words]


def test_a_backup_put_back_is_the_library_as_it_was(shelf: Shelf) -> None:
    before = told(shelf.library, shelf.made.agreement)
    made = shelf.ask("backup", "-o", shelf.folder / "copies")
    assert Path(made["file"]).stat().st_size == made["size"]
    shelf.ask("set", shelf.made.agreement, "title", '"Spoilt"')
    shelf.ask("undo-import", shelf.made.agreement, "1")
    assert told(shelf.library, shelf.made.agreement) != before
    restored = shelf.ask("restore", made["file"])
    assert told(shelf.library, shelf.made.agreement) == before
    assert ask(Path(restored["set_aside"]), "show", shelf.made.agreement)["title"] == "Spoilt"
    assert Path(made["file"]).exists()


def test_a_sound_library_is_said_to_be(shelf: Shelf) -> None:
    answer = shelf.ask("doctor")
    assert (answer["ok"], answer["findings"]) == (True, [])
    assert sum(answer["checked"].values()) > 30
    assert shelf.call("doctor").out.startswith("All is well: ")


def test_a_library_somebody_meddled_with_is_found_out_and_exits_with_one(shelf: Shelf) -> None:
    with sqlite3.connect(shelf.library) as connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE version SET message = 'Never said' WHERE message = 'As agreed in the room'")
    connection.close()
    called = shelf.call("--json", "doctor")
    assert called.code == 1
    assert called.document["ok"] is False
    assert len(called.document["repaired"]) > 5, "the triggers follow from the tables"
    assert set(called.document["findings"]) > set(called.document["repaired"])
    again = shelf.call("doctor")
    assert again.code == 1
    assert "is missing" not in again.out
    assert "restore" in again.out


def test_what_was_repaired_is_a_finding_once_and_remembered_for_good(shelf: Shelf) -> None:
    with sqlite3.connect(shelf.library) as connection:
        connection.execute("DROP TRIGGER event_no_update")
    connection.close()
    sentence = "The triggers that guard the history in event were put back."
    first = shelf.call("--json", "doctor")
    assert (first.code, first.document["ok"], first.document["findings"]) == (1, False, [sentence])
    second = shelf.ask("doctor")
    assert (second["ok"], second["findings"], second["repaired"]) == (True, [], [])
    assert [one["what"] for one in second["repairs"]] == [[sentence]]
    said = shelf.call("doctor").out
    assert said.startswith("All is well: ")
    assert sentence in said


def test_a_library_that_is_not_there_is_not_made_to_be_examined_or_copied(shelf: Shelf) -> None:
    for command in ("doctor", "backup"):
        called = call("--library", shelf.folder / "mistyped.sla", command)
        assert refused(called).startswith("There is no library at")
        assert not (shelf.folder / "mistyped.sla").exists()


def test_a_library_that_cannot_be_opened_is_answered_too(shelf: Shelf) -> None:
    made = shelf.ask("backup")
    shelf.library.write_bytes(shelf.library.read_bytes()[:50_000])
    called = shelf.call("--json", "doctor")
    assert (called.code, called.document["ok"]) == (1, False)
    assert called.document["findings"] == [f"The library {shelf.library} is damaged."]
    assert called.document["newest_backup"] == made["file"]
    told = shelf.call("doctor").out.strip().splitlines()[-1]
    assert shlex.split(told)[-2:] == ["restore", made["file"]]


def test_a_copy_says_the_same(shelf: Shelf) -> None:
    target = shelf.folder / "moved.sla"
    answer = shelf.ask("library", "copy", shelf.library, target)
    assert answer["rows"] > 20
    assert told(target, shelf.made.agreement) == told(shelf.library, shelf.made.agreement)
    again = call("library", "copy", shelf.library, target)
    assert again.code == 1


@pytest.mark.postgres
def test_to_a_server_and_back_it_says_the_same(shelf: Shelf, postgres_server: PostgresServer) -> None:
    url = postgres_server.new_database()
    shelf.ask("library", "copy", shelf.library, url)
    back = shelf.folder / "back.sla"
    shelf.ask("library", "copy", url, back)
    assert told(url, shelf.made.agreement) == told(shelf.library, shelf.made.agreement)
    assert told(back, shelf.made.agreement) == told(shelf.library, shelf.made.agreement)
