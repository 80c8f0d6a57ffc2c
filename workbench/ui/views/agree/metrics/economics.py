"""What customers cost and bring, out of the answers: numbers with their formulas. Must not know widgets."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from workbench.agreement.calculators.answer import NotMeasurable
from workbench.agreement.calculators.economics import (
    HORIZON,
    acquisition_cost,
    cost_per_stage,
    lifetime_months,
    lifetime_value,
    payback_months,
    pipeline_needed,
    ratio,
    return_on,
    velocity,
)
from workbench.agreement.calculators.lead_value import lead_value
from workbench.agreement.calculators.misalignment import Untouched, cost_of_misalignment
from workbench.agreement.model import Agreement
from workbench.agreement.volume_plan import volume_plan
from workbench.base.language import N_
from workbench.fields.amounts import MoneyKind, show_number
from workbench.fields.declare import field_of
from workbench.fields.value import Shown
from workbench.services.measured_rates import MeasuredVolumes
from workbench.ui.parts.formula import Formula, Input
from workbench.ui.views.agree.answers_card import Answer
from workbench.ui.views.agree.volumes.formulas import ICONS, SOURCES

Found = Fraction | NotMeasurable


def economics(agreement: Agreement, measured: MeasuredVolumes, shown: Shown) -> tuple[Answer, ...]:
    """The answers, always the same ones in the same order."""
    made = _Economics(agreement, shown)
    return (*made.customers(), *made.pipeline(), made.untouched(measured))


class _Economics:
    """Computes with one agreement's inputs."""

    def __init__(self, agreement: Agreement, shown: Shown) -> None:
        self._agreement, self._shown, self._text = agreement, shown, shown.language.text
        self._m, self._v = agreement.metrics, agreement.volumes
        self._need = volume_plan(agreement).need
        steps = [row for row in self._v.rates if not row.segment]
        self._win = steps[-1].rate if steps else None

    def customers(self) -> tuple[Answer, ...]:
        """CAC, CLV, their ratio, payback, return, cost of a lead."""
        m = self._m
        customers = None if isinstance(self._need, NotMeasurable) else self._need[0].exact
        cac = acquisition_cost(m.marketing_cost, m.sales_cost, customers)
        clv = lifetime_value(m.monthly_revenue, m.gross_margin, m.monthly_churn, m.horizon)
        months = lifetime_months(m.monthly_churn, m.horizon)
        payback = payback_months(cac, m.monthly_revenue, m.gross_margin)
        cost = (
            None if m.marketing_cost is None and m.sales_cost is None else (m.marketing_cost or 0) + (m.sales_cost or 0)
        )
        gain = None if isinstance(clv, NotMeasurable) or customers is None else clv * customers
        open_one = next((one for one in (clv, self._need) if isinstance(one, NotMeasurable)), None)
        lead = self._cost_of_lead()
        ratio_found = ratio(clv, cac)
        roi = open_one or return_on(gain, Decimal(cost) if cost is not None else None)
        capped = self._text(N_("A customer counts for {n} months at most.")).format(n=m.horizon or HORIZON)
        spent = self._inputs(m, "marketing_cost", "sales_cost")
        brings = self._inputs(m, "monthly_revenue", "gross_margin", "monthly_churn")
        customers_in = [Input(self._text(N_("Customers")), _number(customers, self._shown), self._text(N_("computed")))]
        both = [Input(self._text(N_("Lifetime value")), self._money(clv), self._text(N_("computed"))),
                Input(self._text(N_("Cost of a customer")), self._money(cac), self._text(N_("computed")))]  # fmt: skip
        return (
            self._answer(N_("Cost of a customer (CAC)"), cac, self._money(cac), "({0} + {1}) ÷ {2}",
                         [*spent, *customers_in]),
            self._answer(N_("Lifetime value (CLV)"), clv, self._money(clv),
                         "{0} × {1} × " + _number(months, self._shown), brings, capped),
            self._answer(N_("CLV for each CAC"), ratio_found, _times(ratio_found, self._shown), "{0} ÷ {1}", both),
            self._answer(N_("Months to pay back"), payback, _number(payback, self._shown), "{0} ÷ ({1} × {2})",
                         [both[1], *brings[:2]]),
            self._answer(N_("Return on the cost (ROI)"), roi, _percent(roi, self._shown),
                         "({0} × {1} − ({2} + {3})) ÷ ({2} + {3})", [both[0], *customers_in, *spent]),
            self._answer(N_("Cost of a lead"), lead, self._money(lead), "{0} ÷ {1}",
                         [spent[0], Input(self._text(N_("Leads")), _number(self._leads(), self._shown),
                                          self._text(N_("computed")))]),
        )  # fmt: skip

    def pipeline(self) -> tuple[Answer, ...]:
        """Coverage and velocity."""
        v, m = self._v, self._m
        wanted = pipeline_needed(v.revenue_goal, self._win)
        speed = velocity(m.open_opportunities, self._win, v.average_deal, m.cycle_days)
        win = Input(self._text(N_("Win rate")), _percent(self._win, self._shown), self._text(N_("assumed")), "pencil")
        return (
            self._answer(N_("Pipeline the goal needs"), wanted, self._money(wanted), "{0} ÷ {1}",
                         [*self._inputs(v, "revenue_goal"), win]),
            self._answer(N_("Revenue a day (velocity)"), speed, self._money(speed), "{0} × {1} × {2} ÷ {3}",
                         [*self._inputs(m, "open_opportunities"), win, *self._inputs(v, "average_deal"),
                          *self._inputs(m, "cycle_days")]),
        )  # fmt: skip

    def untouched(self, measured: MeasuredVolumes) -> Answer:
        """What untouched leads were worth, on own data: at the mean value of the agreed lead types."""
        name = N_("Cost of untouched leads")
        values = [one.value for one in self._v.lead_types if one.value is not None]
        values += [found for one in self._v.lead_types if one.value is None
                   and isinstance(found := lead_value(one.revenue_per_customer, one.close_rate), Decimal)]  # fmt: skip
        if measured.untouched is None:
            return self._answer(name, NotMeasurable(N_("first touch in an import")), "", "", ())
        mean = sum((Fraction(one) for one in values), Fraction(0)) / len(values) if values else Fraction(0)
        label = self._text(N_("a handed-over lead"))
        cost = cost_of_misalignment([Untouched(label, measured.untouched, mean)])
        inputs = [
            Input(self._text(N_("Untouched leads")), show_number(measured.untouched, self._shown),
                  self._text(N_("measured")), "file-spreadsheet"),
            Input(self._text(N_("Mean value of a lead")), self._money(mean), self._text(N_("lead types"))),
        ]  # fmt: skip
        note = self._text(N_("From your own imports; no published percentage goes in."))
        return self._answer(name, cost, self._money(cost), "{0} × {1}", inputs, note)

    def _cost_of_lead(self) -> Found:
        if isinstance(self._need, NotMeasurable):
            return self._need
        found = cost_per_stage(self._m.marketing_cost, self._need)
        return found if isinstance(found, NotMeasurable) else found[-1].exact

    def _leads(self) -> Fraction | None:
        return None if isinstance(self._need, NotMeasurable) else self._need[-1].exact

    def _inputs(self, owner: Any, *names: str) -> list[Input]:
        found = []
        for name in names:
            field = field_of(type(owner), name)
            said = field.kind.format(getattr(owner, name), self._shown)
            path = f"{'metrics' if owner is self._m else 'volumes'}.{name}"
            kind = "locked" if path in self._agreement.workshop.locked else "assumed"
            found.append(Input(self._text(field.label), said, self._text(SOURCES[kind]), ICONS[kind]))
        return found

    def _money(self, found: Found) -> str:
        if isinstance(found, NotMeasurable):
            return ""
        places = 0 if found >= 100 else 2
        return MoneyKind().format(round(Decimal(found.numerator) / found.denominator, places), self._shown)

    def _answer(
        self, name: str, found: Found, value: str, equation: str, inputs: Sequence[Input], note: str = ""
    ) -> Answer:
        said = self._text(name)
        if isinstance(found, NotMeasurable):
            return Answer(said, "", None, found.missing)
        written = equation.format(*(one.value for one in inputs)) + " ="
        rounded = note or self._text(N_("Computed exactly; rounded only where it is shown."))
        return Answer(said, value, Formula(said, written, value, inputs, rounded))


def _number(found: Found | None, shown: Shown) -> str:
    if found is None or isinstance(found, NotMeasurable):
        return ""
    return show_number(round(Decimal(found.numerator) / found.denominator, 1).normalize() + 0, shown)


def _times(found: Found, shown: Shown) -> str:
    return "" if isinstance(found, NotMeasurable) else _number(found, shown) + "×"


def _percent(found: Found | Decimal | None, shown: Shown) -> str:
    if found is None or isinstance(found, NotMeasurable):
        return ""
    return _number(Fraction(found) * 100, shown) + "%"
