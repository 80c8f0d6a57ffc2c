from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from workbench.base.errors import NotAllowedError, OutsideError
from workbench.signing.private_file import write_private


def test_only_the_owner_may_read_it_whatever_the_mask(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        write_private(tmp_path / "key.p12", b"secret")
    finally:
        os.umask(old)
    assert (tmp_path / "key.p12").read_bytes() == b"secret"
    assert stat.S_IMODE((tmp_path / "key.p12").stat().st_mode) == 0o600


def test_a_file_that_is_there_is_kept(tmp_path: Path) -> None:
    (tmp_path / "key.p12").write_bytes(b"first")
    with pytest.raises(NotAllowedError, match="already there"):
        write_private(tmp_path / "key.p12", b"second")
    assert (tmp_path / "key.p12").read_bytes() == b"first"
    assert [file.name for file in tmp_path.iterdir()] == ["key.p12"]


def test_replacing_changes_the_whole_and_the_mode(tmp_path: Path) -> None:
    (tmp_path / "key.p12").write_bytes(b"first, and longer")
    (tmp_path / "key.p12").chmod(0o644)
    write_private(tmp_path / "key.p12", b"second", replace=True)
    assert (tmp_path / "key.p12").read_bytes() == b"second"
    assert stat.S_IMODE((tmp_path / "key.p12").stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["key.p12"]


def test_a_crash_while_writing_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "key.p12").write_bytes(b"first")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutsideError, match="No space left"):
        write_private(tmp_path / "key.p12", b"second", replace=True)
    assert (tmp_path / "key.p12").read_bytes() == b"first"
    assert [file.name for file in tmp_path.iterdir()] == ["key.p12"]


def test_a_file_system_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_self: Path, _target: Path) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refused)
    write_private(tmp_path / "key.p12", b"first")
    with pytest.raises(NotAllowedError, match="already there"):
        write_private(tmp_path / "key.p12", b"second")
    assert (tmp_path / "key.p12").read_bytes() == b"first"


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(OutsideError, match="could not be written"):
        write_private(tmp_path / "nowhere" / "key.p12", b"x")
