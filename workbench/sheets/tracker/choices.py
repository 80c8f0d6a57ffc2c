"""What the drop-downs of the lead log offer, column by column: the agreement's own words first, then those in the log.

Must not know sheets. A drop-down advises: what it does not offer may still be typed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from workbench.agreement.model import Agreement
from workbench.agreement.sections.lead_definitions import EXCLUSION_KINDS
from workbench.agreement.segments import SEGMENT, segment_filters
from workbench.base.language import Language
from workbench.sheets.tracker.log_cells import UNREADABLE_WORD
from workbench.sheets.tracker.log_columns import LogColumn
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.ranges import Range
from workbench.tracking.lead_view import EXCLUDED

OFFERED = ("source", "tier", "owner", "reject_reason", "segment", "country", EXCLUDED)
"""Columns with a drop-down."""
MOST = 60
"""A longer list is none: nobody finds anything in it."""


def choices_of(model: Model) -> dict[str, Range]:
    """The words offered in each column that has any, by field."""
    found: dict[str, Range] = {}
    for field in OFFERED:
        column = model.columns.get(field)
        if column is None:
            continue
        agreed = _agreed(field, model.subject.agreement, model.subject.words)
        listed = [value for one in model.subject.commitments for part in one.scope if part.field == field
                  for value in part.values]  # fmt: skip
        listed += [value for one in model.subject.agreement.teams.segments for part in one.scope if part.field == field
                   for value in part.values]  # fmt: skip
        if field == "reject_reason":
            listed += [value for one in model.subject.commitments for value in one.allowed_values]
        words = _distinct([*agreed, *listed, *_in_log(column)])
        if words and len(words) <= MOST:
            found[field] = Range.of(f"Choice_{field}", words)
    return found


def _agreed(field: str, agreement: Agreement, words: Language) -> Iterable[str]:
    if field == "tier":
        return [value for one in agreement.lead_definitions.tiers for value in one.values[:1] or (one.name,)]
    if field == "reject_reason":
        return [one.name for one in agreement.handoff.rejection_reasons]
    if field == "segment":
        scopes = (part for one in agreement.teams.segments for part in segment_filters(one))
        return [part.values[0] for part in scopes if part.field == SEGMENT]
    if field == "owner":
        return [one.name for one in agreement.teams.participants if one.team == "sales"]
    if field == "source":
        types = agreement.volumes.lead_types
        return [value for one in types for part in one.scope if part.field == field for value in part.values]
    if field == EXCLUDED:
        return [words.text(one.label) for one in EXCLUSION_KINDS]
    return []


def _in_log(column: LogColumn) -> list[str]:
    """The words of a column in order, each first in the spelling that is used most."""
    texts = (one.strip() for one in column.range.values.tolist() if isinstance(one, str))
    used = Counter(one for one in texts if one and one != UNREADABLE_WORD)
    return sorted(used, key=lambda one: (one.casefold(), -used[one], one))


def _distinct(words: Iterable[str]) -> list[str]:
    """Each word once, whatever its case, as it is first written."""
    found: dict[str, str] = {}
    for word in words:
        if word.strip():
            found.setdefault(word.strip().casefold(), word.strip())
    return list(found.values())
