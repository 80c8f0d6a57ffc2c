"""The cheap look before anything parses a foreign file."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import pytest

from tests.sheets import making
from workbench.base.errors import DamagedError, NotAllowedError, NotFoundError, OutsideError
from workbench.sheets import guards


def kind(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    return guards.file_kind(path)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"Lead ID,Created\n1,2026-01-01\n", "text"),
        ("Lead ID;Größe\n".encode("cp1252"), "text"),
        ("Lead ID\tName\r\n".encode("utf-16"), "text"),
        ("Lead ID\tName\r\n".encode("utf-16-le"), "text"),
        (b"PK\x03\x04rest", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "xls"),
    ],
)
@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.xls", "a"])
def test_the_bytes_decide_not_the_name(tmp_path: Path, name: str, content: bytes, expected: str) -> None:
    assert kind(tmp_path / name, content) == expected


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n", "is empty"),
        (b"<html><table><tr><td>1</td></tr></table>", "a web page"),
        (b"\n <!DOCTYPE HTML PUBLIC '-//W3C'>", "a web page"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "an XML file"),
        (b"%PDF-1.7", "a PDF"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\x00\x01\x02\x03" * 50, "not a workbook"),
        (b"abc\x00def,1\x01\n" * 50, "not a workbook"),
    ],
)
def test_other_things_are_named(tmp_path: Path, content: bytes, says: str) -> None:
    with pytest.raises(NotAllowedError) as caught:
        kind(tmp_path / "export.xls", content)
    assert says in caught.value.message
    assert "export.xls" in caught.value.message
    assert caught.value.hint


def test_missing_folders_and_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotFoundError):
        guards.file_kind(tmp_path / "none.xlsx")
    with pytest.raises(NotAllowedError, match="not a file"):
        guards.file_kind(tmp_path)
    monkeypatch.setattr(guards, "LARGEST_FILE", 10)
    with pytest.raises(NotAllowedError, match="at most"):
        kind(tmp_path / "a.csv", b"x" * 11)


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file that opens and cannot be read")
def test_unreadable() -> None:
    with pytest.raises(OutsideError, match="cannot be opened"):
        guards.file_kind(Path("/proc/self/mem"))


def check(parts: dict[str, bytes | str], **flags: int) -> guards.Package:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    raw = bytearray(file.getvalue())
    if "encrypted" in flags:  # the flag stands in the local header and in the table of contents
        raw[raw.index(b"PK\x03\x04") + 6] |= 1
        raw[raw.index(b"PK\x01\x02") + 8] |= 1
    if "method" in flags:
        at = raw.index(b"PK\x01\x02") + 10
        raw[at : at + 2] = flags["method"].to_bytes(2, "little")
    if "declared" in flags:
        at = raw.index(b"PK\x01\x02") + 24
        raw[at : at + 4] = flags["declared"].to_bytes(4, "little")
    return guards.check_package(io.BytesIO(bytes(raw)), "x.xlsx")


def test_workbooks_are_recognised_with_what_they_carry() -> None:
    package = check({"xl/workbook.xml": "<a/>", "xl/vbaProject.bin": "x", "xl/externalLinks/e1.xml": "<a/>"})
    assert package == guards.Package("xlsx", macros=True, external_links=True)
    assert check({"xl/workbook.bin": "x"}).kind == "xlsb"
    assert check({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}).kind == "ods"


@pytest.mark.parametrize("name", ["../x.xml", "/etc/x.xml", "C:/x.xml", "a/../../x.xml", "..\\x.xml"])
def test_names_that_lead_out_are_refused(name: str) -> None:
    with pytest.raises(NotAllowedError, match="leads out of it"):
        check({name: "x", "xl/workbook.xml": "<a/>"})


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_twice_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
        archive.writestr("XL/Workbook.xml", "<b/>")
    with pytest.raises(NotAllowedError, match="two of its parts"):
        guards.check_package(file, "x.xlsx")


def test_other_tricks_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotAllowedError, match="password"):
        check({"xl/workbook.xml": "<a/>"}, encrypted=1)
    with pytest.raises(NotAllowedError, match="unusual way"):
        check({"xl/workbook.xml": "<a/>"}, method=12)
    with pytest.raises(NotAllowedError, match="hundreds of times"):
        check({"xl/workbook.xml": b"\0" * (60 << 20)})
    with pytest.raises(NotAllowedError, match="would unpack"):
        check({"xl/workbook.xml": "<a/>"}, declared=(3 << 30))
    with pytest.raises(NotAllowedError, match="not a workbook"):
        check({"word/document.xml": "<a/>"})
    monkeypatch.setattr(guards, "MOST_PARTS", 3)
    with pytest.raises(NotAllowedError, match="5 parts"):
        check({f"xl/{i}.xml": "x" for i in range(5)})


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"PK\x03\x04" + b"\0" * 500, b"PK\x05\x06" + b"\xff" * 18])
def test_damaged_contents(content: bytes) -> None:
    with pytest.raises(DamagedError):
        guards.check_package(io.BytesIO(content), "x.xlsx")


def test_a_large_honest_workbook_passes(tmp_path: Path) -> None:
    path = making.workbook(
        tmp_path / "a.xlsx", [["Lead ID", "Text"]] + [[i, "the same words" * 20] for i in range(3000)]
    )
    with path.open("rb") as file:
        assert guards.check_package(file, "a.xlsx").kind == "xlsx"
