"""A library of an older format is never shown as an empty one while it is brought up to date."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.views.finding import says, until
from workbench.storage.sqlite_file import FORMAT
from workbench.ui.views.composition import Composition

UPGRADES = Path(__file__).parents[2] / "upgrades"
OLDER = sorted(
    path for path in UPGRADES.glob("format_*/library.sla") if int(path.parent.name.removeprefix("format_")) < FORMAT
)


@pytest.mark.parametrize("older", OLDER, ids=lambda path: path.parent.name)
def test_its_agreements_are_the_first_thing_listed(
    qtbot: QtBot, compose: Callable[..., Composition], place: str, older: Path
) -> None:
    shutil.copyfile(older, place)
    made = compose(wait=False)
    listing = made.desk.session.listing
    seen: list[tuple[str, int]] = []
    listing.changed.connect(lambda: seen.append((listing.state, len(listing.lines))))

    def listed() -> bool:
        assert not says(made.desk.window, "Start with one agreement")
        return bool(listing.lines)

    until(qtbot, listed)
    assert ("ready", 0) not in seen
