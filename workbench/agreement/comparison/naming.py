"""What a changed place is called in a comparison: section, promise, short title. Must not know what changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from workbench.agreement.commitment import Commitment, Side
from workbench.agreement.commitments import commitments
from workbench.agreement.contents import SECTION
from workbench.agreement.model import Agreement, shown_in
from workbench.agreement.sentences import short_name
from workbench.base.language import Language
from workbench.fields.declare import fields_of
from workbench.fields.links import RowsKind
from workbench.fields.path import parse_path
from workbench.fields.value import Row, Shown


@dataclass(frozen=True)
class Placed:
    """Where a change is.

    Attributes:
        section: Number of the section, 1 to 12; 0 for the title.
        label: Of the promise it belongs to, such as `M-2`; empty where it belongs to none or to several.
        side: Who made the promise; empty for none.
        title: What it is called, without the section.
    """

    section: int
    label: str
    side: Side | None
    title: str


class Naming:
    """Names the places of one agreement.

    Args:
        agreement: Where the places are.
        language: For the words.
    """

    def __init__(self, agreement: Agreement, language: Language) -> None:
        self.agreement = agreement
        self.shown: Shown = shown_in(agreement, language)

    @cached_property
    def commitments(self) -> tuple[Commitment, ...]:
        """The agreement's promises."""
        return commitments(self.agreement)

    def promises_in(self, row_path: str) -> list[Commitment]:
        """The promises that come from a row."""
        return [one for one in self.commitments if one.path == row_path or one.path.startswith(f"{row_path}.")]

    def placed(self, path: str) -> Placed:
        """What a field, row or list is called."""
        steps = parse_path(path)
        section = SECTION[steps[0]].number if steps[0] in SECTION else 0
        words: list[str] = []
        label, side = "", None
        node: Any = self.agreement
        kind: Any = None
        at = ""
        for number, step in enumerate(steps):
            at = f"{at}{step}" if step.startswith("[") or not at else f"{at}.{step}"
            if step.startswith("["):
                node = next((one for one in node or () if isinstance(one, Row) and one.key == step[1:-1]), None)
                found = self.promises_in(at)
                exact = [one for one in found if one.path == path] or (found if len(found) == 1 else [])
                side = found[0].by if found else side
                label = exact[0].label if exact else label
                words[-1:] = [self._row_name(node, kind, found, step)]
                if at == path and not found and isinstance(kind, RowsKind):
                    words.insert(-1, self._capital(kind.one))
                continue
            field = fields_of(type(node)).get(step) if node is not None else None
            kind = field.kind if field else None
            if number or step not in SECTION:
                words.append(self.shown.language.text(field.label) if field else step)
            node = getattr(node, step, None)
        return Placed(section, label, side, ": ".join(words))

    def _capital(self, message: str) -> str:
        words = self.shown.language.text(message)
        return words[:1].upper() + words[1:]

    def _row_name(self, row: Row | None, kind: Any, promises: list[Commitment], step: str) -> str:
        if len(promises) == 1:
            return short_name(promises[0], self.shown)
        named = isinstance(kind, RowsKind) and row is not None
        return kind.row_name(row, self.shown) if named else step[1:-1]
