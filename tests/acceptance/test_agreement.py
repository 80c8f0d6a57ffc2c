"""The program as a person has it: an agreement is made, filled in, undone, saved, and survives being killed."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.acceptance.habits import SAVED, SECTIONS, goes_to, makes_an_agreement
from tests.acceptance.person import Person

pytestmark = [pytest.mark.screen, pytest.mark.timeout(300)]

Workbench = Callable[[], Person]


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
    stopped = re.compile("SLA Workbench was stopped in the middle the last time.")
    ana.sees("label", stopped)
    ana.presses("push button", "Good")
    ana.no_longer_sees("label", stopped)  # what stood under it has moved up by then
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
    ben.keys("Return")  # the first one is chosen, and its work goes on where a draft's does
    ben.sees("label", "AGREE · SECTION 1 OF 12")
    ben.keys("ctrl+k")
    ben.types("back up")
    ben.keys("Return")
    ben.sees("label", re.compile("A verified copy is kept at "))
    ben.keys("alt+0")
    ben.sees("table", "Agreements")
    assert ben.leaves() == 0
    assert ben.said == ""
