"""Entries by both teams: totals, things done, settled leads; checked, never overwritten, and seen in the check."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest

from tests.services.prepared import Prepared
from workbench.base.errors import ConflictError, NotAllowedError, NotFoundError, WorkbenchError
from workbench.services.checking import Question
from workbench.services.entries import BothSay
from workbench.services.workbench import Workbench
from workbench.tracking.result import Result

SAID = BothSay("Seen in the report", "Marta Lindgren", "Femke de Vries")


def line(bench: Workbench, made: Prepared, label: str, period: str) -> Result:
    check = bench.checking.check(made.agreement, Question(periods=(period,)))
    return next(one for _, one in check.results() if (one.label, one.period) == (label, period))


def test_a_total_is_judged_and_the_later_one_counts(bench: Workbench, prepared: Prepared) -> None:
    assert line(bench, prepared, "J-4", "2026-Q1").status == "not_due"
    bench.entries.enter_total(prepared.agreement, "J-4", "2026-Q1", Decimal(6000), SAID)
    assert line(bench, prepared, "J-4", "2026-Q1").status == "at_risk"
    bench.entries.enter_total(prepared.agreement, "metrics.metrics[cac].target", "2026-q1", Decimal(5000), SAID)
    kept = line(bench, prepared, "J-4", "2026-Q1")
    assert (kept.status, kept.value) == ("on_track", Decimal(5000))
    assert [one.value for one in bench.entries.totals(prepared.agreement)] == [5000]
    assert [one.value for one in bench.entries.totals(prepared.agreement, history=True)] == [6000, 5000]
    bench.entries.enter_total(prepared.agreement, "J-4", "2026-Q1", None, SAID)
    assert bench.entries.totals(prepared.agreement) == ()


def test_a_label_means_what_the_version_that_judges_calls_so(bench: Workbench, prepared: Prepared) -> None:
    state = bench.drafting.read(prepared.agreement)
    metrics = state.agreement.metrics
    without = dataclasses.replace(metrics, metrics=tuple(one for one in metrics.metrics if one.key != "cac"))
    bench.drafting.save(prepared.agreement, dataclasses.replace(state.agreement, metrics=without), state.revision)
    bench.versions.save(prepared.agreement, "Without the cost of a customer")  # nobody has signed it
    for wanted in ("J-4", "metrics.metrics[cac].target"):
        bench.entries.enter_total(prepared.agreement, wanted, "2026-Q1", Decimal(6000), SAID)
    assert [one.metric for one in bench.entries.totals(prepared.agreement, history=True)] == ["cac", "cac"]
    assert line(bench, prepared, "J-4", "2026-Q1").value == 6000


def test_things_done_are_counted_by_day_and_corrected_not_overwritten(bench: Workbench, prepared: Prepared) -> None:
    first = bench.entries.attest(prepared.agreement, "S-10", dt.date(2026, 1, 6), SAID, pieces=3)
    bench.entries.attest(prepared.agreement, "S-10", dt.date(2026, 1, 7), SAID)
    assert line(bench, prepared, "S-10", "2026-01").value == 4
    bench.entries.attest(prepared.agreement, "S-10", dt.date(2026, 1, 6), SAID, pieces=1, corrects=first.number)
    assert line(bench, prepared, "S-10", "2026-01").value == 2
    assert len(bench.entries.attestations(prepared.agreement, history=True)) == 3
    with pytest.raises(ConflictError, match="corrected already"):
        bench.entries.attest(prepared.agreement, "S-10", dt.date(2026, 1, 6), SAID, corrects=first.number)


@pytest.mark.parametrize("lead", ["L-4", "id:L-4"])
def test_a_settled_lead_counts_as_settled_and_its_dates_stay_visible(
    bench: Workbench, prepared: Prepared, lead: str
) -> None:
    before = line(bench, prepared, "S-3", "2026-01")
    bench.entries.settle(prepared.agreement, "S-3", lead, "met", SAID)
    after = line(bench, prepared, "S-3", "2026-01")
    assert (before.met, before.late) == (1, 1)
    assert (after.met, after.late) == (2, 0)
    rows = bench.checking.check(prepared.agreement).evidence("S-3", "2026-01")
    row = next(one for one in rows if one.identity == "id:L-4")
    assert (row.state, row.settled_from) == ("met", "late")
    bench.entries.settle(prepared.agreement, "S-3", lead, "", SAID)
    assert line(bench, prepared, "S-3", "2026-01") == before
    assert len(bench._library.overrides.all(prepared.agreement, history=True)) == 2


Try = Callable[[Workbench, str], object]

REFUSED: dict[str, tuple[Try, str]] = {
    "no note": (lambda b, a: b.entries.enter_total(a, "J-4", "2026-Q1", Decimal(1), BothSay(" ", "A", "B")), "note"),
    "no marketing": (lambda b, a: b.entries.attest(a, "S-10", dt.date(2026, 1, 6), BothSay("x", "", "B")), "marketing"),
    "no sales": (lambda b, a: b.entries.settle(a, "S-3", "L-4", "met", BothSay("x", "A", "")), "sales"),
    "a month for a quarter": (lambda b, a: b.entries.enter_total(a, "J-4", "2026-01", Decimal(1), SAID), "2026-Q1"),
    "no period": (lambda b, a: b.entries.enter_total(a, "J-4", "spring", Decimal(1), SAID), "“spring” is not a period"),
    "a total of no metric": (lambda b, a: b.entries.enter_total(a, "S-3", "2026-01", Decimal(1), SAID), "not a metric"),
    "a watched metric": (lambda b, a: b.entries.enter_total(a, "churn", "2026-Q1", Decimal(1), SAID), "churn"),
    "doing no deliverable": (lambda b, a: b.entries.attest(a, "J-4", dt.date(2026, 1, 6), SAID), "not a deliverable"),
    "a day to come": (lambda b, a: b.entries.attest(a, "S-10", dt.date(2026, 6, 18), SAID), "still to come"),
    "fewer than none": (lambda b, a: b.entries.attest(a, "S-10", dt.date(2026, 1, 6), SAID, pieces=-1), "-1 pieces"),
    "correcting nothing": (
        lambda b, a: b.entries.attest(a, "S-10", dt.date(2026, 1, 6), SAID, corrects=9),
        "no entry 9",
    ),
    "no such state": (lambda b, a: b.entries.settle(a, "S-3", "L-4", "fine", SAID), "“fine” is not how"),
    "no such lead": (lambda b, a: b.entries.settle(a, "S-3", "L-99", "met", SAID), "no lead “L-99”"),
    "settling a metric": (lambda b, a: b.entries.settle(a, "J-4", "L-4", "met", SAID), "not about leads"),
    "no such promise": (lambda b, a: b.entries.settle(a, "S-99", "L-4", "met", SAID), "S-99"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_both_cannot_have_meant_is_refused_and_nothing_is_kept(
    bench: Workbench, prepared: Prepared, name: str
) -> None:
    attempt, says = REFUSED[name]
    with pytest.raises(WorkbenchError) as refusal:
        attempt(bench, prepared.agreement)
    assert isinstance(refusal.value, WorkbenchError if name == "no period" else NotAllowedError | NotFoundError)
    assert says in str(refusal.value)
    for kept in (bench.entries.totals, bench.entries.attestations, bench._library.overrides.all):
        assert kept(prepared.agreement, history=True) == ()


def test_the_last_day_in_the_agreements_zone_is_today(bench: Workbench, prepared: Prepared) -> None:
    bench.entries.attest(prepared.agreement, "S-10", dt.date(2026, 6, 17), SAID)
    assert [one.done_on for one in bench.entries.attestations(prepared.agreement)] == [dt.date(2026, 6, 17)]
