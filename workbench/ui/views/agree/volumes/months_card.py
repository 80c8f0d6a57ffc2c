"""The plan month by month with the capacity line, and what mends a month that is too full.

Must not know how months are computed.
"""

from __future__ import annotations

import dataclasses
from fractions import Fraction

from workbench.agreement.calculators.answer import NotMeasurable
from workbench.agreement.calculators.capacity import light
from workbench.agreement.period_words import written_period
from workbench.agreement.sections.volumes import PeriodAmount
from workbench.agreement.volume_plan import PlanMonth
from workbench.base.language import N_
from workbench.fields.amounts import show_number
from workbench.fields.value import new_key
from workbench.ui.charts import months
from workbench.ui.charts.chart import Chart
from workbench.ui.form.showing import set_shown
from workbench.ui.parts.button import Button
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column, row
from workbench.ui.parts.notice import Notice
from workbench.ui.views.agree.volumes.formulas import percent
from workbench.ui.views.agree.volumes.live_plan import LivePlan

TARGETS = "volumes.volume_targets"


class MonthsCard(Panel):
    """The months.

    Args:
        live: The plan.
    """

    def __init__(self, live: LivePlan) -> None:
        self._live, self._language = live, live.draft.shown.language
        text = self._language.text
        self._chart = Chart(
            months.draw, months.describe, months.Months((), None, "", self._language), name=text(N_("Month by month")),
            height=months.HEIGHT,
        )  # fmt: skip
        self._facts = Label("", "muted", wrap=True)
        self._move = Button("", "small", on_click=self._spread)
        self._notice = Notice("ok", "", actions=(self._move,))
        self._take = Button(text(N_("Promise the plan's months")), "small", on_click=self.promise_the_plan)
        super().__init__(
            column(self._chart, self._notice, row((self._facts, 1), self._take, gap=12), gap=8),
            name=text(N_("Month by month")),
        )
        live.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the months as they are now."""
        plan, shown, text = self._live.seen, self._live.draft.shown, self._language.text
        found = plan.months
        set_shown(self._chart, not isinstance(found, NotMeasurable))
        if isinstance(found, NotMeasurable):
            self._facts.setText(text(N_("Still needed for the months: {what}.")).format(what=text(found.missing)))
            set_shown(self._notice, False)
            set_shown(self._take, False)
            return
        drawn = [self._drawn(one) for one in found]
        alone = self._live.whose is not None
        capacity = None if alone or isinstance(plan.capacity, NotMeasurable) else float(plan.capacity)
        stage = plan.need[-1].stage if not isinstance(plan.need, NotMeasurable) else ""
        self._chart.show_data(months.Months(drawn, capacity, stage, self._language))
        said = [text(N_("This segment alone; sales works all of them together."))] if alone else []
        due = sum(one.needed for one in found if one.already_due)
        if due:
            words = N_("{n} leads lie before the agreement begins: they are already due.")
            said.append(text(words).format(n=show_number(due, shown)))
        differing = [one for one in found if one.promised not in {None, one.needed}]
        if differing:
            over = sum((one.promised or 0) - one.needed for one in differing)
            words = N_(
                "The promise differs from the plan in {n} months, together by {over} leads; the mark is the plan."
            )
            sign = "+" if over >= 0 else "−"
            said.append(text(words).format(n=len(differing), over=sign + show_number(abs(over), shown)))
        self._facts.setText(" ".join(said))
        set_shown(self._take, bool(differing) and all(one.period for one in found))
        if alone:
            set_shown(self._notice, False)
        else:
            self._say(found)

    def promise_the_plan(self) -> None:
        """Write the plan's own numbers into the monthly promise."""
        target, found = self._live.seen.target, self._live.seen.months
        if target is None or isinstance(found, NotMeasurable):
            return
        own = tuple(
            PeriodAmount(key=new_key(), period=one.period, amount=one.needed)
            for one in found
            if not one.already_due and one.needed != target.amount
        )
        self._become(own)

    def _drawn(self, one: PlanMonth) -> months.Month:
        alone, shown = self._live.whose is not None, self._live.draft.shown
        load = NotMeasurable("") if alone else self._live.plan.load_of(one.leads)
        name = written_period(one.period, self._language)[:3] if one.period else str(one.number + 1)
        if isinstance(load, NotMeasurable) or one.already_due:
            return months.Month(name, one.leads, one.needed, due=one.already_due)
        return months.Month(name, one.leads, one.needed, percent(Fraction(round(load * 100), 100), shown), light(load))

    def _full(self, found: tuple[PlanMonth, ...]) -> list[PlanMonth]:
        capacity = self._live.plan.capacity
        if isinstance(capacity, NotMeasurable):
            return []
        return [one for one in found if not one.already_due and one.leads > capacity]

    def _say(self, found: tuple[PlanMonth, ...]) -> None:
        """The gravest month and the button that mends it; green once none is too full, so that nothing jumps."""
        plan, shown, text = self._live.plan, self._live.draft.shown, self._language.text
        if isinstance(plan.capacity, NotMeasurable):
            words = text(N_("Sales' load cannot be told yet. Still needed: {what}."))
            words = words.format(what=text(plan.capacity.missing))
            self._notice.say("none", words, act=False)
            set_shown(self._move, False)
            set_shown(self._notice, True)
            return
        full = self._full(found)
        set_shown(self._move, bool(full))
        if not full:
            self._notice.say("ok", text(N_("No month is above what sales can work.")), act=False)
            set_shown(self._notice, True)
            return
        worst = max(full, key=lambda one: one.leads)
        name = written_period(worst.period, self._language) if worst.period else str(worst.number + 1)
        strong = text(N_("{month} is over capacity:")).format(month=name)
        words = text(N_("{n} planned, sales can work {all}.")).format(
            n=show_number(worst.leads, shown), all=show_number(int(plan.capacity), shown)
        )
        self._notice.say("error", words, strong=strong, act=self._emptier(found, worst) is not None)
        over = worst.leads - int(plan.capacity)
        into = self._emptier(found, worst)
        if into is not None:
            to = written_period(into.period, self._language)
            self._move.show_text(text(N_("Move {n} to {month}")).format(n=over, month=to))
        set_shown(self._notice, True)

    def _emptier(self, found: tuple[PlanMonth, ...], worst: PlanMonth) -> PlanMonth | None:
        """The emptiest month that has room for what is too much; only promises can be moved."""
        capacity = self._live.plan.capacity
        if isinstance(capacity, NotMeasurable) or self._live.plan.target is None or not worst.period:
            return None
        over = worst.leads - int(capacity)
        others = [one for one in found if not one.already_due and one.leads + over <= capacity and one.period]
        return min(others, key=lambda one: one.leads, default=None)

    def _spread(self) -> None:
        found, capacity, target = self._live.plan.months, self._live.plan.capacity, self._live.plan.target
        if isinstance(found, NotMeasurable) or isinstance(capacity, NotMeasurable) or target is None:
            return
        full = self._full(found)
        worst = max(full, key=lambda one: one.leads, default=None)
        into = self._emptier(found, worst) if worst is not None else None
        if worst is None or into is None:
            return
        over = worst.leads - int(capacity)
        wanted = {worst.period: worst.leads - over, into.period: into.leads + over}
        kept = [
            dataclasses.replace(one, amount=wanted.pop(one.period)) if one.period in wanted else one
            for one in target.months
        ]
        made = [PeriodAmount(key=new_key(), period=period, amount=amount) for period, amount in wanted.items()]
        self._become((*kept, *made))

    def _become(self, own: tuple[PeriodAmount, ...]) -> None:
        target = self._live.seen.target
        assert target is not None  # asked before
        self._live.draft.seal()
        self._live.draft.set(f"{TARGETS}[{target.key}].months", own)
