"""Definitions of a segment: which criteria hold for a lead, what follows, and what is not known without a segment."""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

from hypothesis import given, strategies as st

from tests.agreement.qualification.test_verdict import AGREED, BOTH, GOOD, LEADS, POINTS, VALUES
from workbench.agreement.calibration import Round, SampleLead, splitting, voted
from workbench.agreement.qualification.holding import belongs, definitions_for, telling
from workbench.agreement.qualification.known_lead import KnownLead
from workbench.agreement.qualification.verdict import Verdict, judge
from workbench.agreement.sections.lead_definitions import LeadDefinitions, SegmentThreshold
from workbench.agreement.sections.teams import Segment
from workbench.agreement.terms import ScopeFilter
from workbench.fields.path import put
from workbench.fields.value import Row

R = TypeVar("R", bound=Row)

CLOUD = Segment("cloud", "Northwind Cloud", values=("cloud", "cl"))
DACH = Segment("dach", "DACH", scope=(ScopeFilter("land", "country", "", ("DE", "AT")),))
SEGMENTS = (CLOUD, DACH)
CRITERIA = ("size", "land", "asked", "pricing", "webinar")


def only(definitions: LeadDefinitions, part: str, **segments: tuple[str, ...]) -> LeadDefinitions:
    """The definitions with some rows of a list only for some segments."""
    rows = getattr(definitions, part)
    made = tuple(dataclasses.replace(one, segments=segments.get(one.key, one.segments)) for one in rows)
    return put(definitions, part, made)


def of(lead: KnownLead, segment: str) -> KnownLead:
    return dataclasses.replace(lead, values={**lead.values, "segment": segment})


def concerns(verdict: Verdict, path: str) -> Any:
    return next((one.concerns, one.holds) for one in verdict.findings if one.path == path)


def test_a_lead_is_of_a_segment_by_its_word_its_name_and_its_country() -> None:
    def told(**values: str) -> list[bool | None]:
        return list(belongs(SEGMENTS, KnownLead(values)).values())

    assert told(segment=" CL ", country="at") == [True, True]
    assert told(segment="northwind cloud", country="FR") == [True, False]
    assert told(segment="other") == [False, None]
    assert list(belongs(SEGMENTS, KnownLead(complete=True)).values()) == [False, False]


def test_a_criterion_of_another_segment_does_not_concern_a_lead() -> None:
    size = "lead_definitions.fit[size]"
    agreed = only(AGREED, "fit", size=("cloud",))
    small = dataclasses.replace(GOOD, values={**GOOD.values, "company_size": "12"})
    inside, outside, unknown = (judge(agreed, of(small, one), SEGMENTS) for one in ("cl", "other", ""))
    assert (inside.qualified, concerns(inside, size)) == (False, (True, False))
    assert (outside.qualified, concerns(outside, size)) == (True, (False, None))
    assert (unknown.qualified, concerns(unknown, size)) == (None, (None, None))


def test_where_one_act_counts_it_is_enough_and_where_none_does_fit_decides() -> None:
    agreed = only(AGREED, "behaviour", asked=("cloud",), pricing=("cloud",), webinar=("cloud", "dach"))
    quiet = dataclasses.replace(GOOD, acts={}, not_done=frozenset({"asked", "pricing", "webinar"}))
    assert judge(agreed, of(GOOD, "cloud"), SEGMENTS).interest is True
    assert judge(agreed, of(dataclasses.replace(GOOD, acts={"webinar": 1}), "x"), SEGMENTS).interest is True
    assert judge(agreed, of(quiet, "x"), SEGMENTS).interest is False
    abroad = dataclasses.replace(quiet, values={**quiet.values, "country": "FR"})
    assert judge(agreed, of(abroad, "x"), SEGMENTS).interest is True


def test_a_lead_for_which_no_criterion_holds_does_not_qualify() -> None:
    everything = dict.fromkeys(CRITERIA, ("cloud",))
    agreed = only(only(AGREED, "fit", **everything), "behaviour", **everything)
    agreed = dataclasses.replace(agreed, hand_raiser="", tiers=())
    assert judge(agreed, of(dataclasses.replace(GOOD, hand_raiser=None), "other"), SEGMENTS).qualified is False


