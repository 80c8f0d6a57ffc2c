"""What kind of file a scan is, told from its own bytes and never from its name. Must not know what was scanned.

Limits are checked before anything is decoded. Light to import; Pillow and pdfium are loaded by the first call.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

from workbench.base.errors import DamagedError, NotAllowedError
from workbench.documents.pages import Pages

LARGEST = 64 << 20
MOST_PIXELS = 150_000_000
"""A page of A3 at 600 dots per inch has 70 million."""
MOST_PAGES = 500
_HINT = "Choose the scan as PDF, PNG or JPEG."


@dataclass(frozen=True)
class ScanKind:
    """What a scan is.

    Attributes:
        media_type: `application/pdf`, `image/png` or `image/jpeg`.
        ending: Of a file of that kind, with the dot.
        pages: How many; 1 for a picture.
    """

    media_type: str
    ending: str
    pages: int


def scan_kind(data: bytes) -> ScanKind:
    """The kind of a scan.

    Raises:
        NotAllowedError: It is empty, larger than 64 MB, or has more pages or pixels than a scan has.
        DamagedError: It is none of the kinds, or cannot be read.
    """
    if not data or len(data) > LARGEST:
        raise NotAllowedError(f"A scan has 1 byte to {LARGEST >> 20} MB.", "Scan at 300 dots per inch, in grey.")
    if data.startswith(b"%PDF-"):
        with Pages(data) as pages:
            count = pages.count
        if not 1 <= count <= MOST_PAGES:
            raise NotAllowedError(f"The scan has {count} pages.", f"A scan has 1 to {MOST_PAGES}.")
        return ScanKind("application/pdf", ".pdf", count)
    return _picture(data)


def _picture(data: bytes) -> ScanKind:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415  (with its only user)

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened:  # reads the head only
            size, kind = opened.width * opened.height, opened.format
            if size > MOST_PIXELS:
                raise NotAllowedError(
                    f"The scan has more than {MOST_PIXELS // 1_000_000} million pixels.", "Scan at 300 dots per inch."
                )
            opened.verify()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise DamagedError("The scan is not a PDF, PNG or JPEG that can be read.", _HINT) from error
    return ScanKind("image/png", ".png", 1) if kind == "PNG" else ScanKind("image/jpeg", ".jpg", 1)
