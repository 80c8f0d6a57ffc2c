"""Where things stand on the first sheet: its columns, from 0 at the margin. Must not know what is in them."""

from __future__ import annotations

from workbench.base.language import N_

LABEL, SENTENCE, TARGET, ACTUAL, GAP, STATUS, COUNTED = range(1, 8)
STRIP = 12
"""Months at a glance; they begin after the last column."""
TREND = COUNTED + STRIP + 1
HELPERS = TREND + 2
"""Hidden columns from here on."""
PLACE, RAW, CHART = HELPERS, HELPERS + 1, HELPERS + 4
MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
