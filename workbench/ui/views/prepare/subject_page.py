"""What every page about a preparation has in common: it follows the draft, and shows the place undo brought back."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from workbench.ui.form.draft import Draft
from workbench.ui.parts.layout import Item
from workbench.ui.parts.page import Page
from workbench.ui.views.prepare.prepared_form import PreparedForm

PAUSE_MS = 120


class SubjectPage(Page):
    """A page about one subject of a preparation.

    Args:
        draft: Of the preparation.
        form: The fields that are edited here; nothing where the page edits in its own way.
        items: What is on it.
    """

    def __init__(self, draft: Draft, form: PreparedForm | None, *items: Item) -> None:
        super().__init__(*items)
        self._form = form
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        draft.changed.connect(self._pause.start)

    def refresh(self) -> None:
        """Show it as it is now."""

    def show_place(self, path: str) -> None:
        """Bring a place into view."""
        if self._form is not None and path:
            self._form.show_place(path)
