"""The kind whose values are small pictures: PNG or JPEG as base64 text, so that they travel in the JSON.

Looks at the first bytes only. Whoever shows a picture decodes it within limits; must not know how.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import Any, ClassVar

from workbench.base.language import N_
from workbench.fields.kind import BadText, Kind
from workbench.fields.value import Shown

MOST_BYTES = 48 * 1024
"""A logo of print size; everything that is stored carries it."""

BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


@dataclass(frozen=True)
class PictureKind(Kind):
    """A small picture."""

    name: ClassVar[str] = "picture"
    empty: ClassVar[Any] = ""

    def parse(self, text: str, shown: Shown) -> str:
        """From base64 text."""
        del shown
        return self.checked(self.normal(text))

    def format(self, value: Any, shown: Shown) -> str:
        """Its length; a reader of text sees no picture."""
        data = picture_bytes(value or "")
        return shown.language.text(N_("Picture, {n} kB")).format(n=max(1, round(len(data) / 1000))) if data else ""

    def edit_text(self, value: Any, shown: Shown) -> str:
        """The base64 text."""
        del shown
        return str(value or "")

    def problem(self, value: Any) -> BadText | None:
        """Not base64, too long, or neither PNG nor JPEG."""
        if not value:
            return None
        if len(value) > MOST_BYTES * 4 // 3 + 4:
            return BadText(N_("The picture is larger than {n} kB."), n=MOST_BYTES // 1024)
        if not picture_bytes(value).startswith(BEGINNINGS):
            return BadText(N_("This is neither a PNG nor a JPEG in base64."))
        return None

    def normal(self, value: Any) -> str:
        """Without white space."""
        return "".join((value or "").split())

    def schema(self) -> dict[str, Any]:
        """A string of base64."""
        return {"type": "string", "contentEncoding": "base64", "maxLength": MOST_BYTES * 4 // 3 + 4}


def picture_bytes(value: str) -> bytes:
    """The bytes of a value; none where it is not base64."""
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        return b""


def picture_value(data: bytes) -> str:
    """The value of a picture's bytes."""
    return base64.b64encode(data).decode("ascii")