def test_points_of_a_segment_count_for_its_leads_alone() -> None:
    agreed = only(POINTS, "points", demo=("cloud",))
    lead = KnownLead({"company_size": "250", "email": "a@fit.example"}, {"demo": 1}, frozenset({"price"}))
    totals = [judge(agreed, of(lead, one), SEGMENTS).score for one in ("cloud", "other", "")]
    assert [(one.total.least, one.total.most) for one in totals if one] == [(75, 75), (40, 40), (40, 75)]


def test_a_segments_own_threshold_counts_before_the_one_for_all() -> None:
    agreed = dataclasses.replace(POINTS, thresholds=(SegmentThreshold("c", "cloud", 40),))
    lead = KnownLead({"company_size": "250", "email": "a@fit.example"}, not_done=frozenset({"demo", "price"}))
    found = [judge(agreed, of(lead, one), SEGMENTS) for one in ("cloud", "other", "")]
    assert [one.by_points for one in found] == [True, False, None]
    assert [one.score.needed for one in found if one.score] == [(40,), (65,), (65, 40)]
    bare = dataclasses.replace(agreed, threshold=None)
    assert [judge(bare, of(lead, one), SEGMENTS).by_points for one in ("cloud", "other", "")] == [True, False, None]


def test_the_criterion_that_split_a_team_is_one_that_holds_for_the_lead() -> None:
    agreed = only(AGREED, "fit", size=("cloud",))
    leads = (SampleLead("a", "A", (("company_size", "5"), ("country", "DE"), ("segment", "other"))),
             SampleLead("b", "B", (("company_size", "5"), ("country", "DE"), ("segment", "cloud"))))  # fmt: skip
    found = Round(leads)
    for lead in leads:
        found = voted(voted(found, "marketing", lead.key, "accept"), "sales", lead.key, "reject")
    counted = dict(splitting(found, agreed, SEGMENTS))
    assert counted["lead_definitions.fit[size]"] == 1
    assert telling(agreed, SEGMENTS) == {"segment"}


# Laws

KEYS = st.lists(st.sampled_from(["cloud", "dach"]), unique=True).map(tuple)
SOME = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(("size", "land", "asked", "pricing", "webinar", "demo", "free", "rival"), KEYS)
)
FROM = st.fixed_dictionaries({}, optional=dict.fromkeys(("cloud", "dach"), st.sampled_from([20, 50, 80])))
WITH_SEGMENT = st.builds(of, LEADS, st.sampled_from(["", "cloud", "other"]))


@st.composite
def definitions(draw: st.DrawFn) -> LeadDefinitions:
    """Definitions of which some rows are only for some segments, some of which have thresholds of their own."""
    keys, thresholds = draw(SOME), draw(FROM)
    made = dataclasses.replace(
        BOTH,
        threshold=draw(st.sampled_from([None, 65])),
        thresholds=tuple(SegmentThreshold(one, one, least) for one, least in thresholds.items()),
    )
    return only(only(only(only(made, "fit", **keys), "behaviour", **keys), "points", **keys), "exclusions", **keys)


@given(WITH_SEGMENT)
def test_criteria_without_segments_judge_as_if_there_were_none(lead: KnownLead) -> None:
    assert judge(BOTH, lead, SEGMENTS) == judge(BOTH, lead)


@given(definitions(), WITH_SEGMENT, st.sampled_from(["cloud", "dach", ""]))
def test_a_lead_is_judged_by_the_definitions_of_its_segment(
    agreed: LeadDefinitions, lead: KnownLead, segment: str
) -> None:
    words = {"segment": "cloud" if segment == "cloud" else "other", "country": "AT" if segment == "dach" else "FR"}
    known = dataclasses.replace(lead, values={**lead.values, **words})
    whole, own = judge(agreed, known, SEGMENTS), judge(definitions_for(agreed, segment), known, SEGMENTS)
    assert (whole.qualified, whole.fit, whole.interest, whole.tier) == (own.qualified, own.fit, own.interest, own.tier)
    assert whole.score is not None
    assert own.score is not None
    assert whole.score.total == own.score.total


@given(definitions(), WITH_SEGMENT, st.sampled_from(["company_size", "country", "segment"]), VALUES | st.just("cloud"))
def test_learning_more_never_turns_a_verdict_around(
    agreed: LeadDefinitions, lead: KnownLead, name: str, value: str
) -> None:
    before = judge(agreed, lead, SEGMENTS)
    known = lead if lead.value(name) else dataclasses.replace(lead, values={**lead.values, name: value})
    after = judge(agreed, known, SEGMENTS)
    assert before.qualified is None or after.qualified is before.qualified
