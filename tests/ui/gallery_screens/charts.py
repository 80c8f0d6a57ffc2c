"""Every chart, full, nearly empty, and with nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tests.ui.gallery_screens.frame import put
from tests.ui.gallery_screens.scorecard import DAYS
from workbench.base.language import language
from workbench.ui.charts import distribution, pace, reasons, share, strip
from workbench.ui.charts.chart import Chart
from workbench.ui.parts.card import Card
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import row, stretch
from workbench.ui.parts.page import Page
from workbench.ui.parts.page_head import PageHead
from workbench.ui.shell.window import MainWindow

L = language()


def titled(title: str, chart: QWidget) -> tuple[Card, int]:
    return (Card(Label(title, "h3"), chart, gap=6), 1)


def build() -> QWidget:
    paces = [
        pace.Pace(DAYS, tuple(range(18, 18 * 14, 18)), 400, 381, L),
        pace.Pace(DAYS, (22,), 400, None, L),
        pace.Pace(DAYS, (), 400, None, L),
        pace.Pace(DAYS, tuple(21 * n for n in range(1, 22)), 400, 441, L),
    ]
    shares = [
        share.Share(DAYS, [0.7 + 0.02 * n for n in range(10)], 0.8, 0.83, 0.9, L),
        share.Share(DAYS, [None, 0.5], 0.8, 0.2, 0.9, L),
        share.Share(DAYS, [], 0.8, None, None, L),
        share.Share(DAYS, [0.99] * 21, 0.98, 0.99, 0.99, L),
    ]
    times = [
        distribution.Distribution((3, 5, 8, 2, 1, 0, 1), 4, ((0, "0"), (4, "2 h")), "Target 2 h", 2, "> 4 h", 3, L),
        distribution.Distribution((0, 0, 0, 0), 2, ((0, "0"), (2, "2 h")), "Target 2 h", 0, "> 4 h", 9, L),
        distribution.Distribution((0, 0, 0), 2, ((0, "0"),), "Target 2 h", 0, "> 4 h", 0, L),
    ]
    why = [
        reasons.Reasons((("No budget", 14), ("Wrong role", 9), ("Not reachable", 4), ("Duplicate", 0))),
        reasons.Reasons((("A very long reason that does not fit its column", 3.5),), "warn_fill"),
        reasons.Reasons(()),
    ]
    strips = [
        strip.Strip(
            (("marketing", ("met", "on_track", "at_risk", "missed", "not_due")), ("sales", ("met", "too_little_data"))),
            L,
        ),
        strip.Strip((("both", ("met",) * 30),), L),
    ]
    return Page(
        PageHead("Charts", over="GALLERY", facts="Full, nearly empty, empty."),
        row(*[titled("Running total", Chart(pace.draw, pace.describe, p, name="p")) for p in paces], gap=10),
        row(*[titled("Share so far", Chart(share.draw, share.describe, s, name="s")) for s in shares], gap=10),
        row(
            *[titled("Working time", Chart(distribution.draw, distribution.describe, t, name="t")) for t in times],
            gap=10,
        ),
        row(
            *[titled("Reasons", Chart(reasons.draw, reasons.describe, r, name="r", height=110)) for r in why],
            *[titled("Strip", Chart(strip.draw, strip.describe, s, name="st", height=60)) for s in strips],
            gap=10,
        ),
        stretch(),
        margins=(20, 14, 20, 14),
        gap=10,
    )


def show(window: MainWindow) -> None:
    put(window, "track", build)
