"""Which certificate is expected of whom: taken on trust the first time, changed only by a person who says why.

Must not know certificates, only their fingerprints.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, select

from workbench.storage.database import Database
from workbench.storage.events import next_number, record
from workbench.storage.records.signing import Pin
from workbench.storage.schema import PinRow
from workbench.storage.wording import fingerprint_digits, line, note, required


class Pins:
    """The expected certificates of an open library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def expected(self, role: str, email: str) -> Pin | None:
        """The certificate that is expected of a person in a role now; nothing before the first."""
        with self._database.reading() as connection:
            return self._last(connection, *_key(role, email))

    def history(self, role: str, email: str) -> tuple[Pin, ...]:
        """All that were ever expected of a person in a role, oldest first."""
        key = _key(role, email)
        query = select(PinRow.__table__).where(PinRow.role == key[0], PinRow.email == key[1]).order_by(PinRow.number)
        with self._database.reading() as connection:
            return tuple(_pin(row) for row in connection.execute(query))

    def remember(self, role: str, email: str, name: str, fingerprint: str, *, actor: str) -> Pin:
        """The certificate that is expected of a person; where nobody was known, this one from now on.

        Args:
            role: The signer's role in the agreement.
            email: As in the certificate.
            name: As in the certificate.
            fingerprint: Its SHA-256, with or without spaces.
            actor: Who met it.

        Raises:
            NotAllowedError: Not a fingerprint, or too long a name.
        """
        with self._database.writing() as connection:
            pin = self._last(connection, *_key(role, email))
            return pin or self._write(connection, role, email, name, fingerprint, "", actor)

    def replace(self, role: str, email: str, name: str, fingerprint: str, *, why: str, actor: str) -> Pin:
        """Expect another certificate from now on, because a person has made sure that it is right.

        Args:
            role: The signer's role in the agreement.
            email: As in the certificate.
            name: As in the certificate.
            fingerprint: Its SHA-256, with or without spaces.
            why: How it was made sure, in words.
            actor: Who made sure.

        Raises:
            NotAllowedError: No reason, not a fingerprint, or too long a name.
        """
        reason = required(note(why, "reason"), "reason", "Say how you made sure that the new key is theirs.")
        with self._database.writing() as connection:
            return self._write(connection, role, email, name, fingerprint, reason, actor)

    def _last(self, connection: Connection, role: str, email: str) -> Pin | None:
        query = select(PinRow.__table__).where(PinRow.role == role, PinRow.email == email)
        row = connection.execute(query.order_by(PinRow.number.desc()).limit(1)).first()
        return _pin(row) if row else None

    def _write(
        self, connection: Connection, role: str, email: str, name: str, fingerprint: str, why: str, actor: str
    ) -> Pin:  # fmt: skip
        now, (role, email) = self._database.now(), _key(role, email)
        pin = Pin(role, email, fingerprint_digits(fingerprint), line(name, "name"), now, why)
        values = {"number": next_number(connection, PinRow.number), **asdict(pin)}
        kind = "pin.replaced" if why else "pin.first"
        record(connection, PinRow, values, at=now, kind=kind, actor=line(actor, "name"), agreement="")
        return pin


def _key(role: str, email: str) -> tuple[str, str]:
    return line(role, "role"), line(email, "e-mail").lower()


def _pin(row: Row[Any]) -> Pin:
    return Pin(row.role, row.email, row.fingerprint, row.name, row.at, row.note)
