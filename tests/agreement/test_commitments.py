"""Commitments: derived from the sections, labelled in document order, worded in one sentence each."""

from __future__ import annotations

import typing
from decimal import Decimal
from pathlib import Path

import pytest

from workbench.agreement.calculators.answer import NotMeasurable
from workbench.agreement.commitment import Commitment, CommitmentKind, Filter
from workbench.agreement.commitments import commitments, find
from workbench.agreement.lead_fields import FIELD
from workbench.agreement.model import Agreement, shown_in
from workbench.agreement.phrases import STOPPED
from workbench.agreement.sections.follow_up import STOP_EVENTS
from workbench.agreement.sentences import caption, measured_as, sentence, short_name, target_text
from workbench.agreement.templates import template
from workbench.agreement.volume_plan import funnel_need
from workbench.base.errors import NotFoundError
from workbench.fields.path import get, put
from workbench.fields.value import Duration

GOLDEN = Path(__file__).parent.parent / "golden"


@pytest.fixture(scope="module")
def b2b() -> Agreement:
    return template("b2b").agreement


def by_path(agreement: Agreement, path: str) -> Commitment:
    return find(commitments(agreement), path)


def test_the_b2b_template_promises_all_thirteen_kinds(b2b: Agreement) -> None:
    assert {one.kind for one in commitments(b2b)} == set(typing.get_args(CommitmentKind))


def test_ids_are_paths_that_lead_to_the_number(b2b: Agreement) -> None:
    found = commitments(b2b)
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert one.id == one.path
        get(b2b, one.path)


def test_labels_count_each_side_in_document_order(b2b: Agreement) -> None:
    found = commitments(b2b)
    for letter, side in (("M", "marketing"), ("S", "sales"), ("J", "both")):
        labels = [one.label for one in found if one.by == side]
        assert labels == [f"{letter}-{n}" for n in range(1, len(labels) + 1)]


def test_an_id_survives_a_row_moved_in_front(b2b: Agreement) -> None:
    moved = put(b2b, "follow_up.tiers", (b2b.follow_up.tiers[2], *b2b.follow_up.tiers[:2]))
    assert by_path(b2b, "follow_up.tiers[a].target").label == "S-3"
    assert by_path(moved, "follow_up.tiers[a].target").label == "S-4"


def test_a_response_takes_its_parts_from_the_whole_agreement(b2b: Agreement) -> None:
    one = by_path(b2b, "follow_up.tiers[a].target")
    assert (one.kind, one.by, one.to, one.target, one.unit) == (
        "response",
        "sales",
        "marketing",
        Decimal("0.9"),
        "share",
    )
    assert one.clock is not None
    assert (one.clock.start, one.clock.stops, one.clock.within) == (
        "handed_over_at",
        ("first_touch_at",),
        Duration(15, "minutes"),
    )
    assert one.clock.calendar == "main"
    assert one.scope == (Filter("tier", ("A",)),)
    assert (one.ceiling, one.ceiling_period, one.relief) == (494, "month", ("ceiling",))
    assert one.needs == ("handed_over_at", "first_touch_at", "tier")
    assert one.owner == "[Inside Sales Lead]"
    assert one.consequence.startswith("Sales changes the rota")


def test_an_open_number_is_a_gap_and_not_a_guess(b2b: Agreement) -> None:
    open_one = put(b2b, "follow_up.tiers[a].share", None)
    one = by_path(open_one, "follow_up.tiers[a].target")
    assert one.target is None
    assert "[not agreed yet]" in sentence(one, shown_in(open_one))


def test_a_period_may_have_its_own_target(b2b: Agreement) -> None:
    one = by_path(b2b, "volumes.volume_targets[mql].amount")
    assert one.target_for("2027-08") == 240
    assert one.target_for("2027-09") == 400


