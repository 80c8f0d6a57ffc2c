"""A company's logo: hostile until it was read within limits, then as large as its place allows."""

from __future__ import annotations

from PIL import Image
from reportlab.lib.utils import ImageReader

from workbench.base.errors import DamagedError
from workbench.documents.boxes import Box
from workbench.documents.pen import Pen
from workbench.documents.signature_picture import flat_picture
from workbench.documents.tags import Element
from workbench.fields.pictures import picture_bytes

WIDEST, HIGHEST = 150.0, 46.0
MOST_PIXELS = 4_000_000
"""A small file can claim to be a huge picture."""


class Logo(Box):
    """The picture at the left edge, never larger than its place nor than it is at 72 to the inch twice over."""

    def __init__(self, picture: Image.Image, alternative: str, high: float = HIGHEST) -> None:
        self._picture = picture
        self._alternative = alternative
        self._scale = min(WIDEST / picture.width, high / picture.height)

    def height(self, width: float) -> float:
        """Of the picture as it is shown."""
        del width
        return self._picture.height * self._scale

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """One figure."""
        wide, high = self._picture.width * self._scale, self.height(width)
        with pen.marked(Element("Figure", self._alternative, (x, top - high, x + wide, top))):
            pen.canvas.drawImage(ImageReader(self._picture), x, top - high, wide, high)


def logo(value: str, alternative: str, high: float = HIGHEST) -> Logo | None:
    """The logo of a field's value; nothing where there is none, or none that can be read."""
    try:
        return Logo(flat_picture(picture_bytes(value), most_pixels=MOST_PIXELS), alternative, high) if value else None
    except DamagedError:
        return None
