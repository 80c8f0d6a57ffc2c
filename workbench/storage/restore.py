"""Puts a backup in the place of a library; what was there is set aside, never deleted.

Must not know where backups are kept.
"""

from __future__ import annotations

import datetime as dt
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from workbench.base.clock import Clock
from workbench.base.errors import ConflictError, NotAllowedError, NotFoundError, OutsideError, WorkbenchError
from workbench.base.there import is_file, is_there
from workbench.storage.backup import move_into_place, verify
from workbench.storage.opening import open_library
from workbench.storage.place import FilePlace, place_of
from workbench.storage.sqlite_file import open_file


@dataclass(frozen=True)
class Restored:
    """A library that was put back.

    Attributes:
        place: Where it is.
        set_aside: Where the library is that was there before; nothing when there was none.
    """

    place: Path
    set_aside: Path | None


def restore(backup: Path, place: str, clock: Clock, *, actor: str = "", accept_risk: bool = False) -> Restored:
    """Put a backup in the place of a library, which must not be open.

    Args:
        backup: From `Library.back_up`; it stays where it is.
        place: Path of the library.
        clock: The present moment.
        actor: Who.
        accept_risk: Whether the person insists on a synchronised or network folder.

    Raises:
        NotFoundError: There is no such backup.
        DamagedError: The backup is not whole; the library was left alone.
        ConflictError: The library is open.
        NotAllowedError: The library is on a server, or the backup is itself a library, this one or one that was not
            closed.
        OutsideError: The files cannot be written.
    """
    where = place_of(place)
    if not isinstance(where, FilePlace):
        raise NotAllowedError("A backup cannot be put back into a server.", "Copy it to an empty database instead.")
    if not is_file(backup):
        raise NotFoundError(f"There is no backup at {backup}.", "See the folder of backups.")
    target, now = where.path, clock.now()
    if is_there(target) and target.samefile(backup):
        raise NotAllowedError(f"{backup} is the library itself.", "Name one of its backups.")
    journal = backup.with_name(f"{backup.name}-wal")
    if is_there(journal) and journal.stat().st_size:
        raise NotAllowedError(
            f"{backup} was not closed properly, and what was written last stands beside it.",
            "Let doctor examine it with --library first, which takes that in.",
        )
    _require_closed(target, accept_risk=accept_risk)
    part = target.with_name(f".{target.name}.restored")
    aside = _free_name(target, f"set-aside-{now.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}")
    try:
        shutil.copyfile(backup, part)
        _verify(part, backup, clock)
        before = _set_aside(target, aside)
        move_into_place(part, target)
    except OSError as error:
        raise OutsideError(
            f"The backup cannot be put at {target} ({error.strerror or error}).",
            "Free some space, or ask for permission.",
        ) from error
    finally:
        with suppress(OSError):  # a name that is too long has been refused
            part.unlink(missing_ok=True)
    with open_library(str(target), clock, create=False, accept_risk=accept_risk) as library:
        name = backup.name.encode(errors="backslashreplace").decode()  # Linux takes any bytes for a name
        library.events.append("library.restored", actor, detail={"backup": name})
    return Restored(target, before)


def _verify(part: Path, backup: Path, clock: Clock) -> None:
    """Examine the copy; what is wrong is said of the file that people know."""
    try:
        verify(part, clock)
    except WorkbenchError as error:
        error.message = error.message.replace(str(part), str(backup)).replace(part.name, backup.name)
        raise


def _require_closed(path: Path, *, accept_risk: bool) -> None:
    """Refuse while another window has the library open; a damaged one may of course be replaced."""
    if is_there(path):
        try:
            open_file(path, create=False, accept_risk=accept_risk).connection.close()
        except (ConflictError, OutsideError):
            raise
        except WorkbenchError:
            return


def _free_name(path: Path, what: str) -> Path:
    endings = ("", *(f"-{number}" for number in range(2, 1000)))
    return next(
        name for end in endings if not is_there(name := path.with_name(f"{path.stem}-{what}{end}{path.suffix}"))
    )


def _set_aside(path: Path, aside: Path) -> Path | None:
    """Give what is there a second name; the first one always names a library, whenever this is interrupted."""
    if not is_there(path):
        return None
    try:
        aside.hardlink_to(path)
    except OSError:  # a file system without links
        shutil.copyfile(path, aside)
    for ending in ("-wal", "-journal"):  # what belongs to it must never meet the restored file
        extra = path.with_name(path.name + ending)
        if is_there(extra):
            extra.replace(aside.with_name(aside.name + ending))
    return aside
