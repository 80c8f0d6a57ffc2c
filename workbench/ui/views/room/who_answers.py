"""Who answers the question unseen: each team, or each person. Fixed once something was said."""

from __future__ import annotations

from collections.abc import Callable

from workbench.base.language import N_, Language
from workbench.ui.open_room import OpenRoom
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, row, stretch
from workbench.ui.parts.segment import Segment

TEAM, PERSON = "team", "person"


class WhoAnswers(Panel):
    """The choice.

    Args:
        room: The session.
        language: Of the window.
        run: Runs an action of the room by its name.
    """

    def __init__(self, room: OpenRoom, language: Language, run: Callable[[str], object]) -> None:
        text = language.text
        self._room = room
        self._choice = Segment(
            [(TEAM, text(N_("Each team answers"))), (PERSON, text(N_("Each person")))],
            name=text(N_("Who answers")), compact=True,
        )  # fmt: skip
        self._choice.setToolTip(text(N_("Shift+R; fixed once something was answered")))
        self._choice.chosen.connect(lambda key: self._on_chosen(key, run))
        self._fixed = Label(text(N_("fixed for this question")), "tiny")
        super().__init__(row(self._choice, self._fixed, stretch()))
        self.refresh()

    def refresh(self) -> None:
        """Show who answers."""
        asked = self._room.round
        fixed = bool(asked.said) or asked.opened
        self._choice.show_choice(PERSON if asked.by_person else TEAM)
        self._choice.setEnabled(not fixed)
        self._fixed.setVisible(fixed)

    def _on_chosen(self, key: str, run: Callable[[str], object]) -> None:
        if (key == PERSON) != self._room.round.by_person:
            run("room.who")
        self.refresh()
