"""Section 5, lead definitions: stages, what qualifies, points, tiers, required data, the calibration round."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from workbench.agreement.lead_fields import ANY_FIELD, DATE_FIELD
from workbench.agreement.sections.criteria import (
    Condition,
    column_field,
    comparison_field,
    segments_field,
    values_field,
)
from workbench.agreement.terms import SIDES, Terms
from workbench.base.language import N_
from workbench.fields.declare import (
    choice,
    choices,
    day,
    duration,
    integer,
    prose,
    rate,
    reference,
    rows,
    text,
    texts,
    yes_no,
)
from workbench.fields.value import CALENDAR_UNITS, Duration, Row
from workbench.fields.words import Option

EXCLUSION_KINDS = (
    Option("spam", N_("Spam or test")),
    Option("student", N_("Student or job seeker")),
    Option("competitor", N_("Competitor")),
    Option("duplicate", N_("Duplicate")),
    Option("out_of_area", N_("Out of area")),
    Option("existing", N_("Existing customer")),
    Option("other", N_("Other")),
)
AXES = (Option("fit", N_("Fit")), Option("interest", N_("Interest")))
VOTES = (Option("accept", N_("Accept")), Option("reject", N_("Reject")))


@dataclass(frozen=True)
class Stage(Row):
    """A stage of the funnel."""

    name: str = text(N_("Stage"), help=N_("The full name."), example="Marketing qualified lead", limit=80, needed=True)
    short: str = text(N_("Short"), help=N_("As in tables and charts."), example="MQL", limit=16, needed=True)
    entry: str = prose(
        N_("A lead enters when"),
        help=N_("A fact anybody can check, not an opinion."),
        example="It meets the fit criteria and one behaviour criterion, or asked for contact.",
        limit=1500,
        needed=True,
    )
    exit: str = prose(
        N_("It leaves when"),
        help=N_("The fact that ends this stage, forwards or back."),
        example="Sales accepts or rejects it.",
        limit=1500,
    )
    owner: str = choice(
        N_("Owner"), SIDES, help=N_("The team that acts in this stage."), example="Marketing", needed=True
    )
    date_field: str = choice(
        N_("Proved by the date in"),
        DATE_FIELD,
        help=N_("The column whose date shows that a lead entered; without it nothing can be counted."),
        example="Qualified",
        needed=True,
    )


@dataclass(frozen=True)
class FitCriterion(Row):
    """One thing about the company or person that must be true."""

    name: str = text(N_("Criterion"), help=N_("In words."), example="Company has 50 to 1,000 employees", needed=True)
    field: str = column_field()
    comparison: str = comparison_field()
    values: tuple[str, ...] = values_field()
    segments: tuple[str, ...] = segments_field()


@dataclass(frozen=True)
class BehaviourCriterion(Row):
    """One thing the lead did that shows interest."""

    name: str = text(N_("Behaviour"), help=N_("A single act, in words."), example="Asked for a demo", needed=True)
    within: Duration | None = duration(
        N_("Within the last"), help=N_("Older acts do not count."), example="30 days", units=CALENDAR_UNITS
    )
    enough: bool = yes_no(N_("Enough alone"), help=N_("Whether this act qualifies without any other."))
    field: str = column_field()
    comparison: str = comparison_field()
    values: tuple[str, ...] = values_field()
    segments: tuple[str, ...] = segments_field()


@dataclass(frozen=True)
class Exclusion(Row):
    """A kind of lead that never qualifies."""

    kind: str = choice(N_("Kind"), EXCLUSION_KINDS, help=N_("What it is."), example="Competitor", needed=True)
    rule: str = text(
        N_("Recognised by"),
        help=N_("So that both teams sort out the same ones."),
        example="E-mail domain on the competitor list",
        needed=True,
    )
    within: Duration | None = duration(
        N_("Within"),
        help=N_("For duplicates: how far back the same person counts as the same lead."),
        example="90 days",
        units=CALENDAR_UNITS,
    )
    field: str = column_field()
    comparison: str = comparison_field()
    values: tuple[str, ...] = values_field()
    segments: tuple[str, ...] = segments_field()


@dataclass(frozen=True)
class PointRule(Row):
    """Points for one attribute or act."""

    axis: str = choice(
        N_("Axis"), AXES, help=N_("Fit is who they are, interest is what they do."), example="Interest", needed=True
    )
    name: str = text(N_("For"), help=N_("Attribute or act."), example="Visited the pricing page", needed=True)
    points: int | None = integer(
        N_("Points"), help=N_("Negative takes away."), example="15", least=-1000, most=1000, needed=True
    )
    field: str = column_field()
    comparison: str = comparison_field()
    values: tuple[str, ...] = values_field()
    segments: tuple[str, ...] = segments_field()


@dataclass(frozen=True)
class SegmentThreshold(Row):
    """From how many points a lead of one segment qualifies."""

    segment: str = reference(
        "teams.segments", N_("Segment"), help=N_("Whose leads."), example="Northwind Cloud", needed=True
    )
    threshold: int | None = integer(
        N_("Qualified from"), help=N_("Total points."), example="50", unit=N_("points"), one=N_("point"), needed=True
    )


@dataclass(frozen=True)
class Tier(Row):
    """A tier or grade that decides how fast a lead is followed up."""

    name: str = text(N_("Tier"), help=N_("What people say."), example="Tier A, hand-raisers", limit=80, needed=True)
    values: tuple[str, ...] = texts(
        N_("In the data"),
        help=N_("How the tier is written in the tier column of the export."),
        example="A",
        data_values=True,
        needed=True,
    )
    definition: str = prose(
        N_("A lead is in this tier when"),
        help=N_("A fact anybody can check."),
        example="It asked for a demo, a price or a call.",
        limit=1000,
        needed=True,
    )
    hand_raisers: bool = yes_no(
        N_("For hand-raisers"), help=N_("A lead is in this tier only if it asked to talk to us.")
    )
    points_from: int | None = integer(
        N_("Points from"),
        help=N_("A lead is in this tier only from so many points."),
        example="80",
        unit=N_("points"),
        one=N_("point"),
    )
    conditions: tuple[Condition, ...] = rows(
        Condition,
        N_("Shown by the data when"),
        one=N_("condition"),
        help=N_("All must be true; the first tier that fits takes the lead."),
        example="Source is one of Demo request, Pricing page",
        named_by=("field",),
    )
    everyone_else: bool = yes_no(
        N_("For every other lead"), help=N_("It takes each qualified lead that no tier before it takes.")
    )


@dataclass(frozen=True)
class CalibrationLead(Row):
    """A sample lead both teams judged without seeing the other's vote."""

    lead: str = prose(
        N_("Sample lead"),
        help=N_("What was known at hand-off, without names."),
        example="Logistics company, 220 employees, downloaded the guide twice",
        limit=800,
        needed=True,
    )
    marketing_vote: str = choice(N_("Marketing's vote"), VOTES, help=N_("Before seeing sales'."), example="Accept")
    sales_vote: str = choice(N_("Sales' vote"), VOTES, help=N_("Before seeing marketing's."), example="Reject")
    criterion: str = text(
        N_("Criterion that split them"), help=N_("Which definition to sharpen."), example="Buying role is missing"
    )


