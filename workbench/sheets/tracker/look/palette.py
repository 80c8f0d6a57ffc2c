"""The tracker's colours and signs. Colour never says anything alone: a status has a sign and a word as well.

Must not know cells or sheets.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from workbench.agreement.commitment import Side
from workbench.base.language import N_
from workbench.tracking.actuals import State
from workbench.tracking.result import Status
from workbench.tracking.status_words import STATUS_IN_LINE

INK, SECOND, MUTED, FAINT = "#111827", "#4B5563", "#6B7280", "#9CA3AF"
LINE, DOTS, CARD, GREY, WHITE = "#E5E7EB", "#D1D5DB", "#F9FAFB", "#F3F4F6", "#FFFFFF"
CHOICE, CHOICE_TINT = "#4F46E5", "#EEF2FF"
"""Only for what a person chooses here, and for the present."""
RED, RED_TINT = "#B42318", "#FEF3F2"
AMBER, AMBER_TINT = "#B54708", "#FFF7E6"


@dataclass(frozen=True)
class Look:
    """How a word stands out: its colour, its tint, the sign before it, and the word."""

    colour: str
    tint: str
    sign: str = ""
    word: str = ""


TEAM: MappingProxyType[Side, Look] = MappingProxyType(
    {
        "marketing": Look("#7A2E9D", "#F7EFFB", "", N_("marketing")),
        "sales": Look("#0B6A8F", "#E8F4F9", "", N_("sales")),
        "both": Look(SECOND, GREY, "", N_("both teams")),
    }
)

STATUS: MappingProxyType[Status, Look] = MappingProxyType(
    {
        "met": Look("#15803D", "#ECFDF3", "✓", STATUS_IN_LINE["met"]),
        "missed": Look(RED, RED_TINT, "✕", STATUS_IN_LINE["missed"]),
        "on_track": Look("#175CD3", "#EFF6FF", "●", STATUS_IN_LINE["on_track"]),
        "at_risk": Look(AMBER, AMBER_TINT, "▲", STATUS_IN_LINE["at_risk"]),
        "not_due": Look(MUTED, WHITE, "○", STATUS_IN_LINE["not_due"]),
        "too_little_data": Look(MUTED, GREY, "…", STATUS_IN_LINE["too_little_data"]),
        "not_measurable": Look(MUTED, GREY, "–", STATUS_IN_LINE["not_measurable"]),
    }
)

STATE: MappingProxyType[State, Look] = MappingProxyType(
    {
        "met": Look("#15803D", "#ECFDF3", "✓", N_("met")),
        "late": Look(AMBER, AMBER_TINT, "▲", N_("late")),
        "overdue": Look(RED, RED_TINT, "✕", N_("overdue")),
        "pending": Look("#175CD3", "#EFF6FF", "○", N_("pending")),
        "excluded": Look(MUTED, GREY, "–", N_("excluded")),
        "unknown": Look(RED, WHITE, "?", N_("unknown")),
    }
)
CHART = MappingProxyType({"met": "#3F9D62", "on_track": "#7FA8E8", "at_risk": "#E3A34A", "missed": "#CF6A5F"})
"""Paler fills for charts, where areas are large."""
BAR: MappingProxyType[Side, str] = MappingProxyType({"marketing": "#CAA5DD", "sales": "#8CC0D6", "both": "#C3C8D0"})
"""Paler still, for bars inside cells."""
