"""Concerns about what is voted on: in the room's words, with an outcome, an owner and a date; never who said it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QLineEdit

from workbench.agreement.room.consent import concerns, is_settled
from workbench.agreement.sections.sign_off import OUTCOMES, OpenItem
from workbench.base.language import N_, Language
from workbench.ui.form.draft import Draft
from workbench.ui.open_room import OpenRoom
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.choice import Choice
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, box, column, row, stretch

ITEMS = "sign_off.open_items"
WEEK = dt.timedelta(days=7)


class ConcernCard(Card):
    """The card.

    Args:
        room: The session.
        draft: Of the agreement, among whose open items concerns are kept.
        language: Of the window.
        today: The day a review is counted from.
    """

    def __init__(self, room: OpenRoom, draft: Draft, language: Language, today: dt.date) -> None:
        self._room, self._draft, self._language, self._today = room, draft, language, today
        text = language.text
        self._count = Chip("", "warn")
        self._new = QLineEdit()
        self._new.setPlaceholderText(text(N_("A concern in the words of the room, then Enter")))
        self._new.setAccessibleName(text(N_("New concern")))
        self._new.returnPressed.connect(self._add)
        self._list = column(gap=8)
        self._shown: tuple[str, ...] = ()
        self._settled: dict[str, Chip] = {}
        hint = text(N_("Settled once it has an outcome, an owner and, unless resolved, a date."))
        super().__init__(
            row(Label(text(N_("Concerns")), "h2"), stretch(), self._count), self._new, self._list,
            Label(hint, "tiny", wrap=True), stretch(), name=text(N_("Concerns")),
        )  # fmt: skip
        self.refresh()

    def begin(self) -> None:
        """Write a concern down."""
        self._new.setFocus()

    def refresh(self) -> None:
        """Show the concerns of this section."""
        found = concerns(self._draft.root, self._section)
        to_settle = sum(not is_settled(one) for one in found)
        words = self._language.text(N_("{n} to settle")).format(n=to_settle)
        self._count.show_state(words if to_settle else self._language.text(N_("None open")), "warn" if to_settle
                               else "ok")  # fmt: skip
        for one in found:
            if one.key in self._settled:
                done = is_settled(one)
                words = self._language.text(N_("Settled")) if done else self._language.text(N_("To settle"))
                self._settled[one.key].show_state(words, "ok" if done else "warn")
        keys = tuple(one.key for one in found)
        if keys != self._shown:
            self._shown = keys
            self._settled.clear()
            while (item := self._list.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
            for one in found:
                self._list.put(self._row(one))

    @property
    def _section(self) -> str:
        question = self._room.question
        return question.section if question else ""

    def _add(self) -> None:
        words = self._new.text().strip()
        if words:
            self._new.clear()
            item = OpenItem(name=words[:300], outcome="open", section=self._section, objection=True)
            self._draft.insert_row(ITEMS, item)
            self.refresh()

    def _row(self, one: OpenItem) -> Panel:
        text, path = self._language.text, f"{ITEMS}[{one.key}]"
        outcome = Choice([(each.value, text(each.label)) for each in OUTCOMES], one.outcome or "open",
                         name=text(N_("Outcome")))  # fmt: skip
        outcome.currentIndexChanged.connect(lambda _index: self._set(f"{path}.outcome", outcome.current))
        people = [("", text(N_("Nobody yet"))), *self._draft.rows_at("teams.participants")]
        owner = Choice(people, one.owner, name=text(N_("Owner")))
        owner.currentIndexChanged.connect(lambda _index: self._set(f"{path}.owner", owner.current))
        due = QDateEdit()
        due.setAccessibleName(text(N_("Review by")))
        due.setCalendarPopup(True)
        due.setDate(QDate.fromString((one.due or self._today + WEEK).isoformat(), "yyyy-MM-dd"))
        due.dateChanged.connect(lambda day: self._set(f"{path}.due", dt.date.fromisoformat(day.toString("yyyy-MM-dd"))))
        dated = Button(text(N_("Set date")), "small", on_click=lambda: self._set(f"{path}.due", due.date().toPython()))
        settled = Chip(text(N_("Settled")), "ok") if is_settled(one) else Chip(text(N_("To settle")), "warn")
        fields = (
            (N_("Outcome"), outcome), (N_("Owner"), owner), (N_("Review by"), box(row((due, 1), dated, gap=4))),
        )  # fmt: skip
        named = [(column(Label(text(words), "label"), editor, gap=3), 1) for words, editor in fields]
        made = Card(
            row((Label(one.name, "strong", wrap=True), 1), settled), row(*named, gap=10), kind="quiet", gap=8,
            name=one.name,
        )  # fmt: skip
        self._settled[one.key] = settled
        return made

    def _set(self, path: str, value: object) -> None:
        self._draft.set(path, value)
        self.refresh()
