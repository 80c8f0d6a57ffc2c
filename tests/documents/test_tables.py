"""Tables over pages: small ones whole, larger ones with two rows at either end, heads and notes where they belong."""

from __future__ import annotations

import pytest

from tests.documents.test_flow import Block
from workbench.documents.columns import Row, Slot, Stack
from workbench.documents.setting.widths import Demand, shared
from workbench.documents.tables import Table
from workbench.documents.tags import Element


def row(height: float, *, splits: bool = False) -> Row:
    return Row([Slot(0, 100, Stack([Block("cell", height, splits=splits)]))], Element("TR"))


def table(rows: int, height: float = 30, *, tail: float = 0) -> Table:
    made = Table(row(20), [row(height) for _ in range(rows)], Element("Table"))
    made.tail = Block("note", tail) if tail else None
    return made


def counts(parts: tuple[object, object] | None) -> tuple[int, int] | None:
    if parts is None:
        return None
    upper, lower = parts
    assert isinstance(upper, Table)
    assert isinstance(lower, Table)
    return len(upper.rows), len(lower.rows)


def test_up_to_five_rows_are_not_split() -> None:
    assert table(5, 55).split(400, 250, fresh=False) is None
    assert table(5, 55).least(400) == 295
    assert counts(table(6, 55).split(400, 250, fresh=False)) == (4, 2)


def test_few_tall_rows_are_split_rather_than_leave_half_a_page() -> None:
    assert counts(table(3, 120).split(400, 250, fresh=False)) == (1, 2)
    assert table(3, 120).least(400) == 140
    assert counts(table(2, 160).split(400, 250, fresh=False)) == (1, 1)


def test_a_low_table_stays_whole_however_many_rows() -> None:
    assert table(8, 20).split(400, 120, fresh=False) is None
    assert counts(table(12, 20).split(400, 120, fresh=False)) == (5, 7)


@pytest.mark.parametrize(("room", "parts"), [(20, None), (79, None), (80, (2, 8)), (290, (8, 2)), (319, (8, 2))])
def test_two_rows_at_least_on_either_page(room: float, parts: tuple[int, int] | None) -> None:
    assert counts(table(10).split(400, room, fresh=False)) == parts


def test_a_note_takes_the_last_two_rows_with_it() -> None:
    assert table(10, tail=15).height(400) == 335
    assert counts(table(10, tail=15).split(400, 325, fresh=False)) == (8, 2)
    upper, lower = table(10, tail=15).split(400, 325, fresh=False) or (None, None)
    assert isinstance(upper, Table)
    assert isinstance(lower, Table)
    assert (upper.tail, lower.tail is not None) == (None, True)


def test_both_parts_are_one_table_and_repeat_the_head() -> None:
    upper, lower = table(10).split(400, 200, fresh=False) or (None, None)
    assert isinstance(upper, Table)
    assert isinstance(lower, Table)
    assert upper.height(400) == 20 + len(upper.rows) * 30
    assert lower.height(400) == 20 + len(lower.rows) * 30


def test_a_small_table_is_split_where_no_page_could_hold_it() -> None:
    assert counts(table(4, 50).split(400, 170, fresh=True)) == (2, 2)
    assert counts(table(2, 50).split(400, 80, fresh=True)) == (1, 1)


def test_a_row_higher_than_a_page_is_split_inside() -> None:
    made = Table(row(20), [row(300, splits=True), row(30)], Element("Table"))
    assert made.split(400, 120, fresh=False) is None
    upper, lower = made.split(400, 120, fresh=True) or (None, None)
    assert isinstance(upper, Table)
    assert isinstance(lower, Table)
    assert (upper.height(400), lower.height(400)) == (120, 20 + 200 + 30)


def demand(least: float, natural: float, role: str = "text") -> Demand:
    words = role == "text"
    return Demand(least, natural, 1.0 if words else 0.5, words)


def test_widths_add_up_and_numbers_keep_theirs() -> None:
    for demands in (
        [demand(40, 60), demand(30, 30, "number"), demand(50, 300)],
        [demand(40, 200), demand(30, 30, "number"), demand(50, 900)],
        [demand(40, 45), demand(50, 50)],
    ):
        widths = shared(demands, 300)
        assert sum(widths) == pytest.approx(300)
        assert all(width >= one.least - 1e-6 for width, one in zip(widths, demands, strict=True))
        assert all(width >= one.natural - 1e-6 for width, one in zip(widths, demands, strict=True) if not one.wraps)


def test_the_longest_column_bears_the_loss() -> None:
    short, long = shared([demand(40, 60), demand(50, 900)], 300)
    assert short == pytest.approx(60, abs=0.1)
    assert long == pytest.approx(240, abs=0.1)


def test_of_two_long_columns_the_longer_gets_more() -> None:
    short, long, longest = shared([demand(30, 50), demand(40, 300), demand(40, 900)], 400)
    assert short == pytest.approx(50, abs=0.1)
    assert 131 < long < 175 < longest
    assert short + long + longest == pytest.approx(400)


def test_too_little_room_shrinks_all_alike() -> None:
    assert shared([demand(200, 300), demand(400, 500)], 300) == pytest.approx([100, 200])
