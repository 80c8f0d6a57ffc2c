"""Moving agreements: out as a bundle, in from a bundle, a signed PDF or Agreement JSON. Must not know either face."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from workbench.agreement.model import Agreement, read_agreement
from workbench.base.clock import Clock, SystemClock
from workbench.base.errors import DamagedError, NotFoundError
from workbench.fields.codec import content_hash
from workbench.services.bundle_file import Bundle, bundle_bytes, read_bundle
from workbench.services.files import read_file, write_file
from workbench.services.pdf_contents import AGREEMENT_FILE
from workbench.services.publishing import Published

if TYPE_CHECKING:
    from workbench.storage.library import Library

MOST_BYTES = 64 << 20


def content_of(path: Path) -> Agreement:
    """The agreement in a file: Agreement JSON, a bundle (its draft), or a PDF of ours (as it was first signed).

    Raises:
        NotFoundError: There is no such file.
        DamagedError: It holds no agreement, or one that is not whole.
    """
    data = read_file(path, MOST_BYTES)
    if data[:5] == b"%PDF-":
        return _content_of_pdf(data, path.name)
    if data[:2] == b"PK":
        bundle = read_bundle(data)
        return read_agreement(bundle.draft, path.name)
    if not data.lstrip(b" \t\r\n").startswith(b"{"):
        raise DamagedError(
            f"{path.name} holds no agreement.", "Choose Agreement JSON, a bundle (.slaw) or a PDF of SLA Workbench."
        )
    return read_agreement(data, path.name)


def _content_of_pdf(data: bytes, name: str) -> Agreement:
    """The agreement a PDF carries: of its base revision where it is signed, so that nothing added later counts."""
    from workbench.documents.embedded import read  # noqa: PLC0415  (loads pikepdf)
    from workbench.services.verifying import Verifying  # noqa: PLC0415  (loads pyHanko)

    answer = Verifying(data, clock=SystemClock()).answer  # its pages are not compared: only its data is wanted
    if answer.agreement is not None:
        return answer.agreement
    found = next((one for one in read(data) if one.name == AGREEMENT_FILE), None)
    if found is None:
        raise DamagedError(f"{name} carries no agreement.", "Choose a PDF made by SLA Workbench.")
    if answer.signers:
        raise DamagedError(f"{name} was signed, but its agreement cannot be trusted.", "Ask for the signed file again.")
    return read_agreement(found.data, name)


@dataclass(frozen=True)
class Opened:
    """What came of opening a bundle.

    Attributes:
        agreement: Its id.
        added: Versions that are new here.
        known: Versions that were here already.
        outcome: `new`, or as the library says it: see `workbench.storage.records.history.Received`.
    """

    agreement: str
    added: int
    known: int
    outcome: Literal["new", "same", "behind", "forward", "diverged"]


class Exchange:
    """Bundles of the open library."""

    def __init__(self, library: Library, clock: Clock, person: str) -> None:
        self._library = library
        self._clock = clock
        self._person = person

    def bundle(self, agreement: str, target: Path) -> Published:
        """Write an agreement with its history as a bundle.

        Raises:
            NotFoundError: No such agreement, or no version to move.
            OutsideError: The file cannot be written.
        """
        head = self._library.versions.head(agreement)
        if head is None:
            raise NotFoundError("No version of this agreement has been saved yet.", "Save one first.")
        versions = tuple(
            (one, self._library.versions.content(one.hash)) for one in self._library.versions.every(agreement)
        )
        listed = self._library.agreements.get(agreement)
        draft = self._library.drafts.get(agreement).content
        made = Bundle(agreement, listed.title, head.hash, versions, draft)
        return Published(target, write_file(target, bundle_bytes(made)), head)

    def open(self, path: Path) -> Opened:
        """Take a bundle in: a new agreement, or versions that go on from known ones.

        Raises:
            DamagedError: It is not whole; nothing is taken in.
        """
        bundle = read_bundle(read_file(path, MOST_BYTES))
        if not bundle.versions:
            raise DamagedError(f"{path.name} holds no version.", "Export it again, with at least one version.")
        with self._library.together():
            try:
                self._library.agreements.get(bundle.agreement)
                new = False
            except NotFoundError:
                title = bundle.title or "Untitled"
                self._library.agreements.create(
                    bundle.draft, title=title, actor=self._person, agreement=bundle.agreement
                )
                new = True
            follows = not new and self._is_saved(bundle.agreement)
            found = self._library.receiving.receive(
                bundle.agreement, bundle.versions, head=bundle.head, actor=self._person
            )
            if follows and found.outcome == "forward":
                self._follow(bundle.agreement)
        return Opened(bundle.agreement, len(found.added), found.known, "new" if new else found.outcome)

    def _is_saved(self, agreement: str) -> bool:
        """Whether the draft says exactly what the newest version says."""
        head, draft = self._library.versions.head(agreement), self._library.drafts.get(agreement)
        return head is not None and content_hash(draft.content) == head.content_hash

    def _follow(self, agreement: str) -> None:
        """Let a draft without changes of its own go on with the newest version; one with changes stays as it is."""
        head, draft = self._library.versions.head(agreement), self._library.drafts.get(agreement)
        assert head is not None  # the line has just gone on
        content = self._library.versions.content(head.hash)
        title = read_agreement(content, "The version").title
        self._library.drafts.save(agreement, content, seen=draft.revision, title=title, base=head.hash, keep=True)
