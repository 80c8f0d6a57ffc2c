"""The mapping file: what a person decided about a foreign table, and what next month's export needs to be read alike.

Every key is optional; what is absent is detected. Must not know cells or how anything is detected.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping as MappingOf
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workbench.agreement.lead_fields import FIELD
from workbench.base.errors import NotAllowedError, NotFoundError, OutsideError, WorkbenchError
from workbench.base.targets import check_target
from workbench.fields.moments import FIRST_DAY, LAST_DAY
from workbench.sheets.header_words import normal

DateOrder = Literal["dmy", "mdy", "ymd"]
TableKind = Literal["leads", "activities", "totals"]
TABLE_KINDS: tuple[TableKind, ...] = ("leads", "activities", "totals")
DATE_ORDERS: tuple[DateOrder, ...] = ("dmy", "mdy", "ymd")

LARGEST_MAPPING = 1 << 20
ACTIVITY_FIELDS = ("activity_at", "activity_time", "activity_type", "activity_state", "activity_id")
"""What a column of calls or tasks may be besides the lead's ID or e-mail address."""


class DateOrderUnknownError(WorkbenchError):
    """A column's dates can be read in two ways, nothing settles which, and the mapping does not say."""


@dataclass(frozen=True)
class Mapping:
    """How to read one kind of export.

    Attributes:
        sheet: Name of the sheet; empty for the one that looks most like leads.
        header_row: Spreadsheet row of the headers, counted from 1; nothing to look for it.
        columns: Field by header. Two columns may feed one field: a date and its time of day, or first and last name.
            An empty field means the column is not used.
        date_order: Of all numeric dates; nothing to decide it by each column's values.
        timezone: IANA name of the zone of times without offset; empty for the agreement's.
        values: Meaning by text, by field: another word, `excluded`, or for status and stage the date field reached.
        as_of: ISO day or instant the file speaks of; empty to find it.
        keep: Headers kept as custom columns.
        kind: What the rows are; nothing to see it from the headers. A field that only calls have says it too.
        private: Whether names and e-mail addresses are replaced by marks that tell one person from another.
    """

    sheet: str = ""
    header_row: int | None = None
    columns: MappingOf[str, str] = field(default_factory=dict)
    date_order: DateOrder | None = None
    timezone: str = ""
    values: MappingOf[str, MappingOf[str, str]] = field(default_factory=dict)
    as_of: str = ""
    keep: tuple[str, ...] = ()
    kind: TableKind | None = None
    private: bool = False


DETECTED = Mapping()
"""Nothing is decided: all is detected."""


def mapping_from_json(data: Any) -> Mapping:
    """A mapping from a mapping file's JSON value.

    Raises:
        NotAllowedError: It is not one; names the key and what fits there.
    """
    if not isinstance(data, dict):
        raise _refused("it is not a JSON object", 'Write an object such as {"date_order": "dmy"}.')
    known = {one.name for one in dataclasses.fields(Mapping)}
    unknown = sorted(str(key) for key in data if key not in known)
    if unknown:
        raise _refused(f"“{unknown[0]}” is not one of its keys", f"The keys are {', '.join(sorted(known))}.")
    given = {key: value for key, value in data.items() if value is not None}
    columns = _columns(given.get("columns", {}))
    return Mapping(
        sheet=_text(given, "sheet"),
        header_row=_header_row(given.get("header_row")),
        columns=columns,
        date_order=_date_order(given.get("date_order")),
        timezone=_zone(_text(given, "timezone")),
        values=_values(given.get("values", {})),
        as_of=_as_of(_text(given, "as_of")),
        keep=_keep(given.get("keep", [])),
        kind=_kind(given.get("kind")) or ("activities" if set(ACTIVITY_FIELDS) & set(columns.values()) else None),
        private=_private(given.get("private", False)),
    )


def load_mapping(path: Path) -> Mapping:
    """Read a mapping file.

    Raises:
        NotFoundError: There is no such file.
        OutsideError: It cannot be read.
        NotAllowedError: It is not a mapping.
    """
    try:
        if path.stat().st_size > LARGEST_MAPPING:
            raise _refused("it is larger than a mapping can be", "Choose another file.")
        data = json.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        raise NotFoundError(f"There is no mapping file “{path}”.", "Check the name and the folder.") from None
    except OSError as error:
        raise OutsideError(f"The mapping “{path.name}” cannot be read: {error.strerror}.") from error
    except (ValueError, RecursionError):
        raise _refused(f"“{path.name}” is not JSON", "Write one JSON object, in UTF-8.") from None
    return mapping_from_json(data)


