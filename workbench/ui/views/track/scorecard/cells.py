"""What stands in a month's cell: a number with its status, a longer period running through, the weeks of a month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from workbench.agreement.period_words import period_short, period_words
from workbench.base.language import N_, Language
from workbench.ui.charts.strip import draw_bar
from workbench.ui.parts.marks import status
from workbench.ui.tables.cell import Cell, CellState
from workbench.ui.tables.cells.lines import Lines
from workbench.ui.tables.cells.number import StatusNumber
from workbench.ui.tables.column import PADDING
from workbench.ui.theme.fonts import MEDIUM, SEMIBOLD
from workbench.ui.theme.ink import RIGHT, Ink
from workbench.ui.views.track.learning import MonthHead
from workbench.ui.views.track.months import Judged
from workbench.ui.views.track.numbers import line_value
from workbench.ui.views.track.promises import Promise

WEEK, WEEK_GAP, WEEK_HEIGHT = 9, 3, 18


@dataclass(frozen=True)
class PeriodNumber:
    """A number with its status and the name of its period under it, where that is not the column's month.

    Attributes:
        number: The number with its status.
        tag: The period in short.
        said: The period in words.
    """

    number: StatusNumber
    tag: str
    said: str

    def words(self) -> str:
        """Number, status, period."""
        return f"{self.number.words()}, {self.said}"

    def draw(self, ink: Ink, rect: QRectF, state: CellState) -> None:
        """Draw the number a little higher, and the period under it."""
        px = ink.px
        self.number.draw(ink, rect.translated(0, -px(7)), state)
        below = QRectF(rect.left(), rect.center().y() + px(2), rect.width() - px(self.number.right), px(15))
        ink.text(below, self.tag, size=11, color=state.quiet, align=RIGHT, figures=True)


@dataclass(frozen=True)
class Through:
    """A longer period that goes on to a later month: a line from here to there.

    Attributes:
        said: In words.
        begins: It begins in this month.
    """

    said: str
    begins: bool

    def words(self) -> str:
        """Which period."""
        return self.said

    def draw(self, ink: Ink, rect: QRectF, _state: CellState) -> None:
        """Draw the line, with a dot where it begins."""
        px = ink.px
        y = rect.center().y()
        left = rect.right() - px(PADDING + 15) if self.begins else rect.left()
        ink.across(left, rect.right() + 1, y, "line", px(1))
        if self.begins:
            ink.disc(QPointF(left, y + 0.5), px(2.5), "line")


@dataclass(frozen=True)
class Weeks:
    """The weeks that end in a month, a bar for each, and the last one's number.

    Attributes:
        keys: Status of each.
        value: The last one's number.
        tag: The last one's name.
        said: All of them in words.
        right: Design pixels after.
    """

    keys: Sequence[str]
    value: str
    tag: str
    said: str
    right: float = PADDING

    def words(self) -> str:
        """Each week."""
        return self.said

    def draw(self, ink: Ink, rect: QRectF, state: CellState) -> None:
        """Draw number over name, to the left of them the bars."""
        px = ink.px
        right = rect.right() - px(self.right)
        upper = QRectF(rect.left(), rect.center().y() - px(16), right - rect.left(), px(17))
        ink.text(
            upper, self.value, weight=SEMIBOLD if state.current_column else MEDIUM, align=RIGHT, figures=True
        )  # fmt: skip
        lower = QRectF(rect.left(), rect.center().y() + px(2), right - rect.left(), px(15))
        taken = ink.width(self.tag, 11, figures=True)
        ink.text(lower, self.tag, size=11, color=state.quiet, align=RIGHT, figures=True)
        x = right - taken - px(6) - len(self.keys) * px(5)
        for key in self.keys:
            draw_bar(ink, QRectF(x, lower.center().y() - px(6), px(4), px(11)), key)
            x += px(5)


def promise_cell(promise: Promise) -> Cell:
    """The commitment: its name over its target."""
    return Lines(promise.title, promise.target, left=24, weight=MEDIUM)


def month_cell(promise: Promise, month: MonthHead, language: Language) -> Cell:
    """What stands in a month for a commitment."""
    text = language.text
    spot = promise.spot(month.first)
    if not spot.lines:
        if spot.through is not None:
            name = period_words(spot.through, language)
            begins = spot.through.first == month.first
            return Through(text(N_("part of {period}")).format(period=name), begins)
        if month.is_future:
            return StatusNumber("", status("not_due"), text(status("not_due").word), "not_due")
        return Lines("")
    line = spot.lines[-1]
    if line.period.length == "month":
        return number_cell(promise, line, language)
    if line.period.length == "week":
        return _weeks(promise, spot.lines, language)
    return PeriodNumber(
        number_cell(promise, line, language), period_short(line.period, language), period_words(line.period, language)
    )


def number_cell(promise: Promise, line: Judged, language: Language) -> StatusNumber:
    """The number of one line with its status."""
    mark = status(line.result.status)
    value = line_value(promise.commitment, line.result, promise.shown)
    return StatusNumber(value, mark, language.text(mark.word), line.result.status)


def _weeks(promise: Promise, lines: Sequence[Judged], language: Language) -> Weeks:
    said = [
        f"{period_short(line.period, language)} {number_cell(promise, line, language).words()}" for line in lines
    ]  # fmt: skip
    last = lines[-1]
    value = line_value(promise.commitment, last.result, promise.shown)
    keys = [line.result.status for line in lines]
    return Weeks(keys, value or "–", period_short(last.period, language), ", ".join(said))
