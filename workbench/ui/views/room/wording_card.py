"""The step in which the room finds its wording: take one answer, merge both, or write; then use it in the agreement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial, reduce

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from workbench.agreement.commitment import Side
from workbench.agreement.room.divergence import merged
from workbench.agreement.room.questions import Part, shown
from workbench.agreement.team_names import PARTIES, team_name
from workbench.base.clock import from_utc_text
from workbench.base.language import N_, Language
from workbench.fields.kind import BadText
from workbench.fields.path import get
from workbench.fields.words import TextKind
from workbench.ui.form.draft import Draft
from workbench.ui.form.keys import FieldKeys
from workbench.ui.open_room import OpenRoom
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.choice import Choice
from workbench.ui.parts.flow import Flow
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, box, row

MOST_EDITS = 3
SHORT = 70
"""Letters of a wording that is quoted in a line."""


class WordingCard(Card):
    """The card.

    Args:
        room: The session.
        draft: Of the agreement, which takes what is agreed.
        language: Of the window.
        zone: Of the clock on the wall.
        run: Runs an action by its name.
    """

    def __init__(
        self, room: OpenRoom, draft: Draft, language: Language, zone: Callable[[], dt.tzinfo],
        run: Callable[[str], object],
    ) -> None:  # fmt: skip
        self._room, self._draft, self._language, self._zone = room, draft, language, zone
        text = language.text
        names = {team: team_name(room.agreement.teams, team, language) for team in PARTIES}
        self._edit = QPlainTextEdit()
        self._edit.setAccessibleName(text(N_("Agreed wording")))
        self._edit.setTabChangesFocus(True)
        self._edit.setPlainText(room.round.wording)
        self._edit.textChanged.connect(self._on_typed)
        undo, redo = _runs(run, "edit.undo"), _runs(run, "edit.redo")
        keys = FieldKeys(undo, redo, lambda: False, lambda: False, self._edit)  # a wording taken is no keystroke of it
        keys.watch(self._edit)
        takes = self._takes(names)
        self._use = Button(text(N_("Use in the agreement")), "primary", icon="check", on_click=self._adopt)
        self._told = Label("", "tiny", wrap=True)
        self._edits = Label("", "tiny", wrap=True)
        super().__init__(
            Label(text(N_("Agreed wording")), "h2"), box(Flow(takes, gap=8)), self._edit,
            self._edits, *self._part_rows(names), row(self._use, (self._told, 1)), name=text(N_("Word it")),
        )  # fmt: skip
        self.refresh()

    def refresh(self) -> None:
        """Show the wording as it is, such as after undo."""
        if self._edit.toPlainText() != self._room.round.wording:
            at = self._edit.textCursor().position()
            self._edit.blockSignals(True)
            self._edit.setPlainText(self._room.round.wording)
            self._edit.blockSignals(False)
            cursor = self._edit.textCursor()
            cursor.setPosition(min(at, len(self._room.round.wording)))
            self._edit.setTextCursor(cursor)
        edits = self._edits_words()
        self._edits.setText(edits)
        self._edits.setVisible(bool(edits))
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

    def _takes(self, names: dict[Side, str]) -> list[QWidget]:
        """Ways to begin: take an answer or merge all; none while they are covered, for they are covered here too."""
        if not self._room.round.opened:
            return []
        text, made = self._language.text, list[QWidget]()
        for team in PARTIES:
            said = self._said(team)
            take = text(N_("Take {team}")).format(team=names[team])
            if len(said) <= 1:
                made.append(Button(take, on_click=partial(self._take, next(iter(said), ""))))
                continue
            choose = text(N_("Take one of {team}")).format(team=names[team])
            some = Choice([("", choose), *((one, _short(one)) for one in said)], name=choose)
            some.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            some.setMinimumContentsLength(14)
            some.currentIndexChanged.connect(lambda _at, some=some: self._take(some.current) if some.current else None)
            made.append(some)
        made.append(Button(text(N_("Merge both") if not self._room.round.by_person else N_("Merge all")),
                           on_click=self._merge))  # fmt: skip
        return made

    def _said(self, team: Side, key: str = "") -> list[str]:
        """Each thing a side says to a part, the words without a key."""
        question, asked = self._room.question, self._room.round
        texts = [part.key for part in question.parts if isinstance(part.field.kind, TextKind)] if question else []
        wanted = key or next(iter(texts), "")
        said = (asked.words(team, wanted, one.person) for one in self._room.seats() if one.team == team)
        return sorted({one for one in said if one})

    def _take(self, words: str) -> None:
        self._room.take(words)
        self.refresh()
        self._edit.moveCursor(QTextCursor.MoveOperation.End)

    def _merge(self) -> None:
        every = [one for team in PARTIES for one in self._said(team)]
        self._take(reduce(merged, every) if every else "")

    def _on_typed(self) -> None:
        self._room.propose(self._edit.toPlainText())

    def _adopt(self) -> None:
        if self._target:
            self._draft.seal()
            self._draft.set(self._target, self._room.round.wording.strip())

    def _part_rows(self, names: dict[Side, str]) -> list[Item]:
        """For each part that is a field of the agreement: take one answer's value."""
        question, rows = self._room.question, list[Item]()
        for part in question.parts if question is not None and self._room.round.opened else ():
            if "." not in part.key or part.key == self._target:
                continue
            said = {team: self._said(team, part.key) for team in PARTIES}
            buttons = [
                Button(
                    self._language.text(N_("{team}: {value}")).format(team=names[team], value=value),
                    "small" if self._room.round.by_person else "", on_click=partial(self._take_value, part, value),
                )
                for team in PARTIES for value in said[team]
            ]  # fmt: skip
            if buttons:
                rows.append(row(Label(part.label, "label"), (box(Flow(buttons, gap=6)), 1)))
        return rows

    def _take_value(self, part: Part, words: str) -> None:
        try:
            value = part.field.kind.parse(words, shown(self._room.agreement, self._language))
        except BadText:  # checked when it was entered; a field may have changed since
            return
        self._draft.seal()
        self._draft.set(part.key, value)

    def _edits_words(self) -> str:
        """The last changes since the answers were opened, the newest first."""
        text, lines = self._language.text, []
        for one in self._room.round.changes[::-1][:MOST_EDITS]:
            at = from_utc_text(one.at).astimezone(self._zone()).strftime("%H:%M")
            said = text(N_("{time}, {who}: was “{before}”"))
            lines.append(said.format(time=at, who=one.by, before=_short(one.before)))
        return "\n".join(lines)


def _short(words: str) -> str:
    return words if len(words) <= SHORT else words[: SHORT - 1].rstrip() + "…"


def _runs(run: Callable[[str], object], name: str) -> Callable[[], None]:
    def runs() -> None:
        run(name)

    return runs
