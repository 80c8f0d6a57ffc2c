"""What changed in an export since the last one of its kind: columns that went, came or were renamed, new words.

Must not know either face, nor keep anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.sheets.reading import Reading
    from workbench.sheets.said import Said
    from workbench.storage.library import Library
    from workbench.tracking.leads import LeadLog

LEAST_LIKENESS = 0.5
"""Share of the columns of an earlier export that must still be there for both to be of one kind."""
WORD_FIELDS = ("status", "stage", "pipeline", "source", "tier")
"""Fields whose words promises and meanings rest on."""
MOST_WORDS = 6
_FEW = 40
"""A field with more words than this is free text."""


def changes_since(library: Library, agreement: str, reading: Reading, log: LeadLog) -> tuple[Said, ...]:
    """What a person should know of an export beside the last one of its kind; nothing where there was none.

    Args:
        library: The open library.
        agreement: Its id.
        reading: The export, as it was read.
        log: The leads as they are known.
    """
    from workbench.sheets.mapping import likeness  # noqa: PLC0415  (loads the import side)

    for batch in reversed(library.actuals.batches(agreement)):
        columns: Mapping[str, str | None] = batch.mapping.get("columns", {})
        if batch.undone_at is not None or batch.mapping.get("kind") or batch.source == reading.sha256:
            continue
        if likeness(columns, reading.headers).share >= LEAST_LIKENESS:
            return (*_columns(columns, reading), *_words(reading, log))
    return ()


def _columns(before: Mapping[str, str | None], reading: Reading) -> list[Said]:
    from workbench.sheets.mapping import likeness  # noqa: PLC0415  (loads the import side)
    from workbench.sheets.said import said  # noqa: PLC0415  (as above)

    like = likeness(before, reading.headers)
    fresh = {field: header for header, field in reading.fields.items() if header in like.added}
    found: list[Said] = []
    renamed: set[str] = set()
    for header in like.missing:
        field = before.get(header) or ""
        if field and field in fresh:
            renamed.add(fresh[field])
            found.append(said("column_renamed", header=header, other=fresh[field], field=field))
        elif field:
            found.append(said("column_gone", header=header, field=field))
        else:
            found.append(said("column_gone_unused", header=header))
    for header in like.added:
        if header not in renamed:
            field = reading.fields.get(header, "")
            found.append(
                said("column_came", header=header, field=field) if field else said("column_new", header=header)
            )
    return found


def _words(reading: Reading, log: LeadLog) -> list[Said]:
    from workbench.sheets.said import said  # noqa: PLC0415  (loads the import side)

    found: list[Said] = []
    headers = {field: header for header, field in reading.fields.items()}
    for field in WORD_FIELDS:
        known = {word.casefold() for word in log.words(field).words}
        now = reading.leads.words(field).words if reading.leads.has(field) else ()
        fresh = [word for word in now if word.casefold() not in known]
        if known and fresh and len(now) <= _FEW and field in headers:
            listed = ", ".join(f"“{word}”" for word in fresh[:MOST_WORDS])
            found.append(said("words_new", header=headers[field], words=listed))
    return found
