"""Why a file cannot be tried out as it is decided now, in a sentence. Must not know how it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.base.language import N_, Language
from workbench.ui.views.track.mapping.choices import Choices
from workbench.ui.views.track.mapping.parts import ACTIVITY_DATE

if TYPE_CHECKING:
    from workbench.services.foreign_file import Inspection


def hindrance(seen: Inspection | None, choices: Choices, language: Language) -> str:
    """Why it cannot be tried; empty for no reason."""
    text = language.text
    if choices.is_own or choices.kind == "totals" or seen is None:
        return ""
    if choices.kind and not choices.has_identity:
        return text(N_("No column says which lead a call or task was for. Choose the one with its ID or its e-mail."))
    if choices.kind and ACTIVITY_DATE not in choices.fields:
        return text(N_("No column says when a call or task was done. Choose the one that does."))
    if not choices.has_identity:
        return text(N_("No column recognises a lead. Choose the column that is its Lead ID or its E-mail."))
    unclear = [one.header for one in seen.must_ask if choices.columns.get(one.header)]
    if unclear and not choices.date_order:
        said = N_("The dates of {column} can be read as day first or as month first. Say which, under Dates.")
        return text(said).format(column=f"“{unclear[0]}”")
    return ""
