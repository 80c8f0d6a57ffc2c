"""The head of a page: where one is, what it is called, what it is for; on the right what can be done with it."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy

from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.layout import NONE, Item, Margins, Panel, column, row, stretch


class PageHead(Panel):
    """One line over, the title, and one line of facts.

    Args:
        title: The page's name.
        over: Where it belongs, small above the title; written in capitals by the page itself, never by a style.
        facts: What it is for, after the title or under it where `below`.
        right: Buttons and switches.
        below: Put the facts under the title.
        wide: Put them under title and buttons, over the whole width.
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
        wide: bool = False,
        margins: Margins = NONE,
    ) -> None:
        self.title = ElidingLabel(title, "h1")
        self.facts = ElidingLabel(facts, "muted")
        self.over = ElidingLabel(over, "over")
        if not over:  # showing what has no parent yet would flash up as a window
            self.over.hide()
        lines: list[Item] = [self.over]
        if below or wide or not facts:
            lines += [self.title]
            if facts and not wide:
                lines.append(self.facts)
        else:
            lines.append(row(self.title, 4, column(stretch(), (self.facts, 0), 3, gap=0), stretch(), gap=6))
        words = column(*lines, gap=1)
        rows: list[Item] = [row((words, 1), *right, gap=8)]
        if wide:
            rows.append(self.facts)
        super().__init__(column(*rows, margins=margins, gap=2))
        if not facts:  # it stands nowhere, and goes with the head all the same
            self.facts.setParent(self)
            self.facts.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
