"""What the facilitator says, and their private notes on the section; neither is ever shown to the room."""

from __future__ import annotations

from collections.abc import Callable

from workbench.base.language import N_, Language
from workbench.ui.open_room import OpenRoom
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, row, stretch
from workbench.ui.parts.sizing import sized

PLEDGE_LINES = (
    N_("Read the pledge aloud. Then ask both leads: do you say yes to this?"),
    N_("Only then take the first question."),
)

WHEN_WIDTH = 76
MOST_ASKS = 2


class SayCard(Card):
    """The script of the question.

    Args:
        room: The session.
        language: Of the window.
        asks: Questions that were made of what rubs.
    """

    def __init__(self, room: OpenRoom, language: Language, asks: tuple[str, ...] = ()) -> None:
        question, text = room.question, language.text
        first, *more = question.say if question else map(text, PLEDGE_LINES)
        rubs = [text(N_("What rubs: {question}")).format(question=one) for one in asks[:MOST_ASKS]]
        lines = [_prompt(line) for line in (*more, *rubs)]
        super().__init__(
            Label(text(N_("Say")), "h2"), Label(f"“{first}”", "say", wrap=True), *lines, stretch(), name=text(N_("Say"))
        )


def _prompt(line: str) -> Panel:
    """A line for when it is needed; what comes before its colon says when."""
    when, colon, words = line.partition(": ")
    if not colon:
        when, words = "", line
    words = words[:1].upper() + words[1:]
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
