"""Writes a file only its owner may read, whole or not at all. Must not know what is in it."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from workbench.base.errors import NotAllowedError, OutsideError


def write_private(path: Path, data: bytes, *, replace: bool = False) -> None:
    """Write a secret file with mode 0600, so that a crash leaves the old one, the new one or none, never a part.

    On Windows the mode says nothing; the file inherits the rights of its folder.

    Args:
        path: Where; its folder must exist.
        data: What.
        replace: Overwrite a file that is there. A lost key cannot be made again, so the default is not to.

    Raises:
        NotAllowedError: A file is there and `replace` is False.
        OutsideError: The folder is missing, full or not writable.
    """
    beside = path.parent / f".{path.name}.{secrets.token_hex(8)}"
    try:
        try:
            _write_new(beside, data)
            if replace:
                beside.replace(path)
            else:
                _claim(beside, path)
        finally:
            beside.unlink(missing_ok=True)
        _keep_entry(path.parent)
    except FileExistsError as error:
        raise NotAllowedError(f"The file {path.name} is already there.", "Choose another name.") from error
    except OSError as error:
        raise OutsideError(
            f"The file {path.name} could not be written: {error.strerror or error}.", "Choose another folder."
        ) from error


def _write_new(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with open(descriptor, "wb") as file:  # noqa: PTH123  (the descriptor carries the mode; a path would not)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _claim(written: Path, path: Path) -> None:
    """Give a written file its name, failing where the name is taken; a hard link does both in one step."""
    try:
        path.hardlink_to(written)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links, such as FAT
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        written.replace(path)


def _keep_entry(folder: Path) -> None:
    """Make the new name durable; Windows has no way to ask for it on a folder."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
