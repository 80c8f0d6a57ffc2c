"""The program as a person has it: an agreement is made, filled in, undone, saved, and survives being killed."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.acceptance.person import Person

pytestmark = [pytest.mark.screen, pytest.mark.timeout(300)]
ROOT = Path(__file__).resolve().parents[2]
SAVED = re.compile(r"All changes saved · \d\d:\d\d")
SECTIONS = ("Teams and scope", "Goals", "Target buyer", "Common language", "Lead definitions", "Volumes", "Hand-off",
            "Follow-up times", "Shared metrics", "Working together", "Governance", "Sign-off")  # fmt: skip

Workbench = Callable[[], Person]


@pytest.fixture
def workbench(person: Callable[..., Person], tmp_path: Path) -> Workbench:
    """Somebody in front of the program; whoever comes later comes back to the same library and home."""
    command = [sys.executable, "-m", "workbench", "--library", str(tmp_path / "library.sla")]
    return lambda: person(command, {"PYTHONPATH": str(ROOT)}, home=tmp_path / "home")


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


def test_an_agreement_is_made_filled_in_undone_and_saved_as_a_version(workbench: Workbench) -> None:
    ana = workbench()
    makes_an_agreement(ana, "Alliance 2027")
    ana.keys("alt+2")
    for number, name in enumerate(SECTIONS, 1):
        ana.sees("label", f"AGREE · SECTION {number} OF 12")
        ana.sees("label", name)
        ana.keys("ctrl+Next")
    goes_to(ana, 1)
    ana.fills("Company", "Northwind Traders")
    ana.sees("label", SAVED)
    ana.sees("label", "Northwind Traders")
    ana.keys("ctrl+z")
    ana.waits_until(lambda: ana.reads("text", "Company") == "[Company]", "the company to be as before")
    ana.keys("ctrl+shift+z")
    ana.waits_until(lambda: ana.reads("text", "Company") == "Northwind Traders", "the company to be back")
    ana.keys("ctrl+shift+s")
    ana.sees("label", re.compile("For signature. Nothing stands against it."))
    ana.types("As agreed in the room")
    ana.keys("Return")
    ana.sees("label", "Version 1 is saved, for signature.")
    ana.sees("label", "v1")
    assert ana.leaves() == 0
    assert ana.said == ""


def test_a_killed_program_comes_back_to_the_same_place_with_all_that_was_saved(workbench: Workbench) -> None:
    ana = workbench()
    makes_an_agreement(ana, "Alliance 2027")
    ana.keys("alt+2")
    goes_to(ana, 1)
    ana.fills("Company", "Northwind Traders")
    goes_to(ana, 2)
    ana.fills("Shared vision", "One team")
    ana.sees("label", SAVED)
    ana.types(", and more than was saved")
    ana.pulls_the_plug()

    ana = workbench()
    ana.sees("label", "AGREE · SECTION 2 OF 12")
    assert ana.reads("text", "Shared vision").startswith("One team")
    ana.sees("label", re.compile("SLA Workbench was stopped in the middle the last time."))
    ana.presses("push button", "Good")
    goes_to(ana, 1)
    assert ana.reads("text", "Company") == "Northwind Traders"
    assert ana.leaves() == 0


def test_two_windows_on_one_library(workbench: Workbench) -> None:
    ana = workbench()
    makes_an_agreement(ana, "Alliance 2027")
    ben = workbench()
    ben.sees("label", re.compile(".* is already open in another window or program."))
    ana.turns_to_it()
    assert ana.leaves() == 0
    ben.presses("push button", "Try again")
    ben.sees("table", "Agreements")
    assert ben.leaves() == 0
