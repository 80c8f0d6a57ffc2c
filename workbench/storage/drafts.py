"""Drafts: the working state of each agreement, saved whole in one transaction, acknowledged only when it is durable.

The draft is also what is recovered after a crash. What it said earlier is kept in snapshots: whenever it is replaced
after standing for five minutes, or five minutes after the last snapshot. Must not know what the JSON means.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection, delete, insert, select, update

from workbench.base.errors import ConflictError, NotFoundError
from workbench.fields.codec import content_hash
from workbench.storage.content import checked, pack, small_enough, unpack
from workbench.storage.database import Database
from workbench.storage.records.drafts import Draft, DraftSaved, Snapshot
from workbench.storage.schema import AgreementRow, DraftRow, SnapshotRow
from workbench.storage.thinning import kept
from workbench.storage.wording import title_line

SNAPSHOT_AFTER = dt.timedelta(minutes=5)


def insert_draft(connection: Connection, agreement: str, content: bytes, at: dt.datetime) -> None:
    """The first draft of a new agreement, inside the caller's transaction."""
    values = {"agreement_id": agreement, "revision": 1, "base_hash": None, "saved_at": at}
    connection.execute(insert(DraftRow).values(**values, content_hash=content_hash(content), content=content))


def set_base(connection: Connection, agreement: str, base: str) -> None:
    """Say which version the draft stands on now, inside the caller's transaction."""
    connection.execute(update(DraftRow).where(DraftRow.agreement_id == agreement).values(base_hash=base))


class Drafts:
    """The drafts of an open library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, agreement: str) -> Draft:
        """The draft of an agreement.

        Raises:
            NotFoundError: There is no such agreement.
            DamagedError: It is not what was saved.
        """
        with self._database.reading() as connection:
            row = connection.execute(select(DraftRow.__table__).where(DraftRow.agreement_id == agreement)).first()
        if row is None:
            raise NotFoundError(
                f"There is no draft of the agreement {agreement[:60]!r}.", "See the list of agreements."
            )
        content = checked(row.content, row.content_hash, f"The draft of the agreement {agreement}")
        return Draft(agreement, row.revision, row.base_hash or "", content, row.saved_at)

    def save(
        self, agreement: str, content: bytes, *, seen: int, title: str, base: str | None = None, keep: bool = False
    ) -> DraftSaved:  # fmt: skip
        """Replace the draft. When this returns, it is on the disk.

        Args:
            agreement: Its id.
            content: Canonical JSON.
            seen: The revision this was made from.
            title: For the list.
            base: Hash of the version it now begins from; nothing leaves that as it was.
            keep: Whether what it said until now is kept as a snapshot in any case (before a restore or a merge).

        Raises:
            ConflictError: The draft has been saved by somebody else since.
            NotFoundError: There is no such agreement.
            NotAllowedError: Too large.
            OutsideError: It could not be made durable; the draft is what it was.
        """
        small_enough(content)
        sha256, now = content_hash(content), self._database.now()
        with self._database.writing() as connection:
            old = connection.execute(
                select(DraftRow.revision, DraftRow.content_hash, DraftRow.base_hash, DraftRow.saved_at).where(
                    DraftRow.agreement_id == agreement
                )
            ).first()
            if old is None:
                raise NotFoundError(f"There is no draft of the agreement {agreement[:60]!r}.", "Create it first.")
            if old.revision != seen:
                raise ConflictError(
                    "This draft was changed somewhere else in the meantime.",
                    "Open the agreement again; your own text is still in this window.",
                )
            new_base = (old.base_hash or "") if base is None else base
            if (old.content_hash, old.base_hash or "") == (sha256, new_base):
                return DraftSaved(agreement, old.revision, new_base, old.saved_at)
            self._snapshot(connection, agreement, old.saved_at, now, keep=keep)
            values = {"revision": seen + 1, "base_hash": new_base or None, "content_hash": sha256, "content": content}
            connection.execute(
                update(DraftRow).where(DraftRow.agreement_id == agreement).values(**values, saved_at=now)
            )
            connection.execute(
                update(AgreementRow).where(AgreementRow.id == agreement).values(title=title_line(title), updated_at=now)
            )
        return DraftSaved(agreement, seen + 1, new_base, now)

    def snapshots(self, agreement: str) -> tuple[Snapshot, ...]:
        """The former states that are kept, newest first."""
        query = select(SnapshotRow.revision, SnapshotRow.at).where(SnapshotRow.agreement_id == agreement)
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(SnapshotRow.revision.desc()))
            return tuple(Snapshot(agreement, row.revision, row.at) for row in rows)

    def snapshot(self, agreement: str, revision: int) -> bytes:
        """The canonical JSON of a former state.

        Raises:
            NotFoundError: It is not kept, or not any more.
            DamagedError: It is not what was kept.
        """
        key = (SnapshotRow.agreement_id == agreement) & (SnapshotRow.revision == revision)
        with self._database.reading() as connection:
            row = connection.execute(select(SnapshotRow.content, SnapshotRow.content_hash).where(key)).first()
        if row is None:
            raise NotFoundError(f"State {revision} of this draft is not kept any more.", "See the list of states.")
        return unpack(row.content, row.content_hash, f"State {revision} of the draft of the agreement {agreement}")

    def _snapshot(
        self, connection: Connection, agreement: str, since: dt.datetime, now: dt.datetime, *, keep: bool
    ) -> None:  # fmt: skip
        """Keep what is about to be replaced, if it is due, and thin out what is kept already."""
        own = SnapshotRow.agreement_id == agreement
        earlier = connection.execute(select(SnapshotRow.revision, SnapshotRow.at).where(own)).all()
        last = max((row.at for row in earlier), default=None)
        if not keep and last and since - last < SNAPSHOT_AFTER and now - since < SNAPSHOT_AFTER:
            return
        old = connection.execute(
            select(DraftRow.revision, DraftRow.content_hash, DraftRow.content).where(DraftRow.agreement_id == agreement)
        ).one()
        connection.execute(
            insert(SnapshotRow).values(
                agreement_id=agreement, revision=old.revision, at=since, content_hash=old.content_hash,
                content=pack(old.content),
            )
        )  # fmt: skip
        stays = kept([*(row.at for row in earlier), since], now)
        for row in earlier:
            if row.at not in stays:
                connection.execute(delete(SnapshotRow).where(own & (SnapshotRow.revision == row.revision)))
