"""Backups are whole or not there, older ones are thinned, and one put back equals the library it was made of."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.storage.examples import NOON, content, fill
from tests.storage.test_copy import everything
from workbench.base.clock import FixedClock
from workbench.base.errors import ConflictError, DamagedError, NotAllowedError, NotFoundError, OutsideError
from workbench.storage.backup import keep_before_upgrade
from workbench.storage.library import Library
from workbench.storage.opening import open_library
from workbench.storage.restore import restore


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_a_backup_put_back_equals_the_library(library: Library, filled: str, clock: FixedClock, tmp_path: Path) -> None:
    wanted = everything(library)
    made = library.back_up(tmp_path / "backups")
    assert made.size == made.path.stat().st_size
    assert names(tmp_path / "backups") == [made.path.name]
    assert library.last_backup_at == clock.now()
    library.agreements.set_status(filled, "changed since", "Ines")
    put_back = restore(made.path, str(tmp_path / "back.sla"), clock, actor="Ines")
    assert put_back.set_aside is None
    with open_library(str(tmp_path / "back.sla"), clock, create=False) as back:
        found = everything(back)
        found["event"].remove(next(row for row in found["event"] if row[3] == "library.restored"))
        assert found == wanted
        assert back.examine().ok


def test_a_backup_is_one_file_that_can_be_read_anywhere(path: Path, clock: FixedClock, tmp_path: Path) -> None:
    with open_library(str(path), clock) as library:
        made = library.back_up(tmp_path / "backups")
    assert made.path.read_bytes()[18:20] == b"\x01\x01"  # the file format's own mark: needs no second file
    with sqlite3.connect(f"file:{made.path}?mode=ro&immutable=1", uri=True) as connection:
        assert connection.execute("SELECT count(*) FROM event").fetchone() == (1,)
    connection.close()


def test_what_is_written_during_a_backup_is_no_harm(path: Path, clock: FixedClock, tmp_path: Path) -> None:
    with open_library(str(path), clock) as library:
        for number in range(40):
            library.agreements.create(content(f"{number}", text="x" * 400_000), title=f"{number}", actor="")
        agreement = library.agreements.find("7").id
        told: list[tuple[int, int]] = []

        def progress(done: int, of_all: int) -> None:
            told.append((done, of_all))
            revision = library.drafts.get(agreement).revision
            library.drafts.save(agreement, content(f"Edit {revision}"), seen=revision, title="7")

        made = library.back_up(tmp_path, progress)
        assert len(told) > 1
        assert told[-1][0] == told[-1][1]
    with open_library(str(made.path), clock) as copy:
        assert copy.examine().ok
        assert copy.drafts.get(agreement).content == content(f"Edit {len(told) - 1}")  # the last came after the end


def test_a_damaged_library_never_replaces_a_good_backup(path: Path, clock: FixedClock, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    with open_library(str(path), clock) as library:
        fill(library, clock)
        library.back_up(folder)
        before = {one: one.read_bytes() for one in folder.iterdir()}
        with library.database.writing() as connection:
            connection.execute(text("UPDATE draft_snapshot SET content_hash = ''"))
        clock.advance(days=800)
        with pytest.raises(DamagedError, match="not whole"):
            library.back_up(folder)
        assert library.last_backup_at == clock.now() - dt.timedelta(days=800)
    assert {one: one.read_bytes() for one in folder.iterdir()} == before


def test_a_backup_that_is_stopped_leaves_nothing(path: Path, clock: FixedClock, tmp_path: Path) -> None:
    def stop(_done: int, _of_all: int) -> None:
        raise KeyboardInterrupt

    with open_library(str(path), clock) as library:
        with pytest.raises(KeyboardInterrupt):
            library.back_up(tmp_path / "backups", stop)
        assert library.last_backup_at is None
    assert names(tmp_path / "backups") == []


def test_older_backups_are_thinned_and_other_files_left_alone(path: Path, clock: FixedClock, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    others = [
        f"{stem}-202001{day:02}T{hour:02}0000Z{ending}"
        for stem, ending in (("other", ".sla-backup"), ("library", ".txt"), ("my library", ".sla-backup"))
        for day in (1, 2)
        for hour in (1, 2)
    ]
    others += ["library-20269999T120000Z.sla-backup", ".library-20269999T120000Z.sla-backup.part"]
    for name in others:
        (folder / name).touch()
    stopped = [f".library-20261119T120000Z.sla-backup.part{end}" for end in ("", "-wal", "-journal", "-shm")]
    running = [".library-20261121T110000Z.sla-backup.part", ".my library-20261119T120000Z.sla-backup.part"]
    for name in (*stopped, *running):
        (folder / name).touch()
    gone = []
    with open_library(str(path), clock) as library:
        assert library.back_up(folder).thinned == ()
    assert set(names(folder)).isdisjoint(stopped)
    assert set(running) <= set(names(folder))
    for name in running:
        (folder / name).unlink()
    with open_library(str(path), clock) as library:
        for _ in range(8):
            gone.append(len(library.back_up(folder).thinned))
            clock.advance(hours=20)
    assert gone == [
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        1,
    ]  # the first of the two that were made on one day, once both are two days old
    assert set(others) <= set(names(folder))
    assert len(names(folder)) == len(others) + 7
    assert f"library-{NOON:%Y%m%dT%H%M%SZ}.sla-backup" in names(folder)


def test_a_folder_that_cannot_be_written_is_named(path: Path, clock: FixedClock, tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    with open_library(str(path), clock) as library, pytest.raises(OutsideError, match="taken"):
        library.back_up(tmp_path / "taken")


def test_too_little_space_is_told_before_anything_is_written(
    path: Path, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: type("Usage", (), {"free": 1000}))
    with open_library(str(path), clock) as library, pytest.raises(OutsideError, match="too little space"):
        library.back_up(tmp_path / "backups")
    assert names(tmp_path / "backups") == []


def test_what_was_there_is_set_aside(path: Path, clock: FixedClock, tmp_path: Path) -> None:
    with open_library(str(path), clock) as library:
        library.agreements.create(content("Old"), title="Old", actor="")
        made = library.back_up(tmp_path / "backups")
        library.agreements.create(content("New"), title="New", actor="")
    put_back = restore(made.path, str(path), clock)
    assert put_back.set_aside
    with open_library(str(path), clock) as library, open_library(str(put_back.set_aside), clock) as aside:
        assert [one.title for one in library.agreements.all()] == ["Old"]
        assert {one.title for one in aside.agreements.all()} == {"Old", "New"}
    assert names(path.parent) == sorted([path.name, put_back.set_aside.name, "backups"])
    again = restore(made.path, str(path), clock)  # within the same second
    assert again.set_aside
    with open_library(str(again.set_aside), clock) as aside:
        assert [one.title for one in aside.agreements.all()] == ["Old"]
    with open_library(str(put_back.set_aside), clock) as aside:
        assert len(aside.agreements.all()) == 2


def test_a_destroyed_library_is_replaced_and_its_journal_never_meets_the_backup(
    path: Path, clock: FixedClock, tmp_path: Path
) -> None:
    journal = path.with_name(path.name + "-wal")
    with open_library(str(path), clock) as library:
        for number in range(9):
            begun = library.agreements.create(content(f"{number}", text="a" * 9000), title="Old", actor="")
            library.drafts.save(begun.id, content(f"{number}", text="b" * 9000), seen=1, title="Old")
        made = library.back_up(tmp_path / "backups")
        library.rest()
        for one in library.agreements.all():  # as long as before, so that the journal does without the first page
            library.drafts.save(one.id, content("9", text="c" * 9000), seen=2, title="New")
        left = journal.read_bytes()
    path.write_bytes(b"destroyed" * 1000)
    journal.write_bytes(left)
    put_back = restore(made.path, str(path), clock)
    assert put_back.set_aside
    assert put_back.set_aside.read_bytes() == b"destroyed" * 1000
    assert put_back.set_aside.with_name(put_back.set_aside.name + "-wal").read_bytes() == left
    with open_library(str(path), clock) as library:
        assert {one.title for one in library.agreements.all()} == {"Old"}
        assert library.examine().ok


def test_an_open_library_is_not_replaced(path: Path, clock: FixedClock, tmp_path: Path) -> None:
    with open_library(str(path), clock) as library:
        made = library.back_up(tmp_path / "backups")
        with pytest.raises(ConflictError):
            restore(made.path, str(path), clock)
    assert names(path.parent) == sorted([path.name, "backups"])


def test_a_damaged_backup_is_not_put_back(path: Path, clock: FixedClock, tmp_path: Path) -> None:
    with open_library(str(path), clock) as library:
        fill(library, clock)
        made = library.back_up(tmp_path / "backups")
    with sqlite3.connect(made.path) as connection:
        connection.execute("UPDATE draft SET content = 'x'")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(DamagedError, match="not whole"):
        restore(made.path, str(path), clock)
    assert path.read_bytes() == before
    assert names(path.parent) == sorted([path.name, "backups"])


def test_a_library_is_not_put_in_its_own_place_nor_half_of_another(
    path: Path, clock: FixedClock, tmp_path: Path
) -> None:
    for place in (path, tmp_path / "other.sla"):
        open_library(str(place), clock).close()
    before = path.read_bytes()
    with pytest.raises(NotAllowedError, match="is the library itself"):
        restore(path, str(path), clock)
    (tmp_path / "other.sla-wal").write_bytes(b"what was written last")
    with pytest.raises(NotAllowedError, match="was not closed"):
        restore(tmp_path / "other.sla", str(path), clock)
    assert path.read_bytes() == before
    assert {one.name for one in tmp_path.iterdir()} == {path.name, "other.sla", "other.sla-wal"}


def test_only_a_backup_that_is_there_goes_to_a_file(path: Path, clock: FixedClock, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no backup"):
        restore(tmp_path / "nothing", str(path), clock)
    with pytest.raises(NotAllowedError, match="server"):
        restore(tmp_path / "nothing", "postgresql://server/sla", clock)


def test_a_name_that_is_too_long_is_refused_before_and_after(path: Path, clock: FixedClock, tmp_path: Path) -> None:
    with open_library(str(path), clock) as library:
        made = library.back_up(tmp_path / "backups").path
        with pytest.raises(OutsideError, match="cannot be at"):
            library.copy_to(str(tmp_path / ("x" * 300)))
    with pytest.raises(NotFoundError, match="no backup at"):
        restore(tmp_path / ("x" * 300), str(path), clock)
    for length in (250, 300):
        with pytest.raises(OutsideError, match="cannot be put at"):
            restore(made, str(tmp_path / ("x" * length)), clock)


def test_a_copy_is_kept_before_the_format_changes(path: Path, clock: FixedClock) -> None:
    with open_library(str(path), clock) as library:
        fill(library, clock)
        keep_before_upgrade(library.database, 1)
        wanted = everything(library)
    with open_library(str(path.with_name("library-before-upgrade-from-1.sla-backup")), clock) as copy:
        assert everything(copy) == wanted
