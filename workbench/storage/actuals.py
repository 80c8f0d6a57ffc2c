"""Imports of the lead log: each is kept whole with its file, its mapping and its counts, and can be taken back.

The current log is the imports that are not undone, folded in their order; nothing is ever deleted or overwritten. Must
not know files, mappings or checks.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import Connection, Row, Select, select, update

from workbench.base.clock import from_utc_text, utc_text
from workbench.base.errors import NotFoundError
from workbench.storage.agreements import require
from workbench.storage.blobs import fetch, keep
from workbench.storage.database import Database
from workbench.storage.events import append, detail_text, next_number, record
from workbench.storage.folded_log import FoldedLog
from workbench.storage.records.imports import Batch, NewBatch, NewTotal
from workbench.storage.records.json_object import Json
from workbench.storage.schema import BatchRow
from workbench.storage.totals import import_total
from workbench.storage.wording import line

if TYPE_CHECKING:
    from workbench.tracking.leads import LeadLog

_JSON = "application/json"


class Actuals:
    """The imports of an open library."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._folded = FoldedLog()

    def add(
        self, agreement: str, leads: LeadLog, batch: NewBatch, *, source: bytes, media_type: str, actor: str,
        totals: tuple[NewTotal, ...] = (),
    ) -> Batch:  # fmt: skip
        """Keep an import.

        Args:
            agreement: Its id.
            leads: The rows of this file, normalised; not yet folded into what was there.
            batch: All else about it.
            source: The original file.
            media_type: Of the file.
            actor: Who imported it.
            totals: Period totals that came in the same file; they count as long as the import does.

        Raises:
            NotFoundError: There is no such agreement.
            NotAllowedError: The file is larger than 256 MB, or a name is too long.
        """
        from workbench.storage.lead_blob import MEDIA_TYPE, encode  # noqa: PLC0415  (loads numpy)

        now, by, log = self._database.now(), line(actor, "name"), encode(leads)
        with self._database.writing() as connection:
            require(connection, agreement)
            number = next_number(connection, BatchRow.number, BatchRow.agreement_id == agreement)
            problems = keep(connection, msgspec.json.encode(batch.problems), _JSON) if batch.problems else None
            values = {
                "agreement_id": agreement, "number": number, "at": now, "by": by,
                "source_name": line(batch.source_name, "file name"),
                "source_sha256": keep(connection, source, media_type),
                "log_sha256": (log_sha256 := keep(connection, log, MEDIA_TYPE)),
                "problems_sha256": problems,
                "mapping": detail_text(batch.mapping), "as_of": _as_of_text(batch.as_of),
                "added": batch.added, "updated": batch.updated, "unchanged": batch.unchanged,
                "rejected": batch.rejected, "skipped": batch.skipped, "problem_count": len(batch.problems),
            }  # fmt: skip
            record(connection, BatchRow, values, at=now, kind="import.added", actor=by, agreement=agreement)
            for total in totals:
                import_total(connection, agreement, total, number, now, by)
        self._folded.keep(log_sha256, leads)
        return self.batch(agreement, number)

    def batches(self, agreement: str) -> tuple[Batch, ...]:
        """Every import of an agreement, in order, also the undone ones."""
        query = select(BatchRow.__table__).where(BatchRow.agreement_id == agreement).order_by(BatchRow.number)
        with self._database.reading() as connection:
            return tuple(_batch(row) for row in connection.execute(query))

    def batch(self, agreement: str, number: int) -> Batch:
        """One import.

        Raises:
            NotFoundError: There is none with this number.
        """
        with self._database.reading() as connection:
            return _batch(_found(connection.execute(_one(agreement, number)).first(), number))

    def problems(self, agreement: str, number: int) -> tuple[Json, ...]:
        """What could not be read in an import.

        Raises:
            NotFoundError: There is none with this number.
            DamagedError: The list is not what was kept.
        """
        with self._database.reading() as connection:
            row = _found(connection.execute(_one(agreement, number)).first(), number)
            return tuple(msgspec.json.decode(fetch(connection, row.problems_sha256))) if row.problems_sha256 else ()

    def source(self, agreement: str, number: int) -> bytes:
        """The original file of an import.

        Raises:
            NotFoundError: There is none with this number.
            DamagedError: It is not what was kept.
        """
        with self._database.reading() as connection:
            return fetch(connection, _found(connection.execute(_one(agreement, number)).first(), number).source_sha256)

    def undo(self, agreement: str, number: int, actor: str) -> Batch:
        """Take an import back as a whole; doing it again changes nothing.

        Raises:
            NotFoundError: There is none with this number.
        """
        return self._mark(agreement, number, actor, undone=True)

    def redo(self, agreement: str, number: int, actor: str) -> Batch:
        """Let an import that was taken back count again, in its old place; doing it again changes nothing.

        Raises:
            NotFoundError: There is none with this number.
        """
        return self._mark(agreement, number, actor, undone=False)

    def log(self, agreement: str) -> LeadLog:
        """The lead log as all imports that count make it, with the attempts that activities tell of.

        Raises:
            DamagedError: An import is not what was kept.
        """
        from workbench.tracking.activities import joined  # noqa: PLC0415  (loads numpy)

        files = self.activities(agreement)
        leads = self.leads(agreement)
        return joined(leads, files).log if files else leads

    def leads(self, agreement: str) -> LeadLog:
        """The leads as their own imports that count make them.

        Raises:
            DamagedError: An import is not what was kept.
        """
        with self._database.reading() as connection:
            counting = self._counting(connection, agreement, activities=False)
            names = {row.log_sha256: f"Import {row.number}" for row in counting}
            return self._folded.of(
                tuple(row.log_sha256 for row in counting), lambda sha256: _unpacked(connection, sha256, names[sha256])
            )

    def around(self, agreement: str, number: int) -> tuple[LeadLog, LeadLog]:
        """The leads as the imports before one made them, as far as they count; and what it says of them.

        For activities, which are joined after all leads: the leads of now, with the activities before and with its own.

        Raises:
            NotFoundError: There is none with this number.
            DamagedError: An import is not what was kept.
        """
        from workbench.tracking.activities import joined  # noqa: PLC0415  (loads numpy)
        from workbench.tracking.merging import folded  # noqa: PLC0415  (loads numpy)

        with self._database.reading() as connection:
            row = _found(connection.execute(_one(agreement, number)).first(), number)
            own = _unpacked(connection, row.log_sha256, f"Import {number}")
        activities = json.loads(row.mapping).get("kind") == "activities"
        earlier = self._logs(agreement, activities=activities, before=number)
        if not activities:
            return folded(earlier), own
        leads, files = self.leads(agreement), tuple(earlier)
        return joined(leads, files).log, joined(leads, (*files, own)).log

    def activities(self, agreement: str) -> tuple[LeadLog, ...]:
        """The activities of each import of them that counts, by lead.

        Raises:
            DamagedError: An import is not what was kept.
        """
        return tuple(self._logs(agreement, activities=True))

    def _logs(self, agreement: str, *, activities: bool, before: int | None = None) -> Iterator[LeadLog]:
        with self._database.reading() as connection:
            for row in self._counting(connection, agreement, activities=activities, before=before):
                yield _unpacked(connection, row.log_sha256, f"Import {row.number}")

    def _counting(
        self, connection: Connection, agreement: str, *, activities: bool, before: int | None = None
    ) -> list[Row[int, str, str]]:
        """The imports of activities, or all others, that are not taken back, oldest first."""
        query = select(BatchRow.number, BatchRow.log_sha256, BatchRow.mapping).where(
            BatchRow.agreement_id == agreement, BatchRow.undone_at.is_(None)
        )
        query = query if before is None else query.where(BatchRow.number < before)
        rows = connection.execute(query.order_by(BatchRow.number)).all()
        return [row for row in rows if (json.loads(row.mapping).get("kind") == "activities") == activities]

    def _mark(self, agreement: str, number: int, actor: str, *, undone: bool) -> Batch:
        now, by = self._database.now(), line(actor, "name")
        with self._database.writing() as connection:
            row = _found(connection.execute(_one(agreement, number)).first(), number)
            if (row.undone_at is not None) != undone:
                key = (BatchRow.agreement_id == agreement) & (BatchRow.number == number)
                connection.execute(update(BatchRow).where(key).values(undone_at=now if undone else None))
                kind = "import.undone" if undone else "import.redone"
                append(connection, now, kind, by, agreement, {"number": number})
        return self.batch(agreement, number)


