"""The console's left edge: the agenda with its hours, and the questions for the room with what became of each."""

from __future__ import annotations

from collections.abc import Callable

from workbench.agreement.preparing.agenda import clock_text, timetable
from workbench.agreement.preparing.preparation import Preparation
from workbench.agreement.room.staging import ENDED, PLEDGE
from workbench.base.language import N_, Language
from workbench.ui.open_room import OpenRoom
from workbench.ui.parts.button import Button
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column, row, stretch
from workbench.ui.parts.page import Scroller
from workbench.ui.parts.press_row import PressRow
from workbench.ui.parts.sizing import sized

WIDTH = 290


class ConsoleRail(Panel):
    """The rail.

    Args:
        room: The session.
        prepared: Reads what was prepared; nothing while it is not known.
        language: Of the window.
        show_map: Shows how far the sections are.
        ask_field: Puts the field one was at to the room.
    """

    def __init__(
        self, room: OpenRoom, prepared: Callable[[], Preparation | None], language: Language,
        show_map: Callable[[], object], ask_field: Callable[[], object],
    ) -> None:  # fmt: skip
        self._room, self._prepared, self._language = room, prepared, language
        self._list = column(gap=2)
        self._shown: tuple[object, ...] = ()
        text = language.text
        held = Panel(column(self._list, stretch(), margins=(14, 16, 14, 8)), role="side")
        ask = Button(text(N_("Ask about a field")), "link", icon="plus", on_click=ask_field)
        more = Button(text(N_("Map")), "link", icon="blocks", keys="M", on_click=show_map)
        foot = row(ask, stretch(), more, margins=(12, 8, 12, 10))
        super().__init__(column((Scroller(held, role="side"), 1), foot, gap=0), role="side", name=text(N_("Agenda")))
        sized(self, width=WIDTH)
        self.refresh()

    def refresh(self) -> None:
        """Show where the room stands."""
        room, prepared, text = self._room, self._prepared(), self._language.text
        agenda = timetable(prepared.starts, prepared.agenda) if prepared is not None else ()
        here = room.standing.question or PLEDGE
        marks = tuple((one.question, self._state(one.question)) for one in room.held.rounds)
        shown = (agenda, here, marks, room.held.pledged, tuple(one.key for one in room.questions()))
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._list.put(Label(text(N_("FOR THE ROOM")), "over"))
        self._entry(PLEDGE, text(N_("Cooperation pledge")), "handshake" if room.held.pledged else "", here)
        for one in room.questions():
            self._entry(one.key, one.title, self._state(one.key), here)
        self._entry(ENDED, text(N_("End of the session")), "", here)
        if agenda:
            late = agenda[-1].late
            over = text(N_("AGENDA · ENDS {time}")).format(time=clock_text(agenda[-1].ends))
            self._list.put(12, Label(over, "over"))
            if late > 0:
                self._list.put(Label(text(N_("{n} min over plan")).format(n=late), "tiny", tone="warn"))
            for each in agenda:
                said = f"{clock_text(each.starts)}  {each.block.name}"
                self._list.put(Label(said, "tiny", tone="ok" if each.block.took is not None else "sub", wrap=True))

    def _state(self, question: str) -> str:
        asked = self._room.held.round(question)
        if asked.ballot is not None and asked.ballot.decided:
            return "circle-check"
        return "eye" if asked.opened else "lock" if asked.marketing_in or asked.sales_in else ""

    def _entry(self, key: str, words: str, icon: str, here: str) -> None:
        layout = row(gap=10)
        if icon:
            layout.put(IconLabel(icon, "ok" if icon in {"circle-check", "handshake"} else "sub", 16))
        layout.put((Label(words, "strong" if key == here else "body", wrap=True), 1))
        chosen = self._language.text(N_("{question}, on screen")).format(question=words)
        made = PressRow(layout, says=chosen if key == here else words, on_press=lambda: self._room.go(key))
        self._list.put(made)
