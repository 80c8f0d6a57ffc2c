"""How each number of the page came about: equation, inputs with their source, rounding. Must not know widgets."""

from __future__ import annotations

import math
from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction
from typing import Any

from workbench.agreement.calculators.rhythm import Rhythm, months_in
from workbench.agreement.model import Agreement
from workbench.agreement.sections.volumes import StageRate
from workbench.agreement.volume_plan import VolumePlan
from workbench.base.language import N_
from workbench.fields.amounts import show_number
from workbench.fields.declare import field_of
from workbench.fields.value import Shown
from workbench.ui.parts.formula import Formula, Input

SOURCES = {"measured": N_("measured"), "assumed": N_("assumed"), "locked": N_("locked")}
ICONS = {"measured": "file-spreadsheet", "assumed": "pencil", "locked": "lock"}
RHYTHMS: tuple[tuple[str, str], ...] = (
    ("day", N_("Day")), ("week", N_("Week")), ("month", N_("Month")), ("quarter", N_("Quarter")), ("plan", N_("Plan")),
)  # fmt: skip
PER = {
    "day": N_("a day"), "week": N_("a week"), "month": N_("a month"), "quarter": N_("a quarter"),
    "plan": N_("in the plan"),
}  # fmt: skip
ROUNDED = N_("Computed exactly; rounded up to whole leads at the end, not at each step.")


def count(value: Fraction, shown: Shown) -> str:
    """Leads as they stand on the page: rounded up, with one decimal below ten where they are no whole number."""
    if value >= 10 or value.denominator == 1:
        return show_number(math.ceil(value), shown)
    return show_number(Decimal(math.ceil(value * 10)) / 10, shown)


def percent(value: Fraction | Decimal, shown: Shown) -> str:
    """A share, with one decimal where it has one."""
    return show_number(round(Decimal(Fraction(value).numerator) / Fraction(value).denominator * 100, 1), shown) + "%"


def in_rhythm(value: Fraction, plan: VolumePlan, rhythm: str, days: int | None) -> Fraction:
    """So many in the whole plan as so many in a rhythm."""
    if rhythm == "plan":
        return value
    wanted: Rhythm = "day" if rhythm == "day" else "week" if rhythm == "week" else "month"
    if rhythm == "quarter":
        wanted = "quarter"
    return value / plan.length * months_in(wanted, days)


def written(owner: Any, name: str, shown: Shown) -> str:
    """A field's value as it is shown everywhere."""
    return field_of(type(owner), name).kind.format(getattr(owner, name), shown)


def rate_source(row: StageRate, locked: Collection[str]) -> tuple[str, str]:
    """Where a rate comes from, as words marked for translation and as an icon."""
    kind = "locked" if f"volumes.rates[{row.key}].rate" in locked else row.origin or "assumed"
    return SOURCES[kind], ICONS[kind]


def stage_formula(agreement: Agreement, plan: VolumePlan, at: int, rhythm: str, shown: Shown) -> Formula:
    """How the leads of a stage came about.

    Args:
        agreement: With the inputs.
        plan: Computed from it.
        at: The stage, customers 0.
        rhythm: In which the numbers are shown.
        shown: How numbers are written.
    """
    text, volumes = shown.language.text, agreement.volumes
    days = volumes.working_days

    def said(value: Fraction) -> str:
        return count(in_rhythm(value, plan, rhythm, days), shown)

    here = plan.known[at]
    title = f"{here.stage}, {text(PER[rhythm])}"
    if plan.segments:
        parts = [one.stages[at].exact for one in plan.segments]
        names = {row.key: row.name for row in agreement.teams.segments}
        inputs = [
            Input(names.get(one.key, one.key) or text(N_("Everything else")), said(value), text(N_("computed")))
            for one, value in zip(plan.segments, parts, strict=True)
        ]
        equation = " + ".join(said(value) for value in parts) + " ="
        note = text(N_("Each segment is computed by its own numbers, then added; rates are never averaged."))
        return Formula(title, equation, said(here.exact), inputs, note)
    if at == 0:
        revenue, share, deal = (
            written(volumes, name, shown) for name in ("revenue_goal", "marketing_share", "average_deal")
        )
        inputs = [
            Input(text(N_("Revenue goal")), revenue, *_source(agreement, "revenue_goal", shown)),
            Input(text(N_("From marketing")), share, *_source(agreement, "marketing_share", shown)),
            Input(text(N_("Average deal")), deal, *_source(agreement, "average_deal", shown)),
        ]
        equation = f"{revenue} × {share} ÷ {deal} ="
        return Formula(title, equation, count(here.exact, shown), inputs, text(ROUNDED))
    before = plan.known[at - 1]
    rows = [row for row in volumes.rates if not row.segment] or list(volumes.rates)
    row = rows[len(rows) - at]
    rate, (source, icon) = written(row, "rate", shown), rate_source(row, agreement.workshop.locked)
    inputs = [
        Input(before.stage, said(before.exact), text(N_("computed"))),
        Input(f"{here.stage} → {before.stage}", rate, text(source), icon),
    ]
    return Formula(title, f"{said(before.exact)} ÷ {rate} =", said(here.exact), inputs, text(ROUNDED))


def capacity_formula(agreement: Agreement, per_rep: Fraction, shown: Shown) -> Formula:
    """How many leads one full rep can work in a month."""
    text, volumes = shown.language.text, agreement.volumes
    names = (
        "working_days", "hours_per_day", "time_for_leads", "attempts_per_lead", "minutes_per_attempt", "contact_rate",
        "minutes_per_conversation",
    )  # fmt: skip
    inputs = [
        Input(text(field_of(type(volumes), name).label), written(volumes, name, shown) or "0",
              *_source(agreement, name, shown))
        for name in names
    ]  # fmt: skip
    values = [written(volumes, name, shown).split(" ")[0] or "0" for name in names]
    equation = (
        f"{values[0]} × {values[1]} × 60 × {values[2]} ÷ ({values[3]} × {values[4]} + {values[5]} × {values[6]}) ="
    )
    note = text(N_("Exact inside; only whole leads are shown, rounded down, because nobody works part of a lead."))
    return Formula(text(N_("Leads one full rep can work in a month")), equation, show_number(int(per_rep), shown),
                   inputs, note)  # fmt: skip


def team_formula(agreement: Agreement, per_rep: Fraction, capacity: Fraction, shown: Shown) -> Formula:
    """How many leads the whole team can work in a month."""
    text, volumes = shown.language.text, agreement.volumes
    days = volumes.working_days or 1
    inputs, present = [], Fraction(0)
    for rep in volumes.reps:
        part = Fraction(1 if rep.fraction is None else rep.fraction) * Fraction(
            max(0, days - (rep.leave_days or 0)), days
        )
        present += part
        inputs.append(
            Input(rep.name, show_number(round(Decimal(float(part)), 2), shown), text(N_("ramp-up and leave")))
        )
    equation = f"{show_number(int(per_rep), shown)} × {show_number(round(Decimal(float(present)), 2), shown)} ="
    note = text(N_("A rep counts as a fraction while ramping up; days away are taken off. Computed exactly."))
    return Formula(text(N_("Leads the team can work in a month")), equation, show_number(int(capacity), shown), inputs,
                   note)  # fmt: skip


def _source(agreement: Agreement, name: str, shown: Shown) -> tuple[str, str]:
    kind = "locked" if f"volumes.{name}" in agreement.workshop.locked else "assumed"
    return shown.language.text(SOURCES[kind]), ICONS[kind]
