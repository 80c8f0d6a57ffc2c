"""A laptop and a projector: the audience view on the projector alone, and nothing private when the cable is pulled."""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.accessible import Box, GoneError
from tests.acceptance.conftest import ROOT
from tests.acceptance.habits import makes_an_agreement
from tests.acceptance.person import Person
from tests.acceptance.test_room import MARKETING, answers, room_sees
from tests.support import programs
from tests.support.monitors import Monitors
from tests.support.screen import Screen

pytestmark = [pytest.mark.screen, pytest.mark.slow, pytest.mark.timeout(300)]

WIDE, HIGH = 1280, 800
PROJECTOR = Box(WIDE, 0, WIDE, HIGH)


@pytest.fixture
def displays() -> Iterator[tuple[Screen, Monitors]]:
    """A screen of its own with the laptop's display on the left and a projector on the right."""
    for name in programs.MARKERS["screen"]:
        programs.need(name)
    with tempfile.TemporaryDirectory(prefix="sla-screen-", ignore_cleanup_errors=True) as folder:
        shown = Screen(Path(folder), 2 * WIDE, HIGH)
        try:
            shown.start(managed=False)
            monitors = Monitors(shown.environment["DISPLAY"])
            monitors.plug("laptop", 0, WIDE, HIGH, own=True)
            monitors.plug("projector", WIDE, WIDE, HIGH)
            shown.manage()
            yield shown, monitors
            monitors.close()
        finally:
            shown.stop()


def audience(somebody: Person) -> Box | None:
    """Where the audience window is; nowhere while it is not shown."""
    for window in somebody.program.children:
        try:
            if window.name.startswith("Audience view") and "showing" in window.states:
                return window.box
        except GoneError:
            continue
    return None


def test_the_projector_shows_the_room_and_a_pulled_cable_shows_nothing(
    displays: tuple[Screen, Monitors], tmp_path: Path
) -> None:
    screen, monitors = displays
    home = tmp_path / "home"
    home.mkdir()
    command = [sys.executable, "-m", "workbench", "--library", str(tmp_path / "library.sla")]
    ana = Person(screen, command, home, {"PYTHONPATH": str(ROOT)})
    try:
        makes_an_agreement(ana, "Alliance 2027")
        ana.keys("alt+6")
        ana.sees("label", "Cooperation pledge")
        ana.keys("Next", "Next")
        ana.sees("label", "Nothing typed in yet")
        ana.keys("F5")
        ana.waits_until(lambda: audience(ana) == PROJECTOR, "the audience view to fill the projector")
        ana.turns_to_it()
        answers(ana, MARKETING)
        assert "Marketing: Answer is in" in room_sees(ana)
        monitors.unplug("projector")
        seen = []

        def gone() -> bool:
            seen.append(room_sees(ana) if (where := audience(ana)) is not None else "")
            return where is None

        ana.waits_until(gone, "the audience view to go with its display")
        assert not any(MARKETING in each for each in seen)
        ana.sees("label", re.compile("The display is gone"))
        ana.sees("push button", "Show again, B")
        monitors.plug("projector", WIDE, WIDE, HIGH)
        ana.sees("label", re.compile("There is another display"))
        assert audience(ana) is None
        ana.keys("F5")
        ana.waits_until(lambda: audience(ana) == PROJECTOR, "the audience view to fill the projector again")
        assert "Marketing" not in room_sees(ana)
        ana.turns_to_it()
        ana.keys("b")
        ana.waits_until(lambda: "Marketing: Answer is in" in room_sees(ana), "the room to see the question again")
        assert MARKETING not in room_sees(ana)
        assert ana.said == ""
    finally:
        ana.stops()
