"""One section on its way to paper: numbered clauses, tables from rows, and whatever is left printed at the end.

Keeps account of which fields were printed, so that none is forgotten. Must not know any particular section.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.agreement.commitment import Commitment, Side
from workbench.agreement.contents import SectionInfo
from workbench.agreement.model import Agreement, shown_in
from workbench.agreement.team_names import team_inside, team_name
from workbench.base.language import N_, Language
from workbench.documents.blocks import (
    AnyCell,
    Block,
    Bullets,
    Chip,
    Clause,
    Column,
    ColumnRole,
    Fact,
    Facts,
    Grid,
    GridRow,
    Run,
    Section,
    Words,
)
from workbench.fields.declare import Field, fields_of
from workbench.fields.links import RowsKind
from workbench.fields.value import Row, Shown
from workbench.fields.words import TextKind, TextsKind, YesNoKind


def strong(text: str) -> Run:
    """Words in bold."""
    return Run(text, strong=True)


@dataclass(frozen=True)
class Col:
    """One column of a table of rows.

    Attributes:
        name: Field of the row.
        role: What it holds.
        title: Its head; the field's label without one.
    """

    name: str
    role: ColumnRole = "text"
    title: str = ""


TEAMS: tuple[Side, ...] = ("marketing", "sales", "both")
SHORT_LIST, SHORT_ENTRY = 150, 34
"""A list of at most so many characters, with entries of at most so many, is printed on one line."""


class Page:
    """A section being written."""

    def __init__(
        self, agreement: Agreement, info: SectionInfo, language: Language, commitments: Sequence[Commitment]
    ) -> None:
        self.agreement = agreement
        self.info = info
        self.shown: Shown = shown_in(agreement, language)
        self.section: Any = getattr(agreement, info.name)
        self._commitments = commitments
        self._used: set[str] = set()
        self._number = 0
        self.blocks: list[Block] = [
            Section(info.name, self.say(info.title), str(info.number), lead=self.say(info.lead))
        ]

    def say(self, message: str, **values: object) -> str:
        """A message in the document's language, its braces filled."""
        text = self.shown.text(message)
        return text.format(**values) if values else text

    def team(self, side: Side) -> str:
        """What a team is called by itself."""
        return team_name(self.agreement.teams, side, self.shown.language)

    def team_inside(self, side: Side) -> str:
        """What a team is called within a sentence."""
        return team_inside(self.agreement.teams, side, self.shown.language)

    # what is printed ---------------------------------------------------------------------------------------------

    def value(self, name: str) -> Any:
        """The value of a field, which counts as printed from now on."""
        self._used.add(name)
        return getattr(self.section, name)

    def text(self, name: str) -> str:
        """A field as a reader expects it; counts as printed."""
        return self._field(name).kind.format(self.value(name), self.shown)

    def label(self, name: str) -> str:
        """What a field is called."""
        return self.say(self._field(name).label)

    def chips(self, *lists: str) -> tuple[Chip, ...]:
        """The labels of the commitments that come from lists of this section, team by team."""
        wanted = tuple(f"{self.info.name}.{one}[" for one in lists)
        mine = [one for one in self._commitments if one.path.startswith(wanted)]
        return tuple(Chip(one.label, side) for side in TEAMS for one in mine if one.by == side)

    def promises(self, name: str) -> None:
        """Mark a list of promises as printed: its rows stand in the schedule."""
        self._used.add(name)

    def _field(self, name: str) -> Field:
        return fields_of(type(self.section))[name]

    # blocks ------------------------------------------------------------------------------------------------------

    def add(self, *blocks: Block) -> None:
        """Put blocks down as they are."""
        self.blocks.extend(blocks)

    def clause(self, words: Words, chips: tuple[Chip, ...] = (), *, leads_on: bool = False) -> None:
        """A numbered clause; nothing where there are no words."""
        if words:
            self._number += 1
            self.blocks.append(Clause(f"{self.info.number}.{self._number}", words, chips, leads_on=leads_on))

    def titled(self, title: str, text: str, chips: tuple[Chip, ...] = ()) -> None:
        """A numbered clause that begins with a few words in bold; nothing without a text."""
        if text:
            self.clause((strong(title.rstrip(".") + ". "), *_lines(text)), chips)

    def prose(self, *names: str) -> None:
        """Fields of running text as clauses named by their labels."""
        for name in names:
            self.titled(self.label(name), self.text(name))

    def bullets(self, name: str) -> None:
        """A list of words under a clause that names it; on one line where the words are few and short."""
        entries = self.value(name)
        if not entries:
            return
        title = self.label(name).rstrip(".")
        inline = ", ".join(entries)
        if len(inline) <= SHORT_LIST and all(len(one) <= SHORT_ENTRY for one in entries):
            self.titled(title, inline + ".")
            return
        self.clause((strong(title + "."),))
        self.blocks.append(Bullets(tuple(entries)))

    def facts(self, *names: str) -> None:
        """Short fields as one clause of labels and values; those without an answer are left out."""
        pieces: list[Run | str] = []
        for name in names:
            text = self.text(name)
            if text:
                pieces += [strong(self.label(name) + ": "), text + ". "]
        self.clause(tuple(pieces))

    def grid(
        self,
        name: str,
        columns: Sequence[Col],
        *,
        caption: str = "",
        note: Words = "",
        full: bool = False,
    ) -> None:
        """The rows of a list as a table; filled fields without a column stand in small type under the row.

        Args:
            name: Of the list.
            columns: From left to right; those in which no row has a value are left out.
            caption: Above the table; the list's label without one.
            note: Below it.
            full: From the left margin.
        """
        rows: tuple[Row, ...] = self.value(name)
        if rows:
            title = caption or self.label(name)
            self.blocks.append(self.grid_of(rows, columns, caption=title, note=note, full=full))

    def grid_of(
        self,
        rows: Sequence[Row],
        columns: Sequence[Col],
        *,
        caption: str,
        note: Words = "",
        full: bool = False,
        extra: Mapping[str, Mapping[str, AnyCell]] | None = None,
        said: Collection[str] = (),
    ) -> Grid:
        """Rows as a table.

        Args:
            rows: At least one, all of one class.
            columns: From left to right.
            caption: Above the table; empty for none.
            note: Below it; empty for none.
            full: From the left margin.
            extra: Cells made by hand, by row key and column name, in place of the field's own text.
            said: Fields that such cells say already.
        """
        known = fields_of(type(rows[0]))
        made = extra or {}
        kept = [one for one in columns if any(one.name in made.get(r.key, {}) or self._cell(r, one.name) for r in rows)]
        rest = [one for one in known if one not in {*said, *(col.name for col in columns)}]
        heads = tuple(
            Column(one.title or (self.say(known[one.name].label) if one.name in known else ""), one.role)
            for one in kept
        )
        lines = []
        for row in rows:
            cells: list[AnyCell] = [made.get(row.key, {}).get(one.name) or self._cell(row, one.name) for one in kept]
            lines.append(GridRow(tuple(cells), detail=self.leftover(row, rest)))
        return Grid(heads, tuple(lines), caption, note, full)

    def _cell(self, row: Row, name: str) -> str:
        field = fields_of(type(row)).get(name)
        if field is None:
            return ""
        value = getattr(row, name)
        if isinstance(field.kind, RowsKind):
            return "; ".join(self.inline(one) for one in value)
        return "" if field.kind.is_empty(value) else field.kind.format(value, self.shown)

    def inline(self, row: Row) -> str:
        """A row inside a row, on one line."""
        return ", ".join(text for name in fields_of(type(row)) if (text := self._cell(row, name)))

    def leftover(self, row: Row, names: Iterable[str]) -> str:
        """The filled fields of a row among names, as `Label: value` on one line."""
        known = fields_of(type(row))
        parts = []
        for name in names:
            field = known[name]
            if field.place == "nowhere" or (isinstance(field.kind, YesNoKind) and not getattr(row, name)):
                continue
            text = self._cell(row, name)
            if text:
                parts.append(f"{self.say(field.label)}: {text}")
        return ". ".join(parts)

    # what is left ------------------------------------------------------------------------------------------------

    def rest(self) -> tuple[Block, ...]:
        """Print every filled field that was not printed yet, and answer the section."""
        short: list[Fact] = []
        for name, field in fields_of(type(self.section)).items():
            value = getattr(self.section, name)
            if name in self._used or field.kind.is_empty(value) or field.place in {"nowhere", "annex", "signatures"}:
                continue
            if isinstance(field.kind, RowsKind):
                columns = [Col(one) for one in fields_of(field.kind.row)][:5]
                self.grid(name, columns)
            elif isinstance(field.kind, TextKind) and field.kind.lines:
                self.prose(name)
            elif isinstance(field.kind, TextsKind):
                self.titled(self.label(name), ", ".join(self.value(name)) + ".")
            elif not isinstance(field.kind, YesNoKind) or value:
                short.append(Fact(self.label(name), self.text(name)))
        if short:
            self.blocks.append(Facts(tuple(short)))
        if len(self.blocks) == 1:  # the heading alone
            self.blocks.append(Clause("", (Run(self.say(N_("Nothing was agreed here.")), tone="quiet"),)))
        return tuple(self.blocks)

    def skipped(self, reason: str) -> tuple[Block, ...]:
        """The section when the room left it out."""
        self.clause(self.say(N_("Both teams left this section out. {reason}"), reason=reason))
        return tuple(self.blocks)


def _lines(text: str) -> tuple[Run | str, ...]:
    return (text,)
