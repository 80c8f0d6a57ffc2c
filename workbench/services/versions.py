"""Saving versions that never change, looking back at them, and comparing any two. Must not know either face."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.agreement.model import Agreement, read_agreement
from workbench.agreement.rules import blocking
from workbench.agreement.rules.printing import MOST_SHOWN, unprintable
from workbench.agreement.version import VersionHeader
from workbench.base.errors import NotAllowedError, NotFoundError
from workbench.fields.change import Change, diff
from workbench.fields.codec import canonical
from workbench.fields.issue import Issue

if TYPE_CHECKING:
    from workbench.storage.library import Library


@dataclass(frozen=True)
class SavedVersion:
    """A version that was just saved.

    Attributes:
        header: What it is.
        blocking: What keeps it from being signed; empty for a version for signature.
    """

    header: VersionHeader
    blocking: tuple[Issue, ...]


@dataclass(frozen=True)
class Comparison:
    """Two versions and what differs between them."""

    before: Agreement
    after: Agreement
    changes: tuple[Change, ...]


class Versions:
    """The versions of the open library."""

    def __init__(self, library: Library, person: str) -> None:
        self._library = library
        self._person = person

    def save(self, agreement: str, note: str, author: str = "") -> SavedVersion:
        """Save the draft as a version: for signature when no rule stands against it, else as a saved point.

        Args:
            agreement: Its id.
            note: Why; not empty.
            author: Who; the person at the machine unless given.

        Raises:
            NotFoundError: There is no such agreement.
            NotAllowedError: No note; or it would be for signature, and its pages cannot print the note or the name.
        """
        if not note.strip():
            raise NotAllowedError("A version needs a note.", "Say in a few words why it is saved.")
        draft = self._library.drafts.get(agreement)
        content = read_agreement(draft.content, "The draft")
        data = canonical(content)
        head = self._library.versions.head(agreement)
        against = blocking(content)
        name = author or self._person
        if not against:
            _check_letters(note, name)
        header = self._library.versions.save(
            agreement,
            data,
            seen=head.hash if head else "",
            kind="saved" if against else "for_signature",
            author=name,
            message=note,
            doc_schema=content.format,
            status="draft" if against else "for_signature",
        )
        return SavedVersion(header, against)

    def history(self, agreement: str) -> tuple[VersionHeader, ...]:
        """Every version, oldest first."""
        return self._library.versions.all(agreement)

    def header(self, agreement: str, number: int | None = None) -> VersionHeader:
        """The version with a number; the newest without one.

        Raises:
            NotFoundError: There is none.
        """
        if number is not None:
            return self._library.versions.get(agreement, number)
        head = self._library.versions.head(agreement)
        if head is None:
            raise NotFoundError("No version of this agreement has been saved yet.", "Save one with `version` first.")
        return head

    def data(self, header: VersionHeader) -> bytes:
        """The canonical Agreement JSON of a version, exactly as it was saved."""
        return self._library.versions.content(header.hash)

    def content(self, agreement: str, number: int | None = None) -> Agreement:
        """What a version says; the newest without a number.

        Raises:
            NotFoundError: There is none.
        """
        return read_agreement(self.data(self.header(agreement, number)), "The version")

    def compare(self, agreement: str, before: int, after: int) -> Comparison:
        """What differs between two versions.

        Raises:
            NotFoundError: One of them does not exist.
        """
        old, new = self.content(agreement, before), self.content(agreement, after)
        return Comparison(old, new, diff(old, new))

    def restore(self, agreement: str, number: int) -> None:
        """Make a version's content the draft again; the version stays, and what the draft said is kept.

        Raises:
            NotFoundError: There is no such version.
        """
        header = self.header(agreement, number)
        draft = self._library.drafts.get(agreement)
        content = read_agreement(self.data(header), "The version")
        self._library.drafts.save(
            agreement, canonical(content), seen=draft.revision, title=content.title, base=header.hash, keep=True
        )


def _check_letters(note: str, author: str) -> None:
    """The note and the name stand in the document people sign; what they hold is hashed and cannot be changed later.

    Raises:
        NotAllowedError: The document's fonts lack letters of one of them.
    """
    for what, text in (("note", note), ("name of who saves it", author)):
        letters = unprintable(text)[:MOST_SHOWN]
        if letters:
            raise NotAllowedError(
                f"The document cannot print “{letters}” in the {what}.", "Write it in Latin, Greek or Cyrillic letters."
            )
