"""Two versions side by side: the numbers first, then every changed text word by word. Must not know the library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from workbench.agreement.comparison import Compared, NumberRow, TextRow
from workbench.agreement.comparison.texts import HOW_LABEL
from workbench.base.language import N_, Language
from workbench.ui.parts.button import Button
from workbench.ui.parts.choice import Choice
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.empty import EmptyState
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, box, column, row, stretch
from workbench.ui.parts.rule import Rule
from workbench.ui.parts.switch import Switch
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.tables.cells.lines import Lines
from workbench.ui.tables.cells.number import Number
from workbench.ui.tables.cells.redline import RedlineCell
from workbench.ui.tables.cells.team import TeamCell
from workbench.ui.tables.column import Column
from workbench.ui.tables.rowlist import RowList
from workbench.ui.tables.rows import RowsModel
from workbench.ui.tables.table import Table
from workbench.ui.theme.fonts import MEDIUM, REGULAR, SEMIBOLD
from workbench.ui.theme.theme import theme

if TYPE_CHECKING:
    from workbench.agreement.comparison.naming import Placed

ROW, HEAD = 33, 34
NUMBERS_SHARE = 0.44
"""Of the pane's height, at most, while there is text below."""

NARROW = 620
"""Design pixels under which the change in signs gives way to its numbers."""


