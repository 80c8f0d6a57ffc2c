"""What an import changed in one field of one lead, in words: `L-1`, `Attempts`, `4 → 5`. Must not know the panel."""

from __future__ import annotations

import datetime as dt
import re

from workbench.agreement.lead_fields import FIELD
from workbench.base.language import N_, Language
from workbench.services.import_changes import LeadChange
from workbench.ui.tables.cell import Cell
from workbench.ui.tables.cells.lines import Lines
from workbench.ui.theme.fonts import MEDIUM
from workbench.ui.views.dates import full_day
from workbench.ui.views.track.learning import local
from workbench.ui.views.track.names import Names

_ATTEMPT = re.compile(r"attempt_(\d+)_at")
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+00:00")


def change_cell(change: LeadChange, names: Names, language: Language, zone: str) -> Cell:
    """A line for the lead and the field, one for the value before and after.

    Args:
        change: What changed.
        names: Whether people are shown.
        language: For the words.
        zone: The agreement's: instants stand on its wall clock.
    """
    before, after = (_value(change.field, one, names, language, zone) for one in (change.before, change.after))
    return Lines(
        names.foreign(change.lead.partition(":")[2], ""), f"{before} → {after}", tag=_label(change.field, language),
        weight=MEDIUM, left=22, figures=True,
    )  # fmt: skip


def _label(field: str, language: Language) -> str:
    if field in FIELD:
        return language.text(FIELD[field].label)
    attempt = _ATTEMPT.fullmatch(field)
    return language.text(N_("Attempt {n}")).format(n=attempt[1]) if attempt else field.partition(":")[2]


def _value(field: str, value: str, names: Names, language: Language, zone: str) -> str:
    if not value:
        return language.text(N_("empty"))
    if value == "unreadable":
        return language.text(N_("unreadable"))
    if _INSTANT.fullmatch(value):
        there = local(dt.datetime.fromisoformat(value), zone)
        day = full_day(there, language)
        return day if f"{there:%H:%M:%S}" == "00:00:00" else f"{day}, {there:%H:%M}"
    return names.foreign(value, field)
