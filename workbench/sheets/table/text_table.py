"""Text tables: encoding, delimiter, rows. Must not know headers or fields.

Nothing is guessed value by value: the encoding and the delimiter are decided once, for the whole file.
"""

from __future__ import annotations

import codecs
import csv
import io
from dataclasses import dataclass

from workbench.base.errors import DamagedError, NotAllowedError
from workbench.sheets.column.cells import Cell

DELIMITERS = ",;\t|"
MOST_ROWS = 2_000_000
MOST_COLUMNS = 16_384
LONGEST_FIELD = 1_000_000

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SPOKEN = {"utf-8-sig": "UTF-8", "utf-8": "UTF-8", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16",
           "cp1252": "Windows-1252"}  # fmt: skip
_SAMPLE_CHARACTERS = 200_000
_SAMPLE_ROWS = 60


@dataclass(frozen=True)
class TextTable:
    """A text table.

    Attributes:
        rows: Texts, every row of one width; blank lines are rows of blanks.
        encoding: As people call it: UTF-8, UTF-16, Windows-1252.
        delimiter: One character.
    """

    rows: list[list[Cell]]
    encoding: str
    delimiter: str


def read_text_table(raw: bytes, name: str) -> TextTable:
    """The rows of a text table.

    Raises:
        DamagedError: It cannot be decoded, or a quotation is never closed.
        NotAllowedError: It has too many rows or columns.
    """
    encoding = _encoding(raw)
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise DamagedError(
            f"“{name}” is damaged: its text cannot be decoded as {_SPOKEN[encoding]}.", "Export it as UTF-8."
        ) from error
    text, delimiter = _named_delimiter(text)
    delimiter = delimiter or _sniffed_delimiter(text)
    rows = _rows(text, delimiter, name)
    width = max(map(len, rows), default=0)
    if width > MOST_COLUMNS:
        raise NotAllowedError(
            f"“{name}” has {width} columns; at most {MOST_COLUMNS} are read.", "Export fewer columns."
        )
    for row in rows:
        if len(row) < width:
            row.extend([""] * (width - len(row)))
    return TextTable(rows, _SPOKEN[encoding], delimiter)


def _encoding(raw: bytes) -> str:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return encoding
    head = raw[:4096]
    if b"\0" in head:
        return "utf-16-le" if head[1::2].count(0) >= head[0::2].count(0) else "utf-16-be"
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252" if not set(raw) & {0x81, 0x8D, 0x8F, 0x90, 0x9D} else "utf-8"
    return "utf-8"


def _named_delimiter(text: str) -> tuple[str, str]:
    """The text without its `sep=;` line, and what that line names."""
    first, _, rest = text.partition("\n")
    named = first.strip('\r "').lower()
    if named.startswith("sep=") and len(first.strip('\r "')) == 5:
        return rest, first.strip('\r "')[4]
    return (rest, "\t") if named == "sep=" else (text, "")


def _sniffed_delimiter(text: str) -> str:
    """The delimiter that cuts the first rows into most columns, most evenly; a comma where nothing does."""
    sample = text[:_SAMPLE_CHARACTERS]
    best, best_score = ",", 0.0
    for delimiter in DELIMITERS:
        widths = [len(row) for row in _sample(sample, delimiter) if any(row)]
        wide = sorted(width for width in widths if width > 1)
        if not wide:
            continue
        usual = max(set(wide), key=wide.count)
        score = wide.count(usual) / len(widths) * min(usual, 12) ** 0.5
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _sample(sample: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    rows: list[list[str]] = []
    try:
        for row in reader:
            rows.append(row)
            if len(rows) == _SAMPLE_ROWS:
                break
    except csv.Error:
        pass
    return rows


def _rows(text: str, delimiter: str, name: str) -> list[list[Cell]]:
    csv.field_size_limit(LONGEST_FIELD)
    reader = csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter, strict=False)
    rows: list[list[Cell]] = []
    try:
        for row in reader:
            rows.append(list(row))
            if len(rows) > MOST_ROWS:
                raise NotAllowedError(f"“{name}” has more than {MOST_ROWS:,} rows.", "Export a shorter time span.")
    except csv.Error as error:
        raise DamagedError(
            f"“{name}” is damaged near line {reader.line_num}: a quotation that opens there is never closed.",
            "Export it again.",
        ) from error
    return rows
