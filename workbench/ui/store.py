"""The library as the store's thread holds it: looked at quickly first, opened wholly when somebody asks for more.

Every method runs on the one thread of the store lane, except the constructor. Must not know widgets.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.base.clock import Clock

if TYPE_CHECKING:
    from workbench.services.drafting import DraftState
    from workbench.services.first_screen import FirstScreen
    from workbench.services.keeping import KeptCopy
    from workbench.services.workbench import Workbench


class Store:
    """One library.

    Args:
        place: Path or URL; empty for the person's own.
        clock: The present moment; the machine's unless given.
        person: Who works; the machine's account unless given.
    """

    def __init__(self, place: str = "", clock: Clock | None = None, person: str = "") -> None:
        self._place, self._clock, self._person = place, clock, person
        self._first: FirstScreen | None = None
        self._whole: Workbench | None = None

    def look(self) -> FirstScreen:
        """Look into the library quickly, and hold it open.

        Raises:
            WorkbenchError: It cannot be opened.
        """
        from workbench.base.places import default_library  # noqa: PLC0415  (platformdirs, after the shell was painted)
        from workbench.services.first_screen import open_first_screen  # noqa: PLC0415

        self._place = self._place or default_library()
        self._first = open_first_screen(self._place)
        return self._first

    def draft(self, agreement: str) -> DraftState:
        """The draft of an agreement, read quickly while the library is not wholly open.

        Raises:
            NotFoundError: There is none.
            DamagedError: It is not what was saved.
        """
        if self._first is None or self._first.quick is None or self._first.is_older:
            return self.workbench().drafting.read(agreement)
        return self._first.draft(agreement)

    def workbench(self) -> Workbench:
        """Everything that can be done with the library; opened wholly at the first call.

        Raises:
            WorkbenchError: It cannot be opened.
        """
        if self._whole is None:
            from workbench.base.places import default_library  # noqa: PLC0415
            from workbench.services.workbench import open_workbench  # noqa: PLC0415  (loads SQLAlchemy)

            first, self._first = self._first, None
            place = self._place or default_library()
            quick = first.quick if first is not None else None
            self._whole = open_workbench(place, clock=self._clock, person=self._person, quick=quick)
        return self._whole

    def newest_backup(self) -> KeptCopy | None:
        """The last copy of a library that cannot be opened."""
        from workbench.services.keeping import newest_backup  # noqa: PLC0415

        return newest_backup(self._place)

    def put_back(self, backup: Path) -> Path | None:
        """Put a copy in the library's place; answers where the former one was set aside.

        Raises:
            WorkbenchError: It cannot be put back; the library was left alone.
        """
        from workbench.base.clock import SystemClock  # noqa: PLC0415
        from workbench.services.keeping import restore_library  # noqa: PLC0415

        return restore_library(backup, self._place, self._clock or SystemClock())

    def close(self) -> None:
        """Let go of the library; it is looked at or opened anew when somebody asks again."""
        if self._first is not None:
            self._first.close()
            self._first = None
        if self._whole is not None:
            self._whole.close()
            self._whole = None
