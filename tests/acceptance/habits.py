"""What people do with the program again and again, in their own words. Must not know anything they cannot see."""

from __future__ import annotations

import re
from pathlib import Path

from tests.acceptance.person import Person

SAVED = re.compile(r"All changes saved · \d\d:\d\d")
SECTIONS = ("Teams and scope", "Goals", "Target buyer", "Common language", "Lead definitions", "Volumes", "Hand-off",
            "Follow-up times", "Shared metrics", "Working together", "Governance", "Sign-off")  # fmt: skip
STATEMENTS = (
    "I have read this document and had the time to ask questions.",
    "I accept the promises of my team and the measures that check them.",
    "I know that the signing keys are self-issued and that names are the signers' own statement.",
)


def makes_an_agreement(somebody: Person, title: str) -> None:
    """From the library that is empty, with the keyboard alone, from the template that is offered first."""
    somebody.sees("label", "Start with one agreement")
    somebody.keys("ctrl+n")
    somebody.waits_until(lambda: "focused" in somebody.sees("text", "Title").states, "the title to have the focus")
    somebody.types(title)
    somebody.waits_until(lambda: somebody.reads("text", "Title") == title, "the title to be typed")
    somebody.keys("Return")
    somebody.sees("label", "Before the room")


def goes_to(somebody: Person, number: int) -> None:
    """To a section by its line in the rail."""
    somebody.clicks("list item", re.compile(f"{number} {SECTIONS[number - 1]}"))
    somebody.sees("label", f"AGREE · SECTION {number} OF 12")


def chooses_file(somebody: Person, file: Path, press: str) -> None:
    """Type a path into the dialog that asks for a file, and press its button."""
    somebody.fills("File name:", str(file))
    somebody.presses("push button", press)
    somebody.no_longer_sees("text", "File name:")


def signs(somebody: Person, name: str, email: str, key: Path) -> None:
    """Take the laptop, accept every statement, sign by typing, make a key and sign with it."""
    passphrase = f"correct horse of {name}"
    somebody.presses("push button", f"I am {name}")
    for statement in STATEMENTS:
        somebody.clicks("check box", statement)
    somebody.presses("check box", "Type")
    somebody.presses("push button", "Make a new key…")
    somebody.fills("E-mail", email)
    somebody.fills_secretly("Passphrase", passphrase)
    somebody.fills_secretly("The same again", passphrase)
    somebody.presses("push button", "Make it as a file…")
    chooses_file(somebody, key, "Save")
    somebody.presses("push button", "Sign with this key")
    somebody.presses("push button", f"Sign as {name}")
