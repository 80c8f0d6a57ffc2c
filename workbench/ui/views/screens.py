"""Which screen shows which place. A screen is imported when it is first visited; each has one line here."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.ui.shell.place import LIBRARY
from workbench.ui.views.desk import Desk
from workbench.ui.views.library.screen import LibraryScreen
from workbench.ui.views.places import Screen


def screens(desk: Desk) -> Mapping[str, Screen]:
    """The screens by place; called once, before the window is shown."""
    library = LibraryScreen(desk)
    return {LIBRARY: Screen(library.build, library.rail)}
