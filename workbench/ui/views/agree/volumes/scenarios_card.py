"""Scenarios side by side with the plan of now: leads, load, peak; taken up with one press.

Must not know how a plan is computed.
"""

from __future__ import annotations

import math
from fractions import Fraction
from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from workbench.agreement.calculators.answer import NotMeasurable
from workbench.agreement.scenarios import scenario_of, with_scenario
from workbench.agreement.volume_plan import VolumePlan, volume_plan
from workbench.agreement.workshop import Scenario
from workbench.base.language import N_
from workbench.fields.amounts import show_number
from workbench.ui.form.showing import set_shown
from workbench.ui.parts.button import Button
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column, row, stretch
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme
from workbench.ui.views.agree.volumes.formulas import percent
from workbench.ui.views.agree.volumes.live_plan import LivePlan

LIST = "workshop.scenarios"
MOST = 4
"""So many side by side; more could not be compared at a glance."""


class _Grid(QGridLayout):
    """Columns that follow the scale."""

    def __init__(self) -> None:
        super().__init__()
        theme().follow(self)

    def restyle(self, look: Look) -> None:
        """Scale."""
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(look.px(18))
        self.setVerticalSpacing(look.px(6))


class ScenariosCard(Panel):
    """The comparison.

    Args:
        live: The plan of now.
    """

    def __init__(self, live: LivePlan) -> None:
        self._live, self._language = live, live.draft.shown.language
        text = self._language.text
        self._keep = Button(text(N_("Keep these numbers")), "small", icon="plus", on_click=self.keep)
        self._hint = Label(
            text(N_("Keep the numbers of now, try others, and see both side by side. Locked numbers stay.")), "muted",
            wrap=True,
        )  # fmt: skip
        self._held = column(gap=0)
        self._table: QWidget | None = None
        self._shown: tuple[tuple[str, str], ...] = ()
        self._labels: list[list[Label]] = []
        super().__init__(column(row((self._hint, 1), self._keep, gap=12), self._held, gap=8))
        live.changed.connect(self.refresh)
        self.refresh()

    def keep(self) -> None:
        """Keep the numbers of now as a scenario."""
        draft = self._live.draft
        kept = draft.root.workshop.scenarios
        taken = {one.name for one in kept}
        letters = (chr(ord("A") + at) for at in range(26))
        name = next(one for one in letters if self._named(one) not in taken)
        draft.seal()
        draft.set(LIST, (*kept, scenario_of(draft.root, self._named(name))))

    def use(self, key: str) -> None:
        """Take a scenario's numbers up; one step of undo."""
        draft = self._live.draft
        found = next((one for one in draft.root.workshop.scenarios if one.key == key), None)
        if found is not None:
            words = self._language.text(N_("use of {name}")).format(name=found.name)
            draft.replace(with_scenario(draft.root, found), words, "volumes")

    def drop(self, key: str) -> None:
        """Forget a scenario."""
        self._live.draft.remove_row(LIST, key)

    def refresh(self) -> None:
        """Compare again."""
        kept = self._live.draft.root.workshop.scenarios[:MOST]
        self._keep.setEnabled(len(self._live.draft.root.workshop.scenarios) < MOST)
        columns = [self._numbers(self._live.plan)]
        columns += [self._numbers(volume_plan(with_scenario(self._live.draft.root, one))) for one in kept]
        names = tuple((one.key, one.name) for one in kept)
        if names != self._shown:
            self._shown = names
            self._rebuild(kept)
        for labels, numbers in zip(self._labels, columns, strict=False):
            for label, said, now in zip(labels, numbers, columns[0], strict=True):
                label.setText(said)
                label.set_tone("accent" if said != now else "")

    def _rebuild(self, kept: tuple[Scenario, ...]) -> None:
        """Other scenarios have other columns; their numbers only change their words."""
        gone, self._table = self._table, None
        if gone is not None:
            gone.hide()
            self._held.removeWidget(gone)
            gone.deleteLater()
        self._labels = []
        set_shown(self._hint, not kept)
        if kept:
            self._table = self._made(kept)
            self._held.put(self._table)

    def _named(self, letter: str) -> str:
        return self._language.text(N_("Scenario {letter}")).format(letter=letter)

    def _numbers(self, plan: VolumePlan) -> tuple[str, ...]:
        """Leads a month, leads in the plan, sales load, peak load; as the plan needs them, not as promised."""
        shown = self._live.draft.shown
        month, load, peak = plan.a_month, None, None
        whole = "?" if isinstance(plan.need, NotMeasurable) else show_number(plan.need[-1].rounded, shown)
        if not isinstance(month, NotMeasurable) and not isinstance(plan.capacity, NotMeasurable) and plan.capacity:
            load = month / plan.capacity  # while “20” is typed, “2” days less the days away may be none
            if not isinstance(plan.months, NotMeasurable):
                most = max((one.needed for one in plan.months if not one.already_due), default=0)
                peak = Fraction(most) / plan.capacity
        said = [show_number(math.ceil(month), shown) if isinstance(month, Fraction) else "?", whole]
        return (*said, *(percent(one, shown) if one is not None else "?" for one in (load, peak)))

    def _made(self, kept: tuple[Scenario, ...]) -> QWidget:
        text, grid = self._language.text, _Grid()
        heads = (N_("Leads a month"), N_("Leads in the plan"), N_("Sales load"), N_("Load in the peak"))
        grid.addWidget(Label(text(N_("Now")), "h3"), 0, 1)
        for at, one in enumerate(kept):
            use = Button(text(N_("Use")), "small", on_click=partial(self.use, one.key))
            use.setAccessibleName(text(N_("Use {name}")).format(name=one.name))
            tip = text(N_("Forget {name}")).format(name=one.name)
            tools = row(Label(one.name, "h3"), use, ToolButton("x", tip, size=13, on_click=partial(self.drop, one.key)),
                        stretch(), gap=6)  # fmt: skip
            grid.addLayout(tools, 0, at + 2)
        for line, head in enumerate(heads):
            grid.addWidget(Label(text(head), "muted"), line + 1, 0)
        for at in range(len(kept) + 1):
            labels = [Label("", "h3", figures=True) for _ in heads]
            self._labels.append(labels)
            for line, label in enumerate(labels):
                grid.addWidget(label, line + 1, at + 1)
        grid.setColumnStretch(len(kept) + 2, 1)
        return Panel(grid, name=text(N_("Scenarios side by side")))
