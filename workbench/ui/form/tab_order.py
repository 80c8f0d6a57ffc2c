"""Makes Tab walk a form in reading order, whatever order its widgets were made in. Must not know fields."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QWidget


def reading_order(widget: QWidget) -> Iterator[QWidget]:
    """The widgets that Tab can reach, in reading order: lines from top to bottom, each from left to right."""
    return (one for one in _focusable(widget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _focusable(widget: QWidget) -> Iterator[QWidget]:
    """The same with what only arrows or the mouse can reach."""
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
        yield widget
    layout = widget.layout()
    inside = widget.widget() if isinstance(widget, QScrollArea) else None
    if inside is not None:
        yield from _focusable(inside)
    elif layout is not None and not isinstance(widget, QAbstractScrollArea):
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            yield from _focusable(widget)
        elif inner is not None:
            yield from _in_layout(inner)


def order_tabs(widget: QWidget) -> None:
    """Let Tab follow the reading order inside a widget, also from where only arrows or the mouse have led."""
    before: QWidget | None = None
    for one in _focusable(widget):
        if before is not None:
            QWidget.setTabOrder(before, one)
        before = one
