"""Where the lead log stands on its sheet: its header row and first column, from 0. Must not know what is in it."""

from __future__ import annotations

from workbench.sheets.tracker.log_columns import FIRST_ROW

HEADER_ROW = FIRST_ROW - 2
FIRST_COLUMN = 1
