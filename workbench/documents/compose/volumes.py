"""Section 6 on paper: the funnel and the months drawn, the numbers in clauses and tables."""

from __future__ import annotations

import math
from fractions import Fraction

from workbench.agreement.calculators.answer import NotMeasurable
from workbench.agreement.calculators.funnel import Needed
from workbench.agreement.period_words import A, written_period
from workbench.agreement.sections.volumes import VolumeTarget
from workbench.agreement.volume_plan import funnel_need, monthly_capacity
from workbench.base.language import N_
from workbench.documents.blocks import Block, Figure, Funnel, FunnelStage, Key, MonthBar, MonthBars, Step, Team
from workbench.documents.compose.page import Col, Page
from workbench.fields.amounts import RateKind, show_number

TEAM_OF: dict[str, Team] = {"marketing": "marketing", "sales": "sales"}


def volumes(page: Page) -> tuple[Block, ...]:
    """How many leads, worth what, how good, and how many sales can work."""
    _plan(page)
    page.grid(
        "rates",
        [Col("from_stage", "name"), Col("to_stage"), Col("rate", "number"), Col("origin", "quiet"), Col("segment")],
    )
    page.grid(
        "segment_goals",
        [
            Col("segment", "name"),
            Col("revenue", "number"),
            Col("marketing_share", "number"),
            Col("average_deal", "number"),
        ],
    )
    chips = page.chips("volume_targets")
    if chips:
        page.titled(
            page.say(N_("Number of leads")),
            page.say(N_("{team} owes the numbers in the schedule, period by period."), team=page.team("marketing")),
            chips,
        )
    _months(page)
    page.promises("volume_targets")
    weights = page.value("seasonality")
    page.titled(page.label("seasonality"), ", ".join(page.inline(one).replace(", ", " ") for one in weights))
    page.grid(
        "lead_types",
        [
            Col("name", "name"),
            Col("scope"),
            Col("revenue_per_customer", "number"),
            Col("close_rate", "number"),
            Col("value", "result"),
        ],
        full=True,
    )
    if page.chips("value_targets"):
        page.titled(
            page.say(N_("Value of leads")),
            page.say(N_("Each lead counts with the value of its type above, frozen when this version is signed.")),
            page.chips("value_targets"),
        )
    page.promises("value_targets")
    if page.chips("quality_targets"):
        page.titled(
            page.say(N_("Quality of leads")),
            page.say(
                N_("Quality is what {team} accepts, of all it decides on, after disputes."),
                team=page.team_inside("sales"),
            ),
            page.chips("quality_targets"),
        )
    page.promises("quality_targets")
    _ceiling(page)
    _capacity(page)
    page.prose("basis")
    return page.rest()


def _plan(page: Page) -> None:
    section = page.section
    if section.revenue_goal is not None:
        words = page.say(N_("The plan needs {revenue} of new revenue"), revenue=page.text("revenue_goal"))
        if section.plan_months:
            words += page.say(N_(" in {months}"), months=page.text("plan_months"))
        if section.marketing_share is not None:
            words += page.say(
                N_(", {share} of it from leads of {team}"),
                share=page.text("marketing_share"),
                team=page.team_inside("marketing"),
            )
        if section.partner_share is not None:
            words += page.say(N_(", {share} of it from partners"), share=page.text("partner_share"))
        if section.average_deal is not None:
            words += page.say(N_(", at {deal} for an average customer"), deal=page.text("average_deal"))
        page.clause(words + ".")
    need = funnel_need(page.agreement)
    if isinstance(need, NotMeasurable):
        return
    page.add(_funnel(page, need))
    if section.sales_cycle_months is not None:
        page.clause(
            page.say(
                N_("A lead becomes a customer after about {months}; leads are due that much earlier."),
                months=page.text("sales_cycle_months"),
            )
        )


def _funnel(page: Page, need: tuple[Needed, ...]) -> Figure:
    rates = [row.rate for row in page.section.rates if not row.segment]
    names = {(stage.short or stage.name): stage.owner for stage in page.agreement.lead_definitions.stages}
    stages = []
    for index, one in enumerate(reversed(need)):
        rate = RateKind().format(rates[index], page.shown) if index < len(rates) else ""
        owner = TEAM_OF.get(names.get(one.stage, ""), "both")
        stages.append(FunnelStage(one.stage, float(one.exact), show_number(one.rounded, page.shown), rate, owner))
    spoken = ", ".join(f"{stage.name} {stage.shown}" for stage in stages)
    return Figure(
        Funnel(tuple(stages)),
        page.say(N_("Funnel for the whole plan: {stages}."), stages=spoken),
        caption=page.say(N_("From leads to customers, over the whole plan")),
        note=page.say(N_("Computed from the goal and the rates below; rounded up to whole leads at the end.")),
        movable=True,
    )


