"""A version as the very PDF that is signed: always the same bytes for the same version, language and paper.

Must not know the library or either face.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from workbench.agreement.model import Agreement, read_agreement
from workbench.agreement.version import VersionHeader
from workbench.base.errors import NotAllowedError, NotFoundError
from workbench.base.language import language, shipped
from workbench.fields.codec import canonical, content_hash
from workbench.services.pdf_contents import AGREEMENT_FILE, EARLIER_FILE, ENVELOPE_FILE, TRACKER_FILE, Earlier, Envelope
from workbench.services.tracker_inside import tracker_inside

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.documents.blocks.meta import Paper
    from workbench.documents.pdf import Rendered
    from workbench.storage.library import Library

PAPERS = ("A4", "Letter")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def renderer() -> str:
    """What sets pages and spreadsheets here, and which wording: the same text means the same bytes for a version."""
    from workbench.documents import pdf  # noqa: PLC0415
    from workbench.documents.compose.wording import wording_digest  # noqa: PLC0415
    from workbench.sheets.tracker.made_by import tracker_writer  # noqa: PLC0415

    return f"{pdf.renderer()}, wording {wording_digest()}, {tracker_writer()}"


def language_for(agreement: Agreement, wanted: str = "") -> str:
    """The language a document is written in: the one asked for, else the agreement's own, else English.

    Raises:
        NotAllowedError: The wording does not exist in the language asked for.
    """
    if wanted and wanted not in shipped():
        raise NotAllowedError(
            f"The document does not exist in the language “{wanted}” yet.", f"It exists in: {', '.join(shipped())}."
        )
    own = agreement.teams.document_language
    return wanted or (own if own in shipped() else "en")


def paper_named(name: str, agreement: Agreement | None = None) -> Paper:
    """The paper of a name; without one the agreement's own, and A4 where it names none."""
    own = agreement.teams.paper if agreement is not None else ""
    return cast("Paper", name if name in PAPERS else own if own in PAPERS else "A4")


def earlier_version(library: Library, header: VersionHeader) -> Earlier | None:
    """The version a document tells its changes against: the nearest one before it that was saved for signature.

    Follows the chain of versions alone, so that the answer never changes, whoever signs what later.

    Args:
        library: Where versions are looked up.
        header: The version the document is of.

    Raises:
        DamagedError: The earlier version is not what was saved.
    """
    seen = {header.hash}
    while header.parents and header.parents[0] not in seen:
        seen.add(header.parents[0])
        try:
            header = library.versions.by_hash(header.parents[0])
        except NotFoundError:
            return None
        if header.kind == "for_signature":
            return Earlier(header, read_agreement(library.versions.content(header.hash), "The version before"))
    return None


def render_version(
    agreement: Agreement,
    header: VersionHeader,
    language_code: str,
    paper: str = "",
    at_page: Callable[[int], None] = lambda _page: None,
    *,
    earlier: Earlier | None = None,
) -> Rendered:
    """The document of a version; with signature fields and the tracker only when it was saved for signature.

    Args:
        agreement: Content of the version.
        header: Which version.
        language_code: Of the document.
        paper: `A4` or `Letter`; the agreement's own without it.
        at_page: Called before each page; may raise to stop.
        earlier: The version its changes are told against; see `earlier_version`.

    Raises:
        WorkbenchError: The tracker cannot be made; never of a version that was saved for signature.
    """
    from workbench.documents.attachment import Attachment  # noqa: PLC0415
    from workbench.documents.compose.agreement import compose_agreement  # noqa: PLC0415
    from workbench.documents.compose.changes import Compared  # noqa: PLC0415
    from workbench.documents.pdf import render  # noqa: PLC0415

    data = canonical(agreement)
    before = Compared(earlier.header, earlier.agreement) if earlier else None
    sheet = paper_named(paper, agreement)
    envelope = Envelope(header, language_code, sheet, renderer(), earlier.header if earlier else None)
    document = compose_agreement(agreement, header, language(language_code), sheet, before)
    files = [
        Attachment(AGREEMENT_FILE, data, "application/json", "Source", "The agreement as data (canonical JSON)"),
        Attachment(
            ENVELOPE_FILE, envelope.data(), "application/json", "Data", "Which version this is and how it was set"
        ),
    ]
    if earlier:
        said = "The version that the change summary compares with, as data (canonical JSON)"
        files.append(Attachment(EARLIER_FILE, canonical(earlier.agreement), "application/json", "Data", said))
    if header.kind == "for_signature":
        tracker = tracker_inside(agreement, header, content_hash(data), language_code)
        files.append(Attachment(TRACKER_FILE, tracker, XLSX, "Supplement", "The tracking spreadsheet of this version"))
    return render(document, tuple(files), with_fields=header.kind == "for_signature", at_page=at_page)
