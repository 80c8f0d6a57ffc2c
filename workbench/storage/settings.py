"""Small texts under keys: what the person set for this library, and what the library says about itself."""

from __future__ import annotations

from sqlalchemy import delete, insert, select

from workbench.base.errors import NotAllowedError
from workbench.storage.database import Database
from workbench.storage.formats import OWN
from workbench.storage.schema import SettingRow


class Settings:
    """The settings of an open library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str, default: str = "") -> str:
        """The text under a key.

        Args:
            key: Any; those that begin with `library.` are the library's own.
            default: Answered when there is none.
        """
        with self._database.reading() as connection:
            found = connection.scalar(select(SettingRow.value).where(SettingRow.key == key))
        return default if found is None else found

    def set(self, key: str, value: str) -> None:
        """Keep a text under a key, in place of what was there.

        Raises:
            NotAllowedError: The key is the library's own.
        """
        if key.startswith(OWN):
            raise NotAllowedError(f"{key} is what the library says about itself.", "Choose another key.")
        with self._database.writing() as connection:
            connection.execute(delete(SettingRow).where(SettingRow.key == key))
            connection.execute(insert(SettingRow).values(key=key, value=value))

    def all(self) -> dict[str, str]:
        """Every key and its text, without the library's own."""
        with self._database.reading() as connection:
            rows = connection.execute(select(SettingRow.key, SettingRow.value).order_by(SettingRow.key)).all()
        return {row.key: row.value for row in rows if not row.key.startswith(OWN)}
