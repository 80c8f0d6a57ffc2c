"""One team on the console while answers are blind: what is in, the cover, and the ways to take an answer down."""

from __future__ import annotations

from collections.abc import Callable

from workbench.agreement.commitment import Side
from workbench.agreement.room.questions import Part
from workbench.agreement.room.seats import Seat
from workbench.agreement.room.staging import BLIND
from workbench.agreement.team_names import team_name
from workbench.base.language import N_, Language
from workbench.ui.open_room import OpenRoom
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.flow import Flow
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column, row, stretch
from workbench.ui.parts.team import TeamShape
from workbench.ui.views.room.covered import Covered

Enter = Callable[[Seat, bool], object]


class TeamCard(Card):
    """The card.

    Args:
        team: Which team.
        room: The session.
        language: Of the window.
        enter: Opens private entry for a seat; told whether the laptop is handed over behind a cover.
    """

    def __init__(self, team: Side, room: OpenRoom, language: Language, enter: Enter) -> None:
        self._team, self._room, self._language = team, room, language
        own = [one for one in room.seats() if one.team == team]
        self._seats: list[WholeTeam | OnePerson]
        if len(own) == 1 and not own[0].person:
            self._seats = [WholeTeam(own[0], room, language, enter)]
        else:
            self._seats = [OnePerson(one, room, language, enter) for one in own]
        self._state = Label("", "strong")
        name = team_name(room.agreement.teams, team, language)
        super().__init__(
            row(TeamShape(team), Chip(name, team), stretch(), self._state), *self._seats, stretch(), name=name,
            gap=12 if len(self._seats) == 1 else 8,
        )  # fmt: skip
        self.refresh()

    def refresh(self) -> None:
        """Show how the answers stand; never what they say."""
        text, asked = self._language.text, self._room.round
        ready = sum(asked.is_in(one.seat.team, one.seat.person) for one in self._seats)
        begun = any(one.seat.team == self._team and asked.has_said(self._team, one.seat.person) for one in self._seats)
        if len(self._seats) > 1:
            said = text(N_("{n} of {all} are in")).format(n=ready, all=len(self._seats))
        elif ready:
            said = text(N_("Answered"))
        else:
            said = text(N_("Begun, not in yet")) if begun else text(N_("Writing on cards"))
        self._state.setText(said)
        self._state.set_tone("ok" if ready == len(self._seats) else "sub")
        waiting = self._room.missing() if self._room.step >= BLIND else ()
        for one in self._seats:
            one.refresh(first=bool(waiting) and waiting[0] == one.seat)


class WholeTeam(Panel):
    """The answer a team gives together.

    Attributes:
        seat: Whose it is.
    """

    def __init__(self, seat: Seat, room: OpenRoom, language: Language, enter: Enter) -> None:
        self.seat, self._room, self._language = seat, room, language
        text, question = language.text, room.question
        self._parts = Label("", "muted", wrap=True)
        self._ticks = [(part.key, IconLabel("circle", "muted", 14)) for part in _parts(room)]
        labels = [part.label for part in question.parts] if question else []
        ticks = Panel(Flow(
            [_tick(icon, label) for (_, icon), label in zip(self._ticks, labels, strict=True)], gap=14, line_gap=5,
        ))  # fmt: skip
        self._covered = Covered(seat.team, language, lambda: _answer(room, seat))
        self._type = Button(text(N_("Type in answer")), icon="pencil-line", on_click=lambda: enter(seat, False))
        self._hand = Button(text(N_("Hand over")), icon="lock", on_click=lambda: enter(seat, True))
        self._hand.setAccessibleName(text(N_("Hand over to {team}")).format(team=seat.name))
        super().__init__(column(self._parts, ticks, self._covered, row((self._type, 3), (self._hand, 2)), gap=10))

    def refresh(self, *, first: bool) -> None:
        """Show how it stands; `first` while it is the next one to be typed in."""
        text, asked, seat = self._language.text, self._room.round, self.seat
        is_in = asked.is_in(seat.team, seat.person)
        filled = {key for key, _ in self._ticks if asked.words(seat.team, key, seat.person)}
        done = text(N_("{n} of {all} parts are in, covered")).format(n=len(filled), all=len(self._ticks))
        self._parts.setText(done if filled else text(N_("Nothing typed in yet")))
        for key, icon in self._ticks:
            icon.show_icon("check" if key in filled else "circle", "ok" if key in filled else "muted")
        self._covered.setVisible(bool(filled))
        self._type.set_kind("primary" if first else "")
        self._type.show_text(text(N_("Reopen")) if is_in else text(N_("Type in answer")))
        says = N_("Reopen the answer of {team}") if is_in else N_("Type in answer of {team}")
        self._type.setAccessibleName(text(says).format(team=seat.name))


class OnePerson(Panel):
    """The answer of one person, in a line.

    Attributes:
        seat: Whose it is.
    """

    def __init__(self, seat: Seat, room: OpenRoom, language: Language, enter: Enter) -> None:
        self.seat, self._room, self._language = seat, room, language
        text = language.text
        self._icon = IconLabel("circle", "muted", 16)
        self._covered = Covered(seat.team, language, lambda: _answer(room, seat), small=True)
        self._type = Button(text(N_("Type in")), "small", on_click=lambda: enter(seat, False))
        self._hand = Button(text(N_("Hand over")), "small", icon="lock", on_click=lambda: enter(seat, True))
        self._hand.setAccessibleName(text(N_("Hand over to {team}")).format(team=seat.name))
        line = row(self._icon, (ElidingLabel(seat.name, "strong"), 2), (self._covered, 2), self._type, self._hand)
        super().__init__(line, name=seat.name)

    def refresh(self, *, first: bool) -> None:
        """Show how it stands; `first` while it is the next one to be typed in."""
        text, asked, seat = self._language.text, self._room.round, self.seat
        is_in = asked.is_in(seat.team, seat.person)
        self._icon.show_icon("check" if is_in else "circle", "ok" if is_in else "muted")
        self._covered.setVisible(asked.has_said(seat.team, seat.person))
        self._type.show_text(text(N_("Reopen")) if is_in else text(N_("Type in")))
        says = N_("Reopen the answer of {team}") if is_in else N_("Type in answer of {team}")
        name = text(says).format(team=seat.name)
        self._type.setAccessibleName(text(N_("{name}, next")).format(name=name) if first else name)
        state = text(N_("{who}: in")) if is_in else text(N_("{who}: not in yet"))
        self.setAccessibleName(state.format(who=seat.name))


def _parts(room: OpenRoom) -> tuple[Part, ...]:
    return room.question.parts if room.question else ()


def _tick(icon: IconLabel, label: str) -> Panel:
    return Panel(row(icon, Label(label, "tiny"), gap=5))


def _answer(room: OpenRoom, seat: Seat) -> str:
    lines = [(part.label, room.round.words(seat.team, part.key, seat.person)) for part in _parts(room)]
    return "\n".join(f"{label}: {words}" for label, words in lines if words)
