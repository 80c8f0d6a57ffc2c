"""A sentence with bold parts that breaks into lines, one of many under one another. Must not know whose it is.

Setting marked-up text is the dearest thing a label does, and a layout asks for the height at a width again and again
whenever any of its labels changes. This one answers from memory.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent

from workbench.ui.parts.label import Label, Tone


class Sentence(Label):
    """A wrapped label that remembers how tall it is.

    Args:
        tone: Colour, where it differs from the usual one.
    """

    def __init__(self, *, tone: Tone = "") -> None:
        self._heights: dict[int, int] = {}
        super().__init__("", "body", wrap=True, tone=tone)

    def heightForWidth(self, width: int) -> int:
        """The height the sentence takes at a width."""
        known = self._heights.get(width)
        if known is None:
            known = self._heights[width] = super().heightForWidth(width)
        return known

    def setText(self, text: str) -> None:
        """Say something else."""
        self._heights.clear()
        super().setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Another font or style takes other room."""
        self._heights.clear()
        super().changeEvent(event)
