"""The doctor gives back what follows from the tables alone, and never touches what stands in them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import text

from workbench.base.clock import FixedClock
from workbench.storage.library import Library
from workbench.storage.opening import open_library
from workbench.storage.schema import APPEND_ONLY


def test_guards_are_put_back(library: Library) -> None:
    with library.database.writing() as connection:
        for model in APPEND_ONLY:
            name = model.__tablename__
            if library.database.file:
                connection.execute(text(f"DROP TRIGGER {name}_no_replace"))
            else:
                connection.execute(text(f"ALTER TABLE {name} DISABLE TRIGGER {name}_history"))
    assert len(library.examine().findings) == len(APPEND_ONLY)
    assert len(library.repair()) == len(APPEND_ONLY)
    assert library.examine().ok
    assert library.repair() == ()


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
