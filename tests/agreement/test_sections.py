"""Every field of every section: declared once, with label, help, an example that can be typed, and a place in print."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator

import jsonschema
import pytest

from workbench.agreement.contents import SECTIONS
from workbench.agreement.model import Agreement
from workbench.agreement.schema import agreement_schema
from workbench.agreement.templates import templates
from workbench.base.places import resource
from workbench.fields.amounts import IntegerKind
from workbench.fields.codec import encode
from workbench.fields.declare import Field, fields_of
from workbench.fields.links import ReferenceKind, RowsKind
from workbench.fields.path import get
from workbench.fields.value import Row, Shown

SEEN: set[type] = set()


def every_field(owner: type = Agreement) -> Iterator[tuple[str, Field]]:
    """Every declared field of the agreement, each class once, with a name to read."""
    for f in dataclasses.fields(owner):
        field = fields_of(owner).get(f.name)
        if field is None:
            if dataclasses.is_dataclass(f.default) and not isinstance(f.default, type):
                yield from every_field(type(f.default))
            continue
        yield f"{owner.__name__}.{f.name}", field
        if isinstance(field.kind, RowsKind):
            yield from every_field(field.kind.row)


FIELDS = dict(every_field())


def test_there_are_twelve_sections_in_order() -> None:
    assert [info.number for info in SECTIONS] == list(range(1, 13))
    assert [f.name for f in dataclasses.fields(Agreement)][2:14] == [info.name for info in SECTIONS]
    assert len(FIELDS) > 200


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_says_what_it_is(name: str) -> None:
    field = FIELDS[name]
    assert field.label
    assert field.label[0].isupper() or field.label.startswith("…")
    assert not field.label.endswith(("?", ":"))
    assert field.help.endswith((".", "”"))
    assert len(field.help) <= 120
    assert field.example


@pytest.mark.parametrize("name", [n for n, f in FIELDS.items() if not isinstance(f.kind, RowsKind | ReferenceKind)])
def test_an_example_can_be_typed(name: str) -> None:
    kind = FIELDS[name].kind
    assert not kind.is_empty(kind.parse(FIELDS[name].example, Shown(currency="EUR")))


@pytest.mark.parametrize("name", [n for n, f in FIELDS.items() if isinstance(f.kind, ReferenceKind)])
def test_a_reference_leads_to_a_list_of_named_rows(name: str) -> None:
    kind = FIELDS[name].kind
    assert isinstance(kind, ReferenceKind)
    assert isinstance(get(templates()[0].agreement, kind.to), tuple)


@pytest.mark.parametrize("name", [n for n, f in FIELDS.items() if isinstance(f.kind, RowsKind)])
def test_a_row_is_named_by_fields_it_has(name: str) -> None:
    kind = FIELDS[name].kind
    assert isinstance(kind, RowsKind)
    assert issubclass(kind.row, Row)
    assert set(kind.named_by) <= set(fields_of(kind.row))


def test_the_published_schema_is_todays() -> None:
    published = json.loads(resource("schema", "agreement-1.json").read_text("utf-8"))
    assert published == agreement_schema(), "run packaging/make_schema.py"


def test_templates_are_of_the_published_schema() -> None:
    validator = jsonschema.Draft202012Validator(agreement_schema())
    for one in templates():
        assert [error.message for error in validator.iter_errors(encode(one.agreement))] == []


def test_the_schema_refuses_what_the_program_refuses() -> None:
    validator = jsonschema.Draft202012Validator(agreement_schema())
    for bad in ({"title": "A"}, {"format": 1, "extra": 1}, {"format": 1, "follow_up": {"tiers": [{"share": "1"}]}}):
        assert not validator.is_valid(bad)


COUNTED = [name for name, field in FIELDS.items() if isinstance(field.kind, IntegerKind) and field.kind.unit]


@pytest.mark.parametrize("name", COUNTED)
def test_one_of_something_counted_is_singular(name: str) -> None:
    kind = FIELDS[name].kind
    assert isinstance(kind, IntegerKind)
    assert kind.format(1, Shown()) == f"1 {kind.one}" != f"1 {kind.unit}"
    assert kind.format(2, Shown()) == f"2 {kind.unit}"
