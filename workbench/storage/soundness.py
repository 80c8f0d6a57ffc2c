"""Whether stored rows are what was stored: every hash computed anew, every chain followed. Findings, never exceptions.

One generator for each kind of row; it answers how many rows it looked at when it ends. Must not know how a library is
opened or repaired.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Generator, Iterator
from typing import Any, TypeAlias

from sqlalchemy import Connection, Row, Select, select

from workbench.base.errors import DamagedError
from workbench.storage.content import checked, unpack
from workbench.storage.events import detail_text, event_hash
from workbench.storage.lineage import ancestors
from workbench.storage.records.examination import Finding
from workbench.storage.schema import (
    CHANGING,
    RECORDED,
    AgreementRow,
    Base,
    BatchRow,
    BlobRow,
    DraftRow,
    EventRow,
    SnapshotRow,
    VersionRow,
    WorkshopRow,
)
from workbench.storage.versions import version_of

Check: TypeAlias = Callable[[Connection], Generator[Finding, None, int]]


def _stream(connection: Connection, query: Select[*tuple[Any, ...]], at_once: int = 50) -> Iterator[Row[Any]]:
    """The rows of a query without holding them all in memory."""
    yield from connection.execute(query.execution_options(yield_per=at_once))


def _told(table: str, key: str, read: Callable[..., object], *what: Any) -> Iterator[Finding]:
    """What reading something raises, as a finding."""
    try:
        read(*what)
    except DamagedError as error:
        yield Finding(error.message, table, key)


def versions(connection: Connection) -> Generator[Finding, None, int]:
    """Contents, hashes, numbers, times and parents of versions, and which line they are on."""
    lines = _lines_told(connection)
    known: dict[str, Any] = {}
    main: dict[str, str] = {}
    query = select(VersionRow.__table__).order_by(VersionRow.agreement_id, VersionRow.seq, VersionRow.line)
    for row in _stream(connection, query):
        what = f"Version {row.seq} ({row.hash[:12]}) of the agreement {row.agreement_id}"
        yield from _told("version", row.hash, unpack, row.body, row.content_hash, what)
        version = version_of(row)
        if version.hash != row.hash:
            yield Finding(f"{what} says something else than its hash.", "version", row.hash)
        parents = [known.get(parent) for parent in version.parents]
        highest = max((parent.number for parent in parents if parent), default=0)
        if None in parents or version.number != highest + 1 or any(p.at >= version.at for p in parents if p):
            yield Finding(f"{what} does not follow its parents.", "version", row.hash)
        if row.line != lines.get(row.hash):
            yield Finding(f"{what} is not where the audit trail says it came in.", "version", row.hash)
        known[row.hash] = version
        if row.line == "main":
            before = main.get(row.agreement_id)
            if before and before not in version.parents and before not in ancestors(row.hash, known):
                yield Finding(f"{what} does not descend from the version before it.", "version", row.hash)
            main[row.agreement_id] = row.hash
    return len(known)


def drafts(connection: Connection) -> Generator[Finding, None, int]:
    """Contents of drafts; every agreement has one."""
    count = 0
    query = select(AgreementRow.id, DraftRow.content, DraftRow.content_hash).outerjoin(DraftRow)
    for row in _stream(connection, query):
        count += 1
        what = f"The draft of the agreement {row.id}"
        if row.content is None:
            yield Finding(f"{what} is missing.", "draft", row.id)
        else:
            yield from _told("draft", row.id, checked, row.content, row.content_hash, what)
    return count


def workshops(connection: Connection) -> Generator[Finding, None, int]:
    """Contents of what belongs to workshops."""
    count = 0
    for row in _stream(connection, select(WorkshopRow.__table__)):
        count += 1
        what = f"The {row.part} of the agreement {row.agreement_id}"
        yield from _told("workshop", f"{row.agreement_id} {row.part}", checked, row.content, row.content_hash, what)
    return count


def snapshots(connection: Connection) -> Generator[Finding, None, int]:
    """Contents of former states of drafts."""
    count = 0
    for row in _stream(connection, select(SnapshotRow.__table__)):
        count += 1
        what = f"State {row.revision} of the draft of the agreement {row.agreement_id}"
        key = f"{row.agreement_id} {row.revision}"
        yield from _told("draft_snapshot", key, unpack, row.content, row.content_hash, what)
    return count


def blobs(connection: Connection) -> Generator[Finding, None, int]:
    """Kept files against the hash they are kept under."""
    count = 0
    for row in _stream(connection, select(BlobRow.__table__), 1):
        count += 1
        if hashlib.sha256(row.data).hexdigest() != row.sha256 or len(row.data) != row.size:
            yield Finding(f"The kept file {row.sha256[:12]} is not what was kept.", "blob", row.sha256)
    return count


def lead_logs(connection: Connection) -> Generator[Finding, None, int]:
    """Lead logs of imports can be read, and whether an import counts is what the audit trail says."""
    from workbench.storage.lead_blob import decode  # noqa: PLC0415  (loads numpy)

    marks = {"import.undone": True, "import.redone": False}
    undone: dict[tuple[str, int], bool] = {}
    trail = select(EventRow.agreement_id, EventRow.kind, EventRow.detail).where(EventRow.kind.in_(marks))
    for event in _stream(connection, trail.order_by(EventRow.seq)):
        undone[event.agreement_id, json.loads(event.detail)["number"]] = marks[event.kind]
    query = select(BatchRow.agreement_id, BatchRow.number, BatchRow.undone_at, BlobRow.data)
    count = 0
    for row in _stream(connection, query.join(BlobRow, BlobRow.sha256 == BatchRow.log_sha256), 1):
        count += 1
        what, key = f"Import {row.number} of the agreement {row.agreement_id}", f"{row.agreement_id} {row.number}"
        yield from _told("import_batch", key, decode, row.data, what)
        if (row.undone_at is not None) != undone.get((row.agreement_id, row.number), False):
            yield Finding(f"{what} counts, or does not, against what the audit trail says.", "import_batch", key)
    return count


def events(connection: Connection) -> Generator[Finding, None, int]:
    """The audit trail's numbers and hashes, and that the agreements and versions it speaks of are there."""
    agreements = set(connection.scalars(select(AgreementRow.id)))
    previous, count = "", 0
    for row in _stream(connection, select(EventRow.__table__).order_by(EventRow.seq)):
        count += 1
        key, what = str(row.seq), f"Line {row.seq} of the audit trail"
        own = event_hash(row.seq, row.at, row.actor, row.kind, row.agreement_id, row.detail, row.previous)
        if own != row.hash:
            yield Finding(f"{what} says something else than its hash.", "event", key)
        if row.seq != count or row.previous != previous:
            yield Finding(f"{what} does not follow the line before it.", "event", key)
        previous = row.hash
        if row.agreement_id and row.agreement_id not in agreements:
            yield Finding(f"{what} speaks of the agreement {row.agreement_id}, which is gone.", "agreement", key)
    for missing in _lines_told(connection).keys() - set(connection.scalars(select(VersionRow.hash))):
        yield Finding(f"The audit trail speaks of the version {missing[:12]}, which is gone.", "version", missing)
    return count