def test_the_months_of_the_b2b_template_add_up_to_its_funnel(b2b: Agreement) -> None:
    need = funnel_need(b2b)
    assert not isinstance(need, NotMeasurable)
    one = by_path(b2b, "volumes.volume_targets[mql].amount")
    months = [one.target_for(f"2027-{month:02d}") or 0 for month in range(1, 13)]
    assert sum(months) == next(one.rounded for one in need if one.stage == "MQL")


def test_needs_name_known_fields_only(b2b: Agreement) -> None:
    for one in commitments(b2b):
        assert set(one.needs) <= set(FIELD), one.label


def test_a_commitment_is_found_by_label_or_id(b2b: Agreement) -> None:
    found = commitments(b2b)
    assert find(found, "s-3") is find(found, "follow_up.tiers[a].target")
    with pytest.raises(NotFoundError, match="M-1"):
        find(found, "X-9")


def test_one_business_day_is_never_hours(b2b: Agreement) -> None:
    one = by_path(b2b, "follow_up.tiers[c].target")
    assert "by the end of the next business day" in sentence(one, shown_in(b2b))


def test_attempts_end_with_the_agreed_events_and_no_others(b2b: Agreement) -> None:
    shown = shown_in(b2b)
    agreed = sentence(by_path(b2b, "follow_up.tiers[a].attempts"), shown)
    assert agreed.endswith(
        "in Tier A handed over each month, unless a lead is rejected, sales qualified or an opportunity first."
    )
    two = put(b2b, "follow_up.stop_events", ("accepted_at", "lost_at"))
    one = by_path(two, "follow_up.tiers[a].attempts")
    assert sentence(one, shown).endswith(", unless a lead is accepted or lost first.")
    assert measured_as(one, shown).startswith("Leads with all attempts in time, or accepted or lost first,")


def test_attempts_that_nothing_ends_have_no_exception(b2b: Agreement) -> None:
    none = put(b2b, "follow_up.stop_events", ())
    one = by_path(none, "follow_up.tiers[a].attempts")
    assert sentence(one, shown_in(b2b)).endswith("of the leads in Tier A handed over each month.")
    assert measured_as(one, shown_in(b2b)) == "Leads with all attempts in time, divided by all that were due"


def test_every_event_that_may_end_attempts_has_a_word() -> None:
    assert {option.value for option in STOP_EVENTS} == set(STOPPED)


def test_quality_names_its_cohort_and_what_silence_means(b2b: Agreement) -> None:
    shown = shown_in(b2b)
    path = "volumes.quality_targets[all].share"
    handed_over = "Of the leads handed over each month, at least 80% of those decided on are accepted"
    silent = by_path(put(b2b, "handoff.silence", "counts_as_accepted"), path)
    assert sentence(silent, shown) == f"{handed_over}; silence past the acceptance window counts as accepted."
    assert "in silence" in measured_as(silent, shown)
    spoken = by_path(put(b2b, "handoff.silence", ""), path)
    assert sentence(spoken, shown) == f"{handed_over}."
    assert "silence" not in measured_as(spoken, shown)


def test_a_reason_limits_what_comes_back_to_nurture(b2b: Agreement) -> None:
    one = by_path(b2b, "handoff.recycle_targets[all].within")
    nurtured = {row.name for row in b2b.handoff.rejection_reasons if row.then == "recycle"}
    assert one.scope == (Filter("reject_reason", ("Too early", "No budget", "Cannot be reached")),)
    assert set(one.scope[0].values) == nurtured
    assert "reject_reason" in one.needs
    assert "leads rejected each month with the reason “Too early”, “No budget” or “Cannot be reached”," in sentence(
        one, shown_in(b2b)
    )


def test_sentences_are_the_golden_ones(b2b: Agreement) -> None:
    shown = shown_in(b2b)
    lines = [
        f"{one.label} {one.kind}\n  {sentence(one, shown)}\n  {short_name(one, shown)} | {measured_as(one, shown)} | "
        f"{target_text(one, shown)} {caption(one, shown)}\n"
        for one in commitments(b2b)
    ]
    golden = GOLDEN / "sentences_b2b_en.txt"
    assert "".join(lines) == golden.read_text("utf-8")
