"""The list of leads behind a number, with a filter by how they count. Must not know charts or figures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from workbench.agreement.value_text import count_text
from workbench.base.language import N_
from workbench.ui.parts.button import Button
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, box, column, row, stretch
from workbench.ui.parts.segment import Segment
from workbench.ui.tables.column import Column
from workbench.ui.tables.rowlist import RowList
from workbench.ui.tables.rows import RowsModel
from workbench.ui.views.desk import Desk
from workbench.ui.views.track.names import Names
from workbench.ui.views.track.promises import Promise
from workbench.ui.views.track.scorecard.leads import LeadLine, Leads
from workbench.ui.views.track.scorecard.outcomes import outcome_of
from workbench.ui.views.track.scorecard.story import Story

FILTERS = ("", "met", "late", "overdue", "pending", "excluded", "unknown")


class LeadView(RowList):
    """The list; Escape leads back.

    Attributes:
        left: Emitted when Escape was pressed in it.
    """

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves; numbers are the page's."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            event.ignore()
            return
        super().keyPressEvent(event)


class LeadList(Panel):
    """The leads behind a number.

    Attributes:
        wanted: Emitted with a `LeadLine` that somebody opened.

    Args:
        desk: For the words.
        names: Whether people are shown.
        take_out: Writes the list out.
    """

    wanted = Signal(object)

    def __init__(self, desk: Desk, names: Names, take_out: Callable[[], object]) -> None:
        text, language = desk.language.text, desk.language
        self._language, self._names = language, names
        self._story: Story | None = None
        self._promise: Promise | None = None
        self._state = ""
        self._segment: Segment | None = None
        self._model: RowsModel[LeadLine] = RowsModel(
            [Column("lead", text(N_("Lead")), lambda one: one.cell(language))]
        )  # fmt: skip
        self.view = LeadView(self._model, name=text(N_("Leads behind this number")))
        self.view.setUniformItemSizes(True)  # rows are made when they are seen, not to be measured
        self._title = Label(text(N_("Leads behind this number")), "h3")
        self._slot = row(gap=0)
        self.take_out = Button(text(N_("Exceptions list…")), "link", icon="download", on_click=take_out)
        head = box(
            column(
                row(self._title, stretch(), self.take_out), row(self._slot, stretch()), margins=(22, 4, 22, 8), gap=6
            )
        )
        super().__init__(column(head, (self.view, 1), gap=0))
        self.view.opened.connect(self._on_opened)

    @property
    def leads(self) -> Leads | None:
        """Every lead of the number, whatever the filter; nothing while there is no number."""
        if self._story is None or self._story.evidence is None:
            return None
        return Leads(self._story.evidence, self._names, self._language)

    def show_story(self, story: Story, promise: Promise) -> None:
        """Show the leads of a number."""
        self._story, self._promise = story, promise
        self._state = ""
        self._make_filters()
        self._fill()

    def clear(self) -> None:
        """Show none, while the next ones are looked for."""
        self._story = None
        self._model.show_rows(())

    def refresh(self) -> None:
        """Show the same leads again, with names or without."""
        row_now = self.view.current_row
        self._fill()
        if 0 <= row_now < len(self._model.rows):
            self.view.show_row(row_now)

    def filter_by(self, state: str) -> None:
        """Show the leads in one state only; all where empty."""
        if self._segment is not None and state in self.states:
            self._segment.show_choice(state or "all")
            self._state = state
            self._fill()

    @property
    def states(self) -> tuple[str, ...]:
        """The filters that are offered, in order."""
        counts = self._story.counts if self._story is not None else {}
        return tuple(one for one in FILTERS if not one or counts.get(one, 0))  # type: ignore[call-overload]  # a state word

    def _fill(self) -> None:
        if self._story is None or self._story.evidence is None:
            self._model.show_rows(())
            return
        self._model.show_rows(Leads(self._story.evidence, self._names, self._language, self._state))

    def _make_filters(self) -> None:
        if self._segment is not None:
            self._slot.removeWidget(self._segment)
            self._segment.hide()
            self._segment.deleteLater()
            self._segment = None
        story = self._story
        if story is None or story.evidence is None or self._promise is None:
            return
        text, shown = self._language.text, self._promise.shown
        choices = [("all", text(N_("All {n}")).format(n=count_text(len(story.evidence), shown)))]
        for key in self.states[1:]:
            word = text(outcome_of(story.commitment.kind, key).word)
            choices.append((key, f"{word} {count_text(story.counts[key], shown)}"))  # type: ignore[index]  # a state word
        self._segment = Segment(choices, name=text(N_("Outcome")), compact=True)
        self._segment.chosen.connect(lambda key: self.filter_by("" if key == "all" else key))
        self._slot.addWidget(self._segment)

    def _on_opened(self, number: int) -> None:
        self.wanted.emit(self._model.rows[number])
