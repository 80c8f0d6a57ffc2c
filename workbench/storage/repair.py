"""Puts right what a library can be given back without any guess: the triggers that guard history, and the indexes.

Both follow from the tables alone. What is wrong in a row is never touched: only a backup knows what stood there. That
something was put right is itself an event, for while a guard was gone anything may have been done to what it guards.
"""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import IntegrityError

from workbench.storage.database import Database
from workbench.storage.doctor import guards, missing_indexes
from workbench.storage.events import append
from workbench.storage.guards import renew
from workbench.storage.schema import CHANGING

REPAIRED = "library.repaired"
"""The event; its detail names `what`, in sentences."""


def repair(database: Database) -> tuple[str, ...]:
    """Put right what can be, in one transaction with its event; answers what was, in sentences.

    Raises:
        WorkbenchError: The library is damaged too badly to be written. Nothing was changed then.
    """
    with database.writing() as connection:
        done = [*_guards(connection), *_indexes(database, connection)]
        if done:
            append(connection, database.now(), REPAIRED, "", "", {"what": done})
    return tuple(done)


def _guards(connection: Connection) -> list[str]:
    broken, strange = guards(connection)
    there, said = set(inspect(connection).get_table_names()), []
    for name in strange if connection.dialect.name == "sqlite" else []:  # on a server it may be its owner's
        quoted = name.replace('"', '""')
        connection.exec_driver_sql(f'DROP TRIGGER "{quoted}"')
        said.append(f"The trigger {name}, which is not one of this program, was removed.")
    for table in {table.name: table for table in broken.values() if table.name in there}.values():
        renew(table, connection, CHANGING.get(table.name, ()))
        said.append(f"The triggers that guard the history in {table.name} were put back.")
    return said


def _indexes(database: Database, connection: Connection) -> list[str]:
    said = []
    for index, table in missing_indexes(connection):
        with suppress(IntegrityError), database.writing():  # its rows may not allow it, which is told as a finding
            index.create(connection, checkfirst=True)
            said.append(f"The index {index.name} of {table} was built anew.")
    if connection.dialect.name == "sqlite" and _is_index_wrong(connection):
        connection.execute(text("REINDEX"))
        said += [] if _is_index_wrong(connection) else ["The indexes were built anew from the tables."]
    return said


def _is_index_wrong(connection: Connection) -> bool:
    return any(" index " in sentence for (sentence,) in connection.execute(text("PRAGMA integrity_check(20)")))
