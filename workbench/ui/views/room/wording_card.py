"""The step in which the room finds its wording: take one answer, merge both, or write; then use it in the agreement."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QPlainTextEdit

from workbench.agreement.commitment import Side
from workbench.agreement.room.divergence import merged
from workbench.agreement.room.questions import Part, shown
from workbench.agreement.team_names import PARTIES, team_name
from workbench.base.language import N_, Language
from workbench.fields.kind import BadText
from workbench.fields.path import get
from workbench.fields.words import TextKind
from workbench.ui.form.draft import Draft
from workbench.ui.open_room import OpenRoom
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, row, stretch


class WordingCard(Card):
    """The card.

    Args:
        room: The session.
        draft: Of the agreement, which takes what is agreed.
        language: Of the window.
    """

    def __init__(self, room: OpenRoom, draft: Draft, language: Language) -> None:
        self._room, self._draft, self._language = room, draft, language
        text = language.text
        names = {team: team_name(room.agreement.teams, team, language) for team in PARTIES}
        self._edit = QPlainTextEdit()
        self._edit.setAccessibleName(text(N_("Agreed wording")))
        self._edit.setTabChangesFocus(True)
        self._edit.setPlainText(room.round.wording)
        self._edit.textChanged.connect(self._on_typed)
        takes = (
            []
            if not room.round.opened
            else [  # what is covered is covered here too
                Button(text(N_("Take {team}")).format(team=names[team]), on_click=partial(self._take, team))
                for team in PARTIES
            ]
        )
        if takes:
            takes.append(Button(text(N_("Merge both")), on_click=self._merge))
        self._use = Button(text(N_("Use in the agreement")), "primary", icon="check", on_click=self._adopt)
        self._told = Label("", "tiny", wrap=True)
        super().__init__(
            Label(text(N_("Agreed wording")), "h2"), row(*takes, stretch()), self._edit,
            *self._part_rows(names), row(self._use, (self._told, 1)), name=text(N_("Word it")),
        )  # fmt: skip
        self.refresh()

    def refresh(self) -> None:
        """Show the wording as it is, such as after undo."""
        if self._edit.toPlainText() != self._room.round.wording:
            self._edit.blockSignals(True)
            self._edit.setPlainText(self._room.round.wording)
            self._edit.blockSignals(False)
        target = self._target
        has = bool(self._room.round.wording.strip())
        self._use.setEnabled(has and bool(target))
        if not has:
            self._told.setText(self._language.text(N_("Take, merge or write a wording first.")))
        elif target and get(self._room.agreement, target) == self._room.round.wording.strip():
            self._told.setText(self._language.text(N_("The agreement says so.")))
        else:
            self._told.setText("")

    @property
    def _target(self) -> str:
        question = self._room.question
        return question.target if question else ""

    def _words(self, team: Side) -> str:
        question = self._room.question
        found = (part for part in question.parts if isinstance(part.field.kind, TextKind)) if question else ()
        return next((self._room.round.words(team, part.key) for part in found), "")

    def _take(self, team: Side) -> None:
        self._room.propose(self._words(team))
        self.refresh()

    def _merge(self) -> None:
        self._room.propose(merged(self._words("marketing"), self._words("sales")))
        self.refresh()

    def _on_typed(self) -> None:
        self._room.propose(self._edit.toPlainText())

    def _adopt(self) -> None:
        if self._target:
            self._draft.set(self._target, self._room.round.wording.strip())

    def _part_rows(self, names: dict[Side, str]) -> list[Item]:
        """For each part that is a field of the agreement: take one team's value."""
        question, text = self._room.question, self._language.text
        rows: list[Item] = []
        for part in question.parts if question is not None and self._room.round.opened else ():
            said = {team: self._room.round.words(team, part.key) for team in PARTIES}
            if "." not in part.key or part.key == self._target or not any(said.values()):
                continue
            buttons = [
                Button(
                    text(N_("{team}: {value}")).format(team=names[team], value=said[team]),
                    on_click=partial(self._take_value, part, team),
                )
                for team in PARTIES if said[team]
            ]  # fmt: skip
            rows.append(row(Label(part.label, "label"), stretch(), *buttons))
        return rows

    def _take_value(self, part: Part, team: Side) -> None:
        try:
            value = part.field.kind.parse(
                self._room.round.words(team, part.key), shown(self._room.agreement, self._language)
            )
        except BadText:  # checked when it was entered; a field may have changed since
            return
        self._draft.set(part.key, value)
