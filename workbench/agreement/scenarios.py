"""Scenarios: the numbers of a plan kept under a name, compared with the plan of now, and taken up again.

Numbers that are locked stay as they are. Must not know how scenarios are shown.
"""

from __future__ import annotations

import dataclasses

from workbench.agreement.model import Agreement
from workbench.agreement.workshop import Scenario, ScenarioRate
from workbench.fields.value import new_key

NUMBERS = ("revenue_goal", "marketing_share", "average_deal", "plan_months", "time_for_leads")


def scenario_of(agreement: Agreement, name: str) -> Scenario:
    """The numbers as they are now, under a name."""
    volumes = agreement.volumes
    rates = tuple(ScenarioRate(key=row.key, rate=row.rate) for row in volumes.rates)
    return Scenario(key=new_key(), name=name, rates=rates, **{one: getattr(volumes, one) for one in NUMBERS})


def with_scenario(agreement: Agreement, scenario: Scenario) -> Agreement:
    """The agreement with a scenario's numbers, except those that are locked; rates that are gone are left out."""
    locked, kept = set(agreement.workshop.locked), {one.key: one.rate for one in scenario.rates}
    numbers = {one: getattr(scenario, one) for one in NUMBERS if f"volumes.{one}" not in locked}
    rates = tuple(
        dataclasses.replace(row, rate=kept[row.key])
        if row.key in kept and f"volumes.rates[{row.key}].rate" not in locked
        else row
        for row in agreement.volumes.rates
    )
    return dataclasses.replace(agreement, volumes=dataclasses.replace(agreement.volumes, rates=rates, **numbers))
