"""What stands over the scorecard's table: title and tools, by what is judged, what to beware of, and the legend."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from workbench.base.language import N_
from workbench.ui.parts.button import Button
from workbench.ui.parts.layout import Panel, box, column, row, stretch
from workbench.ui.parts.legend import Legend
from workbench.ui.parts.marks import STATUS
from workbench.ui.parts.page_head import PageHead
from workbench.ui.parts.switch import Switch
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.theme.theme import theme
from workbench.ui.views.desk import Desk
from workbench.ui.views.track.learning import Known, MonthHead
from workbench.ui.views.track.names import Names
from workbench.ui.views.track.promises import Promise
from workbench.ui.views.track.scorecard.head import banners, counts, facts, span_words

TIGHT_BELOW, LOW = 760, 480
"""Design pixels: narrower, the tools are icons alone; in a lower window, the counts of the statuses go."""


class ScorecardTop(Panel):
    """The part over the table.

    Attributes:
        filtered: Emitted with the status of which the promises are wanted; empty for all.
        shifted: Emitted with -1 or 1: earlier or later months are wanted.

    Args:
        desk: The window and its session.
        names: Whether people are shown.
        run: Runs an action of the window by its name.
    """

    filtered = Signal(str)
    shifted = Signal(int)

    def __init__(self, desk: Desk, names: Names, run: Callable[[str], object]) -> None:
        text = desk.language.text
        self._desk, self._text, self._names, self._run = desk, text, names, run
        self._hide = Switch(text(N_("Hide names")), on=names.hidden)
        self._hide.setToolTip(text(N_("Show letters instead of names, everywhere (Ctrl+H)")))
        tools = [
            Button(text(words), icon=icon, tip=text(words), on_click=lambda action=action: run(action))  # type: ignore[misc]  # bound per tool
            for words, icon, action in (
                (N_("Lead flow"), "trending-up", "track.flow"),
                (N_("Import…"), "upload", "actuals.load"),
                (N_("Tracker…"), "file-spreadsheet", "track.tracker"),
                (N_("Review…"), "file-text", "track.review"),
            )
        ]
        self._of_leads, self._of_version = tools[0], tools[2:]
        self._tools = [(tool, tool.text()) for tool in tools]
        self._head = PageHead(text(N_("Scorecard")), over=" ", right=(self._hide, 8, *tools))
        self.legend = Legend(STATUS, desk.language, name=text(N_("Statuses and how often they occur")))
        self._earlier = ToolButton("chevron-left", text(N_("Earlier months")), on_click=lambda: self.shifted.emit(-1))
        self._later = ToolButton("chevron-right", text(N_("Later months")), on_click=lambda: self.shifted.emit(1))
        for step in (self._earlier, self._later):
            step.setProperty("kind", "snug")
        self._facts: QWidget = QWidget()
        self._banners: QWidget = QWidget()
        self._lines = column(
            self._head, 2, self._facts, self._banners,
            row((self.legend, 100), stretch(), self._earlier, self._later, gap=0),
            margins=(24, 16, 20, 8), gap=5,
        )  # fmt: skip
        super().__init__(self._lines)
        self.legend.filtered.connect(self.filtered)
        self._hide.toggled.connect(names.hide)
        names.changed.connect(self._on_names)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The table comes first: in a narrow window the tools have icons alone, in a low one the statuses go."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)  # showing a part inside a layout pass upsets the pass

    def _fit(self) -> None:
        look = theme().look
        for tool, words in self._tools:
            said = "" if self.width() < look.px(TIGHT_BELOW) else words
            if said != tool.text():
                tool.show_text(said)
                tool.setAccessibleName(words)
                tool.restyle(look)
        self.legend.setVisible(self.window().height() >= look.px(LOW))

    def show_known(self, known: Known) -> None:
        """Show by what is judged, and what to beware of."""
        for button in self._of_version:
            button.setVisible(known.has_version)
        self._of_leads.setVisible(known.check.leads > 0)
        run = self._run
        shown = facts(self._desk, known, lambda: run("track.imports"), lambda: run("track.proposals"))
        self._facts = self._swap(self._facts, shown)
        found = banners(self._desk, known, lambda: self._run("actuals.load"))
        self._banners = self._swap(self._banners, box(column(*found, gap=6)))
        self._banners.setVisible(bool(found))

    @property
    def anchor(self) -> QWidget:
        """What the proposals open at: the last of what it says of the check leads to them."""
        return next(reversed(self._facts.findChildren(Button)), self._facts)

    def show_months(
        self, promises: Sequence[Promise], months: Sequence[MonthHead], can_move: tuple[bool, bool]
    ) -> None:  # fmt: skip
        """Show which months are in view, how the promises stand in them, and whether there are others."""
        for button, can in zip((self._earlier, self._later), can_move, strict=True):
            button.setEnabled(can)
            button.setVisible(any(can_move))
        self.legend.show_counts(counts(promises, months))
        self._head.over.setText(self._text(N_("TRACK · {span}")).format(span=span_words(months, self._desk)))
        self._head.over.show()

    def _swap(self, old: QWidget, new: QWidget) -> QWidget:
        self._lines.replaceWidget(old, new)
        old.hide()
        old.deleteLater()
        return new

    def _on_names(self) -> None:
        blocked = self._hide.blockSignals(True)
        self._hide.setChecked(self._names.hidden)
        self._hide.blockSignals(blocked)
