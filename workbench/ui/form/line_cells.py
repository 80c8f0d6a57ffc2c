"""Where the cells of a table's line stand: side by side under the heads, or in two columns with labels of their own.

Head and lines decide alike, by the width each kind of answer needs. Must not know rows or drafts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from workbench.fields.amounts import DurationKind, NumberKind
from workbench.fields.declare import field_of
from workbench.fields.kind import Kind
from workbench.fields.links import ReferenceKind
from workbench.fields.moments import DayKind, MomentKind, TimeKind
from workbench.fields.words import ChoiceKind, TextKind, TextsKind
from workbench.ui.form.editors.editor import Editor
from workbench.ui.form.layouts import SIXTHS, Spot
from workbench.ui.form.plan import Plan
from workbench.ui.parts.label import Label
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

GAP, BELOW = 6, 14
ACROSS = 2
_TOP, _MIDDLE = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
LEAST: Final[dict[type[Kind], int]] = {
    DurationKind: 190, MomentKind: 158, DayKind: 124, TextKind: 104, TextsKind: 90, ChoiceKind: 104,
    ReferenceKind: 104, NumberKind: 76, TimeKind: 72,
}  # fmt: skip
"""Design pixels that an answer of a kind needs to be read; of kinds not named here, a little."""
_LITTLE = 64


class LineCells(QWidget):
    """The cells.

    Attributes:
        restacked: Emitted with True when they came to stand in two columns, with False when side by side.

    Args:
        owner: The row's class.
        spots: Its columns.
        editors: Of the columns; none for the heads above the lines, which go where the lines say it themselves.
        plan: What the form is built with.
    """

    restacked = Signal(bool)

    def __init__(self, owner: type[Any], spots: tuple[Spot, ...], editors: Sequence[Editor], plan: Plan) -> None:
        super().__init__()
        fields = [field_of(owner, spot.name) for spot in spots]
        self._least = [_least(field.kind) for field in fields]
        self._weights = [SIXTHS[spot.width] for spot in spots]
        self._editors, self._stacked = editors, False
        words = [plan.language.text(field.label) for field in fields]
        helps = [plan.language.text(field.help) for field in fields]
        self._labels: list[Label] = []
        self._words = list(zip(words, helps, strict=True))
        self._grid = QGridLayout(self)
        self._arrange()
        theme().follow(self)

    @property
    def stacked(self) -> bool:
        """Whether the cells stand in two columns with their labels."""
        return self._stacked

    def restyle(self, look: Look) -> None:
        """Scale."""
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(GAP))
        self._grid.setVerticalSpacing(look.px(3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as there is room: with the next turn, because a layout must not change inside its own pass."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        look, count = theme().look, len(self._weights)
        room = self.width() - (count - 1) * look.px(GAP)
        parts = zip(self._weights, self._least, strict=True)
        stacked = any(room * weight / sum(self._weights) < look.px(least) for weight, least in parts)
        if stacked != self._stacked:
            self._stacked = stacked
            self._arrange()
            self.restacked.emit(stacked)

    def _arrange(self) -> None:
        if not self._labels and (self._stacked or not self._editors):
            self._labels = [self._label(*one) for one in self._words]
        for at in range(self._grid.columnCount()):
            self._grid.setColumnStretch(at, 0)
        for label in self._labels:
            label.setVisible(self._stacked == bool(self._editors))
        for number, weight in enumerate(self._weights):
            at = number % ACROSS if self._stacked else number
            line = 2 * (number // ACROSS) if self._stacked else 0
            last = self._stacked and number == len(self._weights) - 1 and at == 0
            if self._labels and self._stacked == bool(self._editors):
                self._grid.addWidget(self._labels[number], line, at)
            if self._editors:
                editor = self._editors[number]
                align = _TOP if editor.fills or self._stacked else _MIDDLE
                self._grid.addWidget(editor.widget, line + 1, at, 1, ACROSS if last else 1, align)
            self._grid.setColumnStretch(at, 1 if self._stacked else weight)
        self.restyle(theme().look)

    def _label(self, words: str, help_line: str) -> Label:
        made = Label(words, "tiny" if self._editors else "label", wrap=True)
        made.setParent(self)
        made.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
        made.setToolTip(help_line)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
        return made


def _least(kind: Kind) -> int:
    return next((least for known, least in LEAST.items() if isinstance(kind, known)), _LITTLE)
