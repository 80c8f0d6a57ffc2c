"""A company's logo from a file a person chose: read within limits, made small, as the value of its field.

Nothing of the file that was brought is left. Must not know the library or either face.
"""

from __future__ import annotations

import io
from pathlib import Path

from workbench.base.errors import DamagedError
from workbench.fields.pictures import MOST_BYTES, picture_value
from workbench.services.files import read_file

LARGEST_FILE = 2 << 20
MOST_PIXELS = 4_000_000
WIDTHS = (450, 300, 200, 120)
"""The logo is kept at the first of these widths, in pixels, at which it is small enough: 216 to the inch and less."""


def logo_value(file: Path) -> str:
    """The logo in a file, made small.

    Raises:
        NotFoundError: There is no such file.
        DamagedError: It is no picture, or too large.
    """
    from PIL import Image  # noqa: PLC0415  (loads its plug-ins)

    from workbench.documents.signature_picture import flat_picture  # noqa: PLC0415

    try:
        picture = flat_picture(read_file(file, LARGEST_FILE), most_pixels=MOST_PIXELS)
    except DamagedError as error:
        hint = "Choose a PNG or JPEG of the logo alone, at most 2 MB and 4 million pixels."
        raise DamagedError(f"{file.name} cannot be used as a logo.", hint) from error
    for width in WIDTHS:
        wide = min(width, picture.width)
        size = wide, max(1, picture.height * wide // picture.width)
        out = io.BytesIO()
        picture.resize(size, Image.Resampling.LANCZOS).save(out, "PNG", optimize=True)
        if len(out.getvalue()) <= MOST_BYTES:
            return picture_value(out.getvalue())
    raise DamagedError(f"{file.name} has too many colours for a logo.", "Choose a simpler picture.")
