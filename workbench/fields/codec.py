"""Trees of declared fields to JSON and back: canonical bytes (RFC 8785), content hash, refusals that name the path.

A field at its default is left out, so that adding a field later changes no hash of what was signed before. Text is NFC;
decimals and dates are strings; there is no float anywhere. Must not know agreements or their upgrades.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import hashlib
import json
import re
import typing
from decimal import Decimal
from typing import Any, TypeVar

from workbench.base.errors import DamagedError
from workbench.fields.declare import fields_of
from workbench.fields.kind import BadText
from workbench.fields.links import RowsKind
from workbench.fields.path import join, row_path
from workbench.fields.value import Row, plain

T = TypeVar("T")
MOST_BYTES = 8 * 1024 * 1024
"""Largest JSON text that is read."""
_MOST_PLACES = 100
"""Digits of a decimal before or behind its point that are looked at; every field keeps far fewer."""
_HALF = re.compile("[\ud800-\udfff]")
_ESCAPED_HALF = re.compile(rb"\\u[dD][89a-fA-F]")


_TYPES: dict[type, dict[str, Any]] = {}


def types_of(owner: type[Any]) -> dict[str, Any]:
    """The annotated types of a class's fields, resolved."""
    if owner not in _TYPES:
        _TYPES[owner] = typing.get_type_hints(owner)
    return _TYPES[owner]


def encode(node: Any) -> Any:
    """The JSON form of a value, row, section or whole tree: dicts, lists, strings, integers, booleans."""
    if dataclasses.is_dataclass(node) and not isinstance(node, type):
        found = {}
        for f in dataclasses.fields(node):
            value = getattr(node, f.name)
            if value != f.default and not (f.default is dataclasses.MISSING and _is_bare(value)):
                found[f.name] = encode(value)
        return found
    if isinstance(node, Decimal):
        return plain(node)
    if isinstance(node, dt.datetime | dt.date | dt.time):
        return node.isoformat()
    if isinstance(node, tuple):
        return [encode(one) for one in node]
    return node


def _is_bare(value: Any) -> bool:
    """Whether a section says nothing: every field in it is at its default."""
    return dataclasses.is_dataclass(value) and not isinstance(value, type) and not encode(value)


def canonical(node: Any) -> bytes:
    """The canonical bytes of a tree.

    Raises:
        DamagedError: It holds what canonical JSON cannot (an integer of 2**53 or more, a lone surrogate).
    """
    import rfc8785  # noqa: PLC0415  (with its cost only where something is hashed)

    try:
        return rfc8785.dumps(encode(node))
    except rfc8785.CanonicalizationError as error:
        raise DamagedError(f"The agreement cannot be written as canonical JSON: {error}.") from error


