"""The document's fonts: static cuts of Inter, their widths, and the characters they can set.

ReportLab knows no kerning and no figure styles, so a second family has tabular figures baked in (`InterT`, `InterDT`).
Must not know blocks or pages.
"""

from __future__ import annotations

import threading
import unicodedata
from functools import cache, lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from workbench.base.places import resource

BASE = "Inter-400"
"""The cut ReportLab names on every page, so that none of its built-in fonts is ever mentioned."""

STAND_IN = "□"
"""Printed for a character that no cut has."""

_STRONG = {
    "Inter-400": "Inter-600",
    "InterT-400": "InterT-600",
    "Inter-500": "Inter-700",
    "InterT-500": "InterT-700",
    "InterI-400": "InterI-600",
}
_SLANTED = {
    "Inter-400": "InterI-400",
    "InterT-400": "InterI-400",
    "Inter-600": "InterI-600",
    "InterT-600": "InterI-600",
}
_LOADING = threading.Lock()


def strong(font: str) -> str:
    """The bold companion of a cut; the cut itself where it has none."""
    return _STRONG.get(font, font)


def slanted(font: str) -> str:
    """The italic companion of a cut; the cut itself where it has none."""
    return _SLANTED.get(font, font)


@cache
def font(name: str) -> TTFont:
    """A cut, loaded and registered with ReportLab once.

    Raises:
        DamagedError: The program's own font file is missing.
    """
    with _LOADING:
        loaded = TTFont(name, str(resource("fonts", f"{name}.ttf")))
        pdfmetrics.registerFont(loaded)
        return loaded


@lru_cache(maxsize=1 << 16)
def units(text: str, name: str) -> float:
    """Width of a text in thousandths of its size."""
    widths = font(name).face.charWidths
    other = font(name).face.defaultWidth
    return float(sum(widths.get(ord(letter), other) for letter in text))


def width(text: str, name: str, size: float, tracking: float = 0.0) -> float:
    """Width of a text in points, tracking after every letter included."""
    return units(text, name) * size / 1000 + tracking * len(text)


@lru_cache(maxsize=1 << 14)
def settable(text: str) -> str:
    """The text as it can be printed: composed letters, no control characters, a stand-in for what no cut has.

    Line feeds stay; other white space becomes a space.
    """
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\u2028", "\n"))
    return "".join(_letter(letter) for letter in composed)


def missing(text: str) -> set[str]:
    """The characters of a text that are printed as a stand-in."""
    if text.isascii():
        return set()
    composed = unicodedata.normalize("NFC", text)
    return {letter for letter in composed if _letter(letter) == STAND_IN != letter}


def _letter(letter: str) -> str:
    if letter in {"\n", " "}:
        return letter
    if letter in "\u00ad\u2060\ufeff\ufe0e\ufe0f":  # soft hyphen, joiners, variation selectors: nothing to see
        return ""
    category = unicodedata.category(letter)
    if category in {"Cc", "Zl", "Zp"}:
        return " "
    if ord(letter) not in font(BASE).face.charToGlyph:
        return " " if category == "Zs" else "" if category in {"Cf", "Cs"} else STAND_IN
    return letter
