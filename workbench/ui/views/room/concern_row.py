"""One concern on the console: its words, its outcome, who follows it up, and until when; never who raised it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit

from workbench.agreement.room.consent import is_settled
from workbench.agreement.sections.sign_off import OUTCOMES, OpenItem
from workbench.base.language import N_, Language
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.choice import Choice
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, box, column, row

WEEK = dt.timedelta(days=7)


class ConcernRow(Card):
    """The row.

    Args:
        one: The concern.
        language: Of the window.
        today: The day a review is counted from.
        keep: Takes a value of the concern: the field's name and the value.
    """

    def __init__(
        self, one: OpenItem, language: Language, today: dt.date, keep: Callable[[str, object], object]
    ) -> None:
        self._language, self._today, text = language, today, language.text
        self._words, self._settled = Label("", "strong", wrap=True), Chip("", "warn")
        self._outcome = Choice([(each.value, text(each.label)) for each in OUTCOMES], name=text(N_("Outcome")))
        self._outcome.currentIndexChanged.connect(lambda _at: keep("outcome", self._outcome.current))
        self._people: tuple[tuple[str, str], ...] = ()
        self._owner = Choice([("", text(N_("Nobody yet")))], name=text(N_("Owner")))
        self._owner.currentIndexChanged.connect(lambda _at: keep("owner", self._owner.current))
        self._due = QDateEdit()
        self._due.setAccessibleName(text(N_("Review by")))
        self._due.setCalendarPopup(True)
        self._due.setDisplayFormat("d MMM yyyy")
        self._due.setKeyboardTracking(False)
        self._due.dateChanged.connect(lambda _day: keep("due", self._due.date().toPython()))
        self._date = Button(text(N_("Set date")), "small", on_click=lambda: keep("due", self._due.date().toPython()))
        due = box(row((self._due, 1), self._date, gap=4))
        named = ((N_("Outcome"), self._outcome), (N_("Owner"), self._owner), (N_("Review by"), due))
        fields = [(column(Label(text(words), "label"), editor, gap=3), 1) for words, editor in named]
        super().__init__(
            row((self._words, 1), self._settled), row(*fields[:2], gap=10), row(*fields[2:], (Panel(), 1), gap=10),
            kind="quiet", gap=8, name=one.name,
        )  # fmt: skip

    def show_concern(self, one: OpenItem, people: tuple[tuple[str, str], ...]) -> None:
        """Show it as it is, such as after undo.

        Args:
            one: The concern.
            people: Key and name of whoever may own it.
        """
        text, done = self._language.text, is_settled(one)
        self._words.setText(one.name)
        self._settled.show_state(text(N_("Settled")) if done else text(N_("To settle")), "ok" if done else "warn")
        self._outcome.show_choice(one.outcome or "open")
        self._offer(people)
        self._owner.show_choice(one.owner)
        day = QDate.fromString((one.due or self._today + WEEK).isoformat(), "yyyy-MM-dd")
        if day != self._due.date():  # put there again it would drop what is being typed
            blocked = self._due.blockSignals(True)
            self._due.setDate(day)
            self._due.blockSignals(blocked)
        self._date.setVisible(one.due is None)

    def _offer(self, people: tuple[tuple[str, str], ...]) -> None:
        if people != self._people:
            self._people = people
            blocked = self._owner.blockSignals(True)
            while self._owner.count() > 1:
                self._owner.removeItem(1)
            for key, name in people:
                self._owner.addItem(name, key)
            self._owner.blockSignals(blocked)
