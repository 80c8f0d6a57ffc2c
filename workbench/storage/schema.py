"""The tables of format 3, typed, the same on SQLite and PostgreSQL. Must not know how they are used.

Rules: history (`APPEND_ONLY`) is guarded by triggers; keys are given by us, never by the database, so that a copy
between back ends is exact; what is hashed is kept as bytes or text, never as the database's own JSON, which would
rewrite it; large things lie in `blob` under their SHA-256, so that rows stay small.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    MetaData,
    String,
    Text,
    UniqueConstraint,
    literal_column,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from workbench.storage.columns import DecimalText, UtcDateTime
from workbench.storage.guards import guard

HASH = String(64)
_MAIN_LINE = text("line = 'main'")
MAIN: ColumnElement[str] = literal_column("'main'")
"""The own line, written out, because SQLite uses the index of the own line only where it sees the word."""


class Base(DeclarativeBase):
    """All tables."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {dt.datetime: UtcDateTime(), Decimal: DecimalText(), bytes: LargeBinary(), str: Text()}  # noqa: RUF012  (SQLAlchemy's own attribute)


def _key() -> Mapped[int]:
    """A number in a key, given by us."""
    return mapped_column(primary_key=True, autoincrement=False)


class SettingRow(Base):
    """What the library says about itself, and settings of the person that belong to it."""

    __tablename__ = "library"
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class EventRow(Base):
    """The audit trail: each row's hash covers the row and the hash before it."""

    __tablename__ = "event"
    seq: Mapped[int] = _key()
    at: Mapped[dt.datetime]
    actor: Mapped[str]
    kind: Mapped[str]
    agreement_id: Mapped[str] = mapped_column(index=True)
    detail: Mapped[str]
    previous: Mapped[str]
    hash: Mapped[str] = mapped_column(HASH, unique=True)


class AgreementRow(Base):
    """One agreement; its title and status are what the library's list shows."""

    __tablename__ = "agreement"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    title: Mapped[str]
    status: Mapped[str]
    created_at: Mapped[dt.datetime]
    updated_at: Mapped[dt.datetime] = mapped_column(index=True)


class VersionRow(Base):
    """One immutable version. `line` is `main` for the library's own line, `side` for what lies beside it."""

    __tablename__ = "version"
    hash: Mapped[str] = mapped_column(HASH, primary_key=True)
    agreement_id: Mapped[str] = mapped_column(ForeignKey("agreement.id"))
    seq: Mapped[int]
    line: Mapped[str] = mapped_column(String(4))
    parent_hash: Mapped[str | None] = mapped_column(ForeignKey("version.hash"), index=True)
    merge_parent_hash: Mapped[str | None] = mapped_column(ForeignKey("version.hash"))
    content_hash: Mapped[str] = mapped_column(HASH, index=True)
    doc_schema: Mapped[int]
    kind: Mapped[str] = mapped_column(String(16))
    author: Mapped[str]
    message: Mapped[str]
    at: Mapped[dt.datetime]
    codec: Mapped[str] = mapped_column(String(8))
    body: Mapped[bytes]
    __table_args__ = (
        Index(None, "agreement_id", "seq"),
        CheckConstraint("length(hash) = 64", name="hash"),
        CheckConstraint("length(content_hash) = 64", name="content_hash"),
        CheckConstraint("(seq = 1) = (parent_hash IS NULL)", name="root"),
        CheckConstraint("line IN ('main', 'side')", name="line"),
        CheckConstraint("codec IN ('zlib')", name="codec"),
        CheckConstraint("kind IN ('saved', 'for_signature', 'restored', 'merge')", name="kind"),
        Index(
            "uq_version_main_line", "agreement_id", "seq", unique=True, sqlite_where=_MAIN_LINE,
            postgresql_where=_MAIN_LINE,
        ),
    )  # fmt: skip


