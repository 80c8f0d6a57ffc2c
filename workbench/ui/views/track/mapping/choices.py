"""What a person has decided about a file so far: which column is which field, how dates are written, what words mean.

Plain values: every decision makes a new one. Must not know widgets or how a file is read.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from workbench.agreement.derivation.ground import CUSTOM
from workbench.agreement.lead_fields import FIELD
from workbench.services.foreign_file import same_header
from workbench.ui.views.track.mapping.parts import ACTIVITY_DATE

if TYPE_CHECKING:
    from workbench.services.foreign_file import InspectedColumn, Inspection
    from workbench.services.profiles import FittingProfile

KEEP: Final = "keep"
"""Stands for a column that is kept under its own name; no lead field is called so."""

IDENTITY: Final = ("lead_id", "email")
"""A file needs one of them."""

WORD_FIELDS: Final = ("status", "stage")
"""Fields whose words may stand for a date."""

_TIME_OF_DAY = re.compile(r"\d{1,2}[:.h]\d{2}([:.]\d{2})?( ?[ap]m)?", re.IGNORECASE)


@dataclass(frozen=True)
class Choices:
    """What is decided.

    Attributes:
        columns: Lead field by header, or what it tells of a call or task; empty for a column that is not used.
        keep: Headers kept under their own names.
        own: Field by header, for columns of their own that a promise reads; they are always kept.
        by_hand: Headers decided here.
        remembered: Headers decided by a remembered mapping.
        added: Headers the remembered mapping does not know.
        shares: Headers that may share a field with another: times of day, parts of a name.
        date_order: `dmy` or `mdy`; empty to decide it by each column's values.
        timezone: Of times without offset; empty for the file's or the agreement's.
        values: Meaning by word, by field.
        as_of: ISO day the file speaks for; empty for the file's own.
        sheet: Name of the sheet; empty where there is one only.
        header_row: Spreadsheet row of the headers.
        is_own: It is a tracker of this program, which needs no decisions.
        kind: Where its rows are no leads: `activities` or `totals`.
        private: Names and e-mail addresses are replaced.
    """

    columns: Mapping[str, str]
    keep: tuple[str, ...] = ()
    own: Mapping[str, str] = field(default_factory=dict)
    by_hand: frozenset[str] = frozenset()
    remembered: frozenset[str] = frozenset()
    added: frozenset[str] = frozenset()
    shares: frozenset[str] = frozenset()
    date_order: str = ""
    timezone: str = ""
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    as_of: str = ""
    sheet: str = ""
    header_row: int | None = None
    is_own: bool = False
    kind: str = ""
    private: bool = False

    def mapping(self) -> dict[str, Any]:
        """As a mapping file says it."""
        data: dict[str, Any] = {"as_of": self.as_of, "private": self.private}
        if self.kind:
            data |= {
                "kind": self.kind, "sheet": self.sheet, "header_row": self.header_row, "date_order": self.date_order,
                "timezone": self.timezone, "columns": {header: name or None for header, name in self.columns.items()},
            }  # fmt: skip
        elif not self.is_own:
            data |= {
                "sheet": self.sheet,
                "header_row": self.header_row,
                "columns": {header: name or None for header, name in self.columns.items()},
                "date_order": self.date_order,
                "timezone": self.timezone,
                "values": {name: dict(words) for name, words in self.values.items() if words},
                "keep": list(self.keep),
            }
        return {key: value for key, value in data.items() if value}

    @property
    def fields(self) -> frozenset[str]:
        """The lead fields the file will carry, also columns of its own."""
        kept = {f"{CUSTOM}{header}" for header in self.keep}
        return frozenset(name for name in self.columns.values() if name) | kept | set(self.own.values())

    @property
    def has_identity(self) -> bool:
        """Will leads be recognised again?"""
        return bool(self.fields & set(IDENTITY))

    def chosen(self, header: str) -> str:
        """What a column is now: a field, `KEEP`, or empty."""
        kept = header in self.keep or header in self.own
        return self.columns.get(header, "") or (KEEP if kept else "")

    def use(self, header: str, wanted: str) -> Choices:
        """Use a column as a field, keep it under its own name, or do not use it.

        A column that was the field before is not used any more, unless the two may share it.
        """
        columns = dict(self.columns)
        name = "" if wanted == KEEP else wanted
        for other, held in columns.items():
            if name and held == name and other != header and not {other, header} & self.shares:
                columns[other] = ""
        columns[header] = name
        keep = tuple(one for one in self.keep if one != header) + ((header,) if wanted == KEEP else ())
        return dataclasses.replace(self, columns=columns, keep=keep, by_hand=self.by_hand | {header})

    def mean(self, name: str, word: str, meaning: str) -> Choices:
        """Let a word of a field mean something; an empty meaning leaves it a word."""
        words = {one: said for one, said in self.values.get(name, {}).items() if one != word}
        if meaning:
            words[word] = meaning
        return dataclasses.replace(self, values={**self.values, name: words})

    def order(self, order: str) -> Choices:
        """Read every date in an order."""
        return dataclasses.replace(self, date_order=order)


def begin(
    seen: Inspection, needed: Iterable[str] = (), fitting: FittingProfile | None = None, *, sheet: str = ""
) -> Choices:  # fmt: skip
    """The choices a person finds: as the file was recognised, or as they were remembered.

    Args:
        seen: What the file is.
        needed: Fields the promises read.
        fitting: A remembered mapping for it.
        sheet: A sheet that was chosen by hand.
    """
    columns = {one.header: one.field for one in seen.columns}
    several = seen.sheet if len(seen.sheets) > 1 else ""
    if seen.kind != "leads" and seen.own is None:
        told = columns if seen.kind == "activities" else {}
        other = Choices(told, kind=seen.kind, sheet=sheet or several, header_row=seen.header_row)
        return _remembered(other, fitting) if fitting is not None and told else other
    held = list(columns.values())
    shares = frozenset(
        one.header for one in seen.columns if (one.field and held.count(one.field) > 1) or _is_time_of_day(one)
    )
    custom = {same_header(name.removeprefix(CUSTOM)): name for name in needed if name.startswith(CUSTOM)}
    own = {header: custom[same_header(header)] for header in columns if same_header(header) in custom}
    made = Choices(
        columns, own=own, shares=shares, sheet=sheet or several,
        header_row=seen.header_row, is_own=seen.own is not None,
    )  # fmt: skip
    return _remembered(made, fitting) if fitting is not None and not made.is_own else made


def must_look(seen: Inspection | None, choices: Choices) -> bool:
    """Is a column a date or a word by now whose values were not looked at as such?"""
    if seen is None or choices.is_own:
        return False
    changed = (now for one in seen.columns if (now := choices.columns.get(one.header, "")) not in {"", one.field})
    if choices.kind:
        return ACTIVITY_DATE in changed
    return any(name in WORD_FIELDS or FIELD[name].kind == "instant" for name in changed)


def remembered_kind(seen: Inspection, fitting: FittingProfile | None) -> str:
    """What the rows of a file are as they were remembered, else as they look."""
    if fitting is None or seen.own is not None:
        return seen.kind
    return fitting.profile.mapping.get("kind") or "leads"


def _remembered(made: Choices, fitting: FittingProfile) -> Choices:
    known = {same_header(header): name for header, name in fitting.columns.items()}
    given = fitting.profile.mapping
    kept = {same_header(header) for header in given.get("keep", ())}
    columns, remembered = {}, set()
    for header in made.columns:
        if same_header(header) in known:
            columns[header] = known[same_header(header)]
            remembered.add(header)
    taken = {name for name in columns.values() if name}
    for header, name in made.columns.items():
        columns.setdefault(header, "" if name in taken else name)
    return dataclasses.replace(
        made,
        columns=columns,
        keep=tuple(header for header in columns if same_header(header) in kept),
        remembered=frozenset(remembered),
        added=frozenset(fitting.added),
        date_order=given.get("date_order") or "",
        timezone=given.get("timezone") or "",
        values={name: dict(words) for name, words in (given.get("values") or {}).items()},
        private=bool(given.get("private")),
    )


def _is_time_of_day(column: InspectedColumn) -> bool:
    """Do its values look like times without a day?"""
    samples = [one.strip() for one in column.samples if one.strip()]
    return bool(samples) and all(_TIME_OF_DAY.fullmatch(one) for one in samples)