@dataclass(frozen=True)
class CompletenessTarget(Terms):
    """Marketing fills the required fields before it hands a lead over."""

    share: Decimal | None = rate(
        N_("Leads with every required field"),
        help=N_("Share of handed-over leads that carry them all."),
        example="95%",
        needed=True,
        place="schedule",
    )


@dataclass(frozen=True)
class LeadDefinitions:
    """What a lead is at each stage."""

    stages: tuple[Stage, ...] = rows(
        Stage,
        N_("Stages"),
        one=N_("stage"),
        help=N_("From inquiry to customer, in order."),
        example="Marketing qualified lead",
        named_by=("short", "name"),
        needed=True,
    )
    fit: tuple[FitCriterion, ...] = rows(
        FitCriterion,
        N_("Fit criteria"),
        one=N_("criterion"),
        help=N_("All must be true for a lead to qualify."),
        example="Company has 50 to 1,000 employees",
    )
    behaviour: tuple[BehaviourCriterion, ...] = rows(
        BehaviourCriterion,
        N_("Behaviour criteria"),
        one=N_("behaviour"),
        help=N_("One that is enough alone, or two others, must be true as well."),
        example="Asked for a demo",
    )
    hand_raiser: str = prose(
        N_("Hand-raisers"),
        help=N_("Who qualifies at once, whatever the points say."),
        example="Anybody in our profile who asks to talk to us",
        limit=1000,
    )
    hand_raiser_signs: tuple[Condition, ...] = rows(
        Condition,
        N_("Hand-raisers are recognised by"),
        one=N_("sign"),
        help=N_("One of them is enough; the lead must fit the profile as well."),
        example="Source is one of Demo request",
        named_by=("field",),
    )
    exclusions: tuple[Exclusion, ...] = rows(
        Exclusion,
        N_("Never qualified"),
        one=N_("exclusion"),
        help=N_("Kept out before hand-over, and how they are recognised."),
        example="Competitor",
        named_by=("kind",),
    )
    uses_points: bool = yes_no(N_("We score with points"), help=N_("Only if both teams understand the score."))
    points: tuple[PointRule, ...] = rows(
        PointRule,
        N_("Points"),
        one=N_("rule"),
        help=N_("What raises and lowers the score."),
        example="Visited the pricing page",
    )
    threshold: int | None = integer(
        N_("Qualified from"),
        help=N_("Total points at which a lead qualifies."),
        example="65",
        unit=N_("points"),
        one=N_("point"),
    )
    thresholds: tuple[SegmentThreshold, ...] = rows(
        SegmentThreshold,
        N_("Qualified from, by segment"),
        one=N_("threshold"),
        help=N_("Only where a product or segment needs another number."),
        example="Northwind Cloud: 50 points",
        named_by=("segment",),
    )
    fit_threshold: int | None = integer(
        N_("Fit from"), help=N_("With two axes: least points of fit."), example="30", unit=N_("points"), one=N_("point")
    )
    interest_threshold: int | None = integer(
        N_("Interest from"),
        help=N_("With two axes: least points of interest."),
        example="25",
        unit=N_("points"),
        one=N_("point"),
    )
    fit_cap: int | None = integer(
        N_("Fit counts up to"),
        help=N_("So that one axis cannot carry everything."),
        example="50",
        unit=N_("points"),
        one=N_("point"),
    )
    interest_cap: int | None = integer(
        N_("Interest counts up to"),
        help=N_("So that one axis cannot carry everything."),
        example="50",
        unit=N_("points"),
        one=N_("point"),
    )
    decay_points: int | None = integer(
        N_("Points lost"),
        help=N_("Interest fades: so many points for each step without activity."),
        example="10",
        unit=N_("points"),
        one=N_("point"),
    )
    decay_every: Duration | None = duration(
        N_("For every"), help=N_("Length of one step without activity."), example="30 days", units=CALENDAR_UNITS
    )
    tiers: tuple[Tier, ...] = rows(
        Tier,
        N_("Tiers"),
        one=N_("tier"),
        help=N_("Groups that get their own follow-up time."),
        example="Tier A, hand-raisers",
    )
    required_fields: tuple[str, ...] = choices(
        N_("Filled at hand-over"),
        ANY_FIELD,
        help=N_("Data without which sales cannot start."),
        example="Person, Company, E-mail, Source, Tier",
    )
    required_custom_fields: tuple[str, ...] = texts(
        N_("Own columns filled at hand-over"),
        help=N_("Headers of your own columns that must be filled too."),
        example="Buying role",
    )
    completeness: tuple[CompletenessTarget, ...] = rows(
        CompletenessTarget,
        N_("Promise: complete data"),
        one=N_("promise"),
        help=N_("Marketing promises the share of leads that carry all of it."),
        example="95% a month",
        named_by=("name", "share"),
    )
    calibration: tuple[CalibrationLead, ...] = rows(
        CalibrationLead,
        N_("Calibration round"),
        one=N_("sample lead"),
        help=N_("Ten real leads, both teams vote unseen; where they differ, sharpen the words above."),
        example="Logistics company, 220 employees",
        named_by=("lead",),
        place="annex",
    )
    calibrated_on: dt.date | None = day(
        N_("Calibrated on"), help=N_("Day of the last round."), example="2026-12-08", place="annex"
    )
    definition_owner: str = reference(
        "teams.participants",
        N_("Keeper of the definitions"),
        help=N_("Who answers questions about them and proposes changes."),
        example="Tomás Rivera",
    )
