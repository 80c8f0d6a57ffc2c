"""The funnel beside its inputs, and what it means for both teams. Must not know how the plan is computed."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import partial

from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.agreement.calculators.answer import NotMeasurable
from workbench.agreement.calculators.capacity import light
from workbench.agreement.volume_plan import rep_capacity
from workbench.base.language import N_
from workbench.fields.amounts import show_number
from workbench.ui.charts import funnel
from workbench.ui.charts.chart import Chart
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.figure import NumberButton
from workbench.ui.parts.formula import formula_popover
from workbench.ui.parts.label import Label, Tone
from workbench.ui.parts.layout import Panel, column, row, stretch
from workbench.ui.parts.meter import Meter, MeterTone
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.segment import Segment
from workbench.ui.parts.team_chip import TeamChip
from workbench.ui.views.agree.volumes.formulas import (
    RHYTHMS,
    capacity_formula,
    count,
    in_rhythm,
    percent,
    stage_formula,
    team_formula,
)
from workbench.ui.views.agree.volumes.live_plan import LivePlan
from workbench.ui.views.agree.volumes.segment_picker import SegmentPicker

_TONES: dict[str, tuple[Tone, MeterTone]] = {"free": ("ok", "ok"), "amber": ("warn", "warn"), "red": ("bad", "bad")}


class FunnelCard(Panel):
    """The numbers of each stage over their drawing, and both teams' loads.

    Args:
        live: The plan.
    """

    def __init__(self, live: LivePlan) -> None:
        self._live, self._language = live, live.draft.shown.language
        text = self._language.text
        self._rhythm = "plan"
        self._segment = Segment(
            [(key, text(words)) for key, words in RHYTHMS], "plan", name=text(N_("Numbers for each")), compact=True
        )
        self._segment.chosen.connect(self._choose)
        self._numbers: list[NumberButton] = []
        self._names: list[Label] = []
        self._heads = row(gap=0)
        self._chart = Chart(
            funnel.draw, funnel.describe, funnel.Funnel((), self._language), name=text(N_("From the goal to leads")),
            height=funnel.HEIGHT,
        )  # fmt: skip
        self._notice = Notice("none", "")
        self._loads = TeamLoads(live)
        self._picker = SegmentPicker(live)
        title = Label(text(N_("From the goal to leads")), "h2")
        super().__init__(
            column(
                row(title, stretch(), self._segment),
                self._picker,
                self._heads,
                self._chart,
                self._notice,
                self._loads,
                gap=8,
            ),
            name=text(N_("The funnel and both teams' loads")),
        )
        live.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the plan as it is now."""
        plan, shown = self._live.seen, self._live.draft.shown
        agreement = self._live.content
        self._picker.refresh()
        names = {stage.key: stage.short or stage.name for stage in agreement.lead_definitions.stages}
        owners = {stage.key: stage.owner for stage in agreement.lead_definitions.stages}
        rows = [one for one in agreement.volumes.rates if not one.segment] or list(agreement.volumes.rates)
        known = [in_rhythm(one.exact, plan, self._rhythm, agreement.volumes.working_days) for one in plan.known]
        blocks = []
        for at, key in enumerate(reversed(plan.stages)):
            amount = known[at] if at < len(known) else None
            team = "marketing" if owners.get(key) == "marketing" else "sales"
            rate = rows[len(rows) - 1 - at].rate if at < len(rows) else None
            said = "" if at >= len(rows) else percent(rate, shown) if rate else "?"
            written = "?" if amount is None else count(amount, shown)
            blocks.append(
                funnel.Block(names.get(key, key), None if amount is None else float(amount), written, team, said)  # type: ignore[arg-type]  # one of the two teams
            )
        self._show_heads(blocks)
        self._chart.show_data(funnel.Funnel(blocks, self._language))
        self._say()
        self._loads.refresh()

    def _show_heads(self, blocks: list[funnel.Block]) -> None:
        while len(self._numbers) > len(blocks):
            _drop(self._numbers.pop())
            _drop(self._names.pop())
        while len(self._numbers) < len(blocks):
            at = len(self._numbers)
            made, label = NumberButton("", "", partial(self._explain, at)), Label("", "label")
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self._numbers.append(made)
            self._names.append(label)
            self._heads.put((column(row(made, stretch()), label, gap=0), 1))
        for number, name, one in zip(self._numbers, self._names, blocks, strict=True):
            number.setText(one.shown)
            number.setEnabled(one.amount is not None)
            number.setAccessibleName(f"{one.shown} {one.name}")
            name.setText(one.name)
            name.setToolTip(one.name)
            name.set_tone("marketing" if one.team == "marketing" else "")

    def _say(self) -> None:
        """Name what is missing; nothing where nothing is."""
        need, text = self._live.seen.need, self._language.text
        if isinstance(need, NotMeasurable):
            words = text(N_("fill it in and the funnel goes on from there."))
            self._notice.say("warning", words, strong=text(N_("Still open: {what};")).format(what=text(need.missing)))
        self._notice.setVisible(isinstance(need, NotMeasurable))

    def _explain(self, at: int) -> None:
        live = self._live
        made = stage_formula(live.content, live.seen, at, self._rhythm, live.draft.shown)
        formula_popover(made, self._language).open_at(self._numbers[at])

    def _choose(self, rhythm: str) -> None:
        self._rhythm = rhythm
        self.refresh()


