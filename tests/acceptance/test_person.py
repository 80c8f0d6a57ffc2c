"""The person who tests the real window sees, points, types and reads rightly: tried on a small window."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.acceptance.person import Person

pytestmark = pytest.mark.screen
SMALL_WINDOW = [sys.executable, str(Path(__file__).with_name("small_window.py"))]


def test_a_person_fills_in_a_form_and_reads_the_answer(person: Callable[..., Person], tmp_path: Path) -> None:
    from PIL import Image, ImageChops

    somebody = person(SMALL_WINDOW)
    somebody.sees("label", "Nothing said")
    before = somebody.photographs(tmp_path / "before.png")
    somebody.fills("Name", "Müller & Söhne, 5 €")
    somebody.chooses("Term", "24 months")
    somebody.fills("Leads a month", "42", role="spin box")
    assert somebody.sees("spin box", "Leads a month").value == 42
    assert "enabled" not in somebody.sees("push button", "Send").states
    somebody.clicks("check box", "Both teams agree")
    somebody.presses("push button", "Send")
    somebody.sees("label", "Müller & Söhne, 5 €, 24 months, 42")
    (item,) = somebody.sees("list", "Sent").children
    assert item.name == "Müller & Söhne, 5 €, 24 months, 42"
    after = somebody.photographs(tmp_path / "after.png")
    with Image.open(before) as one, Image.open(after) as other:
        assert ImageChops.difference(one, other).getbbox() is not None
    assert somebody.said == "shown\n"
    assert somebody.leaves() == 0


def test_a_person_uses_the_keyboard_alone(person: Callable[..., Person]) -> None:
    somebody = person(SMALL_WINDOW)
    somebody.sees("text", "Name")
    somebody.keys("alt+m")
    somebody.types("Ada")
    somebody.keys("Tab", "Tab", "Tab", "space", "Tab", "space")
    somebody.sees("label", "Ada, 1 months, 0")
    somebody.keys("alt+m", "ctrl+a", "BackSpace")
    somebody.waits_until(lambda: somebody.reads("text", "Name") == "", "the name to be empty")


def test_a_person_does_not_see_what_is_hidden_or_absent(person: Callable[..., Person]) -> None:
    somebody = person(SMALL_WINDOW)
    somebody.sees("push button", "Send")
    assert somebody.finds("push button", "Nobody sees this") is None
    assert somebody.finds("text", "Send") is None
    with pytest.raises(AssertionError, match=r"in vain for push button 'Sent'.*(?s:.)*check box 'Both teams agree'"):
        somebody.sees("push button", "Sent", seconds=0.2)
