"""Versions that somebody else sent, taken in: checked first as a whole, then added, never in place of own ones.

Taking in the same ones again changes nothing. Must not know bundles, only what is in them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import get_args

from sqlalchemy import Connection, select, update

from workbench.agreement.version import VersionHeader, VersionKind
from workbench.base.errors import DamagedError, NotAllowedError, NotFoundError
from workbench.storage.agreements import require
from workbench.storage.content import canonical_hash
from workbench.storage.database import Database
from workbench.storage.drafts import set_base
from workbench.storage.events import append
from workbench.storage.lineage import ancestors, continuation
from workbench.storage.records.history import Received
from workbench.storage.schema import MAIN, AgreementRow, DraftRow, VersionRow
from workbench.storage.versions import insert_version, versions_in
from workbench.storage.wording import line, note

MOST_VERSIONS = 1_000_000
"""Larger numbers of versions are not believed."""
MOST_PARENTS = 2
"""A merge has two; a row has room for no more."""
CLOCKS_DIFFER = dt.timedelta(days=1)
"""How far another clock may be ahead: what is saved here later is dated after what it follows."""
_AGAIN = "Ask for the file again; nothing was taken in."


class Receiving:
    """The door for versions from elsewhere."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def receive(
        self, agreement: str, sent: Sequence[tuple[VersionHeader, bytes]], *, head: str, actor: str,
        follow: bool = True,
    ) -> Received:  # fmt: skip
        """Take in versions of an agreement that is here, and go on with them if the own line has not gone on itself.

        Args:
            agreement: Its id; made beforehand (in the same transaction) when it is new.
            sent: Versions with their contents, in any order; may hold known ones.
            head: Hash of the sender's newest version, sent or here already.
            actor: Who took them in.
            follow: Whether the own line may go on with theirs; else theirs is kept beside it, and nothing is lost by
                asking again.

        Raises:
            DamagedError: One is not what its hash says, or its parents are missing; nothing is taken in.
            NotFoundError: There is no such agreement, or the head is not among them.
        """
        actor = line(actor, "name")
        with self._database.writing() as connection:
            require(connection, agreement)
            own = versions_in(connection, agreement)
            mine = next(reversed(versions_in(connection, agreement, "main")), "")
            everything = dict(own)
            fresh: list[tuple[VersionHeader, bytes]] = []
            for version, content in sorted(sent, key=lambda pair: pair[0].number):
                _well_formed(version)
                if version.hash not in everything:
                    _check(version, content, agreement, everything, self._database.now())
                    everything[version.hash] = version
                    fresh.append((version, content))
            if head not in everything:
                raise NotFoundError(f"The newest version {head[:12]!r} was not sent.", "Ask for the file again.")
            onward = continuation(mine, head, everything)
            own_line = (onward or ()) if follow else ()
            for version, content in fresh:
                insert_version(connection, version, content, "main" if version.hash in own_line else "side")
            joining = [one for one in own_line if one in own]  # they came beside it, before it could go on with them
            if joining:
                connection.execute(update(VersionRow).where(VersionRow.hash.in_(joining)).values(line=MAIN))
            outcome = Received(
                tuple(version.hash for version, _ in fresh), len(sent) - len(fresh),
                "same" if head == mine
                else "forward" if own_line
                else "ahead" if onward
                else "behind" if head in ancestors(mine, everything)
                else "diverged",
            )  # fmt: skip
            if fresh or joining:
                self._write_down(connection, agreement, outcome, actor, mine, head, list(own_line))
        return outcome

    def _write_down(
        self, connection: Connection, agreement: str, outcome: Received, actor: str, mine: str, head: str,
        own_line: list[str],
    ) -> None:  # fmt: skip
        now = self._database.now()
        connection.execute(update(AgreementRow).where(AgreementRow.id == agreement).values(updated_at=now))
        base = connection.scalar(select(DraftRow.base_hash).where(DraftRow.agreement_id == agreement))
        if outcome.outcome == "forward" and not mine and base is None:
            set_base(connection, agreement, head)
        append(
            connection, now, "version.received", actor, agreement,
            {"added": list(outcome.added), "main": own_line, "head": head, "outcome": outcome.outcome},
        )  # fmt: skip


def _well_formed(version: VersionHeader) -> None:
    """Refuse what no program of ours can have written, and what could not even be hashed."""
    try:
        clean = version.author == line(version.author, "name") and version.message == note(version.message, "message")
    except NotAllowedError:
        clean = False
    parents = version.parents
    descends = len(set(parents)) == len(parents) <= MOST_PARENTS and (version.kind == "merge") == (len(parents) > 1)
    known_kind = version.kind in get_args(VersionKind)
    if not clean or not known_kind or not descends or not 0 < version.number < MOST_VERSIONS:
        raise DamagedError("One of the versions was not written by SLA Workbench.", _AGAIN)


def _check(
    version: VersionHeader, content: bytes, agreement: str, known: dict[str, VersionHeader], now: dt.datetime
) -> None:  # fmt: skip
    what = f"Version {version.number} ({version.hash[:12]})"
    if version.agreement != agreement:
        raise DamagedError(f"{what} belongs to another agreement.", _AGAIN)
    if canonical_hash(content) != version.content_hash:
        raise DamagedError(f"{what} is damaged: its content is not the one its hash names.", _AGAIN)
    missing = [parent for parent in version.parents if parent not in known]
    if missing:
        raise DamagedError(f"{what} descends from {missing[0][:12]}, which was not sent.", _AGAIN)
    highest = max((known[parent].number for parent in version.parents), default=0)
    if version.number != highest + 1 or any(known[parent].at >= version.at for parent in version.parents):
        raise DamagedError(f"{what} cannot follow its parents: number or time do not go on.", _AGAIN)
    if version.at - now > CLOCKS_DIFFER:
        raise DamagedError(
            f"{what} says that it was saved on {version.at:%Y-%m-%d}, which is more than a day after now.",
            "Set the clock that is wrong, here or there; nothing was taken in.",
        )
