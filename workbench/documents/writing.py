"""Text as the operators of a page: fonts, colours, places, letters.

Written by ourselves because ReportLab's text object measures every string again to know where it ends, which nobody
asks here, and which is a fifth of the time of drawing. Must not know words or lines.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from workbench.documents import fonts


class Writing:
    """One text object of a page, from the first letter to `end`.

    Args:
        canvas: The page.
    """

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._document: Any = canvas._doc  # noqa: SLF001  (subsets belong to the document; there is no public way)
        self._code = ["BT"]
        self._look: tuple[str, float] = ("", 0.0)
        self._subset = -1
        self._colour = ""
        self._tracking = 0.0

    def write(self, x: float, y: float, text: str, font: str, size: float, colour: str, tracking: float = 0.0) -> None:
        """Write prepared letters with their baseline at `y`, beginning at `x`."""
        code = self._code
        if colour != self._colour:
            code.append(_colour(colour))
            self._colour = colour
        if tracking != self._tracking:
            code.append(f"{tracking:.4f} Tc")
            self._tracking = tracking
        if (font, size) != self._look:
            self._look, self._subset = (font, size), -1
        code.append(f"1 0 0 1 {x:.3f} {y:.3f} Tm")
        cut = fonts.font(font)
        for subset, letters in cut.splitString(text, self._document):
            if subset != self._subset:
                self._subset = subset
                code.append(f"{cut.getSubsetInternalName(subset, self._document)} {size:.3f} Tf")
            code.append(f"({self._canvas._escape(letters)}) Tj")  # noqa: SLF001  (see above)

    def end(self) -> None:
        """Put it on the page."""
        if self._tracking:
            self._code.append("0 Tc")
        self._code.append("ET")
        self._canvas._code.append(" ".join(self._code))  # noqa: SLF001  (see above)


@lru_cache(maxsize=64)
def _colour(colour: str) -> str:
    """The operator that fills letters with `#1B2559`."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return " ".join(f"{part:.4f}" for part in parts) + " rg"
