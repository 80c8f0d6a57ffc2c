"""Libraries of every format that was ever shipped open, say exactly what they said, and can be worked with."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.storage.examples import NOON, content
from tests.upgrades.library_told import told
from workbench.base.clock import FixedClock
from workbench.storage.opening import open_library, open_quick
from workbench.storage.sqlite_file import FORMAT

FORMATS = sorted(Path(__file__).parent.glob("format_*"))


def test_there_is_a_stored_library_of_every_format() -> None:
    assert [one.name for one in FORMATS] == [f"format_{number}" for number in range(1, FORMAT + 1)]


@pytest.mark.parametrize("folder", FORMATS, ids=lambda folder: folder.name)
def test_a_stored_library_says_what_it_said(folder: Path, tmp_path: Path) -> None:
    place = Path(shutil.copy(folder / "library.sla", tmp_path))
    wanted = json.loads((folder / "told.json").read_text("utf-8"))
    clock = FixedClock(NOON)
    quick = open_quick(str(place))
    assert quick
    assert int(folder.name.removeprefix("format_")) < FORMAT or len(quick.agreements()) == len(wanted["agreements"])
    with open_library(str(place), clock, quick=quick, create=False) as library:
        assert told(library) == wanted
        assert library.examine().findings == ()
        agreement = library.agreements.all()[0].id
        draft = library.drafts.get(agreement)
        library.drafts.save(agreement, content("Goes on"), seen=draft.revision, title="Goes on")
        assert library.back_up(tmp_path / "backups").size
