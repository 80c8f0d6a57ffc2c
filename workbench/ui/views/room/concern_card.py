"""Concerns about what is voted on: in the room's words, with an outcome, an owner and a date; never who said it."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtWidgets import QLineEdit

from workbench.agreement.room.consent import concerns, is_settled
from workbench.agreement.sections.sign_off import OpenItem
from workbench.base.language import N_, Language
from workbench.ui.form.draft import Draft
from workbench.ui.open_room import OpenRoom
from workbench.ui.parts.card import Card
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import column, row, stretch
from workbench.ui.views.room.concern_row import ConcernRow

ITEMS = "sign_off.open_items"
MOST_WORDS = 300


class ConcernCard(Card):
    """The card.

    Attributes:
        made: How often its rows were made.

    Args:
        room: The session.
        draft: Of the agreement, among whose open items concerns are kept.
        language: Of the window.
        today: The day a review is counted from.
        begun: Words that were typed and not kept yet, by section; they outlive the card.
    """

    def __init__(self, room: OpenRoom, draft: Draft, language: Language, today: dt.date, begun: dict[str, str]) -> None:
        self._room, self._draft, self._language, self._today = room, draft, language, today
        text = language.text
        self._count = Chip("", "warn")
        self._new = QLineEdit()
        self._new.setPlaceholderText(text(N_("A concern in the words of the room, then Enter")))
        self._new.setAccessibleName(text(N_("New concern")))
        self._new.setMaxLength(MOST_WORDS)
        self._new.setText(begun.get(self._section, ""))
        self._new.textChanged.connect(lambda typed: begun.__setitem__(self._section, typed))
        self._new.returnPressed.connect(self._add)
        self._list = column(gap=8)
        self._rows: dict[str, ConcernRow] = {}
        self.made = 0
        hint = text(N_("Settled once it has an outcome, an owner and, unless resolved, a date."))
        ask = text(N_("“What would make this safe enough to try until the next review?”"))
        super().__init__(
            row(Label(text(N_("Concerns")), "h2"), stretch(), self._count), self._new, self._list,
            Label(hint, "tiny", wrap=True), stretch(), Label(ask, "say", wrap=True), name=text(N_("Concerns")),
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
        people = self._draft.rows_at("teams.participants")
        if tuple(one.key for one in found) != tuple(self._rows):
            self._rows.clear()
            self.made += 1
            while (item := self._list.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
            for one in found:
                keep = partial(self._set, one.key)
                self._rows[one.key] = ConcernRow(one, self._language, self._today, keep)
                self._list.put(self._rows[one.key])
        for one in found:
            self._rows[one.key].show_concern(one, people)

    @property
    def _section(self) -> str:
        question = self._room.question
        return question.section if question else ""

    def _add(self) -> None:
        words = self._new.text().strip()
        if words:
            self._new.clear()
            item = OpenItem(name=words, outcome="open", section=self._section, objection=True)
            self._draft.insert_row(ITEMS, item)
            self.refresh()

    def _set(self, key: str, name: str, value: object) -> None:
        self._draft.set(f"{ITEMS}[{key}].{name}", value)
        self.refresh()
