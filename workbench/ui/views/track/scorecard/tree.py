"""The tree of promises by team with a window of month columns: as many as fit, moved by arrows and two buttons."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from workbench.agreement.period_words import month_name
from workbench.base.language import N_, Language
from workbench.ui.tables.cell import Cell
from workbench.ui.tables.column import Column
from workbench.ui.tables.groups import GroupsModel
from workbench.ui.tables.tree import GroupTree
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme
from workbench.ui.views.track.learning import MonthHead
from workbench.ui.views.track.promises import Promise, groups
from workbench.ui.views.track.scorecard.cells import month_cell, promise_cell

NAME_WIDTH = 252
MONTH_WIDTH, OPEN_WIDTH, FUTURE_WIDTH = 81, 116, 74
MOST_MONTHS = 12


class PromiseTree(GroupTree):
    """The scorecard's table.

    Attributes:
        looked_at: Emitted with a promise and the month its cell is in.
        moved: Emitted when other months came into view.

    Args:
        found: Every commitment.
        months: Every column.
        language: For the words.
    """

    looked_at = Signal(object, object)
    moved = Signal()

    def __init__(self, found: Sequence[Promise], months: Sequence[MonthHead], language: Language) -> None:
        self._found, self._months, self._language = found, tuple(months), language
        self._first = self._count = 0
        self._cells: dict[tuple[str, dt.date], Cell] = {}
        self._model: GroupsModel[Promise] = GroupsModel(self._columns(), groups(found, language))
        super().__init__(self._model, name=language.text(N_("Commitments by team and month")))
        self.chosen.connect(self._on_chosen)
        self._fit()

    # Which months are seen

    @property
    def months(self) -> Sequence[MonthHead]:
        """The months in view."""
        return self._months[self._first : self._first + self._count]

    @property
    def can_move(self) -> tuple[bool, bool]:
        """Whether there are months before those in view, and after them."""
        return self._first > 0, self._first + self._count < len(self._months)

    def shift(self, step: int) -> None:
        """Show earlier or later months."""
        self._show_from(self._first + step)

    def _fit(self) -> None:
        look = theme().look
        room = max(0, self.viewport().width() - look.px(NAME_WIDTH))
        count = 0
        for month in reversed(self._months):
            room -= look.px(_width(month))
            if room < 0 and count:
                break
            count += 1
        count = min(count, MOST_MONTHS)
        if count != self._count:
            end = self._first + self._count if self._count else len(self._months)
            self._count = count
            self._show_from(max(end, count) - count)

    def _show_from(self, first: int) -> None:
        self._first = max(0, min(first, len(self._months) - self._count))
        for number in range(len(self._months)):
            self.setColumnHidden(number + 1, not self._first <= number < self._first + self._count)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many months as fit."""
        super().resizeEvent(event)
        self._fit()

    def restyle(self, look: Look) -> None:
        """Another scale fits other months."""
        super().restyle(look)
        if self._count:
            self._fit()

    # Which promises are shown

    def show_only(self, wanted: Iterable[Promise]) -> None:
        """Show some of the promises; the one looked at stays, or the first one is."""
        before, month = self.here
        self._model.show_groups(groups(wanted, self._language))
        self.look_at(before, month)

    # Where one is

    @property
    def here(self) -> tuple[Promise | None, dt.date | None]:
        """The promise and the month looked at."""
        index = self.currentIndex()
        promise = self._model.row_at(index) if index.isValid() else None
        return promise, self._month_of(index) if promise is not None else None

    def look_at(self, promise: Promise | None, month: dt.date | None) -> None:
        """Go to a promise in a month; to the first promise where it is not shown, to the open month without a month."""
        places = [
            (group, row, one)
            for group, heading in enumerate(self._model.groups)
            for row, one in enumerate(heading.rows)
        ]  # fmt: skip
        if not places:
            return
        group, row, _ = next(
            (place for place in places if promise is not None and place[2].commitment.id == promise.commitment.id),
            places[0],
        )
        column = self._column_of(month)
        self._reveal(column)
        index = self._model.index_of(group, row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _column_of(self, month: dt.date | None) -> int:
        open_ones = [number for number, one in enumerate(self._months, 1) if one.is_open]
        usual = open_ones[-1] if open_ones else len(self._months)
        return next((number for number, one in enumerate(self._months, 1) if one.first == month), usual)

    def _month_of(self, index: QModelIndex) -> dt.date:
        column = index.column() or self._column_of(None)
        return self._months[column - 1].first

    def _reveal(self, column: int) -> None:
        number = column - 1
        if number < self._first:
            self._show_from(number)
        elif number >= self._first + self._count:
            self._show_from(number - self._count + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from month to month, also to those not in view."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        index = self.currentIndex()
        if step is None or not index.isValid() or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        wanted = (index.column() or self._column_of(None)) + step
        if 1 <= wanted <= len(self._months):
            self._reveal(wanted)
            self.setCurrentIndex(index.siblingAtColumn(wanted))

    def _on_chosen(self, _index: QModelIndex) -> None:
        promise, month = self.here
        if promise is not None:
            self.looked_at.emit(promise, month)

    def _columns(self) -> list[Column[Promise]]:
        text = self._language.text
        return [
            Column("promise", text(N_("Commitment")), promise_cell, left_pad=24),
            *(
                Column(
                    f"{month.first:%Y-%m}", self._title(month), partial(self._cell, month=month), _width(month),
                    right=True, second=self._second(month), current=month.is_open, left_pad=2,
                )
                for month in self._months
            ),
        ]  # fmt: skip

    def _cell(self, promise: Promise, month: MonthHead) -> Cell:
        key = promise.commitment.id, month.first
        if key not in self._cells:  # asked for again at every paint and to be measured
            self._cells[key] = month_cell(promise, month, self._language)
        return self._cells[key]

    def _title(self, month: MonthHead) -> str:
        name = month_name(month.first, self._language)
        years = {one.first.year for one in self._months}
        begins = month.first.month == 1 or month is self._months[0]
        return f"{name} {month.first:%y}" if len(years) > 1 and begins else name

    def _second(self, month: MonthHead) -> str:
        """Which versions judge, and how far the open month is."""
        text = self._language.text
        version = " → ".join(f"v{number}" for number in month.versions)
        if month.is_open and month.days:
            how_far = text(N_("day {n} of {all}")).format(n=month.day, all=month.days)
            return f"{version}, {how_far}" if version else how_far
        return version or " "


def _width(month: MonthHead) -> int:
    if month.is_open:
        return OPEN_WIDTH
    return FUTURE_WIDTH if month.is_future else MONTH_WIDTH
