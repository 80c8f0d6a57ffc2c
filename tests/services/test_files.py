"""Files a person names: read whole, up to a limit; written whole, and never over what cannot be made again."""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from workbench.base.errors import NotAllowedError, NotFoundError, OutsideError
from workbench.services.files import read_file, write_file

MEGABYTE = 1024 * 1024


def test_what_is_there_is_read_and_what_is_too_large_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"x" * MEGABYTE)
    assert read_file(file, MEGABYTE) == file.read_bytes()
    with pytest.raises(NotAllowedError, match=r"a\.pdf is larger than 0 MB"):
        read_file(file, MEGABYTE - 1)
    with pytest.raises(NotAllowedError, match="is a folder"):
        read_file(tmp_path, MEGABYTE)
    with pytest.raises(NotFoundError, match="There is no file"):
        read_file(tmp_path / "none.pdf", MEGABYTE)
    with pytest.raises(OutsideError, match="cannot be read"):
        read_file(file / "inside.pdf", MEGABYTE)


def test_a_long_name_is_written_and_one_that_is_too_long_is_refused(tmp_path: Path) -> None:
    write_file(tmp_path / ("x" * 251 + ".pdf"), b"%PDF-")
    with pytest.raises(OutsideError, match="could not be written"):
        write_file(tmp_path / ("x" * 252 + ".pdf"), b"%PDF-")
    assert [one.name for one in tmp_path.iterdir()] == ["x" * 251 + ".pdf"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe with a name is a thing of Unix")
def test_a_pipe_without_end_is_read_up_to_the_limit(tmp_path: Path) -> None:
    pipe = tmp_path / "endless.pdf"
    os.mkfifo(pipe)

    def fill() -> None:
        with pipe.open("wb", buffering=0) as end:
            try:
                while True:
                    end.write(b"x" * 65536)
            except BrokenPipeError:  # nobody reads on
                return

    filling = threading.Thread(target=fill)
    filling.start()
    with pytest.raises(NotAllowedError, match="larger than 1 MB"):
        read_file(pipe, MEGABYTE)
    filling.join(10)
    assert not filling.is_alive()


@pytest.mark.parametrize("name", ["l.sla", "l.sla-wal", "key.p12", "a link"])
def test_a_library_and_a_key_are_never_written_over(tmp_path: Path, name: str) -> None:
    library, key, link = tmp_path / "l.sla", tmp_path / "key.p12", tmp_path / "a link"
    held = sqlite3.connect(library)
    try:
        for sentence in ("PRAGMA locking_mode=EXCLUSIVE", "PRAGMA journal_mode=WAL", "CREATE TABLE t (a)"):
            held.execute(sentence)
        key.write_bytes(b"0\x82")
        link.symlink_to(library)
        before = {one: one.read_bytes() for one in tmp_path.iterdir()}
        with pytest.raises(NotAllowedError, match="was not touched"):
            write_file(tmp_path / name, b"%PDF-")
        assert {one: one.read_bytes() for one in tmp_path.iterdir()} == before
    finally:
        held.close()


def test_what_something_is_made_from_is_not_written_over(tmp_path: Path) -> None:
    source, link = tmp_path / "export.xlsx", tmp_path / "also.xlsx"
    source.write_bytes(b"PK")
    link.hardlink_to(source)
    for target in (source, link, tmp_path / "x" / ".." / "export.xlsx"):
        (tmp_path / "x").mkdir(exist_ok=True)
        with pytest.raises(NotAllowedError, match="the file that this is made from"):
            write_file(target, b"", source)
    assert source.read_bytes() == b"PK"
    write_file(source, b"new")  # nothing says that it is wanted
    assert source.read_bytes() == b"new"
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(NotAllowedError, match="is not a file"):
            write_file(tmp_path / "pipe", b"")
