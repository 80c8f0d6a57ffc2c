"""Blocks as JSON text: the same blocks give the same text, so a changed word shows as a difference.

One way only; nothing is read back from it. Fields that hold their default are left out.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any

from workbench.documents.blocks.document import Document


def as_json(document: Document) -> str:
    """The document as indented JSON, keys in the order of declaration, one line feed at the end."""
    return json.dumps(_value(document), ensure_ascii=False, indent=1) + "\n"


def _value(part: Any) -> Any:
    if is_dataclass(part):
        named = {one.name: _value(getattr(part, one.name)) for one in fields(part) if not _is_default(part, one)}
        return {"block": type(part).__name__, **named}
    if isinstance(part, tuple):
        return [_value(one) for one in part]
    return part


def _is_default(part: Any, one: Field[Any]) -> bool:
    default = one.default if one.default_factory is MISSING else one.default_factory()
    return bool(default is not MISSING and getattr(part, one.name) == default)
