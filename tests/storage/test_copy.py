"""A library copied to another back end and back is the same library."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select, text

from tests.storage.examples import content, fill
from workbench.base.clock import FixedClock
from workbench.base.errors import ConflictError, DamagedError, NotAllowedError
from workbench.storage.library import Library
from workbench.storage.opening import open_library
from workbench.storage.schema import Base


def everything(library: Library) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    with library.database.reading() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in Base.metadata.sorted_tables
        }


@pytest.fixture(params=["file to file", *(pytest.param(way, marks=pytest.mark.postgres) for way in ("there", "back"))])
def places(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, str]:
    """From where to where."""
    one, other = str(tmp_path / "one.sla"), str(tmp_path / "other.sla")
    if request.param == "file to file":
        return one, other
    server = str(request.getfixturevalue("postgres_url"))
    return (one, server) if request.param == "there" else (server, one)


def test_a_copy_has_every_row_as_it_was(places: tuple[str, str], clock: FixedClock) -> None:
    with open_library(places[0], clock) as source:
        agreement = fill(source, clock)
        told: list[str] = []
        counts = source.copy_to(places[1], progress=told.append)
        wanted = everything(source)
    assert told == [table.name for table in Base.metadata.sorted_tables]
    assert counts == {name: len(rows) for name, rows in wanted.items()}
    with open_library(places[1], clock, create=False) as copy:
        assert everything(copy) == wanted
        assert copy.examine().ok
        draft = copy.drafts.get(agreement)  # and life goes on there
        copy.drafts.save(agreement, content("Goes on"), seen=draft.revision, title="Goes on")
        assert copy.events.append("vote", "Ines").seq == len(wanted["event"]) + 1
        assert copy.actuals.redo(agreement, 2, "Ines").undone_at is None
        assert copy.examine().ok


def test_a_copy_never_lands_on_another_library(places: tuple[str, str], clock: FixedClock) -> None:
    with open_library(places[1], clock) as other:
        other.agreements.create(content("Mine"), title="Mine", actor="")
    with open_library(places[0], clock) as source, pytest.raises(NotAllowedError, match="already"):
        source.copy_to(places[1])
    with open_library(places[1], clock) as other:
        assert [one.title for one in other.agreements.all()] == ["Mine"]


def test_a_copy_onto_itself_is_refused(path: Path, clock: FixedClock) -> None:
    with open_library(str(path), clock) as source:
        with pytest.raises(ConflictError):
            source.copy_to(str(path))
        assert source.examine().ok
    assert path.exists()


def test_a_damaged_library_is_not_copied_and_nothing_is_left(places: tuple[str, str], clock: FixedClock) -> None:
    with open_library(places[0], clock) as source:
        fill(source, clock)
        with source.database.writing() as connection:
            connection.execute(text("UPDATE draft SET content_hash = ''"))
        with pytest.raises(DamagedError, match="not copied"):
            source.copy_to(places[1])
    assert places[1].startswith("postgresql") or not Path(places[1]).exists()
    with open_library(places[1], clock) as empty:
        assert empty.agreements.all() == ()


def test_a_copy_that_is_stopped_leaves_nothing(places: tuple[str, str], clock: FixedClock) -> None:
    class Stopped(Exception):  # noqa: N818  (as a person's wish is)
        pass

    def stop(table: str) -> None:
        if table == "version":
            raise Stopped

    with open_library(places[0], clock) as source:
        fill(source, clock)
        with pytest.raises(Stopped):
            source.copy_to(places[1], progress=stop)
        assert source.copy_to(places[1])
