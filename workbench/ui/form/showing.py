"""Shows and hides parts of a form without the cost of showing what will be shown anyway. Must not know fields."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_SAID = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


def set_shown(widget: QWidget, shown: bool) -> None:
    """Show or hide a part; one that nobody has hidden yet is shown with its parent, so it is left alone."""
    if shown and not widget.testAttribute(_SAID):
        return
    widget.setVisible(shown)
