"""What the databases say becomes a sentence with something to do, or stays our bug."""

from __future__ import annotations

import sqlite3
import threading

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.storage.examples import content
from workbench.base.clock import FixedClock
from workbench.base.errors import (
    ConflictError,
    DamagedError,
    NotAllowedError,
    NotFoundError,
    OutsideError,
    WorkbenchError,
)
from workbench.storage.faults import from_server, from_sqlite, translated
from workbench.storage.library import Library
from workbench.storage.opening import open_library

SQLITE = {
    sqlite3.SQLITE_FULL: OutsideError,
    sqlite3.SQLITE_IOERR_WRITE: OutsideError,
    sqlite3.SQLITE_IOERR_FSYNC: OutsideError,
    sqlite3.SQLITE_READONLY_DIRECTORY: OutsideError,
    sqlite3.SQLITE_CANTOPEN: OutsideError,
    sqlite3.SQLITE_BUSY_SNAPSHOT: ConflictError,
    sqlite3.SQLITE_CORRUPT_INDEX: DamagedError,
    sqlite3.SQLITE_NOTADB: DamagedError,
    sqlite3.SQLITE_CONSTRAINT_TRIGGER: NotAllowedError,
    sqlite3.SQLITE_CONSTRAINT_UNIQUE: None,
    sqlite3.SQLITE_ERROR: None,
    sqlite3.SQLITE_MISUSE: None,
}
SERVER = {
    "SLA01": NotAllowedError, "53100": OutsideError, "55P03": ConflictError, "40P01": ConflictError,
    "3D000": NotFoundError, "28P01": OutsideError, "42501": OutsideError, "XX001": DamagedError, "08006": OutsideError,
    "57P01": OutsideError, "53300": OutsideError, "": OutsideError, "23505": None, "42P01": None,
}  # fmt: skip


@pytest.mark.parametrize(("code", "wanted"), SQLITE.items())
def test_errors_of_sqlite(code: int, wanted: type[WorkbenchError] | None) -> None:
    error = sqlite3.OperationalError("words of the library")
    error.sqlite_errorcode = code
    told = from_sqlite(error, "the place")
    assert type(told) is (wanted or type(None))
    assert told is None or ("the place" in told.message and told.message.endswith("."))


@pytest.mark.parametrize(("state", "wanted"), SERVER.items())
def test_errors_of_a_server(state: str, wanted: type[WorkbenchError] | None) -> None:
    told = from_server(state, "the place")
    assert type(told) is (wanted or type(None))
    assert told is None or ("the place" in told.message and told.message.endswith("."))


def test_our_own_bugs_pass_through(library: Library) -> None:
    def ask() -> None:
        with library.database.reading() as connection:
            connection.execute(text("SELECT nothing FROM nowhere"))

    with pytest.raises(Exception, match="nowhere") as bug:
        ask()
    assert not isinstance(bug.value, WorkbenchError)
    assert library.agreements.all() == ()  # and the library still works


def test_a_name_that_is_no_text_any_more_is_damage() -> None:
    with pytest.raises(DamagedError), translated("the place"):
        b"\xff".decode()


def test_a_change_while_reading_is_our_bug(library: Library, agreement: str) -> None:
    with library.database.reading(), pytest.raises(RuntimeError, match="being read"):
        library.agreements.set_status(agreement, "x", "")


@pytest.mark.postgres
def test_somebody_who_holds_the_library_is_not_waited_for_for_ever(
    postgres_url: str, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(
        __import__("workbench.storage.database", fromlist=["x"])._SERVER_SETTINGS, "lock_timeout", "80ms"
    )
    with open_library(postgres_url, clock) as one, open_library(postgres_url, clock) as other, one.together():
        one.agreements.create(b'{"a":1}', title="x", actor="")
        with pytest.raises(ConflictError, match="Somebody else is writing"):
            other.agreements.create(b'{"a":1}', title="y", actor="")
        assert other.agreements.all() == ()


@pytest.mark.postgres
def test_two_who_write_at_once_wait_for_each_other(postgres_url: str, clock: FixedClock) -> None:
    open_library(postgres_url, clock).close()
    told: list[BaseException] = []
    both = threading.Barrier(2, timeout=30)

    def write(name: str) -> None:
        try:
            with open_library(postgres_url, clock) as library:
                both.wait()
                for number in range(25):
                    library.agreements.create(content(f"{number}"), title=f"{name} {number}", actor=name)
        except (WorkbenchError, DBAPIError) as error:
            told.append(error)

    threads = [threading.Thread(target=write, args=(name,)) for name in ("Ana", "Bo")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == []
    with open_library(postgres_url, clock) as library:
        assert len(library.agreements.all()) == 50
        assert library.examine().ok


@pytest.mark.postgres
def test_a_connection_that_was_cut_is_told_and_made_anew(postgres_url: str, clock: FixedClock) -> None:
    import psycopg

    with open_library(postgres_url, clock) as library:
        with library.database.reading() as connection:
            number = connection.scalar(text("SELECT pg_backend_pid()"))
        with psycopg.connect(postgres_url) as admin:
            admin.execute("SELECT pg_terminate_backend(%s)", (number,))
        assert library.agreements.all() == ()
