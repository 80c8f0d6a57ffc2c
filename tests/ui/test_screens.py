"""Whole screens composed of the parts keep the house's promises: one stylesheet, names, no flashing, no clipping."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLayout,
    QWidget,
)  # fmt: skip

from tests.ui.gallery_screens import charts, form, history, library, mapping, pieces, scorecard, sign
from tests.ui.house import Watch, clipped, cut, nameless, out_of_reach, sideways, squeezed
from workbench.ui.parts.layout import Box
from workbench.ui.shell.window import MainWindow
from workbench.ui.theme.fonts import FAMILY
from workbench.ui.theme.theme import theme

SCREENS: dict[str, Callable[[MainWindow], None]] = {
    "library": library.full, "library-empty": library.empty, "scorecard": scorecard.share,
    "scorecard-volume": scorecard.volume, "mapping": mapping.show, "sign": sign.show, "history": history.show,
    "section-form": form.show, "pieces": pieces.show, "charts": charts.show, "popover": scorecard.show_formula,
    "palette": form.show_palette,
}  # fmt: skip
Open = Callable[[str], MainWindow]


@pytest.fixture
def open_screen(window: MainWindow, show: Callable[[QWidget], QWidget], settle: Callable[[], None]) -> Open:
    def run(name: str) -> MainWindow:
        show(window)
        SCREENS[name](window)
        settle()
        return window

    return run


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_keeps_the_promises_of_the_house(name: str, watch: Watch, open_screen: Open) -> None:
    screen = open_screen(name)
    every = [screen, *screen.findChildren(QWidget)]
    assert len(every) > 40
    assert watch.windows == ["MainWindow "], "something flashed up as a window of its own"
    assert [type(widget).__name__ for widget in every if widget.styleSheet()] == []
    assert nameless(every) == []
    assert out_of_reach(every) == []
    fonts = {(w.font().family(), w.font().hintingPreference()) for w in every if isinstance(w, QLabel)}
    assert fonts == {(FAMILY, QFont.HintingPreference.PreferNoHinting)}


def test_there_is_one_stylesheet(qapp: QApplication) -> None:
    assert len(qapp.styleSheet()) > 5000


@pytest.mark.parametrize("name", [name for name in SCREENS if name not in {"pieces", "charts", "popover", "palette"}])
@pytest.mark.parametrize(("width", "height", "scale"), [(1440, 900, 1.0), (1024, 640, 1.0), (1440, 900, 1.3)])
def test_no_page_is_wider_than_its_window(
    name: str, width: int, height: int, scale: float, window: MainWindow, open_screen: Open
) -> None:
    theme().apply(scale=scale)
    window.resize(width, height)
    open_screen(name)
    assert (window.width(), window.height()) == (width, height)
    assert clipped(window) == []
    assert cut(window) == []
    assert squeezed(window) == []
    assert sideways(window) == []


@pytest.mark.parametrize("name", [name for name in SCREENS if name != "popover"])  # goes with what it explains
def test_margins_follow_the_scale_and_come_back_in_the_dark(
    name: str, open_screen: Open, settle: Callable[[], None]
) -> None:
    screen = open_screen(name)

    def lengths() -> list[tuple[int, int]]:
        boxes = [layout for layout in screen.findChildren(QLayout) if isinstance(layout, Box)]
        return [(box.contentsMargins().left(), box.spacing()) for box in boxes]

    before = lengths()
    theme().apply(scale=2.0)
    assert [(2 * margin, 2 * gap) for margin, gap in before] == lengths()
    theme().apply(scale=1.0, dark=True)
    settle()
    assert lengths() == before
    image = screen.grab().toImage()
    assert image.pixelColor(image.width() - 3, 3).lightness() < 60
