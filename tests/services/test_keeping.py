"""Copies of the library: one a day by itself, each library's apart, and the newest is found when it is needed."""

from __future__ import annotations

import dataclasses
import datetime as dt
import sys
from pathlib import Path

import pytest

from tests.cli.calling import call
from workbench.base.clock import FixedClock
from workbench.base.errors import NotAllowedError
from workbench.fields.codec import canonical
from workbench.services import keeping
from workbench.services.keeping import KeptCopy, backup_folder, newest_backup, restore_library
from workbench.services.shelf import Listed
from workbench.services.workbench import open_workbench

NOON = dt.datetime(2026, 11, 21, 12, 0, tzinfo=dt.UTC)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's data folder."""
    folder = tmp_path / "own"
    monkeypatch.setattr(keeping, "data_folder", lambda: folder)
    return folder


def test_a_copy_is_due_once_a_day_and_not_of_an_empty_library(tmp_path: Path, clock: FixedClock) -> None:
    with open_workbench(str(tmp_path / "library.sla"), clock=clock, person="Ana") as workbench:
        assert workbench.keeping.backup_if_due() is None
        workbench.shelf.create("Alliance 2027", "b2b")
        assert workbench.keeping.backup_if_due() is not None
        clock.moment = NOON + dt.timedelta(hours=23)
        assert workbench.keeping.backup_if_due() is None
        clock.moment = NOON + dt.timedelta(hours=24)
        assert workbench.keeping.backup_if_due() is not None
        clock.moment = NOON  # it was ahead, and was put right
        assert workbench.keeping.backup_if_due() is not None
        assert workbench.keeping.backup_if_due() is None


def test_libraries_of_the_same_name_keep_their_copies_apart(tmp_path: Path, own: Path, clock: FixedClock) -> None:
    places = [own / "library.sla", tmp_path / "a" / "library.sla", tmp_path / "b" / "library.sla"]
    for place in places:
        place.parent.mkdir()
        with open_workbench(str(place), clock=clock, person="Ana") as workbench:
            assert workbench.keeping.backup().path.parent == backup_folder(str(place))
    assert len({backup_folder(str(place)) for place in places}) == 3
    assert backup_folder(str(places[0])) == backup_folder("") == own / "backups"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems know no such names")
def test_a_library_whose_name_is_no_text_is_kept_too(tmp_path: Path, clock: FixedClock) -> None:
    place = str(tmp_path / "caf\udce9.sla")
    with open_workbench(place, clock=clock, person="Ana") as workbench:
        made = workbench.keeping.backup()
    restore_library(made.path, place, clock)
    assert newest_backup(place) == KeptCopy(made.path, NOON)
    with open_workbench(place, clock=clock, person="Ana") as workbench:
        assert workbench.keeping.examine().ok


def test_the_newest_copy_is_found_for_a_library_that_is_gone(tmp_path: Path, clock: FixedClock) -> None:
    place = tmp_path / "library.sla"
    assert newest_backup(str(place)) is None
    assert newest_backup("postgresql://host/library") is None
    with open_workbench(str(place), clock=clock, person="Ana") as workbench:
        workbench.keeping.backup()
        clock.moment = NOON + dt.timedelta(days=1)
        workbench.shelf.create("Alliance 2027", "b2b")
        made = workbench.keeping.backup()
    place.unlink()
    assert newest_backup(str(place)) == KeptCopy(made.path, clock.moment)
    restore_library(made.path, str(place), clock)
    with open_workbench(str(place), clock=clock, person="Ana") as workbench:
        assert [one.title for one in workbench.shelf.glances()] == ["Alliance 2027"]


def test_what_no_program_reads_again_is_not_kept_and_hides_nothing_else(tmp_path: Path, clock: FixedClock) -> None:
    place = str(tmp_path / "library.sla")
    with open_workbench(place, clock=clock, person="Ana") as bench:
        good = bench.shelf.create("Good")
        for title in ("x" * 201, "  "):
            with pytest.raises(NotAllowedError):
                bench.shelf.create(title)
        with pytest.raises(NotAllowedError, match="201 characters"):
            bench.shelf.copy(good, "x" * 201)
        assert len(bench.shelf.glances()) == 1
        # written by something else
        data = canonical(dataclasses.replace(bench.drafting.read(good).agreement, title="y" * 300))
        bench._library.agreements.create(data, title="Bad", actor="Ana")
        found = {one.title: how for one, how in bench.shelf.all()}
        assert isinstance(found["Good"], Listed)
        assert "at most 200" in str(found["Bad"])
        (finding,) = bench.keeping.examine().findings
        assert finding.sentence.startswith("The draft of “Bad” is refused at title")
    called = call("--library", place, "--json", "list")
    assert called.code == 0
    told = {one["title"]: one["status"] for one in called.document["agreements"]}
    assert told == {"Good": "draft", "Bad": "unreadable"}
    assert called.err.startswith("“Bad” cannot be read: ")
