"""A blind round as the room has it: nothing private on the audience view, and nothing lost when the plug is pulled."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.acceptance.accessible import GoneError
from tests.acceptance.habits import makes_an_agreement
from tests.acceptance.person import Person

pytestmark = [pytest.mark.screen, pytest.mark.slow, pytest.mark.timeout(300)]

Workbench = Callable[[], Person]
QUESTION = "When is a lead ready for sales?"
MARKETING, SALES = "Somebody asked for a demo", "Somebody replied to a call"


def room_sees(somebody: Person) -> str:
    """All that the audience window tells a screen reader."""
    window = next(one for one in somebody.program.walk() if one.name.startswith("Audience view"))
    return " | ".join(one.name for one in window.walk())


CONTROLS = {
    "push button",
    "check box",
    "radio button",
    "toggle button",
    "text",
    "combo box",
    "list",
    "table",
    "spin box",
}

PAGES = (
    ("Ready to start?", "Ready to start?"),
    ("Agenda", "Begin with a ready agenda"),
    ("How aligned", "Who answers"),
)
"""Pages of Prepare: how its line in the rail begins, and what stands on it."""


def without_a_name(somebody: Person) -> list[str]:
    """The controls on the screen that a screen reader could only call by what they are."""
    found = []
    for widget in somebody.program.walk():
        try:
            if widget.role not in CONTROLS or "showing" not in widget.states or widget.labels:
                continue
            named = widget.description if widget.role == "combo box" else widget.name  # a list is called by its value
            if not named:
                found.append(f"{widget.role} {widget.path}")
        except GoneError:
            continue
    return found


def answers(somebody: Person, words: str) -> None:
    """Type in the answer that is missing, and hide it."""
    somebody.keys("s")
    somebody.waits_until(
        lambda: "focused" in somebody.sees("text", "In your words").states, "the answer to have the focus"
    )
    somebody.types(words)
    somebody.waits_until(lambda: somebody.reads("text", "In your words") == words, "the answer to be typed")
    assert without_a_name(somebody) == []
    somebody.keys("ctrl+Return")
    somebody.no_longer_sees("text", "In your words")


def test_a_blind_round_keeps_its_secrets_and_survives_the_plug(workbench: Workbench) -> None:
    ana = workbench()
    makes_an_agreement(ana, "Alliance 2027")
    for words, page in PAGES:
        ana.clicks("list item", re.compile(re.escape(words)))
        ana.sees("label", page)
        assert without_a_name(ana) == []
    ana.keys("alt+6")
    ana.sees("label", "Cooperation pledge")
    assert without_a_name(ana) == []
    ana.keys("Next")  # Page Down, as a clicker sends
    ana.sees("label", QUESTION)
    ana.keys("Next")
    ana.sees("label", "Nothing typed in yet")
    answers(ana, MARKETING)
    ana.sees("label", "Answered")
    ana.keys("ctrl+shift+F5")
    ana.waits_until(lambda: "Marketing: Answer is in" in room_sees(ana), "the room to see that an answer is in")
    assert MARKETING not in room_sees(ana)
    ana.sees("label", re.compile("All changes saved"))
    ana.pulls_the_plug()

    ana = workbench()
    ana.sees("label", "Answered")
    ana.sees("label", re.compile(r"[012]:\d\d|\+\d+:\d\d"))  # the clock went on
    ana.presses("push button", "Good")
    answers(ana, SALES)
    ana.keys("r")
    ana.sees("push button", "Next, PgDn")
    ana.keys("ctrl+shift+F5")
    ana.waits_until(lambda: MARKETING in room_sees(ana) and SALES in room_sees(ana), "the room to see both answers")
    ana.turns_to_it()
    ana.keys("Next")
    ana.sees("label", "Take, merge or write a wording first.")
    assert without_a_name(ana) == []
    ana.keys("c")
    ana.sees("combo box", "Nobody below 3, no open concern")
    assert without_a_name(ana) == []
    assert ana.said == ""
