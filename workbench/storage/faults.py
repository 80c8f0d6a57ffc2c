"""What the databases say when something goes wrong, as sentences for a person. The floor's own door for errors.

Anything that is not listed is our bug and passes through as it is. Must not know tables.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from workbench.base.errors import (
    ConflictError,
    DamagedError,
    NotAllowedError,
    NotFoundError,
    OutsideError,
    WorkbenchError,
)

if TYPE_CHECKING:
    from sqlalchemy.exc import DBAPIError

IMMUTABLE_STATE = "SLA01"
"""The SQLSTATE with which our PostgreSQL triggers refuse to change history."""

_KEPT = "Nothing that was saved before is lost."


def _full(place: str) -> WorkbenchError:
    return OutsideError(
        f"The disk with the library {place} is full, so this was not saved.", f"Free some space and try again. {_KEPT}"
    )


def _locked(place: str) -> WorkbenchError:
    return ConflictError(
        f"The library {place} is already open in another window or program.",
        "Go to that window, or close it and try again.",
    )


def no_permission(place: str) -> WorkbenchError:
    """The sentence for a library, or a folder of one, that this user may not write."""
    return OutsideError(
        f"The library {place} or its folder must not be written by this user.",
        "Ask for permission to write there, or name a library in another folder.",
    )


def _damaged(place: str) -> WorkbenchError:
    return DamagedError(
        f"The library {place} is damaged.", "Let doctor examine it, or put the newest backup back with restore."
    )


def _not_reached(place: str) -> WorkbenchError:
    return OutsideError(
        f"The library {place} cannot be reached.", "See whether the server runs and the network is there, then retry."
    )


def _immutable(place: str) -> WorkbenchError:
    return NotAllowedError(f"What is already in the history of the library {place} cannot be changed.")


def from_sqlite(error: sqlite3.Error, place: str) -> WorkbenchError | None:
    """The sentence for an error of SQLite, by its primary result code; nothing when it is our bug.

    Args:
        error: As SQLite raised it.
        place: How messages name the library.
    """
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # from Python's side of SQLite
        return _damaged(place) if "decode to UTF-8" in str(error) else None
    if code == sqlite3.SQLITE_CONSTRAINT_TRIGGER:
        return _immutable(place)
    primary = code & 0xFF
    if primary == sqlite3.SQLITE_IOERR:
        return OutsideError(
            f"The disk refused to read or write the library {place} ({error}).",
            f"See whether the disk is still there and has space, then try again. {_KEPT}",
        )
    sentence = {
        sqlite3.SQLITE_FULL: _full,
        sqlite3.SQLITE_BUSY: _locked,
        sqlite3.SQLITE_LOCKED: _locked,
        sqlite3.SQLITE_READONLY: no_permission,
        sqlite3.SQLITE_CANTOPEN: no_permission,
        sqlite3.SQLITE_PERM: no_permission,
        sqlite3.SQLITE_AUTH: no_permission,
        sqlite3.SQLITE_CORRUPT: _damaged,
        sqlite3.SQLITE_NOTADB: _damaged,
    }.get(primary)
    return sentence(place) if sentence else None


def from_server(state: str, place: str) -> WorkbenchError | None:
    """The sentence for an error of PostgreSQL, by its SQLSTATE; nothing when it is our bug.

    Args:
        state: Five characters; empty when the server was not reached at all.
        place: How messages name the library.
    """
    if state == IMMUTABLE_STATE:
        return _immutable(place)
    if state == "53100":
        return _full(place)
    if state in {"55P03", "40P01", "40001"}:
        return ConflictError(f"Somebody else is writing to the library {place}.", "Try again in a moment.")
    if state == "3D000":
        return NotFoundError(f"The server has no database for the library {place}.", "Create it, or correct its name.")
    if state.startswith(("28", "42501")):
        return OutsideError(
            f"The server does not let this user into the library {place}.", "Check the user and the password."
        )
    if state in {"XX001", "XX002"}:
        return _damaged(place)
    if not state or state.startswith(("08", "57P", "53")):
        return _not_reached(place)
    return None


def _from_alchemy(error: DBAPIError, place: str) -> WorkbenchError | None:
    if isinstance(error.orig, sqlite3.Error):
        return from_sqlite(error.orig, place)
    import psycopg  # noqa: PLC0415  (only installed and loaded where a server is used)

    if not isinstance(error.orig, psycopg.Error):
        return None
    state = error.orig.sqlstate
    if state is None and not isinstance(error.orig, psycopg.OperationalError):
        return None
    return from_server(state or _refused_at_the_door(str(error.orig)), place)


def _refused_at_the_door(text: str) -> str:
    """The SQLSTATE that the driver does not tell when the server ends the conversation before it began."""
    if "does not exist" in text and "database" in text:
        return "3D000"
    return "28P01" if "authentication failed" in text or "no password" in text else ""


@contextmanager
def translated(place: str) -> Iterator[None]:
    """Turn the databases' errors inside into children of `WorkbenchError`.

    Args:
        place: How messages name the library.
    """
    try:
        yield
    except sqlite3.Error as error:
        sentence = from_sqlite(error, place)
        if sentence is None:
            raise
        raise sentence from error
    except UnicodeDecodeError as error:  # the name of a table, or a text, that no longer is one
        raise _damaged(place) from error


@contextmanager
def translated_alchemy(place: str) -> Iterator[None]:
    """Like `translated`, also for what SQLAlchemy wraps around the databases' errors.

    Args:
        place: How messages name the library.
    """
    from sqlalchemy.exc import DBAPIError  # noqa: PLC0415  (a caller of this has loaded it; the quick reader has not)

    try:
        with translated(place):
            yield
    except DBAPIError as error:
        sentence = _from_alchemy(error, place)
        if sentence is None:
            raise
        raise sentence from error
