"""The library and the five phases as places, with their shortcuts and empty pages; screens replace the pages."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from workbench.base.language import N_, Language
from workbench.ui.shell.place import LIBRARY, PHASES, Place
from workbench.ui.shell.window import MainWindow


def _empty(key: str, language: Language) -> QWidget:
    from workbench.ui.views.waiting import waiting  # noqa: PLC0415  (built after the shell was painted)

    return waiting(key, language)


def add_places(window: MainWindow, language: Language) -> None:
    """Register the library (Alt+0) and the phases (Alt+1 to Alt+5)."""
    window.add_places(
        Place(LIBRARY, N_("Library"), lambda: _empty(LIBRARY, language), shortcut="Alt+0", icon="library"),
        *(
            Place(
                key,
                words,
                lambda key=key: _empty(key, language),  # type: ignore[misc]  # bound per phase
                shortcut=f"Alt+{number}",
                icon=icon,
                needs_agreement=True,
            )
            for number, (key, words, icon) in enumerate(PHASES, 1)
        ),
    )
