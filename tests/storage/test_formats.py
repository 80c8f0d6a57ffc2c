"""A library is made, or brought up to date, as a whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from tests.storage.examples import content
from workbench.base.clock import FixedClock
from workbench.base.errors import DamagedError
from workbench.storage.database import Database, file_database, server_database
from workbench.storage.formats import FORMAT_KEY, prepare
from workbench.storage.opening import open_library
from workbench.storage.place import FilePlace, place_of
from workbench.storage.sqlite_file import FORMAT, open_file


class Interrupted(Exception):  # noqa: N818  (stands for a power cut, which is no error)
    """Something that stops the work in the middle."""


def database(place: str, clock: FixedClock) -> Database:
    where = place_of(place)
    if isinstance(where, FilePlace):
        return file_database(open_file(where.path), clock)
    return server_database(where, clock)


def test_an_interrupted_making_leaves_no_half_library(
    place: str, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_anything: object) -> None:
        raise Interrupted

    monkeypatch.setattr("workbench.storage.formats.append", stop)  # the last step but one
    with pytest.raises(Interrupted):
        open_library(place, clock)
    monkeypatch.undo()
    new = database(place, clock)
    with new.reading() as connection:
        tables = "sqlite_master" if new.file else "pg_tables WHERE schemaname = current_schema()"
        assert connection.scalar(text(f"SELECT count(*) FROM {tables}")) == 0
    new.close()
    with open_library(place, clock) as library:
        assert library.examine().ok


def to_two(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE agreement ADD COLUMN colour TEXT"))


def to_three(connection: Connection) -> None:
    connection.execute(text("UPDATE agreement SET colour = 'green'"))


def test_an_old_library_is_brought_up_to_date_after_a_copy_is_kept(place: str, clock: FixedClock) -> None:
    with open_library(place, clock) as library:
        library.agreements.create(content("x"), title="x", actor="")
    kept: list[int] = []
    old = database(place, clock)
    prepare(old, kept.append, {FORMAT: to_two, FORMAT + 1: to_three})
    with old.reading() as connection:
        assert connection.scalar(text("SELECT colour FROM agreement")) == "green"
        number = connection.scalar(text("SELECT value FROM library WHERE key = :key"), {"key": FORMAT_KEY})
        assert number == str(FORMAT + 2)
        assert not old.file or connection.scalar(text("PRAGMA user_version")) == FORMAT + 2
    assert kept == ([FORMAT] if old.file else [])
    old.close()


def test_an_interrupted_upgrade_leaves_the_old_library(place: str, clock: FixedClock) -> None:
    def stop(_connection: Connection) -> None:
        raise Interrupted

    with open_library(place, clock) as library:
        made = library.agreements.create(content("x"), title="x", actor="")
    old = database(place, clock)
    with pytest.raises(Interrupted):
        prepare(old, lambda _found: None, {FORMAT: to_two, FORMAT + 1: stop})
    old.close()
    with open_library(place, clock) as library:
        assert library.agreements.all() == (made,)
        assert library.examine().ok  # no new column, the same number


def test_a_format_that_never_was_is_damage(path: Path, clock: FixedClock) -> None:
    open_library(str(path), clock).close()
    old = database(str(path), clock)
    with pytest.raises(DamagedError, match="never was"):
        prepare(old, lambda _found: None, {FORMAT + 1: to_two})
    old.close()
