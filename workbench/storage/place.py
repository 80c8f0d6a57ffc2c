"""Where a library is said to be: a file or a PostgreSQL address. Must not open either."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from workbench.base.errors import NotAllowedError


class FilePlace(NamedTuple):
    """A library in one SQLite file.

    Attributes:
        path: Absolute, links resolved.
    """

    path: Path

    def __str__(self) -> str:
        """The path, as messages name it."""
        return str(self.path)


class ServerPlace(NamedTuple):
    """A library in a PostgreSQL database.

    Attributes:
        url: With the driver named; may hold a password, so it is never shown.
        shown: Server and database only, as messages name it.
    """

    url: str
    shown: str

    def __str__(self) -> str:
        """Server and database, without user, password or options."""
        return self.shown


Place = FilePlace | ServerPlace


def place_of(text: str) -> Place:
    """The place that a person or a setting names.

    Raises:
        NotAllowedError: An address of a kind that libraries cannot have, a path that leads nowhere, or nothing.
    """
    scheme, colon, rest = text.partition("://")
    if not colon:
        if not text.strip():
            raise NotAllowedError("No library was named.", "Name a file, or an address that begins with postgresql://.")
        try:
            return FilePlace(Path(text).expanduser().resolve())
        except (RuntimeError, OSError, ValueError):  # a link to itself, nobody's home, a letter no path has
            raise NotAllowedError(
                f"A library cannot be at {text[:300]}.", "Name a file in a folder of yours."
            ) from None
    if scheme not in {"postgresql", "postgres", "postgresql+psycopg"}:
        raise NotAllowedError(
            f"A library cannot be at an address that begins with {scheme[:30]}://.",
            "Name a file, or an address that begins with postgresql://.",
        )
    from urllib.parse import urlsplit  # noqa: PLC0415  (servers only; costs the first screen)

    try:
        parts = urlsplit(text)
    except ValueError:
        raise NotAllowedError("A library cannot be at this address.", "Write postgresql://user@server/name.") from None
    shown = f"postgresql://{parts.netloc.rpartition('@')[2]}{parts.path}"
    return ServerPlace("postgresql+psycopg://" + rest, re.sub(r"[^\x20-\x7e]", "?", shown))
