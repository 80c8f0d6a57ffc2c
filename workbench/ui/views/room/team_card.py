"""One team on the console while answers are blind: what is in, the cover, and the ways to take an answer down."""

from __future__ import annotations

from collections.abc import Callable

from workbench.agreement.commitment import Side
from workbench.agreement.team_names import team_name
from workbench.base.language import N_, Language
from workbench.ui.open_room import OpenRoom
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import row, stretch
from workbench.ui.parts.team import TeamShape
from workbench.ui.views.room.covered import Covered


class TeamCard(Card):
    """The card.

    Args:
        team: Which team.
        room: The session.
        language: Of the window.
        enter: Opens private entry for the team; told whether the laptop is handed over behind a cover.
    """

    def __init__(self, team: Side, room: OpenRoom, language: Language, enter: Callable[[Side, bool], object]) -> None:
        self._team, self._room, self._language = team, room, language
        text = language.text
        self._state = Label("", "strong")
        self._parts = Label("", "muted", wrap=True)
        self._covered = Covered(team, language, self._read)
        self._type = Button(text(N_("Type in answer")), icon="pencil-line", on_click=lambda: enter(team, False))
        self._hand = Button(text(N_("Hand over")), icon="lock", on_click=lambda: enter(team, True))
        name = team_name(room.agreement.teams, team, language)
        super().__init__(
            row(TeamShape(team), Chip(name, team), stretch(), self._state),
            self._parts, self._covered, row(self._type, self._hand, stretch()), stretch(), name=name,
        )  # fmt: skip
        self._name = name
        self._hand.setAccessibleName(text(N_("Hand over to {team}")).format(team=name))
        self.refresh()

    def refresh(self) -> None:
        """Show how the answer stands; never what it says."""
        text, asked, question = self._language.text, self._room.round, self._room.question
        is_in = asked.is_in(self._team)
        parts = question.parts if question else ()
        filled = [part.label for part in parts if asked.words(self._team, part.key)]
        self._state.setText(
            text(N_("Answered")) if is_in else text(N_("At the laptop")) if filled else text(N_("On cards"))
        )
        self._state.set_tone("ok" if is_in else "sub")
        done = text(N_("{n} of {all} parts are in, covered")).format(n=len(filled), all=len(parts))
        self._parts.setText(done if filled else text(N_("Nothing typed in yet")))
        self._covered.setVisible(bool(filled))
        missing = self._room.missing()
        first = bool(missing) and missing[0] == self._team
        self._type.set_kind("primary" if first else "")
        self._type.show_text(text(N_("Reopen")) if is_in else text(N_("Type in answer")))
        says = N_("Reopen the answer of {team}") if is_in else N_("Type in answer of {team}")
        self._type.setAccessibleName(text(says).format(team=self._name))

    def _read(self) -> str:
        asked, question = self._room.round, self._room.question
        parts = question.parts if question else ()
        lines = [(part.label, asked.words(self._team, part.key)) for part in parts]
        return "\n".join(f"{label}: {words}" for label, words in lines if words)
