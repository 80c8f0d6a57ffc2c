"""Numbers as spreadsheets and people write them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, strategies as st

from workbench.fields.value import plain
from workbench.sheets.column.number_text import NumberColumn, read_numbers
from workbench.sheets.dictionary import dictionary
from workbench.tracking.leads import EMPTY, LARGEST, SCALE, UNREADABLE, amount_of


def column(*cells: Any, **options: Any) -> NumberColumn:
    return read_numbers(cells, dictionary(), **{"comma_language": False, **options})


def shown(found: NumberColumn) -> list[str]:
    marks = {EMPTY: "", UNREADABLE: "?"}
    return [marks[v] if v in marks else plain(amount_of(v) or Decimal(0)) for v in found.values.tolist()]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["1.234,56", "12"], ["1234.56", "12"]),
        (["1,234.56", "12"], ["1234.56", "12"]),
        (["R$ 1.234,56", "1.234,50 €", 1003.5], ["1234.56", "1234.5", "1003.5"]),
        (["$45,000", "45k", "1.2M", "USD 12.5"], ["45000", "45000", "1200000", "12.5"]),
        (["1 234,56", "1\u00a0234,5", "1'234,5"], ["1234.56", "1234.5", "1234.5"]),
        (["85%", "12,5 %", "0,5%"], ["0.85", "0.125", "0.005"]),
        (["(1,200.00)", "-5", "5-", "−7"], ["-1200", "-5", "-5", "-7"]),
        (["2x", "3 x"], ["2", "3"]),
        (["3 mil", "2,5 mi", "1 Tsd.", "1,5 Mio."], ["3000", "2500000", "1000", "1500000"]),
        (["477209.0", "12.50"], ["477209", "12.5"]),
        (["1.234.567", "2"], ["1234567", "2"]),
        ([0.1 + 0.2, 1e11 + 0.25, 2, 123456789012.3456], ["0.3", "100000000000.25", "2", "123456789012.3456"]),
        (["", "-", "n/a", " "], ["", "", "", ""]),
        ([99_999_999_999_999.0, "99.999.999.999.999,99"], ["99999999999999", "99999999999999.99"]),
    ],
)  # fmt: skip
def test_read(cells: list[Any], expected: list[str]) -> None:
    assert shown(column(*cells)) == expected


def test_one_decimal_separator_for_the_column() -> None:
    found = column("1.234", "5.678", "9,5")
    assert (shown(found), found.decimal, found.certain) == (["1234", "5678", "9.5"], ",", True)
    found = column("1.234", "5.678", "9.5")
    assert (shown(found), found.decimal, found.certain) == (["1.234", "5.678", "9.5"], ".", True)


def test_what_is_open_follows_the_language_and_says_so() -> None:
    found = column("1.234", "5.678", comma_language=True)
    assert (shown(found), found.decimal, found.certain) == (["1234", "5678"], ",", False)
    found = column("1,234", comma_language=False)
    assert (shown(found), found.decimal, found.certain) == (["1234"], ".", False)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("abc", "not_a_number"), ("1,23,456.7", "not_a_number"), ("1.2.3", "not_a_number"), (True, "not_a_number"),
        (float("nan"), "not_a_number"), (float("inf"), "not_a_number"), (1e15, "too_large"), ("9e99", "not_a_number"),
        ("999999999999999999", "too_large"), (float(LARGEST), "too_large"),
        (str(LARGEST), "too_large"), ("#REF!", "error_cell"), ("٣", "not_a_number"),
    ],
)  # fmt: skip
def test_refused(cell: Any, reason: str) -> None:
    found = column(cell, "1,000.5")
    assert found.values[0] == UNREADABLE
    assert found.reasons == {0: reason}


def test_counts_are_whole_and_money_is_not_negative() -> None:
    found = column(2.0, "3", 1.5, "-4", whole=True, negative=False)
    assert shown(found) == ["2", "3", "?", "?"]
    assert found.reasons == {2: "not_whole", 3: "negative"}


def test_ranges_are_read_as_their_lower_end_where_allowed() -> None:
    found = column("11-50", "1.000+", "51 a 200", ">500", comma_language=True, ranges=True)
    assert (shown(found), found.ranges) == (["11", "1000", "51", "500"], 4)
    assert shown(column("11-50")) == ["?"]


def test_several_currencies_are_noticed() -> None:
    assert column("R$ 5", "5 €", "EUR 7").marks == ("EUR", "R$", "€")


AMOUNTS = st.decimals(min_value=-(10**9), max_value=10**9, places=4, allow_nan=False, allow_infinity=False)


def write(number: Decimal, point: str, group: str) -> str:
    return f"{number:,.4f}".replace(",", "\0").replace(".", point).replace("\0", group)


@given(st.lists(AMOUNTS, min_size=1, max_size=20), st.sampled_from([(".", ","), (",", "."), (",", " "), (".", "'")]))
def test_money_is_read_exactly(amounts: list[Decimal], style: tuple[str, str]) -> None:
    found = column(*(write(one, *style) for one in amounts), comma_language=style[0] == ",")
    assert [amount_of(value) for value in found.values.tolist()] == amounts


@given(st.lists(AMOUNTS, min_size=1, max_size=20))
def test_a_float_cell_is_the_number_that_was_typed(amounts: list[Decimal]) -> None:
    assert [amount_of(value) for value in column(*map(float, amounts)).values.tolist()] == amounts


@given(st.lists(st.text(max_size=30) | st.floats() | st.booleans() | st.integers(-(10**20), 10**20), max_size=20))
def test_no_cell_breaks_the_reader(cells: list[Any]) -> None:
    found = column(*cells, ranges=True)
    assert len(found.values) == len(cells)
    assert set(found.reasons) == {i for i, value in enumerate(found.values.tolist()) if value == UNREADABLE}
    assert all(value <= UNREADABLE or abs(value) <= LARGEST * SCALE for value in found.values.tolist())
