"""Imports are kept whole, fold into the current log, and can be taken back in any order."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from tests.storage.examples import EXPORT, MAPPING, NOON, batch, content, leads
from tests.storage.test_lead_blob import same
from workbench.base.clock import FixedClock
from workbench.base.errors import NotAllowedError, NotFoundError
from workbench.storage.library import Library
from workbench.storage.opening import open_library
from workbench.storage.records.imports import Batch, NewTotal
from workbench.tracking.leads import LeadLog
from workbench.tracking.merging import folded


def add(library: Library, agreement: str, log: LeadLog, **changes: object) -> Batch:
    return library.actuals.add(
        agreement, log, batch(**changes), source=EXPORT, media_type="application/vnd.ms-excel", actor="Ines"
    )


def test_an_import_is_kept_with_all_that_is_known_about_it(library: Library, agreement: str) -> None:
    made = add(library, agreement, leads("ana", "bo"))
    assert library.actuals.batches(agreement) == (made,)
    assert dataclasses.replace(made, source="") == Batch(
        agreement, 1, NOON, "Ines", "export.xlsx", "", MAPPING, NOON, 2, 0, 0, 1, 3, 1, None
    )
    assert library.actuals.source(agreement, 1) == EXPORT
    assert library.actuals.problems(agreement, 1) == batch().problems
    assert same(library.actuals.log(agreement), leads("ana", "bo"))


@pytest.mark.parametrize("as_of", [None, dt.date(2026, 10, 31), NOON])
def test_the_day_or_instant_a_file_speaks_for_is_kept(library: Library, agreement: str, as_of: dt.date | None) -> None:
    add(library, agreement, leads("ana"), as_of=as_of)
    found = library.actuals.batch(agreement, 1).as_of
    assert (found, type(found)) == (as_of, type(as_of))


def test_an_import_without_problems_has_none(library: Library, agreement: str) -> None:
    made = add(library, agreement, leads("ana"), problems=())
    assert (made.problem_count, library.actuals.problems(agreement, 1)) == (0, ())


def test_the_same_file_is_kept_once(library: Library, agreement: str) -> None:
    assert add(library, agreement, leads("ana")).source == add(library, agreement, leads("bo")).source
    assert library.examine().checked["blob"] == 4  # the file, two logs, and the list of problems they share


def test_numbers_are_an_agreements_own(library: Library, agreement: str) -> None:
    other = library.agreements.create(content("Other"), title="Other", actor="").id
    assert [add(library, key, leads("ana")).number for key in (agreement, other, agreement)] == [1, 1, 2]
    assert len(library.actuals.log(other)) == 1


def test_totals_of_an_import_count_as_long_as_it_does(library: Library, agreement: str) -> None:
    totals = (NewTotal("cac", "2026-10", Decimal("1200.5")),)
    made = library.actuals.add(
        agreement, leads("ana"), batch(), source=EXPORT, media_type="x/y", actor="Ines", totals=totals
    )
    assert [one.value for one in library.totals.all(agreement)] == [Decimal("1200.5")]
    library.actuals.undo(agreement, made.number, "Ines")
    assert library.totals.all(agreement) == ()
    assert len(library.totals.all(agreement, history=True)) == 1


def test_taking_back_again_changes_nothing(library: Library, agreement: str, clock: FixedClock) -> None:
    add(library, agreement, leads("ana"))
    undone = library.actuals.undo(agreement, 1, "Ines")
    before = library.events.all()
    clock.advance(hours=1)
    assert library.actuals.undo(agreement, 1, "Ines") == undone
    assert library.events.all() == before
    redone = library.actuals.redo(agreement, 1, "Ines")
    assert library.actuals.redo(agreement, 1, "Ines") == redone
    assert [one.kind for one in library.events.all(after=before[-1].seq)] == ["import.redone"]


def test_what_is_not_there_is_named(library: Library, agreement: str) -> None:
    for ask in (library.actuals.batch, library.actuals.problems, library.actuals.source):
        with pytest.raises(NotFoundError, match="import 7"):
            ask(agreement, 7)
    with pytest.raises(NotFoundError):
        library.actuals.undo(agreement, 7, "Ines")
    with pytest.raises(NotFoundError):
        add(library, "nobody", leads("ana"))


def test_a_file_that_is_too_large_is_refused(library: Library, agreement: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.storage.blobs.MOST_BLOB", 5)
    with pytest.raises(NotAllowedError, match="too large"):
        add(library, agreement, leads("ana"))
    assert library.actuals.batches(agreement) == ()


PEOPLE = st.lists(st.sampled_from(["ana", "bo", "cy", "dee", "eve"]), unique=True)
STEPS = st.lists(
    st.tuples(st.just("add"), PEOPLE, st.integers(0, 9))
    | st.tuples(st.sampled_from(["undo", "redo"]), st.just([]), st.integers(1, 6)),
    max_size=14,
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_imports_are_taken_back_and_let_count_again_in_any_order(
    everyday: Library, steps: list[tuple[str, list[str], int]]
) -> None:
    agreement = everyday.agreements.create(content("x"), title="x", actor="").id
    logs: list[LeadLog] = []
    counts: list[bool] = []
    for what, people, number in steps:
        if what == "add":
            logs.append(leads(*people, touched=number))
            counts.append(True)
            assert add(everyday, agreement, logs[-1]).number == len(logs)
        elif number <= len(logs):
            made = getattr(everyday.actuals, what)(agreement, number, "Ines")
            counts[number - 1] = what == "redo"
            assert (made.undone_at is None) == counts[number - 1]
    wanted = folded(log for log, counted in zip(logs, counts, strict=True) if counted)
    assert same(everyday.actuals.log(agreement), wanted)
    assert [one.undone_at is None for one in everyday.actuals.batches(agreement)] == counts


@pytest.fixture(name="everyday")
def one_library_for_all_examples(path: Path, clock: FixedClock) -> Iterator[Library]:
    with open_library(str(path), clock) as library:
        yield library
