"""Variation by dynamic property: the only way a widget asks the one stylesheet for another look."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_POLISHED = Qt.WidgetAttribute.WA_WState_Polished

KNOWN = frozenset({"role", "card", "chip", "kind", "tone", "issue"})
"""Properties the rules answer to."""


def vary(widget: QWidget, **properties: str) -> None:
    """Set dynamic properties, and let the stylesheet look again if any changed.

    Raises:
        ValueError: The rules know no such property.
    """
    if unknown := properties.keys() - KNOWN:
        raise ValueError(f"the stylesheet knows no property {', '.join(sorted(unknown))}")
    changed = False
    for name, value in properties.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            changed = True
    if changed and widget.testAttribute(_POLISHED):
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
        widget.update()
