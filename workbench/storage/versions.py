"""Versions: what was once saved on purpose, for good, each naming its parents by hash. Must not know contents.

The library's own line (`main`) is what people number and see; versions that somebody else sent and that lie beside it
(`side`) are kept for merging and found by their hash.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, insert, select, update

from workbench.agreement.version import VersionHeader, VersionKind
from workbench.base.clock import utc_text
from workbench.base.errors import ConflictError, DamagedError, NotAllowedError, NotFoundError
from workbench.storage.agreements import require
from workbench.storage.content import CODEC, canonical_hash, pack, unpack
from workbench.storage.database import Database
from workbench.storage.drafts import set_base
from workbench.storage.events import append
from workbench.storage.lineage import ancestors, common_ancestors
from workbench.storage.schema import MAIN, AgreementRow, VersionRow
from workbench.storage.wording import line, note

_HEADER: list[ColumnElement[Any]] = [column for column in VersionRow.__table__.columns if column.name != "body"]
_TICK = dt.timedelta(microseconds=1)


def version_of(row: Row[Any]) -> VersionHeader:
    """The version that a row describes; its hash is computed anew from the row."""
    parents = tuple(parent for parent in (row.parent_hash, row.merge_parent_hash) if parent)
    return VersionHeader(
        row.agreement_id, row.seq, parents, row.content_hash, row.doc_schema, row.kind, row.author, row.message, row.at
    )  # fmt: skip


def insert_version(connection: Connection, version: VersionHeader, content: bytes, line_name: str) -> None:
    """Store a version, inside the caller's transaction.

    Args:
        connection: In a writing transaction.
        version: Checked; of at most two parents.
        content: Its canonical JSON.
        line_name: `main` or `side`.
    """
    parents: list[str | None] = [*version.parents]
    parent, merged = parents + [None] * (2 - len(parents))
    connection.execute(
        insert(VersionRow).values(
            hash=version.hash, agreement_id=version.agreement, seq=version.number, line=line_name, parent_hash=parent,
            merge_parent_hash=merged, content_hash=version.content_hash, doc_schema=version.doc_schema,
            kind=version.kind, author=version.author, message=version.message, at=version.at, codec=CODEC,
            body=pack(content),
        )
    )  # fmt: skip


def versions_in(connection: Connection, agreement: str, line_name: str | None = None) -> dict[str, VersionHeader]:
    """The versions of an agreement by their stored hashes, lowest number first.

    Raises:
        DamagedError: A row says something else than its hash.
    """
    query = select(*_HEADER).where(VersionRow.agreement_id == agreement)
    if line_name:
        query = query.where(VersionRow.line == line_name)
    return {row.hash: _true(row) for row in connection.execute(query.order_by(VersionRow.seq, VersionRow.hash))}


def _true(row: Row[Any]) -> VersionHeader:
    version = version_of(row)
    if version.hash != row.hash:
        raise DamagedError(
            f"Version {row.seq} of the agreement {row.agreement_id} is damaged: it says something else than its hash.",
            "Let doctor examine the library, and put it back from a backup.",
        )
    return version


def _after(parent: VersionHeader) -> dt.datetime:
    try:
        return parent.at + _TICK
    except OverflowError:
        raise NotAllowedError(
            f"Version {parent.number} is dated {parent.at:%Y-%m-%d}, and there is no later moment for another.",
            "Go on in a copy of the agreement.",
        ) from None


class Versions:
    """The versions of an open library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(
        self,
        agreement: str,
        content: bytes,
        *,
        seen: str,
        kind: VersionKind,
        author: str,
        message: str,
        doc_schema: int,
        merged: str = "",
        status: str | None = None,
    ) -> VersionHeader:
        """Add a version to the own line and let the draft stand on it.

        Args:
            agreement: Its id.
            content: Canonical JSON.
            seen: Hash of the newest version this was made from; empty for the first.
            kind: Why it is saved; `merge` names `merged`.
            author: Who.
            message: Why, in words.
            doc_schema: `Agreement.format` of the content.
            merged: For a merge: hash of the other side's version.
            status: The lifecycle's word from now on; nothing leaves it.

        Raises:
            ConflictError: There is a newer version than the one seen.
            NotFoundError: There is no such agreement, or no such other side.
            DamagedError: The content is not canonical JSON.
            NotAllowedError: Too large, too long a name or message, or the one before is dated at the end of time.
        """
        sha256, author, message = canonical_hash(content), line(author, "name"), note(message, "message")
        with self._database.writing() as connection:
            require(connection, agreement)
            head = self._head_in(connection, agreement)
            if (head.hash if head else "") != seen:
                raise ConflictError(
                    "A newer version of this agreement was saved in the meantime.",
                    "Look at it in the history, and merge or save again.",
                )
            other = versions_in(connection, agreement).get(merged) if merged else None
            if merged and not other:
                raise NotFoundError(f"The version {merged[:12]} to merge is not in this library.", "Open it first.")
            parents = tuple(parent for parent in (head, other) if parent)
            earliest = max((_after(parent) for parent in parents), default=self._database.now())
            version = VersionHeader(
                agreement, max((parent.number for parent in parents), default=0) + 1,
                tuple(parent.hash for parent in parents), sha256, doc_schema, kind, author, message,
                max(self._database.now(), earliest),
            )  # fmt: skip
            insert_version(connection, version, content, "main")
            set_base(connection, agreement, version.hash)
            self._touch(connection, version, status)
        return version

    def head(self, agreement: str) -> VersionHeader | None:
        """The newest version of the own line; nothing before the first.

        Raises:
            DamagedError: It says something else than its hash.
        """
        with self._database.reading() as connection:
            return self._head_in(connection, agreement)

    def all(self, agreement: str) -> tuple[VersionHeader, ...]:
        """The own line, oldest first.

        Raises:
            DamagedError: One says something else than its hash.
        """
        with self._database.reading() as connection:
            return tuple(versions_in(connection, agreement, "main").values())

    def every(self, agreement: str) -> tuple[VersionHeader, ...]:
        """The own line and all that lies beside it, lowest number first: what a bundle carries.

        Raises:
            DamagedError: One says something else than its hash.
        """
        with self._database.reading() as connection:
            return tuple(versions_in(connection, agreement).values())

    def get(self, agreement: str, number: int) -> VersionHeader:
        """The version of the own line with a number.

        Raises:
            NotFoundError: There is none.
            DamagedError: It says something else than its hash.
        """
        query = select(*_HEADER).where(
            VersionRow.agreement_id == agreement, VersionRow.seq == number, VersionRow.line == MAIN
        )
        with self._database.reading() as connection:
            row = connection.execute(query).first()
        if row is None:
            raise NotFoundError(f"There is no version {number} of this agreement.", "See its history.")
        return _true(row)

    def by_hash(self, sha256: str) -> VersionHeader:
        """The version with a hash, on whatever line, of whatever agreement.

        Args:
            sha256: The version's hash, or at least its first eight digits.

        Raises:
            NotFoundError: None has it, or more than one.
            DamagedError: It says something else than its hash.
        """
        query = select(*_HEADER).where(VersionRow.hash.between(sha256, sha256 + "g")).limit(2)
        with self._database.reading() as connection:
            rows = connection.execute(query).all() if re.fullmatch("[0-9a-f]{8,64}", sha256) else []
        if len(rows) != 1:
            raise NotFoundError(f"No one version with the hash {sha256[:64]!r} is in this library.", "Give all of it.")
        return _true(rows[0])

    def content(self, version_hash: str) -> bytes:
        """The canonical JSON of a version, exactly as it was saved.

        Raises:
            NotFoundError: There is no such version.
            DamagedError: It is not what was saved.
        """
        query = select(VersionRow.body, VersionRow.content_hash, VersionRow.seq).where(VersionRow.hash == version_hash)
        with self._database.reading() as connection:
            row = connection.execute(query).first()
        if row is None:
            raise NotFoundError(f"The version {version_hash[:12]!r} is not in this library.", "See the history.")
        return unpack(row.body, row.content_hash, f"Version {row.seq} ({version_hash[:12]})")

    def common_ancestors(self, one: str, other: str) -> tuple[VersionHeader, ...]:
        """The latest versions that two of the same agreement descend from: what a merge of them is over.

        Args:
            one: A version's hash.
            other: A version's hash.

        Raises:
            NotFoundError: One of them is not here.
        """
        known = self._family(self.by_hash(one).agreement)
        return tuple(known[base] for base in common_ancestors(one, other, known))

    def descends(self, one: str, other: str) -> bool:
        """Whether one version is another, or descends from it.

        Raises:
            NotFoundError: The first is not here.
        """
        return other in ancestors(one, self._family(self.by_hash(one).agreement))

    def _family(self, agreement: str) -> Mapping[str, VersionHeader]:
        with self._database.reading() as connection:
            return versions_in(connection, agreement)

    def _head_in(self, connection: Connection, agreement: str) -> VersionHeader | None:
        own = select(*_HEADER).where(VersionRow.agreement_id == agreement, VersionRow.line == MAIN)
        row = connection.execute(own.order_by(VersionRow.seq.desc()).limit(1)).first()
        return _true(row) if row else None

    def _touch(self, connection: Connection, version: VersionHeader, status: str | None) -> None:
        now = self._database.now()
        values = {"updated_at": now} | ({} if status is None else {"status": line(status, "status")})
        connection.execute(update(AgreementRow).where(AgreementRow.id == version.agreement).values(**values))
        detail = {"hash": version.hash, "number": version.number, "kind": version.kind, "message": version.message}
        append(
            connection, now, "version.saved", version.author, version.agreement,
            detail | {"at": utc_text(version.at)} | ({} if status is None else {"status": status}),
        )  # fmt: skip
