"""Opens libraries: quickly for the first screen, wholly for all else. The one way into this floor.

Loads nothing heavy by itself; SQLAlchemy and the rest are loaded when a library is opened wholly, after it was looked
at and not refused.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from workbench.base.clock import Clock
from workbench.storage.place import FilePlace, place_of
from workbench.storage.quick import QuickLibrary
from workbench.storage.sqlite_file import open_file

if TYPE_CHECKING:
    from workbench.storage.library import Library


def open_quick(place: str, *, create: bool = True, accept_risk: bool = False) -> QuickLibrary | None:
    """Open a library file for the first screen.

    Args:
        place: A path, or the address of a server.
        create: Whether a file may be made where there is none.
        accept_risk: Whether the person insists on a synchronised or network folder.

    Returns:
        To be handed to `open_library`, or closed; nothing for a server, which has no quick way.

    Raises:
        WorkbenchError: As `open_library`.
    """
    where = place_of(place)
    if not isinstance(where, FilePlace):
        return None
    return QuickLibrary(open_file(where.path, create=create, accept_risk=accept_risk))


def open_library(
    place: str, clock: Clock, *, create: bool = True, accept_risk: bool = False, quick: QuickLibrary | None = None
) -> Library:
    """Open a library; the thread that does is the only one that may use it.

    Args:
        place: A path, or an address that begins with `postgresql://`.
        clock: The present moment, for everything that is written.
        create: Whether a library may be made where there is none.
        accept_risk: Whether the person insists on a synchronised or network folder.
        quick: The same library, opened for the first screen; it is taken over.

    Raises:
        NotFoundError: There is no library (and none may be made), folder or database.
        NotAllowedError: The folder is synchronised or on a network, it is not a library, or a newer one.
        ConflictError: The file is open elsewhere.
        OutsideError: It must not be written, the disk is full, the server is not reached.
        DamagedError: It cannot be read.
    """
    where = place_of(place)
    with ExitStack() as undo:
        if isinstance(where, FilePlace):
            file = quick.hand_over() if quick else open_file(where.path, create=create, accept_risk=accept_risk)
            undo.callback(file.connection.close)
        # Only now, when the file was looked at: these load SQLAlchemy, a third of a second.
        from workbench.storage.backup import keep_before_upgrade  # noqa: PLC0415
        from workbench.storage.database import file_database, server_database  # noqa: PLC0415
        from workbench.storage.formats import prepare  # noqa: PLC0415
        from workbench.storage.library import Library  # noqa: PLC0415

        database = file_database(file, clock) if isinstance(where, FilePlace) else server_database(where, clock)
        undo.callback(database.close)
        prepare(database, lambda found: keep_before_upgrade(database, found), create=create)
        undo.pop_all()
    return Library(database)
