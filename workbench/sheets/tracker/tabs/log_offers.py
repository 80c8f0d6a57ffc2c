"""Drop-downs and hints of the lead log. They advise: what is typed otherwise is kept.

Must not know how the log looks.
"""

from __future__ import annotations

from typing import Any

from workbench.base.language import N_
from workbench.sheets.tracker.choices import choices_of
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.serial import AFTER_SERIAL, FIRST_SERIAL
from workbench.sheets.tracker.tabs.log_place import FIRST_COLUMN, HEADER_ROW


def offer(sheet: Sheet, model: Model, last_row: int) -> None:
    """Give every column its drop-down or hint."""
    text, offered = sheet.book.text, choices_of(model)
    for place, column in enumerate(model.columns.values(), FIRST_COLUMN):
        area = HEADER_ROW + 1, place, last_row, place
        rule: dict[str, Any] = {"error_type": "warning"}
        if column.field in offered:
            rule |= {"validate": "list", "source": f"={offered[column.field].name}", "error_type": "information"}
            rule |= {"error_title": text(N_("Not in the list")), "error_message": text(N_("It can be kept as it is."))}
        elif column.holds == "instant":
            rule |= {"validate": "date", "criteria": "between", "minimum": FIRST_SERIAL, "maximum": AFTER_SERIAL}
            rule |= {
                "error_title": text(N_("Not a date")),
                "error_message": text(N_("Type a day, with a time or without.")),
            }
        elif column.holds == "number":
            rule |= {"validate": "decimal", "criteria": ">=", "value": 0}
            rule |= {"error_title": text(N_("Not a number")), "error_message": text(N_("Type a number from 0."))}
        else:
            continue
        sheet.page.data_validation(*area, rule)
