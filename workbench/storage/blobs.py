"""Files and large values, each kept once under its SHA-256 and never changed. Must not know what they are."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, insert, select

from workbench.base.errors import NotAllowedError, NotFoundError
from workbench.storage.content import checked
from workbench.storage.database import Database
from workbench.storage.schema import BlobRow

MOST_BLOB = 256 * 1024 * 1024


def keep(connection: Connection, data: bytes, media_type: str) -> str:
    """Store bytes unless they are here already, inside the caller's transaction; answers their SHA-256.

    Raises:
        NotAllowedError: Larger than 256 MB.
    """
    if len(data) > MOST_BLOB:
        raise NotAllowedError(f"A file of {len(data) // 1024 // 1024} MB is too large to be kept.", "Split it.")
    sha256 = hashlib.sha256(data).hexdigest()
    if connection.scalar(select(BlobRow.sha256).where(BlobRow.sha256 == sha256)) is None:
        connection.execute(insert(BlobRow).values(sha256=sha256, size=len(data), media_type=media_type, data=data))
    return sha256


def fetch(connection: Connection, sha256: str) -> bytes:
    """The bytes with a SHA-256.

    Raises:
        NotFoundError: They are not here.
        DamagedError: They are not what was kept.
    """
    data = connection.scalar(select(BlobRow.data).where(BlobRow.sha256 == sha256))
    if data is None:
        raise NotFoundError(f"The file {sha256[:12]!r} is not in this library.", "Import it again.")
    return checked(data, sha256, f"The kept file {sha256[:12]}")


class Blobs:
    """The kept files of an open library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, data: bytes, media_type: str) -> str:
        """Store bytes unless they are here already; answers their SHA-256.

        Args:
            data: The whole file.
            media_type: Such as `application/pdf`.

        Raises:
            NotAllowedError: Larger than 256 MB.
        """
        with self._database.writing() as connection:
            return keep(connection, data, media_type)

    def get(self, sha256: str) -> bytes:
        """The bytes with a SHA-256.

        Raises:
            NotFoundError: They are not here.
            DamagedError: They are not what was kept.
        """
        with self._database.reading() as connection:
            return fetch(connection, sha256)

    def has(self, sha256: str) -> bool:
        """Whether the bytes with a SHA-256 are here."""
        with self._database.reading() as connection:
            return connection.scalar(select(BlobRow.sha256).where(BlobRow.sha256 == sha256)) is not None
