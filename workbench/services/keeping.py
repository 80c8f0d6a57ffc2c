"""Keeping the library well: backups, examination, restoring, moving to another place. Must not know either face."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.base.clock import Clock
from workbench.base.places import data_folder

if TYPE_CHECKING:
    from workbench.storage.backup import Backup
    from workbench.storage.library import Library
    from workbench.storage.records.examination import Examination


class Keeping:
    """Backups and examinations of the open library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def backup(self, folder: Path | None = None) -> Backup:
        """A verified copy of the whole library, in a folder or the person's own.

        Raises:
            DamagedError: The library is not whole; older copies are left alone.
            OutsideError: The folder cannot be written.
        """
        return self._library.back_up(folder or data_folder() / "backups")

    def examine(self) -> Examination:
        """Check every hash, chain and table."""
        return self._library.examine()


def restore_library(backup: Path, place: str, clock: Clock) -> Path | None:
    """Put a backup in the place of a library that is not open; answers where the former one was set aside.

    Raises:
        NotFoundError: There is no such backup.
        DamagedError: The backup is not whole; the library was left alone.
        ConflictError: The library is open.
    """
    from workbench.storage.restore import restore  # noqa: PLC0415  (loads SQLAlchemy)

    return restore(backup, place, clock).set_aside


def copy_libraries(source: str, target: str, clock: Clock) -> int:
    """Copy a whole library to a place where there is none; answers how many rows.

    Raises:
        NotFoundError: There is no library at the source.
        NotAllowedError: There is something at the target already.
        DamagedError: The library is not whole, so it was not copied.
    """
    from workbench.storage.opening import open_library  # noqa: PLC0415  (loads SQLAlchemy)

    with open_library(source, clock, create=False) as library:
        return sum(library.copy_to(target).values())