class ComparePane(Panel):
    """The pane.

    Attributes:
        sides: Where the two sides are chosen; may be hidden by whoever chooses them.
        wanted: Emitted with the keys of the older and the newer side when the person chose others.
        redline_wanted: Emitted when the comparison is wanted as a PDF.

    Args:
        language: For the words.
    """

    wanted = Signal(str, str)
    redline_wanted = Signal()

    def __init__(self, language: Language) -> None:
        text = language.text
        self._language, self._text = language, text
        self._found: Compared | None = None
        self.older, self.newer = Choice([], name=text(N_("Older side"))), Choice([], name=text(N_("Newer side")))
        swap = ToolButton("refresh-cw", text(N_("Swap the two")), on_click=self._swap)
        self.redline = Button(text(N_("Redline as PDF…")), icon="download")
        self._facts = ElidingLabel("", "tiny", figures=True)
        self._unchanged = Switch(text(N_("Show unchanged")))
        arrow = IconLabel("arrow-right", "muted", 16)
        self.sides = box(row(self.older, arrow, self.newer, swap, stretch(), self.redline))
        self._bar = box(
            column(
                Label(text(N_("COMPARE")), "over"),
                self.sides,
                row((self._facts, 1), self._unchanged), margins=(24, 16, 24, 8), gap=3,
            )
        )  # fmt: skip
        self._numbers_model = RowsModel(self._columns())
        self.numbers = Table(
            self._numbers_model, name=text(N_("Numbers before and after")), row_height=ROW, head_height=HEAD
        )
        self._texts_model = RowsModel([Column[TextRow]("text", text(N_("Text")), self._clause)])
        self.texts = RowList(self._texts_model, name=text(N_("Changed texts, word by word")))
        self._where = Label("", "tiny", figures=True)
        before = ToolButton("chevron-up", text(N_("Previous change (Shift+F7)")), on_click=lambda: self.step(-1))
        after = ToolButton("chevron-down", text(N_("Next change (F7)")), on_click=lambda: self.step(1))
        self._head = Panel(
            column(row(Label(text(N_("Text")), "h2"), stretch(), self._where, before, after,
                       margins=(24, 8, 24, 5)), Rule(), gap=0)
        )  # fmt: skip
        self._below = box(column(gap=0))
        self._body = box(column(self.numbers, self._head, (self.texts, 1), (self._below, 1), gap=0))
        self._nothing: EmptyState | None = None
        self._views = QStackedWidget()
        self._views.addWidget(self._body)
        super().__init__(column(self._bar, Rule(), (self._views, 1), gap=0), role="surface")
        self.redline.clicked.connect(self.redline_wanted)
        for side in (self.older, self.newer):
            side.activated.connect(lambda _row: self.wanted.emit(self.older.current, self.newer.current))
        self._unchanged.toggled.connect(lambda _on: self._show())
        self.texts.chosen.connect(lambda _row: self._say_where())

    def show_sides(self, sides: Sequence[tuple[str, str]], older: str, newer: str) -> None:
        """Offer other sides: key and words of each."""
        for choice, key in ((self.older, older), (self.newer, newer)):
            blocked = choice.blockSignals(True)
            choice.clear()
            for known, words in sides:
                choice.addItem(words, known)
            choice.blockSignals(blocked)
            choice.show_choice(key)

    def show_comparison(self, found: Compared) -> None:
        """Show what differs."""
        self._found = found
        if found.is_equal and not self._unchanged.isChecked():
            words = N_("Both say the same, to the letter.")
            if found.workshop:
                words = N_("Both say the same; only the record of the workshop is another, and that does not print.")
            self._facts.setText(self._counts(found))
            self.say(self._text(N_("Nothing differs")), self._text(words), icon="circle-check")
            return
        self._show()

    def say(self, title: str, words: str, *, icon: str = "history", bare: bool = False) -> None:
        """Say something in place of a comparison; bare where there is nothing to choose either."""
        self._bar.setVisible(not bare)
        before, self._nothing = self._nothing, EmptyState(title, words, icon=icon)
        self._views.addWidget(self._nothing)
        self._views.setCurrentWidget(self._nothing)
        if before is not None:
            self._views.removeWidget(before)
            before.deleteLater()

    def wait(self) -> None:
        """Nothing is known yet."""
        self._bar.setVisible(True)
        self._found = None
        self._facts.setText(self._text(N_("Being compared…")))

    def clear(self) -> None:
        """Nothing to count."""
        self._found = None
        self._facts.setText("")

    def step(self, rows: int) -> None:
        """To the next changed text, or the one before below 0."""
        at = self.texts.current_row + rows
        if 0 <= at < len(self._texts_model.rows):
            self.texts.show_row(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The numbers leave room for the text."""
        super().resizeEvent(event)
        self._fit()

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        if found.is_equal and not self._unchanged.isChecked():
            self.show_comparison(found)
            return
        self._bar.setVisible(True)
        self._views.setCurrentWidget(self._body)
        rows = [*found.numbers, *(found.same if self._unchanged.isChecked() else ())]
        self._numbers_model.show_rows(rows)
        self._texts_model.show_rows(found.texts)
        self.numbers.setVisible(bool(rows))
        self._head.setVisible(bool(found.texts))
        self.texts.setVisible(bool(found.texts))
        self._below.setVisible(not found.texts)
        self._facts.setText(self._counts(found))
        if found.texts:
            self.texts.show_row(0)
        self._say_where()
        self._fit()

    def _fit(self) -> None:
        look = theme().look
        rows = len(self._numbers_model.rows)
        wanted = look.px(HEAD) + rows * look.px(ROW) + 2
        has_text = self._found is not None and bool(self._found.texts)
        room = round(self._views.height() * (NUMBERS_SHARE if has_text else 1))
        self.numbers.setFixedHeight(max(look.px(HEAD + ROW), min(wanted, room)))
        self.numbers.hide_columns(self.width() < look.px(NARROW), "change")

    def _swap(self) -> None:
        self.wanted.emit(self.newer.current, self.older.current)

    def _say_where(self) -> None:
        count = len(self._texts_model.rows)
        words = self._text(N_("Change {n} of {all}")).format(n=max(0, self.texts.current_row) + 1, all=count)
        self._where.setText(words if count else "")

    def _counts(self, found: Compared) -> str:
        count, parts = self._language.count, []
        for how, one, many in (
            ("changed", N_("{n} text changed"), N_("{n} texts changed")),
            ("added", N_("{n} added"), N_("{n} added")),
            ("removed", N_("{n} removed"), N_("{n} removed")),
            ("moved", N_("{n} in another order"), N_("{n} in another order")),
        ):
            n = found.count(how)
            if n:
                parts.append(count(one, many, n).format(n=n))
        n = len(found.numbers)
        parts.append(count(N_("{n} number changed"), N_("{n} numbers changed"), n).format(n=n))
        parts.append(self._text(N_("{n} unchanged")).format(n=len(found.same)))
        return ", ".join(parts)

    # Cells

    def _columns(self) -> list[Column[NumberRow]]:
        text = self._text
        return [
            Column[NumberRow]("clause", text(N_("Section")), lambda one: _section(one.placed), 84,
                              left_pad=24),
            Column[NumberRow]("title", text(N_("Number")), lambda one: Lines(one.placed.title, weight=MEDIUM, left=10),
                              left_pad=10),
            Column[NumberRow]("before", text(N_("Before")), lambda one: Number(one.before or "–", REGULAR, "sub"), 150,
                              right=True),
            Column[NumberRow]("after", text(N_("After")), lambda one: Number(one.after or "–", SEMIBOLD), 150,
                              right=True),
            Column[NumberRow]("change", text(N_("Change")), lambda one: Number(one.change, MEDIUM, "sub", 12, 24), 128,
                              right=True, right_pad=24),
        ]  # fmt: skip

    def _clause(self, one: TextRow) -> RedlineCell:
        said = (self._text(N_("deleted")), self._text(N_("inserted")))
        number = one.placed.label or str(one.placed.section or "")
        return RedlineCell(number, one.placed.title, one.how, self._text(HOW_LABEL[one.how]), one.runs, said)


def _section(placed: Placed) -> TeamCell:
    return TeamCell(str(placed.section or ""), placed.side if placed.side in {"marketing", "sales"} else "")
