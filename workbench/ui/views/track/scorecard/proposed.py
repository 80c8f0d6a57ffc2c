"""What the results propose for the next version: each leads to the field it concerns. Must not decide anything."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from workbench.agreement.model import shown_in
from workbench.agreement.sentences import short_name
from workbench.agreement.targets import field_of
from workbench.base.language import N_
from workbench.fields.value import Shown
from workbench.tracking.proposal_words import PROPOSALS, ROOM_DECIDES, proposal_words
from workbench.tracking.proposals import Suggested, Suggestion
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import box, column, row, stretch
from workbench.ui.parts.page import Scroller
from workbench.ui.parts.popover import WIDTH, Popover
from workbench.ui.parts.press_row import PressRow
from workbench.ui.parts.sizing import sized
from workbench.ui.parts.team_chip import TeamChip
from workbench.ui.theme.theme import theme
from workbench.ui.views.desk import Desk
from workbench.ui.views.track.learning import Known

TALLEST: Final = 420
ROOM: Final = WIDTH - 28
"""Design pixels of height after which one scrolls, and of width its lines have."""
GLYPHS: Final[dict[Suggestion, tuple[str, str]]] = {
    "ask_for_more": ("arrow-up", "ok"),
    "ask_for_less": ("arrow-down", "warn"),
    "make_measurable": ("ban", "idle"),
}


class Proposed(Popover):
    """The proposals, a line each.

    Attributes:
        begin: The first of them.

    Args:
        desk: The window and its session.
        known: What is known of the actuals; it proposes something.
        go: Brings a place of the agreement into view.
    """

    def __init__(self, desk: Desk, known: Known, go: Callable[[str], object]) -> None:
        text = desk.language.text
        shown = shown_in(known.check.newest.agreement, desk.language)
        lines = [_line(one, shown, self._leave) for one in known.proposals]
        self.begin, self._go = lines[0], go
        inner = column(*lines, stretch(), gap=3)
        scroller = Scroller(box(inner), role="raised", name=text(PROPOSALS))
        scale = theme().look.scale
        sized(scroller, height=min(TALLEST, inner.totalHeightForWidth(round(ROOM * scale)) / scale + 4))
        title = text(N_("Proposals for the next version, {n}")).format(n=len(lines))
        super().__init__(title, Label(text(ROOM_DECIDES), "tiny", wrap=True), scroller, close_says=text(N_("Close")))

    def _leave(self, path: str) -> None:
        self.close_popover()
        self._go(path)


def _line(one: Suggested, shown: Shown, go: Callable[[str], object]) -> PressRow:
    promise, words = one.commitment, proposal_words(one, shown)
    name = short_name(promise, shown)
    glyph, color = GLYPHS[one.suggestion]
    head = row(TeamChip(promise.label, promise.by), (ElidingLabel(name, "h3"), 1), gap=7)
    said = column(head, Label(words.shows, "body", wrap=True), Label(words.wanted, "tiny", wrap=True), gap=3)
    icon = column(4, IconLabel(glyph, color, 15), stretch(), gap=0)
    return PressRow(
        row(icon, (said, 1), gap=8),
        says=f"{promise.label} {name}: {words.shows} {words.wanted}",
        on_press=lambda: go(field_of(promise)),
    )
