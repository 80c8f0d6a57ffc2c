"""What a signature looks like in its field: a drawn, typed or pictured mark over a line, who and when under it.

A page of its own size with its fonts inside, laid over the empty place on the signature card. Light to import. Must not
know keys or certificates; it prints what it is told.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.base.errors import NotAllowedError
from workbench.base.language import Language
from workbench.documents.pdf import PRESS

Strokes = tuple[tuple[tuple[float, float, float], ...], ...]
"""Strokes of points: right, down (in any one unit), seconds since the first point."""


@dataclass(frozen=True)
class Drawn:
    """A mark drawn with a pen, a finger or a mouse."""

    strokes: Strokes


@dataclass(frozen=True)
class Typed:
    """A name set in italics."""

    name: str


@dataclass(frozen=True)
class Pictured:
    """A picture of a signature, PNG or JPEG."""

    data: bytes


Mark = Drawn | Typed | Pictured


def signature_card(
    width: float,
    height: float,
    *,
    name: str,
    role: str,
    team: str,
    when_text: str,
    fingerprint: str,
    mark: Mark,
    language: Language | None = None,
) -> bytes:
    """The look of a signature as a PDF of one page, exactly as large as its field.

    Nothing of it is cut: words become smaller until all stand under the line.

    Args:
        width: Of the field, in points.
        height: Of the field, in points.
        name: Who signs.
        role: The person's role; empty for none.
        team: For whom the person signs; empty for none.
        when_text: When, by the signer's clock, already in words.
        fingerprint: Of the signer's key, in groups that can be read aloud.
        mark: What the person drew, typed or chose.
        language: Of the few words this prints itself.

    Raises:
        NotAllowedError: Nothing was drawn or typed.
        DamagedError: The picture cannot be read or is too large.
    """
    from workbench.documents.signature_look import Words, drawn_card  # noqa: PLC0415  (loads ReportLab)

    drawn = isinstance(mark, Drawn) and any(mark.strokes)
    typed = isinstance(mark, Typed) and mark.name.strip()
    if not (drawn or typed or isinstance(mark, Pictured)):
        raise NotAllowedError("The signature is empty.", "Draw it, type your name, or choose a picture.")
    words = Words(name, role, team, when_text, fingerprint, language or Language())
    with PRESS:
        return drawn_card(width, height, words, mark)
