"""The fixtures `person` and `workbench` for tests of the real window."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.acceptance.person import Person
from tests.support.screen import Screen

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def person(screen: Screen, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Callable[..., Person]]:
    """Call it with a command (and `environment=`) for somebody who has that program in front of them.

    Each has a home of their own, unless they come back to one (`home=`).

    A failing test leaves a picture of the screen and what the program said beside its temporary files.
    """
    people: list[Person] = []

    def sit_down(
        command: Sequence[str | Path], environment: dict[str, str] | None = None, home: Path | None = None
    ) -> Person:
        home = home or tmp_path / f"home-{len(people) + 1}"
        home.mkdir(exist_ok=True)
        people.append(Person(screen, command, home, environment))
        return people[-1]

    failures = request.session.testsfailed
    yield sit_down
    if request.session.testsfailed > failures:
        screen.photograph(tmp_path / "screen.png")
    for each in people:
        each.stops()


@pytest.fixture
def workbench(person: Callable[..., Person], tmp_path: Path) -> Callable[[], Person]:
    """Call it for somebody in front of the program; whoever comes later comes back to the same library and home."""
    command = [sys.executable, "-m", "workbench", "--library", str(tmp_path / "library.sla")]
    return lambda: person(command, {"PYTHONPATH": str(ROOT)}, home=tmp_path / "home")
