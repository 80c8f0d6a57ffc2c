"""Where a file may be written: never over what cannot be made again. Must not know what is written."""

from __future__ import annotations

import stat
from pathlib import Path

from workbench.base.errors import NotAllowedError

_DATABASE = b"SQLite format 3\0"
_BESIDE = ("-wal", "-journal", "-shm")
_KEYS = {".p12", ".pfx"}
_ANOTHER = "Name another file; this one was not touched."


def check_target(path: Path, *inputs: Path) -> None:
    """Let only a path through that is free, or names a file which may be replaced.

    Args:
        path: Where a file is to be written.
        inputs: Files that the work is made from, which their owner may have no second copy of.

    Raises:
        NotAllowedError: There is a library, a database, what belongs to one, a signing key, one of `inputs`, or no file
            at all but a device.
    """
    if any(_is_same(path, one) for one in inputs):
        raise NotAllowedError(f"{path} is the file that this is made from.", _ANOTHER)
    try:
        mode = path.stat().st_mode
    except OSError:  # free, or a place that whoever writes has to speak of
        return
    if stat.S_ISDIR(mode):  # the same
        return
    if not stat.S_ISREG(mode):
        raise NotAllowedError(f"{path} is not a file.", "Name a file.")
    if path.suffix.casefold() in _KEYS:
        raise NotAllowedError(f"{path} is a signing key, which cannot be made again.", _ANOTHER)
    main = next((path.with_name(path.name.removesuffix(end)) for end in _BESIDE if path.name.endswith(end)), path)
    if _is_database(path) or _is_database(main):
        raise NotAllowedError(f"{path} is a library, or belongs to one.", _ANOTHER)


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:  # one of them is not there
        return False


def _is_database(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:  # whoever writes is told why
        return False
