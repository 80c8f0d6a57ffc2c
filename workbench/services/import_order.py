"""What is to be read of a foreign file, decided beside the library, so that the reading itself needs none.

Must not know either face, nor what becomes of what was read.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.agreement.commitments import commitments
from workbench.agreement.model import Agreement
from workbench.base.errors import NotAllowedError
from workbench.services.progress import Cancel, Report, never, no_report

if TYPE_CHECKING:
    from workbench.sheets.mapping import Mapping
    from workbench.sheets.reading import Reading
    from workbench.storage.profiles import Profiles


@dataclass(frozen=True)
class ImportOptions:
    """What a person decides about a file before it is read.

    Attributes:
        mapping: A mapping file's JSON object; empty to detect.
        profile: Name of a remembered mapping instead.
        sheet: Name of the sheet.
        timezone: Zone of times without offset.
        as_of: ISO day or instant the file speaks for.
        person: Who imports; the person at the machine unless given.
        kind: What its rows are: `leads`, `activities` or `totals`; empty to see it from the headers.
        private: Whether names and e-mail addresses are replaced, whatever the mapping says.
    """

    mapping: MappingOf[str, Any] | None = None
    profile: str = ""
    sheet: str = ""
    timezone: str = ""
    as_of: str = ""
    person: str = ""
    kind: str = ""
    private: bool = False


UNDECIDED = ImportOptions()
"""Nothing is decided: all is detected."""


@dataclass(frozen=True)
class ReadOrder:
    """A reading to be done, away from the library.

    Attributes:
        agreement: Id of the agreement it is for.
        path: The file.
        mapping: What is decided.
        zone: The agreement's.
        needed: Lead fields its commitments read.
        remembered: The mapping is a remembered one: headers that are gone are noted, not refused.
        secret: With what names and e-mail addresses are replaced, where the mapping says so.
        now: The present; where no as-of instant is given or found, a later date is impossible.
    """

    agreement: str
    path: Path
    mapping: Mapping
    zone: str
    needed: tuple[str, ...]
    remembered: bool = False
    secret: str = ""
    now: dt.datetime | None = None


def read_ordered(order: ReadOrder, report: Report = no_report, cancel: Cancel = never) -> Reading:
    """Read a file, on any thread, without the library.

    Raises:
        WorkbenchError: One sentence on why the file is not read.
    """
    from workbench.sheets.reading import read_table  # noqa: PLC0415  (loads the import side)

    return read_table(
        order.path,
        order.mapping,
        zone=order.zone,
        needed=order.needed,
        not_after=order.now,
        drop_missing=order.remembered,
        secret=order.secret,
        report=report,
        cancel=cancel,
    )


def decided_mapping(options: ImportOptions, profiles: Profiles) -> Mapping:
    """The mapping that options come to.

    Args:
        options: What a person decided.
        profiles: The remembered mappings of the library.

    Raises:
        NotFoundError: No such remembered mapping.
        NotAllowedError: Both a mapping and a remembered one, or one that will not do.
    """
    from workbench.sheets.mapping import Mapping, check_zone, mapping_from_json  # noqa: PLC0415

    if options.profile and options.mapping:
        raise NotAllowedError("A mapping file and a profile cannot both be given.", "Name one of them.")
    given = profiles.get(options.profile).mapping if options.profile else options.mapping
    mapping = mapping_from_json(dict(given)) if given else Mapping()
    changes: dict[str, Any] = {}
    if options.kind:
        changes["kind"] = mapping_from_json({"kind": options.kind}).kind
    if options.private:
        changes["private"] = True
    if options.sheet:
        changes["sheet"] = options.sheet
    if options.timezone:
        changes["timezone"] = check_zone(options.timezone)
    if options.as_of:
        try:
            changes["as_of"] = mapping_from_json({"as_of": options.as_of}).as_of
        except NotAllowedError:
            raise NotAllowedError(
                f"“{options.as_of[:40]}” is not a day or an instant from 2000 to 2100.", "Write one such as 2026-10-31."
            ) from None
    return dataclasses.replace(mapping, **changes)


def needed_fields(content: Agreement) -> tuple[str, ...]:
    """The lead fields the agreement's commitments read."""
    return tuple(dict.fromkeys(field for one in commitments(content) for field in one.needs))
