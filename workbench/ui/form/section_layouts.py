"""Where the fields of the agreement's sections and rows stand. Data only; see `layouts.py` for what it means.

A section or row that is not named here gets the usual layout. A test proves that each shows every field once.
"""

from __future__ import annotations

from typing import Any, Final

from workbench.agreement.sections import (
    buyer,
    common_language,
    criteria,
    follow_up,
    goals,
    governance,
    handoff,
    lead_definitions,
    metrics,
    sign_off,
    teams,
    volumes,
    working_together,
)
from workbench.agreement.terms import ScopeFilter
from workbench.base.language import N_
from workbench.ui.form.layouts import Group, Layout, Spot, Width, usual_layout

_LETTERS: Final[dict[str, Width]] = {"f": "full", "w": "wide", "h": "half", "t": "third"}

_JUDGED: Final = Group(
    (
        Spot("name"),
        Spot("tolerance", "third"),
        Spot("minimum_sample", "third"),
        Spot("calendar", "third"),
        Spot("scope"),
    ),
    N_("How it is judged"),
    folded=True,
)
"""What every promise carries besides its own numbers; period, owner and consequence stand with those."""


def _spots(words: str) -> tuple[Spot, ...]:
    """Fields from `name/f other/h?`: full, wide, half or third of the width; ? for one not shown without a choice."""
    pairs = (word.split("/") for word in words.split())
    return tuple(Spot(name, _LETTERS[width[0]], if_any=width.endswith("?")) for name, width in pairs)


def _group(words: str, title: str = "", help: str = "", *, folded: bool = False) -> Group:  # noqa: A002  (as in Group)
    return Group(_spots(words), title, help, folded)


def _cards(*groups: Group) -> Layout:
    return Layout(groups)


def _table(words: str) -> Layout:
    return Layout((Group(_spots(words)),), "table")


def _promise(*groups: Group) -> Layout:
    return Layout((*groups, _JUDGED))


