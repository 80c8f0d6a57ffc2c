"""The JSON Schema of a tree of declared fields, made from the declarations. Must not know any section."""

from __future__ import annotations

import dataclasses
from typing import Any

from workbench.fields.codec import types_of
from workbench.fields.declare import fields_of
from workbench.fields.links import RowsKind
from workbench.fields.value import KEY_PATTERN, Row

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(root: type, title: str, identifier: str) -> dict[str, Any]:
    """The JSON Schema of a root class: every field with its title, description and example."""
    definitions: dict[str, Any] = {}
    made = _object(root, definitions)
    return {"$schema": DRAFT, "$id": identifier, "title": title, **made, "$defs": dict(sorted(definitions.items()))}


def _object(owner: type, definitions: dict[str, Any]) -> dict[str, Any]:
    known, types = fields_of(owner), types_of(owner)
    properties: dict[str, Any] = {}
    for f in dataclasses.fields(owner):
        field = known.get(f.name)
        if f.name == "key" and issubclass(owner, Row):
            properties["key"] = {"type": "string", "pattern": f"^{KEY_PATTERN}$"}
        elif field is None:
            properties[f.name] = _plain_or_section(types[f.name], definitions)
        else:
            described = {"title": field.label, "description": field.help, "examples": [field.example]}
            if isinstance(field.kind, RowsKind):
                properties[f.name] = {
                    "type": "array", "maxItems": field.kind.most, "items": _reference(field.kind.row, definitions),
                    **described,
                }  # fmt: skip
            else:
                properties[f.name] = {**field.kind.schema(), **described}
    required = {"required": ["key"]} if issubclass(owner, Row) else {}
    return {"type": "object", "properties": properties, **required, "additionalProperties": False}


def _plain_or_section(annotation: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if dataclasses.is_dataclass(annotation) and isinstance(annotation, type):
        return _reference(annotation, definitions)
    return {"type": {int: "integer", str: "string", bool: "boolean"}[annotation]}


def _reference(owner: type, definitions: dict[str, Any]) -> dict[str, Any]:
    if owner.__name__ not in definitions:
        definitions[owner.__name__] = {}
        definitions[owner.__name__] = _object(owner, definitions)
    return {"$ref": f"#/$defs/{owner.__name__}"}
