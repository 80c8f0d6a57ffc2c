"""`tracker`: what it answers, that the file is of the version it names, and its refusals."""

from __future__ import annotations

import hashlib
import re
import zipfile
from pathlib import Path

from tests.cli.calling import refused
from tests.cli.conftest import Shelf
from workbench.sheets.own_file import own_file
from workbench.sheets.table.package_parts import custom_properties


def written_for(path: Path) -> tuple[str, str, str]:
    """Agreement, version and hash that a tracker names."""
    with zipfile.ZipFile(path) as archive:
        own = own_file(custom_properties(archive))
    assert own is not None
    return own.agreement, own.version, own.hash


def test_it_answers_where_the_file_is_and_what_it_is_of(shelf: Shelf) -> None:
    target = shelf.folder / "tracker.xlsx"
    answer = shelf.ask("tracker", shelf.made.agreement, "-o", target, "--rows", "60")
    assert set(answer) == {"file", "sha256", "version", "hash"}
    assert answer["file"] == str(target)
    assert answer["sha256"] == hashlib.sha256(target.read_bytes()).hexdigest()
    assert written_for(target) == (shelf.made.agreement, str(answer["version"]), answer["hash"])


def test_for_people_it_says_it_in_a_line(shelf: Shelf) -> None:
    called = shelf.call("tracker", shelf.made.agreement, "-o", shelf.folder / "tracker.xlsx", "--rows", "60")
    assert called.code == 0
    assert "tracker.xlsx: version 1" in called.out


def test_what_it_wrote_imports_without_mapping_and_changes_nothing(shelf: Shelf) -> None:
    target = shelf.folder / "tracker.xlsx"
    shelf.ask("tracker", shelf.made.agreement, "-o", target, "--rows", "60")
    before = shelf.ask("check", shelf.made.agreement)
    answer = shelf.ask("import", shelf.made.agreement, target)
    assert (answer["added"], answer["updated"], answer["unchanged"], answer["rejected"]) == (0, 0, 5, 0)
    assert answer["problems"] == []
    assert shelf.ask("check", shelf.made.agreement)["results"] == before["results"]


def test_without_data_it_can_be_filled(shelf: Shelf) -> None:
    shelf.ask("undo-import", shelf.made.agreement, "1")
    target = shelf.folder / "tracker.xlsx"
    assert shelf.ask("tracker", shelf.made.agreement, "-o", target, "--rows", "60")["version"] == 1
    assert target.stat().st_size > 50_000


def test_a_file_that_is_there_is_replaced_as_a_whole(shelf: Shelf) -> None:
    target = shelf.folder / "tracker.xlsx"
    target.write_text("old")
    shelf.ask("tracker", shelf.made.agreement, "-o", target, "--rows", "60")
    assert target.read_bytes()[:2] == b"PK"
    assert not list(shelf.folder.glob(".*.part"))


def test_an_unknown_agreement_is_named(shelf: Shelf) -> None:
    said = refused(shelf.call("tracker", "nobody-has-this", "-o", shelf.folder / "tracker.xlsx"))
    assert "nobody-has-this" in said
    assert not (shelf.folder / "tracker.xlsx").exists()


def test_an_agreement_without_a_version_has_none(shelf: Shelf) -> None:
    said = refused(shelf.call("tracker", shelf.made.other, "-o", shelf.folder / "tracker.xlsx"))
    assert "No version" in said
    assert "Save one first" in said


def test_a_missing_folder_is_named(shelf: Shelf) -> None:
    said = refused(shelf.call("tracker", shelf.made.agreement, "-o", shelf.folder / "gone" / "tracker.xlsx"))
    assert "gone" in said
    assert not (shelf.folder / "gone").exists()


def test_without_a_target_the_usage_is_wrong(shelf: Shelf) -> None:
    assert shelf.call("tracker", shelf.made.agreement).code == 2


def test_it_has_as_many_rows_as_asked_for(shelf: Shelf) -> None:
    target = shelf.folder / "tracker.xlsx"
    shelf.ask("tracker", shelf.made.agreement, "-o", target, "--rows", "120")
    with zipfile.ZipFile(target) as archive:
        tables = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/tables/")]
    (leads,) = (re.search(r'ref="B7:[A-Z]+(\d+)"', one) for one in tables if 'name="Leads"' in one)
    assert leads is not None
    assert int(leads[1]) == 7 + 120