LAYOUTS: Final[dict[type[Any], Layout]] = {
    teams.Teams: _cards(
        _group("company/h reference_number/h marketing_name/h sales_name/h", N_("Who agrees")),
        _group("participants/f"),
        _group("marketing_lead/h sales_lead/h marketing_contact/h sales_contact/h", N_("Who answers for it")),
        _group("effective_from/t effective_until/t review_date/t fiscal_year_start/t", N_("How long")),
        _group("currency/t time_zone/t document_language/t", N_("Money, time and language")),
        Group(_spots("document_form/h paper/h brand_colour/h logo/h"), N_("How the document looks"), tool="logo"),
        _group("segments/f"),
        _group("regions/f outside/f", N_("What is inside and outside")),
        _group("pledge/f", N_("The first act in the room")),
    ),
    teams.Participant: _table("name/w role/w team/h email/w"),
    teams.Segment: _cards(_group("name/h values/h description/f scope/f")),
    goals.Goals: _cards(
        _group("vision/f"),
        _group("goals/f primary_goal/f"),
        _group("initiatives/f"),
        _group("autonomy/f resources/f incentives/f", N_("Between the two teams")),
    ),
    goals.Goal: _cards(
        _group("name/f kind/t baseline/t target/t due/t owner/t unit/t note/f"),
    ),
    goals.Initiative: _cards(_group("name/f team/t due/t owner/t outcome/f")),
    buyer.Buyer: _cards(
        _group(
            "profile/f employees_from/h employees_to/h industries/h regions/h exclusions/f", N_("Whom we both want")
        ),
        _group("profiles/f"),
        _group("personas/f"),
        _group("journey/f"),
        _group("experience_promise/f touchpoints/f", N_("What we promise them")),
        _group("positioning/f tone/f claims_allowed/h claims_not_allowed/h", N_("How we speak")),
    ),
    buyer.SegmentProfile: _cards(
        _group("segment/f profile/f employees_from/h employees_to/h industries/h regions/h exclusions/f"),
    ),
    buyer.Persona: _cards(_group("name/h purchase_role/h problems/f objections/h triggers/h segments/f?")),
    buyer.JourneyStage: _table("name/h question/w leads/h content/h"),
    common_language.Term: _cards(_group("term/h synonyms/h definition/f marketing_word/h sales_word/h")),
    lead_definitions.LeadDefinitions: _cards(
        _group("stages/f"),
        _group("fit/f"),
        _group("behaviour/f"),
        _group("hand_raiser/f hand_raiser_signs/f exclusions/f", N_("Always and never")),
        _group(
            "uses_points/f points/f threshold/t fit_threshold/t interest_threshold/t thresholds/f fit_cap/h"
            " interest_cap/h decay_points/h decay_every/h",
            N_("Points"),
            folded=True,
        ),
        _group("tiers/f"),
        _group("required_fields/f required_custom_fields/f", N_("What must be filled")),
        _group("completeness/f"),
        _group("calibration/f"),
        _group("calibrated_on/h definition_owner/h", N_("Keeping definitions up to date")),
    ),
    lead_definitions.Stage: _cards(_group("name/h short/h entry/f exit/f owner/h date_field/h")),
    lead_definitions.FitCriterion: _cards(_group("name/f field/t comparison/t values/t segments/f?")),
    lead_definitions.BehaviourCriterion: _cards(
        _group("name/w enough/t within/h field/h comparison/h values/h segments/f?"),
    ),
    lead_definitions.Exclusion: _cards(_group("kind/h within/h rule/f field/t comparison/t values/t segments/f?")),
    lead_definitions.PointRule: _cards(_group("name/w points/t axis/h field/h comparison/h values/h segments/f?")),
    lead_definitions.SegmentThreshold: _table("segment/h threshold/h"),
    lead_definitions.Tier: _cards(
        _group("name/h values/h definition/f hand_raisers/t everyone_else/t points_from/t conditions/f"),
    ),
    lead_definitions.CompletenessTarget: _promise(_group("share/h period/h owner/h consequence/h")),
    lead_definitions.CalibrationLead: _cards(_group("lead/f marketing_vote/h sales_vote/h criterion/f")),
    volumes.Volumes: _cards(
        _group(
            "revenue_goal/t plan_months/t marketing_share/t partner_share/t average_deal/t sales_cycle_months/t",
            N_("Where it starts"),
        ),
        _group("rates/f"),
        _group("segment_goals/f"),
        _group("seasonality/f"),
        _group("lead_types/f"),
        _group("volume_targets/f"),
        _group("value_targets/f"),
        _group("quality_targets/f"),
        _group("ceiling/h ceiling_period/h", N_("Not more than sales can work")),
        _group(
            "reps/f working_days/t hours_per_day/t time_for_leads/t attempts_per_lead/t minutes_per_attempt/t"
            " contact_rate/t minutes_per_conversation/t",
        ),
        _group("attempt_rates/f contact_value/h attempt_cost/h", N_("Attempts worth making")),
        _group("basis/f"),
    ),
    volumes.StageRate: _table("from_stage/h to_stage/h rate/t origin/h segment/h"),
    volumes.SegmentGoal: _table("segment/h revenue/h marketing_share/t average_deal/h"),
    volumes.LeadType: _cards(_group("name/f revenue_per_customer/t close_rate/t value/t scope/f")),
    volumes.PeriodAmount: _table("period/h amount/h"),
    volumes.VolumeTarget: _promise(_group("stage/h amount/h period/h owner/h consequence/h months/f")),
    volumes.ValueTarget: _promise(_group("amount/h period/h owner/h consequence/h")),
    volumes.QualityTarget: _promise(_group("share/h period/h owner/h consequence/h")),
    handoff.Handoff: _cards(
        _group("trigger/f channels/f routing/h backup_owner/h routing_note/f travels_with/f", N_("How a lead passes")),
        _group("hand_over_speed/f"),
        _group("acceptance_window/h silence/h right_to_reject/f", N_("Accepted or sent back")),
        _group("decisions/f"),
        _group("rejection_reasons/f"),
        _group("reasons/f"),
        _group("recycling/f"),
        _group("recycle_targets/f"),
        _group(
            "dropped_opportunities/f dispute_evidence/f dispute_decider/h dispute_within/h", N_("When it goes wrong")
        ),
    ),
    handoff.HandOverTarget: _promise(_group("within/h share/h period/h owner/h consequence/h")),
    handoff.DecisionTarget: _promise(_group("share/h period/h owner/h consequence/h")),
    handoff.RejectionReason: _table("name/h values/h meaning/w then/w"),
    handoff.ReasonTarget: _promise(_group("share/h period/h owner/h consequence/h")),
    handoff.RecycleRule: _cards(_group("reason/h track/h earliest_return/h most_loops/h requalified/f")),
    handoff.RecycleTarget: _promise(_group("within/h share/h period/h owner/h consequence/h")),
    follow_up.FollowUp: _cards(
        _group("tiers/f"),
        _group("clock_start/h autoresponder_counts/h clock_stop/f stop_events/f after_hours/f", N_("The clock")),
        _group("calendars/f"),
        _group("relief/f"),
        _group("outages/f"),
        _group("breach_steps/f"),
        _group("next_step/f"),
    ),
    follow_up.FollowUpTier: _promise(
        _group("tier/h sources/h target/h share/h period/h owner/h consequence/h"),
        _group("attempts/t attempts_within/t attempts_share/t channels/f", N_("How often sales tries")),
        _group("decision_within/h decision_share/h", N_("How soon sales decides")),
    ),
    follow_up.Calendar: _cards(
        _group("name/h time_zone/h country/h subdivision/h"),
        _group("hours/f"),
        _group("holidays/f"),
        _group("special_days/f"),
    ),
    follow_up.OpeningHours: _table("weekdays/f opens/t closes/t"),
    follow_up.ReliefRule: _table("kind/w rule/f"),
    follow_up.Outage: _table("starts/w ends/w reason/w"),
    follow_up.BreachStep: _table("after/f action/f who/w"),
    metrics.SharedMetrics: _cards(
        _group("conversions/f"),
        _group("metrics/f"),
        _group(
            "marketing_cost/t sales_cost/t monthly_revenue/t gross_margin/t monthly_churn/t horizon/t"
            " open_opportunities/t cycle_days/t",
            N_("What customers cost and bring"),
            N_("For the calculators; none of it prints."),
        ),
    ),
    metrics.ConversionTarget: _promise(_group("from_stage/h to_stage/h share/h period/h owner/h consequence/h")),
    metrics.Metric: _promise(
        _group("kind/h owner/h definition/f formula/h source_report/h"),
        _group(
            "operator/t target/t target_upper/t unit/t margin/t warning/t period/h consequence/h",
            N_("What is promised"),
        ),
        _group("rewards/h counterweight/h", N_("Whom it rewards")),
    ),
    working_together.WorkingTogether: _cards(
        _group("roles/f"),
        _group("responsibilities/f"),
        _group("deliverables/f"),
        _group("content_process/f market_feedback/f call_shadowing/f", N_("What each learns from the other")),
        _group("nurture/f support_after/f social_selling/f", N_("What both do for the buyer")),
    ),
    working_together.RoleDuties: _cards(_group("team/h name/h duties/f")),
    working_together.Responsibility: _cards(_group("name/h accountable/h responsible/f consulted/f informed/f")),
    working_together.Deliverable: _promise(
        _group("what/f kind/h by/h amount/h due/h period/h owner/h evidence/h consequence/h")
    ),
    governance.Governance: _cards(
        _group("meetings/f"),
        _group(
            "report_parts/f system_of_record/h import_owner/h import_every/h stale_after/h data_access/f",
            N_("Reports and their data"),
        ),
        _group("escalation/f tie_breaker/f"),
        _group("consequences/f"),
        _group("amendments/f change_notice/h trial/h", N_("Changing it")),
        _group("check_ins/f"),
        _group("at_end/h termination/f shared_places/f", N_("How it ends, and where things are")),
    ),
    governance.Meeting: _cards(
        _group("name/h cadence/h weekday/t at/t minutes/t first/h data_pack/h attendees/f agenda/f"),
    ),
    governance.EscalationStep: _table("name/w to/h within/w"),
    governance.Consequence: _cards(_group("name/h team/h trigger/f action/f")),
    governance.CheckIn: _table("after/h questions/f"),
    sign_off.Signer: _cards(_group("person/h role/h team/h group/h proxy_for/h optional/h")),
    sign_off.Statement: _table("text/f"),
    sign_off.Reservation: _cards(_group("signer/h clause/h text/f")),
    sign_off.OpenItem: _cards(_group("name/f owner/t due/t outcome/t note/f section/h objection/h")),
    sign_off.Decision: _cards(_group("name/f why/f dropped/f who/h vote/h on/h section/h")),
    criteria.Condition: _table("field/h comparison/h values/h"),
    ScopeFilter: _table("field/h custom_field/h values/h"),
}
"""Layout by class."""


def layout_of(owner: type[Any]) -> Layout:
    """The layout of a section's or row's class."""
    return LAYOUTS.get(owner) or usual_layout(owner)
