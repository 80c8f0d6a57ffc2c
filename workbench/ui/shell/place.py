"""A place one can go to: the library, one of the five phases, or a tool. Must not know how it is built."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from workbench.base.language import N_

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from workbench.ui.shell.rail import Rail

LIBRARY: Final = "library"
PHASES: Final = (
    ("prepare", N_("Prepare"), "clipboard-list"),
    ("agree", N_("Agree"), "messages-square"),
    ("sign", N_("Sign"), "signature"),
    ("track", N_("Track"), "gauge"),
    ("history", N_("History"), "history"),
)
"""Key, words and icon of the phases, in the order of the work."""


class Place(NamedTuple):
    """Somewhere to go.

    Attributes:
        key: Its name in the program; a phase's own for the phases.
        words: What it is called, marked for translation.
        build: Makes its page, once, on the first visit.
        rail: Makes its rail, once; without it the page has the whole width.
        shortcut: Keys that lead there.
        icon: For the palette.
        needs_agreement: Only while an agreement is open.
    """

    key: str
    words: str
    build: Callable[[], QWidget]
    rail: Callable[[], Rail] | None = None
    shortcut: str = ""
    icon: str = ""
    needs_agreement: bool = False
