"""Backups: a copy of the whole library in one file, verified before it counts, and older ones thinned out.

The copy is made through the library's own connection, because a second one on the same file would drop its locks. It is
written under another name, opened, examined, and only then gets its place; a library that is not whole never replaces
a good backup. Must not know when backups are due.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import delete, insert, select

from workbench.base.clock import Clock, from_utc_text, utc_text
from workbench.base.errors import DamagedError, OutsideError
from workbench.storage.copy import copy_rows
from workbench.storage.database import Database, file_database
from workbench.storage.doctor import examine
from workbench.storage.faults import translated
from workbench.storage.formats import OWN
from workbench.storage.schema import SettingRow
from workbench.storage.sqlite_file import open_file
from workbench.storage.thinning import kept

LAST_KEY = OWN + "last_backup_at"
SUFFIX = ".sla-backup"
_STAMP = "%Y%m%dT%H%M%SZ"
_FORGOTTEN = dt.timedelta(days=1)
_PAGES = 2000
"""Pages copied between two reports of progress: 8 MB."""


@dataclass(frozen=True)
class Backup:
    """A kept copy.

    Attributes:
        path: Where it is.
        size: In bytes.
        thinned: Older copies that were removed.
    """

    path: Path
    size: int
    thinned: tuple[Path, ...]


def back_up(database: Database, folder: Path, progress: Callable[[int, int], None] | None = None) -> Backup:
    """Keep a verified copy of an open library.

    Args:
        database: The library's.
        folder: Where copies are kept; made if it is missing.
        progress: Told pages done and pages in all; may write to the library meanwhile, and may raise to stop.

    Raises:
        DamagedError: The copy is not whole, so the library is not; older copies are left alone.
        OutsideError: The folder cannot be written, or has too little space.
    """
    now = database.now()
    stem = _stem(database)
    target = folder / f"{stem}-{now.astimezone(dt.UTC).strftime(_STAMP)}{SUFFIX}"
    part = target.with_name(f".{target.name}.part")
    with _outside(folder), _removed_after(part):
        folder.mkdir(parents=True, exist_ok=True)
        _require_space(database, folder)
        _copy(database, part, progress)
        verify(part, database.clock)
        size = part.stat().st_size
        move_into_place(part, target)
        thinned = _thin(folder, stem, now)
    with database.writing() as connection:
        connection.execute(delete(SettingRow).where(SettingRow.key == LAST_KEY))
        connection.execute(insert(SettingRow).values(key=LAST_KEY, value=utc_text(now)))
    return Backup(target, size, thinned)


def last_backup(database: Database) -> dt.datetime | None:
    """When the last copy was kept; nothing before the first."""
    with database.reading() as connection:
        text = connection.scalar(select(SettingRow.value).where(SettingRow.key == LAST_KEY))
    return from_utc_text(text) if text else None


def keep_before_upgrade(database: Database, found: int) -> None:
    """Keep a copy of a library file beside it before its format is changed.

    Args:
        database: Of a file, not yet changed.
        found: The format it has.

    Raises:
        OutsideError: The copy cannot be written.
        DamagedError: It is not whole.
    """
    assert database.file  # a server's own people look after its copies
    path = database.file.path
    target = path.with_name(f"{path.stem}-before-upgrade-from-{found}{SUFFIX}")
    part = target.with_name(f".{target.name}.part")
    with _outside(path.parent), _removed_after(part):
        _copy(database, part, None)
        with closing(sqlite3.connect(part)) as connection:
            if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
                raise DamagedError(
                    f"The library {path} is damaged, so its format was not changed.", "Restore a backup."
                )
        move_into_place(part, target)


def verify(path: Path, clock: Clock) -> None:
    """Make sure a copy is a whole library.

    Args:
        path: Of a file that nobody has open.
        clock: The present moment.

    Raises:
        DamagedError: It is not.
        WorkbenchError: It cannot be opened at all.
    """
    file = open_file(path, create=False, accept_risk=True)
    with closing(file_database(file, clock)) as database:
        examination = examine(database)
        file.connection.execute("PRAGMA journal_mode=DELETE")  # a copy is one file that needs nothing beside it
    if not examination.ok:
        raise DamagedError(
            f"The library in {path} is not whole: {examination.findings[0].sentence}",
            "Let doctor examine the library; earlier backups were left alone.",
        )


def move_into_place(part: Path, target: Path) -> None:
    """Give a finished file its name, durably; an older file of that name is replaced.

    Raises:
        OSError: It cannot be done.
    """
    with part.open("rb+") as file:  # Windows flushes only what may be written
        os.fsync(file.fileno())
    for wait in (0.05, 0.1, 0.2, 0.4, 0.8, None):
        try:
            part.replace(target)
            break
        except PermissionError:
            if os.name != "nt" or wait is None:
                raise
            time.sleep(wait)  # on Windows a virus scanner may hold a new file for some moments
    if os.name == "posix":
        handle = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _copy(database: Database, part: Path, progress: Callable[[int, int], None] | None) -> None:
    part.unlink(missing_ok=True)
    if database.raw is None:
        file = open_file(part, accept_risk=True)
        with closing(file_database(file, database.clock)) as target:
            copy_rows(database, target)
        return
    with translated(str(part)), closing(sqlite3.connect(part)) as target_connection:

        def tell(_status: int, remaining: int, total: int) -> None:
            if progress:
                progress(total - remaining, total)

        database.raw.backup(target_connection, pages=_PAGES, progress=tell)


def _stem(database: Database) -> str:
    return database.file.path.stem if database.file else "library"


def _require_space(database: Database, folder: Path) -> None:
    if not database.raw:
        return
    (pages,), (size,) = (database.raw.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size"))
    if shutil.disk_usage(folder).free < pages * size * 1.1:
        raise OutsideError(
            f"The disk of {folder} has too little space for a backup of {pages * size // 1024 // 1024 + 1} MB.",
            "Free some space, or keep backups elsewhere.",
        )


def copies_in(folder: Path, stem: str) -> dict[Path, dt.datetime]:
    """The copies of one library in a folder, each with when it was made; none where there is no such folder.

    Args:
        folder: Where copies are kept.
        stem: Name of the library's file without its ending.
    """
    pattern = re.compile(re.escape(stem) + r"-(\d{8}T\d{6}Z)" + re.escape(SUFFIX))
    names = ((path, pattern.fullmatch(path.name)) for path in (folder.iterdir() if folder.is_dir() else ()))
    return {path: at for path, name in names if name and (at := _moment(name[1]))}


def _moment(stamp: str) -> dt.datetime | None:
    try:
        return dt.datetime.strptime(stamp, _STAMP).replace(tzinfo=dt.UTC)
    except ValueError:  # digits that are no day: somebody else's file
        return None


def _thin(folder: Path, stem: str, now: dt.datetime) -> tuple[Path, ...]:
    found = copies_in(folder, stem)
    stays = kept(found.values(), now)
    gone = tuple(sorted(path for path, at in found.items() if at not in stays))
    for path in gone:
        path.unlink(missing_ok=True)
    for path in _left_behind(folder, stem, now):
        with suppress(OSError):
            path.unlink(missing_ok=True)
    return gone


def _left_behind(folder: Path, stem: str, now: dt.datetime) -> tuple[Path, ...]:
    """What backups left that were killed, a day ago or longer; a younger one may still be running."""
    pattern = re.compile(rf"\.{re.escape(stem)}-(\d{{8}}T\d{{6}}Z){re.escape(SUFFIX)}\.part(-wal|-shm|-journal)?")
    names = ((path, pattern.fullmatch(path.name)) for path in folder.iterdir())
    return tuple(path for path, name in names if name and (at := _moment(name[1])) and abs(now - at) >= _FORGOTTEN)


@contextmanager
def _outside(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutsideError(
            f"A backup cannot be kept in {folder} ({error.strerror or error}).", "Name another folder for backups."
        ) from error


@contextmanager
def _removed_after(part: Path) -> Iterator[None]:
    try:
        yield
    finally:
        for name in (part.name, f"{part.name}-wal", f"{part.name}-journal"):
            with suppress(OSError):
                part.with_name(name).unlink(missing_ok=True)
