"""The comparison of two versions: the numbers that were agreed anew first, then every changed text word by word.

Must not know ReportLab or who asks.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.agreement.commitment import Commitment
from workbench.agreement.commitments import commitments
from workbench.agreement.contents import SECTION
from workbench.agreement.labels import path_label
from workbench.agreement.model import Agreement, shown_in
from workbench.agreement.sentences import short_name, target_text
from workbench.agreement.version import VersionHeader
from workbench.base.language import N_, Language
from workbench.documents.blocks import (
    Block,
    Chip,
    Clause,
    Column,
    Document,
    Fact,
    Grid,
    GridRow,
    Note,
    Opening,
    Paper,
    Run,
    Subheading,
)
from workbench.documents.compose.identity import grouped, version_meta
from workbench.fields.amounts import duration_text, show_number
from workbench.fields.change import Change, diff
from workbench.fields.declare import fields_of
from workbench.fields.links import RowsKind
from workbench.fields.moments import show_day
from workbench.fields.path import declared, get
from workbench.fields.redline import redline
from workbench.fields.value import Duration, Row, Shown


@dataclass(frozen=True)
class Compared:
    """One of the two versions.

    Attributes:
        header: Which version.
        agreement: Its content.
        signed: How many have signed it.
        required: How many must.
    """

    header: VersionHeader
    agreement: Agreement
    signed: int = 0
    required: int = 0


@dataclass(frozen=True)
class _Number:
    """A number of a commitment that is another: the paths of the fields behind it are not told again as text."""

    row: GridRow
    path: str
    values: tuple[object, object] | None


def compose_redline(before: Compared, after: Compared, language: Language, paper: Paper = "A4") -> Document:
    """What a later version says differently, in a language.

    Args:
        before: The older one.
        after: The newer one.
        language: Of the document.
        paper: Size of the page.
    """
    old, new = shown_in(before.agreement, language), shown_in(after.agreement, language)
    say = language.text
    known = commitments(before.agreement), commitments(after.agreement)
    numbers = list(_numbers(*known, old, new))
    changes = [one for one in diff(before.agreement, after.agreement) if not one.path.startswith("workshop")]
    texts = [one for one in changes if not _is_told(one, numbers)]
    title = say(N_("What changed from version {a} to version {b}")).format(
        a=before.header.number, b=after.header.number
    )
    facts = (_version(before, old), _version(after, new), Fact(say(N_("Why")), after.header.message))
    blocks: list[Block] = [Opening(say(N_("Comparison")), title, _lead(texts, numbers, *known, new), facts)]
    if numbers:
        blocks.append(_number_table(numbers, before, after, language))
    blocks.extend(_texts(texts, before.agreement, after.agreement, old, new))
    same = [one.title for one in SECTION.values() if not any(_section(change) == one.name for change in changes)]
    if changes and same:
        blocks.append(Note(say(N_("Unchanged: {sections}.")).format(sections=", ".join(map(say, same))), full=True))
    meta = dataclasses.replace(
        version_meta(after.agreement, after.header, language, paper),
        title=title,
        version=say(N_("Versions {a} and {b}")).format(a=before.header.number, b=after.header.number),
        short_hash=f"{grouped(before.header.hash, 8)} → {grouped(after.header.hash, 8)}",
    )
    return Document(meta, tuple(blocks))


def _section(change: Change) -> str:
    return change.path.partition(".")[0]


def _version(one: Compared, shown: Shown) -> Fact:
    say = shown.language.text
    words = say(N_("{day}, saved by {name}")).format(day=show_day(one.header.at.date(), shown), name=one.header.author)
    if one.required:
        words += ", " + say(N_("signed by {n} of {all}")).format(n=one.signed, all=one.required)
    return Fact(say(N_("Version {n}")).format(n=one.header.number), f"{words}; {grouped(one.header.hash, 16)}")


def _lead(
    texts: Sequence[Change],
    numbers: Sequence[_Number],
    before: Sequence[Commitment],
    after: Sequence[Commitment],
    shown: Shown,
) -> str:
    count, say = shown.language.count, shown.language.text
    if not texts and not numbers:
        return say(N_("The two versions say the same."))
    old, new = {one.id for one in before}, {one.id for one in after}
    changed = [
        count(N_("{n} text"), N_("{n} texts"), len(texts)).format(n=len(texts)),
        count(N_("{n} number"), N_("{n} numbers"), len(numbers)).format(n=len(numbers)),
    ]
    kept = [part for part, what in zip(changed, (texts, numbers), strict=True) if what]
    head = N_("{first} and {second} changed.") if len(kept) > 1 else N_("{first} changed.")
    found = [say(head).format(first=kept[0], second=kept[-1])]
    for form, n in (
        (count(N_("{n} commitment is new."), N_("{n} commitments are new."), len(new - old)), len(new - old)),
        (count(N_("{n} commitment was dropped."), N_("{n} commitments were dropped."), len(old - new)), len(old - new)),
    ):
        if n:
            found.append(form.format(n=n))
    if old == new:
        found.append(say(N_("No commitment is new, none was dropped.")))
    return " ".join(found)


# Numbers


def _numbers(before: Sequence[Commitment], after: Sequence[Commitment], old: Shown, new: Shown) -> Iterator[_Number]:
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
            yield _Number(GridRow(cells), "", None)
    is_there = {one.id for one in after}
    for one in before:
        if one.id not in is_there:
            cells = (Chip(one.label, one.by), short_name(one, old), target_text(one, old), "–", say(N_("dropped")))
            yield _Number(GridRow(cells), "", None)


def _changed(was: Commitment, one: Commitment, old: Shown, new: Shown) -> Iterator[_Number]:
    chip, name = Chip(one.label, one.by), short_name(one, new)
    if was.target != one.target:
        cells = (chip, name, target_text(was, old), target_text(one, new), _difference(was, one, new))
        yield _Number(GridRow(cells), one.path, (was.target, one.target))
    times = [each.clock.within if each.clock else None for each in (was, one)]
    if times[0] != times[1] and times[0] is not None and times[1] is not None:
        cells = (
            chip,
            name,
            duration_text(times[0], old),
            duration_text(times[1], new),
            _shift(times[0], times[1], new),
        )
        yield _Number(GridRow(cells), one.path, (times[0], times[1]))


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
    return ("+" if by > 0 else "−") + show_number(abs(by), shown)


def _number_table(numbers: Sequence[_Number], before: Compared, after: Compared, language: Language) -> Grid:
    text = language.text
    version = text(N_("Version {n}"))
    columns = (
        Column("", "figures"),
        Column(text(N_("What changed"))),
        Column(version.format(n=before.header.number), "number"),
        Column(version.format(n=after.header.number), "result"),
        Column(text(N_("Difference")), "number"),
    )
    return Grid(columns, tuple(one.row for one in numbers), text(N_("Numbers")), full=True)


def _is_told(change: Change, numbers: Sequence[_Number]) -> bool:
    """Whether the table of numbers has said it already."""
    row = change.path.rpartition(".")[0]
    return change.how == "changed" and any(
        row == one.path.rpartition(".")[0] and (change.before, change.after) == one.values for one in numbers
    )


# Text


def _texts(changes: Sequence[Change], before: Agreement, after: Agreement, old: Shown, new: Shown) -> Iterator[Block]:
    say, section = new.language.text, ""
    if changes:
        key = (
            Run(say(N_("inserted")), change="inserted"), "\u2003", Run(say(N_("deleted")), change="deleted"),
            "\u2003" + say(N_("A bar in the margin marks every change.")),
        )  # fmt: skip
        yield Subheading(say(N_("Text")), aside=key)
    for change in changes:
        name = _section(change)
        info = SECTION.get(name)
        if info is not None and name != section:
            section = name
            yield Subheading(f"{info.number}\u2002{say(info.title)}")
        there = before if change.how == "removed" else after
        label = path_label(there, change.path, new.language)
        title = label.partition(", ")[2] or label
        texts = _said(before, change.path, change.before, old), _said(after, change.path, change.after, new)
        words = _whole(*texts) if change.how == "moved" else _runs(*texts)
        yield Clause("", words, title=title, changed=True)


def _whole(before: str, after: str) -> tuple[str | Run, ...]:
    """One text for another, each on lines of its own: in a list of another order single words tell nothing."""
    return Run(before, change="deleted"), "\n", Run(after, change="inserted")


def _runs(before: str, after: str) -> tuple[str | Run, ...]:
    if len(before.split()) == len(after.split()) == 1:  # one word for another: the marks alone would not part them
        return Run(before, change="deleted"), " ", Run(after, change="inserted")
    return tuple(
        text if kind == "same" else Run(text, change="inserted" if kind == "inserted" else "deleted")
        for kind, text in redline(before, after)
    )


def _said(agreement: Agreement, path: str, value: object, shown: Shown) -> str:
    """A value in words; a whole row as its labels and values; an order as the names in order."""
    if value is None:
        return ""
    if isinstance(value, Row):
        return _row(value, shown)
    kind = declared(agreement, path)[2].kind
    if isinstance(kind, RowsKind):
        names = {row.key: kind.row_name(row, shown) for row in get(agreement, path)}
        keys: tuple[str, ...] = value if isinstance(value, tuple) else ()
        return ", ".join(names.get(key) or key for key in keys)
    return "" if kind.is_empty(value) else str(kind.format(value, shown))


def _row(row: Row, shown: Shown) -> str:
    parts: list[str] = []
    for name, field in fields_of(type(row)).items():
        value = getattr(row, name)
        if field.kind.is_empty(value):
            continue
        if isinstance(field.kind, RowsKind):
            said = "; ".join(_row(one, shown) for one in value)
        else:
            said = field.kind.format(value, shown)
        parts.append(f"{shown.language.text(field.label)}: {said}")
    return ". ".join(parts) + "." if parts else ""
