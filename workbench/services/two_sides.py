"""Where two changed the same places of an agreement, and what each says there. Must not know either face."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from workbench.agreement.labels import path_label, value_text
from workbench.agreement.model import Agreement
from workbench.base.language import Language
from workbench.fields.codec import encode
from workbench.fields.merge import Conflict


@dataclass(frozen=True, kw_only=True)
class TwoSides:
    """Two contents and the places that both changed.

    Attributes:
        conflicts: Places both changed, differently; where they were settled, how they stood before.
        mine: Our content, for words; nothing where no two contents were compared.
        other: Their content.
    """

    conflicts: tuple[Conflict, ...] = ()
    mine: Agreement | None = None
    other: Agreement | None = None

    def place(self, conflict: Conflict, language: Language) -> str:
        """Where a conflict is, in words."""
        there = self.other if conflict.is_row and conflict.ours is None else self.mine
        return path_label(there, conflict.path, language) if there is not None else conflict.path

    def sides(self, conflict: Conflict, language: Language) -> tuple[str, str]:
        """What both say, in words; empty for a removed row or an empty field."""
        found = []
        for content, value in ((self.mine, conflict.ours), (self.other, conflict.theirs)):
            gone = content is None or value is None
            found.append("" if gone or content is None else value_text(content, conflict.path, value, language))
        return found[0], found[1]

    def places(self, language: Language) -> list[dict[str, Any]]:
        """The conflicts as commands answer them with `--json`."""
        return [
            {"path": one.path, "label": self.place(one, language), "base": encode(one.base),
             "ours": encode(one.ours), "theirs": encode(one.theirs)}
            for one in self.conflicts
        ]  # fmt: skip
