"""The opening hours of a working calendar over a week, as bars on a scale of hours. Must not know pages."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.agreement.sections.follow_up import WEEKDAYS, Calendar
from workbench.base.language import N_, Language
from workbench.ui.form.editors.codes import code_name
from workbench.ui.theme.fonts import MEDIUM
from workbench.ui.theme.ink import CENTRE, Ink
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

NAMES, DAY, AXIS = 44, 19, 18
SHORT: Final = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
Span = tuple[float, float]


@dataclass(frozen=True)
class Week:
    """Opening hours by weekday.

    Attributes:
        days: For Monday to Sunday: spans of hours since midnight, such as (9.0, 12.5).
    """

    days: tuple[tuple[Span, ...], ...]

    @property
    def minutes(self) -> int:
        """Open minutes in a week."""
        return round(sum(60 * (end - start) for day in self.days for start, end in day))

    @property
    def last_open(self) -> int:
        """Number of the last day that is ever open; 4 at least, so that a working week is seen as one."""
        return max((number for number, day in enumerate(self.days) if day), default=0)


def week_of(calendar: Calendar) -> Week:
    """The opening hours of a calendar; rows without hours are left out."""
    days: list[list[Span]] = [[] for _ in WEEKDAYS]
    for opening in calendar.hours:
        if opening.opens is None or opening.closes is None:
            continue
        start = opening.opens.hour + opening.opens.minute / 60
        end = opening.closes.hour + opening.closes.minute / 60
        for number, option in enumerate(WEEKDAYS):
            if option.value in opening.weekdays:
                days[number].append((start, end if end > start else 24.0))
    return Week(tuple(tuple(sorted(day)) for day in days))


class WeekHours(QWidget):
    """The drawing."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._week = Week(())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().follow(self)

    def show_week(self, week: Week) -> None:
        """Show other hours."""
        if week != self._week:
            self._week = week
            self.setAccessibleName(self._words())
            self.restyle(theme().look)

    def restyle(self, look: Look) -> None:
        """Scale."""
        self.setFixedHeight(look.px(DAY * self._lines() + AXIS))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its days."""
        look = theme().look
        return QSize(look.px(320), look.px(DAY * self._lines() + AXIS))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the scale, then the days."""
        ink = Ink(QPainter(self), theme().look)
        px = ink.px
        spans = [span for day in self._week.days for span in day]
        if not spans:
            return
        first = max(0, math.floor(min(start for start, _ in spans)) - 1)
        last = min(24, math.ceil(max(end for _, end in spans)) + 1)
        left, right = float(px(NAMES)), self.width() - px(12)
        lines = self._lines()

        def place(hour: float) -> float:
            return left + (right - left) * (hour - first) / (last - first)

        for hour in range(first, last + 1, 2):
            ink.down(place(hour), 0, px(DAY * lines), "grid")
            label = QRectF(place(hour) - px(14), px(DAY * lines) + px(2), px(28), px(AXIS - 2))
            ink.text(label, f"{hour:02d}", size=11, color="muted", align=CENTRE, figures=True)
        for number in range(lines):
            top = px(DAY * number)
            name = QRectF(0, top, px(NAMES - 8), px(DAY))
            ink.text(name, self._language.text(SHORT[number]), size=12, weight=MEDIUM, color="sub")
            for start, end in self._week.days[number]:
                bar = QRectF(place(start), top + px(3), place(end) - place(start), px(DAY - 6))
                ink.box(bar, px(3), "sales_mid")

    def _lines(self) -> int:
        return max(5, self._week.last_open + 1) if self._week.days else 5

    def _words(self) -> str:
        text = self._language.text
        said = []
        for number, day in enumerate(self._week.days):
            if day:
                hours = ", ".join(f"{_clock(start)}–{_clock(end)}" for start, end in day)
                said.append(f"{text(SHORT[number])} {hours}")
        return "; ".join(said) or text(N_("no opening hours"))


def _clock(hour: float) -> str:
    whole = int(hour)
    return f"{whole:02d}:{round((hour - whole) * 60):02d}"


def hours_words(minutes: int, language: Language) -> str:
    """`41 h 15 min a week`."""
    hours, rest = divmod(minutes, 60)
    if rest:
        return language.text(N_("{h} h {m} min a week")).format(h=hours, m=rest)
    return language.text(N_("{h} h a week")).format(h=hours)


def off_words(calendar: Calendar, language: Language) -> str:
    """Whose public holidays close it, and how many days off were entered by hand."""
    text = language.text
    place = calendar.country and (code_name("country", calendar.country, language.code) or calendar.country)
    if place and calendar.subdivision:
        place = f"{place} ({calendar.subdivision})"
    parts: list[str] = [
        text(N_("Public holidays of {place}")).format(place=place) if place else text(N_("No public holidays"))
    ]
    own: Sequence[object] = (*calendar.holidays, *calendar.special_days)
    if own:
        parts.append(
            language.count(N_("{n} day of your own"), N_("{n} days of your own"), len(own)).format(n=len(own))
        )  # fmt: skip
    return ", ".join(parts)