def _months(page: Page) -> None:
    targets: tuple[VolumeTarget, ...] = page.section.volume_targets
    monthly = next((one for one in targets if one.period == "month" and one.amount), None)
    start = page.agreement.teams.effective_from
    if monthly is None or start is None or not monthly.months:
        return
    own = {one.period: one.amount for one in monthly.months}
    periods = [
        f"{start.year + (start.month - 1 + n) // 12:04d}-{(start.month - 1 + n) % 12 + 1:02d}" for n in range(12)
    ]
    amounts = [own.get(period) or monthly.amount or 0 for period in periods]
    capacity = monthly_capacity(page.agreement)
    most = max([*amounts, page.section.ceiling or 0, math.ceil(capacity) if isinstance(capacity, Fraction) else 0])
    bars = tuple(
        MonthBar(
            written_period(period, page.shown.language)[:3],
            float(amount),
            show_number(amount, page.shown),
            float(page.section.ceiling) if page.section.ceiling and page.section.ceiling_period == "month" else None,
            float(capacity) if isinstance(capacity, Fraction) else None,
        )
        for period, amount in zip(periods, amounts, strict=True)
    )
    step = _round_step(most)
    axis = tuple(Step(float(v), show_number(v, page.shown)) for v in range(0, most + step, step))
    keys = [Key("box", "marketing", page.say(N_("Promised leads")))]
    if bars[0].ceiling is not None:
        keys.append(Key("dashes", "quiet", page.say(N_("Ceiling"))))
    if bars[0].capacity is not None:
        keys.append(Key("line", "sales", page.say(N_("What {team} can work"), team=page.team_inside("sales"))))
    spoken = ", ".join(
        f"{written_period(p, page.shown.language)} {show_number(a, page.shown)}"
        for p, a in zip(periods, amounts, strict=True)
    )
    page.add(
        Figure(
            MonthBars(bars, axis),
            page.say(N_("Promised leads by month: {months}."), months=spoken),
            caption=page.say(N_("Promised leads by month, with ceiling and capacity")),
            keys=tuple(keys),
            full=True,
            movable=True,
        )
    )


def _round_step(most: int) -> int:
    """A step that gives four to six marks."""
    raw = max(1, most // 5)
    size: int = 10 ** (len(str(raw)) - 1)
    for factor in (1, 2, 5):
        if factor * size >= raw:
            return int(factor * size)
    return int(10 * size)


def _ceiling(page: Page) -> None:
    ceiling, period = page.text("ceiling"), page.value("ceiling_period")
    if not ceiling:
        return
    page.titled(
        page.label("ceiling"),
        page.say(
            N_(
                "Up to {ceiling} {period}, in the order their clocks "
                "start, every lead counts. Beyond that no clock runs for "
                "{team}; the extra leads are listed, not judged."
            ),
            ceiling=ceiling,
            team=page.team_inside("sales"),
            period=page.say(A.get(period, N_("in a period"))),
        ),
    )


def _capacity(page: Page) -> None:
    capacity = monthly_capacity(page.agreement)
    if isinstance(capacity, Fraction):
        page.titled(
            page.say(N_("Capacity")),
            page.say(
                N_(
                    "{team} can work {leads} leads a month: {days} of "
                    "{hours} hours, {share} of the time for these leads, "
                    "{attempts} attempts of {minutes} minutes each, and "
                    "{talk} minutes for the {rate} that are reached."
                ),
                team=page.team("sales"),
                leads=show_number(math.floor(capacity), page.shown),
                days=page.text("working_days"),
                hours=page.text("hours_per_day"),
                share=page.text("time_for_leads"),
                attempts=page.text("attempts_per_lead"),
                minutes=page.text("minutes_per_attempt"),
                talk=page.text("minutes_per_conversation") or "0",
                rate=page.text("contact_rate") or "0%",
            ),
        )
    page.grid("reps", [Col("name", "name"), Col("fraction", "number"), Col("leave_days", "number")])
