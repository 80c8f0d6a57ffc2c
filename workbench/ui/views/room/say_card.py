"""What the facilitator says, and their private notes on the section; neither is ever shown to the room."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from workbench.agreement.preparing.to_show import ToShow
from workbench.agreement.room.staging import ENDED
from workbench.base.language import N_, Language
from workbench.ui.open_room import OpenRoom
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.flow import Flow
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, box, column, row, stretch
from workbench.ui.parts.sizing import sized

PLEDGE_LINES = (
    N_("Read the pledge aloud. Then ask both leads: do you say yes to this?"),
    N_("Only then take the first question."),
)
END_LINES = (
    N_("Each of you: one thing the other team did today that helped."),
    N_("Then: what can we do for the other team before we meet again?"),
    N_("Last: who brings what to an end, and when we meet. Both stand in the minutes."),
)

WHEN_WIDTH = 76
MOST_ASKS = 2


class SayCard(Card):
    """The script of the question.

    Args:
        room: The session.
        language: Of the window.
        asks: Questions that were made of what rubs.
        shows: What can be put before the room beside the question.
    """

    def __init__(
        self, room: OpenRoom, language: Language, asks: tuple[str, ...] = (), shows: tuple[ToShow, ...] = ()
    ) -> None:
        question, text = room.question, language.text
        ended = room.standing.question == ENDED
        first, *more = question.say if question else map(text, END_LINES if ended else PLEDGE_LINES)
        rubs = [text(N_("What rubs: {question}")).format(question=one) for one in asks[:MOST_ASKS]]
        prompts = (*more, *rubs)
        labelled = any(": " in line for line in prompts)
        lines = [_prompt(line, labelled=labelled) for line in prompts]
        super().__init__(
            Label(text(N_("Say")), "h2"),
            Label(f"“{first}”", "say", wrap=True),
            *lines,
            *_shows(room, language, shows),
            stretch(),
            name=text(N_("Say")),
        )


def _shows(room: OpenRoom, language: Language, shows: tuple[ToShow, ...]) -> list[Panel]:
    """A button for each thing that can be put before the room; pressed again, it goes."""
    if not shows:
        return []
    made = []
    for one in shows:
        button = Button(one.figure, "small", icon="presentation", on_click=partial(room.show_card, one), tip=one.words)
        button.setAccessibleName(language.text(N_("Show to the room: {words}")).format(words=one.words))
        made.append(button)
    return [Panel(column(Label(language.text(N_("Put before the room")), "tiny"), box(Flow(made, gap=6)), gap=4))]


def _prompt(line: str, *, labelled: bool) -> Panel:
    """A line for when it is needed; what comes before its colon says when."""
    when, colon, words = line.partition(": ")
    if not colon:
        when, words = "", line
    words = words[:1].upper() + words[1:]
    if not labelled:
        return Panel(row((Label(words, "body", wrap=True), 1)), name=line)
    label = Label(when, "strong", wrap=True)
    sized(label, width=WHEN_WIDTH)
    return Panel(row(label, (Label(words, "body", wrap=True), 1), gap=10), name=line)


class NotesCard(Card):
    """The facilitator's notes on the section.

    Args:
        language: Of the window.
        read: Reads them.
        write: Opens the place where they are written.
    """

    def __init__(self, language: Language, read: Callable[[], str], write: Callable[[], object]) -> None:
        text = language.text
        self._read, self._none = read, text(N_("Nothing noted on this section."))
        self._words = Label("", "body", wrap=True)
        button = Button(text(N_("Write")), "small", keys="N", on_click=write)
        super().__init__(
            row(Label(text(N_("Private notes")), "h2"), stretch(), button), self._words, stretch(),
            Label(text(N_("Never on the projector, never in the PDF.")), "tiny", wrap=True),
            name=text(N_("Private notes")),
        )  # fmt: skip
        self.refresh()

    def refresh(self) -> None:
        """Show them as they are."""
        self._words.setText(self._read() or self._none)
