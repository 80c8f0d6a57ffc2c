"""What the sample screens share: a page put into a window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.base.language import N_
from workbench.ui.shell.place import LIBRARY, PHASES, Place
from workbench.ui.shell.rail import Rail
from workbench.ui.shell.window import MainWindow


def put(window: MainWindow, key: str, build: Callable[[], QWidget], rail: Callable[[], Rail] | None = None) -> None:
    """Register the phases, with one of them as given, and go there."""
    for number, (name, words, icon) in enumerate((("library", N_("Library"), "library"), *PHASES)):
        page = build if name == key else QWidget
        window.add_places(
            Place(name, words, page, rail if name == key else None, f"Alt+{number}", icon, name != LIBRARY)
        )
    if key != LIBRARY:
        window.show_agreement(
            "Northwind Traders", "v3 in force" if key != "agree" else "Draft v4", "ok" if key != "agree" else "accent"
        )
    window.go(key)
