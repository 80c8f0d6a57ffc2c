"""Entries by hand: only with a note and both names, corrected by later ones, all of them visible."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from tests.storage.examples import SAID
from workbench.base.errors import ConflictError, NotAllowedError, NotFoundError
from workbench.storage.library import Library
from workbench.storage.records.entries import Said

DAY = dt.date(2026, 11, 3)
ENTER: dict[str, Callable[[Library, str, Said], object]] = {
    "total": lambda library, key, said: library.totals.add(key, "cac", "2026-10", Decimal(1), said),
    "attestation": lambda library, key, said: library.attestations.add(key, "k7", DAY, said),
    "override": lambda library, key, said: library.overrides.add(key, "email:a@b.c", "x.y", "excluded", said),
}


@pytest.mark.parametrize("what", ENTER)
@pytest.mark.parametrize("missing", ["note", "marketing_name", "sales_name"])
def test_an_entry_needs_a_note_and_both_names(local: Library, local_agreement: str, what: str, missing: str) -> None:
    before = local.events.all()
    with pytest.raises(NotAllowedError, match="missing"):
        ENTER[what](local, local_agreement, replace(SAID, **{missing: " "}))
    assert local.events.all() == before


@pytest.mark.parametrize("what", ENTER)
def test_an_entry_belongs_to_an_agreement(local: Library, what: str) -> None:
    with pytest.raises(NotFoundError):
        ENTER[what](local, "nobody", SAID)


@pytest.mark.parametrize("what", ENTER)
def test_both_names_stand_in_the_audit_trail(local: Library, local_agreement: str, what: str) -> None:
    ENTER[what](local, local_agreement, SAID)
    event = local.events.all(local_agreement)[-1]
    assert event.actor == "Mara Lindt, Sven Okafor"
    assert event.detail["note"] == SAID.note


def test_the_last_total_of_a_metric_and_period_counts(library: Library, agreement: str) -> None:
    for metric, period, value in (("cac", "2026-10", "1"), ("cac", "2026-11", "2"), ("cac", "2026-10", "3.50")):
        library.totals.add(agreement, metric, period, Decimal(value), SAID)
    found = {(one.metric, one.period): one.value for one in library.totals.all(agreement)}
    assert found == {("cac", "2026-10"): Decimal("3.5"), ("cac", "2026-11"): Decimal(2)}
    library.totals.add(agreement, "cac", "2026-10", None, SAID)
    assert [one.period for one in library.totals.all(agreement)] == ["2026-11"]
    assert [one.value for one in library.totals.all(agreement, history=True)][-1] is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(number=st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30))
def test_every_number_is_kept_exactly(library: Library, agreement: str, number: Decimal) -> None:
    library.totals.add(agreement, "cac", "2026-10", number, SAID)
    assert [one.value for one in library.totals.all(agreement)] == [number]


@pytest.mark.parametrize("number", ["NaN", "Infinity"])
def test_what_is_no_number_is_a_bug_of_the_caller(local: Library, local_agreement: str, number: str) -> None:
    with pytest.raises(Exception, match="not a number that can be kept"):
        local.totals.add(local_agreement, "cac", "2026-10", Decimal(number), SAID)


def test_things_done_stand_in_the_order_of_their_days(library: Library, agreement: str) -> None:
    later = library.attestations.add(agreement, "k7", DAY + dt.timedelta(days=1), SAID)
    first = library.attestations.add(agreement, "k8", DAY, SAID, pieces=3)
    assert library.attestations.all(agreement) == (first, later)


def test_an_attestation_is_corrected_by_a_later_one_once(library: Library, agreement: str) -> None:
    wrong = library.attestations.add(agreement, "k7", DAY, SAID, pieces=3)
    right = library.attestations.add(agreement, "k7", DAY, SAID, pieces=2, corrects=wrong.number)
    assert library.attestations.all(agreement) == (right,)
    with pytest.raises(ConflictError, match=f"entry {right.number}|Entry {wrong.number}"):
        library.attestations.add(agreement, "k7", DAY, SAID, corrects=wrong.number)
    library.attestations.add(agreement, "k7", DAY, SAID, pieces=0, corrects=right.number)
    assert library.attestations.all(agreement) == ()
    assert len(library.attestations.all(agreement, history=True)) == 3


def test_only_what_was_entered_can_be_corrected(library: Library, agreement: str) -> None:
    with pytest.raises(NotFoundError, match="entry 9"):
        library.attestations.add(agreement, "k7", DAY, SAID, corrects=9)
    with pytest.raises(NotAllowedError, match="-1 pieces"):
        library.attestations.add(agreement, "k7", DAY, SAID, pieces=-1)


def test_the_last_decision_on_a_lead_holds(library: Library, agreement: str) -> None:
    for identity, decision in (("email:a@b.c", "excluded"), ("email:d@e.f", "met"), ("email:a@b.c", "met")):
        library.overrides.add(agreement, identity, "follow_up.tiers[k1]", decision, SAID)
    assert [(one.identity, one.decision) for one in library.overrides.all(agreement)] == [
        ("email:a@b.c", "met"), ("email:d@e.f", "met")
    ]  # fmt: skip
    library.overrides.add(agreement, "email:a@b.c", "follow_up.tiers[k1]", "", SAID)
    assert [one.identity for one in library.overrides.all(agreement)] == ["email:d@e.f"]
    assert len(library.overrides.all(agreement, history=True)) == 4
