"""Examines a library: the file's own structure, the tables and the triggers that guard history, and every row.

Answers findings as sentences and goes on after each, so that one look tells all. Must not change anything.
"""

from __future__ import annotations

from collections.abc import Generator

from sqlalchemy import Connection, Index, Table, inspect, text
from sqlalchemy.exc import DBAPIError

from workbench.base.errors import WorkbenchError
from workbench.storage.database import Database
from workbench.storage.faults import translated_alchemy
from workbench.storage.guards import guards_of
from workbench.storage.records.examination import Examination, Finding
from workbench.storage.schema import APPEND_ONLY, CHANGING, Base
from workbench.storage.soundness import CHECKS

_MOST = 50
"""Findings told of one check; more would not be read."""


def examine(database: Database) -> Examination:
    """Look at everything in a library.

    Args:
        database: Open; inside a transaction, what that transaction has written is looked at.
    """
    findings: list[Finding] = []
    checked: dict[str, int] = {}
    for name, check in (("file", _structure), ("tables", _tables), *CHECKS.items()):
        try:
            with database.reading() as connection:
                checked[name] = _run(check(connection), findings, database.shown)
        except WorkbenchError as error:
            findings.append(Finding(f"The {name} cannot be read to the end: {error.message}", name))
        except (ValueError, TypeError, AttributeError, DBAPIError) as error:
            # A damaged file may hold a text where bytes belong, or a day that is none, or lack a table.
            reason = str(error).splitlines()[0]
            findings.append(Finding(f"The {name} cannot be read to the end: {reason}.", name))
    return Examination(tuple(findings), checked)


def _run(check: Generator[Finding, None, int], findings: list[Finding], shown: str) -> int:
    told = 0
    while True:
        try:
            with translated_alchemy(shown):
                finding = next(check)
        except StopIteration as end:
            return int(end.value)
        told += 1
        if told <= _MOST:
            findings.append(finding)


def _structure(connection: Connection) -> Generator[Finding, None, int]:
    """What SQLite itself says about its pages and keys; a server looks after its own."""
    if connection.dialect.name != "sqlite":
        return 0
    for (sentence,) in connection.execute(text("PRAGMA integrity_check(20)")):
        if sentence != "ok":
            yield Finding(f"The file is damaged: {sentence}.")
    for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield Finding(f"A row of {table} names a row of {parent} that is gone.", table, str(row))
    return 1


def _tables(connection: Connection) -> Generator[Finding, None, int]:
    """Tables, columns, indexes and triggers are those of the format."""
    looking = inspect(connection)
    there = set(looking.get_table_names())
    for name, table in Base.metadata.tables.items():
        columns = {column["name"] for column in looking.get_columns(name)} if name in there else set()
        if columns != {column.name for column in table.columns}:
            yield Finding(f"The table {name} is missing or has other columns.", name)
    for index, of in missing_indexes(connection):
        yield Finding(f"The index {index.name} of {of} is missing.", of)
    broken, strange = guards(connection)
    for name, table in broken.items():
        yield Finding(f"The trigger {name}, which guards history, is missing or changed.", table.name)
    for name in strange:
        yield Finding(f"The trigger {name} is not one of this program.")
    return len(there)


def missing_indexes(connection: Connection) -> list[tuple[Index, str]]:
    """The indexes that the format has and the library has not, with the names of their tables, which are there."""
    looking = inspect(connection)
    there = set(looking.get_table_names())
    return [
        (index, name)
        for name, table in Base.metadata.tables.items()
        if name in there
        for index in sorted(table.indexes, key=lambda one: str(one.name))
        if index.name not in {one["name"] for one in looking.get_indexes(name)}
    ]


def guards(connection: Connection) -> tuple[dict[str, Table], list[str]]:
    """The triggers that should guard history and do not, with their tables; and those that are not ours.

    SQLite takes names that differ in capital letters alone for the same.
    """
    written, broken = _triggers(connection), dict[str, Table]()
    is_file = connection.dialect.name == "sqlite"
    found = {name.casefold() if is_file else name: (name, sql) for name, sql in written.items()}
    for model in APPEND_ONLY:
        table = Base.metadata.tables[model.__tablename__]
        for name, sql in guards_of(table, connection.dialect.name, CHANGING.get(table.name, ())).items():
            if found.pop(name, ("", None))[1] != (sql if is_file else ""):
                broken[name] = table
    return broken, [name for name, _ in found.values()]


def _triggers(connection: Connection) -> dict[str, str]:
    """The triggers there are: their SQL by their names; no SQL on a server, which words it anew."""
    if connection.dialect.name == "sqlite":
        query = text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        return {row.name: row.sql for row in connection.execute(query)}
    query = text(
        "SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
        "WHERE NOT tgisinternal AND tgenabled = 'O' AND relnamespace = current_schema()::regnamespace"
    )
    return {name: "" for (name,) in connection.execute(query)}
