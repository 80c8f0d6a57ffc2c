"""One numbered entry in the record of an agreement: what totals, attestations and settled rows have in common.

Entries are only added; who is behind one is checked here. Must not know what an entry says.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from workbench.storage.agreements import require
from workbench.storage.events import next_number, record
from workbench.storage.records.entries import Said
from workbench.storage.schema import AttestationRow, OverrideRow, TotalRow
from workbench.storage.wording import line, note, required

EntryRow = TotalRow | AttestationRow | OverrideRow
_WHY = "Both teams stand behind such an entry: give a note, and one name from marketing and one from sales."


def said_values(said: Said) -> dict[str, str]:
    """Note and names, cleaned, as columns.

    Raises:
        NotAllowedError: One of them is missing or too long.
    """
    return {
        "note": required(note(said.note), "note", _WHY),
        "marketing_name": required(line(said.marketing_name, "name"), "name for marketing", _WHY),
        "sales_name": required(line(said.sales_name, "name"), "name for sales", _WHY),
    }


def enter(
    connection: Connection, model: type[EntryRow], kind: str, agreement: str, at: dt.datetime,
    values: Mapping[str, Any], actor: str = "",
) -> dict[str, Any]:  # fmt: skip
    """Add an entry with the next number, and its event; answers all its columns.

    Args:
        connection: In a writing transaction.
        model: The table.
        kind: Of the event.
        agreement: Its id.
        at: When.
        values: All other columns, with note and names.
        actor: Who; nothing for both names of the entry.

    Raises:
        NotFoundError: There is no such agreement.
    """
    require(connection, agreement)
    number = next_number(connection, model.number, model.agreement_id == agreement)
    whole = {"agreement_id": agreement, "number": number, "at": at, **values}
    by = actor or f"{values['marketing_name']}, {values['sales_name']}"
    record(connection, model, whole, at=at, kind=kind, actor=by, agreement=agreement)
    return whole
