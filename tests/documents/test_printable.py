"""The rule that tells what cannot be printed, and the fonts, know of the same characters."""

from __future__ import annotations

import sys

from hypothesis import given, strategies as st

from workbench.agreement.rules.printing import RANGES, unprintable
from workbench.documents import fonts

CUTS = (
    "Inter-400", "Inter-500", "Inter-600", "Inter-700", "InterD-600", "InterDT-400", "InterDT-600", "InterI-400",
    "InterI-600", "InterT-400", "InterT-500", "InterT-600", "InterT-700",
)  # fmt: skip


def test_the_rule_lists_what_every_cut_has() -> None:
    everywhere = set.intersection(*(set(fonts.font(cut).face.charToGlyph) for cut in CUTS))
    listed = {code for first, last in RANGES for code in range(first, last + 1)}
    assert listed == {code for code in everywhere if 32 < code < 0xFFFF}


@given(st.text(st.characters(codec="utf-8", max_codepoint=sys.maxunicode), max_size=30))
def test_the_rule_and_the_press_miss_the_same_characters(text: str) -> None:
    assert set(unprintable(text)) - {"₿", "\uffff"} == fonts.missing(text) - {"₿", "\uffff"}


def test_chinese_arabic_and_signs_are_missed_and_european_letters_are_not() -> None:
    assert unprintable("汉字 Ana 🎉 سلام") == "汉字🎉سلام"
    assert unprintable("Łódź, Ångström, Ελλάς, Київ, São Paulo – “€”…\u00ad\ufe0f\n\t") == ""
