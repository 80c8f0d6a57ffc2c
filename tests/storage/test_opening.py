"""Opening a library: what may be opened, what is refused with which sentence, and what is never touched."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest

from tests.storage.examples import content
from workbench.base.clock import FixedClock
from workbench.base.errors import ConflictError, DamagedError, NotAllowedError, NotFoundError, OutsideError
from workbench.storage.library import Library
from workbench.storage.opening import open_library, open_quick
from workbench.storage.sqlite_file import APPLICATION_ID, FORMAT


def a_library(path: Path, clock: FixedClock, title: str = "First") -> str:
    with open_library(str(path), clock) as library:
        return library.agreements.create(content(title), title=title, actor="Ines").id


def test_a_new_library_is_marked_as_ours_and_read_by_its_owner_only(path: Path, clock: FixedClock) -> None:
    a_library(path, clock)
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (FORMAT,)
    connection.close()
    assert os.name == "nt" or stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in path.parent.iterdir()] == [path.name]  # closed, it is one file


def test_what_was_kept_is_there_again(place: str, clock: FixedClock) -> None:
    with open_library(place, clock) as library:
        made = library.agreements.create(content("Kept"), title="Kept", actor="Ines")
        own_id = library.settings.get("library.id")
    with open_library(place, clock, create=False) as library:
        assert library.agreements.all() == (made,)
        assert library.drafts.get(made.id).content == content("Kept")
        assert library.settings.get("library.id") == own_id


def test_the_connection_is_set_as_decided(path: Path, clock: FixedClock) -> None:
    with open_library(str(path), clock) as library:
        raw = library.database.raw
        assert raw is not None
        found = {
            name: raw.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "locking_mode", "foreign_keys", "trusted_schema",
                         "recursive_triggers", "cell_size_check")
        }  # fmt: skip
    assert found == {
        "journal_mode": "wal", "synchronous": 2, "locking_mode": "exclusive", "foreign_keys": 1, "trusted_schema": 0,
        "recursive_triggers": 1, "cell_size_check": 1,
    }  # fmt: skip


@pytest.mark.parametrize("again", [open_library, lambda place, _clock: open_quick(place)], ids=["whole", "quick"])
def test_a_library_open_elsewhere_is_refused_at_the_door(path: Path, clock: FixedClock, again: object) -> None:
    assert callable(again)
    with open_library(str(path), clock) as library:
        with pytest.raises(ConflictError) as refusal:
            again(str(path), clock)
        assert "already open" in refusal.value.message
        assert str(path) in refusal.value.message
        assert "Go to that window" in refusal.value.hint
        library.agreements.create(content("Still mine"), title="Still mine", actor="Ines")
    a_library(path, clock)


def test_a_library_open_in_another_process_is_refused(path: Path, clock: FixedClock) -> None:
    a_library(path, clock)
    program = (
        "import sys; from workbench.storage.opening import open_quick\n"
        "try:\n    open_quick(sys.argv[1])\n"
        "except Exception as error:\n    print(type(error).__name__, error)"
    )
    with open_library(str(path), clock):
        run = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    assert run.stdout.startswith("ConflictError ")


def test_a_newer_library_is_refused_and_left_alone(path: Path, clock: FixedClock) -> None:
    a_library(path, clock)
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version={FORMAT + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotAllowedError) as refusal:
        open_library(str(path), clock)
    assert f"format {FORMAT + 1}" in refusal.value.message
    assert "newer" in refusal.value.hint
    assert path.read_bytes() == before


@pytest.mark.postgres
def test_a_newer_library_on_a_server_is_refused(postgres_url: str, clock: FixedClock) -> None:
    import psycopg

    open_library(postgres_url, clock).close()
    with psycopg.connect(postgres_url) as connection:
        connection.execute("UPDATE library SET value = %s WHERE key = 'library.format'", (str(FORMAT + 1),))
    with pytest.raises(NotAllowedError, match="newer"):
        open_library(postgres_url, clock)


def test_a_database_of_another_program_is_left_alone(path: Path, clock: FixedClock) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (url)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotAllowedError, match="another program"):
        open_library(str(path), clock)
    assert path.read_bytes() == before


@pytest.mark.postgres
def test_a_server_database_of_another_program_is_left_alone(postgres_url: str, clock: FixedClock) -> None:
    import psycopg

    with psycopg.connect(postgres_url) as connection:
        connection.execute("CREATE TABLE library (book text)")
    with pytest.raises(NotAllowedError, match="another program"):
        open_library(postgres_url, clock)


@pytest.mark.parametrize("data", [b"%PDF-1.7 a document, and long enough to be looked at", b"\x00" * 4096])
def test_what_is_no_database_is_left_alone(path: Path, clock: FixedClock, data: bytes) -> None:
    path.write_bytes(data)
    with pytest.raises(DamagedError, match="not a library"):
        open_library(str(path), clock)
    assert path.read_bytes() == data


def test_a_library_is_not_made_where_none_was_wanted(path: Path, clock: FixedClock) -> None:
    with pytest.raises(NotFoundError, match="no library"):
        open_library(str(path), clock, create=False)
    assert not path.exists()
    path.touch()
    with pytest.raises(NotFoundError, match="no library"):
        open_library(str(path), clock, create=False)


@pytest.mark.postgres
def test_an_empty_server_database_is_not_made_into_a_library_unasked(postgres_url: str, clock: FixedClock) -> None:
    with pytest.raises(NotFoundError, match="no library"):
        open_library(postgres_url, clock, create=False)
    with open_library(postgres_url, clock) as library:
        assert library.agreements.all() == ()


def test_an_empty_file_is_not_made_into_a_library_unasked(path: Path, clock: FixedClock) -> None:
    path.touch()
    with pytest.raises(NotFoundError, match="There is no library at"):
        open_library(str(path), clock, create=False)
    assert path.read_bytes() == b""
    with pytest.raises(OutsideError):
        open_library(str(path.with_name("x" * 300)), clock)


def test_a_missing_folder_and_a_folder_itself_are_named(tmp_path: Path, clock: FixedClock) -> None:
    with pytest.raises(NotFoundError, match="folder"):
        open_library(str(tmp_path / "nowhere" / "library.sla"), clock)
    with pytest.raises(NotAllowedError, match="is a folder"):
        open_library(str(tmp_path), clock)


def test_a_synchronised_folder_is_refused_unless_the_person_insists(tmp_path: Path, clock: FixedClock) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    with pytest.raises(NotAllowedError) as refusal:
        open_library(str(folder / "library.sla"), clock)
    assert "Dropbox synchronises" in refusal.value.message
    assert list(folder.iterdir()) == []
    with open_library(str(folder / "library.sla"), clock, accept_risk=True) as library:
        raw = library.database.raw
        assert raw is not None
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("truncate",)  # no second file that is written all day


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root can become another user")
@pytest.mark.parametrize("forbidden", ["file", "folder", "searching", "searching above"])
def test_a_library_that_must_not_be_written_is_named(path: Path, clock: FixedClock, forbidden: str) -> None:
    a_library(path, clock)
    for folder in path.parents:  # pytest's own folders, of which a worker has one more
        if folder.is_relative_to(tempfile.gettempdir()) and folder != Path(tempfile.gettempdir()):
            folder.chmod(0o755)
    path.chmod(0o644 if forbidden == "file" else 0o666)
    path.parent.chmod({"file": 0o777, "searching": 0o700}.get(forbidden, 0o755))
    if forbidden == "searching above":
        path.parent.chmod(0o700)
        path = path.parent / "deeper" / "library.sla"
        path.parent.mkdir()
    child = os.fork()
    if child == 0:
        try:
            os.setuid(65534)
            open_quick(str(path))
        except OutsideError as refusal:
            said = "cannot be at" if "searching" in forbidden else "must not be written"
            os._exit(7 if said in refusal.message else 8)
        finally:
            os._exit(9)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7


@pytest.mark.parametrize("change", ["gone", "replaced"])
def test_nothing_is_called_saved_when_the_file_is_gone(path: Path, clock: FixedClock, change: str) -> None:
    with open_library(str(path), clock) as library:
        made = library.agreements.create(content("First"), title="First", actor="Ines")
        path.rename(path.with_name("elsewhere.sla"))
        if change == "replaced":
            path.write_bytes(b"put here by a program that synchronises")
        with pytest.raises(OutsideError, match="moved or replaced"):
            library.drafts.save(made.id, content("Second"), seen=1, title="Second")
        path.unlink(missing_ok=True)
        path.with_name("elsewhere.sla").rename(path)
        assert library.drafts.get(made.id).content == content("First")
        library.drafts.save(made.id, content("Third"), seen=1, title="Third")


def test_it_is_told_when_the_last_program_was_stopped_in_the_middle(path: Path, clock: FixedClock) -> None:
    a_library(path, clock)
    with open_library(str(path), clock) as library:
        assert not library.unclean
        library.agreements.create(content("Second"), title="Second", actor="Ines")
        left = {one.name: one.read_bytes() for one in path.parent.iterdir()}
    other = path.parent / "other"
    other.mkdir()
    for name, data in left.items():
        (other / name).write_bytes(data)
    with open_library(str(other / path.name), clock) as library:
        assert library.unclean
        assert len(library.agreements.all()) == 2


def test_after_a_rest_nothing_waits_beside_the_file(path: Path, clock: FixedClock) -> None:
    with open_library(str(path), clock) as library:
        library.agreements.create(content("First"), title="First", actor="Ines")
        assert path.with_name(path.name + "-wal").stat().st_size > 0
        library.rest()
        assert path.with_name(path.name + "-wal").stat().st_size == 0


def test_another_thread_is_a_bug_and_told_so(library: Library) -> None:
    told: list[BaseException] = []

    def use() -> None:
        try:
            library.agreements.all()
        except RuntimeError as error:
            told.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert "thread" in str(told[0])


@pytest.mark.postgres
def test_a_server_that_is_not_there_is_named_without_the_password(clock: FixedClock, tmp_path: Path) -> None:
    with pytest.raises(OutsideError) as refusal:
        open_library(f"postgresql://ana:secret@/sla?host={tmp_path}", clock)
    assert "cannot be reached" in refusal.value.message
    assert "secret" not in str(refusal.value)


@pytest.mark.postgres
def test_a_database_that_is_not_there_is_named(postgres_url: str, clock: FixedClock) -> None:
    with pytest.raises(NotFoundError, match="no database"):
        open_library(postgres_url.replace("@/test_", "@/missing_"), clock)
