"""Which version judges what: rehearsal before signing, then each lead by the version in force on its day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.services.prepared import Prepared
from workbench.base.clock import FixedClock
from workbench.base.errors import NotAllowedError, NotFoundError, WorkbenchError
from workbench.base.language import language
from workbench.services.checking import Check, Question
from workbench.services.exchange import content_of
from workbench.services.workbench import Workbench
from workbench.storage.records.signing import NewSignature


def sign(bench: Workbench, agreement: str, clock: FixedClock) -> None:
    """Let both have signed the newest version, without the seconds a key takes: the record of it is what counts."""
    header = bench.versions.header(agreement)
    signed = [
        NewSignature(role=role, signer=role, email="x@x.example", signed_at=clock.now(), fingerprint=digits * 64)
        for role, digits in (("Marketing lead", "a"), ("Sales lead", "b"))
    ]
    bench._library.signatures.record(header.hash, f"%PDF {header.number}".encode(), signed, actor="Ines")


def judges(check: Check, label: str) -> dict[str, int | None]:
    """The version that judges each period of a promise."""
    return {line.period: version for version, line in check.results() if line.label == label}


@pytest.fixture
def drafted(bench: Workbench, prepared: Prepared) -> str:
    """An agreement of the same words with five leads, of which nothing is saved."""
    agreement = bench.shelf.create_from(content_of(prepared.file("both.pdf")), "Drafted")
    bench.actuals.import_file(agreement, prepared.file("leads.csv"))
    return agreement


def test_without_a_signed_version_a_check_is_a_rehearsal_and_says_so(
    bench: Workbench, drafted: str, clock: FixedClock
) -> None:
    assert bench.checking.check(drafted).document(language())["version"] is None
    assert bench.checking.check(drafted).rehearsal
    bench.versions.save(drafted, "First")
    document = bench.checking.check(drafted).document(language())
    assert (document["version"], document["rehearsal"]) == (1, True)
    sign(bench, drafted, clock)
    document = bench.checking.check(drafted).document(language())
    assert (document["version"], document["rehearsal"]) == (1, False)


def test_a_version_asked_for_judges_as_a_rehearsal(bench: Workbench, prepared: Prepared) -> None:
    check = bench.checking.check(prepared.agreement, Question(version=2))
    assert (check.rehearsal, check.newest.version) == (True, 2)
    target = next(line.target for _, line in check.results() if line.label == "S-3")
    assert str(target) == "0.9"
    signed = bench.checking.check(prepared.agreement)
    assert (signed.rehearsal, signed.newest.version) == (False, 1)
    assert str(next(line.target for _, line in signed.results() if line.label == "S-3")) == "0.85"
    with pytest.raises(NotFoundError, match="version 8"):
        bench.checking.check(prepared.agreement, Question(version=8))


def test_each_lead_is_judged_by_the_version_in_force_on_its_day(
    bench: Workbench, drafted: str, clock: FixedClock, tmp_path: Path
) -> None:
    bench.versions.save(drafted, "First")
    sign(bench, drafted, clock)
    clock.advance(days=1)
    bench.drafting.set(drafted, "teams.effective_from", "2026-02-01")
    bench.drafting.set(drafted, "follow_up.tiers[a].share", "0.95")
    bench.versions.save(drafted, "Amended from February")
    rows = ["Lead ID,Tier,Handed over,First touch", "F-1,A,2026-02-03 10:00,2026-02-03 10:05"]
    path = tmp_path / "february.csv"
    path.write_text("\n".join(rows) + "\n", "utf-8")
    bench.actuals.import_file(drafted, path)
    assert judges(bench.checking.check(drafted), "S-3") == {"2026-01": 1, "2026-02": 1}  # the amendment is not signed
    sign(bench, drafted, clock)
    check = bench.checking.check(drafted)
    assert judges(check, "S-3") == {"2026-01": 1, "2026-02": 2}
    targets = {line.period: str(line.target) for _, line in check.results() if line.label == "S-3"}
    assert targets == {"2026-01": "0.85", "2026-02": "0.95"}
    assert check.newest.version == 2
    assert [row.identity for row in check.evidence("S-3", "2026-02")] == ["id:F-1"]
    assert {row.identity for row in check.evidence("S-3", "2026-01")} == {"id:L-2", "id:L-4"}
    assert [(row.identity, row.period) for row in check.rows("S-3")] == [
        ("id:L-2", "2026-01"), ("id:L-4", "2026-01"), ("id:F-1", "2026-02"),
    ]  # fmt: skip


def test_a_promise_that_an_amendment_dropped_is_told_and_looked_into_where_it_counted(
    bench: Workbench, drafted: str, clock: FixedClock
) -> None:
    bench.versions.save(drafted, "First")
    sign(bench, drafted, clock)
    clock.advance(days=1)
    bench.drafting.set(drafted, "teams.effective_from", "2026-02-01")
    bench.drafting.set(drafted, "handoff.reasons", [])
    bench.versions.save(drafted, "No reasons any more")
    sign(bench, drafted, clock)
    check = bench.checking.check(drafted, Question(as_of=dt.date(2026, 2, 28)))
    dropped = "handoff.reasons[all].share"
    assert [(version, line.period) for version, line in check.results() if line.commitment == dropped] == [
        (1, "2026-01")
    ]
    assert [row.identity for row in check.rows(dropped)] == ["id:L-2"]
    assert [row.identity for row in check.evidence(dropped)] == ["id:L-2"]
    with pytest.raises(NotFoundError, match="no commitment “S-98”"):
        check.rows("S-98")


def test_within_a_month_each_lead_is_judged_by_the_version_in_force_on_its_day(
    bench: Workbench, drafted: str, clock: FixedClock
) -> None:
    bench.versions.save(drafted, "First")
    sign(bench, drafted, clock)
    clock.advance(days=1)
    bench.drafting.set(drafted, "teams.effective_from", "2026-01-07")
    bench.drafting.set(drafted, "handoff.reasons", [])
    bench.drafting.set(drafted, "volumes.volume_targets[mql].amount", 480)
    bench.versions.save(drafted, "Twice as many, and no reasons any more")
    sign(bench, drafted, clock)
    check = bench.checking.check(drafted, Question(as_of=dt.date(2026, 1, 31)))

    def told(commitment: str) -> list[tuple[int | None, str, str, str]]:
        return [
            (version, line.period, str(line.numerator), str(line.target))
            for version, line in check.results()
            if line.commitment == commitment
        ]

    # 22 working days without New Year and Epiphany, three of them before the 7th: 240 * 2 / 20 and 480 * 18 / 20
    assert told("volumes.volume_targets[mql].amount") == [(1, "2026-01", "3", "24"), (2, "2026-01", "2", "432")]
    rows = [(row.identity, row.period) for row in check.rows("volumes.volume_targets[mql].amount")]
    assert rows == [(f"id:L-{n}", "2026-01") for n in range(1, 6)]
    assert told("handoff.reasons[all].share") == [(1, "2026-01", "0", "0.95")]  # L-2 was rejected on the 7th
    later = bench.checking.check(drafted, Question(periods=("2026-03",), as_of=dt.date(2026, 3, 31)))
    assert {version for version, line in later.results() if line.period == "2026-03"} == {2}
    # the month is open on the 9th: what the first version's days brought is not missed yet
    early = bench.checking.check(drafted, Question(as_of=dt.date(2026, 1, 9)))
    first = [line for version, line in early.results() if (version, line.label, line.period) == (1, "M-2", "2026-01")]
    assert [line.status for line in first] == ["at_risk"]


def test_a_check_speaks_for_the_data_not_for_today(bench: Workbench, prepared: Prepared) -> None:
    check = bench.checking.check(prepared.agreement)
    assert isinstance(check.as_of, dt.datetime)
    assert check.as_of == dt.datetime(2026, 1, 12, 8, 30, tzinfo=dt.UTC)  # the newest stamp, 09:30 in Leipzig
    asked = bench.checking.check(prepared.agreement, Question(as_of=dt.date(2026, 2, 28)))
    assert asked.as_of == dt.date(2026, 2, 28)
    assert {line.period for _, line in asked.results() if line.label == "S-3"} == {"2026-01", "2026-02"}


@pytest.mark.parametrize(
    ("question", "months"),
    [
        (Question(periods=("2026-01",)), {"2026-01"}),
        (Question(periods=("2026-Q1",)), {"2026-01", "2026-02", "2026-03"}),
        (Question(first=dt.date(2026, 1, 15), last=dt.date(2026, 2, 1)), {"2026-01", "2026-02"}),
        (Question(first=dt.date(2026, 1, 15)), {"2026-01"}),
        (Question(last=dt.date(2026, 3, 31)), {"2026-01"}),  # the data speaks to 12 January
        (Question(first=dt.date(2026, 1, 1), last=dt.date(2026, 2, 28)), {"2026-01", "2026-02"}),
    ],
)
def test_only_the_periods_asked_for_are_told(
    bench: Workbench, prepared: Prepared, question: Question, months: set[str]
) -> None:
    check = bench.checking.check(prepared.agreement, question)
    assert {line.period for _, line in check.results() if line.label == "S-3"} == months
    longer = {line.period for _, line in check.results() if line.label in {"J-2", "M-5"}}
    assert longer == {"2026-Q1", "2026"}


def test_days_the_wrong_way_round_are_refused(bench: Workbench, prepared: Prepared) -> None:
    question = Question(first=dt.date(2026, 3, 1), last=dt.date(2026, 2, 1))
    with pytest.raises(NotAllowedError, match="2026-02-01 lies before 2026-03-01"):
        bench.checking.check(prepared.agreement, question)


@pytest.mark.parametrize(("first", "last"), [(dt.date.min, dt.date(2026, 1, 31)), (dt.date(2026, 1, 1), dt.date.max)])
def test_days_no_period_has_are_refused(bench: Workbench, prepared: Prepared, first: dt.date, last: dt.date) -> None:
    with pytest.raises(WorkbenchError):
        bench.checking.check(prepared.agreement, Question(first=first, last=last))
