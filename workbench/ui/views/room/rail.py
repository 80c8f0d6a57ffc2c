"""The console's left edge: the agenda with its hours, the questions for the room, and what came of both so far."""

from __future__ import annotations

from collections.abc import Callable

from workbench.agreement.preparing.agenda import Timed, clock_text, timetable
from workbench.agreement.preparing.preparation import Preparation
from workbench.agreement.room.consent import is_settled
from workbench.agreement.room.countdown import clock_words
from workbench.agreement.room.staging import ENDED, PLEDGE
from workbench.base.language import N_, Language
from workbench.ui.form.draft import Draft
from workbench.ui.open_room import OpenRoom
from workbench.ui.parts.button import Button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, Panel, box, column, row, stretch
from workbench.ui.parts.page import Scroller
from workbench.ui.parts.press_row import PressRow
from workbench.ui.parts.sizing import sized

WIDTH = 290
WAITING, AT_HAND, DONE = "circle", "timer", "circle-check"


class ConsoleRail(Panel):
    """The rail.

    Attributes:
        made: How often its rows were made.

    Args:
        room: The session.
        draft: Of the agreement, whose decisions and open items are counted.
        prepared: Reads what was prepared; nothing while it is not known.
        language: Of the window.
        begin: Begins a block of the agenda, by its key.
        run: Runs an action by its name.
    """

    def __init__(
        self, room: OpenRoom, draft: Draft, prepared: Callable[[], Preparation | None], language: Language,
        begin: Callable[[str], object], run: Callable[[str], object],
    ) -> None:  # fmt: skip
        self._room, self._draft, self._prepared, self._language = room, draft, prepared, language
        self._begin, self._run = begin, run
        self._list = column(gap=2)
        self._rows: list[PressRow] = []
        self.made = 0
        self._shown: tuple[object, ...] = ()
        text = language.text
        held = Panel(column(self._list, stretch(), margins=(12, 16, 12, 8)), role="surface")
        self._counts = {
            key: (Label("", "number", figures=True), Label(text(words), "tiny"))
            for key, words in (("decided", N_("decided")), ("parked", N_("parked")), ("concern", N_("concerns")))
        }
        counts = row(*((column(*labels, gap=0), 1) for labels in self._counts.values()), margins=(20, 10, 12, 6))
        ask = Button(text(N_("Ask about a field")), "link", icon="plus", on_click=lambda: run("room.field"))
        more = Button(text(N_("Map")), "link", icon="blocks", keys="M", on_click=lambda: run("notebook.map"))
        foot = row(ask, stretch(), more, margins=(12, 2, 12, 10))
        super().__init__(
            column((Scroller(held, role="surface"), 1), counts, foot, gap=0), role="rail", name=text(N_("Agenda"))
        )
        sized(self, width=WIDTH)
        self.refresh()

    def refresh(self) -> None:
        """Show where the room stands; made anew only when something on it changed."""
        room, prepared = self._room, self._prepared()
        elapsed = room.minutes_in_block()
        agenda = (
            timetable(prepared.starts, prepared.agenda, room.standing.block, elapsed) if prepared is not None else ()
        )
        here = room.standing.question or PLEDGE
        marks = tuple((one.question, self._state(one.question)) for one in room.held.rounds)
        questions = tuple((one.key, one.title) for one in room.questions())
        shown = (
            agenda,
            elapsed,
            room.standing.block,
            here,
            marks,
            room.held.pledged,
            questions,
            room.standing.overruns,
        )
        self._count()
        if shown == self._shown:
            return
        self._shown = shown
        self.made += 1
        at = next((number for number, one in enumerate(self._rows) if one.hasFocus()), None)
        self._rows = []
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._put_agenda(agenda, elapsed)
        self._put_questions(here)
        if at is not None and at < len(self._rows):
            self._rows[at].setFocus()

    def _count(self) -> None:
        items = self._draft.root.sign_off.open_items
        found = {
            "decided": len(self._draft.root.sign_off.decisions),
            "parked": sum(not one.objection and one.outcome in {"", "open"} for one in items),
            "concern": sum(one.objection and not is_settled(one) for one in items),
        }
        for key, (number, words) in self._counts.items():
            number.setText(str(found[key]))
            number.setAccessibleName(f"{found[key]} {words.text()}")

    # The agenda

    def _put_agenda(self, agenda: tuple[Timed, ...], elapsed: int) -> None:
        text = self._language.text
        title: list[Item] = [Label(text(N_("AGENDA")), "over"), stretch()]
        if agenda:
            title.append(Button(text(N_("Move blocks")), "link", on_click=lambda: self._run("prepare.agenda")))
        self._list.put(box(row(*title)))
        if not agenda:
            none = Button(
                text(N_("Choose an agenda")), "link", icon="timer", on_click=lambda: self._run("prepare.agenda")
            )
            self._list.put(box(row(none, stretch())))
            return
        late = agenda[-1].ends_late
        ends = Label(text(N_("Ends {time}")).format(time=clock_text(agenda[-1].ends)), "strong", figures=True)
        over = text(N_("{n} min over plan") if late > 0 else N_("{n} min ahead")).format(n=abs(late))
        head: list[Item] = [ends, stretch()]
        if late:
            head.append(Chip(over, "warn" if late > 0 else "ok"))
        self._list.put(box(row(*head, margins=(0, 0, 0, 4))))
        for one in agenda:
            self._put_block(one, elapsed)

    def _put_block(self, one: Timed, elapsed: int) -> None:
        text, block = self._language.text, one.block
        at_hand = block.key == self._room.standing.block
        done = block.took is not None and not at_hand
        left = (block.minutes or 0) - elapsed
        counts = at_hand and block.kind != "homework"
        under = text(N_("{n} min left") if left >= 0 else N_("{n} min over")).format(n=abs(left)) if counts else ""
        name = Label(block.name or text(N_("unnamed block")), "strong" if at_hand else "tiny", wrap=True)
        words = [name, Label(under, "tiny", tone="accent" if left >= 0 else "warn")] if under else [name]
        icon = DONE if done else AT_HAND if at_hand else "hourglass" if block.kind == "break" else WAITING
        time, minutes = clock_text(one.starts), one.ends - one.starts
        line = row(
            Label(time, "tiny", figures=True, tone="accent" if at_hand else ""),
            IconLabel(icon, "ok" if done else "accent_text" if at_hand else "muted", 16), (column(*words, gap=1), 1),
            Label(str(minutes) if minutes else "", "tiny", figures=True), gap=9,
        )  # fmt: skip
        state = text(N_("done") if done else N_("at hand") if at_hand else N_("to come"))
        says = text(N_("{time}, {block}, {n} minutes, {state}")).format(
            time=time, block=name.text(), n=minutes, state=f"{state}, {under}" if under else state
        )
        made = PressRow(line, says=says, on_press=lambda: self._begin(block.key), padding=(6, 5, 6, 5))
        made.setToolTip(text(N_("Begin this block; Shift+B begins the next one")))
        self._put_row(made, chosen=at_hand)

    # The questions

    def _put_questions(self, here: str) -> None:
        room, text = self._room, self._language.text
        self._list.put(12, Label(text(N_("FOR THE ROOM")), "over"))
        self._entry(PLEDGE, text(N_("Cooperation pledge")), "handshake" if room.held.pledged else "", here)
        for one in room.questions():
            over = sum(each.seconds or 0 for each in room.standing.overruns if each.what == one.key)
            self._entry(one.key, one.title, self._state(one.key), here, over)
        self._entry(ENDED, text(N_("End of the session")), "", here)

    def _state(self, question: str) -> str:
        asked = self._room.held.round(question)
        if asked.ballot is not None and asked.ballot.decided:
            return "circle-check"
        return "eye" if asked.opened else "lock" if asked.marketing_in or asked.sales_in or asked.handed_in else ""

    def _entry(self, key: str, words: str, icon: str, here: str, over: int = 0) -> None:
        tone = "ok" if icon in {"circle-check", "handshake"} else "sub" if icon else "muted"
        title = Label(words, "strong" if key == here else "tiny", wrap=True)
        layout = row(IconLabel(icon or WAITING, tone, 16), (title, 1), gap=9)
        if over:
            layout.put(Label(clock_words(-over), "tiny", tone="warn", figures=True))
            words = self._language.text(N_("{question}, {time} over")).format(question=words, time=clock_words(over))
        chosen = self._language.text(N_("{question}, on screen")).format(question=words)
        made = PressRow(
            layout, says=chosen if key == here else words, on_press=lambda: self._room.go(key), padding=(6, 5, 6, 5)
        )
        self._put_row(made, chosen=key == here)

    def _put_row(self, made: PressRow, *, chosen: bool) -> None:
        if chosen:
            made.setProperty("tone", "accent")
        self._rows.append(made)
        self._list.put(made)