def _unpacked(connection: Connection, sha256: str, what: str) -> LeadLog:
    """The log of an import.

    Raises:
        DamagedError: It is not what was kept.
    """
    from workbench.storage.lead_blob import decode  # noqa: PLC0415  (loads numpy)

    return decode(fetch(connection, sha256), what)


def _one(agreement: str, number: int) -> Select[Any]:
    return select(BatchRow.__table__).where(BatchRow.agreement_id == agreement, BatchRow.number == number)


def _found(row: Row[Any] | None, number: int) -> Row[Any]:
    if row is None:
        raise NotFoundError(f"This agreement has no import {number}.", "See the list of its imports.")
    return row


def _as_of_text(as_of: dt.date | None) -> str:
    return utc_text(as_of) if isinstance(as_of, dt.datetime) else as_of.isoformat() if as_of else ""


def _as_of(text: str) -> dt.date | None:
    if not text:
        return None
    return dt.date.fromisoformat(text) if len(text) == 10 else from_utc_text(text)


def _batch(row: Row[Any]) -> Batch:
    return Batch(
        row.agreement_id, row.number, row.at, row.by, row.source_name, row.source_sha256, json.loads(row.mapping),
        _as_of(row.as_of), row.added, row.updated, row.unchanged, row.rejected, row.skipped, row.problem_count,
        row.undone_at,
    )  # fmt: skip
