"""Moving agreements: out as a bundle, in from a bundle, a signed PDF or Agreement JSON. Must not know either face."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from workbench.agreement.model import Agreement, read_agreement
from workbench.agreement.version import VersionHeader
from workbench.base.clock import Clock, SystemClock
from workbench.base.errors import DamagedError, NotFoundError
from workbench.fields.codec import canonical, content_hash
from workbench.fields.merge import merge
from workbench.services.bundle_file import Bundle, bundle_bytes, read_bundle
from workbench.services.files import read_file, write_file
from workbench.services.pdf_contents import AGREEMENT_FILE
from workbench.services.publishing import Published
from workbench.services.two_sides import TwoSides

if TYPE_CHECKING:
    from workbench.storage.library import Library
    from workbench.storage.records.drafts import Draft
    from workbench.storage.records.history import Received

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
class Opened(TwoSides):
    """What came of opening a bundle; its conflicts are places of the draft that no version holds yet.

    Attributes:
        agreement: Its id.
        added: Versions that are new here.
        known: Versions that were here already.
        outcome: `new`, or as the library says it: see `workbench.storage.records.history.Received`. A draft whose
            own changes meet theirs in one place counts as a line that has gone on: `diverged`.
        joined: Whether the draft had changes of its own, which now stand in their newest version.
    """

    agreement: str
    added: int
    known: int
    outcome: Literal["new", "same", "behind", "forward", "diverged"]
    joined: bool = False


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

        The draft goes on with them. What it says of its own is put together with theirs; where both changed one place,
        their versions are kept beside the own line, which is merged when the draft has been saved as a version.

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
            return self._received(bundle, new=new)

    def _received(self, bundle: Bundle, *, new: bool) -> Opened:
        agreement = bundle.agreement
        before, draft = self._library.versions.head(agreement), self._library.drafts.get(agreement)
        added = 0
        if before is None and not new and (began := self._began_as(draft, bundle)) is not None:
            added, before = len(self._receive(bundle, began.hash).added), began
        changed = before is not None and content_hash(draft.content) != before.content_hash
        found = self._receive(bundle, bundle.head, follow=not changed)
        added += len(found.added)
        counts = agreement, added, len(bundle.versions) - added
        if new:
            return Opened(*counts, "new")
        if before is not None and found.outcome == "ahead":
            return self._joined(bundle, before, draft, counts)
        if before is not None and found.outcome == "forward":
            self._go_on(draft, self._library.versions.content(bundle.head), bundle.head)
        is_first = added > 0 and found.outcome == "same"  # the draft had no version until now
        return Opened(*counts, "diverged" if found.outcome == "ahead" else "forward" if is_first else found.outcome)

    def _receive(self, bundle: Bundle, head: str, *, follow: bool = True) -> Received:
        return self._library.receiving.receive(
            bundle.agreement, bundle.versions, head=head, actor=self._person, follow=follow
        )

    def _began_as(self, draft: Draft, bundle: Bundle) -> VersionHeader | None:
        """The newest sent version that a draft without a version of its own says, or said in a former state."""
        drafts, agreement = self._library.drafts, draft.agreement
        said = {content_hash(drafts.snapshot(agreement, one.revision)) for one in drafts.snapshots(agreement)}
        said.add(content_hash(draft.content))
        sent = [version for version, _ in bundle.versions if version.content_hash in said]
        return max(sent, key=lambda version: (version.number, version.hash), default=None)

    def _joined(self, bundle: Bundle, before: VersionHeader, draft: Draft, counts: tuple[str, int, int]) -> Opened:
        """Put a draft's own changes together with what came, where that is without doubt; else leave both."""
        base, other = (
            read_agreement(self._library.versions.content(one), "The version") for one in (before.hash, bundle.head)
        )
        mine = read_agreement(draft.content, "The draft")
        both = merge(base, mine, other)
        if both.conflicts:
            return Opened(*counts, "diverged", conflicts=both.conflicts, mine=mine, other=other)
        together = canonical(both.tree)
        try:
            read_agreement(together, "The draft")
        except DamagedError:  # two lists put together may be longer than one may be
            return Opened(*counts, "diverged")
        self._receive(bundle, bundle.head)
        self._go_on(draft, together, bundle.head)
        return Opened(*counts, "forward", joined=True)

    def _go_on(self, draft: Draft, content: bytes, base: str) -> None:
        """Let a draft say something on another version; what it said until now is kept."""
        title = read_agreement(content, "The draft").title or "Untitled"
        self._library.drafts.save(draft.agreement, content, seen=draft.revision, title=title, base=base, keep=True)
