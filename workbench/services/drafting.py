"""Working on a draft: read it, change one place, save the whole, look at former states.

Must not know either face.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.agreement.commitment import Commitment
from workbench.agreement.commitments import commitments
from workbench.agreement.model import Agreement, read_agreement
from workbench.agreement.rules import rules
from workbench.base.errors import NotAllowedError
from workbench.fields.codec import canonical, decode_value
from workbench.fields.issue import Issue
from workbench.fields.path import declared, put
from workbench.services.files import write_file

if TYPE_CHECKING:
    from workbench.storage.library import Library
    from workbench.storage.records.drafts import Draft


@dataclass(frozen=True)
class DraftState:
    """A draft as it is kept.

    Attributes:
        id: Of the agreement.
        agreement: What it says.
        revision: To be named by the next save.
        base: Hash of the version it began from; empty for none.
        saved_at: When it was last saved, aware.
    """

    id: str
    agreement: Agreement
    revision: int
    base: str
    saved_at: dt.datetime


def state_of(kept: Draft) -> DraftState:
    """A draft as it was read from a library.

    Raises:
        DamagedError: It is not an agreement.
    """
    content = read_agreement(kept.content, "The draft")
    return DraftState(kept.agreement, content, kept.revision, kept.base, kept.saved_at)


def write_draft(content: Agreement, target: Path) -> str:
    """Write an agreement as Agreement JSON, without any library; answers the file's SHA-256.

    Raises:
        OutsideError: The file cannot be written.
    """
    return write_file(target, canonical(content))


@dataclass(frozen=True)
class Saved:
    """The receipt of a save; it exists only after the database has committed."""

    revision: int
    saved_at: dt.datetime


@dataclass(frozen=True)
class FormerState:
    """A former state of a draft that can be looked at again."""

    revision: int
    at: dt.datetime


class Drafting:
    """The drafts of the open library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def read(self, agreement: str) -> DraftState:
        """The draft of an agreement.

        Raises:
            NotFoundError: There is no such agreement.
            DamagedError: What is kept is not what was saved.
        """
        return state_of(self._library.drafts.get(agreement))

    def save(self, agreement: str, content: Agreement, seen: int) -> Saved:
        """Keep the whole draft; when this returns, it is on the disk.

        Raises:
            ConflictError: Somebody else saved it since `seen`.
            OutsideError: It could not be made durable; the draft is what it was.
        """
        made = self._library.drafts.save(agreement, canonical(content), seen=seen, title=content.title or "Untitled")
        return Saved(made.revision, made.saved_at)

    def set(self, agreement: str, path: str, value: Any) -> Saved:
        """One edit: the JSON value at a path; null empties a field.

        Raises:
            NotFoundError: There is no such agreement or path.
            DamagedError: The value is not of the field's type, or outside its limits.
            NotAllowedError: The path names the format or a row's key, or the title would be empty.
        """
        state = self.read(agreement)
        if path == "format" or path.endswith(".key"):
            raise NotAllowedError(f"{path} is not edited by hand.", "Name a field instead.")
        owner, name, _ = declared(state.agreement, path)
        typed = decode_value(owner, name, value, path)
        if path == "title" and not typed:
            raise NotAllowedError("An agreement needs a title.", "Write at least one word.")
        return self.save(agreement, put(state.agreement, path, typed), state.revision)

    def issues(self, agreement: str) -> tuple[Issue, ...]:
        """What is missing, vague, contradictory or not measurable in the draft, gravest first."""
        return rules(self.read(agreement).agreement)

    def commitments(self, agreement: str) -> tuple[Commitment, ...]:
        """The commitments of the draft."""
        return commitments(self.read(agreement).agreement)

    def former_states(self, agreement: str) -> tuple[FormerState, ...]:
        """What can be looked at again, newest first."""
        return tuple(FormerState(one.revision, one.at) for one in self._library.drafts.snapshots(agreement))

    def former(self, agreement: str, revision: int) -> Agreement:
        """What the draft said at a former state.

        Raises:
            NotFoundError: It is not kept any more.
        """
        return read_agreement(self._library.drafts.snapshot(agreement, revision), "The former state")
