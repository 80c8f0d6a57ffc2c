from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from workbench.base.language import language
from workbench.ui.charts import distribution, ladder, pace, periods, reasons, share, strip
from workbench.ui.charts.axis import Span, ticks
from workbench.ui.charts.chart import Chart
from workbench.ui.theme.look import Look

EN = language()
DAYS = ("2 Nov", *(str(day) for day in range(3, 22)), "30 Nov")
Draw = Callable[[QPainter, QRectF, Any, Look], None]


def running(totals: Sequence[float], target: float = 400, forecast: float | None = None) -> pace.Pace:
    return pace.Pace(DAYS, totals, target, forecast, EN)


def shares(values: Sequence[float | None], low: float | None = None, high: float | None = None) -> share.Share:
    return share.Share(DAYS, values, 0.8, low, high, EN)


def times(bins: Sequence[int], target: int, beyond: int = 0, none: int = 0) -> distribution.Distribution:
    return distribution.Distribution(bins, target, ((0, "0"),), "Target 2 h", beyond, "> 4 h", none, EN)


LADDER = ladder.Ladder(
    (
        ladder.Step("1 hour", 0.4, "40.0%", "1/5"),
        ladder.Step("2 hours", 0.7, "70.0%", "3/5", own=True),
        ladder.Step("4 hours", 0.9, "90.0%", "4/5", usual=True),
    ),
    "of the leads", "months kept", "as written", "the hardest that 80% would have kept",
)  # fmt: skip
SPELLS = periods.Spells((periods.Spell("May 2026", "met", "81.0%"), periods.Spell("June 2026", "too_little_data")), EN)

SAMPLES: list[tuple[Draw, Any]] = [
    (pace.draw, running((16, 33, 50, 236), forecast=381)), (pace.draw, running(())), (pace.draw, running((5,), 0)),
    (pace.draw, running([30 * n for n in range(1, 22)])), (pace.draw, pace.Pace((), (), 10, None, EN)),
    (share.draw, shares([0.9, 0.7, 0.81], 0.78, 0.82)), (share.draw, shares([])),
    (share.draw, shares([None, 1.0], 1, 1)),
    (share.draw, share.Share((), (), 0.5, None, None, EN)),
    (distribution.draw, times((3, 5, 2, 1), 2, 1, 2)), (distribution.draw, times((), 0)),
    (distribution.draw, times((0, 0), 5)),
    (strip.draw, strip.Strip((("marketing", ("met", "missed")), ("sales", ("not_due", "at_risk"))), EN)),
    (strip.draw, strip.Strip((), EN)), (reasons.draw, reasons.Reasons((("No budget", 14), ("Other", 0)))),
    (reasons.draw, reasons.Reasons(())),
    (ladder.draw, LADDER), (ladder.draw, ladder.Ladder(())),
    (ladder.draw, ladder.Ladder((ladder.Step("a very long number of euros indeed", 3, "120%"),), "of the leads")),
    (periods.draw, SPELLS), (periods.draw, periods.Spells((), EN)),
    (periods.draw, periods.Spells([periods.Spell(f"Week {n}, 2026", "met") for n in range(1, 53)], EN)),
]  # fmt: skip


@pytest.mark.parametrize("number", range(len(SAMPLES)))
@pytest.mark.parametrize("size", [(1, 1), (40, 30), (220, 150), (900, 400)])
def test_charts_draw_whatever_they_get_at_any_size(number: int, size: tuple[int, int]) -> None:
    draw, data = SAMPLES[number]
    for look in (Look(), Look(dark=True, scale=1.3)):
        image = QImage(*size, QImage.Format.Format_RGB32)
        image.fill(QColor("#123456"))
        painter = QPainter(image)
        draw(painter, QRectF(0, 0, *size), data, look)
        painter.end()


def painted(draw: Draw, data: Any, width: int = 420, height: int = 160) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    draw(painter, QRectF(0, 0, width, height), data, Look())
    painter.end()
    return image


def count(image: QImage, color: str) -> int:
    wanted = QColor(color).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_a_chart_is_the_same_every_time() -> None:
    for draw, data in SAMPLES:
        assert painted(draw, data) == painted(draw, data)


def test_late_and_unanswered_are_told_apart_from_in_time() -> None:
    tokens = Look().tokens
    kept = painted(distribution.draw, times((4, 4, 0, 0), 2))
    late = painted(distribution.draw, times((0, 0, 4, 4), 2))
    assert count(kept, tokens["chart"]) > 500 > count(late, tokens["chart"])
    assert count(late, tokens["warn_line"]) > 500 > count(kept, tokens["warn_line"])
    assert count(painted(distribution.draw, times((4, 4), 2, none=4)), tokens["bad"]) > 50


