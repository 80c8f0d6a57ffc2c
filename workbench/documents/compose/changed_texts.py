"""Texts two versions say differently, word by word, under the sections they stand in.

Must not know numbers or who asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.agreement.contents import SECTION
from workbench.agreement.labels import path_label
from workbench.agreement.model import Agreement
from workbench.base.language import N_
from workbench.documents.blocks import Block, Clause, Run, Subheading
from workbench.fields.change import Change
from workbench.fields.declare import fields_of
from workbench.fields.links import RowsKind
from workbench.fields.path import declared, get
from workbench.fields.redline import redline
from workbench.fields.value import Row, Shown


def text_blocks(
    changes: Sequence[Change], before: Agreement, after: Agreement, old: Shown, new: Shown
) -> Iterator[Block]:
    """The changed texts with a key to their marks; nothing where none changed."""
    say, section = new.language.text, ""
    if changes:
        key = (
            Run(say(N_("inserted")), change="inserted"), "\u2003", Run(say(N_("deleted")), change="deleted"),
            "\u2003" + say(N_("A bar in the margin marks every change.")),
        )  # fmt: skip
        yield Subheading(say(N_("Text")), aside=key)
    for change in changes:
        info = SECTION.get(section_of(change))
        if info is not None and info.name != section:
            section = info.name
            yield Subheading(f"{info.number}\u2002{say(info.title)}")
        texts = _said(before, change.path, change.before, old), _said(after, change.path, change.after, new)
        words = _whole(*texts) if change.how == "moved" else _runs(*texts)
        yield Clause("", words, title=_title(change, before, after, new), changed=True)


def section_of(change: Change) -> str:
    """The name of the section a change is in."""
    return change.path.partition(".")[0]


def _title(change: Change, before: Agreement, after: Agreement, shown: Shown) -> str:
    """Where the change is. Words that are struck or new below are no heading: a row is then named by its list alone."""
    there = before if change.how == "removed" else after
    rows, bracket, rest = change.path.rpartition("[")
    value = change.before if change.how == "removed" else change.after
    if bracket and change.how in {"added", "removed"}:
        label = path_label(there, rows, shown.language)
    elif bracket and isinstance(value, str) and _names_itself(there, rows, rest.partition("]")[0], value, shown):
        field = declared(there, change.path)[2]
        label = f"{path_label(there, rows, shown.language)}, {shown.language.text(field.label)}"
    else:
        label = path_label(there, change.path, shown.language)
    return label.partition(", ")[2] or label


def _names_itself(agreement: Agreement, rows: str, key: str, value: str, shown: Shown) -> bool:
    """Whether a row of a list is called by the very text that changed in it."""
    kind = declared(agreement, rows)[2].kind
    row = next((one for one in get(agreement, rows) if one.key == key), None)
    return isinstance(kind, RowsKind) and row is not None and kind.row_name(row, shown) == value


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
    """A row as `Label: value`; the value alone where it is all the row says."""
    parts: list[tuple[str, str]] = []
    for name, field in fields_of(type(row)).items():
        value = getattr(row, name)
        if field.kind.is_empty(value):
            continue
        if isinstance(field.kind, RowsKind):
            said = "; ".join(_row(one, shown) for one in value)
        else:
            said = field.kind.format(value, shown)
        parts.append((shown.language.text(field.label), said))
    if len(parts) == 1:
        return parts[0][1]
    return ". ".join(f"{label}: {said.rstrip('.')}" for label, said in parts) + "." if parts else ""
