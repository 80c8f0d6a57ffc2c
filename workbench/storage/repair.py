"""Puts right what a library can be given back without any guess: the triggers that guard history, and the indexes.

Both follow from the tables alone. What is wrong in a row is never touched: only a backup knows what stood there.
"""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text

from workbench.storage.database import Database
from workbench.storage.doctor import guards
from workbench.storage.guards import renew
from workbench.storage.schema import CHANGING


def repair(database: Database) -> tuple[str, ...]:
    """Put right what can be, in one transaction; answers what was, in sentences.

    Raises:
        WorkbenchError: The library is damaged too badly to be written. Nothing was changed then.
    """
    with database.writing() as connection:
        return (*_guards(connection), *_indexes(connection))


def _guards(connection: Connection) -> list[str]:
    broken, strange = guards(connection)
    there, said = set(inspect(connection).get_table_names()), []
    for table in {table.name: table for table in broken.values() if table.name in there}.values():
        renew(table, connection, CHANGING.get(table.name, ()))
        said.append(f"The triggers that guard the history in {table.name} were put back.")
    for name in strange if connection.dialect.name == "sqlite" else []:  # on a server it may be its owner's
        quoted = name.replace('"', '""')
        connection.exec_driver_sql(f'DROP TRIGGER "{quoted}"')
        said.append(f"The trigger {name}, which is not one of this program, was removed.")
    return said


def _indexes(connection: Connection) -> list[str]:
    if connection.dialect.name != "sqlite" or not _is_index_wrong(connection):
        return []
    connection.execute(text("REINDEX"))
    return [] if _is_index_wrong(connection) else ["The indexes were built anew from the tables."]


def _is_index_wrong(connection: Connection) -> bool:
    return any(" index " in sentence for (sentence,) in connection.execute(text("PRAGMA integrity_check(20)")))
