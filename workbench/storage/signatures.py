"""Signatures: who signed which version, when, with which certificate, and the file that proves it.

Must not know PDF.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from workbench.base.errors import NotAllowedError, NotFoundError
from workbench.storage.blobs import fetch, keep
from workbench.storage.database import Database
from workbench.storage.events import next_number, record
from workbench.storage.records.signing import NewSignature, Signature
from workbench.storage.schema import SignatureRow, VersionRow
from workbench.storage.wording import fingerprint_digits, line, required


class Signatures:
    """The signatures of an open library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(
        self, version: str, pdf: bytes, signatures: Sequence[NewSignature], *, actor: str,
        media_type: str = "application/pdf",
    ) -> tuple[Signature, ...]:  # fmt: skip
        """Keep a signed file and the signatures in it; what is recorded already stays as it is.

        Args:
            version: Hash of the version that was signed.
            pdf: The whole file: the signed PDF, or a scan of the paper.
            signatures: All in the file, verified by the caller.
            actor: Who took the file in.
            media_type: Of the file.

        Returns:
            The signatures of the file as recorded, in the given order.

        Raises:
            NotFoundError: The version is not here.
            NotAllowedError: No role or signer, a digital signature without certificate, or a file that is too large.
        """
        now, by = self._database.now(), line(actor, "name")
        with self._database.writing() as connection:
            agreement = connection.scalar(select(VersionRow.agreement_id).where(VersionRow.hash == version))
            if agreement is None:
                raise NotFoundError(f"The signed version {version[:12]!r} is not in this library.", "Open it first.")
            found = []
            for one in signatures:
                key = _values(version, one)
                row = self._recorded(connection, key)
                if row is None:
                    sha256 = keep(connection, pdf, media_type)
                    number = next_number(connection, SignatureRow.number)
                    values = key | {"number": number, "pdf_sha256": sha256, "recorded_at": now}
                    record(
                        connection, SignatureRow, values, at=now, kind="signature.recorded", actor=by,
                        agreement=agreement,
                    )  # fmt: skip
                    row = self._recorded(connection, key)
                assert row is not None  # it was just inserted
                found.append(_signature(row))
        return tuple(found)

    def of_version(self, version: str) -> tuple[Signature, ...]:
        """The signatures of a version, in the order of recording."""
        return self._read(_all().where(SignatureRow.version_hash == version))

    def of_agreement(self, agreement: str) -> tuple[Signature, ...]:
        """The signatures of all versions of an agreement, in the order of recording."""
        return self._read(
            _all()
            .join(VersionRow, VersionRow.hash == SignatureRow.version_hash)
            .where(VersionRow.agreement_id == agreement)
        )

    def file(self, signature: Signature) -> bytes:
        """The file that proves a signature.

        Raises:
            NotFoundError: It is not here.
            DamagedError: It is not what was kept.
        """
        with self._database.reading() as connection:
            return fetch(connection, signature.pdf)

    def _recorded(self, connection: Connection, key: dict[str, Any]) -> Row[Any] | None:
        same = ("version_hash", "role", "fingerprint", "signer", "signed_at")
        columns = SignatureRow.__table__.columns
        return connection.execute(_all().where(*(columns[name] == key[name] for name in same))).first()

    def _read(self, query: Select[Any]) -> tuple[Signature, ...]:
        with self._database.reading() as connection:
            return tuple(_signature(row) for row in connection.execute(query.order_by(SignatureRow.number)))


def _all() -> Select[Any]:
    return select(SignatureRow.__table__)


def _values(version: str, one: NewSignature) -> dict[str, Any]:
    if (one.method == "paper") == bool(one.fingerprint):
        raise NotAllowedError(
            f"The signature of {one.signer[:60]} is {one.method}, which does not fit its certificate.",
            "A digital signature has a certificate, one on paper has none.",
        )
    why = "A signature is recorded for a role and a person."
    return {
        "version_hash": version,
        "role": required(line(one.role, "role"), "role", why),
        "signer": required(line(one.signer, "signer"), "signer's name", why),
        "email": line(one.email, "e-mail").lower(),
        "signed_at": one.signed_at,
        "fingerprint": fingerprint_digits(one.fingerprint) if one.fingerprint else "",
        "method": one.method,
    }


def _signature(row: Row[Any]) -> Signature:
    return Signature(
        row.number, row.version_hash, row.role, row.signer, row.email, row.signed_at, row.fingerprint, row.method,
        row.pdf_sha256, row.recorded_at,
    )  # fmt: skip
