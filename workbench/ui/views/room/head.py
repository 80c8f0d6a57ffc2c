"""The console's head: the question, the clock with its buttons, and the five steps with the one at hand."""

from __future__ import annotations

from collections.abc import Callable

from workbench.agreement.contents import SECTION
from workbench.agreement.room.countdown import SOON, clock_words
from workbench.agreement.room.staging import ENDED, STEPS
from workbench.base.language import N_, Language
from workbench.ui.open_room import OpenRoom
from workbench.ui.parts.button import Button
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column, row, stretch
from workbench.ui.parts.segment import Segment
from workbench.ui.parts.tool_button import ToolButton


class ConsoleHead(Panel):
    """The head.

    Args:
        room: The session.
        language: Of the window.
        run: Runs an action of the room by its name.
    """

    def __init__(self, room: OpenRoom, language: Language, run: Callable[[str], object]) -> None:
        self._room, self._language, text = room, language, language.text
        self._over, self._title = Label("", "over"), Label("", "h1", wrap=True)
        self._clock, self._left = Label("", "clock", figures=True), Label("", "tiny")
        self._more = Button(text(N_("2 min")), icon="plus", keys="T", on_click=lambda: run("room.longer"))
        self._more.setAccessibleName(text(N_("Two more minutes, T")))
        self._pause = ToolButton("timer", text(N_("Stop the clock, or let it go on (Space)")),
                                 on_click=lambda: run("room.pause"))  # fmt: skip
        self._steps = Segment([(str(n), text(words)) for n, words in enumerate(STEPS)], name=text(N_("Step")))
        self._steps.chosen.connect(lambda key: room.go(room.standing.question, int(key)))
        time = column(self._clock, self._left, gap=0)
        super().__init__(column(
            row((column(self._over, self._title, gap=4), 1), self._more, self._pause, time, gap=12),
            row(self._steps, stretch()), gap=12,
        ))  # fmt: skip
        self.refresh()

    def refresh(self) -> None:
        """Show where the room stands."""
        room, text, question = self._room, self._language.text, self._room.question
        if question is not None:
            self._over.setText(text(SECTION[question.section].title).upper())
            self._title.setText(question.title)
        else:
            ended = room.standing.question == ENDED
            self._over.setText(text(N_("IN THE ROOM")))
            self._title.setText(text(N_("The session has ended")) if ended else text(N_("Cooperation pledge")))
        self._steps.setVisible(question is not None)
        self._steps.show_choice(str(room.step))
        self.show_clock()

    def show_clock(self) -> None:
        """Show the time left; amber when it is nearly over, never red."""
        clock, text = self._room.clock, self._language.text
        for part in (self._more, self._pause, self._clock, self._left):
            part.setVisible(bool(clock.whole))
        if clock.whole:
            left = clock.left_at(self._room.now())
            self._clock.setText(clock_words(left))
            self._clock.set_tone("warn" if left < SOON else "")
            said = text(N_("over, goes into the log")) if left < 0 else text(N_("left")) if clock.runs else ""
            self._left.setText(said or text(N_("paused")))
