"""Section 9, shared metrics: one definition, formula, source and owner for each number both teams quote."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from workbench.agreement.terms import Terms
from workbench.base.language import N_
from workbench.fields.declare import choice, integer, money, number, prose, rate, reference, rows, text
from workbench.fields.words import Option

METRIC_KINDS = (
    Option("cac", N_("Customer acquisition cost")),
    Option("conversion", N_("Conversion")),
    Option("clv", N_("Customer lifetime value")),
    Option("churn", N_("Churn")),
    Option("roi", N_("Return on investment")),
    Option("coverage", N_("Pipeline coverage")),
    Option("velocity", N_("Pipeline velocity")),
    Option("custom", N_("Own metric")),
)
METRIC_UNITS = (
    Option("number", N_("Number")),
    Option("currency", N_("Amount of money")),
    Option("percent", N_("Percent")),
    Option("times", N_("Times")),
    Option("days", N_("Days")),
)
OPERATORS = (
    Option(">=", N_("at least")),
    Option("<=", N_("at most")),
    Option("between", N_("between")),
)
FAVOURS = (
    Option("marketing", N_("Marketing")),
    Option("sales", N_("Sales")),
    Option("both", N_("Both teams")),
)


@dataclass(frozen=True)
class Metric(Terms):
    """A number both teams quote; with a target it becomes a shared commitment."""

    kind: str = choice(
        N_("Kind"), METRIC_KINDS, help=N_("Which one."), example="Customer acquisition cost", needed=True
    )
    definition: str = prose(
        N_("Definition"),
        help=N_("What is counted and what is not."),
        example="Marketing and sales cost over new customers",
        limit=1500,
        needed=True,
    )
    formula: str = text(
        N_("Formula"), help=N_("In words or signs."), example="(marketing cost + sales cost) / new customers", limit=300
    )
    source_report: str = text(
        N_("Source report"),
        help=N_("The one report the number is read from."),
        example="Finance, monthly P&L, sheet Growth",
        needed=True,
    )
    unit: str = choice(
        N_("Unit"), METRIC_UNITS, help=N_("Of value and target."), example="Amount of money", needed=True
    )
    operator: str = choice(N_("The value is"), OPERATORS, help=N_("How value and target compare."), example="at most")
    target: Decimal | None = number(
        N_("Target"), help=N_("Leave empty for a number that is only watched."), example="900", place="schedule"
    )
    target_upper: Decimal | None = number(
        N_("Upper target"), help=N_("Only for a range."), example="4", place="schedule"
    )
    margin: Decimal | None = number(
        N_("Margin"),
        help=N_("In the metric's own unit: how far off still counts as kept."),
        example="10",
        place="schedule",
    )
    warning: Decimal | None = number(
        N_("Warn from"), help=N_("The value at which both leads hear of it."), example="950", place="schedule"
    )
    rewards: str = choice(
        N_("Whose bonus depends on it"),
        FAVOURS,
        help=N_("A number that pays one team can hurt the other."),
        example="Both teams",
    )
    counterweight: str = reference(
        "metrics.metrics",
        N_("Balanced by"),
        help=N_("The number that keeps this one honest: volume needs quality."),
        example="Accepted by sales",
    )


@dataclass(frozen=True)
class ConversionTarget(Terms):
    """Both teams together bring so many leads from one stage to the next."""

    from_stage: str = reference(
        "lead_definitions.stages",
        N_("From"),
        help=N_("The cohort: leads that reached this stage."),
        example="SAL",
        needed=True,
        place="schedule",
    )
    to_stage: str = reference(
        "lead_definitions.stages",
        N_("To"),
        help=N_("The stage they should reach."),
        example="SQL",
        needed=True,
        place="schedule",
    )
    share: Decimal | None = rate(
        N_("At least"),
        help=N_("Share of the cohort that gets there by the day of the data."),
        example="62.5%",
        needed=True,
        place="schedule",
    )


@dataclass(frozen=True)
class SharedMetrics:
    """Numbers with one meaning."""

    conversions: tuple[ConversionTarget, ...] = rows(
        ConversionTarget,
        N_("Promise: conversion"),
        one=N_("conversion"),
        help=N_("Step by step, shared by both teams."),
        example="SAL to SQL 62.5% a quarter",
        named_by=("name", "from_stage"),
        leads_to="to_stage",
    )
    metrics: tuple[Metric, ...] = rows(
        Metric,
        N_("Metrics"),
        one=N_("metric"),
        help=N_("Each number with one definition and one report."),
        example="Customer acquisition cost at most 900",
        named_by=("name", "kind"),
    )
    marketing_cost: Decimal | None = money(
        N_("Cost of marketing"),
        help=N_("People, media and tools, over the plan's length."),
        example="600,000",
        place="nowhere",
    )
    sales_cost: Decimal | None = money(
        N_("Cost of sales"), help=N_("For new customers, over the plan's length."), example="900,000", place="nowhere"
    )
    monthly_revenue: Decimal | None = money(
        N_("Monthly revenue of a customer"), help=N_("On average."), example="850", place="nowhere"
    )
    gross_margin: Decimal | None = rate(
        N_("Gross margin"), help=N_("Share of revenue left after the cost of delivery."), example="70%", place="nowhere"
    )
    monthly_churn: Decimal | None = rate(
        N_("Customers lost a month"),
        help=N_("Share of customers; 0% counts each of them for the horizon."),
        example="1.5%",
        zero=True,
        place="nowhere",
    )
    horizon: int | None = integer(
        N_("Horizon"),
        help=N_("Longest time a customer is counted for; 60 months when empty."),
        example="60",
        place="nowhere",
        least=1,
        most=240,
        unit=N_("months"),
        one=N_("month"),
    )
    open_opportunities: int | None = integer(
        N_("Open opportunities"), help=N_("In the pipeline today."), example="120", place="nowhere"
    )
    cycle_days: int | None = integer(
        N_("Days to a decision"),
        help=N_("From opportunity to won or lost, on average."),
        example="75",
        place="nowhere",
        least=1,
        most=2000,
        unit=N_("days"),
        one=N_("day"),
    )
