"""Text tables: encodings, delimiters, rows."""

from __future__ import annotations

import pytest

from workbench.base.errors import DamagedError, NotAllowedError
from workbench.sheets.table import text_table
from workbench.sheets.table.text_table import TextTable, read_text_table


def read(text: str | bytes, encoding: str = "utf-8") -> TextTable:
    return read_text_table(text if isinstance(text, bytes) else text.encode(encoding), "a.csv")


@pytest.mark.parametrize(
    ("encoding", "called"),
    [
        ("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"), ("cp1252", "Windows-1252"),
    ],
)  # fmt: skip
def test_encodings(encoding: str, called: str) -> None:
    table = read("Name;Größe\r\nZoë;1.234,5 €\r\n", encoding)
    assert (table.rows, table.encoding, table.delimiter) == ([["Name", "Größe"], ["Zoë", "1.234,5 €"]], called, ";")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(delimiter: str) -> None:
    rows = [["Lead ID", "Name", "Amount"], ["1", "Müller, Anna; (x)", "1,5"], ["2", 'say "hi"', "2|3"]]
    lines = [delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    assert read("\n".join(lines)).rows == rows


def test_decimal_commas_do_not_make_columns() -> None:
    assert read("a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n").delimiter == ";"


@pytest.mark.parametrize("line", ["sep=;\r\n", '"sep=;"\n', "SEP=;\n"])
def test_a_line_that_names_the_delimiter_is_no_row(line: str) -> None:
    table = read(line + "a,b;c\n1,2;3\n")
    assert table.rows == [["a,b", "c"], ["1,2", "3"]]


def test_a_line_that_names_the_tab() -> None:
    assert read("sep=\t\na,b\tc\n").rows == [["a,b", "c"]]


def test_quoted_line_ends_blank_lines_and_short_rows() -> None:
    table = read('a,b,c\n"x\ny",2\n\n1,2,3\n')
    assert table.rows == [["a", "b", "c"], ["x\ny", "2", ""], ["", "", ""], ["1", "2", "3"]]


def test_one_column() -> None:
    assert read("E-mail\na@b.de\nc@d.de\n").rows == [["E-mail"], ["a@b.de"], ["c@d.de"]]


def test_what_cannot_be_read_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DamagedError, match="decoded"):
        read(b"a,b\n\xff\x81\n")
    with pytest.raises(DamagedError, match="decoded"):
        read(b"\xff\xfea\x00\x00\xd8")
    with pytest.raises(DamagedError, match="never closed"):
        read('a,b\n1,"' + "x" * 1_100_000)
    monkeypatch.setattr(text_table, "MOST_ROWS", 2)
    with pytest.raises(NotAllowedError, match="more than"):
        read("a,b\n1,2\n3,4\n")
    monkeypatch.setattr(text_table, "MOST_COLUMNS", 1)
    with pytest.raises(NotAllowedError, match="columns"):
        read("a,b\n")
