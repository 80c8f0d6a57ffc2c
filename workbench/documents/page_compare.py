"""Which pages of two PDFs look different, and which carry marks the other does not. Must not know what they mean.

What is filled into form fields is left out, because signatures are; whether those hold is another question. Pages are
drawn small, in grey, and one by one. Light to import; pdfium is loaded by the first call.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.documents.pages import Pages

MOST_PAGES = 300
"""More pages than this are not compared."""


@dataclass(frozen=True)
class PageDifference:
    """What differs, as page numbers that begin with 1.

    Attributes:
        ours: How many pages the first has.
        theirs: How many the second has.
        different: Pages whose look differs; without those only one of them has.
        marked: Pages with notes, stamps, links or other marks that the other does not have.
    """

    ours: int
    theirs: int
    different: tuple[int, ...]
    marked: tuple[int, ...]


def compare_pages(ours: bytes, theirs: bytes) -> PageDifference:
    """Compare two PDFs page by page.

    Args:
        ours: The one that is known.
        theirs: The other; may be made by anybody.

    Raises:
        DamagedError: One of them cannot be shown.
    """
    with Pages(ours) as known, Pages(theirs) as other:
        numbers = range(min(known.count, other.count, MOST_PAGES))
        different = tuple(at + 1 for at in numbers if known.bare(at) != other.bare(at))
        marked = tuple(at + 1 for at in numbers if known.marks(at) != other.marks(at))
        return PageDifference(known.count, other.count, different, marked)
