"""The head of a page: where one is, what it is called, what it is for; on the right what can be done with it.

Where there is no room beside the buttons, the facts go under them, and where even the title would be cut, the buttons
go under the title.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.layout import NONE, Item, Margins, Panel, box, column, row, stretch
from workbench.ui.theme.theme import theme

GAP = 8


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
        self._words = column(*lines, gap=1)
        self._right: QWidget | None = box(row(*right, gap=GAP)) if right else None
        self._top = row((self._words, 1), gap=GAP)
        if self._right is not None:
            self._top.addWidget(self._right)
        self._rows = column(self._top, margins=margins, gap=2)
        if wide:
            self._rows.addWidget(self.facts)
        self._low = column(gap=0)
        self._rows.addLayout(self._low)
        self._moves_facts = below and bool(facts)
        self._facts_out = self._tools_out = False
        super().__init__(self._rows)
        if not facts:  # it stands nowhere, and goes with the head all the same
            self.facts.setParent(self)
            self.facts.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has another arrangement."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Other words, or more to press."""
        answer = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return answer

    def _fit(self) -> None:
        """Put facts and tools where they are seen whole."""
        if self._right is None:
            return
        room = self._rows.contentsRect().width() - self._right.sizeHint().width() - theme().look.px(GAP)
        tools_out = self.title.sizeHint().width() > room
        facts_out = self._moves_facts and not tools_out and self.facts.sizeHint().width() > room
        if facts_out != self._facts_out:
            self._facts_out = facts_out
            if facts_out:
                self._words.removeWidget(self.facts)
                self._rows.insertWidget(1, self.facts)
            else:
                self._rows.removeWidget(self.facts)
                self._words.addWidget(self.facts)
        if tools_out != self._tools_out:
            self._tools_out = tools_out
            self._low.pad((0, GAP, 0, 0) if tools_out else NONE)
            if tools_out:
                self._top.removeWidget(self._right)
                self._low.addWidget(self._right, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                self._low.removeWidget(self._right)
                self._top.addWidget(self._right)
