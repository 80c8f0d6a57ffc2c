"""Business goals in their rank: dragged or moved by keyboard, and exactly one of them decides.

Must not know other sections.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from workbench.base.language import N_
from workbench.fields.declare import Field
from workbench.fields.value import Row
from workbench.ui.form.plan import Plan
from workbench.ui.form.ranked_rows import RankedRows
from workbench.ui.form.row_card import RowCard
from workbench.ui.form.row_frame import RowFrame
from workbench.ui.form.rows import MakeBody
from workbench.ui.form.showing import set_shown
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.tool_button import ToolButton

PRIMARY = "goals.primary_goal"


class GoalList(RankedRows):
    """The goals; the one that decides says so, and any other can be made it."""

    def __init__(
        self, field: Field, path: str, plan: Plan, make_body: MakeBody, parent: QWidget, *, heading: bool
    ) -> None:
        self._marks: dict[str, tuple[Chip, ToolButton]] = {}
        super().__init__(field, path, plan, make_body, parent, heading=heading)
        plan.draft.changed.connect(self._on_changed)

    def decide(self, key: str) -> None:
        """Make a goal the one that decides."""
        self._plan.draft.seal()
        self._plan.draft.set(PRIMARY, key)

    def _frame(self, row_of: Row) -> RowFrame:
        made = super()._frame(row_of)
        if isinstance(made, RowCard):
            text = self._plan.language.text
            chip = Chip(text(N_("Decides")), "accent", icon="bookmark-check")
            tool = ToolButton(
                "bookmark-check", text(N_("Make this the goal that decides")), on_click=partial(self.decide, row_of.key)
            )
            made.put_tool(chip)
            made.put_tool(tool)
            self._marks[row_of.key] = (chip, tool)
        return made

    def _arrange(self) -> None:
        super()._arrange()
        self._marks = {key: marks for key, marks in self._marks.items() if key in self.frames}
        self._mark()

    def _mark(self) -> None:
        primary = self._plan.draft.value(PRIMARY)
        for key, (chip, tool) in self._marks.items():
            set_shown(chip, key == primary)
            set_shown(tool, key != primary)

    def _on_changed(self, path: str) -> None:
        if path in {"", "goals", PRIMARY}:
            self._mark()
