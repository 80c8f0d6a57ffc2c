"""Texts, cleaned a column at a time."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, strategies as st

from tests.sheets.making import wall
from workbench.fields.words import clean
from workbench.sheets.column.texts import NOTHING, UNREADABLE, TextColumn, join, read_texts, recode
from workbench.sheets.dictionary import dictionary


def column(*cells: object, ids: bool = False) -> TextColumn:
    return read_texts(cells, dictionary(), ids=ids)  # type: ignore[arg-type]  # any cells


def test_cleaned() -> None:
    found = column(" Ana\u00a0 Souza ", "x\ny", "A\x07B", "ok", "")
    assert found.texts() == ["Ana Souza", "x y", "AB", "ok", ""]


def test_placeholders_are_nothing_and_errors_are_unreadable() -> None:
    found = column("-", "N/A", "nUlL", "(Blank)", "#REF!", "real")
    assert found.codes.tolist() == [NOTHING] * 4 + [UNREADABLE, 0]
    assert found.reasons == {4: "error_cell"}


def test_na_is_a_country_and_a_region() -> None:
    assert column("NA", "DE").texts() == ["NA", "DE"]


def test_ids_lose_what_spreadsheets_add() -> None:
    assert column("477209.0", "a.0", 12.0, "0012", ids=True).texts() == ["477209", "a.0", "12", "0012"]
    assert column(10000.0, 10001.0, ids=True).texts() == ["10000", "10001"]
    assert column("477209.0").texts() == ["477209.0"]


def test_long_numbers_are_said_to_be_rounded() -> None:
    assert column(1234567890123456789.0, ids=True).rounded
    assert not column(123456789012345.0, ids=True).rounded


def test_a_text_longer_than_a_cell_is_unreadable() -> None:
    found = column("x" * 32_768, "y")
    assert (found.codes.tolist(), found.reasons) == ([UNREADABLE, 0], {0: "text_too_long"})


def test_other_kinds_of_cells() -> None:
    cells = (True, 1.5, wall(2026, 1, 2), wall(2026, 1, 2, 3, 4), dt.time(8, 30))
    assert column(*cells).texts() == ["true", "1.5", "2026-01-02", "2026-01-02 03:04:00", "08:30:00"]


def test_join_and_recode() -> None:
    names = join(column("Ana", "", "Bo"), column("Souza", "Lee", "-"))
    assert names.texts() == ["Ana Souza", "Lee", "Bo"]
    again = recode(column("PAID", "paid", "#REF!", "", "x"), {"PAID": "Paid", "paid": "Paid", "x": ""})
    assert (again.texts(), again.words, again.codes.tolist()) == (
        ["Paid", "Paid", "", "", ""],
        ("Paid",),
        [0, 0, -2, -1, -1],
    )


@given(st.lists(st.text(max_size=12), max_size=40))
def test_the_quick_way_and_the_careful_way_agree(cells: list[str]) -> None:
    words = dictionary()
    never = words.placeholders | words.errors
    expected = ["" if (text := clean(one, lines=False)).casefold() in never else text for one in cells]
    assert read_texts(cells, words).texts() == expected


def test_numbers_that_are_none_are_no_texts() -> None:
    assert column(float("nan"), "a", 1e20).texts() == ["", "a", "1e+20"]
