"""The mapping file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from workbench.base.errors import NotAllowedError, NotFoundError, WorkbenchError
from workbench.sheets.mapping import (
    Mapping,
    fingerprint,
    likeness,
    load_mapping,
    mapping_from_json,
    mapping_to_json,
    save_mapping,
)

WHOLE: dict[str, Any] = {
    "sheet": "Leads",
    "header_row": 3,
    "columns": {"Create Date": "created_at", "Notes": None},
    "date_order": "dmy",
    "timezone": "America/Sao_Paulo",
    "values": {"status": {"Won": "won_at"}},
    "as_of": "2026-10-31",
    "keep": ["Region"],
}


def test_there_and_back(tmp_path: Path) -> None:
    mapping = mapping_from_json(WHOLE)
    assert mapping_to_json(mapping) == WHOLE
    save_mapping(mapping, tmp_path / "m.json")
    assert load_mapping(tmp_path / "m.json") == mapping
    assert json.loads((tmp_path / "m.json").read_text("utf-8")) == WHOLE


def test_every_key_is_optional() -> None:
    assert mapping_from_json({}) == Mapping()
    assert mapping_to_json(Mapping()) == {}
    for key, value in WHOLE.items():
        assert mapping_to_json(mapping_from_json({key: value})) == {key: value}
        assert mapping_from_json({key: None}) == Mapping()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ([], "not a JSON object"),
        ({"colums": {}}, "“colums” is not one of its keys"),
        ({"columns": {"A": "createdat"}}, "“createdat” is not a field"),
        ({"columns": {"A": 3}}, "columns"),
        ({"columns": []}, "columns"),
        ({"header_row": 0}, "header_row"),
        ({"header_row": True}, "header_row"),
        ({"header_row": "2"}, "header_row"),
        ({"date_order": "ydm"}, "date_order"),
        ({"timezone": "Mars/Olympus"}, "Mars/Olympus"),
        ({"timezone": "../../etc/passwd"}, "time zone"),
        ({"timezone": 3}, "timezone"),
        ({"values": {"status": ["x"]}}, "values"),
        ({"values": {"created_at": {"x": "y"}}}, "created_at"),
        ({"values": {"nonsense": {"x": "y"}}}, "nonsense"),
        ({"as_of": "yesterday"}, "as_of"),
        ({"as_of": "1999-12-31"}, "2000 to 2100"),
        ({"as_of": "9999-12-31T23:59:59-12:00"}, "2000 to 2100"),
        ({"keep": "Region"}, "keep"),
        ({"sheet": 1}, "sheet"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(data: Any, says: str) -> None:
    with pytest.raises(NotAllowedError) as caught:
        mapping_from_json(data)
    assert says in caught.value.message
    assert caught.value.hint
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe\x00", b"[" * 100_000, b"null"])
def test_a_file_that_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "m.json").write_bytes(content)
    with pytest.raises(NotAllowedError):
        load_mapping(tmp_path / "m.json")


def test_a_file_that_is_missing_or_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        load_mapping(tmp_path / "m.json")
    with pytest.raises(WorkbenchError):
        save_mapping(Mapping(), tmp_path / "none" / "m.json")
    (tmp_path / "l.sla").write_bytes(b"SQLite format 3\0")
    with pytest.raises(NotAllowedError, match="is a library"):
        save_mapping(Mapping(), tmp_path / "l.sla")
    with pytest.raises(WorkbenchError):
        load_mapping(tmp_path)


def test_a_file_from_a_windows_editor(tmp_path: Path) -> None:
    (tmp_path / "m.json").write_bytes(b'\xef\xbb\xbf{"date_order": "mdy"}')
    assert load_mapping(tmp_path / "m.json").date_order == "mdy"


def test_the_fingerprint_is_of_the_headers_not_their_order() -> None:
    assert fingerprint(["Create Date", "E-Mail"], "hubspot") == fingerprint(["e-mail ", "create  date"], "hubspot")
    assert fingerprint(["Create Date"]) != fingerprint(["Create Date", "Owner"])
    assert fingerprint(["Create Date"], "hubspot") != fingerprint(["Create Date"], "zoho")


def test_likeness_names_what_is_missing_and_new() -> None:
    found = likeness(["A b", "C", "D", "E", "F"], ["a B", "C", "D", "E", "G"])
    assert (found.share, found.missing, found.added) == (0.8, ("F",), ("G",))
    assert likeness([], ["A"]).share == 0.0
