"""A hairline between two parts of a panel, across or down."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QSizePolicy


class Rule(QFrame):
    """A line one pixel wide; across unless `down`."""

    def __init__(self, *, down: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "rule")
        if down:
            self.setFixedWidth(1)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
