"""The person's folders: made when they are missing, and named when they cannot be."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.base.errors import OutsideError
from workbench.base.places import LIBRARY_VARIABLE, data_folder, default_library, settings_folder

ASKED = [("user_data_dir", data_folder), ("user_config_dir", settings_folder)]
Folder = Callable[[], Path]


@pytest.mark.parametrize(("name", "folder"), ASKED)
def test_a_folder_is_made_for_the_person_alone(
    name: str, folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = tmp_path / "not there yet" / "SLA Workbench"
    monkeypatch.setattr(f"platformdirs.{name}", lambda *_, **__: str(wanted))
    assert folder() == folder() == wanted
    assert wanted.is_dir()
    assert sys.platform == "win32" or wanted.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(("name", "folder"), ASKED)
def test_a_folder_that_cannot_be_made_is_named(
    name: str, folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(f"platformdirs.{name}", lambda *_, **__: str(tmp_path / "file" / "SLA Workbench"))
    with pytest.raises(OutsideError) as refusal:
        folder()
    assert str(tmp_path / "file") in refusal.value.message
    assert "name a library" in refusal.value.hint


def test_the_environment_names_another_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LIBRARY_VARIABLE, "postgresql://host/team")
    assert default_library() == "postgresql://host/team"
