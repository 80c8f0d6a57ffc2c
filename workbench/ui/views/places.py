"""The library and the five phases as places, with their shortcuts and empty pages; screens replace the pages."""

from __future__ import annotations

from workbench.base.language import N_, Language
from workbench.ui.shell.place import LIBRARY, PHASES, Place
from workbench.ui.shell.window import MainWindow
from workbench.ui.views.waiting import waiting


def add_places(window: MainWindow, language: Language) -> None:
    """Register the library (Alt+0) and the phases (Alt+1 to Alt+5)."""
    window.add_places(
        Place(LIBRARY, N_("Library"), lambda: waiting(LIBRARY, language), shortcut="Alt+0", icon="library"),
        *(
            Place(
                key,
                words,
                lambda key=key: waiting(key, language),  # type: ignore[misc]  # bound per phase
                shortcut=f"Alt+{number}",
                icon=icon,
                needs_agreement=True,
            )
            for number, (key, words, icon) in enumerate(PHASES, 1)
        ),
    )
