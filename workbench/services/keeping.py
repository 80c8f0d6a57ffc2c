"""Keeping the library well: backups, examination. Must not know either face."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

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
