"""How single leads count where both teams settled a dispute. Must not know commitments or what the dates say."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from workbench.storage.database import Database
from workbench.storage.entries import enter, said_values
from workbench.storage.records.entries import RowOverride, Said
from workbench.storage.schema import OverrideRow
from workbench.storage.wording import line


def _override(values: Any) -> RowOverride:
    return RowOverride(
        values["agreement_id"], values["number"], values["identity"], values["commitment"], values["decision"],
        values["note"], values["marketing_name"], values["sales_name"], values["at"],
    )  # fmt: skip


class Overrides:
    """The settled rows of an open library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, agreement: str, identity: str, commitment: str, decision: str, said: Said) -> RowOverride:
        """Settle how one lead counts for one commitment; what the dates say stays visible.

        Args:
            agreement: Its id.
            identity: As in the lead log.
            commitment: Id of the commitment.
            decision: The state it counts as; empty takes an earlier decision back.
            said: Why, and who agreed.

        Raises:
            NotAllowedError: Note or a name is missing.
            NotFoundError: There is no such agreement.
        """
        values = {
            "identity": identity, "commitment": line(commitment, "commitment"), "decision": line(decision, "decision"),
        }  # fmt: skip
        with self._database.writing() as connection:
            now = self._database.now()
            entry = enter(connection, OverrideRow, "row.settled", agreement, now, values | said_values(said))
            return _override(entry)

    def all(self, agreement: str, *, history: bool = False) -> tuple[RowOverride, ...]:
        """The decisions that hold, one for each lead and commitment.

        Args:
            agreement: Its id.
            history: Every decision ever made instead, in order.
        """
        query = select(OverrideRow.__table__).where(OverrideRow.agreement_id == agreement)
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(OverrideRow.number)).mappings()
            entries = tuple(map(_override, rows))
        if history:
            return entries
        last = {(entry.identity, entry.commitment): entry for entry in entries}
        return tuple(entry for entry in last.values() if entry.decision)
