"""The open database: one connection, one thread, one transaction at a time, on SQLite and PostgreSQL alike.

Writers are serial on both: SQLite by its exclusive lock, PostgreSQL by an advisory lock that every writing transaction
takes first, so numbers and hash chains need no retries. A transaction is begun by us (`BEGIN IMMEDIATE`), because the
driver's own way commits before it changes tables and leaves half a schema behind when it is interrupted. Must not know
tables.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event

from workbench.base.clock import Clock
from workbench.base.errors import OutsideError
from workbench.storage.faults import translated, translated_alchemy
from workbench.storage.place import ServerPlace
from workbench.storage.sqlite_file import OpenFile

_WRITER_LOCK = 0x534C4157
"""Key of the advisory lock; the same number as in the header of a library file."""
_SERVER_SETTINGS = {"lock_timeout": "10s", "idle_in_transaction_session_timeout": "60s", "timezone": "UTC"}
"""So that nobody waits for ever for somebody whose machine has gone to sleep in the middle."""


class Database:
    """One open library's database.

    Every method may be called from the thread that opened it only; `close` from any.

    Attributes:
        engine: SQLAlchemy's side of it.
        shown: How messages name the library.
        file: The open file; nothing for a server.
        clock: The present moment.
    """

    def __init__(self, engine: Engine, shown: str, file: OpenFile | None, clock: Clock) -> None:
        self.engine = engine
        self.shown = shown
        self.file = file
        self.clock = clock
        self._thread = threading.get_ident()
        self._open: Connection | None = None
        self._writes = False
        # A writer must see what was committed while it waited for its turn; a reader must see one moment only.
        self._reader = engine if file else engine.execution_options(isolation_level="REPEATABLE READ")

    @property
    def raw(self) -> sqlite3.Connection | None:
        """The bare connection of a file; nothing for a server."""
        return self.file.connection if self.file else None

    def now(self) -> dt.datetime:
        """The present moment."""
        return self.clock.now()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: committed, and so durable, when the block ends without an error; else nothing happened.

        Inside another such block it is a part of it: undone alone when it fails, durable with the outer one.

        Raises:
            WorkbenchError: The database cannot do it: disk full, file gone, history may not be changed.
        """
        if self._open is not None:
            if not self._writes:
                raise RuntimeError("a change was begun while the library was being read")
            with self._open.begin_nested():
                yield self._open
            return
        with self._transaction(self.engine, writes=True) as connection:
            if self.file is None:
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER_LOCK})")
            yield connection
            if self.file and not self.file.still_there():
                raise OutsideError(
                    f"The library {self.shown} was moved or replaced while it was open, so this was not saved.",
                    "Put the file back where it was, or save a bundle elsewhere and open the library again.",
                )

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A consistent view; inside a `writing` block it sees what that block has written.

        Raises:
            WorkbenchError: The database cannot be read.
        """
        if self._open is not None:
            yield self._open
            return
        with self._transaction(self._reader, writes=False) as connection:
            yield connection

    @contextmanager
    def _transaction(self, engine: Engine, *, writes: bool) -> Iterator[Connection]:
        if threading.get_ident() != self._thread:
            raise RuntimeError("the library was used from a thread that did not open it")
        with translated_alchemy(self.shown), engine.begin() as connection:
            self._open, self._writes = connection, writes
            try:
                yield connection
            finally:
                self._open = None

    def rest(self) -> None:
        """Move what was written from the journal into the file; for moments when nothing else is to be done."""
        if self.raw:
            with translated(self.shown):
                self.raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Let go of the database; a file is whole and alone afterwards, without its journal."""
        self.engine.dispose()
        if self.raw:
            self.raw.close()


def file_database(file: OpenFile, clock: Clock) -> Database:
    """The database of an open file; SQLAlchemy adopts the connection and opens none of its own.

    Args:
        file: Owned by the database from now on.
        clock: The present moment.
    """
    engine = create_engine("sqlite://", creator=lambda: file.connection, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return Database(engine, str(file.path), file, clock)


def server_database(place: ServerPlace, clock: Clock) -> Database:
    """The database at an address; not yet connected.

    Args:
        place: The address.
        clock: The present moment.

    Raises:
        OutsideError: The driver is not installed.
    """
    try:
        engine = create_engine(
            place.url, pool_size=1, max_overflow=0, pool_pre_ping=True,
            connect_args={"connect_timeout": 10, "application_name": "SLA Workbench"},
        )  # fmt: skip
    except ModuleNotFoundError as error:
        raise OutsideError(
            "This installation cannot use a library on a PostgreSQL server.",
            "Install SLA Workbench with its extra named postgres.",
        ) from error

    @event.listens_for(engine, "connect")
    def settle(connection: Any, _record: object) -> None:
        with connection.cursor() as cursor:
            for name, value in _SERVER_SETTINGS.items():
                cursor.execute("SELECT set_config(%s, %s, false)", (name, value))
        connection.commit()

    return Database(engine, place.shown, None, clock)
