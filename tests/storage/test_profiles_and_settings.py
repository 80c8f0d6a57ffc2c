"""Remembered mappings, settings, kept files."""

from __future__ import annotations

import pytest

from tests.storage.examples import MAPPING
from workbench.base.clock import FixedClock
from workbench.base.errors import ConflictError, NotAllowedError, NotFoundError
from workbench.storage.library import Library


def test_a_mapping_is_found_by_name_and_by_its_header(library: Library, clock: FixedClock) -> None:
    library.profiles.save("Old", "f1", {"header_row": 1})
    clock.advance(seconds=1)
    new = library.profiles.save(" New  ", "f1", MAPPING)
    assert library.profiles.get("New") == library.profiles.for_header("f1") == new
    assert library.profiles.for_header("f2") is None
    assert [one.name for one in library.profiles.all()] == ["New", "Old"]


def test_a_mapping_of_the_same_name_is_replaced(library: Library) -> None:
    library.profiles.save("One", "f1", {})
    library.profiles.save("One", "f2", MAPPING)
    assert [(one.name, one.fingerprint, one.mapping) for one in library.profiles.all()] == [("One", "f2", MAPPING)]


def test_a_mapping_can_be_renamed_and_forgotten(library: Library) -> None:
    library.profiles.save("One", "f1", MAPPING)
    library.profiles.save("Two", "f2", {})
    with pytest.raises(ConflictError, match="Two"):
        library.profiles.rename("One", "Two")
    assert library.profiles.rename("One", "Three").mapping == MAPPING
    library.profiles.delete("Two")
    library.profiles.delete("Two")
    assert [one.name for one in library.profiles.all()] == ["Three"]
    with pytest.raises(NotFoundError, match="'One'"):
        library.profiles.get("One")
    with pytest.raises(NotAllowedError, match="missing"):
        library.profiles.save(" ", "f1", {})


def test_settings_are_kept_and_the_librarys_own_left_alone(library: Library) -> None:
    library.settings.set("facilitator", "Ines")
    library.settings.set("facilitator", "Zoë")
    assert library.settings.get("facilitator") == "Zoë"
    assert library.settings.get("nothing", "default") == "default"
    assert library.settings.all() == {"facilitator": "Zoë"}
    with pytest.raises(NotAllowedError):
        library.settings.set("library.format", "99")
    assert len(library.settings.get("library.id")) == 36


def test_a_kept_file_comes_back_once_however_often_it_is_kept(library: Library) -> None:
    keys = {library.blobs.keep(b"bytes", "text/plain") for _ in range(2)}
    (key,) = keys
    assert library.blobs.get(key) == b"bytes"
    assert library.blobs.has(key)
    assert not library.blobs.has("0" * 64)
    with pytest.raises(NotFoundError):
        library.blobs.get("0" * 64)
    assert library.examine().checked["blob"] == 1
