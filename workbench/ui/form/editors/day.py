"""The editors of a day, and of a day with a time: a line that says the day in words, and a calendar on demand."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QWidget

from workbench.base.language import N_
from workbench.fields.declare import Field
from workbench.fields.kind import BadText
from workbench.fields.moments import FIRST_DAY, LAST_DAY, show_day
from workbench.fields.value import Shown
from workbench.ui.form.editors.editor import Surroundings
from workbench.ui.form.editors.line import WordsLineEditor
from workbench.ui.parts.layout import Panel, column
from workbench.ui.theme.icons import icon
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme


class DayEditor(WordsLineEditor):
    """A line for a day; F4 or the button opens a calendar, the words at the right say what was understood."""

    def __init__(self, field: Field, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(field, surroundings, parent)
        words = surroundings.shown.language.text(N_("Choose from a calendar (F4)"))
        self._open = QAction(words, self.line)
        self._open.setShortcut(QKeySequence(Qt.Key.Key_F4))
        self._open.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._open.triggered.connect(self.open_calendar)
        self.line.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        theme().follow(self)

    def restyle(self, look: Look) -> None:
        """Draw the button in the look's colours."""
        self._open.setIcon(icon(look, "calendar-days", "muted", 16))

    def meaning(self, value: Any, shown: Shown) -> str:
        """The day in words."""
        return "" if value is None else show_day(value, shown)

    def shorter(self, shown: Shown) -> tuple[str, ...]:
        """The day with fewer letters; the month always has some."""
        day = self._day()
        if day is None:
            return ()
        from babel.dates import format_date  # noqa: PLC0415  (locale data, with the first day)

        return tuple(format_date(day, pattern, locale=shown.language.code) for pattern in ("d MMM y", "d MMM"))

    def open_calendar(self) -> QFrame:
        """Show a calendar under the line; choosing a day types it."""
        calendar = _calendar()
        popup = Panel(column(calendar, margins=(8, 8, 8, 8)), card="plain")
        popup.setParent(self.line, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setSelectedDate(_to_qt(self._day() or dt.date.today()))  # noqa: DTZ011  (where a person's eye starts)
        calendar.setAccessibleName(self.line.accessibleName())
        calendar.activated.connect(lambda day: self._take(_from_qt(day), popup))
        calendar.clicked.connect(lambda day: self._take(_from_qt(day), popup))
        popup.move(self.line.mapToGlobal(QPoint(0, self.line.height() + 4)))
        popup.show()
        calendar.setFocus()
        return popup

    def typed_day(self, day: dt.date) -> str:
        """What choosing a day types."""
        return self.field.kind.edit_text(day, self.surroundings.shown)

    def _day(self) -> dt.date | None:
        try:
            value = self.value()
        except BadText:
            return None
        return value.date() if isinstance(value, dt.datetime) else value

    def _take(self, day: dt.date, popup: QFrame) -> None:
        popup.close()
        self.line.setText(self.typed_day(day))
        self.line.setFocus()


class MomentEditor(DayEditor):
    """A line for a day and a time; the calendar keeps the time."""

    def meaning(self, value: Any, shown: Shown) -> str:
        """The day and time in words."""
        return self.field.kind.format(value, shown)

    def typed_day(self, day: dt.date) -> str:
        """The day with the time that was there, else nine in the morning."""
        try:
            value = self.value()
        except BadText:
            value = None
        time = value.time() if isinstance(value, dt.datetime) else dt.time(9)
        return self.field.kind.edit_text(dt.datetime.combine(day, time), self.surroundings.shown)


def _calendar() -> QCalendarWidget:
    """A month in our colours; Qt's own has red weekends."""
    made = QCalendarWidget()
    made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    made.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    made.setDateRange(_to_qt(FIRST_DAY), _to_qt(LAST_DAY))
    quiet = QTextCharFormat()
    quiet.setForeground(theme().look.color("muted"))
    made.setHeaderTextFormat(quiet)
    for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        made.setWeekdayTextFormat(weekend, quiet)
    return made


def _to_qt(day: dt.date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _from_qt(day: QDate) -> dt.date:
    return dt.date(day.year(), day.month(), day.day())
