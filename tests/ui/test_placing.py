"""Words in a chart stand where they meet no line and no other words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF

from workbench.ui.charts.placing import Occupied, length_inside

ROOM = QRectF(0, 0, 200, 100)
WORDS = QRectF(10, 40, 60, 16)


def test_the_first_free_place_is_taken_and_then_occupied() -> None:
    occupied, beside = Occupied(ROOM), WORDS.translated(80, 0)
    assert occupied.place([WORDS, beside]) == WORDS
    assert occupied.place([WORDS, beside]) == beside


def test_words_leave_a_line_and_a_curve_free() -> None:
    occupied = Occupied(ROOM, lines=[(QPointF(0, 48), QPointF(200, 48))])
    above, below = WORDS.translated(0, -20), WORDS.translated(0, 20)
    occupied.add_curve([QPointF(0, 25), QPointF(40, 28), QPointF(200, 20)])
    assert occupied.place([WORDS, above, below]) == below


def test_where_nothing_is_free_a_line_is_better_than_words_and_all_is_better_than_outside() -> None:
    occupied = Occupied(ROOM, [QRectF(10, 40, 60, 16)], [(QPointF(0, 70), QPointF(200, 70))])
    on_line, outside = QRectF(10, 62, 60, 16), QRectF(-20, 0, 60, 16)
    assert occupied.place([outside, WORDS, on_line]) == on_line
    assert occupied.cost(outside) > occupied.cost(WORDS) > 0


@pytest.mark.parametrize(
    ("start", "end", "length"),
    [((0, 48), (200, 48), 60), ((20, 0), (20, 100), 16), ((20, 45), (30, 45), 10), ((0, 0), (200, 10), 0),
     ((30, 48), (30, 48), 0), ((0, 38), (200, 38), 0), ((10, 40), (26, 56), 16 * 2**0.5)],
)  # fmt: skip
def test_how_much_of_a_line_lies_in_a_rectangle(
    start: tuple[float, float], end: tuple[float, float], length: float
) -> None:
    assert length_inside(WORDS, QPointF(*start), QPointF(*end)) == pytest.approx(length)
