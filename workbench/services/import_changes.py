"""What a kept import changed in leads that were known, and the file it came from. Must not know either face."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.base.errors import NotAllowedError
from workbench.fields.value import plain
from workbench.services.files import write_file

if TYPE_CHECKING:
    from workbench.storage.library import Library
    from workbench.tracking.merging import Cell


@dataclass(frozen=True)
class LeadChange:
    """One field of one lead that an import changed.

    Attributes:
        lead: The lead's identity in the log.
        field: Name of the field.
        before: What was known; empty for nothing.
        after: What is known since.
    """

    lead: str
    field: str
    before: str
    after: str


def lead_changes(
    library: Library, agreement: str, number: int, most: int | None = None
) -> tuple[LeadChange, ...]:  # fmt: skip
    """What an import changed beside the imports before it that count, lead by lead in the log's order.

    Args:
        library: The open library.
        agreement: Its id.
        number: Of the import.
        most: Of so many leads only.

    Raises:
        NotFoundError: There is none with this number.
        NotAllowedError: It brought totals of periods, not leads or what was done for them.
        DamagedError: An import is not what was kept.
    """
    from workbench.tracking.merging import merged  # noqa: PLC0415  (loads numpy)

    if library.actuals.batch(agreement, number).mapping.get("kind") == "totals":
        raise NotAllowedError(f"Import {number} brought no leads.", "Name one that did; see the list of imports.")
    before, own = library.actuals.around(agreement, number)
    return tuple(
        LeadChange(one.identity, one.field, _written(one.field, one.before), _written(one.field, one.after))
        for one in merged(before, own).changes(most)
    )


def write_original(library: Library, agreement: str, number: int, target: Path) -> Path:
    """Write the file of an import as it was kept, byte for byte; answers where.

    Raises:
        NotFoundError: There is none with this number.
        NotAllowedError: It came without names, so the file was not kept; or the target is never written over.
        OutsideError: The target cannot be written.
        DamagedError: It is not what was kept.
    """
    if library.actuals.batch(agreement, number).mapping.get("private"):
        raise NotAllowedError(f"The file of import {number} was not kept, because names were replaced in it.",
                              "Look for it where it came from.")  # fmt: skip
    write_file(target, library.actuals.source(agreement, number))
    return target


def _written(field: str, value: Cell) -> str:
    """A cell as text: instants in ISO form, UTC."""
    from workbench.tracking.leads import column_kind  # noqa: PLC0415  (loads numpy)
    from workbench.tracking.merging import Unreadable  # noqa: PLC0415  (loads numpy)

    if value is None:
        return ""
    if isinstance(value, Unreadable):
        return str(value.value)
    if isinstance(value, Decimal):
        return plain(value)
    is_instant = column_kind(field) == "instant"
    return dt.datetime.fromtimestamp(value, dt.UTC).isoformat() if is_instant and isinstance(value, int) else str(value)
