"""Copies a whole library from one place to another, between SQLite and PostgreSQL, row by row and exactly.

The copy is examined inside the transaction that makes it: it is whole, or it was never there. Must not know what the
rows mean.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path

from sqlalchemy import Connection, Table, func, insert, select

from workbench.base.errors import DamagedError
from workbench.base.there import is_there
from workbench.storage.database import Database, file_database, server_database
from workbench.storage.doctor import examine
from workbench.storage.formats import create_tables, require_empty, write_format
from workbench.storage.place import FilePlace, place_of
from workbench.storage.schema import Base
from workbench.storage.sqlite_file import open_file

_AT_ONCE = 20
_LARGE = {"blob": 1}
"""Rows held in memory at a time; files of up to 256 MB lie in `blob`."""


def copy_library(
    source: Database, target: str, *, accept_risk: bool = False, progress: Callable[[str], None] | None = None
) -> dict[str, int]:
    """Copy an open library to a place where there is none yet.

    Args:
        source: The open library's.
        target: A path, or an address that begins with `postgresql://`.
        accept_risk: Whether the person insists on a synchronised or network folder.
        progress: Told each table when it begins; may raise to stop.

    Returns:
        How many rows each table has.

    Raises:
        NotAllowedError: There is something at the target already.
        DamagedError: The library is not whole, so it was not copied.
        WorkbenchError: The target cannot be opened or written.
    """
    where = place_of(target)
    with ExitStack() as undo:
        if isinstance(where, FilePlace):
            if not is_there(where.path):
                undo.callback(_removed, where.path)
            database = file_database(open_file(where.path, accept_risk=accept_risk), source.clock)
        else:
            database = server_database(where, source.clock)
        undo.callback(database.close)
        require_empty(database)
        counts = copy_rows(source, database, progress)
        undo.pop_all()
    database.close()
    return counts


def _removed(path: Path) -> None:
    with suppress(OSError):  # one that could not be made cannot be removed
        path.unlink(missing_ok=True)


def copy_rows(
    source: Database, target: Database, progress: Callable[[str], None] | None = None
) -> dict[str, int]:  # fmt: skip
    """Fill an empty database with everything of another, and examine it before it counts.

    Args:
        source: The library.
        target: Without tables.
        progress: Told each table when it begins; may raise to stop.

    Returns:
        How many rows each table has.

    Raises:
        DamagedError: What arrived is not whole.
    """
    counts = {}
    with source.reading() as old, target.writing() as new:
        create_tables(new)
        for table in Base.metadata.sorted_tables:
            if progress:
                progress(table.name)
            counts[table.name] = _copy_table(old, new, table)
        write_format(new)
        examination = examine(target)
        if not examination.ok:
            raise DamagedError(
                f"The library {source.shown} is not whole, so it was not copied: {examination.findings[0].sentence}",
                "Let doctor examine it.",
            )
    return counts


def _copy_table(old: Connection, new: Connection, table: Table) -> int:
    # Versions and corrections name earlier rows of their own table.
    order = [column for column in (table.c.get("seq"), *table.primary_key.columns) if column is not None]
    at_once = _LARGE.get(table.name, _AT_ONCE)
    rows = old.execute(select(table).order_by(*order).execution_options(yield_per=at_once))
    for some in rows.mappings().partitions(at_once):
        new.execute(insert(table), [dict(row) for row in some])
    there, here = (one.scalar(select(func.count()).select_from(table)) for one in (old, new))
    if there != here:
        raise DamagedError(f"The table {table.name} could not be copied whole.", "Let doctor examine the library.")
    return int(here or 0)
