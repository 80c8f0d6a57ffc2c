"""Amounts typed into the Totals of a tracker: numbers as the program keeps them, and nothing a number can break."""

from __future__ import annotations

import pytest

from workbench.sheets.table.typed_totals import _amount


@pytest.mark.parametrize(
    ("cell", "read"),
    [(1.5, "1.5"), (3, "3"), (0.1 + 0.2, "0.3"), (-2.00004, "-2"), ("about 5", "about 5"), ("", "")],
)
def test_an_amount_is_kept_to_four_places_and_other_things_as_they_stand(cell: object, read: str) -> None:
    assert _amount(cell) == read  # type: ignore[arg-type]  # what a sheet may hold


@pytest.mark.parametrize("cell", [1e26, -1e300, float("inf"), float("nan"), 10**40])
def test_a_number_no_total_can_be_stands_as_it_is(cell: float) -> None:
    assert _amount(cell)
