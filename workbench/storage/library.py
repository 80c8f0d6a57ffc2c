"""The open library: one door to everything that is kept. A context manager, used from one thread.

Every method of its parts either answers frozen records or raises a `WorkbenchError`; what a changing method answers is
on the disk. Must not know the window or the command line.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from workbench.storage.actuals import Actuals
from workbench.storage.agreements import Agreements
from workbench.storage.attestations import Attestations
from workbench.storage.backup import Backup, back_up, last_backup
from workbench.storage.blobs import Blobs
from workbench.storage.copy import copy_library
from workbench.storage.database import Database
from workbench.storage.doctor import examine
from workbench.storage.drafts import Drafts
from workbench.storage.events import Events
from workbench.storage.overrides import Overrides
from workbench.storage.pins import Pins
from workbench.storage.profiles import Profiles
from workbench.storage.received import Receiving
from workbench.storage.records.examination import Examination
from workbench.storage.settings import Settings
from workbench.storage.signatures import Signatures
from workbench.storage.totals import Totals
from workbench.storage.versions import Versions
from workbench.storage.workshops import Workshops


class Library:
    """A library that is open in this process, and, when it is a file, in no other.

    Attributes:
        database: The floor's own; nobody above needs it.
        place: How messages name the library.
        unclean: Whether the last program that had it open was stopped in the middle; reason for an examination.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self.place = database.shown
        self.unclean = bool(database.file and database.file.unclean)
        self.agreements = Agreements(database)
        self.drafts = Drafts(database)
        self.workshops = Workshops(database)
        self.versions = Versions(database)
        self.receiving = Receiving(database)
        self.signatures = Signatures(database)
        self.pins = Pins(database)
        self.actuals = Actuals(database)
        self.totals = Totals(database)
        self.attestations = Attestations(database)
        self.overrides = Overrides(database)
        self.profiles = Profiles(database)
        self.blobs = Blobs(database)
        self.events = Events(database)
        self.settings = Settings(database)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make all changes inside one: all of them are kept, or none; what they answer is true after the block."""
        with self.database.writing():
            yield

    def rest(self) -> None:
        """Tidy the file while nothing else is to be done."""
        self.database.rest()

    def examine(self) -> Examination:
        """Check every hash, chain and table."""
        return examine(self.database)

    def repair(self) -> tuple[str, ...]:
        """Put right what follows from the tables alone; answers what was.

        Raises:
            WorkbenchError: The library is damaged too badly to be written. Nothing was changed then.
        """
        from workbench.storage.repair import repair  # noqa: PLC0415  (rarely needed)

        return repair(self.database)

    def back_up(self, folder: Path, progress: Callable[[int, int], None] | None = None) -> Backup:
        """Keep a verified copy of the whole library, and thin out older copies.

        Args:
            folder: Where copies are kept; made if it is missing.
            progress: Told pages done and pages in all; may save drafts meanwhile, and may raise to stop.

        Raises:
            DamagedError: The copy is not whole, so the library is not; older copies are left alone.
            OutsideError: The folder cannot be written, or has too little space.
        """
        return back_up(self.database, folder, progress)

    def copy_to(
        self, target: str, *, accept_risk: bool = False, progress: Callable[[str], None] | None = None
    ) -> dict[str, int]:
        """Copy the whole library to a place where there is none yet; see `copy.copy_library`.

        Args:
            target: A path, or an address that begins with `postgresql://`.
            accept_risk: Whether the person insists on a synchronised or network folder.
            progress: Told each table when it begins; may raise to stop.

        Raises:
            NotAllowedError: There is something at the target already.
            DamagedError: The library is not whole, so it was not copied.
        """
        return copy_library(self.database, target, accept_risk=accept_risk, progress=progress)

    @property
    def last_backup_at(self) -> dt.datetime | None:
        """When the last copy was kept; nothing before the first."""
        return last_backup(self.database)

    def close(self) -> None:
        """Let go of the library; a file is whole and alone afterwards."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
