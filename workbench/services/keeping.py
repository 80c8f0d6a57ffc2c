"""Keeping the library well: backups, examination, restoring, moving to another place. Must not know either face."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from workbench.agreement.model import read_agreement
from workbench.base.clock import Clock
from workbench.base.errors import DamagedError, WorkbenchError
from workbench.base.places import data_folder

if TYPE_CHECKING:
    from workbench.storage.backup import Backup
    from workbench.storage.library import Library
    from workbench.storage.records.examination import Examination, Finding

DUE_AFTER: Final = dt.timedelta(days=1)


@dataclass(frozen=True)
class KeptCopy:
    """A backup that can be put back.

    Attributes:
        path: Where it is.
        at: When it was made, aware.
    """

    path: Path
    at: dt.datetime


@dataclass(frozen=True)
class Repair:
    """Something that was wrong with a library and was put right.

    Attributes:
        at: When, aware.
        what: In sentences.
    """

    at: dt.datetime
    what: tuple[str, ...]


class Keeping:
    """Backups and examinations of the open library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def backup(self, folder: Path | None = None) -> Backup:
        """A verified copy of the whole library, in a folder or where its copies are usually kept.

        Raises:
            DamagedError: The library is not whole; older copies are left alone.
            OutsideError: The folder cannot be written.
        """
        file = self._library.database.file
        return self._library.back_up(folder or backup_folder(str(file.path) if file else ""))

    def backup_if_due(self) -> Backup | None:
        """As `backup`, where the last copy is a day old and there is something to lose; never of a server's library.

        Raises:
            DamagedError: The library is not whole; older copies are left alone.
            OutsideError: The folder cannot be written.
        """
        if self._library.database.file is None or not self._library.agreements.all():
            return None  # a server's own people look after its copies
        last = self._library.last_backup_at
        now = self._library.database.now()
        is_due = last is None or last > now or now - last >= DUE_AFTER  # a clock that was ahead says nothing of today
        return self.backup() if is_due else None

    def examine(self) -> Examination:
        """Check every hash, chain and table, and whether this program can read what they keep."""
        found = self._library.examine()
        return replace(found, findings=tuple(self._unread())) if found.ok else found

    def _unread(self) -> Iterator[Finding]:
        """Drafts and newest versions that are what was saved, and no agreements of this program all the same."""
        from workbench.storage.records.examination import Finding  # noqa: PLC0415  (rarely needed)

        for one in self._library.agreements.all():
            head = self._library.versions.head(one.id)
            kept = {"draft": self._library.drafts.get(one.id).content}
            if head is not None:
                kept[f"version {head.number}"] = self._library.versions.content(head.hash)
            for what, data in kept.items():
                try:
                    read_agreement(data, f"The {what} of “{one.title}”")
                except DamagedError as error:
                    yield Finding(error.message, what.split()[0], one.id)

    def examine_and_repair(self) -> Examination:
        """As `examine`; what follows from the tables alone, triggers and indexes, is put right, which is an event.

        What is wrong in a row is only told: a backup alone knows what stood there.
        """
        found = self.examine()
        if found.ok:
            return found
        try:
            repaired = self._library.repair()
        except WorkbenchError:  # too damaged to be written; the findings say what is wrong
            return found
        return replace(self.examine(), repaired=repaired)

    def repairs(self) -> tuple[Repair, ...]:
        """Every time something was put right, oldest first, in a library that was examined and is whole."""
        from workbench.storage.repair import REPAIRED  # noqa: PLC0415  (rarely needed)

        told = ((one.at, one.detail.get("what")) for one in self._library.events.all("") if one.kind == REPAIRED)
        return tuple(Repair(at, tuple(map(str, what if isinstance(what, list) else ()))) for at, what in told)


def backup_folder(place: str) -> Path:
    """Where copies of a library are kept unless somebody names a folder.

    Each library that is not the person's usual one has a folder of its own, so that libraries of the same name are
    never taken for one another.

    Args:
        place: Path of the library; empty for the person's own or a server's.
    """
    folder = data_folder() / "backups"
    if not place or Path(place).resolve() == (data_folder() / "library.sla").resolve():
        return folder
    return folder / hashlib.sha256(str(Path(place).resolve()).encode(errors="surrogatepass")).hexdigest()[:12]


def newest_backup(place: str) -> KeptCopy | None:
    """The last copy of a library, which need not be readable itself; nothing where none was kept.

    Args:
        place: Path of the library, or the URL of one on a server, which has none.
    """
    from workbench.storage.backup import copies_in  # noqa: PLC0415  (loads SQLAlchemy)

    found = copies_in(backup_folder(place), Path(place).stem) if "://" not in place else {}
    return max((KeptCopy(path, at) for path, at in found.items()), key=lambda one: one.at, default=None)


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
