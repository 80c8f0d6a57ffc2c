"""Where the places to sign lie on the pages of a PDF, so that one can be pointed at. Must not know what signatures are.

Reads files that strangers may have made: bounded, without repairing, and with an empty answer for whatever is odd,
because a picture without a frame is better than none. Light to import.
"""

from __future__ import annotations

from dataclasses import dataclass

MOST_PAGES = 2000
MOST_PLACES = 200


@dataclass(frozen=True)
class SignaturePlace:
    """A signature field on a page.

    Attributes:
        field: Its name.
        page: The page it is on, counted from 0.
        left: As a share of the page's width; likewise `top` (from above), `width` and `height`.
    """

    field: str
    page: int
    left: float
    top: float
    width: float
    height: float


def signature_places(data: bytes) -> tuple[SignaturePlace, ...]:
    """The places to sign, page by page; none where the file cannot be read."""
    from workbench.documents.place_reading import places_of  # noqa: PLC0415  (pikepdf is loaded by the first call)

    return places_of(data)
