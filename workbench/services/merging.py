"""Merging: an agreement that went on in two libraries put together again, as a version with two parents.

Must not know either face.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from workbench.agreement.model import read_agreement
from workbench.agreement.version import VersionHeader
from workbench.base.errors import NotAllowedError
from workbench.base.language import Language
from workbench.fields.codec import canonical, content_hash
from workbench.fields.merge import merge_over, ours, theirs
from workbench.services.bundle_file import read_bundle
from workbench.services.exchange import MOST_BYTES, Exchange
from workbench.services.files import read_file
from workbench.services.two_sides import TwoSides

if TYPE_CHECKING:
    from workbench.storage.library import Library

Side = Literal["ours", "theirs"]
SETTLE = {"ours": ours, "theirs": theirs}


@dataclass(frozen=True)
class MergeAnswer(TwoSides):
    """What came of a merge.

    Attributes:
        agreement: Its id.
        outcome: `merged`; `conflicts`, and nothing was changed; or, where no merge is needed, as of `open`.
        version: The version that was made; nothing where none was.
    """

    agreement: str
    outcome: Literal["merged", "conflicts", "new", "same", "behind", "forward"]
    version: VersionHeader | None = None

    def document(self, language: Language) -> dict[str, Any]:
        """As `merge --json` answers."""
        return {
            "id": self.agreement,
            "outcome": self.outcome,
            "version": self.version.number if self.version else None,
            "hash": self.version.hash if self.version else None,
            "conflicts": self.places(language),
        }


class Merging:
    """Merges bundles into agreements of the open library."""

    def __init__(self, library: Library, exchange: Exchange, person: str) -> None:
        self._library = library
        self._exchange = exchange
        self._person = person

    def merge(self, path: Path, keep: Side | None = None) -> MergeAnswer:
        """Take a bundle in and put its agreement together with ours.

        Their versions are kept beside ours in any case. Where both changed one place, nothing is merged unless it is
        said whose side stands.

        Args:
            path: Of the bundle.
            keep: Whose side stands in every conflict.

        Raises:
            DamagedError: The bundle is not whole; nothing is taken in.
            NotAllowedError: The draft says more than the newest version, or both have no version in common.
        """
        library = self._library
        bundle = read_bundle(read_file(path, MOST_BYTES))
        opened = self._exchange.open(path)
        agreement = opened.agreement
        if opened.outcome != "diverged":
            return MergeAnswer(agreement, opened.outcome)
        head = library.versions.head(agreement)
        their_head = library.versions.by_hash(bundle.head)
        begun = library.versions.common_ancestors(head.hash, their_head.hash) if head else ()
        if head is None or not begun:
            raise NotAllowedError(
                "The two have no version in common.", "Open the bundle in a library of its own and compare by hand."
            )
        if library.versions.descends(head.hash, their_head.hash):  # merged before
            return MergeAnswer(agreement, "behind")
        mine, other, *bases = (
            read_agreement(library.versions.content(one.hash), "The version") for one in (head, their_head, *begun)
        )
        draft = library.drafts.get(agreement)
        if content_hash(draft.content) != head.content_hash:
            raise NotAllowedError(
                f"The draft says something else than version {head.number}.", "Save a version of it first, then merge."
            )
        found = merge_over(bases, mine, other, SETTLE[keep or "ours"])
        if found.conflicts and keep is None:
            return MergeAnswer(agreement, "conflicts", conflicts=found.conflicts, mine=mine, other=other)
        data = canonical(found.tree)
        read_agreement(data, "The merged agreement")  # two lists put together may be longer than one may be
        with library.together():
            version = library.versions.save(
                agreement, data, seen=head.hash, kind="merge", author=self._person, merged=their_head.hash,
                message=f"Merged with version {their_head.number} of {their_head.author}",
                doc_schema=found.tree.format, status="draft",
            )  # fmt: skip
            library.drafts.save(
                agreement, data, seen=draft.revision, title=found.tree.title, base=version.hash, keep=True
            )
        return MergeAnswer(agreement, "merged", version, conflicts=found.conflicts, mine=mine, other=other)
