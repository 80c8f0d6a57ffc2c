"""Which promise of the matrix is the selected one; the matrix sets it, what stands beside it follows."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """The selected promise.

    Attributes:
        key: Of the promise; empty for none.
    """

    changed = Signal()

    key: str = ""

    def choose(self, key: str) -> None:
        """Another one is selected."""
        if key != self.key:
            self.key = key
            self.changed.emit()


def selection_on(page: QObject) -> Selection:
    """The one selection of a page; made when it is first asked for."""
    return page.findChild(Selection) or Selection(page)
