"""What customers cost and bring, as the page of metrics says it, worked out by hand."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from typing import Any

from workbench.agreement.model import Agreement, shown_in
from workbench.agreement.templates import template
from workbench.services.measured_rates import MeasuredVolumes
from workbench.ui.views.agree.answers_card import Answer
from workbench.ui.views.agree.metrics.economics import economics

B2B = template("b2b").agreement
COSTS: dict[str, Any] = {"marketing_cost": Decimal(100_000), "sales_cost": Decimal(150_000)}
BRINGS = {"monthly_revenue": Decimal(1000), "gross_margin": Decimal("0.8"), "monthly_churn": Decimal("0.02")}


def answers(numbers: dict[str, Any], untouched: int | None = None) -> dict[str, Answer]:
    """The answers for 500,000 at 50% and 10,000 a deal, which are 25 customers and 400 leads."""
    volumes = dataclasses.replace(
        B2B.volumes, revenue_goal=Decimal(500_000), marketing_share=Decimal("0.5"), average_deal=Decimal(10_000),
        lead_types=B2B.volumes.lead_types[:1],
    )  # fmt: skip
    made: Agreement = dataclasses.replace(
        B2B, volumes=volumes, metrics=dataclasses.replace(B2B.metrics, **numbers)
    )  # fmt: skip
    found = economics(made, MeasuredVolumes(untouched=untouched), shown_in(made))
    return {one.name: one for one in found}


def test_the_answers_are_those_worked_out_by_hand() -> None:
    found = answers(COSTS | BRINGS | {"horizon": 36, "open_opportunities": 40, "cycle_days": 90}, 9)
    assert {name: one.value for name, one in found.items()} == {
        "Cost of a customer (CAC)": "€10,000",  # 250,000 / 25
        "Lifetime value (CLV)": "€28,800",  # 1,000 * 80% * 36 months, because 1 / 2% is 50
        "CLV for each CAC": "2.9×",
        "Months to pay back": "12.5",  # 10,000 / 800
        "Return on the cost (ROI)": "188%",  # (28,800 * 25 - 250,000) / 250,000
        "Cost of a lead": "€250",  # 100,000 / 400
        "Pipeline the goal needs": "€2,000,000",  # 500,000 / 25%
        "Revenue a day (velocity)": "€1,111",  # 40 * 25% * 10,000 / 90
        "Cost of untouched leads": "€10,800",  # 9 * 1,200
    }
    assert answers(COSTS | BRINGS | {"monthly_churn": Decimal(0)})["Lifetime value (CLV)"].value == "€48,000"


def test_what_cannot_be_worked_out_names_the_answer_that_is_open() -> None:
    found = answers(COSTS)
    for name in ("Lifetime value (CLV)", "CLV for each CAC", "Months to pay back", "Return on the cost (ROI)"):
        assert (found[name].value, found[name].missing) == ("", "monthly revenue of a customer")
    assert found["Cost of untouched leads"].missing == "first touch in an import"
