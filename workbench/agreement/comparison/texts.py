"""The text of two agreements beside each other, promise by promise and field by field. Must not know numbers.

A promise is compared as the sentence it prints as, because that is what people agreed to. What it does not say (its
owner, say) follows as fields of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from workbench.agreement.commitment import Commitment
from workbench.agreement.comparison.naming import Naming, Placed
from workbench.agreement.comparison.numbers import is_number, kind_of
from workbench.agreement.contents import SECTION
from workbench.agreement.labels import value_text
from workbench.agreement.sentences import sentence, short_name
from workbench.base.language import N_
from workbench.fields.change import Change
from workbench.fields.declare import fields_of
from workbench.fields.links import RowsKind
from workbench.fields.redline import Run, redline
from workbench.fields.value import Row
from workbench.fields.words import YesNoKind

TextHow = Literal["changed", "added", "removed", "moved"]
HOW_LABEL: dict[TextHow, str] = {
    "changed": N_("Changed"),
    "added": N_("Added"),
    "removed": N_("Removed"),
    "moved": N_("Order"),
}


@dataclass(frozen=True)
class TextRow:
    """One piece of text before and after.

    Attributes:
        path: Where it is.
        placed: What that place is called.
        how: What happened to it.
        runs: The text with its changes; for a list whose order changed, the new order.
    """

    path: str
    placed: Placed
    how: TextHow
    runs: tuple[Run, ...]


def text_rows(changes: Iterable[Change], old: Naming, new: Naming) -> tuple[TextRow, ...]:
    """What changed in the text, section by section, the promises of a row before its other fields."""
    return tuple(sorted(_Writer(old, new).rows(changes), key=lambda row: row.placed.section))


class _Writer:
    """Writes the rows of one comparison; each promise once."""

    def __init__(self, old: Naming, new: Naming) -> None:
        self._old, self._new = old, new
        self._before = {one.id: one for one in old.commitments}
        self._after = {one.id: one for one in new.commitments}
        self._told: set[str] = set()

    def rows(self, changes: Iterable[Change]) -> Iterator[TextRow]:
        waiting = list(changes)
        for change in waiting:
            row = _row_of(change.path)
            if row and change.how == "changed":
                yield from self._promises(row)
            yield from self._row(change, row)
        for one in (*self._after.values(), *self._before.values()):  # a sentence that names what changed elsewhere
            yield from self._promise(one.id)

    def _promises(self, row: str) -> Iterator[TextRow]:
        for one in self._new.promises_in(row):
            yield from self._promise(one.id)

    def _promise(self, key: str) -> Iterator[TextRow]:
        """A promise whose sentence changed, or which came or went with a field of a row that stayed."""
        before, after = self._before.get(key), self._after.get(key)
        if key in self._told:
            return
        was = sentence(before, self._old.shown) if before else ""
        now = sentence(after, self._new.shown) if after else ""
        if was != now:
            self._told.add(key)
            how: TextHow = "changed" if was and now else "added" if now else "removed"
            one, naming = (after, self._new) if after else (before, self._old)
            assert one is not None  # it stands on one side at least
            yield TextRow(one.path, _placed(one, naming), how, redline(was, now))

    def _row(self, change: Change, row: str) -> Iterator[TextRow]:
        if change.how in {"added", "removed"}:
            yield from self._whole_row(change)
            return
        naming = self._new
        if change.how == "moved":
            order = value_text(naming.agreement, change.path, change.after, naming.shown.language)
            yield TextRow(change.path, naming.placed(change.path), "moved", (("same", order),))
            return
        kind = kind_of(change, naming)
        if kind is None or is_number(kind):
            return
        was, now = kind.format(change.before, self._old.shown), kind.format(change.after, naming.shown)
        if not (row and self._is_said(row, was, now)) and was != now:
            yield TextRow(change.path, naming.placed(change.path), "changed", redline(was, now))

    def _is_said(self, row: str, was: str, now: str) -> bool:
        """Whether the sentences of a row's promises say the change already."""
        told = [key for key in self._told if key == row or key.startswith(f"{row}.")]
        old = " ".join(sentence(self._before[key], self._old.shown) for key in told if key in self._before)
        new = " ".join(sentence(self._after[key], self._new.shown) for key in told if key in self._after)
        return bool(told) and was in old and now in new

    def _whole_row(self, change: Change) -> Iterator[TextRow]:
        gone = change.how == "removed"
        naming, row = (self._old, change.before) if gone else (self._new, change.after)
        promises = naming.promises_in(change.path)
        self._told.update(one.id for one in promises)
        said = [sentence(one, naming.shown) for one in promises]
        rest = _row_text(row, naming, " ".join(said), skip_numbers=bool(promises))
        if len(promises) == 1:  # one piece of text then
            said, rest = [f"{said[0]} {rest}".strip()], ""
        for one, text in zip(promises, said, strict=True):
            yield TextRow(one.path, _placed(one, naming), change.how, _all(gone, text))
        if rest or not promises:
            yield TextRow(change.path, naming.placed(change.path), change.how, _all(gone, rest))


def _all(gone: bool, text: str) -> tuple[Run, ...]:
    return (("removed" if gone else "inserted", text),) if text else ()


def _placed(one: Commitment, naming: Naming) -> Placed:
    section = SECTION[one.path.partition(".")[0]].number
    return Placed(section, one.label, one.by, short_name(one, naming.shown))


def _row_of(path: str) -> str:
    """The row a field stands in, nested lists counted with the outermost; empty for a field of a section."""
    return path.partition("]")[0] + "]" if "]" in path else ""


def _row_text(row: Row, naming: Naming, said: str = "", *, skip_numbers: bool = False) -> str:
    """The filled fields of a row as `Label: value`, those that a sentence says already left out."""
    parts: list[str] = []
    for name, field in fields_of(type(row)).items():
        value: Any = getattr(row, name)
        if field.kind.is_empty(value) or (isinstance(field.kind, YesNoKind) and not value):
            continue
        if skip_numbers and is_number(field.kind):
            continue
        text = _inline(value, naming) if isinstance(field.kind, RowsKind) else field.kind.format(value, naming.shown)
        if text and not (said and text in said):
            parts.append(f"{naming.shown.language.text(field.label)}: {text.rstrip('.')}.")
    return " ".join(parts)


def _inline(rows: Sequence[Row], naming: Naming) -> str:
    """Rows inside a row, on one line."""
    return "; ".join(_row_text(row, naming).rstrip(".") for row in rows)
