"""History cannot be changed: every way to change a row is refused, by our connection and by any other."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from workbench.base.errors import NotAllowedError
from workbench.storage.library import Library
from workbench.storage.schema import APPEND_ONLY, CHANGING, Base

GUARDED = [Base.metadata.tables[model.__tablename__] for model in APPEND_ONLY]
NAMES = [table.name for table in GUARDED]


def attacks(name: str) -> dict[str, str]:
    """Statements that would change history in a table, by what they try; all hit at least one row."""
    table = Base.metadata.tables[name]
    fixed = [column.name for column in table.columns if column.name not in CHANGING.get(name, ())]
    keys = [column.name for column in table.primary_key.columns]
    others = [f'"{column}"' for column in fixed if column not in keys]
    return {
        **{f"update {column}": f'UPDATE {name} SET "{column}" = "{column}"' for column in fixed},
        "delete": f"DELETE FROM {name}",
        "upsert": f"INSERT INTO {name} SELECT * FROM {name} WHERE true "
        f"ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {others[0]} = excluded.{others[0]}",
    }


@pytest.mark.parametrize("name", NAMES)
def test_no_row_of_history_can_be_changed(library: Library, filled: str, name: str) -> None:
    assert filled
    statements = attacks(name)
    if library.database.file:
        statements["replace"] = f"INSERT OR REPLACE INTO {name} SELECT * FROM {name}"
        statements["replace by row number"] = (
            f"INSERT OR REPLACE INTO {name} (rowid, {columns(name)}) SELECT rowid, {columns(name)} FROM {name}"
        )
    else:
        statements["truncate"] = f"TRUNCATE {name} CASCADE"
    before = rows(library, name)
    assert before
    for what, statement in statements.items():
        with pytest.raises(NotAllowedError, match="history"):
            run(library, statement)
        assert rows(library, name) == before, what


def run(library: Library, statement: str) -> None:
    with library.database.writing() as connection:
        connection.execute(text(statement))


def columns(name: str) -> str:
    return ", ".join(f'"{column.name}"' for column in Base.metadata.tables[name].columns)


def rows(library: Library, name: str) -> list[object]:
    with library.database.reading() as connection:
        return list(connection.execute(text(f"SELECT * FROM {name}")))


@pytest.mark.parametrize("name", NAMES)
def test_a_connection_without_our_settings_cannot_replace_a_row_either(
    filled_path: Path, name: str
) -> None:  # fmt: skip
    bare = sqlite3.connect(filled_path)
    assert bare.execute("PRAGMA recursive_triggers").fetchone() == (0,)
    before = bare.execute(f"SELECT * FROM {name}").fetchall()
    for chosen in (columns(name), f"rowid, {columns(name)}"):
        with pytest.raises(sqlite3.IntegrityError, match="history"):
            bare.execute(f"INSERT OR REPLACE INTO {name} ({chosen}) SELECT {chosen} FROM {name}")
    fresh_key = ", ".join(
        "'new' || rowid" if column.primary_key and column.type.python_type is str
        else "rowid + 1000" if column.primary_key
        else f'"{column.name}"'
        for column in Base.metadata.tables[name].columns
    )  # fmt: skip
    insert = f"INSERT OR REPLACE INTO {name} (rowid, {columns(name)}) SELECT rowid, {fresh_key} FROM {name}"
    if name not in {"event", "pin", "signature"}:  # whose numbers are the row numbers
        with pytest.raises(sqlite3.IntegrityError, match="history"):  # only the hidden row number is taken
            bare.execute(insert)
    assert bare.execute(f"SELECT * FROM {name}").fetchall() == before
    bare.close()


def test_only_whether_an_import_counts_may_change(library: Library, filled: str) -> None:
    assert library.actuals.redo(filled, 2, "Ines").undone_at is None
    assert library.actuals.undo(filled, 2, "Ines").undone_at is not None


def test_of_a_version_only_its_line_may_change(library: Library, filled: str) -> None:
    version = library.versions.every(filled)[0].hash
    before = library.examine()
    with library.database.writing() as connection:
        connection.execute(text("UPDATE version SET line = 'side' WHERE hash = :hash"), {"hash": version})
    assert before.ok
    assert [one.row for one in library.examine().findings] == [version]
