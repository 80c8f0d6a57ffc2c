"""A list of rows as cards side by side, each with its whole form in sight. Must not know what the rows mean.

For few rows with few fields that people compare: personas, stages of a journey. Moving, removing and keys are the
list's own.
"""

from __future__ import annotations

import dataclasses
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from workbench.base.language import N_, Language
from workbench.fields.issue import Issue
from workbench.fields.path import row_path
from workbench.fields.value import Row
from workbench.ui.form.binder import Place
from workbench.ui.form.layouts import Layout
from workbench.ui.form.row_card import RowBody
from workbench.ui.form.row_frame import RowActions, RowFrame
from workbench.ui.form.rows import RowsEditor
from workbench.ui.form.showing import set_shown
from workbench.ui.parts.card_grid import CardGrid
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import column, row, stretch
from workbench.ui.theme.properties import vary


class Tile(RowFrame):
    """One row as a card with its form on it.

    Args:
        key: The row's key.
        actions: What the tools do.
        language: Of the words.
        body: The form.
        parent: The list.
    """

    def __init__(self, key: str, actions: RowActions, language: Language, body: RowBody, parent: QWidget) -> None:
        super().__init__(key, actions, language, parent, card="quiet")
        self._number = Label("", "over", figures=True)
        self._chip = Chip("", "warn")
        self._chip.hide()
        self._body = body
        head = row(self._number, self._chip, stretch(), self.more, self.bin, gap=6)
        self.setLayout(column(head, body, stretch(), margins=(14, 6, 8, 14), gap=4))

    def show_row(self, number: int, name: str) -> None:
        """Show the row's place; its form says what it is called."""
        super().show_row(number, name)
        self._number.setText(str(number))
        self.setAccessibleName(f"{number}. {name}")

    def show_team(self, team: str) -> None:
        """Show whose it is by the colour of its edge; no team has none."""
        vary(self, tone=team)

    def show_issues(self, issues: tuple[Issue, ...]) -> None:
        """Say how many places inside need somebody."""
        words = self._language.text(N_("{n} to look at")).format(n=len(issues))
        self._chip.show_state(words, "warn" if any(issue.severity == "error" for issue in issues) else "idle")
        set_shown(self._chip, bool(issues))

    def reveal(self, path: str) -> Place | None:
        """The place inside the form."""
        return self._body.reveal(path)

    def first(self) -> QWidget:
        """The tools; the first field is revealed by its path."""
        return self.more


class TileRows(RowsEditor):
    """A list as tiles; a subclass says how a tile is laid out."""

    tile: ClassVar[Layout | None] = None
    """Where the fields of a row stand on its tile; the row's usual layout without one."""
    least: ClassVar[float] = 300
    most: ClassVar[int] = 2

    def _made_head(self) -> QWidget | None:
        """Tiles have no columns."""
        return None

    def _made_list(self) -> CardGrid:
        """Side by side."""
        return CardGrid(least=self.least, most=self.most)

    def _frame(self, row_of: Row) -> RowFrame:
        path = row_path(self.path, row_of.key)
        plan = dataclasses.replace(self._plan, quiet=True)
        body = self._make_body(self.kind.row, path, self.tile or self._layout, plan)
        made = Tile(row_of.key, self, plan.language, body, self._held)
        body.build()
        return made
