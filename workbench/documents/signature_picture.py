"""A picture of a signature that somebody brought: hostile until it was read within limits. Must not know the card.

The size that the head of the file claims is judged before anything is decoded.
"""

from __future__ import annotations

import io

from PIL import Image, UnidentifiedImageError

from workbench.base.errors import DamagedError

LARGEST_PICTURE = 10 << 20
MOST_PIXELS = 24_000_000
SHARP = 1000
"""A picture is kept at most so many pixels wide: 280 to the inch on the widest card."""


def flat_picture(data: bytes, *, most_pixels: int = MOST_PIXELS) -> Image.Image:
    """A picture on white, as large as print needs.

    Args:
        data: PNG or JPEG.
        most_pixels: More are refused before anything is decoded.

    Raises:
        DamagedError: It cannot be read, or is too large.
    """
    hint = "Choose a PNG or JPEG of the signature alone."
    if len(data) > LARGEST_PICTURE:
        raise DamagedError(f"The picture is larger than {LARGEST_PICTURE >> 20} MB.", hint)
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > most_pixels:
                raise DamagedError(f"The picture has more than {most_pixels // 1_000_000} million pixels.", hint)
            seen = opened.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise DamagedError("The picture of the signature cannot be read.", hint) from error
    white = Image.new("RGBA", seen.size, (255, 255, 255, 255))
    flat = Image.alpha_composite(white, seen).convert("RGB")
    if flat.width > SHARP:
        flat = flat.resize((SHARP, max(1, flat.height * SHARP // flat.width)), Image.Resampling.LANCZOS)
    return flat


def small_png(data: bytes) -> bytes:
    """A picture as it will be printed, written anew: nothing of the file that was brought is left.

    Raises:
        DamagedError: It cannot be read, or is too large.
    """
    out = io.BytesIO()
    flat_picture(data).save(out, "PNG")
    return out.getvalue()
