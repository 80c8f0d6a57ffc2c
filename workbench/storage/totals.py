"""Totals of metrics by period, where no lead rows lie behind a number. Must not know metrics or checks."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, select

from workbench.storage.database import Database
from workbench.storage.entries import enter, said_values
from workbench.storage.records.entries import PeriodTotal, Said
from workbench.storage.records.imports import NewTotal
from workbench.storage.schema import BatchRow, TotalRow
from workbench.storage.wording import line, note


def import_total(
    connection: Connection, agreement: str, total: NewTotal, batch: int, at: dt.datetime, actor: str
) -> None:
    """Add a total that an import carries, inside the caller's transaction.

    Args:
        connection: In a writing transaction.
        agreement: Its id.
        total: As in the file.
        batch: Number of the import.
        at: When.
        actor: Who imported it.
    """
    values = _values(total) | {"note": note(total.note), "marketing_name": "", "sales_name": "", "batch": batch}
    enter(connection, TotalRow, "total.imported", agreement, at, values, actor)


def _values(total: NewTotal) -> dict[str, Any]:
    return {"metric": line(total.metric, "metric"), "period": line(total.period, "period"), "value": total.value}


def _total(values: Any) -> PeriodTotal:
    return PeriodTotal(
        values["agreement_id"], values["number"], values["metric"], values["period"], values["value"], values["note"],
        values["marketing_name"], values["sales_name"], values["batch"], values["at"],
    )  # fmt: skip


class Totals:
    """The period totals of an open library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, agreement: str, metric: str, period: str, value: Decimal | None, said: Said) -> PeriodTotal:
        """Enter a total; it replaces what was said before for this metric and period, which stays visible.

        Args:
            agreement: Its id.
            metric: Key of the metric.
            period: `2026-10`, `2026-Q4`, `2026-W43` or `2026`.
            value: In the metric's own unit; nothing takes the total back.
            said: Where it comes from, and who stands behind it.

        Raises:
            NotAllowedError: Note or a name is missing.
            NotFoundError: There is no such agreement.
        """
        values = _values(NewTotal(metric, period, value)) | said_values(said) | {"batch": None}
        with self._database.writing() as connection:
            now = self._database.now()
            return _total(enter(connection, TotalRow, "total.entered", agreement, now, values))

    def all(self, agreement: str, *, history: bool = False) -> tuple[PeriodTotal, ...]:
        """The totals that count, one for each metric and period; those of undone imports do not.

        Args:
            agreement: Its id.
            history: Every entry ever made instead, in order.
        """
        own = (BatchRow.agreement_id == TotalRow.agreement_id) & (BatchRow.number == TotalRow.batch)
        query = select(*TotalRow.__table__.columns, BatchRow.undone_at).outerjoin(BatchRow, own)
        query = query.where(TotalRow.agreement_id == agreement).order_by(TotalRow.number)
        with self._database.reading() as connection:
            rows = connection.execute(query).mappings().all()
        if history:
            return tuple(map(_total, rows))
        last = {(row["metric"], row["period"]): _total(row) for row in rows if row["undone_at"] is None}
        return tuple(total for total in last.values() if total.value is not None)
