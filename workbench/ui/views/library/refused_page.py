"""The library that cannot be opened: why, what helps, and another try."""

from __future__ import annotations

from PySide6.QtCore import Qt

from workbench.base.errors import DamagedError, WorkbenchError
from workbench.base.language import N_
from workbench.ui.parts.button import Button
from workbench.ui.parts.empty import EmptyState
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import row, stretch
from workbench.ui.views.desk import Desk


class RefusedPage(EmptyState):
    """One sentence why, one what to do, and a button to try again.

    Args:
        desk: The window and its session.
        error: Why the library was refused.
    """

    def __init__(self, desk: Desk, error: WorkbenchError) -> None:
        text = desk.language.text
        again = Button(text(N_("Try again")), "primary", icon="refresh-cw", on_click=desk.session.retry)
        icon = "octagon-alert" if isinstance(error, DamagedError) else "lock-keyhole"
        what = Label(error.hint, "body", wrap=True)
        what.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        title = text(N_("This library cannot be opened"))
        super().__init__(title, error.message, what, 14, row(stretch(), again, stretch()), icon=icon)
        self.setFocusProxy(again)
