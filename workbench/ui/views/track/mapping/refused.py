"""Why rows are rejected and values are not taken, by reason, with how often and an example."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from workbench.base.language import N_, Language
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item
from workbench.ui.tables.cells.lines import Lines
from workbench.ui.tables.cells.number import Number
from workbench.ui.tables.column import Column
from workbench.ui.tables.rows import RowsModel
from workbench.ui.tables.table import Table
from workbench.ui.theme.fonts import MEDIUM, SEMIBOLD
from workbench.ui.views.track.mapping.section import Section
from workbench.ui.views.track.names import Names

if TYPE_CHECKING:
    from workbench.services.imported import ReadFile

MOST = 6


class Reason(NamedTuple):
    """A reason.

    Attributes:
        often: How often.
        why: In a sentence.
        example: Where for example.
        is_row: A whole row is rejected for it.
    """

    often: int
    why: str
    example: str
    is_row: bool


class Refused(Section):
    """The part about what is not taken.

    Args:
        language: For the words.
        names: Whether people are shown.
    """

    def __init__(self, language: Language, names: Names) -> None:
        self._language, self._text, self._names = language, language.text, names
        super().__init__("circle-x", self._text(N_("What is not taken")))
        self.wait()

    def wait(self) -> None:
        """Nothing was tried out as it is decided now."""
        self.say("", "idle")
        self.replace(Label(self._text(N_("Not tried out yet.")), "muted"))

    def show_tried(self, found: ReadFile) -> None:
        """Show the reasons of a trial."""
        text = self._text
        reasons = sorted(_reasons(found, self._language, self._names), key=lambda one: (not one.is_row, -one.often))
        rows, values = len(found.reading.rejected), len(found.reading.problems)
        if not reasons:
            self.say(text(N_("Nothing")), "ok")
            self.replace(Label(text(N_("Every row and every value is taken.")), "body", wrap=True))
            return
        parts = []
        if rows:
            parts.append(self._language.count("{n} row", "{n} rows", rows).format(n=f"{rows:,}"))
        if values:
            parts.append(self._language.count("{n} value", "{n} values", values).format(n=f"{values:,}"))
        self.say(", ".join(parts), "bad" if rows else "warn")
        items: list[Item] = [_table(reasons[:MOST], text(N_("Reasons, with how often each occurs")))]
        if len(reasons) > MOST:
            more = self._language.count("and {n} more reason", "and {n} more reasons", len(reasons) - MOST)
            items.append(Label(more.format(n=len(reasons) - MOST), "muted"))
        self.replace(*items)


def _table(reasons: list[Reason], name: str) -> Table:
    columns: list[Column[Reason]] = [
        Column("n", "", lambda one: Number(f"{one.often:,}", SEMIBOLD, "bad" if one.is_row else "warn", 13, 6), 46,
               right=True),
        Column("why", "", lambda one: Lines(one.why, one.example, size=12, weight=MEDIUM, color="sub", left=4)),
    ]  # fmt: skip
    return Table(
        RowsModel(columns, reasons), name=name, row_height=38, head_height=0, fits=True, selects=False, hairlines=False
    )


def _reasons(found: ReadFile, language: Language, names: Names) -> Iterator[Reason]:
    text, reading = language.text, found.reading
    counts: dict[tuple[str, str], int] = {}
    first: dict[tuple[str, str], tuple[str, str]] = {}
    for row in reading.rejected:
        key = ("row", row.why.code)
        counts[key] = counts.get(key, 0) + 1
        where = text(N_("whole row, such as row {n}")).format(n=f"{row.row:,}")
        first.setdefault(key, (row.why.message(language), where))
    for one in reading.problems:
        key = (one.column, one.why.code)
        counts[key] = counts.get(key, 0) + 1
        if key not in first:
            value = names.foreign(one.value, reading.fields.get(one.column, ""))
            where = text(N_("{column}, row {n}: {value}")).format(column=one.column, n=f"{one.row:,}", value=value)
            first[key] = (names.sentence(one.why.message(language)), where)
    for key, count in counts.items():
        why, where = first[key]
        yield Reason(count, why.rstrip("."), where, key[0] == "row")
