"""Layouts are data: each shows each field of its class exactly once, and fits the fields it shows."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest

from tests.ui.form import everything
from workbench.agreement.model import Agreement
from workbench.fields.declare import fields_of
from workbench.fields.links import RowsKind
from workbench.ui.form.layouts import MOST_COLUMNS, SIXTHS, usual_layout
from workbench.ui.form.section_layouts import LAYOUTS, layout_of


def classes(owner: type[Any]) -> Iterator[type[Any]]:
    """A class and the classes of the sections and rows inside it."""
    yield owner
    for f in dataclasses.fields(owner):
        if dataclasses.is_dataclass(f.default) and not isinstance(f.default, type):
            yield from classes(type(f.default))
    for field in fields_of(owner).values():
        if isinstance(field.kind, RowsKind):
            yield from classes(field.kind.row)


OWNERS = tuple(dict.fromkeys(classes(Agreement)))


@pytest.mark.parametrize("owner", OWNERS, ids=lambda owner: owner.__name__)
def test_every_field_of_the_agreement_is_shown_once(owner: type[Any]) -> None:
    assert sorted(layout_of(owner).names) == sorted(fields_of(owner))


@pytest.mark.parametrize("owner", OWNERS, ids=lambda owner: owner.__name__)
def test_the_usual_layout_shows_every_field_once(owner: type[Any]) -> None:
    assert usual_layout(owner).names == tuple(fields_of(owner))


def test_no_layout_is_left_over() -> None:
    assert set(LAYOUTS) - set(OWNERS) == set()


@pytest.mark.parametrize("owner", OWNERS, ids=lambda owner: owner.__name__)
def test_what_signing_needs_is_not_folded_away(owner: type[Any]) -> None:
    folded = {spot.name for group in layout_of(owner).groups if group.folded for spot in group.spots}
    assert {name for name in folded if fields_of(owner)[name].needed} == set()


@pytest.mark.parametrize("owner", OWNERS, ids=lambda owner: owner.__name__)
def test_a_table_has_one_group_of_few_fields_and_no_lists(owner: type[Any]) -> None:
    layout = layout_of(owner)
    if layout.style == "table":
        assert len(layout.groups) == 1
        assert len(layout.names) <= MOST_COLUMNS
        assert not any(isinstance(field.kind, RowsKind) for field in fields_of(owner).values())


@pytest.mark.parametrize("owner", OWNERS, ids=lambda owner: owner.__name__)
def test_a_list_of_rows_has_the_whole_width(owner: type[Any]) -> None:
    fields = fields_of(owner)
    narrow = [
        spot.name
        for group in layout_of(owner).groups
        for spot in group.spots
        if isinstance(fields[spot.name].kind, RowsKind) and SIXTHS[spot.width] < 6
    ]
    assert narrow == []


def test_the_usual_layout_puts_each_list_into_a_group_of_its_own() -> None:
    groups = usual_layout(everything.Everything).groups
    assert [tuple(spot.name for spot in group.spots) for group in groups[1:]] == [("people",), ("calendars",)]


def test_few_short_fields_are_a_table_and_others_cards() -> None:
    assert usual_layout(everything.Person).style == "table"
    assert usual_layout(everything.Calendar).style == "cards"
    assert usual_layout(everything.Hours).style == "cards"
