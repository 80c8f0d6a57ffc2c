"""The panel under a field being agreed: how its promise would have stood on past data.

It keeps its place and its size while answers come and go, so that nothing jumps under whoever is typing. Must not know
where data is from.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.base.language import N_, Language
from workbench.ui.charts import ladder, periods
from workbench.ui.charts.chart import Chart
from workbench.ui.form.showing import set_shown
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import QUIET_MARGINS
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column, row, stretch
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.parts.two_columns import TwoColumns

if TYPE_CHECKING:
    from workbench.agreement.commitment import Commitment
    from workbench.ui.views.agree.past.words import PastWords


BESIDE = 520
"""Design pixels from which the steps stand beside what is said."""


class PastPanel(Panel):
    """What one field would have come to.

    Args:
        language: Of the window.
        close: Closes it.
        bring: Begins to import a file.
        choose: Takes the id of another promise that hangs on the same field.
    """

    def __init__(
        self,
        language: Language,
        close: Callable[[], object],
        bring: Callable[[], object],
        choose: Callable[[str], object],
    ) -> None:
        text = language.text
        self._language, self._close, self._choose = language, close, choose
        self._label = Label("", "muted")
        self._others = row(gap=4)
        self._links: list[Button] = []
        self._x = ToolButton("x", text(N_("Close past data (Ctrl+B)")), size=15, on_click=close)
        head = row(Label(text(N_("On past data")), "h3"), self._label, stretch(), self._others, self._x, gap=8)
        self._headline, self._chip = Label("", "mid", figures=True), Chip("", "idle")
        self._sentence = Label("", "body", wrap=True)
        self._notes = Label("", "tiny", wrap=True)
        self._spells = Chart(
            periods.draw, periods.describe, periods.Spells((), language),
            name=text(N_("Period by period")), height=periods.HEIGHT,
        )  # fmt: skip
        said = column(
            row(self._headline, self._chip, stretch(), gap=8), self._sentence, self._spells, self._notes, stretch(),
            gap=5,
        )  # fmt: skip
        self._ladder: Chart[ladder.Ladder] | None = None
        self._steps = 0
        self._ladder_place = QVBoxLayout()
        self._ladder_place.setContentsMargins(0, 0, 0, 0)
        beside = column(self._ladder_place, stretch(), gap=0)
        self._answer = TwoColumns((said,), (beside,), below=BESIDE, weights=(5, 6), gap=24)
        import_it = Button(text(N_("Import…")), on_click=bring)
        self._trouble = Notice("none", "", actions=(import_it,))
        self._plain = Label("", "muted", wrap=True)
        self._foot = Label("", "tiny", wrap=True)
        parts = column(
            head, self._answer, self._trouble, self._plain, self._foot, margins=QUIET_MARGINS, gap=8
        )  # fmt: skip
        super().__init__(parts, card="quiet", name=text(N_("On past data")))
        self._show(plain=text(N_("Trying this on the imported leads …")))

    # What it says; until it says something else, the answer before stays

    def show_promise(self, promise: Commitment | None, others: Sequence[Commitment] = ()) -> None:
        """Say which promise it is about, and offer the others that hang on the same field."""
        self._label.setText(promise.label if promise is not None else "")
        labels = [one.label for one in others if promise is not None and one.id != promise.id]
        if labels == [link.text() for link in self._links]:
            return
        for link in self._links:
            link.hide()
            link.deleteLater()
        self._links = [
            Button(one.label, "link", on_click=lambda wanted=one.id: self._choose(wanted))  # type: ignore[misc]  # bound per promise
            for one in others
            if promise is not None and one.id != promise.id
        ]
        self._others.put(*self._links)

    def show_words(self, words: PastWords, foot: str) -> None:
        """Show an answer."""
        self._headline.setText(words.headline)
        self._chip.show_state(words.chip, words.tone)
        set_shown(self._chip, bool(words.chip))
        self._sentence.emphasise(words.sentence, words.numbers)
        self._notes.setText("\n".join(words.notes))
        self._spells.show_data(words.spells)
        set_shown(self._spells, bool(words.spells.spells))
        self._show_ladder(words.ladder)
        self._show(answer=True, foot=foot)
        spoken = f"{words.headline} {words.sentence.format(words.numbers)} {' '.join(words.notes)}"
        self.setAccessibleDescription(spoken)

    def show_trouble(self, words: str, strong: str = "", *, can_import: bool = True) -> None:
        """Say why there is no answer, and what to do."""
        self._trouble.say("none", words, strong=strong, act=can_import)
        self._show(trouble=True)
        self.setAccessibleDescription(f"{strong} {words}".strip())

    def show_plain(self, words: str) -> None:
        """Say why there is nothing to answer yet."""
        self._show(plain=words)
        self.setAccessibleDescription(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
            return
        super().keyPressEvent(event)

    def holds(self, widget: QWidget | None) -> bool:
        """Whether a widget is inside."""
        return widget is not None and self.isAncestorOf(widget)

    def _show(self, *, answer: bool = False, trouble: bool = False, plain: str = "", foot: str = "") -> None:
        self._answer.setVisible(answer)
        self._trouble.setVisible(trouble)
        self._plain.setText(plain)
        self._plain.setVisible(bool(plain))
        self._foot.setText(foot)
        self._foot.setVisible(bool(foot))

    def _show_ladder(self, data: ladder.Ladder) -> None:
        """A chart of as many lines as there are numbers; the same one while their number is the same."""
        if self._ladder is not None and self._steps == len(data.steps):
            self._ladder.show_data(data)
            return
        gone, self._ladder, self._steps = self._ladder, None, len(data.steps)
        if gone is not None:
            gone.hide()
            self._ladder_place.removeWidget(gone)
            gone.deleteLater()
        if data.steps:
            name = self._language.text(N_("Other numbers on the same data"))
            self._ladder = Chart(ladder.draw, ladder.describe, data, name=name, height=ladder.height(data))
            self._ladder_place.addWidget(self._ladder)
