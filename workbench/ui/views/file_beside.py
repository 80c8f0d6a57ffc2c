"""A PDF at the left and what is done with it at the right; without room for both they take turns, by a switch.

Must not know what the panel shows.
"""

from __future__ import annotations

from workbench.base.language import N_
from workbench.ui.parts.beside import Beside, SidePanel
from workbench.ui.parts.layout import Item, Panel, column, row, stretch
from workbench.ui.parts.segment import Segment
from workbench.ui.views.desk import Desk
from workbench.ui.views.file_desk import FileDesk

FOLD_BELOW = 1160


class FileBeside(Panel):
    """The two parts.

    Attributes:
        file: The PDF.
        switch: Which of both is seen while there is no room for both.

    Args:
        desk: The window and its session.
        side: The panel.
        words: What the panel is called on the switch, in the language.
        tools: At the right end of the bar over the PDF.
    """

    def __init__(self, desk: Desk, side: SidePanel, words: str, *, tools: tuple[Item, ...] = ()) -> None:
        text = desk.language.text
        self.file = FileDesk(desk, tools=tools)
        self._beside = Beside(self.file, side, below=FOLD_BELOW, role="desk")
        views = [("file", text(N_("File"))), ("side", words)]
        self.switch = Segment(views, "side", name=text(N_("Show")), compact=True)
        self._bar = Panel(row(stretch(), self.switch, stretch(), margins=(16, 6, 16, 6)), role="bar")
        super().__init__(column(self._bar, (self._beside, 1), gap=0), role="desk")
        self._bar.hide()
        self.file.listen(self)
        self._beside.folded.connect(self._on_folded)
        self.switch.chosen.connect(lambda view: self._beside.call_side(show=view == "side"))

    def _on_folded(self, folded: bool) -> None:
        self._bar.setVisible(folded)
        self.switch.show_choice("side")
        self._beside.call_side(show=folded)
