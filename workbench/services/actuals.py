"""Imports: look at a foreign file, take its leads in, say what was not taken and why, take an import back.

Must not know either face.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping as MappingOf
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.agreement.model import Agreement, read_agreement
from workbench.base.clock import Clock
from workbench.base.errors import NotAllowedError, NotFoundError
from workbench.base.language import Language
from workbench.services.files import read_file
from workbench.services.import_changes import LeadChange, lead_changes, write_original
from workbench.services.import_order import (
    UNDECIDED,
    ImportOptions,
    ReadOrder,
    decided_mapping,
    needed_fields,
    read_ordered,
)
from workbench.services.import_problems import Problem, kept_problems
from workbench.services.imported import Imported, ReadFile
from workbench.services.privacy import instead_of_file, secret_of, stays_private
from workbench.services.profiles import Profiles
from workbench.services.progress import Cancel, Report, never, no_report
from workbench.services.tracked_version import with_version_told

if TYPE_CHECKING:
    from workbench.sheets.inspection import Inspection
    from workbench.sheets.reading import Reading
    from workbench.storage.library import Library
    from workbench.storage.records.imports import Batch
    from workbench.tracking.leads import LeadLog

MOST_BYTES = 256 * 1024 * 1024


class ActualsService:
    """Imports of the open library.

    Attributes:
        profiles: Remembered mappings.
    """

    def __init__(self, library: Library, clock: Clock, person: str) -> None:
        self._library = library
        self._clock = clock
        self._person = person
        self.profiles = Profiles(library)

    def order(self, agreement: str, path: Path, options: ImportOptions = UNDECIDED) -> ReadOrder:
        """Everything that reading a file for an agreement needs, so that the reading itself needs no library.

        Raises:
            NotFoundError: No such agreement or profile.
            NotAllowedError: The mapping will not do.
        """
        content = self._content(agreement)
        mapping, zone = decided_mapping(options, self._library.profiles), content.teams.time_zone or "UTC"
        needed, remembered = needed_fields(content), bool(options.profile)
        if stays_private(self._library, agreement):
            mapping = dataclasses.replace(mapping, private=True)
        secret = secret_of(self._library) if mapping.private else ""
        return ReadOrder(agreement, path, mapping, zone, needed, remembered, secret, self._clock.now())

    def compare(self, order: ReadOrder, reading: Reading) -> ReadFile:
        """A reading beside what is known, its leads under the identities they are known by; nothing is kept.

        Raises:
            NotAllowedError: A tracker of another agreement.
        """
        from workbench.services.comparing import compared  # noqa: PLC0415  (loads numpy and the import side)

        self._check_own(order.agreement, reading)
        reading = with_version_told(self._library, self._clock, order.agreement, reading)
        return compared(self._library, order, self._content(order.agreement), reading)

    def read(
        self,
        agreement: str,
        path: Path,
        options: ImportOptions = UNDECIDED,
        report: Report = no_report,
        cancel: Cancel = never,
    ) -> ReadFile:
        """Read a file for an agreement and compare it with what is known; nothing is kept.

        Raises:
            NotFoundError: No such agreement, file or profile.
            NotAllowedError: The mapping will not do, or a tracker is of another agreement.
            WorkbenchError: One sentence on why the file is not read.
        """
        order = self.order(agreement, path, options)
        return self.compare(order, read_ordered(order, report, cancel))

    def keep(self, agreement: str, read: ReadFile, person: str = "") -> Imported:
        """Keep a file that was read; the same file again keeps nothing new.

        Raises:
            NotFoundError: There is no such agreement.
            OutsideError: The file is gone or changed since it was read.
        """
        from workbench.base.language import language  # noqa: PLC0415
        from workbench.fields.codec import content_hash  # noqa: PLC0415
        from workbench.storage.records.imports import NewBatch  # noqa: PLC0415

        sha256 = read.reading.sha256
        instead = instead_of_file(sha256) if read.mapping.get("private") else None
        kept_as = content_hash(instead) if instead is not None else sha256
        same = next(
            (
                one
                for one in self._library.actuals.batches(agreement)
                if one.source == kept_as and one.undone_at is None and one.as_of == read.as_of
            ),
            None,
        )
        if same and not read.added and not read.updated and not read.totals:
            return Imported(same.number, read)
        source = read_file(read.path, MOST_BYTES)
        if content_hash(source) != sha256:
            raise NotAllowedError(f"{read.path.name} has changed since it was read.", "Read it again.")
        batch = self._library.actuals.add(
            agreement,
            read.reading.leads,
            NewBatch(
                source_name=read.path.name,
                mapping=read.mapping,
                as_of=read.as_of,
                added=read.added,
                updated=read.updated,
                unchanged=read.unchanged,
                rejected=len(read.reading.rejected),
                skipped=len(read.reading.skipped),
                problems=tuple(read.problems(language())),
            ),
            source=source if instead is None else instead,
            media_type="application/octet-stream",
            actor=person or self._person,
            totals=read.totals,
        )
        return Imported(batch.number, read)

    def import_file(
        self,
        agreement: str,
        path: Path,
        options: ImportOptions = UNDECIDED,
        *,
        dry_run: bool = False,
        report: Report = no_report,
        cancel: Cancel = never,
    ) -> Imported:
        """Read a file and keep it; only read it for a dry run."""
        read = self.read(agreement, path, options, report, cancel)
        return Imported(None, read) if dry_run else self.keep(agreement, read, options.person)

    def write_rejects(self, read: ReadFile, target: Path, language: Language) -> int:
        """Write rejected rows and rows with problems as the original rows plus reasons; answers how many."""
        from workbench.services.rejects import write_rejected  # noqa: PLC0415  (seldom wanted)

        return write_rejected(read, target, language)

    def log(self, agreement: str) -> LeadLog:
        """Every lead as the imports that count have left it."""
        return self._library.actuals.log(agreement)

    def batches(self, agreement: str) -> tuple[Batch, ...]:
        """Every import, in order, also those taken back."""
        return self._library.actuals.batches(agreement)

    def problems(self, agreement: str, number: int) -> tuple[Problem, ...]:
        """The rejected rows and the values that were not taken in an import, as it was read then.

        Raises:
            NotFoundError: There is none with this number.
            DamagedError: The list is not what was kept.
        """
        return kept_problems(self._library.actuals.problems(agreement, number))

    def changes(self, agreement: str, number: int, most: int | None = None) -> tuple[LeadChange, ...]:
        """What an import changed in leads that were known; see `workbench.services.import_changes`."""
        return lead_changes(self._library, agreement, number, most)

    def write_original(self, agreement: str, number: int, target: Path) -> Path:
        """Write the file of an import as it was kept; see `workbench.services.import_changes`."""
        return write_original(self._library, agreement, number, target)

    def undo(self, agreement: str, number: int) -> Batch:
        """Take an import back as a whole.

        Raises:
            NotFoundError: There is none with this number.
        """
        return self._library.actuals.undo(agreement, number, self._person)

    def redo(self, agreement: str, number: int) -> Batch:
        """Let an import that was taken back count again."""
        return self._library.actuals.redo(agreement, number, self._person)

    def _content(self, agreement: str) -> Agreement:
        """What the agreement says: its newest version, else its draft."""
        head = self._library.versions.head(agreement)
        data = self._library.versions.content(head.hash) if head else self._library.drafts.get(agreement).content
        return read_agreement(data, "The agreement")

    def _check_own(self, agreement: str, reading: Reading) -> None:
        own = reading.own
        if own and own.agreement != agreement:
            try:
                title = self._library.agreements.get(own.agreement).title
            except NotFoundError:
                title = own.agreement
            raise NotAllowedError(
                f"This tracker belongs to another agreement, “{title}”.", "Import it there, or save its leads as .csv."
            )


def inspect_path(
    path: Path,
    zone: str = "UTC",
    mapping: MappingOf[str, Any] | None = None,
    report: Report = no_report,
    cancel: Cancel = never,
) -> Inspection:
    """What a foreign file is, without any library."""
    from workbench.sheets.inspection import inspect_file  # noqa: PLC0415  (loads the import side)
    from workbench.sheets.mapping import Mapping, mapping_from_json  # noqa: PLC0415

    given = mapping_from_json(dict(mapping)) if mapping else Mapping()
    return inspect_file(path, given, zone=zone, report=report, cancel=cancel)
