"""What Track says instead of a page: that it is checking, or why it cannot."""

from __future__ import annotations

from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.ui.parts.empty import EmptyState
from workbench.ui.views.desk import Desk


def checking(desk: Desk) -> EmptyState:
    """The promises are being checked, and that takes a moment."""
    text = desk.language.text
    return EmptyState(text(N_("Checking every promise…")), text(N_("This takes a moment.")), icon="gauge")


def refused(error: WorkbenchError) -> EmptyState:
    """The check is impossible."""
    return EmptyState(error.message, error.hint, icon="triangle-alert")
