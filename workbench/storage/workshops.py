"""What belongs to workshops: kept beside the draft, saved whole, never part of a version, a bundle or a hash chain.

Must not know what the JSON means.
"""

from __future__ import annotations

from sqlalchemy import insert, select, update

from workbench.base.errors import ConflictError
from workbench.fields.codec import content_hash
from workbench.storage.agreements import require
from workbench.storage.content import checked, small_enough
from workbench.storage.database import Database
from workbench.storage.records.workshops import WorkshopPart
from workbench.storage.schema import WorkshopRow


class Workshops:
    """The workshops of an open library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, agreement: str, part: str) -> WorkshopPart:
        """A part of what is kept for an agreement; empty and of revision 0 while nothing was saved.

        Raises:
            NotFoundError: There is no such agreement.
            DamagedError: It is not what was saved.
        """
        key = (WorkshopRow.agreement_id == agreement) & (WorkshopRow.part == part)
        with self._database.reading() as connection:
            require(connection, agreement)
            row = connection.execute(select(WorkshopRow.__table__).where(key)).first()
        if row is None:
            return WorkshopPart(agreement, part, 0, b"", None)
        content = checked(row.content, row.content_hash, f"The {part} of the agreement {agreement}")
        return WorkshopPart(agreement, part, row.revision, content, row.saved_at)

    def save(self, agreement: str, part: str, content: bytes, *, seen: int) -> WorkshopPart:
        """Replace a part. When this returns, it is on the disk.

        Args:
            agreement: Its id.
            part: Which; at most 16 letters.
            content: Canonical JSON.
            seen: The revision this was made from; 0 for the first.

        Raises:
            ConflictError: It has been saved by somebody else since.
            NotFoundError: There is no such agreement.
            NotAllowedError: Too large.
            OutsideError: It could not be made durable; what is kept is what it was.
        """
        small_enough(content)
        now = self._database.now()
        key = (WorkshopRow.agreement_id == agreement) & (WorkshopRow.part == part)
        values = {"revision": seen + 1, "saved_at": now, "content_hash": content_hash(content), "content": content}
        with self._database.writing() as connection:
            require(connection, agreement)
            known = connection.scalar(select(WorkshopRow.revision).where(key)) or 0
            if known != seen:
                raise ConflictError(
                    "What is prepared for this workshop was changed somewhere else in the meantime.",
                    "Open the agreement again; your own text is still in this window.",
                )
            if known:
                connection.execute(update(WorkshopRow).where(key).values(**values))
            else:
                connection.execute(insert(WorkshopRow).values(agreement_id=agreement, part=part, **values))
        return WorkshopPart(agreement, part, seen + 1, content, now)
