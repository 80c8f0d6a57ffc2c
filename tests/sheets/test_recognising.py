"""Leads without an id over several exports: none is counted twice, whatever is exported when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, strategies as st

from workbench.sheets.recognising import recognised
from workbench.sheets.table.identities import identify
from workbench.sheets.table.repeats import settle_repeats
from workbench.tracking.leads import EMPTY, NO_LEADS, LeadLog, Stamps
from workbench.tracking.merging import merged

Row = tuple[str, str]
"""Address and created day, empty for none."""

ZONE = "Europe/Berlin"
SAME, LATER, LAST, OTHER = ("s@x", "2026-01-05"), ("s@x", "2026-02-05"), ("s@x", "2026-03-05"), ("b@x", "2026-01-07")


def seconds(day: str) -> int:
    """Noon of a day."""
    return int(dt.datetime.fromisoformat(f"{day}T12:00+00:00").timestamp()) if day else EMPTY


def export(rows: Sequence[Row]) -> LeadLog:
    """A file of leads, as it is read."""
    names = identify(None, [mail for mail, _ in rows], [day for _, day in rows], len(rows)).names
    created = np.array([seconds(day) for _, day in rows], np.int64)
    kept = settle_repeats(range(len(rows)), names, {"created_at": created}).places
    return LeadLog([names[place] for place in kept], {"created_at": Stamps(created[kept])})


def imported(*exports: Sequence[Row]) -> tuple[LeadLog, list[tuple[int, int, int]]]:
    """The log after some imports, and what each added, updated and left unchanged."""
    log, counts = NO_LEADS, []
    for rows in exports:
        found = merged(log, recognised(export(rows), log, ZONE))
        log = found.log
        counts.append((found.added, found.updated, found.unchanged))
    return log, counts


@pytest.mark.parametrize(
    ("exports", "counts"),
    [
        ([[SAME, OTHER], [SAME, OTHER, LATER]], [(2, 0, 0), (1, 0, 2)]),
        ([[SAME, OTHER], [LATER, OTHER, SAME]], [(2, 0, 0), (1, 0, 2)]),
        ([[SAME, OTHER, LATER], [SAME, OTHER]], [(3, 0, 0), (0, 0, 2)]),
        ([[LATER, OTHER], [SAME, LATER, OTHER]], [(2, 0, 0), (1, 0, 2)]),  # the earlier one comes later
        ([[SAME, LATER], [LATER], [SAME, LATER]], [(2, 0, 0), (0, 0, 1), (0, 0, 2)]),
        ([[SAME, SAME, LATER, LATER], [SAME, LATER, LAST]], [(2, 0, 0), (1, 0, 2)]),
        ([[SAME], [SAME, LATER], [LAST]], [(1, 0, 0), (1, 0, 1), (1, 0, 0)]),
        ([[SAME], [LATER, LAST], [SAME, LATER, LAST]], [(1, 0, 0), (2, 0, 0), (0, 0, 3)]),
        ([[SAME], [LATER]], [(1, 0, 0), (0, 1, 0)]),  # an address alone is one lead, whose date was corrected
        ([[("s@x", "")], [SAME, LATER]], [(1, 0, 0), (1, 1, 0)]),  # the date of the first one was filled in
        ([[SAME, LATER], [LATER, ("s@x", "")]], [(2, 0, 0), (0, 1, 0)]),  # one lead in the file, and its later row
    ],
)
def test_what_an_export_adds_and_changes(exports: list[list[Row]], counts: list[tuple[int, int, int]]) -> None:
    assert imported(*exports)[1] == counts


def test_leads_all_known_by_address_and_day_stay_so() -> None:
    """Libraries of an earlier release have them."""
    days = [("b@x", "2026-01-07"), ("s@x", "2026-01-05"), ("s@x", "2026-02-05")]
    names = [f"email+day:{mail} {day}" for mail, day in days]
    known = LeadLog(names, {"created_at": Stamps(np.array([seconds(day) for _, day in days], np.int64))})
    found = merged(known, recognised(export([*days, LAST]), known, ZONE))
    assert (found.added, found.updated, found.unchanged) == (1, 0, 3)


def test_leads_with_ids_are_left_alone() -> None:
    leads = LeadLog(["id:a", "email:s@x"], {})
    assert recognised(leads, NO_LEADS, ZONE) is leads


LEADS = st.tuples(st.sampled_from(["a@x", "b@x", "c@x"]), st.sampled_from([f"2026-01-0{day}" for day in range(1, 6)]))


@given(st.lists(LEADS, min_size=1, max_size=12), st.data())
def test_a_growing_sequence_of_exports_counts_no_lead_twice(leads: list[Row], data: st.DataObject) -> None:
    sizes = sorted(data.draw(st.lists(st.integers(1, len(leads)), min_size=1, max_size=4)))
    exports = [data.draw(st.permutations(leads[:size])) for size in sizes]
    log, counts = imported(*exports)
    distinct = [len(set(rows)) for rows in exports]
    assert counts == [(now - before, 0, before) for before, now in zip([0, *distinct], distinct, strict=False)]
    wanted = sorted((mail, seconds(day)) for mail, day in set(leads[: sizes[-1]]))
    held = zip(log.identities, log.stamps("created_at").tolist(), strict=True)
    assert sorted((name.partition(":")[2].split(" ")[0], created) for name, created in held) == wanted


@given(st.lists(st.lists(LEADS, min_size=1, max_size=6), min_size=1, max_size=5))
def test_whatever_is_exported_no_lead_stands_twice(exports: list[list[Row]]) -> None:
    log, _ = imported(*exports)
    held = zip(log.identities, log.stamps("created_at").tolist(), strict=True)
    leads = [(name.partition(":")[2].split(" ")[0], created) for name, created in held]
    assert len(set(leads)) == len(leads)
