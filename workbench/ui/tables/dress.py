"""What tables, trees and lists share: bare ground, smooth scrolling, no tab trap, a name. Must not know data."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame

from workbench.ui.parts.row_state import own_viewport
from workbench.ui.tables.delegate import CellDelegate

EDGE = 24
"""Design pixels from a table's edge to its first words: the page's title stands on the same line."""


def dress(view: QAbstractItemView, name: str) -> None:
    """Set up a view the way all of ours are, with cells that draw themselves."""
    dress_list(view, name)
    view.setItemDelegate(CellDelegate(view))


def dress_list(view: QAbstractItemView, name: str) -> None:
    """Set up a view the way all of ours are; its delegate is its own."""
    own_viewport(view)
    view.setProperty("kind", "bare")
    view.setAccessibleName(name)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setMouseTracking(True)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTabKeyNavigation(False)
