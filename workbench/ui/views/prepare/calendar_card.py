"""The working calendar at a glance: the hours in which clocks run, and the days off. Must not know pages."""

from __future__ import annotations

from collections.abc import Callable

from workbench.agreement.model import Agreement
from workbench.base.language import N_, Language
from workbench.ui.form.draft import Draft
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import box, column, row
from workbench.ui.views.prepare.week import WeekHours, hours_words, off_words, week_of

PLACE = "follow_up.calendars"


class CalendarCard(Card):
    """The first calendar, which counts by itself, and how many more there are.

    Args:
        draft: Of the open agreement.
        language: Of the window.
        go: Brings a place into view.
    """

    def __init__(self, draft: Draft, language: Language, go: Callable[[str], object]) -> None:
        text = language.text
        self._draft, self._language = draft, language
        self._name = ElidingLabel("", "muted")
        edit = Button(text(N_("Edit")), "link", icon="pencil", on_click=lambda: go(PLACE))
        edit.setAccessibleName(text(N_("Edit the working calendar")))
        self._week = WeekHours(language)
        self._hours, self._off = ElidingLabel("", "tiny"), ElidingLabel("", "tiny")
        self._known = box(
            column(
                self._week,
                row(IconLabel("clock", "muted", 15), (self._hours, 1), gap=6),
                row(IconLabel("calendar", "muted", 15), (self._off, 1), gap=6),
                gap=7,
            )
        )
        self._none = Label(
            text(N_("No working calendar yet. Promises in business hours cannot be checked without one.")), "body",
            tone="warn", wrap=True,
        )  # fmt: skip
        head = row(Label(text(N_("Working calendar")), "h2"), (self._name, 1), edit)
        super().__init__(head, self._known, self._none, gap=10)
        self.refresh()

    def refresh(self) -> None:
        """Show it as it is now."""
        root: Agreement = self._draft.root
        calendars, text = root.follow_up.calendars, self._language.text
        self._known.setVisible(bool(calendars))
        self._none.setVisible(not calendars)
        if not calendars:
            self._name.setText("")
            return
        first = calendars[0]
        more = len(calendars) - 1
        others = self._language.count(N_("and {n} other"), N_("and {n} others"), more).format(n=more) if more else ""
        self._name.setText(" ".join(part for part in (first.name, others) if part))
        week = week_of(first)
        self._week.show_week(week)
        zone = first.time_zone or root.teams.time_zone or text(N_("no time zone yet"))
        hours = hours_words(week.minutes, self._language) if week.minutes else text(N_("No opening hours yet"))
        self._hours.setText(f"{hours}, {zone}")
        self._off.setText(off_words(first, self._language))
