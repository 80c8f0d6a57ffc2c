"""The console's head: the question, the clock with its buttons, and the five steps with the one at hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from workbench.agreement.contents import SECTION
from workbench.agreement.preparing.agenda import Block
from workbench.agreement.preparing.preparation import Preparation
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
        prepared: Reads what was prepared; nothing while it is not known.
        language: Of the window.
        run: Runs an action of the room by its name.
    """

    def __init__(
        self, room: OpenRoom, prepared: Callable[[], Preparation | None], language: Language,
        run: Callable[[str], object],
    ) -> None:  # fmt: skip
        self._room, self._prepared, self._language, text = room, prepared, language, language.text
        self._over, self._title = Label("", "over"), Label("", "h1", wrap=True)
        self._under = Label("", "muted")
        self._clock, self._left = Label("", "clock", figures=True), Label("", "tiny")
        self._more = Button(text(N_("2 min")), icon="plus", keys="T", on_click=lambda: run("room.longer"))
        self._more.setAccessibleName(text(N_("Two more minutes, T")))
        self._pause = ToolButton("timer", text(N_("Stop the clock, or let it go on (Space)")),
                                 on_click=lambda: run("room.pause"))  # fmt: skip
        self._steps = Segment([(str(n), text(words)) for n, words in enumerate(STEPS)], name=text(N_("Step")))
        self._steps.chosen.connect(lambda key: room.go(room.standing.question, int(key)))
        for part in (self._clock, self._left):
            part.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        time = column(self._clock, self._left, gap=0)
        super().__init__(column(
            row((column(self._over, self._title, self._under, gap=3), 1), self._more, self._pause, time, gap=12),
            row(self._steps, stretch()), gap=12,
        ))  # fmt: skip
        self.refresh()

    def refresh(self) -> None:
        """Show where the room stands."""
        room, text, question = self._room, self._language.text, self._room.question
        over = [self._block_words()]
        if question is not None:
            asked = [one.key for one in room.questions()]
            over.append(text(N_("QUESTION {n} OF {all}")).format(n=asked.index(question.key) + 1, all=len(asked)))
            self._title.setText(question.title)
            info = SECTION[question.section]
            self._under.setText(text(N_("Section {n}, {title}")).format(n=info.number, title=text(info.title)))
            for step in range(len(STEPS)):
                self._steps.mark(str(step), "check" if step < room.step else "")
        else:
            ended = room.standing.question == ENDED
            over.append(text(N_("IN THE ROOM")))
            self._title.setText(text(N_("The session has ended")) if ended else text(N_("Cooperation pledge")))
            self._under.setText(
                text(N_("What was decided and what is open stands in the minutes.")) if ended
                else text(N_("Before the first question"))
            )  # fmt: skip
        self._over.setText(", ".join(filter(None, over)))
        self._steps.setVisible(question is not None)
        self._steps.show_choice(str(room.step))
        self.show_clock()

    def show_clock(self) -> None:
        """Show the time left of the answer, or else of the block; amber when it is nearly over, never red."""
        clock, text = self._room.clock, self._language.text
        block = self._block()
        self._more.setVisible(bool(clock.whole))
        self._pause.setVisible(bool(clock.whole))
        timed = bool(clock.whole) or (block is not None and block.kind != "homework")
        self._clock.setVisible(timed)
        self._left.setVisible(timed)
        if clock.whole:
            left = clock.left_at(self._room.now())
            self._clock.setText(clock_words(left))
            self._clock.set_tone("warn" if left < SOON else "")
            said = text(N_("over, goes into the log")) if left < 0 else text(N_("left")) if clock.runs else ""
            self._left.setText(said or text(N_("paused")))
        elif block is not None and block.kind != "homework":
            left = (block.minutes or 0) * 60 - self._room.seconds_in_block()
            self._clock.setText(clock_words(left))
            self._clock.set_tone("warn" if left < SOON else "")
            self._left.setText(text(N_("left in this block")) if left >= 0 else text(N_("over plan in this block")))

    def _block(self) -> Block | None:
        prepared, key = self._prepared(), self._room.standing.block
        return next((one for one in prepared.agenda if one.key == key), None) if prepared is not None and key else None

    def _block_words(self) -> str:
        prepared, block = self._prepared(), self._block()
        if prepared is None or block is None:
            return ""
        whole = [one for one in prepared.agenda if one.kind != "homework"]
        if block not in whole:
            return self._language.text(N_("HOMEWORK"))
        at = whole.index(block) + 1
        return self._language.text(N_("BLOCK {n} OF {all}")).format(n=at, all=len(whole))
