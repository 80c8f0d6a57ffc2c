"""The letters that can be set, and their widths."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from workbench.documents import fonts

CUTS = ["Inter-400", "Inter-500", "Inter-600", "Inter-700", "InterT-400", "InterT-500", "InterT-600", "InterT-700",
        "InterI-400", "InterI-600", "InterD-600", "InterDT-400", "InterDT-600"]  # fmt: skip


@given(st.text(max_size=60))
def test_prepared_text_has_a_glyph_for_every_letter(text: str) -> None:
    known = fonts.font("Inter-400").face.charToGlyph
    prepared = fonts.settable(text)
    assert {letter for letter in prepared if letter != "\n" and ord(letter) not in known} == set()
    assert fonts.settable(prepared) == prepared


def test_what_cannot_be_printed_is_shown_as_a_square_and_named() -> None:
    assert fonts.settable("日 ok 🙂") == "□ ok □"
    assert fonts.missing("日 ok 🙂 □ ж") == {"日", "🙂"}


def test_letters_are_composed_and_controls_leave() -> None:
    assert fonts.settable("e\u0301") == "é"
    assert fonts.settable("a\tb\x07c\r\nd\u00ade\u200d") == "a b c\nde"


@pytest.mark.parametrize("name", CUTS)
def test_tabular_cuts_have_digits_of_one_width_and_bold_is_bolder(name: str) -> None:
    widths = [fonts.units(digit, name) for digit in "0123456789"]
    if not name.startswith("InterD"):  # the large display cuts stand alone, never in columns
        assert (max(widths) - min(widths) < 2) == name.startswith("InterT")
    assert fonts.units("W", fonts.strong(name)) >= fonts.units("W", name)


def test_width_counts_tracking_after_every_letter() -> None:
    assert fonts.width("abc", "Inter-400", 10, 0.5) == fonts.width("abc", "Inter-400", 10) + 1.5


@pytest.mark.parametrize("letter", list("−≤≥×→✓·–—“”’…€£₹□■◆○●ΩжłÅø\u2011\u00a0\u202f"))
def test_signs_documents_use_are_in_every_cut(letter: str) -> None:
    assert [name for name in CUTS if ord(letter) not in fonts.font(name).face.charToGlyph] == []
