"""Triggers that keep history from being changed: no UPDATE, no DELETE, no REPLACE, no TRUNCATE, on both back ends.

They make tampering show, not impossible: who owns the file can drop them, which the doctor sees, and cannot make the
hashes fit what was signed. Must not know any table by name.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Index, PrimaryKeyConstraint, Table, UniqueConstraint, event

from workbench.storage.faults import IMMUTABLE_STATE

_FUNCTION = f"""CREATE OR REPLACE FUNCTION sla_forbid_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING MESSAGE = 'rows of ' || TG_TABLE_NAME || ' are history', ERRCODE = '{IMMUTABLE_STATE}';
END $$"""


def guard(table: Table, changing: tuple[str, ...] = ()) -> None:
    """Give a table its triggers when it is created.

    Args:
        table: Whose rows are history.
        changing: Columns that may be updated all the same.
    """

    def make(_target: Table, connection: Connection, **_options: Any) -> None:
        _make(table, connection, changing)

    event.listen(table, "after_create", make)


def renew(table: Table, connection: Connection, changing: tuple[str, ...] = ()) -> None:
    """Put the triggers of a table back, whatever stands in their place; as `guard`."""
    of_table = f' ON "{table.name}"' if connection.dialect.name == "postgresql" else ""
    for name in guards_of(table, connection.dialect.name, changing):
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}{of_table}")
    _make(table, connection, changing)


def _make(table: Table, connection: Connection, changing: tuple[str, ...]) -> None:
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(_FUNCTION)
    for sql in guards_of(table, connection.dialect.name, changing).values():
        connection.exec_driver_sql(sql)


def guards_of(table: Table, dialect: str, changing: tuple[str, ...] = ()) -> dict[str, str]:
    """The triggers of a table: their SQL by their names.

    Args:
        table: Whose rows are history.
        dialect: `sqlite` or `postgresql`.
        changing: Columns that may be updated all the same.
    """
    name = table.name
    fixed = ", ".join(f'"{column.name}"' for column in table.columns if column.name not in changing)
    update = f"UPDATE OF {fixed}" if changing else "UPDATE"
    if dialect == "postgresql":
        return {
            f"{name}_history": f"CREATE TRIGGER {name}_history BEFORE {update} OR DELETE OR TRUNCATE ON {name} "
            "FOR EACH STATEMENT EXECUTE FUNCTION sla_forbid_change()"
        }
    # REPLACE deletes without running delete triggers unless the connection asks for them, so a trigger of its own
    # refuses every row whose key, unique columns or row number are taken.
    taken = f"EXISTS (SELECT 1 FROM {name} WHERE {' OR '.join(_taken(table))})"  # noqa: S608  (names of our tables)
    events = {"no_update": update, "no_delete": "DELETE", "no_replace": "INSERT"}
    return {
        f"{name}_{rule}": f"CREATE TRIGGER {name}_{rule} BEFORE {what} ON {name} "
        f"{f'WHEN {taken} ' if rule == 'no_replace' else ''}"
        f"BEGIN SELECT RAISE(ABORT, 'rows of {name} are history'); END"
        for rule, what in events.items()
    }


def _taken(table: Table) -> list[str]:
    """For each key and unique rule of the table: when a stored row has the new row's values."""
    rules = [rule for rule in table.constraints if isinstance(rule, PrimaryKeyConstraint | UniqueConstraint)]
    indexes = sorted((index for index in table.indexes if index.unique), key=lambda one: str(one.name))
    keys = sorted(_same([column.name for column in rule.columns]) for rule in rules)
    return [f"({condition})" for condition in (*keys, *map(_same_index, indexes), "rowid = NEW.rowid")]


def _same(columns: list[str]) -> str:
    return " AND ".join(f'"{column}" = NEW."{column}"' for column in columns)


def _same_index(index: Index) -> str:
    same, where = _same([column.name for column in index.columns]), index.dialect_options["sqlite"]["where"]
    return same if where is None else f"{same} AND {where} AND NEW.{where}"
