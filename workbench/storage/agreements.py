"""The list of agreements: what each is called, how it stands, and which one a person means. Must not know contents."""

from __future__ import annotations

import re
import uuid
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select, update

from workbench.base.errors import ConflictError, NotAllowedError, NotFoundError
from workbench.storage.content import small_enough
from workbench.storage.database import Database
from workbench.storage.drafts import insert_draft
from workbench.storage.events import append
from workbench.storage.records.drafts import AgreementHead
from workbench.storage.schema import MAIN, AgreementRow, VersionRow
from workbench.storage.wording import line, title_line

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def _heads() -> Select[Any]:
    own = (VersionRow.agreement_id == AgreementRow.id) & (VersionRow.line == MAIN)
    count = select(func.count()).where(own).scalar_subquery().label("versions")
    head = select(VersionRow.hash).where(own).order_by(VersionRow.seq.desc()).limit(1).scalar_subquery().label("head")
    return select(AgreementRow.__table__, count, head)


def _head(row: Row[Any]) -> AgreementHead:
    return AgreementHead(row.id, row.title, row.status, row.versions, row.head or "", row.created_at, row.updated_at)


def require(connection: Connection, agreement: str) -> None:
    """Make sure an agreement exists.

    Raises:
        NotFoundError: It does not.
    """
    if connection.scalar(select(AgreementRow.id).where(AgreementRow.id == agreement)) is None:
        raise NotFoundError(f"There is no agreement {agreement[:60]!r} in this library.", "See the list of agreements.")


class Agreements:
    """The agreements of an open library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(
        self, content: bytes, *, title: str, actor: str, status: str = "draft", agreement: str | None = None
    ) -> AgreementHead:  # fmt: skip
        """Add an agreement with its first draft, revision 1.

        Args:
            content: Canonical JSON of the draft.
            title: For the list.
            actor: Who.
            status: The lifecycle's word.
            agreement: Its id where it has one already (a bundle, a signed PDF); otherwise it is given one.

        Raises:
            ConflictError: An agreement with this id is here already.
            NotAllowedError: Too large, too long a name, or not an id.
        """
        small_enough(content)
        if agreement is not None and not _ID.fullmatch(agreement):
            raise NotAllowedError(f"{agreement[:60]!r} is not the id of an agreement.", "Ask for the file again.")
        key, now = agreement or str(uuid.uuid4()), self._database.now()
        with self._database.writing() as connection:
            if connection.scalar(select(AgreementRow.id).where(AgreementRow.id == key)):
                raise ConflictError(f"The agreement {key} is in this library already.", "Merge into it instead.")
            values = {"id": key, "title": title_line(title), "status": line(status, "status")}
            connection.execute(insert(AgreementRow).values(**values, created_at=now, updated_at=now))
            insert_draft(connection, key, content, now)
            append(connection, now, "agreement.created", line(actor, "name"), key, values)
        return AgreementHead(key, values["title"], values["status"], 0, "", now, now)

    def all(self) -> tuple[AgreementHead, ...]:
        """Every agreement, the last changed first."""
        with self._database.reading() as connection:
            rows = connection.execute(_heads().order_by(AgreementRow.updated_at.desc(), AgreementRow.id))
            return tuple(map(_head, rows))

    def get(self, agreement: str) -> AgreementHead:
        """One agreement by its whole id.

        Raises:
            NotFoundError: There is none.
        """
        with self._database.reading() as connection:
            require(connection, agreement)
            return _head(connection.execute(_heads().where(AgreementRow.id == agreement)).one())

    def find(self, words: str) -> AgreementHead:
        """The one agreement that a person means by an id, a prefix of one, or an exact title.

        Raises:
            NotFoundError: None, or more than one.
        """
        wanted = title_line(words)  # titles are kept so, whatever was typed
        heads = self.all()
        found = [one for one in heads if one.id == wanted] or [one for one in heads if one.title == wanted]
        found = found or [one for one in heads if wanted and one.id.startswith(wanted.lower())]
        if len(found) == 1:
            return found[0]
        if found:
            raise NotFoundError(
                f"{len(found)} agreements are meant by {wanted[:60]!r}.",
                f"Name one by its id: {', '.join(one.id for one in found[:5])}.",
            )
        raise NotFoundError(
            f"No agreement is meant by {wanted[:60]!r}.", "Name an id, its beginning, or a whole title."
        )

    def set_status(self, agreement: str, status: str, actor: str) -> AgreementHead:
        """Write down how an agreement stands now.

        Args:
            agreement: Its id.
            status: The lifecycle's word.
            actor: Who.

        Raises:
            NotFoundError: There is no such agreement.
        """
        now, word = self._database.now(), line(status, "status")
        with self._database.writing() as connection:
            require(connection, agreement)
            connection.execute(
                update(AgreementRow).where(AgreementRow.id == agreement).values(status=word, updated_at=now)
            )
            append(connection, now, "agreement.status", line(actor, "name"), agreement, {"status": word})
        return self.get(agreement)