class DraftRow(Base):
    """The working state of an agreement, whole; also what is recovered after a crash."""

    __tablename__ = "draft"
    agreement_id: Mapped[str] = mapped_column(ForeignKey("agreement.id"), primary_key=True)
    revision: Mapped[int]
    base_hash: Mapped[str | None] = mapped_column(ForeignKey("version.hash"))
    content_hash: Mapped[str] = mapped_column(HASH)
    saved_at: Mapped[dt.datetime]
    content: Mapped[bytes]


class SnapshotRow(Base):
    """Former states of drafts, thinned with age."""

    __tablename__ = "draft_snapshot"
    agreement_id: Mapped[str] = mapped_column(ForeignKey("agreement.id"), primary_key=True)
    revision: Mapped[int] = _key()
    at: Mapped[dt.datetime]
    content_hash: Mapped[str] = mapped_column(HASH)
    content: Mapped[bytes]


class WorkshopRow(Base):
    """What belongs to an agreement's workshops and is never part of what is signed, one row for each part of it."""

    __tablename__ = "workshop"
    agreement_id: Mapped[str] = mapped_column(ForeignKey("agreement.id"), primary_key=True)
    part: Mapped[str] = mapped_column(String(16), primary_key=True)
    revision: Mapped[int]
    saved_at: Mapped[dt.datetime]
    content_hash: Mapped[str] = mapped_column(HASH)
    content: Mapped[bytes]


class BlobRow(Base):
    """Files and large values, once each, under their SHA-256."""

    __tablename__ = "blob"
    sha256: Mapped[str] = mapped_column(HASH, primary_key=True)
    size: Mapped[int]
    media_type: Mapped[str]
    data: Mapped[bytes]
    __table_args__ = (CheckConstraint("length(data) = size", name="size"),)


class SignatureRow(Base):
    """Who signed which version, with the file that proves it."""

    __tablename__ = "signature"
    number: Mapped[int] = _key()
    version_hash: Mapped[str] = mapped_column(ForeignKey("version.hash"))
    role: Mapped[str]
    signer: Mapped[str]
    email: Mapped[str]
    signed_at: Mapped[dt.datetime]
    fingerprint: Mapped[str]
    method: Mapped[str] = mapped_column(String(8))
    pdf_sha256: Mapped[str] = mapped_column(ForeignKey("blob.sha256"))
    recorded_at: Mapped[dt.datetime]
    event: Mapped[int] = mapped_column(ForeignKey("event.seq"))
    __table_args__ = (
        UniqueConstraint("version_hash", "role", "fingerprint", "signer", "signed_at"),
        CheckConstraint("(method = 'paper') = (fingerprint = '')", name="method"),
    )


class PinRow(Base):
    """Which certificate was expected of whom, since when; the last row of a role and e-mail holds."""

    __tablename__ = "pin"
    number: Mapped[int] = _key()
    role: Mapped[str]
    email: Mapped[str]
    fingerprint: Mapped[str] = mapped_column(HASH)
    name: Mapped[str]
    at: Mapped[dt.datetime]
    note: Mapped[str]
    event: Mapped[int] = mapped_column(ForeignKey("event.seq"))
    __table_args__ = (Index(None, "role", "email", "number"),)


class BatchRow(Base):
    """One import of the lead log; only `undone_at` ever changes."""

    __tablename__ = "import_batch"
    agreement_id: Mapped[str] = mapped_column(ForeignKey("agreement.id"), primary_key=True)
    number: Mapped[int] = _key()
    at: Mapped[dt.datetime]
    by: Mapped[str]
    source_name: Mapped[str]
    source_sha256: Mapped[str] = mapped_column(ForeignKey("blob.sha256"))
    log_sha256: Mapped[str] = mapped_column(ForeignKey("blob.sha256"))
    problems_sha256: Mapped[str | None] = mapped_column(ForeignKey("blob.sha256"))
    mapping: Mapped[str]
    as_of: Mapped[str]
    added: Mapped[int]
    updated: Mapped[int]
    unchanged: Mapped[int]
    rejected: Mapped[int]
    skipped: Mapped[int]
    problem_count: Mapped[int]
    event: Mapped[int] = mapped_column(ForeignKey("event.seq"))
    undone_at: Mapped[dt.datetime | None]


