"""The agreement's year on the page of governance: what is when, said in words, and the calendar file.

Must not know how a year is drawn.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workbench.agreement.model import Agreement
from workbench.agreement.occasions import Kind, Occasion, occasions
from workbench.agreement.sections.governance import CADENCES, IMPORT_CADENCES
from workbench.agreement.templates import add_months
from workbench.base.language import N_, Language
from workbench.ui.form.draft import Draft
from workbench.ui.form.when_seen import WhenSeen
from workbench.ui.parts.button import Button
from workbench.ui.parts.flow import Flow
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column, row
from workbench.ui.theme.ink import Ink
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme
from workbench.ui.views.agree.governance.year_view import CELL, YearView, draw_day
from workbench.ui.views.dates import long_day
from workbench.ui.views.exporting import file_name

if TYPE_CHECKING:
    from workbench.services.calendars import CalendarWritten
    from workbench.ui.views.desk import Desk

ENDING: Final = ".ics"
_NAMES: Final[dict[Kind, str]] = {
    "meeting": N_("Meeting"), "import": N_("Actuals are imported"), "check_in": N_("Look back after {days} days"),
    "review": N_("Review of the agreement"), "begin": N_("First day of the agreement"),
    "end": N_("Last day of the agreement"),
}  # fmt: skip
_SERIES: Final = {option.value: option.label for option in (*CADENCES, *IMPORT_CADENCES)}
_DAY = dt.date(2000, 1, 1)
_KEY: Final = (
    (N_("Frequent meeting"), Occasion(_DAY, "meeting", "", "", "weekly")),
    (N_("Monthly or rarer"), Occasion(_DAY, "meeting", "", "", "monthly")),
    (N_("Actuals imported"), Occasion(_DAY, "import", "", "")),
    (N_("Begin, look back, review, end"), Occasion(_DAY, "review", "", "")),
)


class _Sample(QWidget):
    """A day as it looks on the year."""

    def __init__(self, one: Occasion) -> None:
        super().__init__()
        self._one = one
        theme().follow(self)

    def restyle(self, look: Look) -> None:
        """Scale."""
        self.setFixedSize(look.px(CELL + 4), look.px(CELL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the day."""
        ink = Ink(QPainter(self), theme().look)
        draw_day(ink, QRectF(self.rect()).adjusted(2, 3, -2, -1), "7", [self._one])


def occasion_words(one: Occasion, language: Language) -> str:
    """A date in words: `Weekly check-in, every week`."""
    text = language.text
    name = one.name if one.kind == "meeting" and one.name else text(_NAMES[one.kind]).format(days=one.name)
    series = text(_SERIES.get(one.series, ""))
    return f"{name}, {series[:1].lower()}{series[1:]}" if series else name


class Year(Panel):
    """The year with its words.

    Attributes:
        view: The months.

    Args:
        draft: With the agreement.
        desk: Asks where the calendar file goes.
        agreement: Its id.
        now: The present day.
        choose: Asks for a file to write; nothing where the person changed their mind.
    """

    def __init__(
        self,
        draft: Draft,
        desk: Desk,
        agreement: str,
        now: dt.date,
        choose: Callable[[Desk, str, str, str], Path | None] | None = None,
    ) -> None:
        self._draft, self._desk, self._agreement, self._now = draft, desk, agreement, now
        self._choose = choose
        self._language = draft.shown.language
        text = self._language.text
        self._found: tuple[Occasion, ...] = ()
        self.view = YearView(self._language)
        self.words = Label("", "body", wrap=True, tone="text")
        self._none = Label(
            text(N_("Say under Teams when the agreement begins, and below when you meet first.")), "muted", wrap=True
        )
        legend = Panel(
            Flow(
                [Panel(row(_Sample(one), Label(text(words), "tiny"), gap=5)) for words, one in _KEY],
                gap=16, line_gap=4,
            )
        )  # fmt: skip
        self.button = Button(text(N_("Calendar file…")), icon="calendar-days", on_click=self.export)
        self.button.setToolTip(text(N_("All dates as a file for Outlook, Google Calendar and others")))
        super().__init__(column(row((legend, 1), self.button, gap=12), self._none, self.view, self.words, gap=12))
        self.view.moved.connect(self._say)
        self.view.pressed.connect(lambda number: draft.show.emit(self._found[number].path))
        WhenSeen(self, self.refresh, draft, ("governance", "teams", "title"))
        self.refresh()

    def refresh(self) -> None:
        """Show the dates as they are agreed now."""
        root: Agreement = self._draft.root
        first = (root.teams.effective_from or self._now).replace(day=1)
        self._found = occasions(root, first, add_months(first, 12) - dt.timedelta(days=1))
        self.view.show_year(first, self._found, self._now)
        counted = self._language.count(N_("{n} date in twelve months"), N_("{n} dates in twelve months"),
                                       len(self._found)).format(n=len(self._found))  # fmt: skip
        self.view.setAccessibleName(self._language.text(N_("The agreement's year: {dates}")).format(dates=counted))
        self._none.setVisible(not self._found)
        self.button.setEnabled(bool(self._found))
        if self.view.current >= 0 and self._found:
            self._say(self.view.current)
        else:
            self.words.setText(counted)

    def export(self) -> None:
        """Ask where, and write the calendar file of the draft."""
        from workbench.ui.views.choosing import file_to_write  # noqa: PLC0415  (on a click)

        text = self._language.text
        ask = self._choose or file_to_write
        name = file_name(self._draft.root.title, ENDING)
        chosen = ask(self._desk, text(N_("Calendar file")), name, text(N_("Calendar (*.ics)")))
        if chosen is None:
            return
        agreement = self._agreement

        def written(made: CalendarWritten) -> None:
            words = self._language.text(N_("{n} entries written to {file}"))
            self._desk.session.told.emit(words.format(n=made.entries, file=made.file))

        def safe(stored: bool) -> None:
            if stored:
                self._desk.session.ask(lambda workbench: workbench.calendars.write(agreement, chosen), done=written)

        self._desk.session.make_safe(safe)

    def _say(self, number: int) -> None:
        here = [self._found[one] for one in self.view.on_day(number)]
        day = long_day(here[0].day, self._language)
        said = f"{day}: {'; '.join(occasion_words(one, self._language) for one in here)}"
        self.words.setText(said)
        self.view.setAccessibleDescription(said)