def content_hash(data: bytes) -> str:
    """SHA-256 of canonical bytes, 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def decode(owner: type[T], data: bytes | dict[str, Any], what: str = "This JSON") -> T:
    """The tree that JSON holds: every type, limit, key and name checked, every value in its normal form.

    Args:
        owner: Class of the root.
        data: JSON text in UTF-8, or its decoded object.
        what: How the refusal names the source.

    Raises:
        DamagedError: It is not such a tree; the message names the path and what is wrong there.
    """
    import msgspec  # noqa: PLC0415

    if isinstance(data, bytes) and len(data) > MOST_BYTES:
        raise DamagedError(f"{what} is larger than {MOST_BYTES // 1024 // 1024} MB.")
    try:
        if not isinstance(data, bytes):
            refuse_half_characters(data, "", what)
        raw = msgspec.json.decode(data) if isinstance(data, bytes) else data
        tree = msgspec.convert(raw, type=owner)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        if isinstance(data, bytes) and _ESCAPED_HALF.search(data):
            _refuse_escaped_halves(data, what)
        raise DamagedError(f"{what} is not an agreement of this program: {_readable(error)}.") from None
    unknown = _unknown(owner, raw, "")
    if unknown:
        raise DamagedError(
            f"{what} holds {unknown}, which this version of the program does not know.",
            "Open it with the version that wrote it.",
        )
    return _checked(tree, "", what)


def refuse_half_characters(value: Any, path: str, what: str) -> None:
    """Refuse text with a lone surrogate, which is half a character: no file and no database can keep it.

    Args:
        value: A decoded JSON value.
        path: Where it stands.
        what: How the refusal names the source.

    Raises:
        DamagedError: Some text in it, or some name, holds one.
    """
    import msgspec  # noqa: PLC0415

    with contextlib.suppress(UnicodeEncodeError, RecursionError):
        msgspec.json.encode(value)  # takes no half characters, and a hundredth of the time of looking for them
        return
    waiting = [(path, value)]  # not by recursion: a hostile file is nested deeper than Python goes
    while waiting:
        here, one = waiting.pop()
        if isinstance(one, str) and _HALF.search(one):
            where = f" at {here}" if here else ""
            raise DamagedError(f"{what} is refused{where}: its text holds half a character.", "Write the text again.")
        if isinstance(one, dict):
            waiting += [(here, name) for name in one]
            waiting += [(join(here, name[:60]), inner) for name, inner in one.items() if not _HALF.search(name)]
        elif isinstance(one, list | tuple):
            waiting += [(f"{here}[{index}]", inner) for index, inner in enumerate(one)]


def _refuse_escaped_halves(data: bytes, what: str) -> None:
    """The same for JSON text that another reader takes and ours does not."""
    try:
        raw = json.loads(data)
    except (ValueError, RecursionError):
        return
    refuse_half_characters(raw, "", what)


def _readable(error: Exception) -> str:
    return str(error).replace("$.", "").replace(" - at", ", at").split("\n")[0][:300] or type(error).__name__


def _unknown(owner: type, raw: Any, path: str) -> str:
    """The path of the first key that the class does not declare, empty when there is none."""
    if not isinstance(raw, dict):
        return ""
    declared, types = fields_of(owner), types_of(owner)
    for name, value in raw.items():
        if name not in types:
            return join(path, str(name)[:60])
        kind = declared[name].kind if name in declared else None
        if isinstance(kind, RowsKind):
            for index, row in enumerate(value):
                found = _unknown(kind.row, row, f"{join(path, name)}[{index}]")
                if found:
                    return found
        elif dataclasses.is_dataclass(types[name]):
            found = _unknown(typing.cast("type", types[name]), value, join(path, name))
            if found:
                return found
    return ""


def _checked(node: T, path: str, what: str) -> T:
    """The tree in normal form.

    Raises:
        DamagedError: A value is outside its field's limits.
    """
    changes: dict[str, Any] = {}
    declared = fields_of(type(node))
    for f in dataclasses.fields(node):  # type: ignore[arg-type]  # T is always a dataclass here
        value, field = getattr(node, f.name), declared.get(f.name)
        _require_amount(value, join(path, f.name), what)
        if field is None:
            new = _checked(value, join(path, f.name), what) if dataclasses.is_dataclass(value) else value
        elif isinstance(field.kind, RowsKind):
            here = join(path, f.name)
            new = tuple(_checked(row, row_path(here, row.key), what) for row in value)
            _refuse(field.kind.problem(new), here, what)
        else:
            new = field.kind.normal(value) if not field.kind.is_empty(value) else value
            if not field.kind.is_empty(new) and (problem := field.kind.problem(new)):
                _refuse(problem, join(path, f.name), what)
        if new != value or type(new) is not type(value):
            changes[f.name] = new
    return dataclasses.replace(node, **changes) if changes else node  # type: ignore[type-var]  # see above


def _require_amount(value: Any, path: str, what: str) -> None:
    """Refuse what Python takes for a decimal and no field does: it cannot be compared, or written without exponent."""
    if not isinstance(value, Decimal):
        return
    if not value.is_finite() or value.adjusted() > _MOST_PLACES or int(value.as_tuple().exponent) < -_MOST_PLACES:
        raise DamagedError(f"{what} is refused at {path}: “{str(value)[:40]}” is not a number that can be kept.")


def _refuse(problem: BadText | None, path: str, what: str) -> None:
    if problem:
        raise DamagedError(f"{what} is refused at {path}: {problem}")


def decode_value(owner: type, name: str, value: Any, path: str) -> Any:
    """One field's value from its JSON form, checked and in normal form; null empties the field.

    Raises:
        DamagedError: Not of the field's type, or outside its limits; the message names the path.
    """
    import msgspec  # noqa: PLC0415

    field = fields_of(owner)[name]
    if value is None:
        return field.kind.empty
    refuse_half_characters(value, path, "The value")
    try:
        typed = msgspec.convert(value, type=types_of(owner)[name])
    except msgspec.ValidationError as error:
        raise DamagedError(
            f"{path} does not take this value: {_readable(error)}.", f"An example: {field.example}"
        ) from None
    if isinstance(field.kind, RowsKind):
        unknown = next((found for i, row in enumerate(value) if (found := _unknown(field.kind.row, row, f"[{i}]"))), "")
        if unknown:
            raise DamagedError(f"{path}{unknown} is not a field of this list.")
        rows: tuple[Row, ...] = tuple(_checked(row, row_path(path, row.key), "The value") for row in typed)
        _refuse(field.kind.problem(rows), path, "The value")
        return rows
    _require_amount(typed, path, "The value")
    typed = field.kind.normal(typed)
    if not field.kind.is_empty(typed):
        _refuse(field.kind.problem(typed), path, "The value")
    return typed