class TotalRow(Base):
    """Totals of metrics by period; a correction is a later row."""

    __tablename__ = "period_total"
    agreement_id: Mapped[str] = mapped_column(ForeignKey("agreement.id"), primary_key=True)
    number: Mapped[int] = _key()
    metric: Mapped[str]
    period: Mapped[str]
    value: Mapped[Decimal | None]
    note: Mapped[str]
    marketing_name: Mapped[str]
    sales_name: Mapped[str]
    batch: Mapped[int | None]
    at: Mapped[dt.datetime]
    event: Mapped[int] = mapped_column(ForeignKey("event.seq"))
    __table_args__ = (
        ForeignKeyConstraint(["agreement_id", "batch"], ["import_batch.agreement_id", "import_batch.number"]),
        CheckConstraint("batch IS NOT NULL OR (marketing_name <> '' AND sales_name <> '' AND note <> '')", name="said"),
    )


class AttestationRow(Base):
    """Deliverables that both teams say were done; a correction names the row it replaces."""

    __tablename__ = "attestation"
    agreement_id: Mapped[str] = mapped_column(ForeignKey("agreement.id"), primary_key=True)
    number: Mapped[int] = _key()
    key: Mapped[str]
    done_on: Mapped[dt.date]
    pieces: Mapped[int]
    note: Mapped[str]
    marketing_name: Mapped[str]
    sales_name: Mapped[str]
    corrects: Mapped[int | None]
    at: Mapped[dt.datetime]
    event: Mapped[int] = mapped_column(ForeignKey("event.seq"))
    __table_args__ = (
        ForeignKeyConstraint(["agreement_id", "corrects"], ["attestation.agreement_id", "attestation.number"]),
        UniqueConstraint("agreement_id", "corrects"),
        CheckConstraint("marketing_name <> '' AND sales_name <> '' AND note <> ''", name="said"),
        CheckConstraint("pieces >= 0", name="pieces"),
    )


class OverrideRow(Base):
    """How single leads count, as both teams settled it; the last row of an identity and commitment holds."""

    __tablename__ = "row_override"
    agreement_id: Mapped[str] = mapped_column(ForeignKey("agreement.id"), primary_key=True)
    number: Mapped[int] = _key()
    identity: Mapped[str]
    commitment: Mapped[str]
    decision: Mapped[str]
    note: Mapped[str]
    marketing_name: Mapped[str]
    sales_name: Mapped[str]
    at: Mapped[dt.datetime]
    event: Mapped[int] = mapped_column(ForeignKey("event.seq"))
    __table_args__ = (CheckConstraint("marketing_name <> '' AND sales_name <> '' AND note <> ''", name="said"),)


class ProfileRow(Base):
    """Remembered column mappings."""

    __tablename__ = "mapping_profile"
    name: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str] = mapped_column(index=True)
    mapping: Mapped[str]
    saved_at: Mapped[dt.datetime]


RECORDED: dict[type[Base], tuple[str, ...]] = {
    SignatureRow: ("signature.recorded",),
    PinRow: ("pin.first", "pin.replaced"),
    BatchRow: ("import.added",),
    TotalRow: ("total.entered", "total.imported"),
    AttestationRow: ("deliverable.attested",),
    OverrideRow: ("row.settled",),
}
"""Tables whose rows are repeated in the audit trail, so that a change to them shows; with the kinds of those events."""

APPEND_ONLY: tuple[type[Base], ...] = (EventRow, VersionRow, BlobRow, *RECORDED)
CHANGING = {"import_batch": ("undone_at",), "version": ("line",)}
"""Columns of guarded tables that may change."""

for _model in APPEND_ONLY:
    guard(Base.metadata.tables[_model.__tablename__], CHANGING.get(_model.__tablename__, ()))