def _lines_told(connection: Connection) -> dict[str, str]:
    """What the audit trail says of versions: their line by their hash."""
    kinds = EventRow.kind.in_(("version.saved", "version.received"))
    lines: dict[str, str] = {}
    for row in _stream(connection, select(EventRow.kind, EventRow.detail).where(kinds).order_by(EventRow.seq)):
        said = json.loads(row.detail)
        main = [said.get("hash", "")] if row.kind == "version.saved" else said.get("main", ())
        lines |= dict.fromkeys(said.get("added", ()), "side") | dict.fromkeys(main, "main")
    return lines


def recorded(model: type[Base]) -> Check:
    """The check that each row of a recorded table says what its event says, and that no row of an event is gone."""

    def check(connection: Connection) -> Generator[Finding, None, int]:
        table = Base.metadata.tables[model.__tablename__]
        said = [c for c in table.columns if c.name not in {"event", *CHANGING.get(table.name, ())}]
        kinds = EventRow.kind.in_(RECORDED[model])
        told = {row.seq: row.detail for row in connection.execute(select(EventRow.seq, EventRow.detail).where(kinds))}
        count = 0
        for row in _stream(connection, select(*said, table.c.event)):
            count += 1
            values = dict(row._mapping)  # noqa: SLF001  (SQLAlchemy's public name for it)
            number = values.pop("event")
            if told.pop(number, None) != detail_text(values):
                yield Finding(
                    f"A row of {table.name} says something else than line {number} of the audit trail.",
                    table.name, str(number),
                )  # fmt: skip
        for number in told:
            yield Finding(
                f"The row of {table.name} that line {number} of the audit trail tells of is gone.",
                table.name,
                str(number),
            )
        return count

    return check


CHECKS: dict[str, Check] = {
    "event": events,
    "version": versions,
    "draft": drafts,
    "draft_snapshot": snapshots,
    "workshop": workshops,
    "blob": blobs,
    **{model.__tablename__: recorded(model) for model in RECORDED},
    "lead log": lead_logs,
}
"""By what they look at, in the order of the doctor's answer."""
