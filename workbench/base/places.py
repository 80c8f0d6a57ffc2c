"""The only door to the program's own files and to the person's folders. Must not know what is kept in them.

Own files live in `resources/` beside the package in a checkout and in `workbench/_resources/` in an installed wheel.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from workbench.base.errors import DamagedError, OutsideError

APP_NAME = "SLA Workbench"
LIBRARY_VARIABLE = "SLA_WORKBENCH_LIBRARY"
"""Environment variable that names another library (path or URL); the command line's `--library` beats it."""


@cache
def resources() -> Path:
    """The folder of the program's own files.

    Raises:
        DamagedError: The installation lacks it.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "_resources", package.parent / "resources"):
        if folder.is_dir():
            return folder
    raise DamagedError("The program's own files are missing.", "Install SLA Workbench again.")


def resource(*parts: str) -> Path:
    """One of the program's own files or folders.

    Raises:
        DamagedError: It is not there.
    """
    path = resources().joinpath(*parts)
    if not path.exists():
        raise DamagedError(f"The program's own file {'/'.join(parts)} is missing.", "Install SLA Workbench again.")
    return path


def data_folder() -> Path:
    """The person's local data folder for this program (not roaming, not synced), made if it is missing.

    Raises:
        OutsideError: It cannot be made.
    """
    import platformdirs  # noqa: PLC0415  (used by few, and costs start-up)

    return _made(platformdirs.user_data_dir(APP_NAME, appauthor=False, roaming=False))


def settings_folder() -> Path:
    """The person's settings folder for this program, made if it is missing.

    Raises:
        OutsideError: It cannot be made.
    """
    import platformdirs  # noqa: PLC0415

    return _made(platformdirs.user_config_dir(APP_NAME, appauthor=False, roaming=False))


def _made(name: str) -> Path:
    folder = Path(name)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise OutsideError(
            f"The folder {folder} cannot be made ({error.strerror or error}).",
            "Ask for permission, or name a library in a folder of yours.",
        ) from error
    return folder


def default_library() -> str:
    """Where the library is when the person named none: the environment variable, else a file in the data folder."""
    named = os.environ.get(LIBRARY_VARIABLE)
    return named or str(data_folder() / "library.sla")
