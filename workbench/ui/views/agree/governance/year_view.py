"""A year of months with the dates of the agreement on it. The arrows go from date to date, Enter to where it is agreed.

Draws what it is given; must not know how dates come about.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.agreement.occasions import MONTHS, Occasion
from workbench.base.language import Language
from workbench.ui.theme.fonts import BOLD, MEDIUM, SEMIBOLD
from workbench.ui.theme.ink import CENTRE, LEFT, Ink
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme
from workbench.ui.views.dates import month_name, weekday_letter

LEAST_MONTH: Final = 128
GAP_ACROSS, GAP_DOWN = 16, 14
TITLE, LETTERS, CELL, DOT = 20, 14, 18, 2.2
WEEKS: Final = 6


def draw_day(ink: Ink, rect: QRectF, words: str, found: Sequence[Occasion]) -> None:
    """One day: solid for a rare meeting, soft for a frequent one, framed for begin, look back and end."""
    kinds = {one.kind for one in found}
    meetings = [one for one in found if one.kind == "meeting"]
    radius, color, weight = ink.px(4), "muted", MEDIUM
    if any(one.series in MONTHS for one in meetings):
        ink.box(rect, radius, "accent")
        color, weight = "on_accent", BOLD
    elif meetings:
        ink.box(rect, radius, "accent_soft")
        color, weight = "accent_text", SEMIBOLD
    if kinds & {"review", "check_in", "begin", "end"}:
        ink.box(rect, radius, None if meetings else "warn_soft", "warn_line", ink.px(1.5))
        color, weight = color if meetings else "warn", BOLD
    ink.text(rect, words, size=10, weight=weight, color=color, align=CENTRE, figures=True)
    if "import" in kinds:
        ink.disc(QPointF(rect.right() - ink.px(2), rect.top() + ink.px(2)), ink.px(DOT + 0.6), "ok_fill")


class YearView(QWidget):
    """Twelve months.

    Attributes:
        current: The date with the cursor; -1 for none.
    """

    moved = Signal(int)
    """The cursor is at another date: its number in the list."""
    pressed = Signal(int)
    """A date was pressed: its number."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._first = dt.date(2000, 1, 1)
        self._found: tuple[Occasion, ...] = ()
        self._by_day: dict[dt.date, list[int]] = {}
        self._today: dt.date | None = None
        self.current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().follow(self)

    def show_year(self, first: dt.date, found: Sequence[Occasion], today: dt.date) -> None:
        """Show twelve months from the month of a day, with their dates in order."""
        self._first, self._found, self._today = first.replace(day=1), tuple(found), today
        self._by_day = {}
        for number, one in enumerate(self._found):
            self._by_day.setdefault(one.day, []).append(number)
        self.current = min(self.current, len(self._found) - 1)
        self.update()

    def restyle(self, _look: Look) -> None:
        """Measure again."""
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Narrow means more lines of months."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all months at a width."""
        look = theme().look
        lines = -(-12 // self._across(width))
        return lines * look.px(TITLE + LETTERS + WEEKS * CELL) + (lines - 1) * look.px(GAP_DOWN)

    def sizeHint(self) -> QSize:
        """Six months side by side."""
        width = theme().look.px(6 * (LEAST_MONTH + GAP_ACROSS))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One month, as tall as the width it has makes it."""
        return QSize(theme().look.px(LEAST_MONTH), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The height follows the width."""
        super().resizeEvent(event)
        self.updateGeometry()

    def go_to(self, number: int) -> None:
        """Put the cursor on a date."""
        if self._found:
            self.current = min(max(number, 0), len(self._found) - 1)
            self.moved.emit(self.current)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from date to date, Enter to where it is agreed."""
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_Down:
                self.go_to(self.current + 1)
            case Qt.Key.Key_Left | Qt.Key.Key_Up:
                self.go_to(max(self.current, 1) - 1)
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.go_to(len(self._found) - 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if self.current >= 0:
                self.pressed.emit(self.current)
            case _:
                super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is on the day under the mouse."""
        number = self._at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if number >= 0 else Qt.CursorShape.ArrowCursor)
        if number >= 0 and self._found[number].day != self._day_of(self.current):
            self.go_to(number)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to where it is agreed."""
        number = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and number >= 0:
            self.go_to(number)
            self.pressed.emit(number)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme paints anew."""
        super().changeEvent(event)
        self.update()

    def on_day(self, number: int) -> tuple[int, ...]:
        """The numbers of all dates on the day of one."""
        return tuple(self._by_day.get(self._found[number].day, ()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the months."""
        ink = Ink(QPainter(self), theme().look)
        marked = self._day_of(self.current) if self.hasFocus() or self.underMouse() else None
        for number in range(12):
            self._draw_month(ink, number, marked)

    def _draw_month(self, ink: Ink, number: int, marked: dt.date | None) -> None:
        left, top, width = self._place(number)
        year, month = self._month(number)
        title = month_name(dt.date(year, month, 1), self._language)
        if month == 1 or number == 0:
            title = f"{title} {year}"
        ink.text(QRectF(left, top, width, ink.px(TITLE)), title, size=12, weight=SEMIBOLD, align=LEFT)
        step = width / 7
        for at in range(7):
            box = QRectF(left + at * step, top + ink.px(TITLE), step, ink.px(LETTERS))
            ink.text(box, weekday_letter(at, self._language), size=9, color="muted", align=CENTRE)
        for day in range(1, calendar.monthrange(year, month)[1] + 1):
            date = dt.date(year, month, day)
            box = self._box(number, date)
            draw_day(ink, box, str(day), [self._found[one] for one in self._by_day.get(date, ())])
            if date == self._today:
                ink.box(box, ink.px(4), None, "text", ink.px(1))
            if date == marked:
                ink.box(box.adjusted(-1.5, -1.5, 1.5, 1.5), ink.px(5), None, "accent", ink.px(2))

    def _across(self, width: int) -> int:
        look = theme().look
        fits = (width + look.px(GAP_ACROSS)) // look.px(LEAST_MONTH + GAP_ACROSS)
        return next(one for one in (6, 4, 3, 2, 1) if one <= max(1, fits))

    def _place(self, number: int) -> tuple[float, float, float]:
        """Left, top and width of a month."""
        look, across = theme().look, self._across(self.width())
        gap = look.px(GAP_ACROSS)
        width = (self.width() - gap * (across - 1)) / across
        height = look.px(TITLE + LETTERS + WEEKS * CELL + GAP_DOWN)
        return number % across * (width + gap), number // across * height, width

    def _month(self, number: int) -> tuple[int, int]:
        index = self._first.year * 12 + self._first.month - 1 + number
        return index // 12, index % 12 + 1

    def _box(self, number: int, date: dt.date) -> QRectF:
        look = theme().look
        left, top, width = self._place(number)
        step, down = width / 7, look.px(CELL)
        week = (date.replace(day=1).weekday() + date.day - 1) // 7
        x = left + date.weekday() * step
        y = top + look.px(TITLE + LETTERS) + week * down
        wide = min(step - 1, look.px(CELL + 4))
        return QRectF(x + (step - wide) / 2, y + 0.5, wide, down - 1.5)

    def _at(self, point: QPointF) -> int:
        for number in range(12):
            year, month = self._month(number)
            left, top, width = self._place(number)
            if not QRectF(left, top, width, theme().look.px(TITLE + LETTERS + WEEKS * CELL)).contains(point):
                continue
            for day, numbers in self._by_day.items():
                if (day.year, day.month) == (year, month) and self._box(number, day).contains(point):
                    return numbers[0]
        return -1

    def _day_of(self, number: int) -> dt.date | None:
        return self._found[number].day if 0 <= number < len(self._found) else None
