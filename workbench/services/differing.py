"""What a copy says or shows differently from the version kept here: data, pages, places to sign, files inside.

Works on bytes and frozen values alone, so any thread may ask. Must not know the library or either face.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.agreement.labels import change_text
from workbench.agreement.model import Agreement
from workbench.agreement.version import VersionHeader
from workbench.base.errors import DamagedError
from workbench.base.language import N_, Language, shipped
from workbench.fields.change import Change, diff
from workbench.fields.codec import encode
from workbench.services.pdf_contents import AGREEMENT_FILE, EARLIER_FILE, ENVELOPE_FILE, TRACKER_FILE, Earlier
from workbench.services.rendering import language_for, render_version

if TYPE_CHECKING:
    from workbench.services.verifying import DocumentAnswer
    from workbench.signing.report import Verification

MOST_TOLD = 12
"""Pages and changes named one by one; the rest is counted."""


@dataclass(frozen=True)
class KeptVersion:
    """The version a copy is compared with.

    Attributes:
        header: Which.
        agreement: What it says.
        earlier: The version its document tells its changes against; nothing for none.
    """

    header: VersionHeader
    agreement: Agreement
    earlier: Earlier | None = None


@dataclass(frozen=True)
class CopyDifference:
    """What differs.

    Attributes:
        kept: The version kept here.
        copy: What the copy says; nothing where its data cannot be read.
        changes: What differs in the data, from the kept version to the copy.
        pages: Numbers of pages that look different.
        marked: Numbers of pages with notes, stamps or other marks that ours does not have.
        counts: How many pages ours and the copy have; nothing where the copy cannot be shown.
        places: Places to sign that only one of them has, or that are other ones.
        files: Names of files inside that only one of them has, or that are other ones; the data itself left out.
        follows: The copy's pages are what this program makes of the copy's own data, so that they need not be told one
            by one.
    """

    kept: KeptVersion
    copy: Agreement | None
    changes: tuple[Change, ...]
    pages: tuple[int, ...]
    marked: tuple[int, ...]
    counts: tuple[int, int] | None
    places: tuple[str, ...]
    files: tuple[str, ...]
    follows: bool = False

    @property
    def is_none(self) -> bool:
        """Nothing that is compared here differs."""
        same = self.counts is not None and self.counts[0] == self.counts[1]
        told = self.changes or self.pages or self.marked or self.places or self.files
        return same and self.copy is not None and not told

    def sentences(self, language: Language) -> list[str]:
        """What differs, in words."""
        return [*self._of_data(language), *self._of_pages(language), *self._of_the_rest(language)]

    def document(self) -> dict[str, Any]:
        """As `--json` shows it."""
        return {
            "version": self.kept.header.number,
            "data": None if self.copy is None else [
                {"path": one.path, "change": one.how, "before": encode(one.before), "after": encode(one.after)}
                for one in self.changes
            ],
            "pages": list(self.pages),
            "marked": list(self.marked),
            "page_counts": None if self.counts is None else list(self.counts),
            "places": list(self.places),
            "files": list(self.files),
        }  # fmt: skip

    def _of_data(self, language: Language) -> list[str]:
        if self.copy is None:
            return [language.text(N_("The data inside the copy cannot be read."))]
        told = []
        for one in self.changes[:MOST_TOLD]:
            words = change_text(one, self.kept.agreement, self.copy, language)
            said = language.text(N_("{label}: here {before}, in the copy {after}."))
            before, after = _quoted(one.before, words.before), _quoted(one.after, words.after)
            told.append(said.format(label=words.label, before=before, after=after))
        rest = len(self.changes) - len(told)
        if rest > 0:
            told.append(language.count(N_("{n} more difference."), N_("{n} more differences."), rest).format(n=rest))
        return told

    def _of_pages(self, language: Language) -> list[str]:
        if self.counts is None:
            return [language.text(N_("The copy's pages cannot be shown."))]
        told = []
        if self.counts[0] != self.counts[1]:
            said = language.text(N_("The copy has {theirs} pages; this version has {ours}."))
            told.append(said.format(theirs=self.counts[1], ours=self.counts[0]))
        if self.follows and self.pages:
            return [*told, language.text(N_("Its pages are what this program makes of its own data."))]
        for numbers, one, many in (
            (self.pages, N_("Page {pages} looks different."), N_("Pages {pages} look different.")),
            (
                self.marked,
                N_("Page {pages} carries marks that ours does not."),
                N_("Pages {pages} carry marks that ours do not."),
            ),
        ):
            if numbers:
                listed = ", ".join(map(str, numbers[:MOST_TOLD])) + (" …" if len(numbers) > MOST_TOLD else "")
                told.append(language.count(one, many, len(numbers)).format(pages=listed))
        return told

    def _of_the_rest(self, language: Language) -> list[str]:
        told = []
        if self.places:
            said = language.text(N_("The places to sign are others: {places}."))
            told.append(said.format(places=", ".join(self.places[:MOST_TOLD])))
        if self.files:
            said = language.text(N_("The files inside are others: {names}."))
            told.append(said.format(names=", ".join(self.files[:MOST_TOLD])))
        return told


def compare_copy(data: bytes, answer: DocumentAnswer, kept: KeptVersion) -> CopyDifference:
    """Compare a copy with a version; takes a second or two, because the version's pages are made and drawn.

    Args:
        data: The copy, made by anybody.
        answer: What was found about it.
        kept: The version.
    """
    from workbench.base.clock import FixedClock  # noqa: PLC0415  (with its only user)
    from workbench.documents.page_compare import compare_pages  # noqa: PLC0415  (loads pdfium)
    from workbench.signing.verify import verify_pdf  # noqa: PLC0415  (loads pyHanko)

    envelope = answer.envelope
    code, paper = (envelope.language, envelope.paper) if envelope else ("", "")
    code = code if code in shipped() else language_for(kept.agreement)
    ours = render_version(kept.agreement, kept.header, code, paper, earlier=kept.earlier).data
    pages: tuple[int, ...] = ()
    marked: tuple[int, ...] = ()
    counts: tuple[int, int] | None = None
    try:
        seen = compare_pages(ours, data)
    except DamagedError:
        pass
    else:
        pages, marked, counts = seen.different, seen.marked, (seen.ours, seen.theirs)
    made, found = verify_pdf(ours, clock=FixedClock(kept.header.at)), answer.examined
    mine = {(one.field_name, one.role) for one in made.spots}
    theirs = {(one.field_name, one.role) for one in found.spots}
    inside = _others(made) ^ _others(found) if found.attachments else set()
    if answer.agreement != kept.agreement:  # what is made of other data is another file, which says nothing new
        inside = {(name, held) for name, held in inside if name not in {TRACKER_FILE, EARLIER_FILE}}
    copy = answer.agreement
    return CopyDifference(
        kept=kept,
        copy=copy,
        changes=diff(kept.agreement, copy) if copy is not None else (),
        pages=pages,
        marked=marked,
        counts=counts,
        places=tuple(sorted(role for _, role in mine ^ theirs)) if theirs or answer.agreement else (),
        files=tuple(sorted({name for name, _ in inside})),
        follows=answer.rendering == "same" and envelope is not None and envelope.header.hash != kept.header.hash,
    )


def _quoted(value: object, words: str) -> str:
    """A value as part of a sentence: texts have full stops and commas of their own."""
    return f"“{words}”" if isinstance(value, str) and " " in words else words or "–"


def _others(found: Verification) -> set[tuple[str, bytes]]:
    """The files inside but the data, which is compared by itself, and what says which version it is."""
    return {(one.name, one.data) for one in found.attachments if one.name not in {AGREEMENT_FILE, ENVELOPE_FILE}}
