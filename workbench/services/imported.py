"""What came of reading a foreign file for an agreement, and of keeping it. Must not know either face."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.base.language import Language
from workbench.fields.value import plain

if TYPE_CHECKING:
    from workbench.sheets.reading import Reading
    from workbench.sheets.said import Said
    from workbench.storage.records.imports import NewTotal


@dataclass(frozen=True, eq=False)
class ReadFile:
    """A file that was read and compared with the log, not yet kept.

    Attributes:
        path: The file.
        mapping: The mapping it was read with, as a mapping file says it.
        reading: Its leads and what was not taken.
        added: Leads that would be new.
        updated: Leads that would change.
        unchanged: Leads that say what is known.
        totals: Totals of periods that it brings and that say something else than what is known.
        changes: What changed in the export since the last one of its kind.
    """

    path: Path
    mapping: MappingOf[str, Any]
    reading: Reading
    added: int
    updated: int
    unchanged: int
    totals: tuple[NewTotal, ...] = ()
    changes: tuple[Said, ...] = ()

    @property
    def brings(self) -> int:
        """How much it has to bring: leads, leads that activities are joined to, or totals."""
        counted = self.added + self.updated + self.unchanged
        return max(counted, len(self.reading.leads) if self.reading.kind == "leads" else 0, len(self.totals))

    @property
    def as_of(self) -> dt.date | None:
        """The instant or day the file speaks for."""
        return self.reading.as_of_day or self.reading.as_of

    def problems(self, language: Language) -> list[dict[str, Any]]:
        """Rejected rows and values that were not taken: sheet, row, column, value, reason."""
        rejected = [
            {
                "sheet": self.reading.sheet,
                "row": one.row,
                "column": None,
                "value": None,
                "reason": one.why.message(language),
            }
            for one in self.reading.rejected
        ]
        return rejected + [
            {
                "sheet": one.sheet,
                "row": one.row,
                "column": one.column,
                "value": one.value,
                "reason": one.why.message(language),
            }
            for one in self.reading.problems
        ]


@dataclass(frozen=True, eq=False)
class Imported:
    """What an import came to.

    Attributes:
        batch: Number of the kept import; nothing after a dry run.
        read: What was read.
    """

    batch: int | None
    read: ReadFile

    def document(self, language: Language) -> dict[str, Any]:
        """As `import --json` answers."""
        read, as_of = self.read, self.read.as_of
        return {
            "batch": self.batch,
            "kind": read.reading.kind,
            "added": read.added,
            "updated": read.updated,
            "unchanged": read.unchanged,
            "rejected": len(read.reading.rejected),
            "skipped": len(read.reading.skipped),
            "repeated": read.reading.repeated,
            "totals": [
                {"metric": one.metric, "period": one.period, "value": None if one.value is None else plain(one.value)}
                for one in read.totals
            ],
            "problems": read.problems(language),
            "changes": [one.message(language) for one in read.changes],
            "notes": [note.message(language) for note in read.reading.notes],
            "as_of": as_of.isoformat() if as_of else None,
        }
