"""Reads and writes whole files a person names: with a limit, and never half of one. Must not know their content."""

from __future__ import annotations

import hashlib
import os
import secrets
import time
from contextlib import suppress
from pathlib import Path

from workbench.base.errors import NotAllowedError, NotFoundError, OutsideError
from workbench.base.targets import check_target


def read_file(path: Path, most: int) -> bytes:
    """The bytes of a file.

    Raises:
        NotFoundError: There is none.
        NotAllowedError: It is a folder, or larger than `most` bytes.
        OutsideError: It cannot be read.
    """
    try:
        if path.is_dir():
            raise NotAllowedError(f"{path.name} is a folder.", "Name a file.")
        with path.open("rb") as file:
            fits = path.stat().st_size <= most
            data = file.read(most + 1) if fits else b""  # a device says that it is small, and has no end
    except FileNotFoundError:
        raise NotFoundError(f"There is no file {path}.", "Correct the path.") from None
    except OSError as error:
        raise OutsideError(f"The file {path.name} cannot be read: {error.strerror or error}.") from error
    if not fits or len(data) > most:
        raise NotAllowedError(f"{path.name} is larger than {most // 1024 // 1024} MB.", "Choose a smaller file.")
    return data


def write_file(path: Path, data: bytes, *inputs: Path) -> str:
    """Write a file whole or not at all, replacing one that is there; answers its SHA-256.

    Args:
        path: Where.
        data: What.
        inputs: Files that it is made from, which it never replaces.

    Raises:
        NotAllowedError: There is one that is never replaced: a library, a signing key, one of `inputs`.
        OutsideError: The folder is missing, full, or not writable, or another program holds the file.
    """
    check_target(path, *inputs)
    beside = path.parent / f".{secrets.token_hex(6)}.part"  # the name may be as long as names can be
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _replace(beside, path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise OutsideError(
            f"The file {path} could not be written: {error.strerror or error}.", "Choose another folder or name."
        ) from error
    return hashlib.sha256(data).hexdigest()


def _replace(source: Path, target: Path) -> None:
    """Windows refuses for moments while a scanner looks at the file."""
    for pause in (0.05, 0.1, 0.2, 0.4, 0.8):
        try:
            source.replace(target)
        except PermissionError:
            if os.name != "nt":
                raise
            time.sleep(pause)
        else:
            return
    source.replace(target)
