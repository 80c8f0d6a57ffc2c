"""A whole workshop by the keyboard alone, from the template to the version both leads have signed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.acceptance.habits import SAVED, SECTIONS, STATEMENTS, makes_an_agreement
from tests.acceptance.person import Person
from tests.support.poppler import Poppler

pytestmark = [pytest.mark.screen, pytest.mark.poppler, pytest.mark.slow, pytest.mark.timeout(300)]

PEOPLE = {
    "[Company]": "Northwind Traders", "[Head of Marketing]": "Elena Marsh", "[Marketing Operations]": "Tom Rivera",
    "[Head of Sales]": "Daniel Okafor", "[Inside Sales Lead]": "Priya Nair", "[Sponsor]": "Ingrid Holm",
    "[Revenue Operations]": "Ana Lund",
}  # fmt: skip


def runs(somebody: Person, words: str) -> None:
    """Find a command in the palette and run it."""
    somebody.keys("ctrl+k")
    somebody.waits_until(
        lambda: "focused" in somebody.sees("text", "Find a command or content").states, "the palette to have the focus"
    )
    somebody.types(words)
    somebody.waits_until(lambda: somebody.reads("text", "Find a command or content") == words, "the words to be typed")
    somebody.keys("Return")


def answers_what_is_open(somebody: Person) -> None:
    """Go from open question to open question and write what the template left to be said."""
    for _ in PEOPLE:
        somebody.keys("F8")
        somebody.waits_until(lambda: _left(somebody) in PEOPLE, "the next bracket to have the focus")
        name = PEOPLE[_left(somebody)]
        somebody.keys("ctrl+a")
        somebody.types(name)
        somebody.waits_until(lambda name=name: _left(somebody) == name, f"{name!r} to be typed")  # type: ignore[misc]
    somebody.sees("label", SAVED)


def _left(somebody: Person) -> str:
    field = somebody.has_focus()
    return field.text if field is not None else ""


def names_file(somebody: Person, file: Path) -> None:
    """Type a path into the dialog that asks for a file, and take it."""
    somebody.waits_until(lambda: "focused" in somebody.sees("text", "File name:").states, "the dialog to ask")
    somebody.keys("ctrl+a")
    somebody.types(str(file))
    somebody.waits_until(lambda: somebody.reads("text", "File name:") == str(file), "the path to be typed")
    somebody.keys("Return")
    somebody.no_longer_sees("text", "File name:")


def signs_by_keyboard(somebody: Person, name: str, email: str) -> None:
    secret = f"correct horse of {name}"
    somebody.strikes("push button", f"I am {name}")
    for statement in STATEMENTS:
        somebody.strikes("check box", statement)
    somebody.reaches("check box", "Draw")
    somebody.keys("Right")  # to “Type”: arrows move among choices, Tab leaves them
    somebody.strikes("push button", "Make a new key…")
    somebody.enters("text", "E-mail", email)
    somebody.enters("text", "Passphrase", secret)
    somebody.enters("text", "The same again", secret)
    somebody.strikes("push button", "Make the key")
    somebody.strikes("push button", "Sign with this key")
    somebody.strikes("push button", f"Sign as {name}")


def test_a_workshop_by_keyboard_alone(workbench: Callable[[], Person], poppler: Poppler, tmp_path: Path) -> None:
    ana = workbench()
    makes_an_agreement(ana, "Alliance 2027")
    runs(ana, "agenda")
    ana.strikes("push button", "Half a day: 235 minutes")
    ana.sees("label", "From 09:00 to 12:55.")
    answers_what_is_open(ana)
    runs(ana, "teams and scope")
    for number, name in enumerate(SECTIONS, 1):
        ana.sees("label", f"AGREE · SECTION {number} OF 12")
        ana.sees("label", name)
        ana.keys("ctrl+alt+a")
        ana.sees("label", f"{number} of 12 agreed")
        ana.keys("ctrl+Next")
    ana.keys("Escape", "d")
    ana.waits_until(lambda: "focused" in ana.sees("text", "What was decided?").states, "the log to have the focus")
    ana.types("Revenue decides")
    ana.keys("Return")
    ana.sees("push button", "Take: Goals: agreed as it stands")
    ana.keys("Escape")
    ana.keys("Escape", "p")
    ana.waits_until(lambda: "focused" in ana.sees("text", "What do we park?").states, "the lot to have the focus")
    ana.types("Holidays of the December team")
    ana.keys("Return", "Escape")
    ana.sees("label", SAVED)
    ana.keys("ctrl+alt+m")
    names_file(ana, tmp_path / "minutes.pdf")
    ana.sees("label", re.compile(r"minutes\.pdf is written"))
    said = poppler.text(tmp_path / "minutes.pdf")
    assert "Revenue decides" in said
    assert "Holidays of the December team" in said
    ana.keys("alt+3")
    ana.enters("text", "Why is it saved?", "As agreed in the room")
    ana.strikes("push button", re.compile("Save version 1"))
    ana.strikes("push button", "Elena Marsh signs on this laptop")
    signs_by_keyboard(ana, "Elena Marsh", "elena@example.com")
    signs_by_keyboard(ana, "Daniel Okafor", "daniel@example.com")
    ana.sees("label", "2 of 2 signed")
    assert ana.leaves() == 0
    assert ana.said == ""
