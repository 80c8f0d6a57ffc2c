"""The doctor gives back what follows from the tables alone, and never touches what stands in them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from workbench.base.clock import FixedClock
from workbench.base.errors import WorkbenchError
from workbench.storage.library import Library
from workbench.storage.opening import open_library
from workbench.storage.schema import APPEND_ONLY, Base


def test_guards_are_put_back(library: Library) -> None:
    with library.database.writing() as connection:
        for model in APPEND_ONLY:
            name = model.__tablename__
            if library.database.file:
                connection.execute(text(f"DROP TRIGGER {name}_no_replace"))
            else:
                connection.execute(text(f"ALTER TABLE {name} DISABLE TRIGGER {name}_history"))
    assert len(library.examine().findings) == len(APPEND_ONLY)
    done = library.repair()
    assert len(done) == len(APPEND_ONLY)
    told = library.events.all()[-1]
    assert (told.kind, told.detail) == ("library.repaired", {"what": list(done)})
    assert library.examine().ok
    assert library.repair() == ()
    assert library.events.all()[-1] == told


def test_indexes_are_built_anew(library: Library, filled: str) -> None:
    indexes = {index.name: table.name for table in Base.metadata.tables.values() for index in table.indexes}
    with library.database.writing() as connection:
        for name in indexes:
            connection.execute(text(f"DROP INDEX {name}"))
    assert {one.table for one in library.examine().findings} == set(indexes.values())
    assert len(library.repair()) == len(indexes)
    assert library.examine().ok
    assert filled


def test_an_index_that_the_rows_contradict_is_told_and_keeps_nothing_else_from_being_repaired(
    filled_path: Path, clock: FixedClock
) -> None:
    connection = sqlite3.connect(filled_path)
    rest = ", ".join(column.name for column in Base.metadata.tables["version"].columns if column.name != "hash")
    for sentence in (
        "DROP TRIGGER version_no_replace", "DROP INDEX uq_version_main_line",
        f"INSERT INTO version (hash, {rest}) SELECT '{'0' * 64}', {rest} FROM version WHERE seq = 2",
    ):  # fmt: skip
        connection.execute(sentence)
    connection.commit()
    connection.close()
    with open_library(str(filled_path), clock) as library:
        assert library.repair() == ("The triggers that guard the history in version were put back.",)
        left = " ".join(one.sentence for one in library.examine().findings)
    assert "uq_version_main_line" in left
    assert "trigger" not in left


def test_a_guard_in_the_place_of_which_another_stands_is_put_back(filled_path: Path, clock: FixedClock) -> None:
    connection = sqlite3.connect(filled_path)
    connection.execute("DROP TRIGGER event_no_update")
    connection.execute("CREATE TRIGGER EVENT_No_Update BEFORE UPDATE ON event BEGIN SELECT 1; END")
    connection.commit()
    connection.close()
    with open_library(str(filled_path), clock) as library:
        assert library.repair() == ("The triggers that guard the history in event were put back.",)
        assert library.examine().ok
        with pytest.raises(WorkbenchError), library.database.writing() as written:
            written.execute(text("UPDATE event SET actor = 'Somebody'"))


def test_a_trigger_that_is_not_ours_is_removed_and_an_index_built_anew(filled_path: Path, clock: FixedClock) -> None:
    stale_index(filled_path)
    with open_library(str(filled_path), clock) as library:
        with library.database.writing() as connection:
            connection.execute(text('CREATE TRIGGER "a ""strange"" one" AFTER INSERT ON event BEGIN SELECT 1; END'))
        assert {one.table for one in library.examine().findings} == {""}
        assert len(library.repair()) == 2
        assert library.examine().findings == ()


def stale_index(path: Path) -> None:
    """A library with an index that says something else than its table."""
    connection = sqlite3.connect(path)
    guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    index = connection.execute("SELECT * FROM sqlite_master WHERE name = 'ix_pin_role_email_number'").fetchone()
    for name, _ in guards:
        connection.execute(f"DROP TRIGGER {name}")
    (email,) = connection.execute("SELECT email FROM pin").fetchone()
    connection.execute("UPDATE pin SET email = 'x@y.example' WHERE email = ?", (email,))
    connection.execute("PRAGMA writable_schema = RESET")
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("DELETE FROM sqlite_master WHERE name = ?", (index[1],))
    connection.commit()
    connection.close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE pin SET email = ? WHERE email = 'x@y.example'", (email,))
    for _, sql in guards:
        connection.execute(sql)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", index)
    connection.commit()
    connection.close()
