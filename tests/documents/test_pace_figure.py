"""The words beside the newest bar of a running total do not lie on the line to the target."""

from __future__ import annotations

import pytest

from workbench.documents.figures.pace import DEEP, FOOT, TALL, beside_line


@pytest.mark.parametrize("at", range(12, 120, 6))
@pytest.mark.parametrize("apart", [-30, -12, -4, 0, 3, 8, 15, 40])
def test_words_lie_wholly_above_or_below_the_line(at: int, apart: int) -> None:
    line = (FOOT + at / 2, FOOT + at / 2 + 7)
    base = beside_line(line[0] + apart, line)
    assert base >= FOOT + 3
    assert base + TALL <= line[0] or base - DEEP >= line[1]


def test_words_that_are_clear_of_the_line_stay_beside_their_bar() -> None:
    assert beside_line(80.0, (30.0, 40.0)) == 80.0
    assert beside_line(40.0, (80.0, 90.0)) == 40.0
