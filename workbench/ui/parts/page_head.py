"""The head of a page: where one is, what it is called, what it is for; on the right what can be done with it."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy

from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import NONE, Item, Margins, Panel, column, row, stretch


class PageHead(Panel):
    """One line over, the title, and one line of facts.

    Args:
        title: The page's name.
        over: Where it belongs, small above the title; written in capitals by the page itself, never by a style.
        facts: What it is for, after the title or under it where `below`.
        right: Buttons and switches.
        below: Put the facts under the title.
        margins: Around; none where the page already has margins.
    """

    def __init__(
        self,
        title: str,
        *,
        over: str = "",
        facts: str = "",
        right: tuple[Item, ...] = (),
        below: bool = False,
        margins: Margins = NONE,
    ) -> None:
        self.title = ElidingLabel(title, "h1")
        self.facts = ElidingLabel(facts, "muted")
        self.over = Label(over, "over")
        self.over.setVisible(bool(over))
        lines: list[Item] = [self.over]
        if below or not facts:
            lines += [self.title]
            if facts:
                lines.append(self.facts)
        else:
            lines.append(row(self.title, 4, column(stretch(), (self.facts, 0), 3, gap=0), stretch(), gap=6))
        words = column(*lines, gap=1)
        super().__init__(row((words, 1), *right, margins=margins, gap=8))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
