"""Other widgets in a column than before. Must not know what they show."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLayout, QWidget


def refill(layout: QLayout, widgets: Sequence[QWidget] = ()) -> None:
    """Take everything out of a layout, for good, and put other widgets in.

    They are shown at once, so that the focus may go to one of them before the event loop turns.

    Args:
        layout: Holds widgets only.
        widgets: From the first to the last.
    """
    while (item := layout.takeAt(0)) is not None:
        gone = item.widget()
        if gone is not None:
            gone.hide()
            gone.setParent(None)
            gone.deleteLater()
    for widget in widgets:
        layout.addWidget(widget)
        widget.show()