def _drop(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()


class TeamLoads(Panel):
    """How much each team takes on: marketing against what came so far, sales against what it can work.

    Args:
        live: The plan.
    """

    def __init__(self, live: LivePlan) -> None:
        self._live, self._language = live, live.draft.shown.language
        text, teams = self._language.text, live.draft.root.teams
        names = (teams.marketing_name or text(N_("Marketing")), teams.sales_name or text(N_("Sales")))
        self._marketing = _Load(TeamChip(names[0], "marketing"), names[0], self._explain_stage)
        self._sales = _Load(TeamChip(names[1], "sales"), names[1], self._explain_capacity)
        super().__init__(row((self._marketing, 1), (self._sales, 1), gap=20), name=text(N_("Load on both teams")))
        self.refresh()

    def refresh(self) -> None:
        """Show both loads as they are now."""
        plan, shown, text = self._live.plan, self._live.draft.shown, self._language.text
        planned, past = plan.planned, self._live.measured.a_month
        if isinstance(planned, NotMeasurable):
            self._marketing.show_nothing(text(N_("Needs: {what}")).format(what=text(planned.missing)))
        elif past:
            more = Fraction(planned) / past - 1
            words = text(N_("{n} a month, was {before}")).format(
                n=show_number(planned, shown), before=count(past, shown)
            )
            sign = "+" if more >= 0 else "−"
            tone = "free" if more <= Fraction(1, 4) else "amber" if more <= Fraction(1, 2) else "red"
            self._marketing.show_load(sign + percent(abs(more), shown), words, float(1 + more) / 1.5, tone)
        else:
            words = text(N_("leads a month; import to compare"))
            self._marketing.show_load(show_number(planned, shown), words, 0, "")
        load = plan.load
        if isinstance(load, NotMeasurable):
            self._sales.show_nothing(text(N_("Needs: {what}")).format(what=text(load.missing)))
        else:
            assert isinstance(plan.capacity, Fraction)  # a load needs one
            assert isinstance(planned, int)
            reps = len(self._live.draft.root.volumes.reps)
            words = self._language.count(
                N_("{n} of {all} leads, {reps} rep"), N_("{n} of {all} leads, {reps} reps"), reps
            )
            said = words.format(n=show_number(planned, shown), all=show_number(int(plan.capacity), shown), reps=reps)
            self._sales.show_load(percent(load, shown), said, float(load) / 1.2, light(load))

    def _explain_stage(self, anchor: QWidget) -> None:
        live = self._live
        if live.plan.known:
            at = len(live.plan.known) - 1
            made = stage_formula(live.draft.root, live.plan, at, "month", live.draft.shown)
            formula_popover(made, self._language).open_at(anchor)

    def _explain_capacity(self, anchor: QWidget) -> None:
        live = self._live
        per_rep, capacity = rep_capacity(live.draft.root.volumes), live.plan.capacity
        if isinstance(per_rep, NotMeasurable):
            return
        made = capacity_formula(live.draft.root, per_rep, live.draft.shown)
        if not isinstance(capacity, NotMeasurable):
            made = team_formula(live.draft.root, per_rep, capacity, live.draft.shown)
        formula_popover(made, self._language).open_at(anchor)


class _Load(Panel):
    """One team's load: a number that opens its formula, a bar, a line of words."""

    def __init__(self, chip: TeamChip, name: str, explain: Callable[[QWidget], object]) -> None:
        self._name = name
        self.number = NumberButton("", name, lambda: explain(self.number))
        self._meter = Meter(name=name, marks=(1 / 1.2,), height=8)
        self._words = ElidingLabel("", "tiny")
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        super().__init__(column(row(chip, stretch(), self.number), self._meter, self._words, gap=5))

    def show_load(self, number: str, words: str, share: float, grade: str) -> None:
        """Show a load."""
        tone, colour = _TONES.get(grade, ("", "idle"))
        self.number.setText(number)
        self.number.setEnabled(True)
        self.number.setAccessibleName(f"{self._name}: {number}, {words}")
        self._meter.show_share(share, colour)
        self._words.setText(words)
        self._words.set_tone(tone)

    def show_nothing(self, words: str) -> None:
        """Say why there is none."""
        self.show_load("?", words, 0, "")
        self.number.setEnabled(False)
