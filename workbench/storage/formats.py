"""The library's format: made in one transaction when it is new, brought up to date in one transaction when it is old.

This is the one place where a later format adds its step. Must not know what is kept in the tables.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable

from sqlalchemy import Connection, insert, inspect, select, update

from workbench.base.errors import DamagedError, NotAllowedError, NotFoundError
from workbench.storage.database import Database
from workbench.storage.events import append
from workbench.storage.guards import renew
from workbench.storage.schema import CHANGING, Base, SettingRow, VersionRow, WorkshopRow
from workbench.storage.sqlite_file import APPLICATION_ID, FORMAT

OWN = "library."
"""Prefix of what the library says about itself in its settings."""
FORMAT_KEY = OWN + "format"
ID_KEY = OWN + "id"

Upgrade = Callable[[Connection], None]


def _add_workshops(connection: Connection) -> None:
    """Format 2 keeps what belongs to workshops."""
    Base.metadata.tables[WorkshopRow.__tablename__].create(connection)


def _let_versions_join(connection: Connection) -> None:
    """Format 3 lets a version that came beside the own line join it."""
    name = VersionRow.__tablename__
    renew(Base.metadata.tables[name], connection, CHANGING[name])


UPGRADES: dict[int, Upgrade] = {1: _add_workshops, 2: _let_versions_join}
"""By format: the step to the next one. It runs inside the one transaction of the upgrade."""


def prepare(
    database: Database,
    keep_copy: Callable[[int], None],
    upgrades: dict[int, Upgrade] = UPGRADES,
    *,
    create: bool = True,
) -> None:
    """Make sure the database has the tables of this program's format.

    Args:
        database: Just opened.
        keep_copy: Keeps a copy of an old file before anything is changed; told the format it has.
        upgrades: The known steps.
        create: Whether an empty database may be made into a library.

    Raises:
        NotFoundError: The database is empty and must not be made into a library.
        NotAllowedError: The database holds something else, or a newer library.
        DamagedError: It is of a format that never was.
    """
    newest = max((FORMAT, *(step + 1 for step in upgrades)))
    found = _found(database)
    if found == newest:
        return
    if found == 0 and not create:
        raise NotFoundError(f"There is no library at {database.shown}.", "Correct its name, or create a library first.")
    if found > 0 and database.file:
        keep_copy(found)
    with database.writing() as connection:
        found = found if database.file else _server_format(connection, database.shown)
        if found == 0:
            create_tables(connection)
            _introduce(connection, database)
        for step in range(found, newest) if found else ():
            if step not in upgrades:
                raise DamagedError(f"The library {database.shown} says it is of format {step}, which never was.")
            upgrades[step](connection)
        write_format(connection, newest)


def require_empty(database: Database) -> None:
    """Make sure nothing is in the database yet.

    Raises:
        NotAllowedError: There is.
    """
    if _found(database):
        raise NotAllowedError(f"There is a library at {database.shown} already.", "Name an empty place.")


def create_tables(connection: Connection) -> None:
    """Make all tables and their triggers, inside the caller's transaction."""
    Base.metadata.create_all(connection, checkfirst=False)  # it is empty; looking first takes twice as long


def _found(database: Database) -> int:
    if database.file:
        return database.file.format
    with database.reading() as connection:
        return _server_format(connection, database.shown)


def _introduce(connection: Connection, database: Database) -> None:
    library = str(uuid.uuid4())
    rows = [{"key": FORMAT_KEY, "value": ""}, {"key": ID_KEY, "value": library}]
    connection.execute(insert(SettingRow), rows)
    append(connection, database.now(), "library.created", "", "", {"id": library})


def write_format(connection: Connection, number: int = FORMAT) -> None:
    """Say which format the library has now, inside the transaction that made it so."""
    connection.execute(update(SettingRow).where(SettingRow.key == FORMAT_KEY).values(value=str(number)))
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={number}")


def _server_format(connection: Connection, shown: str) -> int:
    tables = inspect(connection).get_table_names()
    if not tables:
        return 0
    text = None
    if set(Base.metadata.tables) <= {*tables}:
        text = connection.scalar(select(SettingRow.value).where(SettingRow.key == FORMAT_KEY))
    if text is None or not text.isdecimal():
        raise NotAllowedError(
            f"The database {shown} holds tables of another program.",
            "Name an empty database; this one was not touched.",
        )
    if int(text) > FORMAT:
        raise NotAllowedError(
            f"The library {shown} was written by a newer SLA Workbench (format {text}, this one reads up to {FORMAT}).",
            "Install the newer version; the library was not touched.",
        )
    return int(text)
