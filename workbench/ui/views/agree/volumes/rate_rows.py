"""Stage rates as lines with a slider to try them, a tick where the data stands, and a lock.

Must not know the plan.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSlider, QWidget

from workbench.agreement.sections.volumes import StageRate
from workbench.base.errors import NotFoundError
from workbench.base.language import N_
from workbench.fields.path import row_path
from workbench.fields.value import Row
from workbench.ui.form.draft import within
from workbench.ui.form.plan import Plan
from workbench.ui.form.row_frame import RowFrame
from workbench.ui.form.row_line import NUMBER_WIDTH, TOOLS_WIDTH, RowLine
from workbench.ui.form.rows import RowsEditor
from workbench.ui.form.showing import set_shown
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, row
from workbench.ui.parts.sizing import sized
from workbench.ui.theme.ink import Ink
from workbench.ui.theme.theme import theme
from workbench.ui.views.agree.volumes.formulas import percent
from workbench.ui.views.agree.volumes.live_plan import LivePlan
from workbench.ui.views.agree.volumes.lock_tool import LockTool

STEPS = 200
"""Half a percent a step."""


class RateSlider(QSlider):
    """A slider from nought to all, with a tick where the data stands."""

    def __init__(self, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(1, STEPS)
        self.setPageStep(10)
        self.setAccessibleName(name)
        self._tick: Fraction | None = None

    def show_tick(self, rate: Fraction | None) -> None:
        """Show where the data stands; nothing without data."""
        self._tick = rate
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The slider, and the tick over it."""
        super().paintEvent(event)
        if self._tick is not None:
            ink = Ink(QPainter(self), theme().look)
            handle = ink.px(12)
            x = handle / 2 + (self.width() - handle) * float(self._tick)
            ink.down(x, self.height() / 2 - ink.px(7), self.height() / 2 + ink.px(7), "sub", ink.px(2))


class RateTools(Panel):
    """Under one rate: the slider, what was measured, the lock.

    Args:
        key: Of the rate.
        plan: What the form is built with.
        name: What the rate is called.
    """

    def __init__(self, key: str, plan: Plan, name: str) -> None:
        self._key, self._plan = key, plan
        self._path = f"{row_path('volumes.rates', key)}.rate"
        self.slider = RateSlider(plan.language.text(N_("Try the rate {name}")).format(name=name))
        self._actual = Label("", "tiny", figures=True)
        sized(self._actual, at_least=92)
        self.lock = LockTool(plan, self._path, name)
        super().__init__(
            row((self.slider, 1), self._actual, self.lock, margins=(NUMBER_WIDTH + 6, 0, TOOLS_WIDTH + 6, 4), gap=10)
        )
        self.slider.valueChanged.connect(self._slide)
        self.slider.sliderReleased.connect(plan.draft.seal)
        plan.draft.changed.connect(self._on_changed)
        self._live = plan.draft.findChild(LivePlan)
        if self._live is not None:
            self._live.changed.connect(self._say)
        self._show()
        self._say()

    def _slide(self, value: int) -> None:
        self._plan.draft.set(self._path, Decimal(value) / STEPS)

    def _on_changed(self, path: str) -> None:
        if within(self._path, path) or path == "workshop.locked":
            self._show()

    def _show(self) -> None:
        try:
            rate = self._plan.draft.value(self._path)
        except NotFoundError:
            return  # the row is gone, and this with the next turn of the event loop
        with QSignalBlocker(self.slider):
            self.slider.setValue(round((rate or 0) * STEPS))
        self.slider.setEnabled(not self.lock.locked)

    def _say(self) -> None:
        """What was measured; whether that is few leads."""
        found = self._live.measured.rates.get(self._key) if self._live is not None else None
        self.slider.show_tick(found.rate if found is not None else None)
        set_shown(self._actual, found is not None)
        if found is not None:
            text = self._plan.language.text
            words = N_("actual {rate}, few leads") if found.few else N_("actual {rate}")
            self._actual.setText(text(words).format(rate=percent(found.rate, self._plan.draft.shown)))
            self._actual.setToolTip(text(N_("Measured on {n} leads")).format(n=f"{found.leads:,}"))


class RateLine(RowLine):
    """A line with its slider."""

    tools: QWidget | None = None

    def put_tools(self, tools: QWidget) -> None:
        """Put the slider under the line."""
        self.tools = tools
        self._column.put(tools)


class RateRows(RowsEditor):
    """The stage rates."""

    def _frame(self, row_of: Row) -> RowFrame:
        assert isinstance(row_of, StageRate)  # rows of this list
        path = row_path(self.path, row_of.key)
        spots = self._layout.groups[0].spots
        made = RateLine(row_of.key, path, self.kind.row, spots, self._plan, self, self._held)
        names = dict(self._plan.draft.rows_at("lead_definitions.stages"))
        name = f"{names.get(row_of.from_stage, '?')} → {names.get(row_of.to_stage, '?')}"
        made.put_tools(RateTools(row_of.key, self._plan, name))
        return made
