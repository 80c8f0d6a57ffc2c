"""One SQLite file opened the one safe way: exclusively, after looking at what it is. Uses bare sqlite3 only.

The file's identity and format are read before anything is written, and before SQLAlchemy is even imported. Must not
know tables; whether they exist is told by the format number, which is written in the transaction that makes them.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import NamedTuple

from workbench.base.errors import DamagedError, NotAllowedError, NotFoundError, OutsideError
from workbench.storage.faults import no_permission, translated
from workbench.storage.risky_places import risk_of

APPLICATION_ID = 0x534C4157
"""`SLAW` in the header of every library file."""
FORMAT = 3
"""The format this program writes; also the newest it reads."""
_BUSY_MILLISECONDS = 250
"""How long a window that is just closing may still hold the file."""


class OpenFile(NamedTuple):
    """A library file held open for this process alone.

    Attributes:
        path: Where it is.
        connection: The only connection to it; transactions are begun by hand.
        format: The format found; 0 when the file is new and empty.
        unclean: Whether the last program that had it open was stopped in the middle.
        identity: Device and file number, to see whether the path still names this file.
    """

    path: Path
    connection: sqlite3.Connection
    format: int
    unclean: bool
    identity: tuple[int, int]

    def still_there(self) -> bool:
        """Whether the path still names the open file; two microseconds.

        SQLite notices neither a moved nor a replaced file while it has it open exclusively.
        """
        try:
            found = os.stat(self.path)  # noqa: PTH116  (a Path costs more than the call)
        except OSError:
            return False
        return (found.st_dev, found.st_ino) == self.identity


def open_file(path: Path, *, create: bool = True, accept_risk: bool = False) -> OpenFile:
    """Open a library file exclusively and look at what it is; a new one is left empty, with format 0.

    Args:
        path: Absolute.
        create: Whether a file may be made where there is none.
        accept_risk: Whether the person insists on a synchronised or network folder.

    Raises:
        NotFoundError: There is no such file (and none may be made) or no such folder.
        NotAllowedError: The folder is synchronised or on a network, the file is not a library, or it is a newer one.
        ConflictError: It is open elsewhere.
        OutsideError: It must not be written by this user.
        DamagedError: It is a library but cannot be read.
    """
    risk = risk_of(path)
    if risk and not accept_risk:
        raise NotAllowedError(
            f"The library {path} {risk}.", "Keep it in a local folder, and exchange bundles through the shared one."
        )
    _require_file(path, create=create)
    unclean = _size(path.with_name(path.name + "-wal")) > 0
    with translated(str(path)):
        # Handed over once from the quick reader's thread to the store's; never used by two.
        connection = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
    with ExitStack() as undo:
        undo.callback(connection.close)
        found = _look(connection, path)
        with translated(str(path)):
            _settle(connection, journal="TRUNCATE" if risk else "WAL")
        stat = path.stat()
        undo.pop_all()
    return OpenFile(path, connection, found, unclean, (stat.st_dev, stat.st_ino))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _require_file(path: Path, *, create: bool) -> None:
    try:
        is_folder, has_folder = path.is_dir(), path.parent.is_dir()
        is_there = path.exists() and (create or path.stat().st_size > 0)  # an empty file is no library yet
    except OSError as error:  # a name that is too long, a folder that must not be looked into
        raise OutsideError(f"A library cannot be at {path} ({error.strerror}).", "Name another file.") from error
    if is_folder:
        raise NotAllowedError(f"{path} is a folder, not a library.", "Name a file in it.")
    if not has_folder:
        raise NotFoundError(f"The folder {path.parent} does not exist.", "Make it, or name another place.")
    if not is_there:
        if not create:
            raise NotFoundError(f"There is no library at {path}.", "Correct the path, or create a library first.")
        try:
            # Made here because SQLite would let everybody on the machine read it.
            with suppress(FileExistsError):
                os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except OSError as error:
            raise OutsideError(
                f"A library cannot be made at {path} ({error.strerror}).", "Name a place in a folder of yours."
            ) from error
    if not os.access(path, os.R_OK | os.W_OK) or not os.access(path.parent, os.W_OK | os.X_OK):
        raise no_permission(str(path))


def _look(connection: sqlite3.Connection, path: Path) -> int:
    """The format of the file: what may be opened goes on, anything else is refused before it is touched."""
    with translated(str(path)):
        connection.execute(f"PRAGMA busy_timeout={_BUSY_MILLISECONDS}")
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")  # before the first read, so that WAL needs no shared memory
        try:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_NOTADB:
                raise
            raise DamagedError(
                f"{path} is not a library of SLA Workbench, or its beginning is destroyed.",
                "Name another file, or put the newest backup back with restore; this file was not touched.",
            ) from error
        (found,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application == 0 and found == 0 and tables == 0:
        return 0
    if application != APPLICATION_ID:
        raise NotAllowedError(
            f"{path} is a database of another program.", "Name another file; this one was not touched."
        )
    if found > FORMAT:
        raise NotAllowedError(
            f"The library {path} was written by a newer SLA Workbench (format {found}, this one reads up to {FORMAT}).",
            "Install the newer version; the library was not touched.",
        )
    return int(found)


def _settle(connection: sqlite3.Connection, journal: str) -> None:
    for setting in (
        f"journal_mode={journal}",
        "synchronous=FULL",  # with NORMAL, edits that were said to be saved are lost when the power fails
        "fullfsync=ON",  # the same on macOS, where a plain flush stops at the disk's own memory
        "foreign_keys=ON",
        "trusted_schema=OFF",
        "recursive_triggers=ON",  # so that REPLACE runs the triggers that guard history
        "cell_size_check=ON",
        "journal_size_limit=67108864",
    ):
        connection.execute(f"PRAGMA {setting}")
    connection.execute("BEGIN IMMEDIATE")  # takes the lock now, so a second window is refused at the door
    connection.execute("COMMIT")