def mapping_to_json(mapping: Mapping) -> dict[str, Any]:
    """The JSON value of a mapping, without what is left to detection."""
    data: dict[str, Any] = {
        "sheet": mapping.sheet,
        "header_row": mapping.header_row,
        "columns": {header: name or None for header, name in mapping.columns.items()},
        "date_order": mapping.date_order,
        "timezone": mapping.timezone,
        "values": {name: dict(words) for name, words in mapping.values.items()},
        "as_of": mapping.as_of,
        "keep": list(mapping.keep),
        "kind": mapping.kind,
        "private": mapping.private,
    }
    return {key: value for key, value in data.items() if value}


def save_mapping(mapping: Mapping, path: Path) -> None:
    """Write a mapping file.

    Raises:
        NotAllowedError: There is a library or a signing key.
        OutsideError: It cannot be written.
    """
    check_target(path)
    text = json.dumps(mapping_to_json(mapping), ensure_ascii=False, indent=2) + "\n"
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        raise OutsideError(f"The mapping “{path.name}” cannot be written: {error.strerror}.") from error


def fingerprint(headers: Iterable[str], vendor: str = "") -> str:
    """What recognises another export of the same kind: the vendor and the set of headers, without order or case."""
    text = "\n".join([vendor, *sorted({normal(header) for header in headers})])
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Likeness:
    """How much two exports are of one kind.

    Attributes:
        share: Of the remembered headers, how many are still there; 0 to 1. From 0.8 on a remembered mapping fits.
        missing: Remembered headers the new export lacks.
        added: Headers the remembered export did not have.
    """

    share: float
    missing: tuple[str, ...]
    added: tuple[str, ...]


def likeness(remembered: Iterable[str], headers: Iterable[str]) -> Likeness:
    """Compare the headers of a new export with remembered ones."""
    old, new = {normal(one): one for one in remembered}, {normal(one): one for one in headers}
    return Likeness(
        len(old.keys() & new.keys()) / len(old) if old else 0.0,
        tuple(old[one] for one in old if one not in new),
        tuple(new[one] for one in new if one not in old),
    )


def check_zone(name: str) -> str:
    """The zone name, if there is such a zone.

    Raises:
        NotAllowedError: There is none.
    """
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise NotAllowedError(
            f"There is no time zone “{name}”.", "Write one such as Europe/Berlin or America/Sao_Paulo."
        ) from None
    return name


def _refused(why: str, hint: str) -> NotAllowedError:
    return NotAllowedError(f"The mapping cannot be used: {why}.", hint)


def _text(given: MappingOf[str, Any], key: str) -> str:
    value = given.get(key, "")
    if not isinstance(value, str):
        raise _refused(f"“{key}” is not a text", "Write it in quotation marks.")
    return value.strip()


def _header_row(value: Any) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 1_048_576:
        raise _refused("“header_row” is not a row number", "Write a number such as 1.")
    return value


def _date_order(value: Any) -> DateOrder | None:
    if value is not None and value not in DATE_ORDERS:
        raise _refused("“date_order” is not an order of dates", "Write dmy, mdy or ymd.")
    return value  # type: ignore[no-any-return]  # membership was checked above


def _kind(value: Any) -> TableKind | None:
    if value is not None and value not in TABLE_KINDS:
        raise _refused("“kind” is not what rows can be", f"Write one of {', '.join(TABLE_KINDS)}.")
    return value  # type: ignore[no-any-return]  # membership was checked above


def _private(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _refused("“private” is neither true nor false", "Write true or false.")
    return value


def _zone(name: str) -> str:
    return check_zone(name) if name else ""


def _as_of(text: str) -> str:
    if text:
        try:
            day = dt.datetime.fromisoformat(text).date()
        except ValueError:
            raise _refused("“as_of” is not a day or an instant", "Write one such as 2026-10-31.") from None
        if not FIRST_DAY <= day <= LAST_DAY:
            raise _refused("“as_of” is not a day from 2000 to 2100", "Write one such as 2026-10-31.")
    return text


def _columns(value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(one, str | None) for one in value.values()):
        raise _refused("“columns” is not a list of headers with a field each", 'Write {"Create Date": "created_at"}.')
    for name in value.values():
        if name and name not in FIELD and name not in ACTIVITY_FIELDS:
            raise _refused(f"“{name}” is not a field of leads", f"The fields are {', '.join(FIELD)}.")
    return {header: name or "" for header, name in value.items()}


def _values(value: Any) -> dict[str, dict[str, str]]:
    if not isinstance(value, dict) or not all(
        isinstance(words, dict) and all(isinstance(meaning, str) for meaning in words.values())
        for words in value.values()
    ):
        raise _refused("“values” is not a list of texts with a meaning each", 'Write {"status": {"Won": "won_at"}}.')
    for name in value:
        if name not in FIELD or FIELD[name].kind != "text":
            raise _refused(
                f"“{name}” under “values” is not a field with words", "Name a field such as status or source."
            )
    return {name: dict(words) for name, words in value.items()}


def _keep(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise _refused("“keep” is not a list of headers", 'Write ["Region"].')
    return tuple(value)