def test_the_bars_of_a_strip_differ_in_height_and_colour() -> None:
    tokens, keys = Look().tokens, ("met", "at_risk", "missed", "not_due")
    images = [painted(strip.draw, strip.Strip((("sales", (key,)),), EN), 60, 20) for key in keys]
    filled = [count(i, tokens[f]) for i, f in zip(images, ("ok_fill", "warn_fill", "bad_fill", "ok_fill"), strict=True)]
    assert filled[0] > filled[1] > filled[2] > filled[3] == 0


def test_pace_is_said_in_words() -> None:
    assert pace.describe(running((100, 120), 210)) == "120 by 3, 100 above the pace of 20. Goal 210."
    data = pace.Pace(DAYS, [0] * 12 + [236], 400, 381, EN)
    assert pace.describe(data) == "236 by 14, 12 below the pace of 248. Forecast 381 of 400."
    assert pace.describe(running(())) == "Nothing counted yet. Goal 400."


def test_a_share_is_said_in_words() -> None:
    said = share.describe(shares([0.9, 0.757, 0.81], 0.784, 0.816))
    assert said == "81.0% on 4. Lowest 75.7% on 3. Between 78.4% and 81.6% with what is pending. Goal 80.0%."
    assert share.describe(shares([None])) == "Nothing decided yet. Goal 80.0%."


def test_a_distribution_is_said_in_words() -> None:
    assert distribution.describe(times((3, 5, 2, 1), 2, 1, 6)) == "8 in time, 4 later, 6 not answered. Target 2 h."


@pytest.mark.parametrize(
    ("room", "kept"),
    [(400, [0, 1, 2, 3, 4]), (300, [0, 1, 2, 3]), (250, [0, 2, 3]), (160, [2, 3]), (80, [3]), (10, [])],
)
def test_without_room_a_strip_names_what_is_gravest(room: float, kept: list[int]) -> None:
    keys = ["met", "on_track", "at_risk", "missed", ""]
    assert strip.that_fit(keys, [60] * 5, 10, room) == kept


def test_a_strip_is_said_in_words() -> None:
    data = strip.Strip((("marketing", ("met", "met", "at_risk")), ("sales", ("not_measurable",))), EN)
    assert strip.describe(data) == "Marketing: 2 met, 1 at risk. Sales: 1 not measurable"
    assert [words for words, _, _ in data.counts()] == ["2 met", "1 at risk", "1 no data yet"]


def test_reasons_are_said_in_words() -> None:
    assert reasons.describe(reasons.Reasons((("No budget", 1400), ("Other", 2.5)))) == "No budget 1,400, Other 2.5"


def test_the_widget_says_what_it_shows(show: Callable[[QWidget], QWidget]) -> None:
    chart = Chart(pace.draw, pace.describe, running((10,)), name="Running total")
    show(chart)
    assert chart.accessibleName() == "Running total"
    assert chart.accessibleDescription().startswith("10 by 2 Nov")
    chart.show_data(running((10, 500)))
    assert chart.accessibleDescription().startswith("500 by 3")
    assert chart.height() == 150


@given(st.floats(-1e9, 1e9, allow_nan=False), st.floats(0, 1e9, allow_nan=False), st.integers(1, 12))
def test_ticks_enclose_and_are_even(low: float, width: float, most: int) -> None:
    high = low + width
    marks = ticks(low, high, most)
    assert len(marks) >= 2
    if high - low > 1e-6 * max(1.0, abs(low), abs(high)):
        slack = 1e-6 * max(1.0, abs(low), abs(high))
        assert marks[0] <= low + slack
        assert marks[-1] >= high - slack
        assert len(marks) <= most + 3
    steps = [b - a for a, b in pairwise(marks)]
    assert max(steps) - min(steps) <= 1e-6 * max(1.0, *map(abs, marks))


@pytest.mark.parametrize("limits", [(math.nan, 1), (0, math.inf), (5, 5), (7, 2)])
def test_ticks_of_impossible_limits_still_are_an_axis(limits: tuple[float, float]) -> None:
    marks = ticks(*limits)
    assert len(marks) >= 2
    assert all(math.isfinite(mark) for mark in marks)


def test_a_span_of_nothing_is_at_its_start() -> None:
    assert Span(3, 3, 10, 20).at(3) == 10
    assert Span(0, 4, 100, 20).at(1) == 80


def test_a_ladder_says_each_number_and_marks_its_own() -> None:
    assert ladder.describe(LADDER) == (
        "1 hour, 40.0% of the leads, 1/5 months kept. 2 hours, 70.0% of the leads, 3/5 months kept, as written. "
        "4 hours, 90.0% of the leads, 4/5 months kept, the hardest that 80% would have kept"
    )
    short, long = (painted(ladder.draw, ladder.Ladder((ladder.Step("1 hour", share),))) for share in (0.2, 0.8))
    bar = Look().tokens["chart"]
    assert count(long, bar) > 3 * count(short, bar) > 0


def test_periods_say_how_each_stood() -> None:
    assert periods.describe(SPELLS) == "May 2026, 81.0%, met. June 2026, too little data"
    assert count(painted(periods.draw, SPELLS), Look().tokens["ok_fill"]) > 50
