"""The verdicts of the scorecard in words, by themselves and within a line. The one place; must not know how they look.

Loads nothing, because the window's legend needs it at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workbench.base.language import N_

if TYPE_CHECKING:
    from workbench.tracking.result import Status

STATUS_WORD: Final[dict[Status, str]] = {
    "met": N_("Met"),
    "missed": N_("Missed"),
    "on_track": N_("On track"),
    "at_risk": N_("At risk"),
    "not_due": N_("Not due"),
    "too_little_data": N_("Too little data"),
    "not_measurable": N_("Not measurable"),
}
"""As a label or a cell of its own."""

STATUS_IN_LINE: Final[dict[Status, str]] = {
    "met": N_("met"),
    "missed": N_("missed"),
    "on_track": N_("on track"),
    "at_risk": N_("at risk"),
    "not_due": N_("not due"),
    "too_little_data": N_("too little data"),
    "not_measurable": N_("not measurable"),
}
"""After a number or a sign: `3 on track`."""
