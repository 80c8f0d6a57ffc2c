"""Things done that both teams attest: content pieces, calls shadowed, meetings held. Must not know deliverables."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import Connection, select

from workbench.base.errors import ConflictError, NotAllowedError, NotFoundError
from workbench.storage.database import Database
from workbench.storage.entries import enter, said_values
from workbench.storage.records.entries import Attestation, Said
from workbench.storage.schema import AttestationRow
from workbench.storage.wording import line


def _attestation(values: Any) -> Attestation:
    return Attestation(
        values["agreement_id"], values["number"], values["key"], values["done_on"], values["pieces"], values["note"],
        values["marketing_name"], values["sales_name"], values["corrects"], values["at"],
    )  # fmt: skip


class Attestations:
    """The attestations of an open library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self, agreement: str, key: str, done_on: dt.date, said: Said, *, pieces: int = 1, corrects: int | None = None
    ) -> Attestation:  # fmt: skip
        """Say that something countable was done.

        Args:
            agreement: Its id.
            key: Key of the deliverable.
            done_on: The day.
            said: What and where it can be seen, and who stands behind it.
            pieces: How many; 0 takes back the entry it corrects.
            corrects: Number of the entry this replaces.

        Raises:
            NotAllowedError: Note or a name is missing, or fewer than 0 pieces.
            NotFoundError: There is no such agreement, or no such entry to correct.
            ConflictError: The other entry was corrected already.
        """
        if pieces < 0:
            raise NotAllowedError(f"{pieces} pieces cannot have been done.", "Give 0 or more.")
        values = {"key": line(key, "key"), "done_on": done_on, "pieces": pieces, "corrects": corrects}
        with self._database.writing() as connection:
            if corrects is not None:
                _require_uncorrected(connection, agreement, corrects)
            now = self._database.now()
            entry = enter(
                connection, AttestationRow, "deliverable.attested", agreement, now, values | said_values(said)
            )
            return _attestation(entry)

    def all(self, agreement: str, *, history: bool = False) -> tuple[Attestation, ...]:
        """What was done, by day.

        Args:
            agreement: Its id.
            history: Every entry ever made instead, in order.
        """
        query = select(AttestationRow.__table__).where(AttestationRow.agreement_id == agreement)
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(AttestationRow.number)).mappings()
            entries = tuple(map(_attestation, rows))
        if history:
            return entries
        replaced = {entry.corrects for entry in entries}
        stands = [entry for entry in entries if entry.number not in replaced and entry.pieces]
        return tuple(sorted(stands, key=lambda entry: (entry.done_on, entry.number)))


def _require_uncorrected(connection: Connection, agreement: str, number: int) -> None:
    own = AttestationRow.agreement_id == agreement
    if connection.scalar(select(AttestationRow.number).where(own, AttestationRow.number == number)) is None:
        raise NotFoundError(f"There is no entry {number} to correct.", "See the list of entries.")
    later = connection.scalar(select(AttestationRow.number).where(own, AttestationRow.corrects == number))
    if later is not None:
        raise ConflictError(f"Entry {number} was corrected already.", f"Correct entry {later} instead.")
