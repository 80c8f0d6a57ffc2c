"""Folding imports into the log, against plain dictionaries."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, strategies as st

from tests.support.columns import amounts_column, stamps_column, words_column
from workbench.tracking.leads import EMPTY, NO_LEADS, UNREADABLE, Amounts, Column, LeadLog, Stamps, Words
from workbench.tracking.merging import Cell, Change, Unreadable, cell, folded, merged

BAD = Unreadable.VALUE
FIELDS = ("source", "handed_over_at", "amount", "custom:Wave")
CELLS: dict[str, st.SearchStrategy[Cell]] = {
    "source": st.sampled_from(["Web", "Event", "web", None, BAD]),
    "handed_over_at": st.sampled_from([0, 1_700_000_000, 1_700_000_001, None, BAD]),
    "amount": st.sampled_from([Decimal("12.5"), Decimal(-3), Decimal(0), None, BAD]),
    "custom:Wave": st.sampled_from(["a", "b", None, BAD]),
}
Table = dict[str, dict[str, Cell]]
"""Identity -> field -> cell."""


def column(field: str, cells: list[Cell]) -> Column:
    """A column of the log from plain cells."""
    bad = np.array([one is BAD for one in cells], np.bool_)
    plain = [None if one is BAD else one for one in cells]
    if field in {"source", "custom:Wave"}:
        made = words_column([None if one is None else str(one) for one in plain])
        return Words(np.where(bad, -2, made.values).astype(np.int32), made.words)
    if field == "amount":
        numbers = amounts_column([one if isinstance(one, Decimal) else None for one in plain])
        return Amounts(np.where(bad, UNREADABLE, numbers.values))
    return Stamps(
        np.where(bad, UNREADABLE, stamps_column([one if isinstance(one, int) else None for one in plain]).values)
    )


def log_of(table: Table, fields: list[str]) -> LeadLog:
    return LeadLog(list(table), {field: column(field, [row[field] for row in table.values()]) for field in fields})


def table_of(log: LeadLog) -> Table:
    """What a log says, in plain dictionaries."""
    return {
        identity: {field: cell(one, row) for field, one in log.columns.items()}
        for row, identity in enumerate(log.identities)
    }


@st.composite
def batches(draw: st.DrawFn) -> tuple[Table, list[str]]:
    fields = draw(st.lists(st.sampled_from(FIELDS), unique=True))
    people = draw(st.lists(st.sampled_from([f"id:{n}" for n in range(8)]), unique=True))
    return {who: {field: draw(CELLS[field]) for field in fields} for who in people}, fields


def slowly(imports: list[tuple[Table, list[str]]]) -> Table:
    """The fold as one would do it on paper: later cells replace earlier ones, empty ones too."""
    fields = list(dict.fromkeys(field for _, carried in imports for field in carried))
    leads: Table = {}
    for table, _ in imports:
        for who, row in table.items():
            leads.setdefault(who, dict.fromkeys(fields)).update(row)
    return leads


@given(st.lists(batches(), max_size=5))
def test_any_sequence_of_imports_folds_as_on_paper(imports: list[tuple[Table, list[str]]]) -> None:
    assert table_of(folded(log_of(*one) for one in imports)) == slowly(imports)


@given(batches(), batches())
def test_counts_and_changes_are_what_differs(first: tuple[Table, list[str]], second: tuple[Table, list[str]]) -> None:
    older, newer = log_of(*first), log_of(*second)
    result = merged(older, newer)
    before, after = slowly([first, ({}, second[1])]), slowly([first, second])
    expected = {
        Change(who, field, old, after[who][field])
        for who, row in before.items()
        for field, old in row.items()
        if after[who][field] != old
    }
    changes = list(result.changes())
    assert set(changes) == expected
    assert len(changes) == len(expected)
    assert list(dict.fromkeys(one.identity for one in changes)) == [
        one for one in result.log.identities if one in {change.identity for change in expected}
    ]
    assert list(result.changes(1)) == [one for one in changes if one.identity == changes[0].identity]
    assert result.updated == len({change.identity for change in expected})
    assert result.added == len(after) - len(before)
    assert result.added + result.updated + result.unchanged == len(second[0])


@given(st.lists(batches(), min_size=1, max_size=4))
def test_importing_a_file_twice_changes_nothing(imports: list[tuple[Table, list[str]]]) -> None:
    logs = [log_of(*one) for one in imports]
    once = folded(logs)
    again = merged(once, logs[-1])
    assert (again.added, again.updated, list(again.changes())) == (0, 0, [])
    assert table_of(again.log) == table_of(once)


@given(st.lists(batches(), min_size=1, max_size=4), st.data())
def test_an_import_is_undone_by_folding_without_it(imports: list[tuple[Table, list[str]]], data: st.DataObject) -> None:
    gone = data.draw(st.integers(0, len(imports) - 1))
    left = imports[:gone] + imports[gone + 1 :]
    assert table_of(folded(log_of(*one) for one in left)) == slowly(left)


def test_an_empty_cell_of_a_carried_column_replaces_and_an_absent_column_does_not() -> None:
    older = log_of({"id:1": {"source": "Web", "amount": Decimal(5)}}, ["source", "amount"])
    newer = log_of({"id:1": {"source": None}, "id:2": {"source": "Event"}}, ["source"])
    result = merged(older, newer)
    assert table_of(result.log) == {
        "id:1": {"source": None, "amount": Decimal(5)},
        "id:2": {"source": "Event", "amount": None},
    }
    assert list(result.changes()) == [Change("id:1", "source", "Web", None)]
    assert not result.log.has("owner")


def test_the_logs_given_are_left_as_they_were() -> None:
    older, newer = log_of({"id:1": {"source": "Web"}}, ["source"]), log_of({"id:1": {"source": "Event"}}, ["source"])
    merged(older, newer)
    assert (older.text("source", 0), newer.text("source", 0)) == ("Web", "Event")


def test_bugs_of_an_importer_are_refused() -> None:
    twice = LeadLog(["id:1", "id:1"], {"source": words_column(["a", "b"])})
    with pytest.raises(ValueError, match="comes twice"):
        merged(NO_LEADS, twice)
    text, number = LeadLog(["id:1"], {"x": words_column(["a"])}), LeadLog(["id:1"], {"x": amounts_column([1])})
    for older, newer in ((text, number), (number, text)):
        with pytest.raises(ValueError, match="changes its kind"):
            merged(older, newer)


def test_a_hundred_thousand_leads_fold_with_each_change_known() -> None:
    size = 100_000
    stamps = np.arange(size, dtype=np.int64)
    ids = [f"id:{n}" for n in range(size)]
    first = LeadLog(ids, {"lead_id": words_column(ids), "handed_over_at": Stamps(stamps)})
    second = LeadLog(ids[: size // 2], {"handed_over_at": Stamps(np.where(stamps % 2, EMPTY, stamps)[: size // 2])})
    result = merged(first, second)
    assert (result.added, result.updated, result.unchanged) == (0, size // 4, size // 4)
    changed = list(result.changes())
    assert changed[0] == Change("id:1", "handed_over_at", 1, None)
    assert len(changed) == size // 4
