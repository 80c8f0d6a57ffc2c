"""Computed numbers side by side: each opens its formula, each that cannot be computed names what is open.

Must not know what they mean.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from workbench.base.language import N_
from workbench.ui.form.draft import Draft
from workbench.ui.parts.card_grid import CardGrid
from workbench.ui.parts.figure import NumberButton
from workbench.ui.parts.formula import Formula, formula_popover
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, box, column, row, stretch

LEAST, MOST = 196, 4
"""Narrowest cell in design pixels, and the most side by side."""


@dataclass(frozen=True)
class Answer:
    """One number.

    Attributes:
        name: What it is.
        value: As written; empty where it cannot be computed.
        formula: How it came about; nothing where it cannot be computed.
        missing: What is open, where something is.
    """

    name: str
    value: str
    formula: Formula | None = None
    missing: str = ""


class AnswersCard(Panel):
    """The numbers.

    Args:
        draft: With the inputs.
        answers: Computes them; always so many.
        sections: Names of the sections they depend on.
    """

    def __init__(self, draft: Draft, answers: Callable[[], Sequence[Answer]], sections: frozenset[str]) -> None:
        self._draft, self._answers, self._sections = draft, answers, sections
        self._now: Sequence[Answer] = ()
        self._numbers: list[NumberButton] = []
        self._words: list[Label] = []
        found = answers()
        cells = []
        for at, one in enumerate(found):
            number, words = NumberButton("", one.name, partial(self._explain, at)), Label("", "tiny")
            self._numbers.append(number)
            self._words.append(words)
            cells.append(box(column(row(number, stretch()), Label(one.name, "label"), words, gap=1)))
        grid = CardGrid(least=LEAST, gap=14, most=MOST)
        for at, cell in enumerate(cells):
            grid.insertWidget(at, cell)
        held = Panel(grid)
        super().__init__(column(held, gap=0))
        draft.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Compute again."""
        self._now, text = self._answers(), self._draft.shown.language.text
        for number, words, one in zip(self._numbers, self._words, self._now, strict=True):
            number.setText(one.value or "?")
            number.setEnabled(one.formula is not None)
            number.setAccessibleName(f"{one.name}: {one.value or one.missing}")
            words.setText(text(N_("Needs: {what}")).format(what=text(one.missing)) if one.missing else "")

    def _explain(self, at: int) -> None:
        formula = self._now[at].formula
        if formula is not None:
            formula_popover(formula, self._draft.shown.language).open_at(self._numbers[at])

    def _on_changed(self, path: str) -> None:
        if path.partition(".")[0].partition("[")[0] in self._sections | {""}:
            self.refresh()
