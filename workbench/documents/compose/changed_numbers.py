"""Numbers two versions agree differently, as rows of a table: of commitments first, then of all other fields.

Must not know texts or who asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from workbench.agreement.commitment import Commitment
from workbench.agreement.contents import SECTION
from workbench.agreement.labels import path_label
from workbench.agreement.model import Agreement
from workbench.agreement.sentences import short_name, target_text
from workbench.base.language import N_, Language
from workbench.documents.blocks import Chip, Column, Grid, GridRow
from workbench.documents.compose.identity import version_words
from workbench.fields.amounts import DurationKind, IntegerKind, NumberKind, RateKind, duration_text, show_number
from workbench.fields.change import Change
from workbench.fields.path import declared
from workbench.fields.value import Duration, Shown


@dataclass(frozen=True)
class ChangedNumber:
    """A number that is another: the paths of the fields behind it are not told again as text.

    Attributes:
        row: As printed: whose, what, before, after, by how much.
        path: Of the field; empty for a commitment that is new or was dropped.
        values: Before and after; nothing for a commitment that is new or was dropped.
    """

    row: GridRow
    path: str
    values: tuple[object, object] | None


def commitment_numbers(
    before: Sequence[Commitment], after: Sequence[Commitment], old: Shown, new: Shown
) -> Iterator[ChangedNumber]:
    """Numbers of commitments that differ, then commitments that are new, then those that were dropped."""
    was = {one.id: one for one in before}
    say = new.language.text
    for one in after:
        if one.id in was:
            yield from _changed(was[one.id], one, old, new)
    for one in after:
        if one.id not in was:
            cells = (
                Chip(one.label, one.by),
                short_name(one, new),
                say(N_("not agreed")),
                target_text(one, new),
                say(N_("new")),
            )
            yield ChangedNumber(GridRow(cells), "", None)
    is_there = {one.id for one in after}
    for one in before:
        if one.id not in is_there:
            cells = (Chip(one.label, one.by), short_name(one, old), target_text(one, old), "–", say(N_("dropped")))
            yield ChangedNumber(GridRow(cells), "", None)


def _changed(was: Commitment, one: Commitment, old: Shown, new: Shown) -> Iterator[ChangedNumber]:
    chip, name = Chip(one.label, one.by), short_name(one, new)
    if was.target != one.target:
        cells = (chip, name, target_text(was, old), target_text(one, new), _difference(was, one, new))
        yield ChangedNumber(GridRow(cells), one.path, (was.target, one.target))
    times = [each.clock.within if each.clock else None for each in (was, one)]
    if times[0] != times[1] and times[0] is not None and times[1] is not None:
        cells = (
            chip,
            name,
            duration_text(times[0], old),
            duration_text(times[1], new),
            _shift(times[0], times[1], new),
        )
        yield ChangedNumber(GridRow(cells), one.path, (times[0], times[1]))


def _difference(was: Commitment, one: Commitment, shown: Shown) -> str:
    if was.target is None or one.target is None or was.unit != one.unit:
        return ""
    by = one.target - was.target
    sign = "+" if by > 0 else "−"
    if one.unit == "share":
        return shown.language.text(N_("{n} pts")).format(n=sign + show_number(abs(by) * 100, shown))
    return sign + target_text(one, shown, abs(by))


def _shift(was: Duration, now: Duration, shown: Shown) -> str:
    if was.unit != now.unit:
        return ""
    by = now.amount - was.amount
    return ("+" if by > 0 else "−") + duration_text(Duration(abs(by), now.unit), shown)


def number_table(numbers: Sequence[ChangedNumber], versions: tuple[int, int], language: Language) -> Grid:
    """The table; `versions` are the two numbers, the older one first."""
    text = language.text
    columns = (
        Column("", "figures"),
        Column(text(N_("What changed"))),
        Column(version_words(versions[0], language), "number"),
        Column(version_words(versions[1], language), "result"),
        Column(text(N_("Difference")), "number"),
    )
    return Grid(columns, tuple(one.row for one in numbers), text(N_("Numbers")), full=True)


def is_told(change: Change, numbers: Sequence[ChangedNumber]) -> bool:
    """Whether the table of numbers has said it already."""
    row = change.path.rpartition(".")[0]
    return change.how == "changed" and any(
        row == one.path.rpartition(".")[0] and (change.before, change.after) == one.values for one in numbers
    )


def is_number(change: Change, after: Agreement) -> bool:
    """Whether a field of a number, an amount, a share or a duration changed."""
    return change.how == "changed" and isinstance(
        declared(after, change.path)[2].kind, IntegerKind | NumberKind | DurationKind
    )


def field_number(change: Change, after: Agreement, old: Shown, new: Shown) -> ChangedNumber:
    """A changed number that is no commitment's own."""
    section = SECTION.get(change.path.partition(".")[0])
    label = path_label(after, change.path, new.language)
    kind = declared(after, change.path)[2].kind
    cells = (
        str(section.number) if section else "",
        label.partition(", ")[2] or label,
        _shown(kind, change.before, old),
        _shown(kind, change.after, new),
        _by(kind, change.before, change.after, new),
    )
    return ChangedNumber(GridRow(cells), change.path, (change.before, change.after))


def _shown(kind: Any, value: Any, shown: Shown) -> str:
    return "–" if value is None or kind.is_empty(value) else str(kind.format(value, shown))


def _by(kind: Any, before: Any, after: Any, shown: Shown) -> str:
    if isinstance(before, Duration) and isinstance(after, Duration):
        return _shift(before, after, shown)
    if not isinstance(before, int | Decimal) or not isinstance(after, int | Decimal):
        return ""
    by = Decimal(after) - Decimal(before)
    sign = "+" if by > 0 else "−"
    if isinstance(kind, RateKind):
        return shown.language.text(N_("{n} pts")).format(n=sign + show_number(abs(by) * 100, shown))
    return sign + str(kind.format(int(abs(by)) if isinstance(kind, IntegerKind) else abs(by), shown))
