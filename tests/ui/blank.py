"""Places without anything in them, for tests of the window itself."""

from __future__ import annotations

from workbench.ui.parts.empty import EmptyState
from workbench.ui.shell.place import LIBRARY, PHASES
from workbench.ui.shell.window import MainWindow
from workbench.ui.views.places import Screen, add_places


def add_blank_places(window: MainWindow) -> None:
    """Register the library and the phases, each with a page that holds one line."""
    keys = (LIBRARY, *(key for key, _, _ in PHASES))
    add_places(window, {key: Screen(lambda key=key: EmptyState(f"The page {key}", "")) for key in keys})  # type: ignore[misc]  # bound per place
