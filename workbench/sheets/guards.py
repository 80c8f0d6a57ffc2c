"""The cheap look at a foreign file before anything parses it: size, first bytes, and a zip's table of contents.

What a file is called proves nothing. Must not know sheets or cells; reads a few kilobytes only.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from workbench.base.errors import DamagedError, NotAllowedError, NotFoundError, OutsideError

FileKind = Literal["xlsx", "xlsb", "ods", "xls", "text"]

LARGEST_FILE = 256 << 20
LARGEST_TOTAL = 2 << 30
LARGEST_RATIO = 200
RATIO_MATTERS_FROM = 50 << 20
MOST_PARTS = 5000

_SAVE_AS = "Open it in a spreadsheet program, save it as an .xlsx workbook, and use that."
_OTHER_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
    (b"7z\xbc\xaf", "a compressed archive"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet file"),
    (b"{\\rtf", "a text document"),
)
_WEB_PAGE = re.compile(
    rb"^[\s\xef\xbb\xbf]*<(?:!doctype\s+html|html|head|meta|body|table|script|style|div|!--)\b", re.IGNORECASE
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_XML = re.compile(rb"^[\s\xef\xbb\xbf]*<\?xml")


@dataclass(frozen=True)
class Package:
    """What a zip's table of contents says.

    Attributes:
        kind: The workbook format.
        macros: Whether it contains a macro project.
        external_links: Whether it links to other workbooks.
    """

    kind: FileKind
    macros: bool
    external_links: bool


def file_kind(path: Path) -> FileKind | Literal["zip"]:
    """What a file is by its size and first bytes.

    Raises:
        NotFoundError: There is no such file.
        OutsideError: It cannot be opened.
        NotAllowedError: It is too large, empty, or not a table at all.
    """
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise NotAllowedError(f"“{path.name}” is not a file.", "Choose a workbook or a text table.")
        with path.open("rb") as file:
            head = file.read(4096)
    except FileNotFoundError:
        raise NotFoundError(f"There is no file “{path}”.", "Check the name and the folder.") from None
    except OSError as error:
        raise OutsideError(
            f"“{path.name}” cannot be opened: {error.strerror}.", "Close it elsewhere and try again."
        ) from error
    if size > LARGEST_FILE:
        raise NotAllowedError(
            f"“{path.name}” has {size >> 20} MB; at most {LARGEST_FILE >> 20} MB are read.", "Export fewer columns."
        )
    return _kind_of(head, path.name)


def _kind_of(head: bytes, name: str) -> FileKind | Literal["zip"]:
    if not head.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise NotAllowedError(f"“{name}” is empty.", "Export it again.")
    if head.startswith(b"PK\x03\x04"):
        return "zip"
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return "xls"
    other = next((what for magic, what in _OTHER_KINDS if head.startswith(magic)), "")
    if other:
        raise NotAllowedError(f"“{name}” is {other}, not a workbook or a text table.", "Export it as .xlsx or .csv.")
    if _WEB_PAGE.match(head):
        raise NotAllowedError(f"“{name}” is a web page under the name of a table.", _SAVE_AS)
    if _XML.match(head):
        raise NotAllowedError(f"“{name}” is an XML file, not a workbook.", _SAVE_AS)
    if not head.startswith((b"\xff\xfe", b"\xfe\xff")) and _binary(head):
        raise NotAllowedError(f"“{name}” is not a workbook or a text table.", "Export it as .xlsx or .csv.")
    return "text"


def _binary(head: bytes) -> bool:
    """Whether there are control characters that no text has; UTF-16 without a mark has NULs in every other place."""
    if b"\0" not in head:
        return bool(_CONTROL.search(head.decode("latin-1")))
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if min(even, odd) > len(head) // 50 or max(even, odd) < len(head) // 4:
        return True
    text = head[: len(head) // 2 * 2].decode("utf-16-le" if odd > even else "utf-16-be", "replace")
    return bool(_CONTROL.search(text))


def check_package(file: BinaryIO, name: str) -> Package:
    """What kind of workbook a zip is, after its table of contents was found harmless.

    Both the readers and this program enforce the sizes declared there, so checking those is enough.

    Raises:
        DamagedError: The table of contents cannot be read.
        NotAllowedError: It is not a workbook, or is built to do harm.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            return _checked(parts, archive.read, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError) as error:
        raise DamagedError(f"“{name}” is damaged: its table of contents cannot be read.", "Export it again.") from error


def _checked(parts: list[zipfile.ZipInfo], read: Callable[[zipfile.ZipInfo], bytes], name: str) -> Package:
    if len(parts) > MOST_PARTS:
        raise _harmful(name, f"it has {len(parts)} parts")
    names = [part.filename.replace("\\", "/") for part in parts]
    if len({one.casefold() for one in names}) != len(names):
        raise _harmful(name, "two of its parts have one name")
    if any(one.startswith("/") or ":" in one or ".." in one.split("/") for one in names):
        raise _harmful(name, "a part's name leads out of it")
    if any(part.flag_bits & 0x1 for part in parts):
        raise NotAllowedError(f"“{name}” is protected with a password.", "Save a copy without a password and use that.")
    if any(part.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for part in parts):
        raise _harmful(name, "it is compressed in an unusual way")
    total = sum(part.file_size for part in parts)
    if total > LARGEST_TOTAL:
        raise _harmful(name, f"it would unpack to {total >> 20} MB")
    sizes = [(part.file_size, part.compress_size) for part in parts]
    if any(
        large > RATIO_MATTERS_FROM and large > LARGEST_RATIO * max(1, small)
        for large, small in [*sizes, (total, sum(small for _, small in sizes))]
    ):
        raise _harmful(name, "it unpacks to hundreds of times its size")
    kind = _workbook_kind(parts, read)
    if kind is None:
        raise NotAllowedError(f"“{name}” is a zip file but not a workbook.", "Export it as .xlsx or .csv.")
    return Package(
        kind,
        any(one.endswith("vbaProject.bin") for one in names),
        any("externalLinks/" in one for one in names),
    )


def _workbook_kind(parts: list[zipfile.ZipInfo], read: Callable[[zipfile.ZipInfo], bytes]) -> FileKind | None:
    named = {part.filename: part for part in parts}
    if any(one.endswith("workbook.bin") for one in named):
        return "xlsb"
    if any(one.endswith("workbook.xml") for one in named):
        return "xlsx"
    stated = named.get("mimetype")
    if stated is not None and stated.file_size < 200 and b"opendocument.spreadsheet" in read(stated):
        return "ods"
    return None


def _harmful(name: str, why: str) -> NotAllowedError:
    return NotAllowedError(f"“{name}” is not read, because {why}.", _SAVE_AS)
