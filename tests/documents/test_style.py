"""Colours that can be read: every pair of words and ground in print, 4.5 to 1 at least."""

from __future__ import annotations

import pytest

from workbench.documents import style

ON_PAPER = [style.TEXT, style.QUIET, style.MUTED, style.MARKETING, style.SALES, style.BOTH, style.GOOD, style.WARNING,
            style.BAD, style.INK]  # fmt: skip
PAIRS = [
    *((ink, style.PAPER) for ink in ON_PAPER),
    *((style.INK_OF_TEAM[team], style.TINT_OF_TEAM[team]) for team in style.INK_OF_TEAM),
    (style.PAPER, style.MARKETING),
    (style.PAPER, style.SALES),
    (style.ON_SALES, style.SALES),
    (style.TEXT, style.SALES_PALE),
    (style.QUIET, style.SALES_PALE),
    (style.QUIET, style.SALES_TINT),
    (style.MUTED, style.SUNK),
    (style.QUIET, style.SUNK),
    (style.QUIET, style.TINT),
    (style.QUIET, style.MARKETING_TINT),
    (style.WARNING, style.MARKETING_TINT),
    (style.WARNING, style.SALES_TINT),
]


def light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_words_can_be_read_on_their_ground(ink: str, ground: str) -> None:
    bright, dark = sorted((light(ink), light(ground)), reverse=True)
    assert (bright + 0.05) / (dark + 0.05) >= 4.5


def test_the_grid_follows_from_the_paper() -> None:
    a4, letter = style.sheet("A4"), style.sheet("Letter")
    assert (round(a4.full), round(letter.full)) == (483, 500)
    assert (round(a4.room), round(letter.room)) == (684, 634)
    assert a4.column - a4.inset == letter.column - letter.inset == a4.measure


def test_a_size_takes_its_leading_along() -> None:
    assert style.TITLE.sized(21).leading == style.TITLE.leading / 2
    assert style.TITLE.sized(21).tracking == style.TITLE.tracking / 2
