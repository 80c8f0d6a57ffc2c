"""The pages of a PDF to look at: how many, where one signs, and each as a picture. Must not know the library or a face.

Nothing is kept open between calls, so any thread may ask; pdfium lets one in at a time. A page costs some tens of
milliseconds, which is a matter for a job.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.documents.pages import WIDEST, Found, Pages, Picture
from workbench.documents.places import SignaturePlace, signature_places

__all__ = ["WIDEST", "Found", "PagesSeen", "Picture", "SignaturePlace", "find_text", "page_picture", "see_pages"]

MOST_FOUND = 500
"""Places of a text that are shown; nobody steps through more."""


@dataclass(frozen=True)
class PagesSeen:
    """What can be said of a PDF's pages before any is drawn.

    Attributes:
        sizes: Width and height of each page, in points.
        places: Where one signs, page by page.
    """

    sizes: tuple[tuple[float, float], ...]
    places: tuple[SignaturePlace, ...]

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.sizes)

    def place(self, field: str) -> SignaturePlace | None:
        """The place of a signature field; nothing where there is none."""
        return next((one for one in self.places if one.field == field), None)


def see_pages(data: bytes) -> PagesSeen:
    """Look at a PDF.

    Raises:
        DamagedError: It is not a PDF, is damaged, or needs a password.
    """
    with Pages(data) as pages:
        sizes = pages.sizes
    return PagesSeen(sizes, signature_places(data))


def page_picture(data: bytes, page: int, width: int) -> Picture:
    """One page.

    Args:
        data: The PDF.
        page: Counted from 0.
        width: Of the picture, in pixels, at most `WIDEST`.

    Raises:
        NotFoundError: There is no such page.
        DamagedError: It cannot be shown.
    """
    with Pages(data) as pages:
        return pages.picture(page, width)


def find_text(data: bytes, words: str) -> tuple[Found, ...]:
    """Where a text stands in a PDF, page by page; at most `MOST_FOUND` places.

    Raises:
        DamagedError: It is not a PDF, is damaged, or needs a password.
    """
    with Pages(data) as pages:
        return pages.find(words, MOST_FOUND)
