"""The library and the five phases as places, with their shortcuts; who builds each is passed in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from workbench.base.language import N_
from workbench.ui.shell.place import LIBRARY, PHASES, Place
from workbench.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from workbench.ui.shell.rail import Rail


class Screen(NamedTuple):
    """How a place is shown.

    Attributes:
        build: Makes its page, once, on the first visit.
        rail: Makes its rail, once; without it the page has the whole width.
    """

    build: Callable[[], QWidget]
    rail: Callable[[], Rail] | None = None


TOOLS = (("verify", N_("Verified file"), "file-badge"),)
ROOM = ("room", N_("The workshop in the room"), "presentation")
"""Where the room is led through the questions; a part of Agree with a screen of its own."""
"""Places that need no agreement; each has an action of its own that says what is done there."""


def add_places(window: MainWindow, screens: Mapping[str, Screen]) -> None:
    """Register the library (Alt+0) and the phases (Alt+1 to Alt+5).

    Args:
        window: Where.
        screens: By place; those of `TOOLS` may be left out.
    """
    known = [(LIBRARY, N_("Library"), "library"), *PHASES]
    for number, (key, words, icon) in enumerate(known):
        screen = screens[key]
        window.add_places(
            Place(
                key, words, screen.build, screen.rail, shortcut=f"Alt+{number}", icon=icon,
                needs_agreement=key != LIBRARY,
            )
        )  # fmt: skip
    for key, words, icon in TOOLS:
        if key in screens:
            window.add_places(Place(key, words, screens[key].build, icon=icon))
    key, words, icon = ROOM
    if key in screens:
        build = screens[key].build
        window.add_places(Place(key, words, build, shortcut="Alt+6", icon=icon, needs_agreement=True))
