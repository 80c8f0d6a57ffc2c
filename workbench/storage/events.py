"""The audit trail: who did what and when, in a chain of hashes that only grows.

Other rooms of this floor write to it inside their own transactions, so that a thing and its event stand or fall
together. Must not know what the events mean.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import rfc8785
from sqlalchemy import Connection, Row, Select, func, insert, select

from workbench.base.clock import utc_text
from workbench.fields.value import plain
from workbench.storage.database import Database
from workbench.storage.records.history import Event
from workbench.storage.records.json_object import Json
from workbench.storage.schema import Base, EventRow
from workbench.storage.wording import line


def event_hash(
    seq: int, at: dt.datetime, actor: str, kind: str, agreement: str, detail: str, previous: str
) -> str:  # fmt: skip
    """SHA-256 over the canonical JSON of one line of the trail and the hash before it.

    Args:
        seq: Its number.
        at: When.
        actor: Who.
        kind: What.
        agreement: Id, or empty.
        detail: Canonical JSON, as text.
        previous: Hash of the line before; empty for the first.
    """
    said: dict[str, Any] = {
        "v": 1, "seq": seq, "at": utc_text(at), "actor": actor, "kind": kind, "agreement": agreement,
        "detail": detail, "previous": previous,
    }  # fmt: skip
    return hashlib.sha256(rfc8785.dumps(said)).hexdigest()


def detail_text(values: Mapping[str, Any]) -> str:
    """Canonical JSON of values as they are stored: instants, days and decimals as text."""
    return rfc8785.dumps({name: _plain(value) for name, value in values.items()}).decode()


def _plain(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return utc_text(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return plain(value) if isinstance(value, Decimal) else value


def append(
    connection: Connection, at: dt.datetime, kind: str, actor: str, agreement: str, detail: Mapping[str, Any]
) -> Event:
    """Add one line, inside the caller's transaction.

    Args:
        connection: In a writing transaction.
        at: When.
        kind: What, such as `version.saved`.
        actor: Who, cleaned.
        agreement: Id; empty for the library itself.
        detail: JSON without floats.
    """
    last = connection.execute(select(EventRow.seq, EventRow.hash).order_by(EventRow.seq.desc()).limit(1)).first()
    seq, previous = (last.seq + 1, last.hash) if last else (1, "")
    text = detail_text(detail)
    own = event_hash(seq, at, actor, kind, agreement, text, previous)
    connection.execute(
        insert(EventRow).values(
            seq=seq, at=at, actor=actor, kind=kind, agreement_id=agreement, detail=text, previous=previous, hash=own
        )
    )
    return Event(seq, at, actor, kind, agreement, json.loads(text), previous, own)


def record(
    connection: Connection, model: type[Base], values: Mapping[str, Any], *, at: dt.datetime, kind: str, actor: str,
    agreement: str,
) -> None:  # fmt: skip
    """Insert a row of a recorded table, and its event, which repeats the row's values.

    Args:
        connection: In a writing transaction.
        model: One of `schema.RECORDED`.
        values: All columns but `event` and those that change.
        at: When.
        kind: What.
        actor: Who, cleaned.
        agreement: Id; empty for the library itself.
    """
    event = append(connection, at, kind, actor, agreement, values)
    connection.execute(insert(model).values(**values, event=event.seq))


def next_number(connection: Connection, column: Any, *where: Any) -> int:
    """One more than the highest number in a column, 1 where there is none.

    Args:
        connection: In a writing transaction, so that nobody else takes the same.
        column: Of a model.
        where: Conditions that narrow the rows.
    """
    return int(connection.scalar(select(func.coalesce(func.max(column), 0)).where(*where)) or 0) + 1


class Events:
    """The audit trail of an open library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(self, kind: str, actor: str, agreement: str = "", detail: Json | None = None) -> Event:
        """Write down something that happened outside this floor: a vote, a verification, an export.

        Args:
            kind: What, such as `pdf.exported`.
            actor: Who.
            agreement: Id; empty for the library itself.
            detail: What exactly; JSON without floats.

        Raises:
            NotAllowedError: A name that is too long.
        """
        with self._database.writing() as connection:
            return append(connection, self._database.now(), kind, line(actor, "name"), agreement, detail or {})

    def all(self, agreement: str | None = None, after: int = 0) -> tuple[Event, ...]:
        """The trail, oldest first.

        Args:
            agreement: Only of this one.
            after: Only lines with a higher number.
        """
        query = select(EventRow.__table__).where(EventRow.seq > after).order_by(EventRow.seq)
        if agreement is not None:
            query = query.where(EventRow.agreement_id == agreement)
        return self._read(query)

    def holds(self, trail: Sequence[Event]) -> bool:
        """Whether every line says what its hash says and follows the line before it.

        Args:
            trail: The whole trail, as `all` answers it.
        """
        previous = ""
        for count, one in enumerate(trail, start=1):
            text = detail_text(one.detail)
            own = event_hash(one.seq, one.at, one.actor, one.kind, one.agreement, text, one.previous)
            if (own, one.seq, one.previous) != (one.hash, count, previous):
                return False
            previous = one.hash
        return True

    def _read(self, query: Select[Any]) -> tuple[Event, ...]:
        with self._database.reading() as connection:
            return tuple(_event(row) for row in connection.execute(query))


def _event(row: Row[Any]) -> Event:
    return Event(
        row.seq, row.at, row.actor, row.kind, row.agreement_id, json.loads(row.detail), row.previous, row.hash
    )  # fmt: skip
