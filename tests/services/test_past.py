"""What has become of an agreement: who signed which version, when each counts, and what is damaged."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.services.prepared import Prepared
from workbench.base.clock import FixedClock
from workbench.base.errors import NotFoundError
from workbench.services.workbench import Workbench


def test_each_version_says_who_signed_and_what_became_of_it(bench: Workbench, prepared: Prepared) -> None:
    past = bench.past.of(prepared.agreement)
    newest, first = past.versions
    assert (newest.header.number, newest.state, newest.signed) == (2, "unsigned", ())
    assert newest.missing == ("Marketing lead", "Sales lead")
    assert [(one.role, one.name, one.side) for one in first.signed] == [
        ("Marketing lead", "Marta Lindgren", "marketing"),
        ("Sales lead", "Femke de Vries", "sales"),
    ]
    assert first.missing == ()
    assert first.state == "in_force"
    assert (past.base, past.draft_differs) == (2, False)
    assert all(not one.damage for one in past.versions)
    assert past.version(1) is first
    assert past.version(3) is None


def test_a_version_counts_from_its_first_day_and_is_found_by_any_day(bench: Workbench, prepared: Prepared) -> None:
    past = bench.past.of(prepared.agreement)
    first = past.version(1)
    assert first is not None
    assert first.first is not None
    found = past.on(first.first)
    assert found is first
    assert past.on(first.first - dt.timedelta(days=1)) is None


def test_what_is_in_force_follows_the_clock(bench: Workbench, prepared: Prepared, clock: FixedClock) -> None:
    clock.moment = dt.datetime(2025, 12, 31, 12, tzinfo=dt.UTC)
    first = bench.past.of(prepared.agreement).version(1)
    assert first is not None
    assert (first.state, first.first) == ("coming", dt.date(2026, 1, 1))


def test_a_point_is_no_version_for_signature(bench: Workbench, prepared: Prepared) -> None:
    bench.versions.save(prepared.other, "Half done")
    (point,) = bench.past.of(prepared.other).versions
    assert (point.state, point.required, point.missing) == ("point", 0, ())
    bench.drafting.set(prepared.other, "teams.company", "Brackwald")
    assert bench.past.of(prepared.other).draft_differs


def test_the_file_of_a_version_is_the_signed_one(bench: Workbench, prepared: Prepared) -> None:
    assert bench.past.file(prepared.agreement, 1).signed == prepared.file("both.pdf").read_bytes()
    assert bench.past.file(prepared.agreement, 2).signed == b""
    with pytest.raises(NotFoundError):
        bench.past.file(prepared.agreement, 9)
