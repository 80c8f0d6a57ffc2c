"""Remembered column mappings, found again by name or by the header they were made for. Must not know mappings."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Row, Select, delete, insert, select

from workbench.base.errors import ConflictError, NotFoundError
from workbench.storage.database import Database
from workbench.storage.events import detail_text
from workbench.storage.records.imports import Profile
from workbench.storage.records.json_object import Json
from workbench.storage.schema import ProfileRow
from workbench.storage.wording import line, required


def _name(name: str) -> str:
    return required(line(name, "name of the mapping"), "name of the mapping", "Give it one to find it again.")


class Profiles:
    """The remembered mappings of an open library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def check_name(self, name: str) -> None:
        """Whether a mapping may be called so.

        Raises:
            NotAllowedError: No name, or too long a one.
        """
        _name(name)

    def save(self, name: str, fingerprint: str, mapping: Json) -> Profile:
        """Remember a mapping, in place of one of the same name.

        Args:
            name: What people call it.
            fingerprint: Of the header it fits.
            mapping: As a mapping file says it.

        Raises:
            NotAllowedError: No name, or too long a one.
        """
        profile = Profile(_name(name), fingerprint, mapping, self._database.now())
        with self._database.writing() as connection:
            connection.execute(delete(ProfileRow).where(ProfileRow.name == profile.name))
            connection.execute(
                insert(ProfileRow).values(
                    name=profile.name, fingerprint=fingerprint, mapping=detail_text(mapping), saved_at=profile.saved_at
                )
            )
        return profile

    def get(self, name: str) -> Profile:
        """The mapping with a name.

        Raises:
            NotFoundError: There is none.
        """
        found = self._read(select(ProfileRow.__table__).where(ProfileRow.name == _name(name)))
        if not found:
            raise NotFoundError(f"There is no mapping called {name[:60]!r}.", "See the list of mappings.")
        return found[0]

    def for_header(self, fingerprint: str) -> Profile | None:
        """The mapping last saved for a header; nothing when there is none."""
        query = select(ProfileRow.__table__).where(ProfileRow.fingerprint == fingerprint)
        return next(iter(self._read(query.order_by(ProfileRow.saved_at.desc(), ProfileRow.name))), None)

    def all(self) -> tuple[Profile, ...]:
        """Every mapping, by name."""
        return tuple(sorted(self._read(select(ProfileRow.__table__)), key=lambda one: one.name.casefold()))

    def rename(self, name: str, new_name: str) -> Profile:
        """Give a mapping another name.

        Raises:
            NotFoundError: There is none with the old name.
            ConflictError: There is one with the new name.
        """
        with self._database.writing():
            profile = self.get(name)
            if any(one.name == _name(new_name) for one in self.all()):
                raise ConflictError(f"There is a mapping called {new_name[:60]!r} already.", "Choose another name.")
            self.delete(name)
            return self.save(new_name, profile.fingerprint, profile.mapping)

    def delete(self, name: str) -> None:
        """Forget a mapping; one that is not there is forgotten already."""
        with self._database.writing() as connection:
            connection.execute(delete(ProfileRow).where(ProfileRow.name == _name(name)))

    def _read(self, query: Select[Any]) -> tuple[Profile, ...]:
        with self._database.reading() as connection:
            return tuple(_profile(row) for row in connection.execute(query))


def _profile(row: Row[Any]) -> Profile:
    return Profile(row.name, row.fingerprint, json.loads(row.mapping), row.saved_at)
